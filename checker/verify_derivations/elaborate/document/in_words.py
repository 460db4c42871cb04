r"""Numbers that are declared in words, "let $n$ be an integer", as `n \in \mathbb{Z}` declares them.

What words say has so the scope of what formulas say, and no other one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.notation.superscripted import applied_names
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.declarations import ORDERS, shaped_names
from verify_derivations.elaborate.prose.narrower import NATURAL, Narrower
from verify_derivations.elaborate.prose.said_in_words import MARK, OTHER, Lead, Worded, declarations
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Manuscript, Placed, Prose, Region, Role, Run
from verify_derivations.parse.tree import Chain, Listing, Node, Separator

if TYPE_CHECKING:
    from verify_derivations.elaborate.document.anew import Anew
    from verify_derivations.elaborate.prose.context import Context

CONSTANTS = frozenset(("e", "i", "\\pi", "\\gamma", "\\infty"))
"""Letters that a sentence may speak of as what they are."""

Key = tuple[int | None, str, int]


def key_of(region: Region) -> Key:
    """Where a formula stands."""
    return region.source.cell, region.source.path, region.start


@dataclass(frozen=True)
class Declared:
    """What words declared of the names in a formula: how they read, where, what they say besides the set."""

    names: tuple[str, ...]
    words: str
    narrower: Narrower | None
    supposed: bool


@dataclass
class InWords:
    """A manuscript in which formulas say where numbers live, and what words said so, by formulas."""

    manuscript: Manuscript
    found: dict[Key, Declared] = field(default_factory=dict)


def in_words(manuscript: Manuscript, trees: Trees) -> InWords:
    """The same document, with what words declare as formulas.

    Args:
        manuscript: a document as it was read.
        trees: those of its formulas.
    """
    made = InWords(manuscript)
    if not any(isinstance(block, Prose) for block in manuscript.blocks):
        return made
    arrays = _no_numbers(manuscript, trees)
    blocks = tuple(
        _rewritten(block, trees, arrays, made.found)
        if isinstance(block, Prose) and block.role is not Role.HEADING
        else block
        for block in manuscript.blocks
    )
    made.manuscript = replace(manuscript, blocks=blocks) if made.found else manuscript
    return made


def _no_numbers(manuscript: Manuscript, trees: Trees) -> frozenset[str]:
    """Names that stand before brackets, or are declared to be arrays: of them "positive" tells no sign."""
    found = set[str]()
    for region in manuscript.regions():
        with suppress(FormulaError):
            root = trees.of(region)
            found |= applied_names(root) | set(shaped_names(root))
    return frozenset(found)


Parts = list[Placed | Region]


def _rewritten(block: Prose, trees: Trees, arrays: frozenset[str], found: dict[Key, Declared]) -> Prose:
    """A paragraph with its declarations in formulas."""
    outline = "".join(
        _mark(part, trees) if isinstance(part, Region) else part.text.replace("~", " ")
        for part in block.parts
    )
    if any(MARK in part.text or OTHER in part.text for part in block.parts if not isinstance(part, Region)):
        return block
    regions = [k for k, part in enumerate(block.parts) if isinstance(part, Region)]
    parts, cuts = list(block.parts), list[tuple[int, int]]()
    for one in declarations(outline):
        new = _formulas(one, block, regions, outline, trees, arrays)
        if new is None:
            continue
        cuts.append(one.cut)
        for k, region, declared in new:
            parts[k] = region
            found[key_of(region)] = declared
    return replace(block, parts=tuple(_without(parts, cuts))) if cuts else block


def _mark(region: Region, trees: Trees) -> str:
    """What stands for a formula: whether it only lists or compares names."""
    with suppress(FormulaError):
        if region.problem is None and _named(trees.of(region), region.latex, alone=False) is not None:
            return MARK
    return OTHER


def _formulas(
    one: Worded, block: Prose, regions: list[int], outline: str, trees: Trees, arrays: frozenset[str]
) -> list[tuple[int, Region, Declared]] | None:
    """The formulas of a declaration, each as it says the same; None where it is not taken in."""
    if one.lead is not Lead.LET and (one.meant.narrower or one.restricted) and _goes_on(block, outline, one):
        return None  # "f(n) = 0 for odd n" is said of some values only
    if one.lead is Lead.FOR and one.meant.set == "\\mathbb{R}" and one.plain:
        return None  # "for real x" sets no positive x free
    words = _words(block, outline, one)
    if words is None:
        return None
    made = list[tuple[int, Region, Declared]]()
    for number in one.formulas:
        region = block.parts[regions[number]]
        if not isinstance(region, Region) or region.problem is not None:
            return None
        try:
            named = _named(trees.of(region), region.latex, alone=number != one.formulas[0])
        except FormulaError:
            return None
        if named is None or any(name in CONSTANTS for name in named[0]):
            return None
        names, compared = named
        if one.meant.is_quality and any(name in arrays or name[:1].isupper() for name in names):
            return None
        latex = _latex(one, list(names.values()), region.latex if compared else "")
        made.append((regions[number], with_words(region, latex), _declared(one, tuple(names), words)))
    return made


def _goes_on(block: Prose, outline: str, one: Worded) -> bool:
    """A formula stands before it in the sentence."""
    before = outline[: one.start]
    ends = [before.rfind(sign) for sign in (". ", ".\n", "。", "? ", "! ")]
    before = before[max(ends) + 1 :] if max(ends) >= 0 else before
    return MARK in before or OTHER in before or (block.continued and max(ends) < 0)


def _named(root: Node, latex: str, *, alone: bool) -> tuple[dict[str, str], bool] | None:
    """The names that a formula lists, each with its LaTeX, and whether it compares them, too."""
    root = plain(root)
    items = root.items if isinstance(root, Listing) else (root,)
    found, compared = dict[str, str](), False
    for item in items:
        if isinstance(item, Separator):
            if item.kind != ",":
                return None
            continue
        if isinstance(item, Chain):
            if alone or compared or any(sign.name not in ORDERS for sign in item.relations):
                return None
            compared = True
            item = item.members[1 if len(item.members) == 3 else 0]
        elif compared:
            return None
        name = scripted_name(item)
        if name is None:
            return None
        found[name] = latex[item.start : item.end]
    return found, compared


def names_listed(region: Region, trees: Trees) -> tuple[str, ...]:
    """The names that a formula lists, in LaTeX, where it does nothing else and none of them is a constant."""
    named = _named(trees.of(region), region.latex, alone=True)
    return () if named is None or any(name in CONSTANTS for name in named[0]) else tuple(named[0].values())


def _latex(one: Worded, names: list[str], compared: str) -> str:
    """What the formula says with its words; `compared` is what it says already."""
    kind = one.meant
    if not kind.set or (kind.sign and one.lead is not Lead.LET):
        said = ", ".join(f"{name} {kind.sign}" for name in names)
    else:
        said = f"{', '.join(names)} \\in {kind.set}"
    return f"{said}, {compared}" if compared else said


def _declared(one: Worded, names: tuple[str, ...], words: Placed) -> Declared:
    line = words.span().line
    cell = words.source.cell
    place = f"line {line}" + (f" of cell {cell}" if cell else "")
    narrower = None
    if one.restricted or (one.meant.narrower and not one.meant.part):
        narrower = Narrower(f'"{one.meant.words}" and what else {place} says of it')
    elif one.meant.narrower:
        narrower = Narrower(f'"{one.meant.words}" in the narrow sense', one.meant.part)
    elif one.meant.set == "\\mathbb{N}":
        narrower = NATURAL
    shown = f'understood from {place}: "{one.meant.words}"'
    return Declared(names, shown, narrower, one.lead is Lead.IF and bool(one.meant.set))


def with_words(region: Region, latex: str) -> Region:
    """The formula in other words, at the place of the old one."""
    start, end = region.formula.range()
    made = Placed(latex, region.source, (Run(0, start, max(end, start), False),))
    return replace(region, formula=made)


def _words(block: Prose, outline: str, one: Worded) -> Placed | None:
    """The words of a declaration, if they stand in one piece."""
    at = 0
    for part in block.parts:
        length = 1 if isinstance(part, Region) else len(part.text)
        if at <= one.cut[0] and one.cut[1] <= at + length and not isinstance(part, Region):
            return part.cut(one.cut[0] - at, one.cut[1] - at)
        at += length
    return None


def _without(parts: Iterable[Placed | Region], cuts: list[tuple[int, int]]) -> Iterator[Placed | Region]:
    """The parts without these stretches of their words."""
    at = 0
    for part in parts:
        if isinstance(part, Region):
            at += 1
            yield part
            continue
        start = at
        at += len(part.text)
        inside = sorted((max(a, start) - start, min(b, at) - start) for a, b in cuts if a < at and b > start)
        if not inside:
            yield part
            continue
        kept, last = list[Placed](), 0
        for a, b in inside:
            kept.append(part.cut(last, a))
            last = b
        kept.append(part.cut(last, len(part.text)))
        yield Placed.joined(part.source, kept, part.start)


def heed(region: Region, found: Mapping[Key, Declared], context: Context, anew: Anew) -> None:
    """What the words of a declaration say that its formula does not, into the context, behind the formula."""
    declared = found.get(key_of(region))
    if declared is None:
        return
    for name in declared.names:
        if declared.narrower is not None:
            context.narrower[name] = declared.narrower
        if name in context.just_said and "\\in " in region.latex:
            context.worded[name] = declared.words
            if declared.supposed:
                anew.supposed.append(name)
        if declared.supposed and declared.narrower is not None:
            anew.narrowed.append(name)


__all__ = ["Declared", "InWords", "heed", "in_words", "key_of", "names_listed", "with_words"]
