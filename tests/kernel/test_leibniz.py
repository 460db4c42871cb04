"""Derivatives of integrals: what is proved, what is refuted, and where Leibniz's rule is not used."""

from __future__ import annotations

import pytest
from forgery import claim, counterexample, rewriting

from verify_derivations.certificate import NeverDefined
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Context
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain

POSITIVE = {"x": "positive"}

TRUE_AND_FALSE = [
    # integral, its derivative by x, what it is not, domains
    ("integrate(t**2, (t, 0, x))", "x**2", "2*x", {}),
    ("integrate(t**2, (t, x, 1))", "-x**2", "x**2", {}),
    ("integrate(exp(-t**2), (t, x, x**2))", "2*x*exp(-x**4) - exp(-x**2)", "exp(-x**4) - exp(-x**2)", {}),
    ("integrate(1/(x + t), (t, 0, 1))", "1/(1 + x) - 1/x", "1/(1 + x) + 1/x", POSITIVE),
    ("integrate(log(t), (t, 1, x))", "log(x)", "1/x", POSITIVE),
    ("integrate(x*t, (t, 0, x))", "3*x**2/2", "x**2", {}),
    ("integrate(sin(t), (t, 0, x))**2", "2*(1 - cos(x))*sin(x)", "sin(x)**2", {}),
    ("integrate(gamma(t), (t, 1, x))", "gamma(x)", "gamma(x + 1)", {"x": "gt1"}),
    ("integrate(a*t**2, (t, 0, x)) + a*x", "a*x**2 + a", "a*x**2", {}),
    ("x*integrate(exp(-t**2), (t, 0, oo))", "sqrt(pi)/2", "sqrt(pi)", {}),
]


@pytest.mark.parametrize(("integral", "slope", "wrong", "domains"), TRUE_AND_FALSE)
def test_the_derivative_of_an_integral(integral, slope, wrong, domains):
    assert decide(claim(f"diff({integral}, x)", slope, **domains)).status == "proved"
    assert decide(claim(f"diff({integral}, x)", wrong, **domains)).status == "refuted"


def test_the_second_derivative():
    slope = "diff(integrate((x - t)*exp(t), (t, 0, x)), x, 2)"
    assert decide(claim(slope, "exp(x)")).status == "proved"
    assert decide(claim(slope, "x*exp(x)")).status == "refuted"


UNKNOWN = [
    ("diff(integrate(f(t), (t, a, x)), x)", "f(x)", "-f(x)"),
    ("diff(integrate(f(t), (t, 0, x**2)), x)", "2*x*f(x**2)", "f(x**2)"),
    ("diff(integrate(f(t), (t, x, x + 1)), x)", "f(x + 1) - f(x)", "f(x + 1)"),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), UNKNOWN)
def test_the_fundamental_theorem_for_any_function(lhs, rhs, wrong):
    record = {"lhs": lhs, "functions": ["f"]}
    assert decide(read_record({**record, "rhs": rhs})).status == "proved"
    assert decide(read_record({**record, "rhs": wrong})).status == "refuted"


LEFT_OPEN = [
    # derivatives that exist, with other values than the rule gives, or where it is not shown that they do
    ("integrate(sqrt((x - t)**2), (t, 0, 1))", "sign(x)", {}),  # it is 2*x - 1 between 0 and 1
    ("integrate(Abs(x - t), (t, 0, 1))", "sign(x)", {}),
    ("integrate(log(t), (t, 1, x))", "log(x)", {}),
    ("integrate(sqrt(x - t), (t, 0, x))", "sqrt(x)", POSITIVE),
    ("integrate(1/(x - t), (t, 0, 1))", "1/x - 1/(x - 1)", {}),
    # at x = 0 the derivative is 1, and the integral of the derivative is 0
    ("integrate(x**3/t**2*exp(-x**2/t), (t, 0, 1))", "(1 - 2*x**2)*exp(-x**2)", {}),
]


@pytest.mark.parametrize(("integral", "slope", "domains"), LEFT_OPEN)
def test_nothing_is_said_where_the_integrand_may_not_be_smooth(integral, slope, domains):
    verdict = decide(claim(f"diff({integral}, x)", slope, **domains))
    assert verdict.status == "undecided"
    assert "smooth on the whole way" in verdict.reason


NOT_DIFFERENTIATED = [
    ("diff(integrate(floor(t), (t, 1, x)), x)", "no case, jump or sum"),
    ("diff(integrate(Piecewise((t, t < 1), (1, True)), (t, 0, x)), x)", "no case, jump or sum"),
    ("diff(integrate(exp(-x*t), (t, 0, oo)), x)", "to infinity"),
    ("Sum(diff(integrate(t**k, (t, 1, x)), x), (k, 1, n))", "not differentiated here"),
]


@pytest.mark.parametrize(("lhs", "why"), NOT_DIFFERENTIATED)
def test_other_integrals_are_not_differentiated(lhs, why):
    verdict = decide(claim(lhs, "1", n="posint"))
    assert verdict.status == "not understood"
    assert why in verdict.reason


ABSOLUTE = "diff(integrate(sqrt((x - t)**2), (t, 0, 1)), x)"
SHARP = "diff(integrate(x**3/t**2*exp(-x**2/t), (t, 0, 1)), x)"
FORGED = [
    # claim, certificate: the integrand is not smooth on the whole way
    (claim(ABSOLUTE, ABSOLUTE), rewriting(x=2)),
    (claim(ABSOLUTE, "sign(x)"), counterexample(x="1/2")),
    (claim(SHARP, "exp(-x**2)"), counterexample(x=0)),
    (claim(f"{ABSOLUTE} + 1/(x - x)", "1"), NeverDefined(parse_plain("x - x"), "!= 0")),
    (claim(ABSOLUTE, "2", x="unit"), rewriting(x="1/2")),
]


@pytest.mark.parametrize(("stated", "certificate"), FORGED)
def test_a_certificate_that_needs_leibniz_where_it_does_not_hold_is_turned_down(stated, certificate):
    with pytest.raises(CertificateError, match=r"smooth on the whole way|not defined at the point"):
        judge(stated, certificate)


def test_where_it_holds_the_same_certificates_are_accepted():
    slope = "diff(integrate(sqrt((x + t)**2), (t, 0, x)), x)"
    assert judge(claim(slope, "2"), counterexample(x=2)).status == "refuted"
    assert judge(claim("diff(integrate(t**2, (t, 0, x)), x)", "x**2"), rewriting(x=2)).status == "proved"


def test_inequalities_need_the_rule_too():
    slope = parse_plain("diff(integrate(exp(t), (t, 0, x)), x)")
    assert decide(Claim(slope, ">", parse_plain("0"), Context())).status == "proved"
    assert decide(Claim(parse_plain(ABSOLUTE), "<", parse_plain("2"), Context())).status == "undecided"
