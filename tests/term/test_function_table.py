"""Every formula of the table of functions agrees with the ball evaluation of the function, cuts included."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import acb

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.function_table import ROWS
from verify_derivations.term.syntax.nodes import Apply, Symbol

REAL = [Fraction(n, 7) for n in (-31, -15, -9, -5, -2, 1, 3, 5, 6, 8, 11, 17, 29)] + [
    Fraction(1),
    Fraction(-1),
]
COMPLEX = [
    (a, b)
    for a in (Fraction(-9, 5), Fraction(1, 3), Fraction(7, 4))
    for b in (Fraction(-2), Fraction(3, 4), Fraction(5))
]
ORDERS = (Fraction(1, 3), Fraction(3, 2), Fraction(2))

U, S = Symbol("u"), Symbol("s")


def application(row):
    return Apply(row.name, (S, U)[-row.arity :] if row.arity == 2 else (U,))


def value(term, u, s=Fraction(1, 2), complex_values=True):
    """The ball of a term at u (a rational, or a pair for a complex number), None where it is undefined."""
    set_precision(128)
    point = {"u": exact(u) if isinstance(u, Fraction) else acb(exact(u[0]), exact(u[1])), "s": exact(s)}
    try:
        return Evaluation(point, complex_values=complex_values).value(term)
    except Undefined:
        return None


def compare(left, right, where):
    """Number of points at which both are defined; they must not be apart at any."""
    if left is None or right is None:
        return 0
    if not (left - right).contains(0):
        pytest.fail(f"at {where}: {left} and {right}")
    return 1


def rows(field):
    return [pytest.param(row, id=row.name) for row in ROWS if getattr(row, field)]


@pytest.mark.parametrize("row", rows("means"))
def test_meaning_holds_at_every_complex_argument(row):
    term, other = application(row), parse_plain(row.means)
    points = [*REAL, *COMPLEX] if row.arity == 1 else [u for u in REAL if u > 0]
    assert sum(compare(value(term, u, s), value(other, u, s), u) for u in points for s in ORDERS) > 5


@pytest.mark.parametrize("row", rows("means_real"))
def test_real_meaning_holds_at_every_real_argument(row):
    term, other = application(row), parse_plain(row.means_real)
    found = (compare(value(term, u, s, False), value(other, u, s, False), u) for u in REAL for s in ORDERS)
    assert sum(found) > 5


@pytest.mark.parametrize("row", rows("logarithmic"))
def test_logarithm_holds_at_every_complex_argument(row):
    term, other = application(row), parse_plain(row.logarithmic)
    assert sum(compare(value(term, u), value(other, u), u) for u in [*REAL, *COMPLEX]) > 5


@pytest.mark.parametrize("row", rows("exponential"))
def test_exponential_of_an_inverse_function(row):
    exponent, power = (parse_plain(text) for text in row.exponential)
    points = [*REAL, *COMPLEX] if row.exponential_complex else REAL
    assert sum(compare(value(Apply("exp", (exponent,)), u), value(power, u), u) for u in points) > 5


@pytest.mark.parametrize("row", rows("up"))
def test_recurrence(row):
    term = application(row)
    for u in REAL:
        compare(value(term, u), value(parse_plain(row.up), u), u) if u > 0 or row.defined == (
            "u nonpole",
        ) else 0
        if u > 0:
            assert compare(value(term, u + 1), value(parse_plain(row.down), u), u) == 1


@pytest.mark.parametrize("row", rows("values"))
def test_exact_values(row):
    for argument, result in row.values:
        left = Apply(row.name, (parse_plain(argument),))
        assert compare(value(left, Fraction(1)), value(parse_plain(result), Fraction(1)), argument) == 1


@pytest.mark.parametrize("row", rows("orders"))
def test_special_orders(row):
    for order, meaning in row.orders:
        for u in (Fraction(1, 3), Fraction(-2), Fraction(1, 2)):
            compare(value(Apply(row.name, (parse_plain(order), U)), u), value(parse_plain(meaning), u), u)


@pytest.mark.parametrize("row", rows("ends"))
def test_values_at_special_last_arguments(row):
    for at, result, _ in row.ends:
        for s in (Fraction(3, 2), Fraction(2), Fraction(3), Fraction(7, 2)):
            term = Apply(row.name, (S, parse_plain(at)))
            assert compare(value(term, Fraction(1), s), value(parse_plain(result), Fraction(1), s), at) == 1


POLYLOGARITHM = [
    # its order, its argument, whether it is a real number
    ("2", "1", True),
    ("3/2", "1", True),
    ("1", "1", False),
    ("0", "1", False),
    ("2", "2", False),
    ("1", "1/2", True),
    ("-3", "-2", True),
]


@pytest.mark.parametrize(("order", "at", "real"), POLYLOGARITHM)
def test_at_the_end_of_its_cut_the_polylogarithm_has_a_value_above_order_one(order, at, real):
    s, u = Fraction(order), Fraction(at)
    assert (value(parse_plain("polylog(s, u)"), u, s, False) is not None) is real
    for term in (parse_plain(f"polylog({order}, u)"), parse_plain("polylog(s, u)")):
        met = [(value(r.term, u, s, False), r.relation) for r in requirements([term])]
        assert all(ball > 0 or (relation == ">= 0" and ball == 0) for ball, relation in met) is real


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in ROWS])
def test_it_is_defined_over_the_reals_exactly_where_the_row_says(row):
    term = application(row)
    for u in REAL:
        for s in ORDERS:
            allowed = True
            for requirement in requirements([term]):
                at = value(requirement.term, u, s, False)
                if at is None:
                    allowed = False
                elif requirement.relation == "nonpole":
                    allowed = allowed and not (at <= 0 and at.is_integer())
                else:
                    allowed = allowed and bool(
                        {"> 0": at > 0, ">= 0": at >= 0, "!= 0": not at.contains(0)}[requirement.relation]
                    )
            found = value(term, u, s, False)
            if allowed and found is None and row.arity == 1:
                pytest.fail(f"{row.name}({u}) should have a value")
            if not allowed and found is not None and row.arity == 1:
                pytest.fail(f"{row.name}({u}) should have no value, and has {found}")


@pytest.mark.parametrize("row", rows("derivative"))
def test_derivative_agrees_with_a_difference_quotient(row):
    term = application(row)
    try:
        slope = differentiate(term, U)
    except TermError:
        pytest.fail("the row has a derivative that cannot be used")
    h = Fraction(1, 10**9)
    points = 0
    for u in REAL:
        left, right = value(term, u - h, complex_values=False), value(term, u + h, complex_values=False)
        at = value(slope, u, complex_values=False)
        if left is None or right is None or at is None or abs(u) == 1:
            continue
        quotient = (right - left) / exact(2 * h)
        if not abs(quotient - at) < exact(Fraction(1, 10**5)) * (abs(at) + 1):
            pytest.fail(f"at {u}: {quotient} and {at}")
        points += 1
    assert points > 1
