"""Expressions by cases: how they are read and written, what they are at a point, and their derivatives."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy

from verify_derivations.check import decide
from verify_derivations.errors import TermError
from verify_derivations.model import Claim
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact
from verify_derivations.term.notation.latex import latex
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.sympy.from_sympy import term_from_sympy
from verify_derivations.term.sympy.to_sympy import to_sympy
from verify_derivations.term.syntax.nodes import Symbol

x = sympy.Symbol("x", real=True)

SAME = [
    # written, read as
    ("Piecewise((x, x > 0), (0, True))", "Piecewise((x, x > 0), (0, True))"),
    ("Piecewise((1, 0 < x < 1), (0, True))", "Piecewise((1, And(0 < x, x < 1)), (0, True))"),
    ("Piecewise((1, Or(x < 0, x > 1)), (0, True))", "Piecewise((1, x < 0), (1, x > 1), (0, True))"),
    ("Piecewise((1, Not(x < 0)))", "Piecewise((1, x >= 0))"),
    ("Piecewise((1, x == 0), (2, x != 1))", "Piecewise((1, x = 0), (2, x != 1))"),
    ("Piecewise((1, False), (2, True))", "Piecewise((2, True))"),
]

REFUSED = [
    ("Piecewise()", "a case is written"),
    ("Piecewise(x, 0)", "a case is written"),
    ("Piecewise((x, y))", "with a comparison or True as its condition"),
    ("Piecewise((1, False))", "none of the cases can apply"),
    ("Piecewise((1, Not(x < 0, y < 0)))", "Not takes one condition"),
]

VALUES = [
    # term, x, value (None: there is none)
    ("Piecewise((1/x, x != 0), (7, True))", 0, 7),
    ("Piecewise((1, x < 3/7), (2, True))", "3/7", 2),
    ("Piecewise((1, x <= 3/7), (2, True))", "3/7", 1),
    ("Piecewise((1, x > 0))", -1, None),
    ("Piecewise((1, log(x) > 0), (2, True))", -1, None),
    ("Piecewise((1, And(x > 0, log(x) > 0)), (2, True))", -1, 2),
    ("Sum(Piecewise((k, k > x), (0, True)), (k, 1, 4))", 2, 7),
]

DERIVATIVES = [
    ("Piecewise((x**2, x > 0), (0, True))", "Piecewise((2*x, x > 0), (0, x < 0))"),
    ("Piecewise((x**2, x >= y), (0, True))", "Piecewise((2*x, x > y), (0, x < y))"),
    ("Piecewise((x, y >= 0), (2*x, True))", "Piecewise((1, y >= 0), (2, y < 0))"),
    ("Piecewise((x, x = 1), (2*x, True))", "Piecewise((2, x != 1))"),
    ("Piecewise((1, y > 0), (2, True))", "0"),
    ("Piecewise((1, x > 0), (2, True))", "Piecewise((0, x > 0), (0, x < 0))"),
]


@pytest.mark.parametrize(("written", "read"), SAME)
def test_a_condition_is_read_as_comparisons_and_written_so(written, read):
    term = parse_plain(written)
    assert text(term) == read
    assert parse_plain(read.replace(" = ", " == ")) is term


@pytest.mark.parametrize(("written", "why"), REFUSED)
def test_what_is_no_case_is_named(written, why):
    with pytest.raises(TermError, match=why):
        parse_plain(written)


@pytest.mark.parametrize(("written", "at", "value"), VALUES)
def test_the_first_case_that_applies_gives_the_value(written, at, value):
    at = Fraction(at)
    evaluation = Evaluation({"x": exact(at)}, rationals={"x": at})
    if value is None:
        with pytest.raises(Undefined):
            evaluation.value(parse_plain(written))
    else:
        assert evaluation.value(parse_plain(written)) == value


@pytest.mark.parametrize(("body", "slope"), DERIVATIVES)
def test_there_is_a_derivative_inside_of_each_region_only(body, slope):
    assert text(differentiate(parse_plain(body), Symbol("x"))) == slope


def test_a_condition_that_is_not_smooth_is_not_differentiated():
    with pytest.raises(TermError, match="not smooth"):
        differentiate(parse_plain("Piecewise((x, Abs(x) > 1), (0, True))"), Symbol("x"))


def test_what_a_case_requires_is_not_required_elsewhere():
    assert requirements([parse_plain("Piecewise((1/x, x > 0), (log(-x), x < 0))")]) == []


def test_sympy_and_the_plain_notation_agree():
    by_sympy = term_from_sympy(
        sympy.Piecewise((x, (x > 0) & (x < 1)), (2, sympy.Or(x < -1, x > 3)), (0, True))
    )
    assert text(by_sympy).startswith("Piecewise((x, And(")
    assert term_from_sympy(to_sympy(by_sympy)) is not None
    assert r"\begin{cases}" in latex(by_sympy)


def test_a_condition_of_sympy_that_is_no_comparison_is_named():
    with pytest.raises(TermError, match="no comparison"):
        term_from_sympy(sympy.Piecewise((x, sympy.Symbol("p") >> sympy.Symbol("q")), (0, True)))


VERDICTS = [
    ("relu(x)", "Piecewise((x, x > 0), (0, True))", "proved"),
    ("Max(x, y)", "Piecewise((x, x > y), (y, True))", "proved"),
    ("diff(relu(x), x)", "Piecewise((1, x > 0), (0, x < 0))", "proved"),
    ("diff(Piecewise((x**2, x > 0), (-x**2, True)), x)", "2*Abs(x)", "proved"),
    ("-Sum(Piecewise((i**2, i >= Rational(174, 25)), (0, True)), (i, 0, 12))", "-559", "proved"),
    ("Piecewise((x/x, x != 0), (5, True))", "1", "refuted"),  # only at 0
    ("Piecewise((1, x < 3/7), (2, True))", "Piecewise((1, x <= 3/7), (2, True))", "refuted"),  # only at 3/7
    ("Piecewise((diff(log(x), x), x > 0), (5, True))", "1/x", "refuted"),  # smooth only where it applies
]


@pytest.mark.parametrize(("lhs", "rhs", "status"), VERDICTS)
def test_a_claim_holds_if_it_does_in_every_region_with_its_boundary(lhs, rhs, status):
    assert str(decide(Claim(parse_plain(lhs), "=", parse_plain(rhs))).status) == status
