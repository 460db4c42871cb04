"""Entries of matrices, as most texts print them: a_{ij} is one of A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components, letter_of
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.parse.tree import Digits, Letter, Scripts
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import Entry

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


def entry_of_matrix(reading: Elaborator, base: str, node: Scripts) -> Array | None:
    """a_{ij} where A is a matrix and nothing is said of an a; None for anything else."""
    matrix, scope = base.upper(), reading.scope
    if (
        len(base) != 1
        or not base.islower()
        or scope.ranks.get(matrix) != 2
        or not isinstance(node.base, Letter)
    ):
        return None
    subs = components(node.sub)
    layered = node.sup is not None and letter_of(node.sup) in scope.usage.sup_letters
    if len(subs) != 2 or not (layered or node.sup is None or isinstance(node.sup, Digits)) or node.primes:
        return None
    known = (scope.scalars, scope.defined, scope.functions, scope.ranks, scope.families, scope.spoken_of)
    if any(base in names for names in known) or base in scope.usage.alone | scope.usage.called:
        return None
    options = (f"{base} with two indices is an entry of {matrix}", f"{base} has entries of its own")
    choice = Choice(
        f"entries of {matrix}", options, f"write {matrix}_{{ij}}, or constant ${base}$", usual=True
    )
    if reading.choose(choice) == options[1]:
        return None
    from verify_derivations.elaborate.meaning.powers import raised
    from verify_derivations.elaborate.meaning.scripts import index, whole

    if layered:
        return whole(reading, matrix, node._replace(base=Letter(matrix, node.base.start, node.base.end)))

    places = reading.places(matrix, 2)
    indices = [index(reading, part, size) for part, size in zip(subs, places, strict=True)]
    value = scalar(Entry(matrix, indices))
    return value if node.sup is None else raised(reading, value, node)


__all__ = ["entry_of_matrix"]
