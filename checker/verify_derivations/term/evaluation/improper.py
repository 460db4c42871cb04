"""Certified values of improper integrals, with an end at infinity or where the integrand has no value.

The way is cut; a part that ends where the integrand has no value is turned into one that goes to infinity by
x = a + 1/u. On a part that goes to infinity the integral up to some number is enclosed, and the rest bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flint import acb, arb

from verify_derivations.term.evaluation.ball_functions import Ball, Undefined
from verify_derivations.term.evaluation.decay import Decay
from verify_derivations.term.evaluation.opened import with_opened_logarithms
from verify_derivations.term.syntax.build import add, inverse, mul, neg, number, power
from verify_derivations.term.syntax.limit import MINUS_OO, OO
from verify_derivations.term.syntax.nodes import HALF, ONE, Apply, Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.term.evaluation.balls import Evaluation

Proper = Callable[["Evaluation", Term, str, Ball, Ball], Ball | None]
"""An enclosure over a closed interval, where the integrand is real all the way."""

FARTHEST = (8, 32, 128, 1024, 1 << 14, 1 << 24, 1 << 34)
"""From one of these numbers on an integral is bounded, not enclosed."""

WAVES = 3
"""Of these numbers so many are tried where there are waves, of which thousands may lie before the next."""

SMALL = 40
"""A rest of at most two to the power of minus this is small enough."""


def improper(e: Evaluation, term: Integral, name: str, proper: Proper) -> Ball:
    """A ball around an improper integral at the evaluation's point.

    Raises:
        Undefined: it is not shown to converge.
    """
    body = instantiate_bound(term.body, Symbol(name))
    if body.holds(Apply) and not any(type(value) is acb for value in e.point.values()):
        body = with_opened_logarithms(body)
    if term.lower is OO or term.upper is MINUS_OO:
        raise Undefined(term)
    if term.lower is MINUS_OO:
        mirrored = substitute(body, {name: neg(Symbol(name))})
        if term.upper is OO:
            return _from(e, body, name, number(0), proper) + _from(e, mirrored, name, number(0), proper)
        return _from(e, mirrored, name, neg(term.upper), proper)
    if term.upper is OO:
        return _from(e, body, name, term.lower, proper)
    lower, upper = e.value(term.lower), e.value(term.upper)
    if upper < lower:
        return -improper(e, Integral(term.index, term.upper, term.lower, term.body), name, proper)
    if not lower < upper:
        raise Undefined(term)
    middle = mul(HALF, add(term.lower, term.upper))
    return _half(e, body, name, term.lower, middle, proper) + _half(e, body, name, term.upper, middle, proper)


def _half(e: Evaluation, body: Term, name: str, end: Term, middle: Term, proper: Proper) -> Ball:
    """The integral, from left to right, between the middle and an end at which the integrand may have no
    value."""
    a, m = e.value(end), e.value(middle)
    if not (a < m or m < a):
        raise Undefined(body)
    found = proper(e, body, name, *((a, m) if a < m else (m, a)))
    if found is not None:
        return found
    u = Symbol(name)
    side = ONE if a < m else number(-1)
    turned = substitute(body, {name: add(end, mul(side, inverse(u)))})
    start = inverse(mul(side, add(middle, neg(end))))
    return _far(e, mul(turned, power(u, -2)), name, e.value(start), proper)


def _from(e: Evaluation, body: Term, name: str, lower: Term, proper: Proper) -> Ball:
    """The integral from a number to infinity."""
    start = e.value(lower)
    later = ONE if start < 0 else add(lower, ONE)
    near = proper(e, body, name, start, e.value(later))
    if near is None:
        near = _half(e, body, name, lower, later, proper)
    return near + _far(e, body, name, e.value(later), proper)


def _far(e: Evaluation, body: Term, name: str, start: Ball, proper: Proper) -> Ball:
    """The integral from a positive number to infinity."""
    for far, rest in reversed(_bounded(e, body, name, start)):
        near = proper(e, body, name, start, arb(far))
        if near is not None:
            return near + arb(0, 1) * rest.upper()
    raise Undefined(body)


def _bounded(e: Evaluation, body: Term, name: str, start: Ball) -> list[tuple[int, Ball]]:
    """Numbers from which on the integral is bounded, and the bounds; the last one is small, if one is."""
    found = []
    for far in FARTHEST[:WAVES] if body.holds(Apply) and _oscillates(e, body, name) else FARTHEST:
        if not start < far:
            continue
        try:
            rest = Decay(e, name, far).tail(body)
        except Undefined:
            continue
        if rest.is_finite():
            found.append((far, rest))
        if rest < arb(2) ** -SMALL:
            break
    return found


def _oscillates(e: Evaluation, body: Term, name: str) -> bool:
    """A sine or the like may go on and on."""
    waves = [t for t in subterms(body) if isinstance(t, Apply) and t.function in ("sin", "cos", "tan")]
    try:
        return any(Decay(e, name, FARTHEST[0]).scaled(t.arguments[0])[0] > 0 for t in waves)
    except Undefined:
        return True


__all__ = ["improper"]
