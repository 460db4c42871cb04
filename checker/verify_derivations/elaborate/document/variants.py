"""What a statement without a meaning may be meant to be: shapes that clash, brackets that do not pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from verify_derivations.elaborate.document.in_context import Reading
from verify_derivations.elaborate.meaning.written import slips
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.errors import FormulaError, TermError
from verify_derivations.model import Variant
from verify_derivations.parse import parse
from verify_derivations.parse.rebalancing import rebalanced
from verify_derivations.parse.tree import Chain, Empty, Node
from verify_derivations.term.arrays.shape_slips import MOST_VARIANTS

Reader = Callable[[Sides], Reading]
"""What reads two sides; raises `NotRead` or `TermError`."""

DECIDED = frozenset(("=", "<", "<=", ">", ">="))
"""The relations of statements that are looked at."""

MOST_TRIES = 120
"""So many edits of a statement are read."""

MOST_CHARACTERS_TWICE = 400
"""A side of more characters is not edited twice."""


def variants_of_sides(
    sides: Sides, latex: tuple[str, str], edited: tuple[str, ...], read: Reader
) -> tuple[Variant, ...]:
    """The edits of one side after which its shapes fit; two edits only where no single one is enough.

    Args:
        sides: the statement as printed.
        latex: the texts in which the left and the right side have their offsets.
        edited: the sides that may be edited, "left" and "right".
        read: what reads two sides.
    """
    for twice in (False, True):
        tried = (one for side in edited for one in _of_side(side, sides, latex, twice))
        found = list(islice(_read(islice(tried, MOST_TRIES), read), MOST_VARIANTS))
        if found:
            return tuple(found)
    return ()


def _of_side(
    side: str, sides: Sides, latex: tuple[str, str], twice: bool
) -> Iterator[tuple[str, str, str, str, Sides]]:
    """What is said of an edit (side, slip, old, new), and the sides after it."""
    root = sides[0] if side == "left" else sides[2]
    source = latex[0] if side == "left" else latex[1]
    printed = source[root.start : root.end]
    against, beside = (sides[2], latex[1]) if side == "left" else (sides[0], latex[0])
    other = beside[against.start : against.end]
    for slip, start, end, meant in _slips(source, root, twice):
        whole = source[root.start : start] + meant + source[end : root.end]
        made = None if _blank(whole) == _blank(other) else _parsed(whole)  # it would just repeat the other
        if made is not None:
            after = (made, sides[1], sides[2]) if side == "left" else (sides[0], sides[1], made)
            yield side, slip, printed, whole, after


def _slips(source: str, root: Node, twice: bool) -> Iterator[tuple[str, int, int, str]]:
    if not twice:
        yield from slips(source, root)
        return
    printed = source[root.start : root.end]
    if len(printed) > MOST_CHARACTERS_TWICE:
        return
    for first, start, end, meant in slips(source, root):
        once = source[root.start : start] + meant + source[end : root.end]
        between = _parsed(once)
        for second, begin, stop, new in slips(once, between) if between is not None else ():
            name = f"{first} twice" if first == second else f"{first}, and {second}"
            yield name, root.start, root.end, once[:begin] + new + once[stop:]


def _blank(latex: str) -> str:
    return "".join(latex.split())


def _parsed(latex: str) -> Node | None:
    try:
        return parse(latex).root
    except FormulaError:
        return None


def _read(tried: Iterator[tuple[str, str, str, str, Sides]], read: Reader) -> Iterator[Variant]:
    seen = set[str]()
    for side, slip, old, new, sides in tried:
        if new == old or f"{side} {new}" in seen:
            continue
        seen.add(f"{side} {new}")
        try:
            found = read(sides)
        except (NotRead, TermError):
            continue
        yield Variant(side, slip, old, new, found.read.claim, found.alternatives)


# ---- brackets ------------------------------------------------------------------------------------
def variants_of_text(latex: str, head: Node | None, read: Reader) -> tuple[Variant, ...]:
    """The placements of a bracket with which a formula states one relation that can be read.

    Args:
        latex: the formula, whose brackets do not pair.
        head: what it goes on from, where it has no left side.
        read: what reads two sides.
    """
    found: list[Variant] = []
    printed = " ".join(latex.replace("&", " ").split())
    for slip, meant in islice(rebalanced(latex), MOST_TRIES):
        sides = _only_statement(_parsed(meant), head)
        if sides is None:
            continue
        try:
            made = read(sides)
        except (NotRead, TermError):
            continue
        new = " ".join(meant.replace("&", " ").split())
        found.append(Variant("whole", slip, printed, new, made.read.claim, made.alternatives))
        if len(found) == MOST_VARIANTS:
            break
    return tuple(found)


def _only_statement(root: Node | None, head: Node | None) -> Sides | None:
    """The two sides of a formula that states a single relation; the head stands where it has no left side."""
    if not isinstance(root, Chain) or len(root.relations) != 1 or root.relations[0].name not in DECIDED:
        return None
    left, right = root.members
    if isinstance(left, Empty):
        return None if head is None or root.relations[0].name != "=" else (head, "=", right)
    return left, root.relations[0].name, right


__all__ = ["variants_of_sides", "variants_of_text"]
