"""Sums and products of numbers, vectors and matrices; a vector is a column, its transpose a row (1 x n)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verify_derivations.elaborate.notation.sizes import Sizes, in_words, is_unknown
from verify_derivations.elaborate.notation.trouble import Clash, NotRead
from verify_derivations.parse.tree import Node
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, Axis
from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, Add, Mul, Pow, Term

UNIT: Axis = (ONE,)


def is_row(value: Array) -> bool:
    """A transposed vector."""
    return value.rank == 2 and value.axes[0] == UNIT


def number(value: Array, node: Node) -> Term:
    """The term of what has to be a number.

    Raises:
        NotRead: it is an array.
    """
    if value.rank:
        raise NotRead("an array stands where a number should", node)
    return value.body


def added(sizes: Sizes, signed: Sequence[tuple[str, Array]], node: Node) -> Array:
    """The sum of terms with signs; all have one shape."""
    terms = [negative(value) if sign == "-" else value for sign, value in signed]
    first = terms[0]
    fitted = [first, *(fitting(sizes, first, term, node) for term in terms[1:])]
    if len(fitted) == 1:
        return first
    return arrays.elementwise(lambda *entries: Add(entries), *fitted)


def negative(value: Array) -> Array:
    return arrays.elementwise(lambda entry: Mul((MINUS_ONE, entry)), value)


def fitting(sizes: Sizes, wanted: Array, value: Array, node: Node) -> Array:
    """The value with the axes of another, to which it has to be equal in shape.

    Raises:
        NotRead: the shapes differ.
    """
    same = wanted.rank == value.rank and all(
        len(a) == len(b) and all(map(sizes.fit, a, b)) for a, b in zip(wanted.axes, value.axes, strict=True)
    )
    if not same:
        shapes = f"{shape(sizes, wanted)} and {shape(sizes, value)}"
        pairs = zip(wanted.axes, value.axes, strict=True) if wanted.rank == value.rank else ()
        if any(_surely_different(sizes, a, b) for a, b in pairs):
            raise Clash(f"the shapes {shapes} do not fit", node)
        if any(is_row(one) and other.rank == 1 for one, other in ((wanted, value), (value, wanted))):
            message = f"the shapes {shapes} do not fit: one is a row, the other a column"
            raise NotRead(message, node, help="a transpose may be lost, or derivatives are written as rows")
        help = (
            "declare the shapes"
            if wanted.rank == value.rank
            else "declare the shapes, or print it by entries"
        )
        raise NotRead(f"the shapes {shapes} do not fit", node, help=help)
    return replace(value, axes=wanted.axes)


def shape(sizes: Sizes, value: Array) -> str:
    """A shape in words; sizes of which nothing is known are called so."""
    axes = tuple(tuple(in_words(sizes.of(size)) for size in axis) for axis in value.axes)
    return arrays.shape_text(Array(axes, value.body))


def multiplied(sizes: Sizes, factors: Sequence[tuple[str, Array]], node: Node) -> Array:
    """The product of what stands side by side, with the sign before each factor."""
    if not any(value.rank for _, value in factors):
        bodies = [value.body for _, value in factors]
        return arrays.scalar(bodies[0] if len(bodies) == 1 else Mul(bodies))
    out: Array | None = None
    for sign, value in factors:
        out = value if out is None else times(sizes, out, sign, value, node)
    return out if out is not None else arrays.scalar(ONE)


def times(sizes: Sizes, left: Array, sign: str, right: Array, node: Node) -> Array:
    """The product of two values: of numbers, by a number, or of matrices.

    Raises:
        NotRead: the shapes do not fit, or the sign is none between arrays.
    """
    if not left.rank or not right.rank:
        return arrays.elementwise(lambda a, b: Mul((a, b)), left, right)
    if sign == "x":
        raise NotRead("a cross product is not read yet", node)
    if sign == "*":
        help = "write nothing between the factors of a product of matrices, \\odot for one by entries"
        raise NotRead("a star between arrays may be a product by entries, or a convolution", node, help=help)
    if left.rank == right.rank == 1 and sign == ".":
        left = transposed(left)
    if left.rank == 1 and is_row(right):
        return arrays.tabulated(
            left.axes + right.axes[1:], lambda i, j: Mul((arrays.at(left, i), arrays.at(right, UNIT, j)))
        )
    if left.rank == 1 and right.rank == 2 and _surely_different(sizes, left.axes[0], right.axes[0]):
        # neither as a column, nor as the row that some authors mean
        raise Clash(
            f"the shapes {shape(sizes, left)} and {shape(sizes, right)} do not fit in a product", node
        )
    if left.rank == 1:
        raise NotRead("a vector stands before an array that is no row: the shapes do not fit", node)
    if not all(map(sizes.fit, left.axes[-1], right.axes[0])):
        raise _clash(sizes, left, right, node)
    found = arrays.matmul(left, replace(right, axes=(left.axes[-1], *right.axes[1:])))
    return arrays.scalar(arrays.at(found, UNIT)) if found.axes == (UNIT,) else found


def _clash(sizes: Sizes, left: Array, right: Array, node: Node) -> NotRead:
    """Why a product has no meaning: sizes that are known differ, or too little is known of them."""
    message = f"the shapes {shape(sizes, left)} and {shape(sizes, right)} do not fit in a product"
    if not _surely_different(sizes, left.axes[-1], right.axes[0]):
        return NotRead(message, node, help="declare the shapes")
    fits = sizes.of(left.axes[0][0]) is sizes.of(right.axes[0][0])
    return Clash(message, node, mend="the transpose of the first would fit" if fits else "")


def not_square(sizes: Sizes, word: str, value: Array, node: Node) -> NotRead:
    """Why a trace or a determinant has no meaning."""
    message = f"{word} is of a square matrix, and the shape of this one is {shape(sizes, value)}"
    if _surely_different(sizes, *value.axes):
        return Clash(message, node)
    return NotRead(message, node, help="declare the shapes")


def _surely_different(sizes: Sizes, left: Axis, right: Axis) -> bool:
    """Both sizes are declared, and neither is the 1 of a row, which is a matter of convention."""
    known = [sizes.of(size) for size in (*left, *right)]
    return len(known) == 2 and known[0] is not known[1] and not any(s is ONE or is_unknown(s) for s in known)


def entrywise(sizes: Sizes, left: Array, right: Array, node: Node) -> Array:
    """The elementwise product."""
    return arrays.elementwise(lambda a, b: Mul((a, b)), left, fitting(sizes, left, right, node))


def divided(value: Array, divisor: Term) -> Array:
    """An array, or a number, over a number."""
    return arrays.elementwise(lambda entry: Mul((entry, Pow(divisor, MINUS_ONE))), value)


def transposed(value: Array) -> Array:
    """The transpose; of a vector it is a row, of a row a vector."""
    if value.rank == 1:
        return arrays.tabulated([UNIT, value.axes[0]], lambda row, k: arrays.at(value, k))
    if is_row(value):
        return arrays.tabulated([value.axes[1]], lambda k: arrays.at(value, UNIT, k))
    return arrays.transpose(value)
