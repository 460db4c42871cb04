"""Conditions of which one holds: `x = 2 or x = -2`."""

from __future__ import annotations

from collections.abc import Iterable

from verify_derivations.term.syntax.nodes import Term, _intern
from verify_derivations.term.syntax.piecewise import Comparison


class AnyOf(Term):
    """A disjunction of comparisons; stands only on a side of a step between conditions."""

    __slots__ = ("parts",)
    __match_args__ = ("parts",)
    parts: tuple[Comparison, ...]

    def __new__(cls, parts: Iterable[Term]) -> AnyOf:
        parts = tuple(parts)
        return _intern(cls, (parts,), parts)


__all__ = ["AnyOf"]
