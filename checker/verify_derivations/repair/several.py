"""Edits at more than one place: the same slip on both sides, and two slips in one line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from verify_derivations.repair.edits import EDITS, Edit
from verify_derivations.repair.places import Edited, Path, at, edited, exchanged_at, occurrences, size
from verify_derivations.repair.setting import Setting
from verify_derivations.term.syntax.nodes import Term

BOTH = tuple(edit for edit in EDITS if edit.both)
PAIRED = tuple(edit for edit in EDITS if edit.paired)

FEWEST_NODES = 12
"""In a side with fewer nodes two slips are too much to be told from a different formula."""

MOST_NODES = 80
MOST_OF_A_KIND = 6
"""So many edits of one row of the table are tried together with others."""


def on_both_sides(lhs: Term, rhs: Term, setting: Setting) -> Iterator[tuple[Edited, Term]]:
    """Every edit of the left side that can be made on the right as well, and the right side after it."""
    there = occurrences(rhs)
    for change in edited(lhs, BOTH, setting):
        if change.everywhere and change.old in there:
            yield change, exchanged_at(rhs, there[change.old], change.new)


def pairs(term: Term, setting: Setting) -> Iterator[Edited]:
    """Two edits one after the other, each at all its places; what they span is what is exchanged."""
    if not FEWEST_NODES <= size(term) <= MOST_NODES:
        return
    for first in _single(term, setting):
        for second in _single(first.whole, setting):
            span = _common((*first.paths, *second.paths))
            if not _again(first, second):
                old, new = at(term, span), at(second.whole, span)
                yield Edited(_together(first.edit, second.edit), second.whole, (span,), old, new, True)


def _single(term: Term, setting: Setting) -> Iterator[Edited]:
    for edit in PAIRED:
        everywhere = (change for change in edited(term, (edit,), setting) if change.everywhere)
        yield from islice(everywhere, MOST_OF_A_KIND)


def _again(first: Edited, second: Edited) -> bool:
    """The second edit changes what the first has brought in, in the same way or back again."""
    return first.old is second.new or (second.old is first.new and second.edit is first.edit)


def _common(paths: tuple[Path, ...]) -> Path:
    """The path to the smallest subterm in which all of these lie."""
    first, last = min(paths), max(paths)
    length = next((k for k, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[: min(len(first), len(last)) if length is None else length]


def _together(first: Edit, second: Edit) -> Edit:
    name = f"{first.name} twice" if first.name == second.name else f"{first.name}, and {second.name}"
    return Edit(name, first.cost + second.cost, first.change)


__all__ = ["on_both_sides", "pairs"]
