"""Arrays as indexed scalar terms: a shape, and the entry as a term under one bound index for each size.

A vector has one axis, a matrix two, a number none. An axis has one size, or several where it is the axis of a
Kronecker product or of a vectorised matrix: there the index is a group of indices. Every operation gives
another such array; nothing is computed, the result is what the operation means, entry by entry.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import div, mul, sqrt
from verify_derivations.term.syntax.nodes import (
    ONE,
    TWO,
    Apply,
    Delta,
    Derivative,
    Determinant,
    Entry,
    Family,
    InverseEntry,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound, shift, substitute

Axis = tuple[Term, ...]
"""The sizes of the indices that make up one axis; nearly always one."""

Indices = Sequence[Sequence[Symbol]]

NAMES = "ijklpqrs"
"""The printed names of the indices of a matrix within another term."""

_open: list[Symbol] = []
"""The indices of the operations that are being carried out, one within the other."""

_taken: list[Collection[str]] = []
"""Names that sums over indices without a letter must not have, as the text uses them for something else."""


@contextmanager
def avoiding(names: Collection[str]) -> Iterator[None]:
    """Within, the sums of products of arrays run over other letters than these."""
    _taken.append(names)
    try:
        yield
    finally:
        _taken.pop()


class ShapeError(TermError):
    """The shapes of two arrays do not fit."""


@dataclass(frozen=True, slots=True)
class Array:
    """An array: its axes, and its entry under as many binders as it has indices, the last one innermost.

    >>> from verify_derivations.term.syntax.nodes import Symbol
    >>> A = named("A", [Symbol("m"), Symbol("n")])
    >>> b = named("b", [Symbol("n")])
    >>> shape_text(matmul(A, b))
    '(m)'
    >>> text(entry(matmul(A, b), [Symbol("i")]))
    'Sum(A[i, k]*b[k], (k, 1, n))'
    """

    axes: tuple[Axis, ...]
    body: Term

    @property
    def rank(self) -> int:
        return len(self.axes)


def scalar(term: Term) -> Array:
    """A number."""
    return Array((), term)


def named(name: str, shape: Iterable[Term]) -> Array:
    """An array of which only the name and the shape are known; without a shape, a symbol."""
    axes = tuple((size,) for size in shape)
    if not axes:
        return scalar(Symbol(name))
    return tabulated(axes, lambda *groups: Entry(name, [i for group in groups for i in group]))


def tabulated(axes: Sequence[Axis], make: Callable[..., Term]) -> Array:
    """The array whose entry at these indices (a group for each axis) is what `make` says."""
    with _indices(axes) as groups:
        body = make(*groups)
        for symbol in (s for group in groups for s in group):
            body = bind(body, symbol.name)
    return Array(tuple(axes), body)


@contextmanager
def _indices(axes: Sequence[Axis]) -> Iterator[list[tuple[Symbol, ...]]]:
    """A group of symbols for each axis, different from those of the operations around."""
    before = len(_open)
    try:
        groups = []
        for axis in axes:
            group = tuple(Symbol(f"@{len(_open) + k}") for k in range(len(axis)))
            _open.extend(group)
            groups.append(group)
        yield groups
    finally:
        del _open[before:]


def entry(array: Array, indices: Iterable[Term]) -> Term:
    """The entry at these indices, one for each size.

    Raises:
        ShapeError: too few or too many indices.
    """
    given = list(indices)
    if len(given) != sum(len(axis) for axis in array.axes):
        raise ShapeError(f"{len(given)} indices for an array of shape {shape_text(array)}")
    out = array.body
    for around, index in reversed(list(enumerate(given))):
        out = instantiate_bound(
            out, shift(index, around)
        )  # the binders of the indices before it are still there
    return out


def at(array: Array, *groups: Sequence[Term]) -> Term:
    """The entry, with a group of indices for each axis."""
    return entry(array, [index for group in groups for index in group])


def shape_text(array: Array) -> str:
    """The shape as a person writes it; `number` for a scalar."""
    if not array.axes:
        return "number"
    return "(" + ", ".join("*".join(text(size) for size in axis) for axis in array.axes) + ")"


# ---- sums ------------------------------------------------------------------------------------------
def summed(axes: Sequence[Axis], make: Callable[..., Term], names: str = "kjlipqrs") -> Term:
    """The sum over all indices of these axes of what `make` gives for them."""
    letter = next((name for name in names if not any(name in taken for taken in _taken)), names[0])
    with _indices(axes) as groups:
        out = make(*groups)
        sizes = [size for axis in axes for size in axis]
        flat = [s for group in groups for s in group]
        for symbol, size in reversed(list(zip(flat, sizes, strict=True))):
            if size is ONE:  # the only term
                out = substitute(out, {symbol.name: ONE})
            else:
                out = Sum(letter, ONE, size, bind(out, symbol.name))
    return out


def total(array: Array) -> Array:
    """The sum of all entries."""
    return scalar(summed(array.axes, lambda *groups: at(array, *groups)))


def total_along(array: Array, axis: int) -> Array:
    """The sums along one axis."""
    axis = axis % max(array.rank, 1)
    if array.rank == 0:
        raise ShapeError("a number has no axis to be summed along")
    rest = array.axes[:axis] + array.axes[axis + 1 :]

    def make(*groups: Sequence[Symbol]) -> Term:
        return summed([array.axes[axis]], lambda k: at(array, *groups[:axis], k, *groups[axis:]))

    return tabulated(rest, make)


# ---- elementwise -----------------------------------------------------------------------------------
def elementwise(make: Callable[..., Term], *arrays: Array) -> Array:
    """A function of numbers applied entry by entry, with broadcasting along leading axes.

    Raises:
        ShapeError: the trailing axes differ.
    """
    widest = max(arrays, key=lambda a: a.rank)
    for array in arrays:
        if array.axes != widest.axes[widest.rank - array.rank :]:
            raise ShapeError(f"the shapes {shape_text(arrays[0])} and {shape_text(arrays[-1])} do not fit")
    return tabulated(
        widest.axes, lambda *groups: make(*(at(a, *groups[widest.rank - a.rank :]) for a in arrays))
    )


def applied(function: str, *arrays: Array) -> Array:
    """A function of the table, or an unknown one, entry by entry."""
    return elementwise(lambda *terms: Apply(function, terms), *arrays)


# ---- products --------------------------------------------------------------------------------------
def matmul(left: Array, right: Array) -> Array:
    """The matrix product, also with vectors: the last axis of one with the first of the other.

    Raises:
        ShapeError: one is a number, or the axes differ.
    """
    if not 1 <= left.rank <= 2 or not 1 <= right.rank <= 2 or left.axes[-1] != right.axes[0]:
        raise ShapeError(f"a matrix product of the shapes {shape_text(left)} and {shape_text(right)}")

    def make(*groups: Sequence[Symbol]) -> Term:
        ours, theirs = groups[: left.rank - 1], groups[left.rank - 1 :]
        return summed([left.axes[-1]], lambda k: mul(at(left, *ours, k), at(right, k, *theirs)))

    return tabulated(left.axes[:-1] + right.axes[1:], make)


def outer(left: Array, right: Array) -> Array:
    """All products of an entry of one with an entry of the other."""
    k = left.rank
    return tabulated(
        left.axes + right.axes, lambda *groups: mul(at(left, *groups[:k]), at(right, *groups[k:]))
    )


def transpose(array: Array) -> Array:
    """The axes in reverse order."""
    return tabulated(array.axes[::-1], lambda *groups: at(array, *groups[::-1]))


def kron(left: Array, right: Array) -> Array:
    """The Kronecker product: each axis is a pair of axes.

    Raises:
        ShapeError: the two do not have equally many axes.
    """
    if left.rank != right.rank:
        raise ShapeError(f"a Kronecker product of the shapes {shape_text(left)} and {shape_text(right)}")
    axes = [a + b for a, b in zip(left.axes, right.axes, strict=True)]
    cuts = [len(axis) for axis in left.axes]

    def make(*groups: Sequence[Symbol]) -> Term:
        first = [group[:cut] for group, cut in zip(groups, cuts, strict=True)]
        second = [group[cut:] for group, cut in zip(groups, cuts, strict=True)]
        return mul(at(left, *first), at(right, *second))

    return tabulated(axes, make)


def vec(array: Array) -> Array:
    """The columns of a matrix, one below the other."""
    _require_rank(array, 2, "vec")
    rows, columns = array.axes
    width = len(columns)
    return tabulated([columns + rows], lambda group: at(array, group[width:], group[:width]))


# ---- square matrices -------------------------------------------------------------------------------
def trace(array: Array) -> Array:
    """The sum of the diagonal."""
    _require_square(array, "the trace")
    return scalar(summed([array.axes[0]], lambda k: at(array, k, k)))


def inverse(array: Array) -> Array:
    """The inverse matrix."""
    _require_square(array, "the inverse")
    matrix = families(array)
    return tabulated(array.axes, lambda row, column: InverseEntry(matrix, row, column))


def determinant(array: Array) -> Array:
    """The determinant."""
    _require_square(array, "the determinant")
    return scalar(Determinant(families(array)))


def families(array: Array) -> Term:
    """The array as one term: a family for each index."""
    out = array.body
    for k, size in reversed(list(enumerate(size for axis in array.axes for size in axis))):
        out = Family(NAMES[k % len(NAMES)], ONE, size, out)
    return out


def diagonal_matrix(array: Array) -> Array:
    """The square matrix with this diagonal."""
    _require_rank(array, 1, "diag")
    return tabulated(array.axes * 2, lambda row, column: mul(at(array, row), deltas(row, column)))


def diagonal(array: Array) -> Array:
    """The diagonal of a square matrix."""
    _require_square(array, "the diagonal")
    return tabulated(array.axes[:1], lambda k: at(array, k, k))


def deltas(left: Sequence[Term], right: Sequence[Term]) -> Term:
    """1 where all indices agree, else 0."""
    return mul(*(Delta(i, j) for i, j in zip(left, right, strict=True)))


def identity(size: Term) -> Array:
    """The unit matrix."""
    return tabulated([(size,), (size,)], deltas)


def filled(value: Term, shape: Iterable[Term]) -> Array:
    """The array all of whose entries are this number."""
    return tabulated([(size,) for size in shape], lambda *groups: value)


def filled_like(value: Term, other: Array) -> Array:
    """The array of the same shape all of whose entries are this number."""
    return tabulated(other.axes, lambda *groups: value)


# ---- functions of whole arrays ---------------------------------------------------------------------
def norm(array: Array) -> Array:
    """The Euclidean (Frobenius) norm."""
    return scalar(sqrt(summed(array.axes, lambda *groups: Pow(at(array, *groups), TWO))))


def softmax(array: Array) -> Array:
    """exp divided by the sum of exp along the last axis."""
    if array.rank == 0:
        raise ShapeError("the softmax of a number")

    def make(*groups: Sequence[Symbol]) -> Term:
        below = summed([array.axes[-1]], lambda k: Apply("exp", (at(array, *groups[:-1], k),)))
        return div(Apply("exp", (at(array, *groups),)), below)

    return tabulated(array.axes, make)


# ---- derivatives -----------------------------------------------------------------------------------
def gradient(value: Array, name: str, variable: Array) -> Array:
    """The derivatives of a number by every entry of a named array; it has the shape of that array.

    Raises:
        ShapeError: the value is no number.
    """
    if value.rank:
        raise ShapeError(f"a gradient is taken of a number, not of the shape {shape_text(value)}")
    return jacobian(value, name, variable)


def jacobian(value: Array, name: str, variable: Array) -> Array:
    """The derivatives of every entry by every entry of a named array: shape(value) + shape(variable)."""
    k = value.rank
    return tabulated(
        value.axes + variable.axes,
        lambda *groups: by_entry(at(value, *groups[:k]), name, [i for g in groups[k:] for i in g]),
    )


def by_entry(term: Term, name: str, indices: Sequence[Term]) -> Term:
    """The derivative of a number by one entry of a named array, or by a symbol."""
    return Derivative(term, Entry(name, indices) if indices else Symbol(name))


def differential(value: Array, name: str, variable: Array, direction: Array) -> Array:
    """The derivative in a direction: the sum over all entries of derivative times direction."""
    if direction.axes != variable.axes:
        raise ShapeError(
            f"a direction of the shape {shape_text(direction)} for {name} of the shape {shape_text(variable)}"
        )

    def make(*groups: Sequence[Symbol]) -> Term:
        def each(*by: Sequence[Symbol]) -> Term:
            slope = by_entry(at(value, *groups), name, [i for g in by for i in g])
            return mul(slope, at(direction, *by))

        return summed(variable.axes, each)

    return tabulated(value.axes, make)


def _require_rank(array: Array, rank: int, what: str) -> None:
    if array.rank != rank:
        raise ShapeError(f"{what} of the shape {shape_text(array)}")


def _require_square(array: Array, what: str) -> None:
    if array.rank != 2 or array.axes[0] != array.axes[1]:
        raise ShapeError(f"{what} of the shape {shape_text(array)}, which is not square")
