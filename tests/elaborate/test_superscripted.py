r"""Names with a superscript before brackets: a call is no product, and x^n(1 + x) stays one."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Chain
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def result(words: str, statement: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(f"{words}\n\n$$ {statement} $$\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


NAMES = [
    *r"Q^* \pi^* f^{(1)} f^{[l]} f^\star f^\dagger f^+ f^{\mathrm{opt}} M_X^{(k)} h_\theta^{(i)}".split(),
    *r"p_\theta^*".split(),
    *r"V^{k+1} V^\pi V^* f_i^j \psi^{(m)} L_n^{(\alpha)} f^T f^n u^k u^{(k)}".split(),
    *r"F^- \hat{f}^{(k)} (f^*) {f^*}_k".split(),
    *r"\mathrm{loss}^* \mathbf{f}^{(n)} \phi^2 f'^{(n)}".split(),
    r"f^{\langle t\rangle}",
]

OPEN = [
    *(("", f"{name}(2x) = 2 {name}(x)") for name in NAMES),
    ("Let $f$ be smooth.", r"f^{(n)}(x+y) = f^{(n)}(x) + f^{(n)}(y)"),
    ("", r"f^{(n)}[2x] = 2 f^{(n)}[x]"),
    ("", r"f^{(n)}\left(2x\right)^2 = 4 f^{(n)}\left(x\right)^2"),
    ("", r"\frac{d}{d\xi} f^{(n+1)}(\xi) = f^{(n+1)}"),
    ("", r"\int_0^1 f^{(n)}(x) dx = \frac12 f^{(n)}"),
    ("", r"\frac{\partial}{\partial s} V^\pi(s) = V^\pi"),
    (r"Let $V^*: \mathbb R\to\mathbb R$.", r"V^*(s+t) = V^*(s) + V^*(t)"),
    (r"Let $V^* = \max_\pi V^\pi$.", r"V^*(2s) = 2 V^*(s)"),
    ("", r"\sigma^{(l)}(Wh+b) = \sigma^{(l)}(Wh) + \sigma^{(l)}(b)"),
    ("$f^*(y) = y^2/2$, so", r"f^*(2y) = 2f^*(y)"),
    (r"Let $\sigma(z) = \frac{1}{1+e^{-z}}$.", r"\sigma^{(n)}(2z) = 2\sigma^{(n)}(z)"),
    ("", r"\psi^{(1)}(x+1) = \psi^{(1)}(x) - \frac{1}{x^2}"),
    ("", r"K^*(-x) = K^*(x)"),
    ("", r"g^{(n)}(x+2\pi) = g^{(n)}(x)"),
    ("", r"f^{(4)}(-x) = f^{(4)}(x)"),
    ("", r"y^{(n)}(2x) = 2 y^{(n)}(x) + 0 \cdot y^{(n)} z^{(n)}"),
    ("", r"y^{(i)}(2x) = 2 y^{(i)}(x)"),
    ("", r"y^{(i)} x^{(i)} = y^{(i)}(x^{(i)})"),
    ("", r"f^{(i)}(2x) = 2 f^{(i)}(x) + 0 \cdot f^{(i)} x^{(i)}"),
]


@pytest.mark.parametrize(("words", "statement"), OPEN)
def test_a_function_with_a_superscript_is_not_linear(words: str, statement: str, tmp_path: Path) -> None:
    """Ledger dev-220, dev-221: neither proved nor refuted."""
    assert str(result(words, statement, tmp_path).status) in ("not understood", "undecided")


@pytest.mark.parametrize("words", ["", "Let $u(x) = x^3$.", "Here $u(x)$ is a function."])
def test_a_power_of_a_function_is_no_factor(words: str, tmp_path: Path) -> None:
    """Ledger dev-223."""
    name = "u" if words else "f"
    status = str(result(words, f"{name}^2(2x) = 2 {name}^2(x)", tmp_path).status)
    assert status in ("not understood", "undecided")


KNOWN_FUNCTIONS = [r"\sin^{(4)}(x)", r"\log^{(2)}(x)", r"\tanh^{(1)}(x)", r"\exp^{(n)}(x)", r"\exp^{[2]}(x)"]


@pytest.mark.parametrize("latex", KNOWN_FUNCTIONS)
def test_a_superscript_in_brackets_is_no_power_of_a_known_function(latex: str) -> None:
    """Ledger dev-222."""
    assert "order of a derivative" in refusal(latex)


REFUSED = [
    (r"V^\pi(s+t)", "may be a function with its argument or a product"),
    (r"f^{(n)}[2x]", "may be a function with its argument or a product"),
    (r"\hat{f}^{-1}(x)", "an inverse function or a quotient"),
]


@pytest.mark.parametrize(("latex", "reason"), REFUSED)
def test_both_readings_are_told(latex: str, reason: str) -> None:
    assert reason in refusal(latex)


def refusal(latex: str) -> str:
    chain = parse(f"{latex} = 0").root
    assert isinstance(chain, Chain)
    with pytest.raises(NotRead) as raised:
        read_claim((chain.members[0], "=", chain.members[1]), Known())
    return raised.value.message


PRODUCTS = [
    ("", r"x^2(y+1) = x^2 y + x^2"),
    ("", r"a^2 (b + c)(d + e) = a^2 (d + e)(b + c)"),
    ("", r"e^{x}(1+x) = e^x + x e^x"),
    ("", r"\sigma^2(1-\rho) = \sigma^2 - \sigma^2 \rho"),
    ("", r"(1-p)^n(1+x) = (1-p)^n + x (1-p)^n"),
    ("", r"\frac{n^2(n+1)^2}{4} = \left(\frac{n(n+1)}{2}\right)^2"),
    ("", r"x^n(1+x) = x^n + x^{n+1}"),
    ("", r"p^k(1-p)^n = (1-p)^n p^k"),
    ("", r"r^k(a+b) = r^k a + r^k b"),
    ("", r"x_1^2(x_2 + 1) = x_1^2 x_2 + x_1^2"),
    ("", r"x^{1/2}(x + 1) = x^{1/2} x + x^{1/2}"),
    ("", r"g^2(a+b) = g^2 a + g^2 b"),
    ("", r"\hat y^{(i)}(1-\hat y^{(i)}) = \hat y^{(i)} - (\hat y^{(i)})^2"),
    ("", r"\frac{d}{dx} x^2(x+1) = 3x^2 + 2x"),
    ("Let $x^* = 3$.", r"x^*(a+b) = 3a + 3b"),
    ("", r"\sin^2(x) + \cos^{2}(x) = 1"),
]


@pytest.mark.parametrize(("words", "statement"), PRODUCTS)
def test_a_power_before_brackets_is_a_factor(words: str, statement: str, tmp_path: Path) -> None:
    assert str(result(words, statement, tmp_path).status) == "proved"


EXAMPLES = [
    # the label of an example is multiplied by brackets, as it is multiplied elsewhere
    (r"y^{(i)}\log\frac{a}{1+x^{(i)}} = y^{(i)}(\log a - \log(1 + x^{(i)}))", "proved"),
    (r"y^{(i)}\log\frac{a}{1+x^{(i)}} = y^{(i)}(\log a + \log(1 + x^{(i)}))", "refuted"),
]


@pytest.mark.parametrize(("statement", "status"), EXAMPLES)
def test_the_number_of_an_example_is_no_derivative(statement: str, status: str, tmp_path: Path) -> None:
    words = "Let $a > 0$. The examples $x^{(i)} > 0$ have labels $y^{(i)} \\in \\{0, 1\\}$. Then"
    assert str(result(words, statement, tmp_path).status) == status


FUNCTIONALS = [
    # a name in the brackets of a functional may be a function: no product is proved of it
    r"G[u] = u(2x) = 2u(x)",
    r"A[b] = b(2x) = 2b(x)",
    r"\mathcal{L}[q] = q(x + y) = q(x) + q(y)",
]


@pytest.mark.parametrize("statement", FUNCTIONALS)
def test_what_a_functional_is_of_is_no_factor(statement: str, tmp_path: Path) -> None:
    """Ledger dev-250."""
    assert str(result("We get", statement, tmp_path).status) == "not understood"


def test_a_number_above_an_array_may_number_it(tmp_path: Path) -> None:
    """As layers of back-propagation do: no power of a vector is made up, and what settles it is named."""
    found = result(r"Let $v \in \mathbb R^n$ and $w \in \mathbb R^n$.", r"v^2 = w^2", tmp_path)
    assert found.verdict is not None
    assert "index $v^2$" in found.verdict.reason
