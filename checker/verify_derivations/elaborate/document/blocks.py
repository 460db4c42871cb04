"""The formulas of a block of a document, with the words around each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.statements import index_range, statements
from verify_derivations.elaborate.notation.trees import Trees
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.errors import FormulaError
from verify_derivations.manuscript import Annotation, Placed, Prose, Region
from verify_derivations.parse.tree import Digits, Node


def regions_of(block: Prose | Region | Annotation) -> Iterator[tuple[Region, str, str]]:
    """The formulas of a block, but for those of annotations, and the words before and behind each."""
    words = ""
    parts = block.parts if isinstance(block, Prose) else (block,)
    for k, part in enumerate(parts):
        if isinstance(part, Region):
            behind = "".join(p.text if isinstance(p, Placed) else " $ " for p in parts[k + 1 :])
            yield part, words, behind
            words += " $ "
        elif isinstance(part, Placed):
            words += part.text


def words_of(parts: Iterable[Placed | Region | Annotation]) -> str:
    """The words of a block, with each formula between dollar signs."""
    return "".join(f"${part.latex}$" if isinstance(part, Region) else part.text for part in parts)


def rest_of_sentence(parts: Iterable[Placed | Region | Annotation]) -> str:
    """The words up to the end of the sentence, $ for formulas; none of a sentence that only begins."""
    text = outline(parts)
    return "" if re.match(r"\s*[A-Z]", text) else re.split(r"[.!?;](?:\s|$)|[。！？；]|\n\s*\n", text)[0]


def outline(parts: Iterable[Placed | Region | Annotation]) -> str:
    """The words of a block, with $ for its formulas."""
    return "".join("$" if isinstance(part, Region) else part.text for part in parts)


def numbered_formulas(parts: Iterable[Placed | Region], trees: Trees) -> tuple[str, list[Node | None]]:
    """The words of a block, with ⟨0⟩, ⟨1⟩ ... for its formulas, and their trees; None if not read."""
    words, formulas = "", list[Node | None]()
    for part in parts:
        if isinstance(part, Region):
            words += f"⟨{len(formulas)}⟩"
            with suppress(FormulaError):
                formulas.append(None if part.problem is not None else trees.of(part))
            formulas += [None] * (words.count("⟨") - len(formulas))
        else:
            words += part.text.replace("⟨", "<")
    return words, formulas


def standing_alone(prose: Prose) -> Region | None:
    """The one formula of a paragraph that is nothing else."""
    found = [part for part in prose.parts if isinstance(part, Region)]
    words = "".join(part.text for part in prose.parts if not isinstance(part, Region))
    return found[0] if len(found) == 1 and not words.strip(" \n\t.,;:。，") else None


def names_in_relations(heading: Prose, trees: Trees) -> set[str]:
    """The names of which a heading says something, "The case $x > 0$"."""
    found = set[str]()
    for part in heading.parts:
        with suppress(FormulaError):
            if isinstance(part, Region) and statements(root := trees.of(part)):
                found |= names_in(root)
    return found


def begins_range(root: Node, context: Context) -> bool:
    r"""What `i = 1, \dots, n` says goes into the context; False for anything else."""
    found = index_range(root)
    if found is None:
        return False
    letter = scripted_name(found[0])
    if letter is not None:
        context.begin(letter, found[1])
    if letter is not None and isinstance(found[1], Digits) and found[1].text == "1":
        context.ranges[letter] = found[2]
    return True


__all__ = [
    "begins_range",
    "names_in_relations",
    "numbered_formulas",
    "outline",
    "regions_of",
    "rest_of_sentence",
    "standing_alone",
    "words_of",
]
