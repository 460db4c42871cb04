"""Integrals as quantities: what is proved of them, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from forgery import point

from verify_derivations.certificate import Combination, Joined, Named, Proof, Replaced, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.linear_integrals import combination, joined
from verify_derivations.model import Claim
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import ONE, ZERO, Integral, Symbol

NO_LEMMA = Rewriting()
FUNCTIONS = ("f", "g")

TRUE_AND_FALSE = [
    # integral, what it is, what it is not
    (
        "integrate(f(x) + g(x), (x, a, b))",
        "integrate(f(x), (x, a, b)) + integrate(g(x), (x, a, b))",
        "integrate(f(x), (x, a, b)) + 2*integrate(g(x), (x, a, b))",
    ),
    (
        "integrate((a*x + b)*f(x), (x, 0, 1))",
        "a*integrate(x*f(x), (x, 0, 1)) + b*integrate(f(x), (x, 0, 1))",
        "a*integrate(x*f(x), (x, 0, 1)) + integrate(f(x), (x, 0, 1))",
    ),
    (
        "integrate((x - m)**2*f(x), (x, 0, 1))",
        "integrate(x**2*f(x), (x, 0, 1)) - 2*m*integrate(x*f(x), (x, 0, 1))"
        " + m**2*integrate(f(x), (x, 0, 1))",
        "integrate(x**2*f(x), (x, 0, 1)) + m**2*integrate(f(x), (x, 0, 1))",
    ),
    # the divergence of one density from another, without a primitive
    (
        "integrate(exp(f(x))*log(exp(f(x))/exp(g(x))), (x, 0, 1))",
        "integrate(exp(f(x))*f(x), (x, 0, 1)) - integrate(exp(f(x))*g(x), (x, 0, 1))",
        "integrate(exp(f(x))*f(x), (x, 0, 1)) - integrate(exp(g(x))*g(x), (x, 0, 1))",
    ),
    (
        "integrate(sin(x**3) + exp(x**4), (x, 0, 1))",
        "integrate(sin(x**3), (x, 0, 1)) + integrate(exp(x**4), (x, 0, 1))",
        "integrate(sin(x**3), (x, 0, 1)) - integrate(exp(x**4), (x, 0, 1))",
    ),
    (
        "integrate((a + b*x)*exp(-x**2/2), (x, -oo, oo))",
        "a*integrate(exp(-x**2/2), (x, -oo, oo)) + b*integrate(x*exp(-x**2/2), (x, -oo, oo))",
        "b*integrate(exp(-x**2/2), (x, -oo, oo))",
    ),
    ("integrate(0, (z, -oo, x))", "0", "1"),
    ("integrate(2*f(x), (x, a, b))/2", "integrate(f(t), (t, a, b))", "integrate(f(t), (t, 0, b))"),
    (
        "2*integrate(sin(x**3), (x, 0, 1))",
        "3*integrate(sin(x**3), (x, 0, 1)) - integrate(sin(t**3), (t, 0, 1))",
        "0",
    ),
    # ways
    (
        "integrate(f(x), (x, a, c))",
        "integrate(f(x), (x, a, b)) + integrate(f(x), (x, b, c))",
        "integrate(f(x), (x, a, b)) + integrate(f(x), (x, c, b))",
    ),
    ("integrate(f(x), (x, a, b))", "-integrate(f(x), (x, b, a))", "integrate(f(x), (x, b, a))"),
    # by parts
    ("integrate(f1(x), (x, a, b))", "f(b) - f(a)", "f(a) - f(b)"),
    (
        "integrate(f(x)*g1(x), (x, a, b))",
        "f(b)*g(b) - f(a)*g(a) - integrate(f1(x)*g(x), (x, a, b))",
        "f(b)*g(b) - f(a)*g(a) + integrate(f1(x)*g(x), (x, a, b))",
    ),
    (
        "integrate(x*f1(x), (x, 0, 1))",
        "f(1) - integrate(f(x), (x, 0, 1))",
        "f(1) + integrate(f(x), (x, 0, 1))",
    ),
    ("integrate(exp(x)*(f(x) + f1(x)), (x, 0, t))", "exp(t)*f(t) - f(0)", "exp(t)*f(t)"),
    (
        "integrate(f2(x)*g(x) - f(x)*g2(x), (x, a, b))",
        "f1(b)*g(b) - f(b)*g1(b) - f1(a)*g(a) + f(a)*g1(a)",
        "f1(b)*g(b) - f(b)*g1(b)",
    ),
]


def about(lhs: str, rhs: str) -> Claim:
    return read_record({"lhs": lhs, "rhs": rhs, "functions": list(FUNCTIONS)})


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), TRUE_AND_FALSE)
def test_integrals_by_other_integrals(lhs, rhs, wrong):
    assert decide(about(lhs, rhs), seconds=60).status == "proved"
    assert decide(about(lhs, wrong), seconds=60).status == "refuted"


NOT_PROVED = [
    # each part diverges where the whole does not: there is nothing of which it speaks
    (
        "integrate(1/x - 1/(x + 1), (x, 1, oo))",
        "integrate(1/x, (x, 1, oo)) - integrate(1/(x + 1), (x, 1, oo))",
    ),
    # the factor that would do has no value everywhere
    ("integrate(gamma(c)*x**c*exp(-x), (x, 0, oo))", "integrate(x**c*exp(-x), (x, 0, oo))"),
    # the function that is taken at the bounds is not smooth on the way
    ("integrate(f1(x)/x - f(x)/x**2, (x, -1, 1))", "f(1) + f(-1)"),
]


@pytest.mark.parametrize(("lhs", "rhs"), NOT_PROVED)
def test_what_has_no_value_is_not_proved(lhs, rhs):
    verdict = decide(about(lhs, rhs), seconds=10)
    assert verdict.status != "proved"
    assert "bug" not in verdict.reason


# ---- forged ------------------------------------------------------------------------------------------
def integral(text: str) -> Integral:
    term = parse_plain(text, FUNCTIONS)
    assert isinstance(term, Integral)
    return term


F, G = integral("integrate(f(x), (x, a, b))"), integral("integrate(g(x), (x, a, b))")
BOTH = integral("integrate(f(x) + g(x), (x, a, b))")
STATED = about(
    "integrate(f(x) + g(x), (x, a, b)) + 0*c", "integrate(f(x), (x, a, b)) + integrate(g(x), (x, a, b))"
)
GENUINE = Combination("u", ((ONE, F), (ONE, G)), NO_LEMMA)
ELSEWHERE = integral("integrate(f(x), (x, a, c))")
NAMES = Named((("J_1", F), ("J_2", G)), NO_LEMMA)


def proof(evidence: Combination | Joined, term: Integral = BOTH, names: Named = NAMES) -> Proof:
    becomes = joined(evidence) if isinstance(evidence, Joined) else combination(evidence, term)
    functions = tuple((name, (Fraction(0), Fraction(1))) for name in FUNCTIONS)
    at = point(a=0, b=1, c=1)
    return Proof(Replaced(term, becomes, evidence, names), at, functions=functions)


FORGED = [
    # evidence, why it is turned down
    (replace(GENUINE, parts=((ONE, F),)), "difference of the two"),
    (replace(GENUINE, parts=((ONE, F), (Symbol("u"), G))), "a factor holds the variable"),
    (replace(GENUINE, parts=((ONE, F), (parse_plain("c/c"), G))), "a factor is not defined everywhere"),
    (replace(GENUINE, parts=((ONE, ELSEWHERE), (ONE, G))), "defined where one of the integrals is not"),
    (replace(GENUINE, parts=()), "difference of the two"),
    (replace(GENUINE, name="a"), "the name of the variable is taken"),
    (replace(GENUINE, name="#u"), "the name of the variable is taken"),
    (replace(GENUINE, function=parse_plain("u")), "difference of the two"),
    (replace(GENUINE, function=parse_plain("0*log(u)")), "domain|smooth|not defined"),
    (replace(GENUINE, function=parse_plain("0*Abs(u)")), "smooth|domain"),
    (Joined(((True, F),)), "another integrand"),
    (Joined(((True, BOTH), (True, F))), "another integrand"),
    (Joined(((False, BOTH),)), "do not follow each other"),
    (Joined(((True, BOTH), (False, BOTH))), "do not lead to the upper bound"),
    (Joined(()), "not the sum"),
]


@pytest.mark.parametrize(("evidence", "why"), FORGED)
def test_a_forged_combination_is_turned_down(evidence, why):
    with pytest.raises(CertificateError, match=why):
        judge(STATED, proof(evidence))


def test_the_genuine_one_is_accepted():
    assert judge(STATED, proof(GENUINE)).status == "proved"


FORGED_NAMES = [
    # names, why they are turned down
    (Named((("J_1", F), ("J_1", G)), NO_LEMMA), "the name of an integral is taken"),
    (Named((("a", F), ("J_2", G)), NO_LEMMA), "the name of an integral is taken"),
    (Named((("#1", F),), NO_LEMMA), "the name of an integral is taken"),
    (Named((("J_1", ELSEWHERE),), NO_LEMMA), "defined where one of the integrals is not"),
    (Named((("J_1", ZERO),), NO_LEMMA), "defined where one of the integrals is not"),
]


@pytest.mark.parametrize(("names", "why"), FORGED_NAMES)
def test_forged_names_are_turned_down(names, why):
    with pytest.raises(CertificateError, match=why):
        judge(STATED, proof(GENUINE, names=names))


def test_over_another_way():
    stated = about("integrate(f(x), (x, a, b))", "integrate(f(x), (x, a, c))")
    evidence = Combination("u", ((ONE, ELSEWHERE),), NO_LEMMA)
    with pytest.raises(CertificateError, match="over another way"):
        judge(stated, proof(evidence, F, Named((("J_1", ELSEWHERE),), NO_LEMMA)))


DERIVATIVES_UNDER_INTEGRALS = [
    # derivatives of unknown functions by the variable, written out
    ("integrate(diff(f(x), x), (x, a, b))", "f(b) - f(a)", "f(b) + f(a)"),
    ("integrate(diff(f(x), x, 2), (x, 0, 1))", "f1(1) - f1(0)", "f(1) - f(0)"),
    (
        "integrate(f(x)*diff(g(x), x), (x, a, b))",
        "f(b)*g(b) - f(a)*g(a) - integrate(diff(f(x), x)*g(x), (x, a, b))",
        "f(b)*g(b) - integrate(diff(f(x), x)*g(x), (x, a, b))",
    ),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), DERIVATIVES_UNDER_INTEGRALS)
def test_derivatives_of_unknown_functions_under_an_integral(lhs, rhs, wrong):
    assert decide(about(lhs, rhs), seconds=60).status == "proved"
    assert decide(about(lhs, wrong), seconds=60).status == "refuted"
