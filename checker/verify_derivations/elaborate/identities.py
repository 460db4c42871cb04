r"""The letter I as the identity matrix: where a number in its place would give the statement no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from verify_derivations.elaborate.declarations import shape_of
from verify_derivations.elaborate.names import base_name, is_transpose, plain, script_text
from verify_derivations.elaborate.stacked import BEFORE, BEHIND, OPEN
from verify_derivations.elaborate.usage import components
from verify_derivations.model import Alternative
from verify_derivations.parse.tree import Chain, Node, Product, Scripts
from verify_derivations.term.array import Array, identity
from verify_derivations.term.nodes import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.terms import Elaborator

LETTERS = frozenset(("I", "\\mathbf{I}", "\\mathbb{I}", "\\boldsymbol{I}", "\\mathrm{I}", "\\mathrm{Id}"))

MATRIX = "identity matrices"
"""The key under which it is settled that these letters are identity matrices."""

SETTLED = {MATRIX: "the identity"}

ANOTHER_MATRIX = Alternative(
    "I is another matrix", "identity $I$, let $I=...$, or $I \\in \\mathbb R^{n\\times n}$", covered=True
)
"""With it a proof stands, as beside a matrix everybody prints I for the identity; a refutation does not."""


SAID = tuple(
    re.compile(said.replace(" ", r"\s+"))
    for said in (
        r"⟨(?P<unit>\d+)⟩ (?:is|be|denotes?|denoting|being|for|as)(?: the| an?)?(?: ⟨(?P<size>\d+)⟩)? "
        r"(?:identity|unit)(?: matrix)?(?! \w*(?:function|map|element|vector))",
        r"(?:identity|unit) matrix,?(?: of (?:size|order|dimension) ⟨(?P<size>\d+)⟩)? ⟨(?P<unit>\d+)⟩",
    )
)
"""How the prose says which formula is an identity matrix."""


def letters_of(names: Iterable[str]) -> frozenset[str]:
    """Those of the names that may be identity matrices."""
    return LETTERS & frozenset(names)


def may_be_identities(names: Iterable[str]) -> bool:
    """One of the letters is among these names."""
    return not LETTERS.isdisjoint(names)


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


def identity_matrix(reading: Elaborator, name: str | None, node: Node) -> Array | None:
    """I, or I_n with its size, where it is settled that I is no number; None for anything else."""
    scope = reading.scope
    if name not in LETTERS or MATRIX not in scope.settled or name in (*reading.bound, *scope.usage.called):
        return None
    known = (scope.scalars, scope.defined, scope.functions, scope.ranks, scope.families)
    if any(name in names for names in known):
        return None
    subs = components(node.sub) if isinstance(node, Scripts) else []
    if len(subs) > 1 or (isinstance(node, Scripts) and node.primes):
        return None
    told = subs[0] if subs else scope.units.get(name)
    size = reading.sizes.unknown(f"{name}@{node.start}") if told is None else reading.term(told)
    reading.notes.sizes.update(
        dict.fromkeys(free_symbols(size) if told is not None else ())
    )  # whole numbers from 1 on
    reading.notes.units.append(size)
    made = identity(size)
    if not isinstance(node, Scripts) or node.sup is None or is_transpose(node.sup):
        return made
    from verify_derivations.elaborate.scripts import raised

    return raised(reading, made, node)


__all__ = [
    "ANOTHER_MATRIX",
    "SETTLED",
    "identity_matrix",
    "letters_of",
    "may_be_identities",
    "unit_of",
    "units_in",
]
