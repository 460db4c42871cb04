"""The table of ranges, and the inequalities that are learned of functions, held against balls."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from verify_derivations.kernel.inference.inequalities import BOUNDS, INCREASING
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.calculus.ranges import RANGES, range_of
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined, exact, set_precision
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Apply, Number, Pow, Symbol, Term

U = Symbol("u")
POINTS = [Fraction(k, 7) for k in range(-40, 41)] + [Fraction(k) for k in (-30, -3, -1, 0, 1, 2, 30)]


def value(term: Term, u: Fraction) -> Ball | None:
    set_precision(128)
    try:
        return Evaluation({"u": exact(u)}).value(term)
    except Undefined:
        return None


@pytest.mark.parametrize("name", RANGES)
def test_values_lie_in_the_range_of_the_table(name: str) -> None:
    assert FUNCTIONS[name].arity == 1
    domain, seen = RANGES[name], 0
    for u in POINTS:
        found = value(Apply(name, (U,)), u)
        if found is None:
            continue
        seen += 1
        if domain.lower is not None:
            lower = exact(domain.lower)
            assert not (found <= lower if domain.lower_open else found < lower), u
        if domain.upper is not None:
            upper = exact(domain.upper)
            assert not (found >= upper if domain.upper_open else found > upper), u
    assert seen > 3


def test_roots_are_not_negative_and_other_terms_any_number() -> None:
    assert range_of(parse_plain("sqrt(u)")).describe("t") == "t >= 0"
    assert range_of(Pow(U, Number(Fraction(-1, 2)))).describe("t") == "t > 0"
    assert range_of(parse_plain("gamma(u)")).describe("t") == "t real"


@pytest.mark.parametrize("name", BOUNDS)
def test_what_is_learned_of_a_value_holds(name: str) -> None:
    for formula, relation in BOUNDS[name]:
        found = [value(instantiate(formula, (U,)), u) for u in POINTS]
        known = [ball for ball in found if ball is not None]
        assert len(known) > 3
        assert not any(ball <= 0 if relation == "> 0" else ball < 0 for ball in known)


@pytest.mark.parametrize("name", INCREASING)
def test_an_increasing_function_increases_through_its_point(name: str) -> None:
    at, there = INCREASING[name]
    assert bool(value(Apply(name, (U,)), at) == exact(there))
    known = [(u, ball) for u in sorted(set(POINTS)) if (ball := value(Apply(name, (U,)), u)) is not None]
    assert len(known) > 3
    for (_, before), (_, after) in pairwise(known):
        assert not before > after
