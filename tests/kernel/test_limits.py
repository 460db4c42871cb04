"""Limits: what they are, what is not said of them, and certificates that lie."""

from __future__ import annotations

from fractions import Fraction

import pytest
from forgery import claim, point

from verify_derivations.certificate import (
    Counterexample,
    LimitValue,
    NeverDefined,
    NoLimit,
    Proof,
    Rewriting,
    WithLimits,
)
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Context, Status
from verify_derivations.term.notation.plain import parse_plain

NO_LEMMA = Rewriting(())
at_no_point = Proof(NO_LEMMA, point(q=1))

# limit, its value, domains of its symbols
KNOWN = [
    # continuous at the point
    ("limit(x**2, x, a)", "a**2", {}),
    ("limit(cos(x), x, pi/3)", "1/2", {}),
    ("limit(1/x, x, a)", "1/a", {}),
    ("limit(x/a, x, a)", "1", {}),
    # a quotient of two that vanish
    ("limit((x**2 - 1)/(x - 1), x, 1)", "2", {}),
    ("limit(sin(x)/x, x, 0)", "1", {}),
    ("limit((1 - cos(x))/x**2, x, 0)", "1/2", {}),
    ("limit((x - sin(x))/x**3, x, 0)", "1/6", {}),
    ("limit(sin(a*x)/sin(b*x), x, 0)", "a/b", {}),
    ("limit((a**x - 1)/x, x, 0)", "log(a)", {"a": "positive"}),
    ("limit(acos(x)/sqrt(1 - x), x, 1, '-')", "sqrt(2)", {}),
    # other indeterminate forms
    ("limit((1 + a/n)**n, n, oo)", "exp(a)", {}),
    ("limit(x**x, x, 0, '+')", "1", {}),
    ("limit(x**(1/x), x, oo)", "1", {}),
    ("limit(cos(x)**(1/x**2), x, 0)", "exp(-1/2)", {}),
    ("limit(sqrt(x**2 + x) - x, x, oo)", "1/2", {}),
    ("limit(1/x - 1/sin(x), x, 0)", "0", {}),
    ("limit(((a**p + b**p)/2)**(1/p), p, 0)", "sqrt(a*b)", {"a": "positive", "b": "positive"}),
    ("limit((3**x + 5**x)**(1/x), x, oo)", "5", {}),
    # what outgrows what
    ("limit(x**a*exp(-x), x, oo)", "0", {}),
    ("limit(log(x)**3/x, x, oo)", "0", {}),
    ("limit(x*log(x), x, 0, '+')", "0", {}),
    ("limit(exp(x)/x**10, x, oo)", "oo", {}),
    # at infinity, and functions where they are not smooth
    ("limit(atan(x), x, -oo)", "-pi/2", {}),
    ("limit(erf(x), x, oo)", "1", {}),
    ("limit(tanh(x), x, -oo)", "-1", {}),
    ("limit(sigmoid(x), x, -oo)", "0", {}),
    ("limit(softplus(x) - x, x, oo)", "0", {}),
    ("limit(gamma(x), x, 0, '+')", "oo", {}),
    ("limit(floor(x), x, 2, '-')", "1", {}),
    ("limit(Piecewise((x**2, x > 0), (-x, True)), x, 0)", "0", {}),
    # bounded times something that vanishes
    ("limit(x*sin(1/x), x, 0)", "0", {}),
    ("limit(sin(x)/x, x, oo)", "0", {}),
    # of sequences: a power of what is negative has values at whole numbers only
    ("limit((-1)**n/n, n, oo)", "0", {}),
    ("limit((-a)**n/(2*a)**n, n, oo)", "0", {"a": "positive"}),
    ("limit(Abs((-n/(n + 1))**n), n, oo)", "exp(-1)", {}),
    ("limit((n + (-1)**n)/(n - (-1)**n), n, oo)", "1", {}),
    ("limit((-1)**n*2**n, n, -oo)", "0", {}),
    ("limit((-1)**(3*n + 1)*(-1)**n, n, oo)", "-1", {}),
    ("limit((2*(-3)**n + 2**n)/(-3)**(n + 1), n, oo)", "-2/3", {}),
    ("limit((-2)**(2*n)*(-1)**n/(-5)**n, n, oo)", "0", {}),
    # one-sided, and infinite
    ("limit(1/x, x, 0, '-')", "-oo", {}),
    ("limit(1/x**2, x, 0)", "oo", {}),
    ("limit(log(x), x, 0, '+')", "-oo", {}),
    ("limit(exp(1/x), x, 0, '-')", "0", {}),
    # derivatives by their definition
    ("limit((sin(x + h) - sin(x))/h, h, 0)", "cos(x)", {}),
    ("limit((tan(x + h) - tan(x))/h, h, 0)", "1 + tan(x)**2", {}),
    ("limit((sigmoid(x + h) - sigmoid(x))/h, h, 0)", "sigmoid(x)*(1 - sigmoid(x))", {}),
    ("limit((log(x + h) - log(x))/h, h, 0)", "1/x", {"x": "positive"}),
    ("limit((sqrt(x + h) - sqrt(x))/h, h, 0)", "1/(2*sqrt(x))", {"x": "positive"}),
    # as a part of something larger
    ("limit((sin(x + h) - sin(x))/h, h, 0) + 1", "1 + cos(x)", {}),
    ("limit(2*x, x, 3) + limit(x**2, x, 1)", "7", {}),
]

