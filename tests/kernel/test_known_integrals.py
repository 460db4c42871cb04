"""Integrals by the table, and with whole numbers in them: what is proved, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace

import mpmath
import pytest
import sympy
from forgery import claim, point

from verify_derivations.certificate import KnownIntegral, Proof, Replaced, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.integral_table import INTEGRALS
from verify_derivations.kernel.calculus.known_integrals import known_integral
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.sympy.to_sympy import to_sympy
from verify_derivations.term.syntax.nodes import ONE, ZERO, Integral, Symbol

NO_LEMMA = Rewriting()
DOMAINS = {"a": "positive", "b": "positive", "k": "positive", "n": "posint", "m": "posint"}

TRUE_AND_FALSE = [
    # integral, what it is, what it is not
    ("integrate(x**(a - 1)*exp(-b*x), (x, 0, oo))", "gamma(a)/b**a", "gamma(a + 1)/b**a"),
    ("integrate(x**a*b**a*exp(-b*x)/gamma(a), (x, 0, oo))", "a/b", "a + b"),
    ("integrate((k/b)*(x/b)**(k - 1)*exp(-(x/b)**k), (x, 0, oo))", "1", "k"),
    ("integrate(x**n*exp(-x), (x, 0, oo))", "factorial(n)", "factorial(n + 1)"),
    ("integrate(x**(a - 1)*(1 - x)**(b - 1), (x, 0, 1))", "beta(a, b)", "1/(a + b)"),
    ("integrate(x**a*(1 - x)**(b - 1)/beta(a, b), (x, 0, 1))", "a/(a + b)", "b/(a + b)"),
    ("integrate(x**n*log(x), (x, 0, 1))", "-1/(n + 1)**2", "1/(n + 1)**2"),
    # of which each summand by itself diverges
    ("integrate(1 - (1 - exp(-b*x)), (x, 0, oo))", "1/b", "2/b"),
    # what is divided by is not 0 where the integral has a value
    ("integrate((x - (c + d)/2)**2/(d - c), (x, c, d))", "(d - c)**2/12", "(d - c)**2/6"),
    ("integrate(exp(t*x)/(d - c), (x, c, d))", "(exp(t*d) - exp(t*c))/(t*(d - c))", "exp(t*d)/(t*(d - c))"),
    # values of the zeta function
    ("integrate(log(x)/(1 + x), (x, 0, 1))", "-pi**2/12", "-pi**2/6"),
    ("integrate(log(x)/(x - 1), (x, 0, 1))", "pi**2/6", "-pi**2/6"),
    ("integrate(log(x)/(1 - x**2), (x, 0, 1))", "-pi**2/8", "-pi**2/6"),
    ("integrate(x*log(x)/(1 - x**2), (x, 0, 1))", "-pi**2/24", "-pi**2/8"),
    ("integrate((3 + x**2)*log(x)/(2 + 2*x), (x, 0, 1))", "3/8 - pi**2/6", "-pi**2/6"),
    ("integrate(log(x)**2/(1 + x), (x, 0, 1))", "3*zeta(3)/2", "2*zeta(3)"),
    ("integrate(log(1 + x)/x, (x, 0, 1))", "pi**2/12", "pi**2/6"),
    ("integrate(log(1 - x**3)/x, (x, 0, 1))", "-pi**2/18", "pi**2/18"),
    ("integrate(log(x)*log(1 + x)/x, (x, 0, 1))", "-3*zeta(3)/4", "3*zeta(3)/4"),
    ("integrate(x**3/(exp(x) - 1), (x, 0, oo))", "pi**4/15", "pi**4/90"),
    ("integrate(b*x/(2*exp(a*x) + 2), (x, 0, oo))", "b*pi**2/(24*a**2)", "b*pi**2/(12*a**2)"),
    ("integrate(x**a/(exp(x) - 1), (x, 0, oo))", "gamma(a + 1)*zeta(a + 1)", "gamma(a)*zeta(a)"),
    ("integrate(x*exp(-2*x)/(1 + exp(-2*x)), (x, 0, oo))", "pi**2/48", "pi**2/24"),
    ("integrate(sin(n*x)**2, (x, -pi, pi))", "pi", "2*pi"),
    ("integrate(x*sin(n*x), (x, -pi, pi))", "2*pi*(-1)**(n + 1)/n", "2*pi/n"),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), TRUE_AND_FALSE)
def test_integrals_with_parameters(lhs, rhs, wrong):
    assert decide(claim(lhs, rhs, **DOMAINS), seconds=60).status == "proved"
    assert decide(claim(lhs, wrong, **DOMAINS), seconds=60).status == "refuted"


def test_what_is_assumed_keeps_a_primitive_from_dividing_by_zero():
    record = {
        "lhs": "integrate(cos(m*x)*cos(n*x), (x, 0, 2*pi))",
        "rhs": "0",
        "symbols": {name: {"domain": "posint"} for name in "mn"},
    }
    assert decide(read_record({**record, "given": ["m > n"]}), seconds=60).status == "proved"
    verdict = decide(read_record(record), seconds=60)
    assert verdict.status == "refuted"  # it is pi where m = n
    assert verdict.witness is not None
    assert dict(verdict.witness.point) == {"m": "1", "n": "1"}


@pytest.mark.parametrize("name", INTEGRALS)
def test_every_row_of_the_table_against_mpmath(name):
    """By quadrature, at parameters for which there is no trouble at the ends."""
    row = INTEGRALS[name]
    x, *parameters = sympy.symbols("x s t p")
    integrand, value = (
        to_sympy(parse_plain(formula), evaluate=True) for formula in (row.integrand, row.value)
    )
    assumed = {sympy.Symbol(c.name, real=True): c for c in (x, *parameters)}
    of = sympy.lambdify((x, *parameters), integrand.subs(assumed), "mpmath")
    is_ = sympy.lambdify(parameters, value.subs(assumed), "mpmath")
    for at in [(2, 3, 1), (2.5, 2, 2), (3, 4, 1.5), (1.25, 2.75, 3)]:
        found = mpmath.quad(lambda u, at=at: of(u, *at), [0, 0.5, 1] if row.unit else [0, 1, 3, mpmath.inf])
        assert abs(found - is_(*at)) < 1e-5


AB = (Symbol("a"), Symbol("b"), ONE)
GAMMA = KnownIntegral("u", (("gamma", ONE, AB),), NO_LEMMA)
FORGED = [
    # evidence, what takes the place of the integral, why it is turned down
    (replace(GAMMA, parts=(("wish", ONE, ()),)), "1", "there is no integral"),
    (replace(GAMMA, parts=()), "0", "not the value"),
    (GAMMA, "gamma(a)", "not the value"),
    (replace(GAMMA, parts=(("gamma", ONE, (Symbol("a"), Symbol("b"))),)), "1", "other parameters"),
    (replace(GAMMA, parts=(("beta", ONE, (Symbol("a"), Symbol("b"))),)), "", "other ends"),
    (replace(GAMMA, parts=(("gamma", ONE, (Symbol("a"), Symbol("c"), ONE)),)), "", "may not be positive"),
    (replace(GAMMA, parts=(("gamma", ONE, (Symbol("a"), Symbol("u"), ONE)),)), "", "holds the variable"),
    (replace(GAMMA, parts=(("gamma", ONE, (Symbol("b"), Symbol("b"), ONE)),)), "", "difference of the two"),
    (
        replace(GAMMA, parts=(("gamma", parse_plain("1/c"), (Symbol("a"), Symbol("b"), ONE)),)),
        "",
        "not defined",
    ),
    (replace(GAMMA, name="a"), "", "holds the variable"),
]

ZETA = "integrate(x/(exp(x) - 1), (x, 0, oo))"
TWO = parse_plain("2")
FORGED_ZETA = [
    # row, parameters, why it is turned down
    ("zeta", (ONE, TWO), "difference of the two"),
    ("zeta", (TWO, ONE), "not defined all the way|difference of the two"),
    ("alternating zeta", (ONE, ONE), "difference of the two"),
    ("zeta", (ONE, ZERO), "may not be positive"),
    ("over 1 - x", (ONE, ONE), "other ends"),
    ("log(1 - x) over x", (ONE, ONE), "other ends"),
]


@pytest.mark.parametrize(("row", "at", "why"), FORGED_ZETA)
def test_a_forged_value_of_the_zeta_function_is_turned_down(row, at, why):
    term = parse_plain(ZETA)
    assert isinstance(term, Integral)
    evidence = KnownIntegral("u", ((row, ONE, at),), NO_LEMMA)
    with pytest.raises(CertificateError, match=why):
        judge(claim(ZETA, "pi**2/6"), certificate(term, "", evidence))
    genuine = KnownIntegral("u", (("zeta", ONE, (ONE, ONE)),), NO_LEMMA)
    assert decide(claim(ZETA, "pi**2/6")).status == "proved"
    assert judge(claim(ZETA, "gamma(2)*zeta(2)"), certificate(term, "", genuine)).status == "proved"


@pytest.mark.parametrize(("evidence", "becomes", "why"), FORGED)
def test_a_forged_integral_is_turned_down(evidence, becomes, why):
    stated = claim(
        "integrate(x**(a - 1)*exp(-b*x), (x, 0, oo)) + 0*c", "gamma(a)/b**a", a="positive", b="positive"
    )
    term = parse_plain("integrate(x**(a - 1)*exp(-b*x), (x, 0, oo))")
    assert isinstance(term, Integral)
    with pytest.raises(CertificateError, match=why):
        judge(stated, certificate(term, becomes, evidence))


def certificate(term: Integral, becomes: str, evidence: KnownIntegral) -> Proof:
    value = parse_plain(becomes) if becomes else known_integral(evidence)
    return Proof(Replaced(term, value, evidence, NO_LEMMA), point(a=2, b=1, c=1))
