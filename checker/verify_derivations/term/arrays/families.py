"""Matrices within terms, given as families: their entries, their sizes, sums over their rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verify_derivations.term.arrays.array import ShapeError, summed
from verify_derivations.term.syntax.nodes import ONE, ZERO, Family, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound


def matrix_at(matrix: Term, row: Sequence[Term], column: Sequence[Term]) -> Term:
    """The entry of a matrix that is given as families.

    Raises:
        ShapeError: the matrix has another number of indices.
    """
    for index in (*row, *column):
        if not isinstance(matrix, Family):
            raise ShapeError("too many indices for a matrix")
        matrix = instantiate_bound(matrix.body, index)
    if isinstance(matrix, Family):
        raise ShapeError("too few indices for a matrix")
    return matrix


def sizes_of(matrix: Term) -> tuple[Term, ...]:
    """The sizes of the row index (or of the group of them) of a square matrix given as families.

    Raises:
        ShapeError: it is not square.
    """
    sizes = []
    while isinstance(matrix, Family):
        if matrix.lower is not ONE:
            raise ShapeError("a matrix whose rows are not counted from 1")
        sizes.append(matrix.upper)
        matrix = instantiate_bound(matrix.body, ONE)
    half = len(sizes) // 2
    if len(sizes) % 2 or sizes[:half] != sizes[half:]:
        raise ShapeError("a matrix that is not square")
    return tuple(sizes[:half])


def over_rows_and_columns(
    matrix: Term, make: Callable[[tuple[Symbol, ...], tuple[Symbol, ...]], Term]
) -> Term:
    """The sum over all rows and columns of a square matrix of what `make` gives for them; 0 if all is 0."""
    axis = sizes_of(matrix)
    found = summed([axis, axis], make)
    inner = found
    while isinstance(inner, Sum):
        inner = inner.body
    return ZERO if inner is ZERO else found


__all__ = ["matrix_at", "over_rows_and_columns", "sizes_of"]
