"""The plain notation: what is read, what as, and what is turned down with which words."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.balls import Evaluation
from verify_derivations.term.notation.plain import parse_plain, parse_relations
from verify_derivations.term.notation.plain_syntax import DEEPEST, TooLarge
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.bounds import rational
from verify_derivations.term.syntax.nodes import Apply, Bound, Derivative, Number, Pow, Product, Sum, Symbol
from verify_derivations.term.syntax.traverse import subterms

X, Y = Symbol("x"), Symbol("y")


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("1/(1 + exp(-z))", "1/(1 + exp(-z))"),
        ("a - b + c", "a - b + c"),
        ("-x**2", "-x**2"),
        ("2**-x", "2**(-x)"),
        ("x**y**z", "x**(y**z)"),
        ("a/b*c", "a*c/b"),
        ("a/(b*c)", "a/(b*c)"),
        ("lambda_*x", "lambda_*x"),
        ("diff(x**3, x, 2)", "diff(x**3, x, 2)"),
        ("Sum(k*x, (k, 1, n))", "Sum(k*x, (k, 1, n))"),
        ("Product(Sum(i*j, (i, 1, j)), (j, 1, n))", "Product(Sum(i*j, (i, 1, j)), (j, 1, n))"),
        ("f(x, y)", "f(x, y)"),
        ("\n x\t+ 1 ", "x + 1"),
    ],
)
def test_reading_and_printing(expression: str, printed: str) -> None:
    assert text(parse_plain(expression)) == printed
    assert parse_plain(printed) is parse_plain(text(parse_plain(printed)))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2 - 3 - 4", -5),
        ("2 - (3 - 4)", 3),
        ("-2**2", -4),
        ("(-2)**2", 4),
        ("2**3**2", 512),
        ("2**-1", Fraction(1, 2)),
        ("--3", 3),
        ("- - -3", -3),
        ("6/2*3", 9),
        ("6/2/3", 1),
        ("2*-3", -6),
        ("+5", 5),
        (".5 + 1.", Fraction(3, 2)),
        ("Rational(-1, 3)", Fraction(-1, 3)),
        ("1e-2", Fraction(1, 100)),
    ],
)
def test_precedence_is_pythons(expression: str, value: Fraction) -> None:
    assert rational(parse_plain(expression)) == value


@pytest.mark.parametrize(
    "decimal", ["0.1", "0.5", "1.10", "12.375e-3", "0.10000000000000000000000000000000001"]
)
def test_a_decimal_is_the_rational_that_is_written(decimal: str) -> None:
    assert parse_plain(decimal) is Number(Fraction(decimal))


@pytest.mark.parametrize(
    ("spelling", "standard"),
    [
        ("ln(x)", "log(x)"),
        ("arcsin(x)", "asin(x)"),
        ("arctanh(x)", "atanh(x)"),
        ("arccosh(x)", "acosh(x)"),
        ("abs(x)", "Abs(x)"),
        ("fabs(x)", "Abs(x)"),
        ("sgn(x)", "sign(x)"),
        ("psi0(x)", "digamma(x)"),
        ("psi(x)", "digamma(x)"),
        ("psi(1, x)", "polygamma(1, x)"),
        ("maximum(x, y)", "Max(x, y)"),
        ("Max(x, y, 1)", "Max(Max(x, y), 1)"),
        ("minimum(x, y)", "Min(x, y)"),
        ("lgamma(x)", "loggamma(x)"),
        ("log(x, 2)", "log(x)/log(2)"),
        ("log1p(x)", "log(1 + x)"),
        ("expm1(x)", "exp(x) - 1"),
        ("square(x)", "x**2"),
        ("pow(x, y)", "x**y"),
        ("hypot(x, y)", "sqrt(x**2 + y**2)"),
        ("E**x", "exp(x)"),
        ("Derivative(x*y, x, y)", "diff(x*y, x, y)"),
        ("diff(x*y, x, 2, y)", "diff(x*y, x, x, y)"),
        ("Heaviside(x, 1/2)", "Heaviside(x)"),
        ("Sum(i*j, (i, 1, j), (j, 1, n))", "Sum(Sum(i*j, (i, 1, j)), (j, 1, n))"),
        ("(x*y).diff(x, y)", "diff(x*y, x, y)"),
        ("exp(-x).integrate((x, 0, 1))", "integrate(exp(-x), (x, 0, 1))"),
        ("(1/x).limit(x, 0, '+')", "limit(1/x, x, 0, '+')"),
        ("-x.conj()**2", "-(conjugate(x)**2)"),
        ("Sum(k, (k, 1, 3)).doit()", "Sum(k, (k, 1, 3))"),
    ],
)
def test_spellings(spelling: str, standard: str) -> None:
    once, twice = parse_plain(spelling), parse_plain(standard)
    if "diff" in standard:  # a second derivative may be written at once or in two steps
        assert {type(t) for t in subterms(once)} == {type(t) for t in subterms(twice)}
        assert sum(t.order for t in subterms(once) if isinstance(t, Derivative)) == standard.count(",")
    else:
        assert text(once) == text(twice)


@pytest.mark.parametrize(
    "name",
    "binomial beta factorial2 erfc erfi expint Ei Si Ci li Shi Chi fresnels fresnelc LambertW polylog zeta "
    "uppergamma lowergamma polygamma loggamma acot asec acsc acoth asech acsch floor ceiling atan2".split(),
)
def test_functions_are_plain_applications(name: str) -> None:
    assert parse_plain(f"{name}(x, y)") is Apply(name, (X, Y))


def test_an_unspecified_function_and_its_derivatives() -> None:
    assert parse_plain("f1(x)", ["f"]) is Apply("f'", (X,))
    assert parse_plain("f2(x)", ["f", "f1", "f2"]) is Apply("f''", (X,))
    assert parse_plain("f1(x)", ["f1"]) is Apply("f1", (X,))
    assert parse_plain("D(x) + psi(y)", ["D", "psi"]).children == (Apply("D", (X,)), Apply("psi", (Y,)))


def test_an_index_is_bound_in_its_sum_only() -> None:
    total = parse_plain("Sum(k*Sum(k + i, (i, 1, k)), (k, k0, n)) + k")
    inner, outside = total.children
    assert isinstance(inner, Sum)
    assert outside is Symbol("k")
    assert Symbol("k") not in subterms(inner)
    assert {t.level for t in subterms(inner) if isinstance(t, Bound)} == {0, 1}
    assert isinstance(parse_plain("Product(k, (k, 1, 3))"), Product)
    assert Evaluation({}).value(parse_plain("Product(Sum(i*j, (i, 1, j)), (j, 1, 3))")) == 1 * 6 * 18


def test_a_comparison_may_be_a_chain() -> None:
    assert parse_relations("0 < x <= y + 1") == [(Number(0), "<", X), (X, "<=", parse_plain("y + 1"))]
    assert parse_relations("x == 1") == [(X, "=", Number(1))]
    assert parse_relations("x != y") == [(X, "!=", Y)]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("", "ends too early"),
        ("(x", "ends too early"),
        ("x y", "column 3: a product is written *; an operator was expected before 'y'"),
        ("2x", "column 2: a product is written *; an operator was expected before 'x'"),
        ("x ** ", "ends too early"),
        ("x)", "column 2"),
        ("(x + 1)(x - 1)", "a product is written *"),
        ("x ^ 2", "a power is written **"),
        ("x!", "factorial(n)"),
        ("|x|", "Abs(x)"),
        ("x // 2", "a quotient is written /"),
        ("x − 1", "the minus sign"),
        ("x < 1", "a comparison is no expression"),
        ("(x, y)", "a list in brackets"),
        ("'x'", "a quoted word"),
        ("x[1]", "nothing here is declared to be"),
        ("A @ B", "nothing here is declared to be"),
        ("softmax(z)", "nothing here is declared to be"),
        ("True", "True is no number"),
        ("x.diff()", "takes an expression and names"),
        ("x.diff", "the text ends too early"),
        ("x.diff + 1", "a method is called, as in e.diff(...): '(' was expected, not '+'"),
        ("x.conj(y)", "column 3: .conj() takes no arguments"),
        ("x.dot()", "column 3: .dot() takes one argument"),
        ("x.real + 1", "behind a point one of T, transpose(), inv()"),
        ("x.", "ends too early"),
        ("x.T", "nothing here is declared to be one"),
        ("np.sin(x)", "."),
        ("sinc(x)", "in SymPy"),
        ("limit(x, x)", "a limit is written limit(e, x, a)"),
        ("limit(x, 2, 0)", "as a name goes to a point"),
        ("limit(x, x, 0, 'up')", "the direction of a limit"),
        ("limit(x, x, 0, 1)", "the direction of a limit"),
        ("Sum(k)", "needs a range"),
        ("Sum(k, (k, 1))", "a range is written (k, a, b)"),
        ("Sum(k, (2, 1, 3))", "a range is written (k, a, b)"),
        ("Sum(pi, (pi, 1, 3))", "cannot be an index"),
        ("Sum(diff(k*x, k), (k, 1, 3))", "derivative by k"),
        ("Rational(1, 0)", "the second of which is not 0"),
        ("diff(x)", "takes an expression and names"),
        ("diff(x, 2)", "takes an expression and names"),
        ("diff(x, x, 1/2)", "takes an expression and names"),
        ("diff(x, x, 10**9)", "takes an expression and names"),
    ],
)
def test_what_is_turned_down(expression: str, words: str) -> None:
    with pytest.raises(TermError) as raised:
        parse_plain(expression)
    assert words in raised.value.message


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 1000 + "x" + ")" * 1000,
        "exp(" * 1000 + "x" + ")" * 1000,
        "x" + "**x" * 1000,
        "f(" * 100_000,
        "1" * 5000,
        "0." + "1" * 5000,
        "1e100000",
        "x" + " " * 1_000_001,
        "x" + ".doit()" * 1000,
        "x" + ".T" * 1000,
    ],
    ids="brackets,calls,powers,open calls,digits,decimals,exponent,spaces,methods,attributes".split(","),
)
def test_what_is_beyond_the_bounds_is_said_to_be(expression: str) -> None:
    with pytest.raises(TooLarge):
        parse_plain(expression)


def test_what_is_within_the_bounds_is_read() -> None:
    assert parse_plain("(" * (DEEPEST - 1) + "x" + ")" * (DEEPEST - 1)) is X
    assert len(parse_plain("x" + "+x" * 99_999).children) == 100_000
    assert len(parse_plain("-" * 10_001 + "x").children) == 2


@pytest.mark.parametrize("expression", ["9**9**9**9", "10**(10**9)", "(10**9)**(10**9)", "2**-(10**12)"])
def test_nothing_is_computed_while_reading(expression: str) -> None:
    term = parse_plain(expression)
    assert isinstance(term, Pow)
    assert max(abs(math.floor(t.value)) for t in subterms(term) if isinstance(t, Number)) <= 10**12
