r"""Expressions that words name, "write $q$ for $1 - p$", as `q = 1 - p` does, and "$x$ lies in $(0, 1)$".

What words say has so the scope of what formulas say, and no other one.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from verify_derivations.elaborate.document.arrays_in_words import joined
from verify_derivations.elaborate.document.in_words import names_listed, with_words
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name, stem
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.declarations import is_interval
from verify_derivations.elaborate.prose.naming_words import Named, named
from verify_derivations.elaborate.prose.said_in_words import MARK, OTHER
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Manuscript, Placed, Prose, Region, Role
from verify_derivations.parse.tree import Digits, Fenced, Fraction, Node, Product, Root, Scripts, Sum

LEADS = re.compile(r"[用将把]\s*$")
"""Words before the first formula that belong to those behind it."""

COMPUTED = Sum | Product | Fraction | Root | Scripts | Fenced
"""What an expression is that has a name for short."""


def named_in_words(manuscript: Manuscript, trees: Trees) -> Manuscript:
    """The same document, with the names that words give to expressions as formulas.

    Args:
        manuscript: a document as it was read.
        trees: those of its formulas.
    """
    blocks = tuple(
        _rewritten(block, trees) if isinstance(block, Prose) and block.role is not Role.HEADING else block
        for block in manuscript.blocks
    )
    return manuscript if blocks == manuscript.blocks else replace(manuscript, blocks=blocks)


def _rewritten(block: Prose, trees: Trees) -> Prose:
    """A paragraph with these names in formulas."""
    regions = [k for k, part in enumerate(block.parts) if isinstance(part, Region)]
    if len(regions) < 2:
        return block
    outline = "".join(
        _mark(part, trees) if isinstance(part, Region) else part.text.replace("~", " ")
        for part in block.parts
    )
    if sum(outline.count(mark) for mark in (MARK, OTHER)) != len(regions):
        return block  # one of them stands in the text itself
    parts: list[Placed | Region | None] = list(block.parts)
    for one in named(outline):
        first, second = sorted((regions[one.name], regions[one.body]))
        words = parts[first + 1]
        made = _formula(one, block, regions, trees)
        if made is None or second != first + 2 or parts[second] is None or not isinstance(words, Placed):
            continue
        parts[first], parts[second] = made, None
        parts[first + 1] = words.cut(0, 0)
        before = parts[first - 1] if first else None
        if isinstance(before, Placed) and (lead := LEADS.search(before.text)) is not None:
            parts[first - 1] = before.cut(0, lead.start())
    return replace(block, parts=tuple(joined(parts)))


def _formula(one: Named, block: Prose, regions: list[int], trees: Trees) -> Region | None:
    """What defines the name, at the place of the first formula; None where that is not certain."""
    name, body = block.parts[regions[one.name]], block.parts[regions[one.body]]
    if not (isinstance(name, Region) and isinstance(body, Region)) or body.problem is not None:
        return None
    try:
        names, root = names_listed(name, trees), plain(trees.of(body))
    except FormulaError:
        return None
    first = block.parts[min(regions[one.name], regions[one.body])]
    if one.lives:
        if not is_interval(root) or not isinstance(first, Region):
            return None
        return with_words(first, f"{name.latex} \\in {body.latex}")
    if len(names) != 1 or not _is_computed(root):
        return None
    head = scripted_name(plain(trees.of(name)))
    if head is None or stem(head) in {stem(other) for other in names_in(root)}:
        return None
    return with_words(first, f"{names[0]} = {body.latex}") if isinstance(first, Region) else None


def _is_computed(root: Node) -> bool:
    """More than a name, and no relation: a name is not said to be another one so."""
    return isinstance(root, COMPUTED | Digits) and scripted_name(root) is None


def _mark(region: Region, trees: Trees) -> str:
    with suppress(FormulaError):
        if region.problem is None and names_listed(region, trees):
            return MARK
    return OTHER


__all__ = ["named_in_words"]
