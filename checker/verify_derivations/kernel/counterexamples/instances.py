"""Concrete arrays: every entry is given, lies in its domain, and what is assumed of them holds exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product

from verify_derivations.certificate import Entries
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.evaluation.exact import determinant, rational_value
from verify_derivations.term.syntax.nodes import Family, Number, Term
from verify_derivations.term.syntax.substitute import instantiate_bound

Matrix = list[list[Fraction]]
Values = Mapping[str, Fraction]


def check_arrays(
    s: Statement, values: Values, entries: Entries
) -> dict[tuple[str, tuple[int, ...]], Fraction]:
    """The entries of all arrays of the statement, by name and indices.

    Raises:
        CertificateError: an index is out of range, an entry is missing or lies outside of its domain, or an
            array is not what it is assumed to be.
    """
    found = {(name, indices): value for name, indices, value in entries}
    for name, size in s.indices.items():
        upper = rational_value(size, values)
        if upper is None or name not in values or not 1 <= values[name] <= upper:
            raise CertificateError(f"the index {name} is out of its range")
    for declaration in s.arrays.values():
        _check_array(declaration, values, found)
    return found


def _check_array(
    declaration: ArrayDeclaration, values: Values, found: Mapping[tuple[str, tuple[int, ...]], Fraction]
) -> None:
    name = declaration.name
    for indices in product(*ranges(declaration, values)):
        if (name, indices) not in found:
            raise CertificateError(f"an entry of {name} is missing")
        if found[name, indices] not in declaration.entries:
            raise CertificateError(f"an entry of {name} lies outside of its domain")
    for word in declaration.assumed:
        if not ASSUMED[word](as_nested(declaration, values, found)):
            raise CertificateError(f"{name} is not {word}")


def ranges(declaration: ArrayDeclaration, values: Values) -> list[range]:
    """What each index of the array runs over.

    Raises:
        CertificateError: a size has no value.
    """
    sizes = [rational_value(size, values) for size in declaration.shape]
    if any(size is None or size.denominator != 1 or size < 1 for size in sizes):
        raise CertificateError(f"a size of {declaration.name} is no whole number from 1")
    return [range(1, int(size) + 1) for size in sizes if size is not None]


def as_nested(
    declaration: ArrayDeclaration, values: Values, found: Mapping[tuple[str, tuple[int, ...]], Fraction]
) -> Matrix:
    """The rows of a matrix; a vector is one row, of a larger array the rows along its last axis."""
    *outer, last = ranges(declaration, values)
    return [[found[declaration.name, (*i, j)] for j in last] for i in product(*outer)]


def _symmetric(rows: Matrix) -> bool:
    return all(rows[i][j] == rows[j][i] for i in range(len(rows)) for j in range(i))


def _invertible(rows: Matrix) -> bool:
    return determinant(rows) != 0


def _positive_definite(rows: Matrix) -> bool:
    """All leading principal minors are positive (Sylvester)."""
    minors = (determinant([row[:k] for row in rows[:k]]) for k in range(1, len(rows) + 1))
    return _symmetric(rows) and all(minor > 0 for minor in minors)


def _orthonormal_columns(rows: Matrix) -> bool:
    columns = list(zip(*rows, strict=True))
    return all(
        sum(a * b for a, b in zip(left, right, strict=True)) == int(i == j)
        for i, left in enumerate(columns)
        for j, right in enumerate(columns)
    )


def _rows_of_weights(rows: Matrix) -> bool:
    return all(sum(row) == 1 and min(row) >= 0 for row in rows)


ASSUMED: dict[str, Callable[[Matrix], bool]] = {
    "sym": _symmetric,
    "inv": _invertible,
    "spd": _positive_definite,
    "orth": _orthonormal_columns,
    "simplex": _rows_of_weights,
}
"""What each word that may be assumed of an array says about its rows."""


def holds_exactly(
    lhs: Term, rhs: Term, values: Values, entries: Mapping[tuple[str, tuple[int, ...]], Fraction]
) -> bool:
    """An equation, of families for every value of their indices, holds in exact arithmetic."""
    if isinstance(lhs, Family) and isinstance(rhs, Family):
        upper = rational_value(lhs.upper, values)
        if upper is None or rhs.upper is not lhs.upper:
            return False
        return all(
            holds_exactly(
                instantiate_bound(lhs.body, Number(k)),
                instantiate_bound(rhs.body, Number(k)),
                values,
                entries,
            )
            for k in range(1, int(upper) + 1)
        )
    left, right = rational_value(lhs, values, entries), rational_value(rhs, values, entries)
    return left is not None and left == right
