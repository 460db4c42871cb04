"""The table of edits: the slips that are made in derivations, each with what would undo it.

The search for repairs applies them to a wrong line, cheapest first; the mutation score applies them to right
ones. To add a slip, write a function from a node (and what stands around it) to what may be meant instead,
and add a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verify_derivations.repair import brackets, indices, losses, products, slips
from verify_derivations.repair.setting import Setting
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Binder,
    Delta,
    Derivative,
    Determinant,
    Entry,
    InverseEntry,
    Mul,
    Pow,
    Sum,
    Term,
)

Change = Callable[[Term, Setting], Iterator[Term]]


@dataclass(frozen=True, slots=True)
class Edit:
    """A kind of slip.

    Attributes:
        name: what is wrong, as a noun: it stands in reports.
        cost: 1 for what is printed wrongly, 2 for what has to be brought in from elsewhere.
        change: what a node may be meant to be, the node itself changed at its top.
        not_within: nodes whose own edits cover their children, as a product's sign is that of a factor.
        not_inside: nodes within which it is not made, however deep.
        paired: it is tried together with another one of these, where no single edit is enough.
        both: it is tried on both sides at once, as the same mistake in both.
        of_limits: it changes a limit, so what it gives is not looked at at points.
    """

    name: str
    cost: int
    change: Change
    not_within: tuple[type[Term], ...] = ()
    not_inside: tuple[type[Term], ...] = ()
    paired: bool = False
    both: bool = False
    of_limits: bool = False


_INDEXED = (Entry, Delta, InverseEntry)
_ONCE = (Mul, Pow, *_INDEXED)
"""What multiplies a factor multiplies the product; what stands in an index is no quantity."""

_AS_A_WHOLE = (InverseEntry, Determinant)
"""The matrix is printed without the indices of its entries."""

EDITS: tuple[Edit, ...] = (
    Edit("a sign", 1, slips.sign_of_summand, paired=True),
    Edit("a sign", 1, slips.sign, (Add, Mul, Pow, Binder, *_INDEXED), paired=True),
    Edit("a difference the wrong way round", 1, slips.difference),
    Edit("a bracket", 1, brackets.bracket_lost),
    Edit("a bracket too many", 1, brackets.bracket_too_many),
    Edit("an exponent", 1, slips.exponent, (*_INDEXED, Derivative), paired=True),
    Edit("a number", 1, slips.number, (Binder,), paired=True),
    Edit("a complement", 1, slips.complement, (*_INDEXED, Derivative)),
    Edit("a fraction upside down", 1, slips.upside_down, (Mul, Pow, Binder, *_INDEXED)),
    Edit("a function", 1, slips.function),
    Edit("an index", 1, slips.index_of_name, paired=True, both=True),
    Edit("the order of a product", 1, products.order_of_product, (Mul, Sum)),
    Edit("swapped indices", 1, products.swapped_index, paired=True, both=True),
    Edit("another index", 1, products.other_index, not_inside=_AS_A_WHOLE),
    Edit("another index", 1, indices.free_index, not_inside=_AS_A_WHOLE, paired=True, both=True),
    Edit("another index", 1, indices.running_index, not_inside=_AS_A_WHOLE),
    Edit("another array", 1, indices.array_of_the_family, paired=True, both=True),
    Edit("a layer for an index", 1, indices.layer_for_index, both=True),
    Edit("a matrix product for one by entries", 1, products.by_entries),
    Edit("a product by entries for a matrix product", 1, products.by_rows_and_columns),
    Edit("a symbol", 1, slips.symbol),
    Edit("the order of a derivative", 1, slips.order_of_derivative),
    Edit("a limit of a range", 1, slips.limits, paired=True),
    Edit("the point of a limit", 1, slips.point_of_limit, of_limits=True),
    Edit("the direction of a limit", 1, slips.direction_of_limit, of_limits=True),
    Edit("a factor too many", 1, losses.factor_too_many),
    Edit("a summand too many", 1, losses.summand_too_many),
    Edit("a function too many", 1, losses.function_too_many),
    Edit("a lost number", 1, losses.number_lost, (*_ONCE, Apply, Binder, Derivative), paired=True),
    Edit("a lost inner derivative", 1, losses.inner_derivative_lost, (*_ONCE, Derivative)),
    Edit("a lost summand of the same kind", 1, losses.like_summand_lost, (*_ONCE, Derivative)),
    Edit("a lost factor", 1, losses.prefactor_lost, paired=True),
    Edit("a lost sum", 2, indices.sum_lost),
    Edit("another array", 2, indices.other_array),
    Edit("a lost middle term", 2, losses.middle_term_lost),
    Edit("a product for a sum", 2, slips.product_for_sum),
    Edit("a sum for a product", 2, slips.sum_for_product),
    Edit("a lost summand", 2, losses.summand_lost, (Add, Binder, *_INDEXED, Derivative)),
    Edit("a lost factor", 2, losses.factor_lost, (*_ONCE, Binder, Derivative)),
    Edit("a lost function", 2, losses.function_lost, (*_INDEXED, Binder, Derivative)),
    Edit("a lost derivative", 2, losses.derivative_lost, (Derivative, Binder, *_INDEXED)),
)
"""In the order in which they are tried."""


__all__ = ["EDITS", "Edit"]
