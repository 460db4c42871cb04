"""Slips in products of arrays that leave a statement without a meaning, undone in any notation.

The table of edits of refuted statements works on terms. What has clashing shapes is no term; so these edits
work on what is written, whichever tree a notation has for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

Node = TypeVar("Node")


class Notation(Protocol[Node]):
    """How a notation writes products of arrays."""

    def is_operand(self, node: Node) -> bool:
        """It may be an array, is no product, and can be transposed where it stands."""

    def transposed(self, node: Node) -> Node:
        """The transpose, as it would be written."""

    def untransposed(self, node: Node) -> Node | None:
        """What a transpose is of; None for anything else."""

    def factors(self, node: Node) -> Sequence[Node]:
        """The factors of a product of matrices; none for anything else."""

    def product(self, factors: Sequence[Node]) -> Node:
        """The product of matrices."""

    def entrywise_factors(self, node: Node) -> Sequence[Node]:
        """The factors of a product by entries; none for anything else."""

    def by_entries(self, left: Node, right: Node) -> Node:
        """The product by entries."""


Change = Callable[[Notation[Node], Node], Iterator[Node]]


def transpose_lost(notation: Notation[Node], node: Node) -> Iterator[Node]:
    """A is meant as its transpose."""
    if notation.is_operand(node) and notation.untransposed(node) is None:
        yield notation.transposed(node)


def product_transposed(notation: Notation[Node], node: Node) -> Iterator[Node]:
    """A B is meant as its transpose, which is written with the factors in reverse order."""
    factors = notation.factors(node)
    if factors:
        yield notation.product([_turned(notation, factor) for factor in reversed(factors)])


def _turned(notation: Notation[Node], node: Node) -> Node:
    inner = notation.untransposed(node)
    return notation.transposed(node) if inner is None else inner


def transpose_too_many(notation: Notation[Node], node: Node) -> Iterator[Node]:
    """The transpose of A is meant as A."""
    inner = notation.untransposed(node)
    if inner is not None:
        yield inner


def order(notation: Notation[Node], node: Node) -> Iterator[Node]:
    """A B is meant as B A: two factors change places."""
    factors = list(notation.factors(node))
    for first, second in combinations(range(len(factors)), 2):
        changed = list(factors)
        changed[first], changed[second] = factors[second], factors[first]
        yield notation.product(changed)


def by_entries(notation: Notation[Node], node: Node) -> Iterator[Node]:
    """A B is meant entry by entry, what stands before and what stands behind each taken together."""
    factors = list(notation.factors(node))
    for cut in range(1, len(factors)):
        left, right = factors[:cut], factors[cut:]
        yield notation.by_entries(_together(notation, left), _together(notation, right))


def by_rows_and_columns(notation: Notation[Node], node: Node) -> Iterator[Node]:
    """A product by entries is meant as the product of matrices."""
    factors = notation.entrywise_factors(node)
    if factors:
        yield notation.product(factors)


def _together(notation: Notation[Node], factors: Sequence[Node]) -> Node:
    return factors[0] if len(factors) == 1 else notation.product(factors)


SHAPE_SLIPS: tuple[tuple[str, Callable[..., Iterator[object]]], ...] = (
    ("a lost transpose", transpose_lost),
    ("a transpose too many", transpose_too_many),
    ("the order of a product", order),
    ("a lost transpose", product_transposed),
    ("a product by entries for a matrix product", by_rows_and_columns),
    ("a matrix product for one by entries", by_entries),
)
"""What is wrong, as a noun, with what a node may be meant to be; likeliest first."""

MOST_VARIANTS = 16
"""So many edited statements that have a meaning are kept of an ill-formed one."""

__all__ = ["MOST_VARIANTS", "SHAPE_SLIPS", "Notation"]
