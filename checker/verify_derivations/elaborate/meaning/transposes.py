"""Transposes of expressions that are made of arrays; what is taken for a number is none, or T is a power."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.identities import LETTERS as UNITS
from verify_derivations.elaborate.meaning.ones import LETTERS as ONES
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.values import transposed
from verify_derivations.parse.tree import Node
from verify_derivations.term.arrays.array import Array

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


def transposed_expression(reading: Elaborator, value: Array, node: Node) -> Array:
    r"""The transpose; a number has to be made of arrays, as x^\top y is.

    Raises:
        NotRead: as far as is known no array is in it.
    """
    if not value.rank and not _has_arrays(reading, node):
        message = "what is transposed here is a number as far as is known, or this is a power"
        raise NotRead(message, node, help="declare the shapes of what stands in it")
    return transposed(value)


def _has_arrays(reading: Elaborator, node: Node) -> bool:
    scope = reading.scope
    arrays = {*scope.ranks, *scope.families, *scope.stacks, *reading.locals, *ONES, *UNITS}
    return any({name, stem(name)} & arrays for name in names_in(node))


__all__ = ["transposed_expression"]
