"""Integrals between symbols: on which interval a primitive has to be one, and what is assumed there."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from forgery import claim
from hypothesis import given
from hypothesis import strategies as st

from verify_derivations.certificate import Improper, Primitive, Replaced, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.improper import open_slope
from verify_derivations.kernel.calculus.primitives import slope_statement
from verify_derivations.kernel.calculus.ways import way
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.model import Claim
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ZERO, Integral, Symbol

LENGTHS = {"a": "positive", "b": "positive", "s": "positive"}
SHARES = {"a": "unit", "b": "unit"}
DENSITY = "exp(-(x - m)**2/(2*s**2))/(sqrt(2*pi)*s)"

PROVED = [
    ("integrate(1/x, (x, 1, a))", "log(a)", {"symbols": LENGTHS}),
    ("integrate(1/x, (x, a, b))", "log(b/a)", {"symbols": LENGTHS}),
    ("integrate(1/x, (x, a, a*b))", "log(b)", {"symbols": LENGTHS}),
    ("integrate(1/x, (x, -a, -b))", "log(b/a)", {"symbols": LENGTHS}),
    ("integrate(1/(1 - x), (x, 0, a))", "-log(1 - a)", {"symbols": SHARES}),
    ("integrate(1/(x*(1 - x)), (x, a, b))", "log(b/(1 - b)) - log(a/(1 - a))", {"symbols": SHARES}),
    ("integrate(1/sqrt(x), (x, a, b))", "2*sqrt(b) - 2*sqrt(a)", {"symbols": LENGTHS}),
    ("integrate(sqrt(x**2), (x, 0, a))", "a**2/2", {"symbols": LENGTHS}),
    ("integrate(y**2*x, (x, 0, t))", "y*t**2/2", {"given": ["y**2 == y"]}),
    ("integrate((p + q)*x, (x, 0, 1))", "1/2", {"given": ["p + q == 1"]}),
    ("integrate(exp(-a*x)*cos(b*x), (x, 0, oo))", "a/(a**2 + b**2)", {"symbols": LENGTHS}),
    (f"integrate(x*{DENSITY}, (x, -oo, oo))", "m", {"symbols": {"s": "positive"}}),
]


@pytest.mark.parametrize(("lhs", "rhs", "more"), PROVED)
def test_integrals_with_symbols_are_proved_and_their_neighbours_refuted(lhs, rhs, more):
    assert decide(read_record({"lhs": lhs, "rhs": rhs, **more})).status == "proved"
    assert decide(read_record({"lhs": lhs, "rhs": f"{rhs} + 1", **more})).status == "refuted"


OPEN = [
    ("integrate(1/x, (x, a, b))", "log(b/a)", {}),  # the way may lead over 0
    ("integrate(1/x, (x, -a, b))", "log(b/a)", {"symbols": LENGTHS}),
    ("integrate(1/x**2, (x, -a, b))", "-1/b - 1/a", {"symbols": LENGTHS}),
]


@pytest.mark.parametrize(("lhs", "rhs", "more"), OPEN)
def test_nothing_is_proved_where_the_way_may_lead_over_a_pole(lhs, rhs, more):
    assert decide(read_record({"lhs": lhs, "rhs": rhs, **more})).status in ("undecided", "vacuous")


# ---- forgeries -----------------------------------------------------------------------------------------
def primitive(function: str, name: str = "t") -> Primitive:
    return Primitive(name, parse_plain(function), Rewriting())


def replacing(term: str, becomes: str, evidence: Primitive | Improper) -> Replaced:
    return Replaced(parse_plain(term), parse_plain(becomes), evidence, Rewriting())


def test_a_genuine_primitive_between_positive_symbols_is_accepted():
    term = "Integral(1/x, (x, a, b))"
    stated = statement(claim(term, "log(b) - log(a)", a="positive", b="positive"))
    check_argument(stated, replacing(term, "log(b) + -1*log(a)", primitive("log(t)")))


FORGED = [
    # bounds, where they live, the primitive and its difference, why not
    ("1/x", "a, b", {}, "log(t)", "log(b) + -1*log(a)", "not defined everywhere"),
    ("1/x**2", "a, b", {"a": "negative", "b": "positive"}, "-1/t", "-1/b + -1*(-1/a)", "not defined"),
    ("1/x**2", "-1, b", {"b": "positive"}, "-1/t", "-1/b + -1*(-1/-1)", "not defined"),
    ("1/x**2", "a, b", {"a": "nonzero", "b": "positive"}, "-1/t", "-1/b + -1*(-1/a)", "not defined"),
    ("1/x**2", "0, b", {"b": "positive"}, "-1/t", "-1/b + -1*(-1/0)", "not defined"),
    ("1/x", "a, b", {"a": "positive", "b": "positive"}, "t", "b + -1*a", "is not zero"),
]


@pytest.mark.parametrize(("body", "bounds", "domains", "function", "becomes", "why"), FORGED)
def test_a_primitive_has_to_be_smooth_between_all_values_of_the_bounds(
    body, bounds, domains, function, becomes, why
):
    term = f"Integral({body}, (x, {bounds}))"
    stated = statement(claim(term, "0*a*b" if "a" in bounds else "0*b", **domains))
    with pytest.raises(CertificateError, match=why):
        check_argument(stated, replacing(term, becomes, primitive(function)))


def under(*assumed: tuple[str, str]) -> Statement:
    given_ = tuple(Claim(parse_plain(lhs), "=", parse_plain(rhs)) for lhs, rhs in assumed)
    stated = claim("Integral(u*x, (x, 0, 1))", "1/2")
    return statement(replace(stated, context=replace(stated.context, assumptions=given_)))


def test_what_is_assumed_of_a_symbol_is_not_assumed_of_the_variable():
    term = "Integral(u*x, (x, 0, 1))"
    check_argument(under(("u", "1")), replacing(term, "1**2/2 + -1*(0**2/2)", primitive("t**2/2")))
    integral = parse_plain(term)
    assert isinstance(integral, Integral)
    with pytest.raises(CertificateError, match="is taken"):
        slope_statement(under(("u", "1")), primitive("u**2/2", "u"), integral)
    improper = Improper("u", parse_plain("u**2/2"), Rewriting(), None, None)
    with pytest.raises(CertificateError, match="is taken"):
        open_slope(under(("u", "1")), improper, integral)


# ---- the interval ---------------------------------------------------------------------------------------
NUMBERS = st.fractions(-3, 3, max_denominator=4)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Domain, Fraction]:
    """An interval, perhaps without ends, and a number in it."""
    inside = draw(NUMBERS)
    below, above = (draw(st.none() | st.fractions(0, 2, max_denominator=4)) for _ in range(2))
    lower = None if below is None else inside - below
    upper = None if above is None else inside + above
    return Domain(
        "real", lower, upper, below != 0 and draw(st.booleans()), above != 0 and draw(st.booleans())
    ), inside


@given(intervals(), intervals(), st.fractions(0, 1, max_denominator=5))
def test_the_way_holds_all_that_lies_between_values_of_the_bounds(first, second, share):
    bare = statement(Claim(ZERO, "=", ZERO))
    s = replace(bare, domains={"a": first[0], "b": second[0]})
    between = first[1] + share * (second[1] - first[1])
    assert between in way(s, Symbol("a"), Symbol("b"))
    assert between in way(s, parse_plain("-(-a)"), Symbol("b"))
