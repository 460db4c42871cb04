r"""Arrays that words declare: "let $A$ be an $n \times n$ matrix", as `A \in \mathbb R^{n \times n}` does.

What words say has so the scope of what formulas say, and no other one.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from verify_derivations.elaborate.document.in_words import names_listed, with_words
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.array_words import SET, SIZE, Shaped, shaped
from verify_derivations.elaborate.prose.complex_numbers import has_complex_sets, speaks_of_complex
from verify_derivations.elaborate.prose.declarations import shape_of
from verify_derivations.elaborate.prose.said_in_words import MARK, OTHER
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Manuscript, Placed, Prose, Region, Role
from verify_derivations.parse import parse

Parts = list[Placed | Region]


def arrays_in_words(manuscript: Manuscript, trees: Trees) -> Manuscript:
    """The same document, with what words declare of arrays as formulas, unless they may be complex.

    Args:
        manuscript: a document as it was read.
        trees: those of its formulas.
    """
    texts = (block.text for block in manuscript.blocks if isinstance(block, Prose))
    if has_complex_sets(manuscript) or speaks_of_complex(texts):
        return manuscript
    blocks = tuple(
        _rewritten(block, trees) if isinstance(block, Prose) and block.role is not Role.HEADING else block
        for block in manuscript.blocks
    )
    return manuscript if blocks == manuscript.blocks else replace(manuscript, blocks=blocks)


def _rewritten(block: Prose, trees: Trees) -> Prose:
    """A paragraph with its declarations in formulas."""
    regions = [k for k, part in enumerate(block.parts) if isinstance(part, Region)]
    if len(regions) < 2:
        return block
    outline = "".join(
        _mark(part, trees) if isinstance(part, Region) else part.text.replace("~", " ")
        for part in block.parts
    )
    if sum(outline.count(mark) for mark in (MARK, OTHER, SET, SIZE)) != len(regions):
        return block  # one of them stands in the text itself
    parts: list[Placed | Region | None] = list(block.parts)
    for one in shaped(outline):
        made = _formulas(
            one, [block.parts[regions[k]] for k in one.names], block.parts[regions[one.sizes]], trees
        )
        between = regions[one.sizes] - 1
        words = block.parts[between]
        if made is None or isinstance(words, Region) or parts[regions[one.sizes]] is None:
            continue
        for k, region in zip(one.names, made, strict=True):
            parts[regions[k]] = region
        parts[regions[one.sizes]] = None
        parts[between] = words.cut(0, len(words.text) - (one.cut[1] - one.cut[0]))
    return replace(block, parts=tuple(joined(parts)))


def _formulas(one: Shaped, named: Parts, sizes: Placed | Region, trees: Trees) -> list[Region] | None:
    """The formulas of the names, each as it says the same; None where that is not certain."""
    if not isinstance(sizes, Region):
        return None
    space = rf"\mathbb R^{{{sizes.latex}}}" if one.power else sizes.latex
    made = []
    for region in named:
        if not isinstance(region, Region):
            return None
        names = names_listed(region, trees)
        if not names:
            return None
        made.append(with_words(region, rf"{', '.join(names)} \in {space}"))
    return made


def joined(parts: list[Placed | Region | None]) -> Parts:
    """The parts that are left; words between which a formula stood are one piece."""
    found: Parts = []
    gone = False
    for part in parts:
        if part is None:
            gone = True
            continue
        last = found[-1] if found else None
        if gone and not isinstance(part, Region) and last is not None and not isinstance(last, Region):
            kept = last.cut(0, len(last.text.rstrip())) if part.text[:1].isspace() else last
            found[-1] = Placed.joined(last.source, [kept, part], last.start)
        else:
            found.append(part)
        gone = False
    return found


def _mark(region: Region, trees: Trees) -> str:
    """What stands for a formula."""
    if region.problem is not None:
        return OTHER
    with suppress(FormulaError):
        root = trees.of(region)
        if shape_of(root) is not None:
            return SET
        if _is_size(region.latex):
            return SIZE
        if names_listed(region, trees):
            return MARK
    return OTHER


def _is_size(latex: str) -> bool:
    r"""m \times n, of two sizes."""
    with suppress(FormulaError):
        return len(shape_of(parse(rf"\mathbb R^{{{latex}}}").root) or ()) == 2
    return False


__all__ = ["arrays_in_words", "joined"]
