"""Integrals taken apart, by their integrands or their ways: what is proved so, and certificates that lie."""

from __future__ import annotations

from fractions import Fraction

import pytest
from forgery import point

from verify_derivations.certificate import Cut, Integrand, Proof, Replaced, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.integrands import cut, with_integrand
from verify_derivations.kernel.calculus.replacements import check_replacement
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.inference.for_all import meets_for_all
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.model import Claim
from verify_derivations.read.records import read_record
from verify_derivations.term.calculus.conditions import Range, Requirement
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import ONE, ZERO, Integral, Number, Symbol, Term

TRUE_AND_FALSE = [
    # integral, what it is, what it is not, domains
    # one within another
    ("integrate(integrate(x*y, (x, 0, 1)), (y, 0, 1))", "1/4", "1/2", {}),
    ("integrate(integrate(x*y, (x, 0, y)), (y, 0, 1))", "1/8", "1/6", {}),
    (
        "integrate(integrate(x*y, (y, x, 1)), (x, 0, 1))",
        "integrate(integrate(x*y, (x, 0, y)), (y, 0, 1))",
        "1/4",
        {},
    ),
    ("integrate(integrate(integrate(1, (z, 0, 1 - x - y)), (y, 0, 1 - x)), (x, 0, 1))", "1/6", "1/3", {}),
    ("integrate(integrate(x + y, (x, 0, a)), (y, 0, b))", "a*b*(a + b)/2", "a*b*(a - b)/2", {}),
    ("integrate(integrate(exp(-x - y), (x, 0, oo)), (y, 0, oo))", "1", "2", {}),
    ("integrate(integrate(r*exp(-r**2), (t, 0, 2*pi)), (r, 0, oo))", "pi", "2*pi", {}),
    ("integrate(integrate(x*x, (x, 0, x)), (x, 0, 1))", "1/12", "1/9", {}),
    # a sum within
    ("integrate(Sum(k*x**2, (k, 1, n)), (x, 0, 1))", "n*(n + 1)/6", "n*(n + 1)/3", {"n": "natural"}),
    # absolute values, and what is made of them
    ("integrate(abs(x), (x, -1, 2))", "5/2", "3/2", {}),
    ("integrate(max(x, 1/2), (x, 0, 1))", "5/8", "1/2", {}),
    ("integrate(min(x, 1 - x), (x, 0, 1))", "1/4", "1/2", {}),
    ("integrate(relu(2*x - 1)**2, (x, 0, 1))", "1/6", "1/3", {}),
    ("integrate(abs(x - a), (x, 0, 1))", "a**2 - a + 1/2", "1/2 - a", {"a": "unit"}),
    ("integrate(exp(-abs(x - m)/b)/(2*b), (x, -oo, oo))", "1", "1/b", {"b": "positive"}),
    # the same within another integral, where the kink moves up to the ends of the inner way
    ("integrate(integrate(abs(x - y), (x, 0, 1)), (y, 0, 1))", "1/3", "1/2", {}),
    ("integrate(integrate(max(x, y), (x, 0, 1)), (y, 0, 1))", "2/3", "1/2", {}),
    ("integrate(integrate(abs(x + y - 1), (x, 0, 1)), (y, 0, 1))", "1/3", "1/4", {}),
    ("integrate(integrate(abs(x - y), (x, 0, 2)), (y, 0, 1))", "4/3", "1", {}),
    # from a symbol to infinity
    ("integrate(exp(-(x - m)), (x, m, oo))", "1", "m", {}),
    ("integrate(exp((x - m)/b), (x, -oo, m))", "b", "m", {"b": "positive"}),
]


def about(lhs: str, rhs: str, domains: dict[str, str] | None = None) -> Claim:
    symbols = {name: {"domain": domain} for name, domain in (domains or {}).items()}
    return read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols})


@pytest.mark.parametrize(("lhs", "rhs", "wrong", "domains"), TRUE_AND_FALSE)
def test_integrals_taken_apart(lhs, rhs, wrong, domains):
    assert decide(about(lhs, rhs, domains), seconds=60).status == "proved"
    assert decide(about(lhs, wrong, domains), seconds=60).status == "refuted"


NOT_PROVED = [
    # the integrand has no value within
    ("integrate(abs(1/x), (x, -1, 1))", "0"),
    ("integrate(1/abs(x), (x, -1, 1))", "integrate(-1/x, (x, -1, 0)) + integrate(1/x, (x, 0, 1))"),
    ("integrate(integrate(1/x, (x, y, 1)), (y, -1, 1))", "integrate(-log(abs(y)), (y, -1, 1))"),
    ("integrate(integrate(1/(x*y), (x, 1, 2)), (y, 0, 1))", "log(2)"),
    ("integrate(sign(x), (x, -1, 1))", "0"),
    # where the kink meets a bound the integrand has no value
    ("integrate(integrate(log(abs(x - y)), (x, 0, 1)), (y, 0, 1))", "-3/2"),
    ("integrate(integrate(1/abs(x - y), (x, 0, 1)), (y, 0, 1))", "1"),
]


@pytest.mark.parametrize(("lhs", "rhs"), NOT_PROVED)
def test_what_has_no_value_is_not_proved(lhs, rhs):
    verdict = decide(about(lhs, rhs), seconds=5)
    assert verdict.status != "proved"
    assert "bug" not in verdict.reason


# ---- forged ------------------------------------------------------------------------------------------
def integral(text: str) -> Integral:
    term = parse_plain(text)
    assert isinstance(term, Integral)
    return term


