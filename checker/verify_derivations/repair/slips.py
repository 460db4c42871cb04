"""Edits of something that is there and is printed wrongly: signs, exponents, numbers, names, indices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from verify_derivations.repair.parts import exchanged_at, inverted, negated, product, total, without
from verify_derivations.repair.setting import PRIMED, Setting
from verify_derivations.term.notation.layout import is_negative
from verify_derivations.term.syntax.build import add
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import (
    HALF,
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Add,
    Apply,
    Binder,
    Delta,
    Derivative,
    Integral,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import rebuild
from verify_derivations.term.syntax.traverse import subterms

NEIGHBOURS: tuple[tuple[str, ...], ...] = (
    ("sin", "cos", "tan"),
    ("sinh", "cosh", "tanh", "sin", "cos", "tan"),
    ("cot", "tan"),
    ("sec", "csc"),
    ("sech", "csch"),
    ("coth", "tanh"),
    ("asin", "acos", "atan"),
    ("asinh", "acosh", "atanh", "asin", "acos", "atan"),
    ("log", "log2", "log10", "exp"),
    ("exp", "log"),
    ("sigmoid", "softplus", "tanh"),
    ("erf", "erfc"),
    ("floor", "ceiling"),
    ("gamma", "loggamma", "digamma"),
)
"""Functions that are mistaken for the first of their row, or the first for them."""


# ---- signs ---------------------------------------------------------------------------------------
def sign(term: Term, setting: Setting) -> Iterator[Term]:
    """The sign in front of a term is wrong."""
    if term is not ZERO and not (isinstance(term, Add) and any(map(is_negative, term.terms))):
        yield negated(term)


def sign_of_summand(term: Term, setting: Setting) -> Iterator[Term]:
    """The sign of one summand is wrong."""
    if isinstance(term, Add):
        for place, summand in enumerate(term.terms):
            if summand is not ZERO and summand not in without(term.terms, place):  # they would cancel
                yield Add(exchanged_at(term.terms, place, negated(summand)))


def difference(term: Term, setting: Setting) -> Iterator[Term]:
    """a - b is meant as b - a."""
    if isinstance(term, Add) and any(map(is_negative, term.terms)) and not all(map(is_negative, term.terms)):
        yield Add(tuple(negated(t) for t in reversed(term.terms)))


# ---- exponents, numbers, fractions ---------------------------------------------------------------
def exponent(term: Term, setting: Setting) -> Iterator[Term]:
    """One more, one less, none, or a root for a power."""
    match term:
        case Pow(base, Number(value)) if abs(value) != 1:
            for other in (value + 1, value - 1, value / 2, value * 2, Fraction(1)):
                if other and other != value:
                    yield base if other == 1 else Pow(base, Number(other))
        case Pow(base, Number(value)) if value == -1:
            return  # a denominator: what stands in it is edited by itself
        case Pow(base, other_exponent):
            yield Pow(base, add(other_exponent, ONE))
            yield Pow(base, add(other_exponent, MINUS_ONE))
        case Symbol() | Apply() | Add():
            yield Pow(term, TWO)
            yield Pow(term, HALF)


def number(term: Term, setting: Setting) -> Iterator[Term]:
    """A number that is off by one or by a factor two."""
    if isinstance(term, Number) and term is not MINUS_ONE:
        values = [term.value + 1, term.value - 1, term.value * 2, term.value / 2]
        if abs(term.value.numerator) == 1:
            values += (
                [term.value / (1 + term.value), term.value / (1 - term.value)] if term.value != 1 else []
            )
        yield from (Number(v) for v in values if v not in (0, term.value))


_NO_DIVISOR = (Number, Delta)
"""Another number is an edit of its own; nobody divides by a Kronecker delta."""


def upside_down(term: Term, setting: Setting) -> Iterator[Term]:
    """A factor stands on the wrong side of the fraction bar, or the fraction is upside down."""
    if isinstance(term, Mul):
        for place, factor in enumerate(term.factors):
            if not isinstance(factor, _NO_DIVISOR):
                yield product(*exchanged_at(term.factors, place, inverted(factor)))
        if any(isinstance(f, Pow) for f in term.factors):
            yield product(*(f if f is MINUS_ONE else inverted(f) for f in term.factors))
    elif not isinstance(term, _NO_DIVISOR):
        yield inverted(term)


def product_for_sum(term: Term, setting: Setting) -> Iterator[Term]:
    """a*b is meant as a + b or a - b, a/b as a - b."""
    match term:
        case Mul((left, right)) if not isinstance(left, Number):
            yield total(left, right)
            yield total(left, negated(right))
            yield total(left, negated(inverted(right)))


def sum_for_product(term: Term, setting: Setting) -> Iterator[Term]:
    """a + b is meant as a*b."""
    match term:
        case Add((left, right)) if not any(isinstance(t, Number) for t in (left, right)):
            yield product(left, right)


def complement(term: Term, setting: Setting) -> Iterator[Term]:
    """u is meant as 1 - u, or the other way round."""
    match term:
        case Symbol() | Apply():
            yield total(ONE, negated(term))
        case Pow(base, Number(value)) if value == 2:
            yield product(base, total(ONE, negated(base)))
        case Add((Number(value), Mul((Number(minus), *rest)))) if value == 1 and minus == -1:
            yield product(*rest)


# ---- names ---------------------------------------------------------------------------------------
def function(term: Term, setting: Setting) -> Iterator[Term]:
    """A function for its neighbour: sin for cos, f for its derivative, one of the author's for another."""
    if not isinstance(term, Apply):
        return
    name = term.function
    for first, *others in NEIGHBOURS:
        if name == first:
            yield from (Apply(other, term.arguments) for other in others)
        elif name in others:
            yield Apply(first, term.arguments)
    stem = PRIMED.sub("", name)
    if stem in setting.functions:
        yield from (Apply(f, term.arguments) for f in setting.functions if f != stem)
        yield Apply(f"{name}'", term.arguments)
        if name != stem:
            yield Apply(name[:-1], term.arguments)