WRONG = [
    ("limit((x**2 - 1)/(x - 1), x, 1)", "3", {}),
    ("limit(1/x**2, x, 0)", "1", {}),
    ("limit(1/x, x, oo)", "oo", {}),
    ("limit(1/x, x, 0, '+')", "-oo", {}),
    ("limit((sin(x + h) - sin(x))/h, h, 0)", "sin(x)", {}),
    ("limit(sin(a*x)/sin(b*x), x, 0)", "b/a", {}),
    ("limit(1/(1 + exp(-x/T)), T, 0, '+')", "1", {}),
    ("limit(Abs((-n/(n + 1))**n), n, oo)", "0", {}),
    ("limit((-1)**n/n, n, oo)", "1", {}),
    ("limit((-1)**(n + 1)*(-1)**n, n, oo)", "1", {}),
    ("limit((2*(-3)**n + 2**n)/(-3)**(n + 1), n, oo)", "2/3", {}),
    (
        "limit((a*exp(-a*x) + b*exp(-b*x))*exp(b*x), x, oo)",
        "oo",
        {"a": "positive", "b": "positive"},
    ),
]

NEEDS_A_DIRECTION = [
    ("limit(Abs(x)/x, x, 0)", "1", "1 from above and -1 from below"),
    ("limit(1/x, x, 0)", "oo", "oo from above and -oo from below"),
    ("limit(exp(1/x), x, 0)", "oo", "oo from above and 0 from below"),
    ("limit(floor(x), x, 2)", "2", "2 from above and 1 from below"),
]

NOT_SAID = [
    ("limit(sin(x), x, oo)", "0"),  # there is none
    ("limit(sin(1/x), x, 0)", "0"),
    ("limit(sqrt(x), x, 0)", "0"),  # from below it is not defined
    ("limit(sqrt(-x**2), x, 0)", "0"),
    ("limit(x/(x - x), x, 0)", "1"),
    ("limit(x*log(-1), x, 0)", "0"),  # a part that has no value
    ("limit(x*log(-1), x, 0)", "1"),
    ("limit(Piecewise((x*log(-1), x > 0), (5, True)), x, 0, '+')", "1"),
    ("limit((-1)**x, x, oo)", "1"),  # along even numbers, -1 along odd ones
    ("limit((-1)**x, x, oo)", "0"),
    ("limit((-2)**x, x, oo)", "oo"),
    ("limit((1 + (-1)**x/x)**x, x, oo)", "exp(1)"),  # exp(-1) along odd ones
    ("limit((-1)**(2*x), x, oo)", "1"),  # it is -1 at halves
    ("limit((-1)**(x/2), x, oo)", "1"),
    ("limit((-1)**(x**2), x, oo)", "1"),
    ("limit(((-1)**x)**x, x, oo)", "1"),
    ("limit((-1)**x, x, 0)", "1"),  # near 0 there is no other whole number
    ("limit((-1)**x*x, x, 0)", "0"),
    ("oo - oo", "0"),
    ("limit(oo*x, x, 0)", "0"),
    ("limit(I*x, x, 1)", "I"),
]


