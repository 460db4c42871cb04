"""Conditions of cases of which no two can hold at once."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import All, Comparison

SIGNS: dict[str, frozenset[int]] = {
    "<": frozenset((-1,)),
    "<=": frozenset((-1, 0)),
    ">": frozenset((1,)),
    ">=": frozenset((0, 1)),
    "=": frozenset((0,)),
    "!=": frozenset((-1, 1)),
}
"""The signs that the difference of both sides may have."""


def are_exclusive(one: All, other: All) -> bool:
    """No point can meet both conditions, as their comparisons of one term show.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> x, y = parse_plain("Piecewise((1, x > 0), (0, x <= 0))").conditions
    >>> are_exclusive(x, y), are_exclusive(x, x)
    (True, False)
    """
    parts = (*one.parts, *other.parts)
    if any(not _signs(a, b) for a in one.parts for b in other.parts):
        return True
    return any(_is_empty(term, parts) for term in {_compared(part)[0] for part in parts})


def _signs(a: Comparison, b: Comparison) -> frozenset[int]:
    """The signs of a difference that both comparisons allow; all of them if they are about others."""
    if (a.left, a.right) == (b.left, b.right):
        return SIGNS[a.relation] & SIGNS[b.relation]
    if (a.left, a.right) == (b.right, b.left):
        return SIGNS[a.relation] & frozenset(-sign for sign in SIGNS[b.relation])
    return frozenset((-1, 0, 1))


def _compared(part: Comparison) -> tuple[Term, frozenset[int], Fraction] | tuple[Term, None, None]:
    """A term that is compared with a number: the term, the signs of its difference, the number."""
    left, right = rational(part.left), rational(part.right)
    if right is not None:
        return part.left, SIGNS[part.relation], right
    if left is not None:
        return part.right, frozenset(-sign for sign in SIGNS[part.relation]), left
    return part.left, None, None


def _is_empty(term: Term, parts: tuple[Comparison, ...]) -> bool:
    """No number meets all that is said of the term: the bounds are tried, and places between them."""
    found = [(signs, number) for t, signs, number in map(_compared, parts) if t is term and signs is not None]
    bounds = sorted({number for _, number in found if number is not None})
    if not bounds:
        return False
    between = [(a + b) / 2 for a, b in pairwise(bounds)]
    tried = [bounds[0] - 1, *bounds, *between, bounds[-1] + 1]
    return not any(all((x > n) - (x < n) in signs for signs, n in found if n is not None) for x in tried)


__all__ = ["are_exclusive"]
