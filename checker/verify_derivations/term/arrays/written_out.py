"""An array that is written down entry by entry: its entries, read off the sum of them times Kronecker deltas.

Only for reading: nothing is decided with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from verify_derivations.term.syntax.build import mul
from verify_derivations.term.syntax.nodes import ZERO, Add, Delta, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols

Grid = dict[tuple[int, ...], Term]
"""The entries by their indices, which are counted from 1."""

MOST_ENTRIES = 64
"""Larger arrays are not written out."""


def written_entries(
    term: Term, places: Sequence[Symbol], sizes: Mapping[str, Term]
) -> tuple[Term, ...] | None:
    """The entries, row by row, of an array that is written out; None if it is not.

    Args:
        term: the entry at the places.
        places: the free indices, rows first.
        sizes: what each of them runs up to.
    """
    upper = [sizes[place.name] for place in places]
    if not places or not all(isinstance(size, Number) for size in upper):
        return None
    indices = list(product(*(range(1, int(size.value) + 1) for size in upper if isinstance(size, Number))))
    if len(indices) > MOST_ENTRIES:
        return None
    grid: Grid = {}
    for summand in term.terms if isinstance(term, Add) else (term,):
        found = _entry(summand, places)
        if found is None or found[0] in grid:
            return None
        grid[found[0]] = found[1]
    return tuple(grid.get(index, ZERO) for index in indices)


def _entry(summand: Term, places: Sequence[Symbol]) -> tuple[tuple[int, ...], Term] | None:
    """The one index at which the summand is not zero, and its value there."""
    at: dict[Symbol, int] = {}
    rest: list[Term] = []
    for factor in summand.factors if isinstance(summand, Mul) else (summand,):
        match factor:
            case Delta(Symbol() as place, Number(value)) if place in places and place not in at:
                at[place] = int(value)
            case _:
                rest.append(factor)
    names = {place.name for place in places}
    if len(at) != len(places) or any(names & set(free_symbols(factor)) for factor in rest):
        return None
    return tuple(at[place] for place in places), mul(*rest)


__all__ = ["written_entries"]
