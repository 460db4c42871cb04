r"""The letter I as the identity matrix: where a number in its place would give the statement no meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import is_transpose
from verify_derivations.model import Alternative
from verify_derivations.parse.tree import Node, Scripts
from verify_derivations.term.arrays.array import Array, identity
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

LETTERS = frozenset(("I", "\\mathbf{I}", "\\mathbb{I}", "\\boldsymbol{I}", "\\mathrm{I}", "\\mathrm{Id}"))

MATRIX = "identity matrices"
"""The key under which it is settled that these letters are identity matrices."""

SETTLED = {MATRIX: "the identity"}

ANOTHER_MATRIX = Alternative(
    "I is another matrix", "identity $I$, let $I=...$, or $I \\in \\mathbb R^{n\\times n}$", covered=True
)
"""With it a proof stands, as beside a matrix everybody prints I for the identity; a refutation does not."""


def letters_of(names: Iterable[str]) -> frozenset[str]:
    """Those of the names that may be identity matrices."""
    return LETTERS & frozenset(names)


def may_be_identities(names: Iterable[str]) -> bool:
    """One of the letters is among these names."""
    return not LETTERS.isdisjoint(names)


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
    from verify_derivations.elaborate.meaning.powers import raised

    return raised(reading, made, node)


__all__ = [
    "ANOTHER_MATRIX",
    "LETTERS",
    "MATRIX",
    "SETTLED",
    "identity_matrix",
    "letters_of",
    "may_be_identities",
]
