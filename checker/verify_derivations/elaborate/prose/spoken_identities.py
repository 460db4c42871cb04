"""What the text says of identity matrices: which letter is one, and of which size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from verify_derivations.elaborate.meaning.identities import LETTERS
from verify_derivations.elaborate.meaning.stacked import BEFORE, BEHIND, OPEN
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain, script_text
from verify_derivations.elaborate.prose.declarations import shape_of
from verify_derivations.parse.tree import Chain, Node, Product, Scripts

SAID = tuple(
    re.compile(said.replace(" ", r"\s+"))
    for said in (
        r"⟨(?P<unit>\d+)⟩ (?:is|be|denotes?|denoting|being|for|as)(?: the| an?)?(?: ⟨(?P<size>\d+)⟩)? "
        r"(?:identity|unit)(?: matrix)?(?! \w*(?:function|map|element|vector))",
        r"(?:identity|unit) matrix,?(?: of (?:size|order|dimension) ⟨(?P<size>\d+)⟩)? ⟨(?P<unit>\d+)⟩",
    )
)
"""How the prose says which formula is an identity matrix."""


def units_in(words: str, formulas: Sequence[Node | None]) -> Iterator[tuple[str, Node | None]]:
    """The names that a paragraph gives to identity matrices, with the sizes that it says.

    Args:
        words: the paragraph, with ⟨k⟩ for its formula number k.
        formulas: these formulas; None for one that is not read.
    """
    for sentence in re.split(r"(?<=[.;:!?])\s", words):
        if OPEN.search(sentence):
            continue
        for said in chain.from_iterable(pattern.finditer(sentence) for pattern in SAID):
            if BEFORE.search(sentence[: said.start()]) and BEHIND.match(sentence[said.end() :]):
                name, size = unit_of(formulas[int(said["unit"])])
                number = said.groupdict().get("size")
                told = None if number is None else _size(formulas[int(number)])
                if name in LETTERS and (number is None or told is not None):
                    yield name, told or size


def unit_of(node: Node | None) -> tuple[str, Node | None]:
    r"""The name and the size of I, I_n and I \in \mathbb R^{n \times n}."""
    if isinstance(node, Chain) and len(node.members) == 2 and node.relations[0].name == "in":
        sizes = shape_of(node.members[1]) or ()
        square = len(sizes) == 2 and script_text(sizes[0]) == script_text(sizes[1])
        name = base_name(plain(node.members[0]))
        return (name or "", sizes[0]) if square else ("", None)
    if isinstance(node, Scripts) and node.sup is None and not node.primes:
        subs = components(node.sub)
        return (base_name(node.base) or "", subs[0]) if len(subs) == 1 else ("", None)
    return ("", None) if node is None else (base_name(plain(node)) or "", None)


def _size(node: Node | None) -> Node | None:
    r"""n of n \times n."""
    if not isinstance(node, Product) or [sign for sign, _ in node.parts] != ["", "x"]:
        return None
    one, other = (part for _, part in node.parts)
    return one if script_text(one) == script_text(other) else None


__all__ = ["unit_of", "units_in"]
