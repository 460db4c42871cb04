r"""Brackets that are operations on arrays: |A| is a determinant, \langle x, y\rangle an inner product."""

from __future__ import annotations

import re
from fractions import Fraction as Rational
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import bound_letters
from verify_derivations.elaborate.notation.names import base_name, plain, quantity
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import is_norm
from verify_derivations.elaborate.notation.values import fitting, is_row
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Fenced,
    Fraction,
    Listing,
    Node,
    Scripts,
    Separator,
    Sum,
    nodes,
)
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import TWO, Apply, Mul, Number, Pow

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

HALF = Number(Rational(1, 2))

ANGLES = ("\\langle", "\\rangle")


def inner_product(reading: Elaborator, node: Fenced) -> Array | None:
    r"""\langle x, y\rangle of two vectors, or of two matrices; None for other brackets.

    Raises:
        NotRead: the two are no arrays as far as is known, or the text says what the brackets are.
    """
    if (node.left, node.right) != ANGLES or not isinstance(node.body, Listing):
        return None
    items = node.body.items
    if len(items) != 3 or not isinstance(items[1], Separator) or items[1].kind != ",":
        return None
    if reading.scope.another_product:
        raise NotRead("the text says what these brackets are: not read yet", node, help="write x^\\top y")
    left, right = reading.value(items[0]), reading.value(items[2])
    if not left.rank or not right.rank:
        raise NotRead(
            "an inner product is of two arrays, and here are numbers as far as is known",
            node,
            help="declare the shapes of what stands in it",
        )
    options = ("this is the sum of products of entries", "this is another inner product")
    reading.choose(Choice("inner product", options, "write x^\\top y", modelled=False))
    right = fitting(reading.sizes, left, right, node)
    return arrays.total(arrays.elementwise(lambda a, b: Mul((a, b)), left, right))


def says_what_angles_are(root: Node) -> bool:
    r"""A formula equates \langle x, y\rangle of two names with what has no such brackets and is no x^T y."""
    for chain in (node for node in nodes(root) if isinstance(node, Chain)):
        of_names = [_names(member) for member in chain.members]
        for names in filter(None, of_names):
            rest = [m for m, own in zip(chain.members, of_names, strict=True) if own is None]
            if any(not _has_angles(member) and not _is_usual(member, names) for member in rest):
                return True
    return False


def _names(node: Node) -> tuple[str | None, str | None] | None:
    """The two names in the brackets that a node is; None if it is something else."""
    node = plain(node)
    if (
        not isinstance(node, Fenced)
        or (node.left, node.right) != ANGLES
        or not isinstance(node.body, Listing)
    ):
        return None
    items = node.body.items
    return (quantity(items[0]), quantity(items[-1])) if len(items) == 3 else None


def _has_angles(node: Node) -> bool:
    return any(isinstance(part, Fenced) and part.left == ANGLES[0] for part in nodes(node))


def _is_usual(node: Node, names: tuple[str | None, str | None]) -> bool:
    r"""A norm, x^T y or a sum of products of entries of these names: what is claimed of them."""
    if is_norm(plain(node)) or (isinstance(node, Scripts) and is_norm(plain(node.base))):
        return True
    own = sorted(name for name in names if name)
    sums = [part for part in nodes(node) if bound_letters(part)]
    limits = {id(part) for one in sums for part in nodes(one)}
    letters = {letter for one in sums for letter in bound_letters(one)}
    beside = [part for part in nodes(node) if id(part) not in limits]
    found = [name for name in map(base_name, beside) if name is not None and name not in letters | OPERATORS]
    return sorted(set(found)) == own and not any(isinstance(part, Digits | Sum | Fraction) for part in beside)


OPERATORS = frozenset(("\\sum", "\\top", "T", "\\operatorname{tr}", "\\mathrm{tr}", "\\intercal"))

ANOTHER_PRODUCT = re.compile(
    r"\b(?:inner products?|scalar products?|(?:angle )?brackets?|pairing)\b[^.!?]*"
    r"\b(?:induced|defined|denotes?|given|weighted|with respect|respect to|associated|other than"
    r"|non-?standard|arbitrary|any|general|some|for which)\b"
    r"|\b(?:weighted|induced|energy|arbitrary|any|some|another|general|non-?standard)\s+(?:\w+\s+)?"
    r"(?:inner|scalar)\s+product",
    re.I,
)
"""Words that say that an inner product is not the sum of products of entries."""


def bars(reading: Elaborator, node: Fenced) -> Array | None:
    """|A| of a square matrix, which is its determinant; None where something else stands between the bars."""
    if (node.left, node.right) != ("|", "|") or isinstance(node.body, Listing):
        return None
    value = reading.value(node.body)
    if not value.rank:
        return scalar(Apply("Abs", (value.body,)))
    if value.rank != 2 or is_row(value) or not all(map(reading.sizes.fit, *value.axes)):
        raise NotRead("bars are read around numbers and square matrices", node, help="declare the shapes")
    options = (
        "bars around a matrix are its determinant",
        "they are the absolute values of its entries",
        "they are its Frobenius norm",
    )
    chosen = reading.choose(Choice("bars", options, "write \\det", usual=True))
    if chosen == options[1]:
        return arrays.elementwise(lambda entry: Apply("Abs", (entry,)), value)
    if chosen == options[2]:
        squares = arrays.total(arrays.elementwise(lambda entry: Pow(entry, TWO), value))
        return arrays.elementwise(lambda entry: Pow(entry, HALF), squares)
    return arrays.determinant(Array((value.axes[0], value.axes[0]), value.body))


__all__ = ["bars", "inner_product"]
