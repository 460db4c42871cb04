"""Certified evaluation of families, determinants and inverses, entry by entry."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from flint import acb_mat, arb, arb_mat

from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.ball_functions import Ball, Undefined
from verify_derivations.term.syntax.nodes import Binder, Determinant, Family, InverseEntry, Number, Term
from verify_derivations.term.syntax.substitute import instantiate_bound

if TYPE_CHECKING:
    from verify_derivations.term.evaluation.balls import Evaluation

LARGEST_MATRIX = 64
"""Larger matrices are not evaluated."""


def integer(value: Ball, term: Term) -> int:
    """The whole number that a ball is, as an index of the term."""
    if type(value) is not arb or not value.is_integer():
        raise Undefined(term)
    return int(value.mid().fmpq().p)


def family(e: Evaluation, term: Family) -> Ball:
    """A family is no number; it has a value, 0, where all of its members have one."""
    for k in _indices(e, term):
        e.value(instantiate_bound(term.body, Number(k)))
    return arb(0)


def _indices(e: Evaluation, term: Binder) -> range:
    return range(integer(e.value(term.lower), term), integer(e.value(term.upper), term) + 1)


def _rows(e: Evaluation, matrix: Term) -> tuple[list[list[Ball]], list[range]]:
    """The entries of a square matrix that is given as families, and the ranges of the indices of a row."""
    ranges: list[range] = []
    inner = matrix
    while isinstance(inner, Family):
        ranges.append(_indices(e, inner))
        inner = instantiate_bound(inner.body, Number(ranges[-1].start))
    half = len(ranges) // 2
    if ranges[:half] != ranges[half:]:
        raise TermError("a matrix that is not square")
    side = list(product(*ranges[:half]))
    if len(side) > LARGEST_MATRIX:
        raise TermError(f"a matrix of {len(side)} rows is too large to evaluate")
    return [[e.value(_member(matrix, (*i, *j))) for j in side] for i in side], ranges[:half]


def _member(matrix: Term, indices: tuple[int, ...]) -> Term:
    for k in indices:
        if isinstance(matrix, Family):
            matrix = instantiate_bound(matrix.body, Number(k))
    return matrix


def _as_matrix(rows: list[list[Ball]]) -> Any:
    real = all(type(value) is arb for row in rows for value in row)
    return arb_mat(rows) if real else acb_mat(rows)


def determinant(e: Evaluation, term: Determinant) -> Ball:
    return _as_matrix(_rows(e, term.matrix)[0]).det()


def inverse_entry(e: Evaluation, term: InverseEntry) -> Ball:
    inverse = e.inverses.get(term.matrix)
    if inverse is None:
        rows, ranges = _rows(e, term.matrix)
        try:
            inverse = _as_matrix(rows).inv(), list(product(*ranges))
        except ZeroDivisionError:
            raise Undefined(term) from None
        e.inverses[term.matrix] = inverse
    values, side = inverse
    row, column = (tuple(integer(e.value(i), term) for i in part) for part in (term.row, term.column))
    if row not in side or column not in side:
        raise Undefined(term)
    return values[side.index(row), side.index(column)]


__all__ = ["determinant", "family", "integer", "inverse_entry"]
