"""The search for counterexamples: how many points it needs, and what it does where a side is not defined."""

import time
from fractions import Fraction
from math import gcd

import pytest

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.counterexamples.witness import Outside, sides_at
from verify_derivations.model import ArrayDeclaration, Claim, Context, Declaration
from verify_derivations.read.records import read_record
from verify_derivations.refute import sampling
from verify_derivations.refute.points import SIMPLE, STEPS, WHOLE
from verify_derivations.refute.sampling import search
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import sub
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import ONE, Entry, Number, Pow, Sum, Symbol


def stated(lhs, rhs, **record):
    return statement(read_record({"lhs": lhs, "rhs": rhs, **record}))


def at(**values):
    return Counterexample(tuple((name, (Fraction(value), Fraction(0))) for name, value in values.items()))


def later():
    return time.perf_counter() + 60


@pytest.fixture
def evaluations(monkeypatch):
    """The precisions at which points were evaluated."""
    seen = []

    def counting(s, candidate):
        seen.append(candidate.precision)
        return sides_at(s, candidate)

    monkeypatch.setattr(sampling, "sides_at", counting)
    return seen


def test_a_wrong_statement_costs_one_evaluation(evaluations):
    assert search(stated("x + 1", "x"), later()).counterexample is not None
    assert evaluations == [64]


def test_a_point_outside_the_domain_is_not_tried_at_higher_precision(evaluations):
    found = search(stated("log(-exp(x))", "x"), later(), tries=5)
    assert (found.agreeing, found.tried, evaluations) == ((), 5, [64] * 5)


def test_a_point_that_may_be_in_the_domain_is_tried_at_higher_precision(evaluations):
    # the divisor is 0, and no precision shows it
    assert search(stated("1/(exp(1 + x) - exp(x)*E)", "1"), later(), tries=1).tried == 1
    assert evaluations == [64, 256, 1024]


def test_where_there_are_no_symbols_there_is_one_point(evaluations):
    found = search(stated("sqrt(8)", "2*sqrt(2)"), later())
    assert (len(found.agreeing), found.tried) == (1, 1)


def test_a_search_goes_on_where_another_ended():
    s = stated("sin(x)**2 + cos(x)**2", "1")
    at_once = search(s, later(), enough=6)
    first = search(s, later(), enough=2)
    assert len(first.agreeing) == 2
    assert search(s, later(), after=first, enough=6) == at_once


OUTSIDE = [
    ("log(x)", -1),
    ("log(x)", 0),
    ("sqrt(x)", -1),
    ("1/x", 0),
    ("1/sqrt(x)", 0),
    ("log(log(x))", 1),
]


@pytest.mark.parametrize(("side", "x"), OUTSIDE)
def test_a_requirement_that_surely_fails_is_told_from_one_that_may_hold(side, x):
    s = stated(side, "1")
    with pytest.raises(Outside):
        sides_at(s, at(x=x))


@pytest.mark.parametrize("side", ["log(sin(x)**2 + cos(x)**2 - 1)", "sqrt(sin(x)**2 + cos(x)**2 - 1)"])
def test_a_requirement_that_may_hold_is_not_said_to_fail(side):
    with pytest.raises(CertificateError) as refusal:
        sides_at(stated(side, "1"), at(x=1))
    assert refusal.type is CertificateError


def test_a_power_of_a_negative_number_that_is_not_real_is_so_at_any_precision():
    s = stated("x**y", "1")
    with pytest.raises(Outside):
        sides_at(s, at(x=-2, y=Fraction(1, 2)))
    assert sides_at(s, at(x=-2, y=2))[0] == 4


def test_a_power_whose_exponent_may_be_whole_is_not_said_to_have_no_value():
    with pytest.raises(CertificateError) as refusal:
        sides_at(stated("x**(sin(y)**2 + cos(y)**2)", "1"), at(x=-2, y=1))
    assert refusal.type is CertificateError


def test_complex_values_fail_only_at_zero():
    s = stated("log(z)", "1", symbols={"z": "complex"})
    assert sides_at(s, at(z=-1))
    with pytest.raises(Outside):
        sides_at(s, at(z=0))


@pytest.mark.parametrize("numbers", [SIMPLE, WHOLE], ids=["numbers", "whole numbers"])
def test_the_steps_from_symbol_to_symbol_lead_through_all_numbers(numbers):
    assert len(set(numbers)) == len(numbers)
    assert all(gcd(step, len(numbers)) == 1 for step in STEPS)


def test_there_are_no_arrays_of_a_size_below_one_and_none_is_tried():
    n, i = Symbol("n"), Symbol("i")
    size = sub(n, Number(2))
    a = Entry("a", (i,))
    sums = [Sum("i", ONE, size, bind(term, "i")) for term in (Pow(a, Number(2)), a)]
    context = Context((Declaration("n", DOMAINS["posint"]),), arrays=(ArrayDeclaration("a", (size,)),))
    found = search(statement(Claim(sums[0], "=", Pow(sums[1], Number(2)), context)), later()).counterexample
    assert found is not None
    assert dict(found.point)["n"][0] >= 4
