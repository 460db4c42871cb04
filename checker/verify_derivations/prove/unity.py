"""Roots of unity that square roots of 2 and 3 can write: exp(i pi r) for denominators 1, 2, 3, 4, 6."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.term.syntax.build import add, mul, number, sqrt
from verify_derivations.term.syntax.nodes import ONE, ZERO, I, Term

UNITS = frozenset((1, 2, 3, 4, 6))
"""The denominators r for which exp(i pi/r) is written with radicals."""

_HALF = Fraction(1, 2)
COSINES: dict[Fraction, Term] = {
    Fraction(0): ONE,
    Fraction(1, 6): mul(number(_HALF), sqrt(number(3))),
    Fraction(1, 4): mul(number(_HALF), sqrt(number(2))),
    Fraction(1, 3): number(_HALF),
    Fraction(1, 2): ZERO,
}
"""cos(pi r) for 0 <= r <= 1/2."""


def cosine(r: Fraction) -> Term:
    """cos(pi r), for a denominator in UNITS."""
    r %= 2
    if r > 1:
        r = 2 - r
    return mul(number(-1), cosine(1 - r)) if r > _HALF else COSINES[r]


def unit(r: Fraction) -> Term:
    """exp(i pi r), for a denominator in UNITS.

    >>> from verify_derivations.term.notation.text import text
    >>> text(unit(Fraction(2, 3)))
    'I*sqrt(3)/2 - 1/2'
    """
    return add(cosine(r), mul(I, cosine(r - _HALF)))
