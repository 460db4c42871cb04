r"""A bold 1 is the vector of ones, where nothing else is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, is_transpose
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.values import transposed
from verify_derivations.parse.tree import Digits, Node, Scripts
from verify_derivations.term.arrays.array import Array, filled
from verify_derivations.term.syntax.nodes import ONE
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

LETTERS = frozenset(("\\mathbf{1}", "\\boldsymbol{1}", "\\vec{1}"))


def ones(reading: Elaborator, name: str | None, node: Node) -> Array | None:
    """The vector of ones, of the size that is printed below it or that fits; None for anything else."""
    scope = reading.scope
    if name not in LETTERS or name in scope.usage.called or name in scope.spoken_of:
        return None
    if any(name in names for names in (scope.scalars, scope.defined, scope.functions, scope.families)):
        return None
    subs = components(node.sub) if isinstance(node, Scripts) else []
    if len(subs) > 1 or (isinstance(node, Scripts) and node.primes) or not all(map(_is_size, subs)):
        return None
    options = ("a bold 1 is the vector of ones", "it is another vector, or an indicator")
    reading.choose(Choice(name, options, f"constant ${name}$", modelled=False))
    size = reading.term(subs[0]) if subs else reading.sizes.unknown(f"{name}@{node.start}")
    reading.notes.sizes.update(dict.fromkeys(free_symbols(size) if subs else ()))
    made = filled(ONE, (size,))
    if not isinstance(node, Scripts) or node.sup is None:
        return made
    return transposed(made) if is_transpose(node.sup) else None


def _is_size(node: Node) -> bool:
    """A letter that may be a size, or a number."""
    return isinstance(node, Digits) or (base_name(node) or "") in tuple("nmdpN")


__all__ = ["ones"]