FAMILY = re.compile(r"[\d_]+.*$")


def index_of_name(term: Term, setting: Setting) -> Iterator[Term]:
    """A symbol for one of the same letter: x1 for x2."""
    if isinstance(term, Symbol):
        family = FAMILY.sub("", term.name)
        for name in setting.declared:
            if name != term.name and FAMILY.sub("", name) == family:
                yield Symbol(name)


def symbol(term: Term, setting: Setting) -> Iterator[Term]:
    """A symbol for another one that is written nearby."""
    if isinstance(term, Symbol):
        yield from (Symbol(name) for name in setting.names if name != term.name)


# ---- derivatives, ranges -------------------------------------------------------------------------
def order_of_derivative(term: Term, setting: Setting) -> Iterator[Term]:
    """A derivative of another order."""
    match term:
        case Derivative(body, variable, order):
            yield Derivative(body, variable, order + 1)
            if order > 1:
                yield Derivative(body, variable, order - 1)


def limits(term: Term, setting: Setting) -> Iterator[Term]:
    """A sum, product or integral that starts or ends one off; an integral with its bounds exchanged."""
    match term:
        case Add(terms):
            yield from _limits_of_all(terms)
        case Binder(index, lower, upper, body) if not isinstance(term, Limit):
            kind = type(term)
            for off in (ONE, MINUS_ONE):
                yield kind(index, lower, add(upper, off), body)
                yield kind(index, add(lower, off), upper, body)
            if isinstance(term, Integral):
                yield Integral(index, upper, lower, body)
            else:
                yield from (kind(index, lower, size, body) for size in setting.ranges if size is not upper)


def _limits_of_all(terms: tuple[Term, ...]) -> Iterator[Term]:
    """Sums over the same range, within one sum, that all start one off."""
    starts = {(t.index, t.lower) for term in terms for t in subterms(term) if type(t) is Sum}
    for index, lower in sorted(starts, key=repr):
        for off in (ONE, MINUS_ONE):
            yield Add(tuple(_started(t, index, lower, add(lower, off)) for t in terms))


def _started(term: Term, index: str, old: Term, new: Term) -> Term:
    children = tuple(_started(child, index, old, new) for child in term.children)
    if type(term) is Sum and term.index == index and term.lower is old:
        return Sum(index, new, children[1], children[2])
    return rebuild(term, children)


# ---- limits --------------------------------------------------------------------------------------
POINTS: tuple[Term, ...] = (OO, MINUS_OO, ZERO, ONE, MINUS_ONE)
"""Where limits are taken."""


def point_of_limit(term: Term, setting: Setting) -> Iterator[Term]:
    """A limit is taken at another point."""
    if isinstance(term, Limit):
        near = () if isinstance(term.point, Infinity) else (negated(term.point),)
        for point in dict.fromkeys((*POINTS, *near)):
            if point is not term.point and point.loose == 0:
                direction = "" if isinstance(point, Infinity) else term.direction
                yield Limit(term.index, point, direction, term.body)


def direction_of_limit(term: Term, setting: Setting) -> Iterator[Term]:
    """A limit is taken from the other side, or from one side only."""
    if isinstance(term, Limit) and not isinstance(term.point, Infinity):
        for direction in ("+", "-"):
            if direction != term.direction:
                yield Limit(term.index, term.point, direction, term.body)


__all__ = [
    "complement",
    "difference",
    "direction_of_limit",
    "exponent",
    "function",
    "index_of_name",
    "limits",
    "number",
    "order_of_derivative",
    "point_of_limit",
    "product_for_sum",
    "sign",
    "sign_of_summand",
    "sum_for_product",
    "symbol",
    "upside_down",
]
