"""Rounding down, the signs of logarithms, and positive numbers by the order of their size."""

from __future__ import annotations

import pytest
from forgery import claim, point

from verify_derivations.certificate import Arranged, Proof, Sign
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS as DOMAIN_NAMES

DOMAINS = {"n": "integer", "m": "integer", "p": "unit", "a": "positive", "b": "positive", "c": "positive"}

TRUE_AND_FALSE = [
    # left, relation, right, what it is not
    ("floor(x + n)", "=", "floor(x) + n", "floor(x) - n"),
    ("floor(n*m + x)", "=", "n*m + floor(x)", "n + floor(x)"),
    ("ceiling(x)", "=", "-floor(-x)", "floor(x) + 1"),
    ("floor(n/2) + ceiling(n/2)", "=", "n", "n + 1"),
    ("floor(p)", "=", "0", "1"),
    ("floor(x)", "<=", "x", "x - 1/2"),
    ("x - 1", "<", "floor(x)", "floor(x) - 1"),
    ("log(p)", "<", "0", "-1"),
    ("Abs(log(p))", "=", "-log(p)", "log(p)"),
    ("(a + b + c)/3", ">=", "(a*b*c)**(1/3)", "2*(a*b*c)**(1/3)"),
    ("a/(b + c) + b/(c + a) + c/(a + b)", ">=", "3/2", "2"),
    ("a*(a - b)*(a - c) + b*(b - a)*(b - c) + c*(c - a)*(c - b)", ">=", "0", "a"),
]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "wrong"), TRUE_AND_FALSE)
def test_rounding_and_size(lhs, relation, rhs, wrong):
    assert decide(claim(lhs, rhs, relation, **DOMAINS), seconds=60).status == "proved"
    assert decide(claim(lhs, wrong, relation, **DOMAINS), seconds=60).status == "refuted"


def test_what_cannot_be_rounded_has_no_value():
    assert decide(claim("floor(z)", "floor(z) + 1", z="complex")).status != "proved"


FORGED_FLOORS = [
    # term, what it is said to be, why it is turned down
    ("floor(x + y)", "floor(x) + y", "may be no whole number"),
    ("floor(x + n)", "floor(x) + m", "differ by something else"),
    ("floor(x + n)", "floor(x) + n/2", "may be no whole number"),
    ("floor(x + n)", "floor(x) + 2**n", "may be no whole number"),
    ("floor(x)", "0", "within 1 below"),
    ("floor(p)", "1", "within 1 below"),
    ("floor(p + 1)", "0", "within 1 below"),
    ("floor(z)", "0", "may be complex"),
    ("floor(x) + 0", "x", "may be no whole number|not a floor"),
]


@pytest.mark.parametrize(("term", "becomes", "why"), FORGED_FLOORS)
def test_a_forged_floor_is_turned_down(term, becomes, why):
    v = Valuation(
        {name: DOMAIN_NAMES[domain] for name, domain in {**DOMAINS, "z": "complex"}.items()}, 32, RULES
    )
    v.state("floor", parse_plain(term), parse_plain(becomes))
    with pytest.raises(CertificateError, match=why):
        v.value(parse_plain(term))


SIGNS = (Sign(), Sign())
FORGED_ORDERS = [
    # left, right, domains, argument, why it is turned down
    ("a**2 + b**2", "3*a*b - a", {}, Arranged(("a", "b"), SIGNS), "no such sign"),
    ("a**2 + 2*b**2", "2*a*b + a**2", {}, Arranged(("a", "b"), SIGNS), "no such sign"),
    ("a**2 + b**2", "2*a*b", {}, Arranged(("a", "b"), SIGNS[:1]), "an order of the symbols is missing"),
    ("a**2 + b**2", "2*a*b", {}, Arranged(("a",), SIGNS[:1]), "too few"),
    ("a**2 + b**2", "2*a*b", {}, Arranged(("a", "a"), SIGNS), "too few"),
    ("a**3 + b**3", "a**2*b + a*b**2", {"b": "real"}, Arranged(("a", "b"), SIGNS), "different domains"),
    (
        "a**3 + b**3",
        "a**2*b + a*b**2",
        {"a": "real", "b": "real"},
        Arranged(("a", "b"), SIGNS),
        "all positive",
    ),
    ("a**2 + b", "2*a", {"a": "posint", "b": "posint"}, Arranged(("a", "b"), SIGNS), "all positive"),
    ("a**2 + b**2", "2*a*b", {"a": "unit", "b": "unit"}, Arranged(("a", "b"), SIGNS), "all positive"),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains", "argument", "why"), FORGED_ORDERS)
def test_a_forged_order_of_size_is_turned_down(lhs, rhs, domains, argument, why):
    at = "1/2" if "unit" in domains.values() else 1
    stated = claim(lhs, rhs, ">=", **{"a": "positive", "b": "positive", **domains})
    with pytest.raises(CertificateError, match=why):
        judge(stated, Proof(argument, point(a=at, b=at)))


def test_an_order_of_size_is_taken_for_equal_numbers_too_but_not_strictly():
    inner = Arranged(("a", "b"), SIGNS)
    domains = {"a": "positive", "b": "positive"}
    assert (
        judge(claim("a**2 + b**2", "2*a*b", ">=", **domains), Proof(inner, point(a=1, b=1))).status
        == "proved"
    )
    with pytest.raises(CertificateError, match="no such sign"):
        judge(claim("a**2 + b**2", "2*a*b", ">", **domains), Proof(inner, point(a=1, b=2)))


def test_a_logarithm_without_a_real_value_has_no_sign():
    v = Valuation({}, 32, RULES)
    term = parse_plain("log(-1)")
    v.take_as_defined(term, real=True)  # as where it stands in a statement about real numbers
    assert v.signs.of_element(v.value(term)) == "r"
    assert decide(claim("limit(log(-1)/x, x, 0, '+')", "limit(-1/x, x, 0, '+')")).status != "proved"
