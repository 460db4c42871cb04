"""What a statement of a claim file may be meant to be whose shapes clash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from verify_derivations.errors import VerifyDerivationsError
from verify_derivations.model import Claim, Variant
from verify_derivations.term.arrays.shape_slips import MOST_VARIANTS
from verify_derivations.term.sympy.printed_latex import printed_latex
from verify_derivations.term.sympy.printed_slips import slips

MOST_TRIES = 120
"""So many edits of a statement are read."""


def variants_of(
    left: Any, right: Any, claim: Callable[[Any, Any], Claim], *, head: bool
) -> tuple[Variant, ...]:
    """The edits of one side after which the statement has a meaning; two edits where no single one is enough.

    Args:
        left: the left side as the author wrote it, or what was made of it.
        right: the right side as the author wrote it.
        claim: what makes the claim of two sides.
        head: the left side may be what is wrong.
    """
    for twice in (False, True):
        tried = _tried(left, right, head, twice)
        found = tuple(islice(_read(islice(tried, MOST_TRIES), left, right, claim), MOST_VARIANTS))
        if found:
            return found
    return ()


def _tried(left: Any, right: Any, head: bool, twice: bool) -> Iterator[tuple[str, str, Any]]:
    for slip, meant in _slips(right, twice):
        yield "right", slip, meant
    for slip, meant in _slips(left, twice) if head else ():
        yield "left", slip, meant


def _slips(expression: Any, twice: bool) -> Iterator[tuple[str, Any]]:
    if not twice:
        yield from slips(expression)
        return
    for first, once in slips(expression):
        for second, meant in slips(once):
            if meant != expression:
                yield f"{first} twice" if first == second else f"{first}, and {second}", meant


def _read(
    tried: Iterator[tuple[str, str, Any]], left: Any, right: Any, claim: Callable[[Any, Any], Claim]
) -> Iterator[Variant]:
    for side, slip, meant in tried:
        if meant in (left, right):  # it would just repeat the other side
            continue
        sides = (meant, right) if side == "left" else (left, meant)
        try:
            made = claim(*sides)
        except (VerifyDerivationsError, TypeError, ValueError, AttributeError):  # SymPy may refuse an edit
            continue
        printed = left if side == "left" else right
        yield Variant(side, slip, printed_latex(printed), printed_latex(meant), made)


__all__ = ["variants_of"]
