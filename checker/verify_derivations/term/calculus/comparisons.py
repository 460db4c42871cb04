"""Comparisons of balls: true, false, or not to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flint import acb

from verify_derivations.term.syntax.piecewise import NEGATED

TRUE_OF_DIFFERENCE: dict[str, Callable[[Any], bool]] = {
    "<": lambda d: d < 0,
    "<=": lambda d: d <= 0,
    ">": lambda d: d > 0,
    ">=": lambda d: d >= 0,
    "=": lambda d: bool(d == 0),
    "!=": lambda d: not d.contains(0),
}
"""What a comparison says about the ball of the difference of its sides."""


def truth(relation: str, difference: Any) -> bool | None:
    """The truth of a comparison, from a ball around the difference of its sides; None if it does not tell."""
    if type(difference) is acb:
        if not difference.imag.is_zero():
            return None
        difference = difference.real
    if TRUE_OF_DIFFERENCE[relation](difference):
        return True
    return False if TRUE_OF_DIFFERENCE[NEGATED[relation]](difference) else None


def all_true(parts: Iterable[bool | None]) -> bool | None:
    """The truth of a conjunction: false if one part is, whatever the others are.

    >>> all_true([True, None]), all_true([False, None])
    (None, False)
    """
    known = list(parts)
    if False in known:
        return False
    return None if None in known else True


__all__ = ["all_true", "truth"]
