"""Properties of terms: written and read again, copied, derived, and taken back from SymPy as printed."""

from __future__ import annotations

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, example, given, settings
from strategies import any_terms, points, polynomials, smooth_terms

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.sympy.from_sympy import term_from_sympy
from verify_derivations.term.syntax.nodes import Add, Apply, Constant, Mul, Number, Pow, Symbol
from verify_derivations.term.syntax.substitute import rebuild, substitute
from verify_derivations.term.syntax.traverse import subterms

FEW = settings(max_examples=60, deadline=None, derandomize=True)


def value(term, point, precision=128):
    """The ball of a term at a point, None where it has no value."""
    set_precision(precision)
    try:
        return Evaluation({name: exact(v) for name, v in point.items()}).value(term)
    except (Undefined, TermError):
        return None


def agree(left, right):
    return (left is None) == (right is None) and (left is None or (left - right).contains(0))


@FEW
@given(any_terms)
def test_a_term_survives_the_way_between_processes(term):
    assert pickle.loads(pickle.dumps(term)) is term


@FEW
@given(any_terms)
def test_rebuilding_changes_nothing(term):
    assert rebuild(term, term.children) is term
    assert substitute(term, {"q": Symbol("r")}) is term
    order = {sub: place for place, sub in enumerate(subterms(term))}
    assert all(order[child] < order[sub] for sub in order for child in sub.children)


@FEW
@given(any_terms, points)
@example(parse_plain("x - -(y - 2)"), {"x": 1, "y": 2})
@example(parse_plain("-x**2"), {"x": 3, "y": 0})
@example(parse_plain("(-x)**2"), {"x": 3, "y": 0})
@example(parse_plain("2**-x"), {"x": 1, "y": 0})
@example(parse_plain("x/(y*2)"), {"x": 1, "y": 3})
@example(parse_plain("x/y*2"), {"x": 1, "y": 3})
@example(parse_plain("(x**2)**3"), {"x": 2, "y": 0})
@example(parse_plain("x**(y**2)"), {"x": 2, "y": 2})
def test_what_is_printed_is_read_with_the_same_value(term, point):
    again = parse_plain(text(term))
    assert agree(value(term, point), value(again, point)), text(term)


@FEW
@given(smooth_terms, points)
def test_the_derivative_is_the_limit_of_differences(term, point):
    """f(x + h) - f(x - h) is 2 h f'(x), but for something of the third order in h, in balls."""
    slope = value(differentiate(term, Symbol("x")), point, 512)
    h = exact(Fraction(2) ** -60)
    sides = []
    for sign in (1, -1):
        set_precision(512)
        at = {"x": exact(point["x"]) + sign * h, "y": exact(point["y"])}
        try:
            sides.append(Evaluation(at).value(term))
        except Undefined:
            assume(False)
    difference = (sides[0] - sides[1]) / (2 * h)
    assume(slope is not None)
    scale = 1 + abs(slope)
    assert not abs(difference - slope) > scale * exact(Fraction(2) ** -40), text(term)


@FEW
@given(polynomials)
def test_an_expression_of_sympy_comes_back_as_printed(term):
    """The printed form is kept: order of terms and factors, nothing folded, nothing cancelled."""
    printed = text(term)
    with sympy.evaluate(False):
        expression = as_sympy(term)
    back = term_from_sympy(expression)
    assert agree(value(back, {"x": 2, "y": 3}), value(term, {"x": 2, "y": 3})), printed
    with sympy.evaluate(False):
        assert term_from_sympy(as_sympy(back)) is back


def as_sympy(term):
    """The term in SymPy, unevaluated."""
    match term:
        case Number(number):
            return sympy.Rational(number.numerator, number.denominator)
        case Symbol(name):
            return sympy.Symbol(name, real=True)
        case Constant():
            return sympy.pi
        case Add(parts):
            return sympy.Add(*map(as_sympy, parts), evaluate=False)
        case Mul(parts):
            return sympy.Mul(*map(as_sympy, parts), evaluate=False)
        case Pow(base, exponent):
            return sympy.Pow(as_sympy(base), as_sympy(exponent), evaluate=False)
        case Apply(name, arguments):
            return getattr(sympy, name)(*map(as_sympy, arguments), evaluate=False)
    pytest.fail(f"no rule for {term!r}")
