"""Operations on matrices as SymPy means them: two axes, columns for vectors, numbers for what is 1 x 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from verify_derivations.errors import TermError
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, Axis, ShapeError
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    ZERO,
    Add,
    Delta,
    Derivative,
    Entry,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)

UNIT: Axis = (ONE,)
"""An axis with one entry."""


def as_number(array: Array) -> Array:
    """A 1 x 1 matrix is its only entry."""
    if array.rank and all(axis == UNIT for axis in array.axes):
        return arrays.scalar(arrays.entry(array, [ONE] * array.rank))
    return array


def named(name: str, sizes: Sequence[Term]) -> Array:
    """A named matrix; its entries are named by the indices of those axes that have more than one."""

    def make(*groups: Any) -> Term:
        indices = [i for (i,), size in zip(groups, sizes, strict=True) if size is not ONE]
        return Entry(name, indices) if indices else Symbol(name)

    return arrays.tabulated([(size,) for size in sizes], make)


def as_vector(array: Array, what: str) -> Array:
    """A column or a row as an array with one axis.

    Raises:
        ShapeError: it is neither.
    """
    if array.rank == 2 and array.axes[1] == UNIT:
        return arrays.tabulated(array.axes[:1], lambda k: arrays.at(array, k, UNIT))
    if array.rank == 2 and array.axes[0] == UNIT:
        return arrays.tabulated(array.axes[1:], lambda k: arrays.at(array, UNIT, k))
    raise ShapeError(f"{what} of the shape {arrays.shape_text(array)}, which is no vector")


# ---- sums and products -----------------------------------------------------------------------------
def entry_by_entry(what: str, make: Callable[..., Term], parts: Sequence[Array]) -> Array:
    """A function of numbers, of arrays of one shape.

    Raises:
        ShapeError: the shapes differ.
    """
    for part in parts[1:]:
        if part.axes != parts[0].axes:
            shapes = " and ".join(arrays.shape_text(p) for p in (parts[0], part))
            raise ShapeError(f"{what} of the shapes {shapes}")
    return arrays.elementwise(make, *parts)


def added(first: Term, *rest: Term) -> Term:
    """A printed sum, with a first term that is a sum opened."""
    return Add([*(first.terms if isinstance(first, Add) else (first,)), *rest])


def multiplied(first: Term, *rest: Term) -> Term:
    """A printed product, with a first factor that is a product opened."""
    if first is MINUS_ONE and len(rest) == 1 and isinstance(rest[0], Number):
        return Number(-rest[0].value)
    return Mul([*(first.factors if isinstance(first, Mul) else (first,)), *rest])


def product(factors: Sequence[Array]) -> Array:
    """Matrices are multiplied from left to right; numbers stay in front of them or behind."""
    before: list[Array] = []
    behind: list[Array] = []
    matrix: Array | None = None
    for factor in factors:
        if not factor.rank:
            (before if matrix is None else behind).append(factor)
            continue
        matrix = factor if matrix is None else as_number(arrays.matmul(matrix, factor))
        if not matrix.rank:
            before, behind, matrix = [*before, matrix, *behind], [], None
    every = [*before, *([] if matrix is None else [matrix]), *behind]
    return every[0] if len(every) == 1 else arrays.elementwise(multiplied, *every)


MOST = 8
"""The highest power of a matrix that is written out."""


def power(base: Array, exponent: Term) -> Array:
    """A whole power of a square matrix, a power of a number.

    Raises:
        ShapeError: the matrix is not square.
        TermError: the exponent is no small whole number.
    """
    if not base.rank:
        return arrays.scalar(Pow(base.body, exponent))
    inverse = arrays.inverse(base)
    if not isinstance(exponent, Number) or exponent.value.denominator != 1 or abs(exponent.value) > MOST:
        raise TermError(
            f"the exponent of a matrix is a whole number of at most {MOST}",
            help="hadamard(a, a) or elementwise(...) works entry by entry",
        )
    if exponent is ZERO:
        return arrays.identity(base.axes[0][0])
    factor = inverse if exponent.value < 0 else base
    out = factor
    for _ in range(abs(int(exponent.value)) - 1):
        out = arrays.matmul(out, factor)
    return out


def inverse(array: Array) -> Array:
    """The inverse of a matrix, the reciprocal of a number."""
    return arrays.inverse(array) if array.rank else arrays.scalar(Pow(array.body, MINUS_ONE))


# ---- vectors and diagonals -------------------------------------------------------------------------
def softmax(array: Array) -> Array:
    """Over a vector, or along each row of a matrix."""
    if array.rank and array.axes[1] == UNIT:
        return arrays.transpose(arrays.softmax(arrays.transpose(array)))
    return arrays.softmax(array)


def diagonal(array: Array) -> Array:
    """The diagonal of a square matrix, as a column."""
    found = arrays.diagonal(array)
    return arrays.tabulated([*found.axes, UNIT], lambda k, one: arrays.at(found, k))


def diagonal_part(array: Array) -> Array:
    """The matrix with everything off its diagonal put to 0."""
    return arrays.tabulated(array.axes, lambda i, j: Mul((arrays.at(array, i, j), arrays.deltas(i, j))))


def kronecker(factors: Sequence[Array]) -> Array:
    """The Kronecker product; an axis with one entry adds nothing to the axis of the product."""
    first, *rest = factors
    for factor in rest:
        first = arrays.kron(first, factor)

    def make(*groups: Any) -> Term:
        indices = [iter(group) for group in groups]
        return arrays.at(
            first,
            *(
                [ONE if size is ONE else next(own) for size in axis]
                for axis, own in zip(first.axes, indices, strict=True)
            ),
        )

    return arrays.tabulated([tuple(s for s in axis if s is not ONE) or UNIT for axis in first.axes], make)


# ---- written out -----------------------------------------------------------------------------------
def written_out(rows: int, columns: int, entries: Mapping[tuple[int, int], Term]) -> Array:
    """A matrix of given entries."""

    def make(row: Any, column: Any) -> Term:
        cases = [
            (value, _is(row[0], i, rows), _is(column[0], j, columns)) for (i, j), value in entries.items()
        ]
        return _sum_of(cases)

    return arrays.tabulated([(Number(rows),), (Number(columns),)], make)


def stacked(parts: Sequence[Array]) -> Array:
    """Numbers and columns of given sizes, one below the other.

    Raises:
        ShapeError: the size of a part is not given.
    """
    values: list[Term] = []
    for part in parts:
        values += (
            [arrays.at(part, [Number(k)], UNIT) for k in range(1, _height(part) + 1)]
            if part.rank
            else [part.body]
        )
    return written_out(len(values), 1, {(k, 1): value for k, value in enumerate(values, start=1)})


def _height(part: Array) -> int:
    ((size,), columns) = part.axes
    if columns != UNIT or not isinstance(size, Number):
        raise ShapeError(
            f"only numbers and columns of given sizes are stacked, not {arrays.shape_text(part)}"
        )
    return int(size.value)


def _is(index: Term, place: int, size: int) -> Term:
    return ONE if size == 1 else Delta(index, Number(place))


def _sum_of(cases: Sequence[tuple[Term, ...]]) -> Term:
    """The sum of products, without factors 1."""
    terms = []
    for case in cases:
        kept = [factor for factor in case if factor is not ONE] or [ONE]
        terms.append(kept[0] if len(kept) == 1 else Mul(kept))
    return terms[0] if len(terms) == 1 else Add(terms)


# ---- derivatives -----------------------------------------------------------------------------------
def derivative(value: Array, by: Array, *, numerator: bool = False) -> Array:
    """The derivative by a named array, a name, or an entry.

    By default the gradient has the shape of the variable; in the numerator layout the transposed one.

    Raises:
        ShapeError: it would have more than two axes.
    """
    if value.rank and by.rank:
        found = jacobian(value, by)
        return found if numerator else arrays.transpose(found)
    if value.rank:
        return arrays.elementwise(lambda entry: _slope(entry, by), value)
    found = gradient(value, by)
    return arrays.transpose(found) if numerator and found.rank else found


def gradient(value: Array, by: Array) -> Array:
    """The derivatives of a number, in the shape of the variable.

    Raises:
        ShapeError: the value is no number.
    """
    if value.rank:
        raise ShapeError(f"a gradient is taken of a number, not of the shape {arrays.shape_text(value)}")
    if not by.rank:
        return arrays.scalar(_slope(value.body, by))
    return arrays.tabulated(by.axes, lambda *groups: _slope(value.body, by, *groups))


def jacobian(value: Array, by: Array) -> Array:
    """The derivatives of the entries of a vector (rows) by those of another (columns).

    Raises:
        ShapeError: one of the two is no vector.
    """
    if not value.rank or not by.rank:
        raise ShapeError("a Jacobian is taken of a vector by a vector")
    if UNIT not in value.axes or UNIT not in by.axes:
        shapes = f"{arrays.shape_text(value)} by one of the shape {arrays.shape_text(by)}"
        raise ShapeError(
            f"the derivative of an array of the shape {shapes} has more than two axes; take entries"
        )
    rows, columns = as_vector(value, "a derivative"), as_vector(by, "a derivative")
    return arrays.tabulated(
        [rows.axes[0], columns.axes[0]], lambda i, j: _slope(arrays.at(rows, i), columns, j)
    )


def _slope(value: Term, by: Array, *groups: Any) -> Term:
    """The derivative of a number by one entry."""
    variable = arrays.at(by, *groups)
    if not isinstance(variable, Symbol | Entry):
        raise TermError("a derivative is taken by a name or an entry")
    return Derivative(value, variable)
