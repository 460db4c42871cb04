"""Properties of inequalities: what is true is not refuted, what is false not proved, opposites not both."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import NAMES, any_terms, points

from verify_derivations.check import decide
from verify_derivations.model import Claim, Context, Declaration, Status, Verdict
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.decimals import cut_interval, read_decimal, rounded_interval
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import ONE, Add, Apply, Decimal, Mul, Number, Pow, Term

FEW = settings(max_examples=20, deadline=None, derandomize=True)
SECONDS = 0.5
domains = st.fixed_dictionaries(
    {name: st.sampled_from(["real", "positive", "unit", "nonzero", "nonnegative", "sym1"]) for name in NAMES}
)
orders = st.sampled_from(["<", "<=", ">", ">="])
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def verdict(lhs: Term, relation: str, rhs: Term, where: dict[str, str], seconds: float = SECONDS) -> Verdict:
    declarations = tuple(Declaration(name, DOMAINS[d]) for name, d in sorted(where.items()))
    return decide(Claim(lhs, relation, rhs, Context(declarations)), seconds=seconds)


def square(term: Term) -> Term:
    return Pow(term, Number(2))


@FEW
@given(any_terms, any_terms, domains)
def test_what_is_larger_by_construction_is_never_refuted(a, b, where):
    larger = [Add((a, square(b))), Add((a, Apply("exp", (b,)))), Add((a, Apply("Abs", (b,))))]
    for rhs in larger:
        assert verdict(a, "<=", rhs, where).status is not Status.REFUTED
        assert verdict(rhs, "<", a, where).status is not Status.PROVED


@FEW
@given(any_terms, domains, orders)
def test_a_term_is_not_larger_than_itself(a, where, relation):
    status = verdict(a, relation, a, where).status
    assert status is not (Status.REFUTED if relation in ("<=", ">=") else Status.PROVED)


@FEW
@given(any_terms, any_terms, domains, orders)
def test_a_relation_and_its_opposite_are_not_both_proved(a, b, where, relation):
    if verdict(a, relation, b, where).status is Status.PROVED:
        assert verdict(a, OPPOSITE[relation], b, where).status is not Status.PROVED


@settings(max_examples=80, deadline=None, derandomize=True)
@given(any_terms, any_terms, domains, orders, st.lists(points, min_size=6, max_size=6))
def test_what_is_proved_holds_at_any_point(a, b, where, relation, values):
    if verdict(a, relation, b, where).status is not Status.PROVED:
        return
    set_precision(128)
    for point in values:
        if any(point[name] not in DOMAINS[where[name]] for name in NAMES):
            continue
        try:
            evaluation = Evaluation({name: exact(value) for name, value in point.items()})
            difference = evaluation.value(a) - evaluation.value(b)
        except Undefined:
            continue
        wrong = {"<": difference >= 0, "<=": difference > 0, ">": difference <= 0, ">=": difference < 0}
        assert not wrong[relation], point


@FEW
@given(any_terms, domains)
def test_a_square_differs_from_what_is_below_zero(a, where):
    assert verdict(square(a), "!=", Number(-1), where).status is not Status.REFUTED
    assert verdict(square(a), "!=", square(a), where).status is not Status.PROVED


@FEW
@given(st.fractions(Fraction(-9), Fraction(9), max_denominator=999), st.integers(0, 4), st.integers(-2, 2))
def test_digits_are_judged_by_arithmetic(value, places, off):
    printed = Decimal(round(value * 10**places) + off, places)
    interval = rounded_interval(printed)
    expected = Status.PROVED if interval.lower <= value <= interval.upper else Status.REFUTED
    assert verdict(Mul((Number(value), ONE)), "≈", printed, {}, 60.0).status is expected


@FEW
@given(st.integers(1, 500), st.integers(1, 6), st.booleans())
def test_digits_of_roots_are_rounded_or_cut(n, places, cut):
    """sqrt(n) with `places` digits: by whole numbers alone."""
    root = Pow(Number(n), Number(Fraction(1, 2)))
    floor = 0
    while (floor + 1) ** 2 <= n * 10 ** (2 * places):
        floor += max(1, (int((n * 10 ** (2 * places)) ** 0.5) - floor) // 2)
        while floor**2 > n * 10 ** (2 * places):
            floor -= 1
    found = verdict(root, "≈", Decimal(floor, places, cut), {}, 60.0).status
    if cut:
        assert found is Status.PROVED
    else:
        above_half = (2 * floor + 1) ** 2 <= 4 * n * 10 ** (2 * places)
        assert found is (Status.REFUTED if above_half else Status.PROVED)


def test_the_intervals_of_a_decimal_touch_those_of_its_neighbours():
    first, second = read_decimal("0.14"), read_decimal("0.15")
    assert rounded_interval(first).upper == rounded_interval(second).lower
    assert cut_interval(first).upper == cut_interval(second).lower