@pytest.mark.parametrize(("limit", "value", "domains"), KNOWN)
def test_a_limit_is_what_it_is(limit, value, domains):
    verdict = decide(claim(limit, value, **domains))
    assert verdict.status is Status.PROVED, verdict.reason


@pytest.mark.parametrize(("limit", "value", "domains"), WRONG)
def test_a_wrong_limit_is_refuted(limit, value, domains):
    verdict = decide(claim(limit, value, **domains))
    assert verdict.status is Status.REFUTED
    assert verdict.witness is not None


@pytest.mark.parametrize(("limit", "value", "why"), NEEDS_A_DIRECTION)
def test_a_limit_that_needs_a_direction_is_ill_formed(limit, value, why):
    verdict = decide(claim(limit, value))
    assert verdict.status is Status.ILL_FORMED
    assert why in verdict.reason


@pytest.mark.parametrize(("limit", "value"), NOT_SAID)
def test_nothing_is_said_where_nothing_is_known(limit, value):
    assert decide(claim(limit, value)).status is Status.UNDECIDED


@pytest.mark.parametrize(
    ("body", "slope"),
    [
        ("limit((f(x + h) - f(x))/h, h, 0)", "diff(f(x), x)"),
        ("limit((f(x + h) - f(x - h))/(2*h), h, 0)", "diff(f(x), x)"),
        ("limit((f(x + h) - 2*f(x) + f(x - h))/h**2, h, 0)", "diff(f(x), x, 2)"),
    ],
)
def test_any_smooth_function_has_its_derivative(body, slope):
    stated = Claim(parse_plain(body, ("f",)), "=", parse_plain(slope, ("f",)), Context(functions=("f",)))
    assert decide(stated).status is Status.PROVED


def value(limit: str, becomes: str, order: int = 6) -> LimitValue:
    return LimitValue(parse_plain(limit), parse_plain(becomes), order)


def proof(limit: str, becomes: str, order: int = 6, **at: int) -> WithLimits:
    return WithLimits((value(limit, becomes, order),), Proof(NO_LEMMA, point(**at)))


def refutation(limit: str, becomes: str, **at: int | str) -> WithLimits:
    return WithLimits((value(limit, becomes),), Counterexample(point(**at)))


SINC = "limit(sin(x)/x, x, 0)"
TURNS = "limit((-1)**n, n, oo)"
HALVES = "limit((-1)**(2*n), n, oo)"

