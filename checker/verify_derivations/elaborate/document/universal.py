"""Names for all of whose values a sentence is said to hold: they are free, and nothing is to be solved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Placed, Region
from verify_derivations.parse.tree import Chain, Listing, Node, Separator

NOUNS = r"(?:(?!(?:of|in|with|to|on|from|by|such|we|the|where|and|or)\b)[^\W\d_][\w-]*\s+){0,3}"

FOR_ALL = re.compile(
    rf"\bfor\s+(?:all|any|every|each)\s+{NOUNS}(?:\$\s*(?:,\s*and|,|and)?\s*(?:(?:all|any|every|each)\s+)?)*$"
    r"|对于?(?:任意|任何|所有|一切|每个)[^$。；，]{0,8}(?:\$\s*(?:和|与|、|，)?\s*)*$",
    re.IGNORECASE,
)
"""Words right before names that stand for anything."""

BEHIND = re.compile(r"\s*,?\s*(?:which\s+)?(?:holds?\s+|is true\s+)?(?=for\s|对)", re.IGNORECASE)
"""Words between a formula and these."""

AND = re.compile(r"\s*(?:,\s*and|,|and|和|与|、)\s*(?:(?:all|any|every|each)\s+)?")


def are_all(words: str) -> bool:
    """Whether the words before names say that they stand for anything, with $ for formulas.

    >>> are_all("For all real numbers "), are_all("For some "), are_all("for every $ and ")
    (True, False, True)
    """
    return FOR_ALL.search(words) is not None


def all_behind(parts: Sequence[Placed | Region | Annotation], k: int, trees: Trees) -> Iterator[str]:
    """The names behind part k for all of whose values it is said to hold."""
    while k + 2 < len(parts):
        words, region = parts[k + 1], parts[k + 2]
        if not isinstance(words, Placed) or not isinstance(region, Region):
            return
        first = BEHIND.match(words.text)
        if not (first and are_all(words.text[first.end() :]) and FOR_ALL.match(words.text, first.end())):
            return
        yield from names_of(region, trees)
        k += 2
        while k + 2 < len(parts) and isinstance(more := parts[k + 1], Placed) and AND.fullmatch(more.text):
            another = parts[k + 2]
            if not isinstance(another, Region):
                return
            yield from names_of(another, trees)
            k += 2


def names_of(region: Region, trees: Trees) -> Iterator[str]:
    """The names that a formula lists or restricts."""
    with suppress(FormulaError):
        if region.problem is None:
            yield from _names(trees.of(region))


def _names(root: Node) -> Iterator[str]:
    root = plain(root)
    for item in root.items if isinstance(root, Listing) else (root,):
        if isinstance(item, Separator):
            continue
        members = item.members if isinstance(item, Chain) else (item,)
        yield from (name for name in map(scripted_name, members) if name is not None)


__all__ = ["all_behind", "are_all", "names_of"]