LARGE = integral("integrate(abs(x) + c*x, (x, -1, 2))")
STATED = about("integrate(abs(x) + c*x, (x, -1, 2))", "integrate(abs(x) + c*x, (x, -1, 2))")
ALONE = integral("integrate(abs(x), (x, -1, 2))")


def same(body: str, name: str = "u") -> Integrand:
    return Integrand(name, parse_plain(body), Rewriting())


FORGED = [
    # integral, evidence, why it is turned down
    (LARGE, same("u + c*u"), "difference of the two"),
    (LARGE, same("abs(u) + c*u + u/u - 1"), "may not have a value all the way"),
    (LARGE, same("abs(u) + c*u + log(u) - log(u)"), "may not have a value all the way"),
    (LARGE, same("abs(u) + c*u + 0*integrate(1/t, (t, 0, 1))"), "may not have a value all the way"),
    (LARGE, same("abs(c) + c*c", name="c"), "the name of the variable is taken"),
    (LARGE, Integrand("#1", Symbol("#1"), Rewriting()), "the name of the variable is taken"),
    (ALONE, same("abs(u)"), "defined where the integral is not"),
    (LARGE, Cut(Number(Fraction(3))), "may not lie between the bounds"),
    (LARGE, Cut(Number(Fraction(-2))), "may not lie between the bounds"),
    (LARGE, Cut(Symbol("c")), "may not lie between the bounds"),
    (LARGE, Cut(OO), "not a number everywhere"),
    (LARGE, Cut(parse_plain("c/c")), "not a number everywhere"),
    (ALONE, Cut(ONE), "defined where the integral is not"),
]


def after(term: Integral, evidence: Integrand | Cut) -> Term:
    return cut(term, evidence) if isinstance(evidence, Cut) else with_integrand(term, evidence)


@pytest.mark.parametrize(("term", "evidence", "why"), FORGED)
def test_a_forged_one_is_turned_down(term, evidence, why):
    argument = Replaced(term, after(term, evidence), evidence, Rewriting())
    with pytest.raises(CertificateError, match=why):
        judge(STATED, Proof(argument, point(c=1)))


@pytest.mark.parametrize(
    ("integrand", "may"), [("abs(x) + c*x", True), ("log(x) + c*x", False), ("c/x", False)]
)
def test_a_way_is_cut_at_its_end_only_where_the_integrand_has_a_value(integrand, may):
    text = f"integrate({integrand}, (x, 0, 2))"
    term, evidence = integral(text), Cut(ZERO)
    argument = Replaced(term, cut(term, evidence), evidence, Rewriting())
    if may:
        check_replacement(statement(about(text, text)), argument, lambda *_: None)
        return
    with pytest.raises(
        CertificateError, match=r"may not lie between the bounds|defined where the integral is not"
    ):
        check_replacement(statement(about(text, text)), argument, lambda *_: None)


@pytest.mark.parametrize("evidence", [same("abs(u) + c*u"), Cut(ONE)])
def test_another_integral_than_the_evidence_gives_is_turned_down(evidence):
    with pytest.raises(CertificateError, match="not the"):
        check_replacement(statement(STATED), Replaced(LARGE, ZERO, evidence, Rewriting()), lambda *_: None)


@pytest.mark.parametrize(("bounds", "at"), [((1, 0), "1/2"), ((0, "b"), "1/2"), (("a", "b"), "(a + b)/2")])
def test_a_way_is_cut_only_where_its_bounds_are_surely_in_order(bounds, at):
    text = f"integrate(abs(x), (x, {bounds[0]}, {bounds[1]}))"
    term, evidence = integral(text), Cut(parse_plain(at))
    argument = Replaced(term, cut(term, evidence), evidence, Rewriting())
    with pytest.raises(CertificateError, match="may not lie between the bounds"):
        check_replacement(statement(about(text, text)), argument, lambda *_: None)


def test_the_genuine_ones_are_accepted():
    s = statement(STATED)
    for evidence in (same("abs(u) + u*c"), Cut(ONE), Cut(ZERO)):
        check_replacement(s, Replaced(LARGE, after(LARGE, evidence), evidence, Rewriting()), lambda *_: None)


CONDITIONS = [
    # what is required under an integral or a sum, and what is left of it as a condition
    ("integrate(1/x, (x, 1, t))", "log(t)", {"t": "positive"}, ()),
    ("integrate(1/x, (x, s, t))", "log(t) - log(s)", {"s": "positive", "t": "positive"}, ()),
    ("integrate(1/x**2, (x, a, oo))", "1/a", {"a": "positive"}, ()),
    ("integrate(1/x**2, (x, -oo, -a))", "1/a", {"a": "positive"}, ()),
    (
        "Sum(1/(k + c), (k, 1, n)) + 1",
        "1 + Sum(1/(k + c), (k, 1, n))",
        {"n": "posint"},
        ("k + c != 0 for every k from 1 to n",),
    ),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains", "conditions"), CONDITIONS)
def test_conditions_under_integrals_and_sums(lhs, rhs, domains, conditions):
    verdict = decide(about(lhs, rhs, domains), seconds=60)
    assert verdict.status == "proved"
    assert tuple(condition.text for condition in verdict.conditions) == conditions


def test_an_index_is_not_what_is_called_like_it():
    t, x, two = Symbol("t"), Symbol("x"), Number(Fraction(2))
    v = Valuation({"x": DOMAINS["positive"]}, 8, RULES)
    way, sum_ = Range("t", x, two, False), Range("x", Number(Fraction(-3)), two, True)
    assert meets_for_all(v, Requirement(t, "!= 0", (way,)))
    assert not meets_for_all(v, Requirement(t, "!= 0", (sum_, way)))
