"""Lemmas where hypotheses hold an angle between two zeros: inverse functions, and roots that are a sine."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.inference.arcs import ARCS, sign_on_arc
from verify_derivations.kernel.inference.principal import RANGES, within
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import add, mul, neg, number, power
from verify_derivations.term.syntax.nodes import PI, Apply, Term
from verify_derivations.term.syntax.traverse import applications

if TYPE_CHECKING:
    from verify_derivations.prove.canonical import Search

QUARTERS = 8
"""Angles are shifted by so many right angles at most."""


def principal(search: Search, name: str, argument: Term) -> Iterator[tuple[str, Term]]:
    """Angles of the range of the inverse function, from those that stand in its argument."""
    for wave in applications(argument):
        if wave.function not in ARCS:
            continue
        angle = wave.arguments[0]
        for k in sorted(range(-QUARTERS, QUARTERS + 1), key=abs):
            shift = mul(number(Fraction(k, 2)), PI)
            for candidate in (add(angle, shift), add(neg(angle), shift)):
                if within(search.v, name, candidate):
                    search.prepare(Apply(RANGES[name].of, (candidate,)))
                    yield "principal", candidate


def root(search: Search, base: Term, exponent: Fraction) -> Iterator[tuple[str, Term]]:
    """A square root as a multiple of a sine or the like whose sign is known."""
    v = search.v
    if exponent.denominator != 2 or not v.holds_inequalities:
        return
    value = v.value(base)
    if value[0].is_zero():
        return
    waves = [t for t in v.given if isinstance(t, Apply) and t.function in ARCS and not t.loose]
    for wave in sorted(waves, key=text):
        sign = sign_on_arc(v, wave.function, wave.arguments[0])
        if not sign:
            continue
        own = v.value(wave)
        square = v.field.reduced(v.field.mul(own, own))
        if square[0].is_zero():
            continue
        rest = v.field.reduced(v.field.mul(value, v.field.inverse(square)))
        if v.signs.real(rest) and v.signs.nonnegative(rest):  # no wave is left in it
            size = wave if sign[-1] == "+" else neg(wave)
            yield "root", mul(power(element_term(v.field, rest), exponent), power(size, 2 * exponent))


__all__ = ["principal", "root"]
