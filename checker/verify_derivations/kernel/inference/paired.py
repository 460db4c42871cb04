"""Sums that are sums of squares, as z'X'Xz: what hangs on common indices comes in pairs of equals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import chain, combinations
from typing import TYPE_CHECKING

from verify_derivations.kernel.algebra.field import Polynomial

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.sums import Powers, Sums


def is_sum_of_squares(sums: Sums, bound: tuple[str, ...], powers: Powers, under: Polynomial) -> bool:
    """The sum over l of w_l * f_l * f_l * ... is of terms that are never negative, where w_l is not.

    Each f_l is a sum over indices of its own, and is known by the name that does not depend on how these are
    called (`kernel.inference.labelling`); so two with one name have one value. All of them are real numbers.
    """
    if not under.is_one() or not sums.v.signs.real(sums.product(powers)):
        return False
    if len(bound) > MOST_INDICES or any(end.names & set(bound) for b in bound for end in sums.ranges[b]):
        return False  # a range that depends on another index ties what looks apart
    several = chain(combinations(bound, 1), combinations(bound, 2))
    return any(_in_pairs(sums, common, bound, powers) for common in several)


MOST_INDICES = 8
"""Sums over more indices are not looked at."""


def _in_pairs(sums: Sums, common: Collection[str], bound: tuple[str, ...], powers: Powers) -> bool:
    """For all values of the common indices the rest is a product of squares and of what is not negative."""
    own = tuple(b for b in bound if b not in common)
    if not own:
        return False
    weight = [(j, k) for j, k in powers if not sums.indices_of(j) & set(own)]
    if not sums.v.signs.nonnegative(sums.product(weight)):
        return False
    names: Counter[tuple[str, bool]] = Counter()
    for names_of_part, part, _ in sums.components(
        own, [p for p in powers if p not in weight], sums.field.one[0]
    ):
        if not sums.v.signs.nonnegative(sums.product(part)):
            code, _, turned = sums.labelling.of_sum(names_of_part, part, sums.field.one[0], {})
            names[code, turned] += 1
    return all(count % 2 == 0 for count in names.values())


__all__ = ["is_sum_of_squares"]
