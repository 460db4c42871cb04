"""Whether an index stays within its axis, whatever its value is and whatever the sizes are."""

from __future__ import annotations

from collections.abc import Mapping

from verify_derivations.errors import TermError
from verify_derivations.term.arrays.affine import Affine, Interval, affine, extremum, surely_at_most
from verify_derivations.term.arrays.array import Axis, ShapeError
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ONE, Symbol, Term


def fits(
    index: Term,
    axis: Axis,
    declared: Mapping[str, Term],
    bound: Mapping[str, Interval],
    domains: Mapping[str, Domain],
) -> None:
    """The index stays within the axis.

    Args:
        index: a sum of multiples of names, or a number.
        axis: what it numbers.
        declared: the declared indices, each with its last value.
        bound: what the indices of sums around it run through.
        domains: where sizes lie.

    Raises:
        ShapeError: it may leave the axis.
        TermError: it is not known what it runs through.

    >>> fits(Symbol("i"), (Symbol("n"),), {"i": Symbol("n")}, {}, {})
    """
    if len(axis) != 1:
        raise ShapeError("an index of an axis that is a Kronecker product")
    size = axis[0]
    place = rational(index)
    if place is not None:
        last = rational(size)
        low = domains[size.name].lower if isinstance(size, Symbol) else last
        if place.denominator != 1 or not 1 <= place <= (low or 1):
            raise ShapeError(f"the entry {place} of an axis that runs to {text(size)}")
        return
    ranges: dict[str, Interval] = {**{name: (ONE, last) for name, last in declared.items()}, **bound}
    form = affine(index)
    if form is None or not {name for name, _ in form.parts} <= {*ranges, *domains} or not _is_whole(form):
        raise TermError(f"{text(index)} is no declared index; say what it runs over")
    if isinstance(index, Symbol) and index.name in declared and index.name not in bound:
        upper = declared[index.name]
        if not surely_at_most(upper, size, domains, ranges):
            raise ShapeError(f"the index {index.name} runs to {text(upper)}, the axis to {text(size)}")
        return
    for small, large, end in ((ONE, index, "from"), (index, size, "up to")):
        if not surely_at_most(small, large, domains, ranges):
            extreme = text(extremum(form, ranges, largest=end == "up to"))
            raise ShapeError(f"the index {text(index)} runs {end} {extreme}, the axis from 1 to {text(size)}")


def _is_whole(form: Affine) -> bool:
    return all(c.denominator == 1 for c in (form.constant, *(c for _, c in form.parts)))


__all__ = ["fits"]