FORGED = [
    # claim, certificate, why the kernel turns it down
    (claim(SINC, "2"), proof(SINC, "2"), "the limit is another"),
    (claim(SINC, "2"), proof(SINC, "1"), "sides differ at the point"),
    (claim(SINC, "1"), refutation(SINC, "2"), "the limit is another"),
    (claim(SINC, "1"), refutation(SINC, "1"), "the sides may agree"),
    (claim(SINC, "1"), proof(SINC, "1", 1), "is not known"),
    (claim(SINC, "1"), proof(SINC, "1", 10_000), "no such order"),
    (claim(SINC, "oo"), proof(SINC, "oo"), "the limit is another"),
    (claim("limit(1/x, x, 0)", "oo"), proof("limit(1/x, x, 0)", "oo"), "the limit is another"),
    (claim("limit(Abs(x)/x, x, 0)", "1"), proof("limit(Abs(x)/x, x, 0)", "1"), "the limit is another"),
    (claim("limit(a*x/x, x, 0)", "1"), proof("limit(a*x/x, x, 0)", "1", a=1), "the limit is another"),
    (claim("limit(x/a, x, a)", "1"), proof("limit(x/a, x, a)", "1", a=0), "not defined at the point"),
    (claim("limit(a*x, x, 1)", "a"), refutation("limit(a*x, x, 1)", "2", a=1), "the limit is another"),
    (claim("limit(a*x, x, 1)", "1"), refutation("limit(a*x, x, 1)", "2"), "says nothing about a"),
    (
        claim("limit(a*x, x, 1)", "1", a="positive"),
        refutation("limit(a*x, x, 1)", "-2", a=-2),
        "outside its domain",
    ),
    (claim("limit(x*log(-1), x, 0)", "1"), refutation("limit(x*log(-1), x, 0)", "0"), "not defined"),
    (
        claim("limit(log(-1)/x, x, 0, '+')", "-oo"),
        refutation("limit(log(-1)/x, x, 0, '+')", "oo"),
        "may not be defined|not known|not defined",
    ),
    (claim("x", "x"), WithLimits((), NeverDefined(parse_plain("x"), "> 0")), "neither a proof"),  # type: ignore[arg-type]  # a forger need not keep to types
    (claim(TURNS, "1"), proof(TURNS, "1"), "the limit is another"),  # along even numbers only
    (claim(TURNS, "-1"), proof(TURNS, "-1"), "the limit is another"),
    (claim(TURNS, "0"), refutation(TURNS, "1"), "the limit is another"),
    (claim(HALVES, "1"), proof(HALVES, "1"), "between whole numbers"),
    (claim("oo", "oo"), WithLimits((), Counterexample(())), "the same infinity"),
    (
        claim("oo + 1", "oo + 1"),
        WithLimits((), Proof(NO_LEMMA, ())),
        "no rule|cannot be recomputed|not defined",
    ),
    (
        claim("limit(x, x, 0)", "0"),
        NoLimit(parse_plain("limit(x, x, 0)"), parse_plain("0"), parse_plain("0"), 4),
        "may be the same",
    ),
    (
        claim("limit(x, x, 0)", "0"),
        NoLimit(parse_plain("limit(x, x, 0)"), parse_plain("0"), parse_plain("1"), 4),
        "the limit is another",
    ),
    (
        claim("limit(1/x, x, 0, '+')", "0"),
        NoLimit(parse_plain("limit(1/x, x, 0, '+')"), parse_plain("oo"), parse_plain("-oo"), 4),
        "has a direction",
    ),
    (
        claim("limit(1/x**2, x, 0)", "0"),
        NoLimit(parse_plain("limit(1/x**2, x, 0)"), parse_plain("oo"), parse_plain("oo"), 4),
        "the same",
    ),
    # ledger dev-471: a limit of which the statement does not speak made it ill-formed
    (
        claim("x + x", "2*x"),
        NoLimit(parse_plain("limit(1/x, x, 0)"), parse_plain("oo"), parse_plain("-oo"), 4),
        "does not stand in the statement",
    ),
    # a limit that is not there, of a name that is not there: it ended in a KeyError
    (
        claim("limit(x, x, 0)", "0"),
        WithLimits((LimitValue(parse_plain("limit(x + q, x, 0)"), parse_plain("q"), 4),), at_no_point),
        "q is no symbol of the statement",
    ),
    (
        claim("limit(x, x, 0)", "0"),
        WithLimits(
            (LimitValue(parse_plain("limit(x, x, 0)"), parse_plain("q - q"), 4),), Counterexample(point(q=1))
        ),
        "the point says nothing about q",
    ),
    # data of another kind than is due: it ended in an AttributeError
    (
        claim("limit(x, x, 0)", "0"),
        WithLimits((NO_LEMMA,), at_no_point),  # type: ignore[arg-type]
        "no such certificate can be read",
    ),
    (
        claim("limit(x, x, 0)", "0"),
        Proof(NO_LEMMA, (1, 2)),  # type: ignore[arg-type]
        "no such certificate can be read|not made of",
    ),
]


@pytest.mark.parametrize(("stated", "certificate", "why"), FORGED)
def test_a_certificate_that_lies_is_turned_down(stated, certificate, why):
    with pytest.raises(CertificateError, match=why):
        judge(stated, certificate)


def test_the_witness_of_an_infinite_limit_says_so():
    verdict = decide(claim("limit(1/x**2, x, 0)", "1"))
    assert verdict.witness is not None
    assert (verdict.witness.lhs.decimal, verdict.witness.rhs.exact) == ("oo", "1")


def test_the_limit_of_a_refutation_is_taken_at_its_point():
    stated = claim("limit((a*exp(-a*x) + b*exp(-b*x))*exp(b*x), x, oo)", "oo", a="positive", b="positive")
    verdict = decide(stated)
    assert verdict.witness is not None
    assert dict(verdict.witness.point) == {"a": "2", "b": "1"}
    assert Fraction(verdict.witness.lhs.exact or 0) == 1
