"""Absolute values in integrals within integrals: the inner way is cut where they have their kink.

As a function of the outer variable such an integral is smooth, but balls that hold a kink do not show it. Cut
there, it is the sum of two integrals without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import arb

from verify_derivations.errors import TermError
from verify_derivations.term.arrays.affine import Affine, affine
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.evaluation.ball_functions import Undefined
from verify_derivations.term.evaluation.iterated import unused
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, neg
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Apply, Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import applications, walk

if TYPE_CHECKING:
    from verify_derivations.term.evaluation.balls import Evaluation

MOST_CUTS = 3
"""So many kinks of one inner integral are cut, one within the other."""

BY_ABSOLUTE_VALUES = ("Max", "Min", "relu")
"""Functions that are written as absolute values first."""


def without_kinks(e: Evaluation, body: Term, name: str, lower: Term, upper: Term) -> Term:
    """The integrand of an outer integral with the integrals in it cut at kinks that surely lie on their ways.

    Args:
        e: the values of everything but the outer variable.
        body: the integrand.
        name: the outer variable.
        lower: where that begins; both are finite.
        upper: where it ends.

    Returns:
        What is equal to the integrand for every value of the variable between the ends.
    """
    inner = [t for t, depth in walk(body) if depth == 0 and isinstance(t, Integral) and t.body.holds(Apply)]
    for term in dict.fromkeys(inner):
        body = exchanged(body, term, _cut(e, term, (name, lower, upper), MOST_CUTS))
    return body


Outer = tuple[str, Term, Term]
"""The outer variable, and between which ends it runs."""


def _cut(e: Evaluation, term: Integral, outer: Outer, left: int) -> Term:
    """The integral, or its parts on both sides of a kink."""
    if not left or isinstance(term.lower, Infinity) or isinstance(term.upper, Infinity):
        return term
    variable = unused(f"{term.index}@", {*term.names, outer[0]})
    body = _by_absolute_values(instantiate_bound(term.body, Symbol(variable)))
    for wedge, kink, slope in _wedges(body, variable):
        at = kink.term()
        before, after = (
            _nowhere_negative(e, minus, outer)
            for minus in (add(at, neg(term.lower)), add(term.upper, neg(at)))
        )
        if before and after:
            (argument,) = wedge.arguments
            sides = (neg(argument), argument) if slope > 0 else (argument, neg(argument))
            ways = ((term.lower, at), (at, term.upper))
            return add(
                *(
                    _cut(
                        e,
                        Integral(term.index, *way, bind(exchanged(body, wedge, side), variable)),
                        outer,
                        left - 1,
                    )
                    for side, way in zip(sides, ways, strict=True)
                )
            )
    return term


def _by_absolute_values(body: Term) -> Term:
    for call in applications(body):
        if call.function in BY_ABSOLUTE_VALUES:
            row = FUNCTIONS[call.function]
            body = exchanged(body, call, instantiate(row.means_real, call.arguments))
    return body


def _wedges(body: Term, name: str) -> Iterator[tuple[Apply, Affine, Fraction]]:
    """Absolute values of what is linear in the variable: where each is zero, and with which slope."""
    for call in applications(body):
        if call.function == "Abs" and name in call.names:
            form = affine(call.arguments[0])
            slope = form.of(name) if form is not None else Fraction(0)
            if form is not None and slope:
                rest = form.plus(Affine(Fraction(0), ((name, slope),)), -1)
                yield call, Affine(Fraction(0)).plus(rest, -1 / slope), slope


def _nowhere_negative(e: Evaluation, term: Term, outer: Outer) -> bool:
    """A term that is linear in the outer variable is not negative at either end, so nowhere between them."""
    name, lower, upper = outer
    if affine(term) is None:
        return False
    try:
        values = [e.value(substitute(term, {name: end})) for end in (lower, upper)]
    except (Undefined, TermError):
        return False
    return all(type(value) is arb and bool(value >= 0) for value in values)


__all__ = ["without_kinks"]
