"""What is required of every entry of an array narrows where its entries live: p_i > 0 for log p_i."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.syntax.domain import DOMAINS, REAL
from verify_derivations.term.syntax.nodes import ONE, Entry, Symbol

NARROWER = {"> 0": DOMAINS["positive"], ">= 0": DOMAINS["nonnegative"], "!= 0": replace(REAL, nonzero=True)}
"""Where a real number lives that is required to be so."""


def narrowed(arrays: Mapping[str, ArrayDeclaration], requirement: Requirement) -> ArrayDeclaration | None:
    """The array with narrower entries; None if the requirement is not one of all entries of a real array.

    The term has to be the entry itself, and its indices the indices of the ranges, each once and from 1 to
    the end of its axis: no range can be empty then, as sizes are at least 1, and no entry is left out.
    """
    term, ranges = requirement.term, {r.name: r for r in requirement.ranges}
    if not isinstance(term, Entry) or requirement.relation not in NARROWER:
        return None
    array = arrays.get(term.array)
    if array is None or array.entries != REAL or len(array.shape) != len(term.indices):
        return None
    names = [index.name for index in term.indices if isinstance(index, Symbol)]
    if len(names) != len(term.indices) or len(set(names)) != len(names) or set(names) != set(ranges):
        return None
    if len(ranges) != len(requirement.ranges):
        return None
    whole = all(
        ranges[name].whole and ranges[name].lower is ONE and ranges[name].upper is size
        for name, size in zip(names, array.shape, strict=True)
    )
    return replace(array, entries=NARROWER[requirement.relation]) if whole else None


__all__ = ["narrowed"]
