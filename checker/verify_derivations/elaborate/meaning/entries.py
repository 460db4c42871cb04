"""Entries of matrices, as most texts print them: a_{ij} is one of A, and so is A_{12} of a printed A."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import components, letter_of
from verify_derivations.elaborate.notation.names import quantity
from verify_derivations.elaborate.notation.printed_entries import are_within, digits_of
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import Digits, Letter, Scripts
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import Entry, Number, Symbol, Term

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


def entry_of_printed(reading: Elaborator, base: str, node: Scripts) -> Array | None:
    """A_{12} where A is defined as a matrix of so many rows and columns; None for anything else.

    Raises:
        NotRead: it is defined by itself, too, as something else than what stands there in the matrix.
    """
    digits, name, scope = digits_of(node), quantity(node), reading.scope
    if (
        digits is None
        or name is None
        or base not in scope.entries
        or scope.ranks.get(base) != 2
        or node.sup is not None
        or node.primes
    ):
        return None
    if name in scope.defined:
        if name in scope.hidden.get(base, ()):
            return scalar(Symbol(name))  # the matrix is printed with this name in it
        help = f"write $({base})_{{{digits[0].text},{digits[1].text}}}$ for the entry"
        raise NotRead(f"{name} is defined by itself, and {base} as a matrix", node, help=help)
    places = reading.places(base, 2)
    if not have_room(reading, digits, [(size,) for size in places]):
        return None
    from verify_derivations.elaborate.meaning.scripts import index

    indices = [index(reading, digit, size) for digit, size in zip(digits, places, strict=True)]
    return scalar(Entry(base, indices))


def have_room(reading: Elaborator, digits: Iterable[Digits], axes: Iterable[Sequence[Term]]) -> bool:
    """The digits are within the sizes of these axes, which are numbers."""
    sizes = (reading.sizes.of(axis[0]) for axis in axes)
    return are_within(digits, [int(size.value) if isinstance(size, Number) else None for size in sizes])


__all__ = ["entry_of_matrix", "entry_of_printed", "have_room"]
