"""How LaTeX is read: each row a formula and the term that it means, in the plain notation."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.decide import decide
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.model import Read, Status
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Chain, Node
from verify_derivations.term.notation.text import relation_text, text
from verify_derivations.term.syntax.domain import DOMAINS


def read(statement: str, **known: Any) -> Read:
    """An equation read, with definitions `let` and assumptions `given` as equations."""
    chain = parse(statement).root
    assert isinstance(chain, Chain)
    definitions = [members(said) for said in known.pop("let", [])]
    given = [(left, "=", right) for left, right in map(members, known.pop("given", []))]
    sides = (chain.members[0], chain.relations[0].name, chain.members[1])
    return read_claim(sides, Known(definitions=tuple(definitions), given=tuple(given), **known))


def members(equation: str) -> tuple[Node, Node]:
    chain = parse(equation).root
    assert isinstance(chain, Chain)
    return chain.members[0], chain.members[1]


def left(statement: str, **known: Any) -> str:
    return text(read(statement, **known).claim.lhs)


TERMS = [
    # arithmetic
    (r"\frac12 x^2", "(1/2)*x**2"),
    (r"2 \cdot 3 - 4", "2*3 - 4"),
    (r"-(a - b)", "-(a - b)"),
    (r"\left[a + b\right] \{c\}", "(a + b)*c"),
    (r"\sqrt{x} + \sqrt[3]{y}", "sqrt(x) + y**(1/3)"),
    (r"\frac{1}{2004!}", "1/factorial(2004)"),
    (r"\binom{n}{k}", "binomial(n, k)"),
    (r"{n \choose k} p^k", "binomial(n, k)*p**k"),
    (r"{a + b \over c} d", "((a + b)/c)*d"),
    (r"{d \over dx} \sin x", "diff(sin(x), x)"),
    (r"|x|^2 + \lfloor y \rfloor", "Abs(x)**2 + floor(y)"),
    (r"{g}_{k} + x", "g_k + x"),
    # names: case, scripts, accents, fonts, Greek letters typed or slashed
    (r"\delta^L \delta_{AB} \hat{y}_i", r"\delta^L*\delta_{AB}*\hat{y}_i"),
    (r"\widehat{y} + \hat y", r"\hat{y} + \hat{y}"),
    (r"λ + \lambda", r"\lambda + \lambda"),
    (r"\hat{y_i} + \hat{y}_i", r"\hat{y}_i + \hat{y}_i"),
    (r"x^{(i)} x^{(j)}", "x^{(i)}*x^{(j)}"),
    (r"w^* + \theta_{\text{new}}", r"w^* + \theta_{\mathrm{new}}"),
    # functions
    (r"\ln x + log(y) + \operatorname{erf}(z)", "log(x) + log(y) + erf(z)"),
    (r"\int \frac{dx}{x}", "integrate(1/x, x)"),
    (r"\int_0^1 \frac{2x\,dx}{1+x}", "integrate((2*x)/(1 + x), (x, 0, 1))"),
    (r"\operatorname{sech} x", "sech(x)"),
    (r"\log 2\pi + \sin k x", "log(2*pi) + sin(k*x)"),
    (r"\sin 30^\circ", "sin(30*pi/180)"),
    (r"\sin^2 x + \sin^{-1} y", "sin(x)**2 + asin(y)"),
    (r"\log_2 x", "log(x)/log(2)"),
    (r"\log(x)^2", "log(x)**2"),
    (r"\max(a, b, c)", "Max(Max(a, b), c)"),
    (r"\Gamma(x + 1)", "gamma(x + 1)"),
    (r"e^{-z} + e^x", "exp(-z) + exp(x)"),
    (r"e^{i\pi}", "exp(I*pi)"),
    (r"\ln \hat y(0) + \hat y", r"log(\hat{y})*0 + \hat{y}"),
    (r"\log \log x", "log(log(x))"),
    # call or product
    (r"x(x - 1)", "x*(x - 1)"),
    (r"f(x)^2 g(x, y)", "f(x)**2*g(x, y)"),
    (r"f(x; w, b) + \mathrm{Gam}(y; a)", r"f(x, w, b) + \mathrm{Gam}(y, a)"),
    (r"y(1 - s) - (1 - y)s", "y*(1 - s) - (1 - y)*s"),
    (r"a_3(1 - a_3)", "a_3*(1 - a_3)"),
    # sums and their scope
    (r"\sum_{k=1}^{n} k + 1", "Sum(k, (k, 1, n)) + 1"),
    (r"\frac12 \sum_{i=1}^m y_i \cdot x^{(i)}", r"(1/2)*Sum(y_{i}*x^{(i)}, (i, 1, m))"),
    (r"-\sum_{i=1}^m y_i + x_i", r"-Sum(y_{i} + x_{i}, (i, 1, m))"),
    (r"\sum_{i=1}^m a_i + \sum_{i=1}^m b_i", "Sum(a_{i}, (i, 1, m)) + Sum(b_{i}, (i, 1, m))"),
    (r"\prod_{k=1}^n k", "Product(k, (k, 1, n))"),
    (r"\sum_k a_k", "Sum(a_{k}, (k, 1, N_k))"),
    (r"\sum_{i=1}^m \sum_{j=1}^n a_{ij}", "Sum(Sum(a_{ij}, (j, 1, n)), (i, 1, m))"),
    # derivatives and their reach
    (r"\frac{d}{dx}\left(x^2\right)", "diff(x**2, x)"),
    (r"\frac{d}{dx} e^x", "diff(exp(x), x)"),
    (r"\frac{\partial}{\partial x} x y^2", "diff(x*y**2, x)"),
    (r"t \frac{\partial}{\partial \hat y}(\ln \hat y)", r"t*diff(log(\hat{y}), \hat{y})"),
    (r"\frac{\partial^2}{\partial x^2} (x^3)", "diff(x**3, x, 2)"),
    (r"\frac{\partial (w_{jk}^l a + b)}{\partial w_{jk}^l}", "diff(w_{jk}^l*a + b, w_{jk}^l)"),
    (r"\left(x^2 + 1\right)'", "diff(x**2 + 1, x)"),
    (r"\frac{df(x)}{dx}", "diff(f(x), x)"),
    # arrays
    (r"\theta^T x", r"Sum(\theta[k]*x[k], (k, 1, n))"),
    (r"\frac{\partial}{\partial \theta_j} \theta^T x", r"diff(Sum(\theta[k]*x[k], (k, 1, n)), \theta[j])"),
    (r"\sum_{i=1}^m \theta^T x^{(i)}", r"Sum(Sum(\theta[k]*x_{k}^{(i)}, (k, 1, n)), (i, 1, m))"),
    (r"(W^T b)_j", "Sum(W[k, j]*b[k], (k, 1, n))"),
    (r"(w^T a \odot b)_j + w_{kj} + b_j", "Sum(w[l, j]*a[l], (l, 1, n))*b[j] + w[k, j] + b[j]"),
    (
        r"\begin{bmatrix} a & b \end{bmatrix} \begin{bmatrix} c \\ d \end{bmatrix}",
        "Sum((a*delta(k, 1) + b*delta(k, 2))*(c*delta(k, 1) + d*delta(k, 2)), (k, 1, 2))",
    ),
    (r"\operatorname{tr}(A B)", "Sum(Sum(A[k, l]*B[l, k], (l, 1, m)), (k, 1, n))"),
    (r"\operatorname{tr} A B + \det C", "Sum(Sum(A[k, l]*B[l, k], (l, 1, m)), (k, 1, n)) + det(C)"),
    (r"\log\det A^{-1}", "log(det(table(table(inv(A)[i, j], (j, n)), (i, n))))"),
    (r"\|x\|_2 + \|x - y\|_2^2", "sqrt(Sum(x[k]**2, (k, 1, n))) + Sum((x[k] - y[k])**2, (k, 1, n))"),
    (r"\|A\|_F^2 + \|x\|_1", "Sum(Sum(A[k, l]**2, (l, 1, m)), (k, 1, n)) + Sum(Abs(x[k]), (k, 1, d))"),
    (r"\operatorname{softmax}(z)_i", "exp(z[i])/Sum(exp(z[k]), (k, 1, n))"),
    (r"\nabla_x (x^T x)", "diff(Sum(x[k]*x[k], (k, 1, n)), x[i])"),
    (r"\nabla_t^2 (t^3)", "diff(diff(t**3, t), t)"),
    # limits
    (r"\lim_{x \to 0^+} \frac1x", 'limit(1/x, x, 0, "+")'),
    (r"\lim_{x \uparrow a} 2x", 'limit(2*x, x, a, "-")'),
    (r"\lim_{x \to -\infty} e^x + 1", "limit(exp(x), x, -oo) + 1"),
    (r"\sum_{k=0}^\infty x^k / k!", "Sum(x**k/factorial(k), (k, 0, oo))"),
    (r"\int_0^\infty e^{-x} \, dx", "integrate(exp(-x), (x, 0, oo))"),
    (r"\int_{-\infty}^{+\infty} e^{-x^2} dx", "integrate(exp(-x**2), (x, -oo, oo))"),
    (r"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h}", "limit((f(x + h) - f(x))/h, h, 0)"),
    # integrals
    (r"\int_0^1 x^2 \, dx", "integrate(x**2, (x, 0, 1))"),
    (r"\int x + 1 \, \mathrm{d}x", "integrate(x + 1, x)"),
    (r"2 \int_a^b x \, dx \cdot c", "2*integrate(x, (x, a, b))*c"),
]


@pytest.mark.parametrize(("latex", "term"), TERMS, ids=[latex for latex, _ in TERMS])
def test_a_formula_is_read_as_it_is_meant(latex: str, term: str) -> None:
    assert left(f"{latex} = 0") == term


IN_CONTEXT = [
    ("f'(z) = 0", {"let": [r"f(z) = \frac{1}{1 + e^{-z}}"]}, "f'(z)"),
    (r"\frac{dg}{dx} = 0", {"let": ["g(x) = x^2"]}, "diff(g(x), x)"),
    (r"\frac{dL(a, y)}{da} = 0", {"let": [r"L(a, y) = -y \log(a)"]}, "diff(L(a, y), a)"),
    ("a^3 b = 0", {"let": ["a^3 = u + 1"]}, "a^3*b"),
    (r"\sigma'(z_j) b = 0", {"given": [r"\sigma'(z_j) = u(1 - u)"]}, "(u*(1 - u))*b"),
    (r"k(x + y) = 0", {"functions": ("k",)}, "k(x + y)"),
]


@pytest.mark.parametrize(("statement", "known", "term"), IN_CONTEXT)
def test_what_is_known_settles_the_reading(statement: str, known: dict[str, Any], term: str) -> None:
    found = read(statement, **known)
    assert text(found.claim.lhs) == term
    assert not [other for other in found.alternatives if not other.covered]


REFUSED = [
    (r"\foo x", r"the command \foo is not known"),
    (r"\theta^T x + \theta x", "a vector stands before an array that is no row"),
    (r"a / b c", "how far this quotient reaches"),
    (r"6 \cdot 10^8 / 3 \cdot 10^7", "how far this quotient reaches"),  # ledger dev-577
    (r"\log a b", "how far the argument of log reaches"),
    (r"\frac{d}{dx} x^2 \cdot x", "how far this derivative reaches"),
    (r"\frac{d}{dx} (x + 1)(x + 2)", "how far this derivative reaches"),
    (r"\frac{dL}{dz}", "nothing says how L depends on z"),
    (r"\frac{\partial x_i}{\partial x_j}", "nothing says how x_i depends on x_j"),
    (r"\frac{\partial}{\partial x_j} (x_i)", "may be the same entry"),
    (r"\frac{\partial}{\partial x_j} (a x)", "may be an entry of x"),
    (r"i \sum_i a_i + b_i", "how far this sum reaches"),
    (r"a + \dots + b", "dots leave something out"),
    (r"a \pm b", "a choice of signs"),
    (r"A \otimes B", "a tensor product"),
    (r"\limsup_{x \to 0} x", "the limit \\limsup is not read yet"),
    (r"\lim x", "which name goes where is not read"),
    (r"\lim_{x \to 0} x + x", "how far this sum reaches"),
    (r"\lim_{n \to \infty} a_n", "the index n runs in a_n"),
    (r"\nabla f", "a gradient (\\nabla) by what is not printed"),
    ("n!!", "a double factorial"),
    ("f^{-1}(x)", "an inverse function or a quotient"),
    (r"\Re z", "a real part"),
    ("P(A, B)", "a probability"),
    (r"\mathbb{E} X Y", "an expectation"),
    (r"\|x_i\|", "a norm is of a vector, and this is a number"),
    (r"\|A\|", "this norm of a matrix is not read"),
    (r"\|x\|_\infty", "this norm of a vector is not read"),
    (r"\det \lambda", "det is of an array"),
    (r"\det A B", "how far det reaches"),
    (r"\operatorname{tr} x", "tr is of a square matrix"),
    (r"\operatorname{softmax}(A)", "rows or columns is open"),
    (r"\nabla_x (x + x^T x y)", "do not fit"),
    (r"\nabla_x (x^T x) y", "how far this derivative reaches"),
    (r"\mathbb{E} x y", "an expectation here"),
    (r"\operatorname{sinc} x", "a function or an operator here"),
    (r"\operatorname{rank}(A)", "an array is not read yet"),
    (r"\max_x f(x)", "over a set"),
    (r"\prod_{k=1}^\infty k", "a product without end"),
    (r"\sum_{k=1}^\infty x_k", "what it numbers is not read yet"),
    (r"\sum_{k=0}^{-\infty} k", "a sum down to minus infinity"),
    (r"\int_0^1 x", "the variable of this integral is not printed"),
    (r"\begin{cases} a & b \end{cases}", "the condition of a case is not read"),
    (r"(a, b)", "a list in brackets"),
    (r"\lg x", "base 10 or 2"),
    (r"\sum_{i=1}^n x_i - x_n", "n is an index here and ends a range there"),
    (r"\sum_{i=1}^n x_i + \sum_{i=1}^m x_i", "the index i runs to m and to n"),
    (r"\sum_{i=0}^n x_i", "i does not run from 1"),
    (r"\sum_{i=1}^n x_{i+1} x_i", "an index other than a letter"),
    (r"f(x = 1)", "a statement in brackets"),
    (r"f(x : w)", "the sign ':' between arguments"),
    (r"g'(x; a)", "does not say by which argument"),
]


@pytest.mark.parametrize(("latex", "reason"), REFUSED)
def test_what_is_not_read_is_refused_for_its_reason(latex: str, reason: str) -> None:
    with pytest.raises(NotRead) as raised:
        read(f"{latex} = 0")
    assert reason in raised.value.message
    assert raised.value.status is Status.NOT_UNDERSTOOD


def test_a_refusal_has_its_place() -> None:
    statement = r"1 + \frac{\foo}{2} = 0"
    with pytest.raises(NotRead) as raised:
        read(statement)
    assert statement[raised.value.start : raised.value.end] == r"\foo"


MEANINGLESS = [
    ("a + = 0", "a term is missing"),
    (r"a \cdot = 0", "a factor is missing"),
    ("f() = 0", "nothing in these brackets"),
    (r"\begin{pmatrix} a & b \\ c \end{pmatrix} = 0", "rows of this matrix differ in length"),
    (r"\exp(a, b) = 0", "exp takes one argument, not 2"),
]


@pytest.mark.parametrize(("statement", "reason"), MEANINGLESS)
def test_what_has_no_meaning_is_ill_formed(statement: str, reason: str) -> None:
    with pytest.raises(NotRead) as raised:
        read(statement)
    assert reason in raised.value.message
    assert raised.value.status is Status.ILL_FORMED


OPEN = [
    ("k(x + y) = 0", "k is a factor here"),
    (r"a_k^l = 0", "a_k^l is a power"),
    (r"\sum_x y = 0", "what is summed is the same for every x"),
    ("A B = 0", "A and B are matrices"),
    ("(A + B)^2 = 0", "A and B are matrices"),
    ("e^{A + B} = 0", "A and B are matrices"),
    (r"\mathbf{a} \cdot \mathbf{b} = 0", r"\mathbf{a} and \mathbf{b} are vectors"),
    (r"x \times y = 0", r"\times is a cross product"),
    (r"(a + b) \times c = 0", r"\times is a cross product"),
    (r"\delta_{ij} = 0", r"\delta is an array of any numbers"),
    (r"\sin x y = 0", "sin takes the first factor only"),
    (r"\sin k x = 0", "sin takes the first factor only"),
    (r"\sin(n + 1)x = 0", "sin takes what stands behind its brackets, too"),
    (r"\sin x/2 = 0", "the argument of sin is divided"),
    (r"\ln 2 x = 0", "ln takes the first factor only"),
    ("i^2 = 0", "i is the imaginary unit"),
    ("e + x = 0", "e is the number 2.718..."),
    ("x' + y = 0", "x' is a derivative of x"),
    (r"\pi_1 \pi = 0", r"\pi is the number 3.14..."),
]


@pytest.mark.parametrize(("statement", "other"), OPEN)
def test_what_stays_open_is_told_as_another_reading(statement: str, other: str) -> None:
    assert [alternative.words for alternative in read(statement).alternatives] == [other]


SIDES = [
    (r"\frac{1}{1 + e^{-0.4}} = 0.5987", "1/(1 + exp(-2/5)) ≈ 0.5987"),
    (r"3.14\ldots = \pi", "pi ≈ 3.14..."),
    (r"x = -6.02 \times 10^{-3}", "x ≈ -0.00602"),
    ("0.50 = 0.5", "1/2 = 1/2"),
    (r"\lim_{x \to 0^-} \frac1x = -\infty", 'limit(1/x, x, 0, "-") = -oo'),
    (r"e = \lim_{n \to \infty} (1 + 1/n)^n", "exp(1) = limit((1 + 1/n)**n, n, oo)"),
]


@pytest.mark.parametrize(("statement", "claim"), SIDES)
def test_sides_that_are_printed_digits_or_infinities(statement: str, claim: str) -> None:
    found = read(statement).claim
    assert relation_text(found.lhs, found.relation, found.rhs) == claim


SETTLED = [
    r"\sin A \cos B = 0",  # angles, so numbers
    r"\frac{1}{A} \frac{B}{A} + \frac1B = 0",
    r"2 \times x = 0",
    r"\sum_{i,j} A_{ij} B_{ij} + \operatorname{tr}(A^T B) = 0",
    r"2(x - y) \times \frac{d}{dt} t = 0",
    r"\sin 2x + \sin x/x = 0",
    r"\delta_{AB} = 0",
    r"\ln e = 0",
]


@pytest.mark.parametrize("statement", SETTLED)
def test_what_has_one_reading_is_not_left_open(statement: str) -> None:
    assert not read(statement).alternatives


def test_a_logarithm_without_a_base_is_natural_and_a_refutation_has_to_hold_for_others() -> None:
    found = read(r"\log x = 0")
    assert text(found.claim.lhs) == "log(x)"
    assert [(text(a.claim.lhs), a.covered) for a in found.alternatives if a.claim] == [
        ("log(x)/log(10)", True),
        ("log(x)/log(2)", True),
    ]


DELTAS = [
    r"\delta_{ij} = [i = j]",
    r"\delta_{ij} = \mathbb{1}[i = j]",
    r"\delta_{ij} = \mathbf{1}_{j=i}",
    r"\delta_{ij} = \begin{cases} 1 & \text{if } i = j \\ 0 & \text{otherwise} \end{cases}",
]


@pytest.mark.parametrize("definition", DELTAS)
def test_kronecker_s_delta_can_be_declared(definition: str) -> None:
    found = read(r"\sum_j \delta_{ij} x_j = x_i", let=[definition])
    assert text(found.claim.lhs) == "Sum(delta(i, j)*x_{j}, (j, 1, N_j))"
    assert not found.alternatives


def test_a_declaration_settles_what_was_open() -> None:
    assert left("k(x + y) = 0", domains={"k": DOMAINS["real"]}) == "k*(x + y)"
    assert not read("k(x + y) = 0", domains={"k": DOMAINS["real"]}).alternatives
    assert not read("A B = 0", domains={"A": DOMAINS["real"]}).alternatives


def test_the_last_value_of_an_index_is_a_size() -> None:
    context = read(r"\sum_{i=1}^m x_i = 0").claim.context
    assert [(d.name, d.domain.field) for d in context.declarations] == [("m", "integer")]
    assert [(a.name, text(a.shape[0])) for a in context.arrays] == [("x_{#1}", "m")]


def test_a_letter_that_ends_a_range_is_no_imaginary_unit() -> None:
    said = read(r"e^{i - 1} = \exp(\sum_{j=1}^{i} a_j)")
    assert not [other for other in said.alternatives if "imaginary" in other.words]
    assert [other for other in read(r"x = i - 1").alternatives if "imaginary" in other.words]


def test_an_array_is_numbered_from_1_also_where_a_sum_begins_later() -> None:
    claim = read(r"\sum_{i=1}^n x_i = x_1 + \sum_{i=2}^n x_i").claim
    assert text(claim.rhs) == "x_{1} + Sum(x_{i}, (i, 2, n))"
    [array] = claim.context.arrays
    assert [text(size) for size in array.shape] == ["n"]
    assert decide(claim).status is Status.PROVED
    assert decide(read(r"\sum_{i=1}^n x_i = \sum_{i=2}^n x_i").claim).status is Status.REFUTED
