"""Matrices written out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.by_cases import by_cases, is_by_cases
from verify_derivations.elaborate.notation.trouble import NotRead, ill_formed
from verify_derivations.elaborate.notation.values import UNIT
from verify_derivations.parse.tree import Grid
from verify_derivations.term.arrays.array import Array, determinant, scalar, tabulated
from verify_derivations.term.syntax.nodes import Add, Delta, Mul, Number, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

WRITTEN_OUT = frozenset("matrix pmatrix bmatrix Bmatrix smallmatrix psmallmatrix bsmallmatrix".split())


def grid(reading: Elaborator, node: Grid) -> Array:
    """A matrix written out; one column is a vector, one row a row, a single entry a number.

    Raises:
        NotRead: it is an array of another kind, or its rows differ in length.
    """
    if node.name == "vmatrix":
        return determinant(grid(reading, node._replace(name="matrix")))
    if is_by_cases(node):
        return scalar(by_cases(reading, node))
    if node.name not in WRITTEN_OUT:
        raise NotRead("a table is not read yet", node)
    width = len(node.rows[0])
    if any(len(row) != width for row in node.rows):
        raise ill_formed("the rows of this matrix differ in length", node)
    entries = [[reading.term(cell) for cell in row] for row in node.rows]
    if width == len(entries) == 1:
        return scalar(entries[0][0])
    rows, columns = (Number(len(entries)),), (Number(width),)
    if width == 1:
        return tabulated([rows], lambda i: _picked([([*i], [k], row[0]) for k, row in enumerate(entries, 1)]))
    if len(entries) == 1:
        picked = [([k], entry) for k, entry in enumerate(entries[0], 1)]
        return tabulated([UNIT, columns], lambda _, j: _picked([([*j], at, entry) for at, entry in picked]))
    return tabulated(
        [rows, columns],
        lambda i, j: _picked(
            [([*i, *j], [r, c], e) for r, row in enumerate(entries, 1) for c, e in enumerate(row, 1)]
        ),
    )


def column(entries: Sequence[Term]) -> Array:
    """The vector of these numbers."""
    if len(entries) == 1:
        return scalar(entries[0])
    places = [([k], entry) for k, entry in enumerate(entries, 1)]
    size = (Number(len(entries)),)
    return tabulated([size], lambda i: _picked([([*i], at, entry) for at, entry in places]))


def _picked(entries: list[tuple[list[Symbol], list[int], Term]]) -> Term:
    """The entry whose place the indices name."""
    return Add(
        [
            Mul((entry, *(Delta(index, Number(place)) for index, place in zip(indices, places, strict=True))))
            for indices, places, entry in entries
        ]
    )
