"""Elements with deltas of free indices: zero if they are where the indices differ, and where they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.kernel.algebra.field import Element, Field, Polynomial
from verify_derivations.term.syntax.nodes import Delta, Symbol

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.sums import Sums


def vanishes(sums: Sums, e: Element, depth: int = 8) -> bool:
    """The element is zero at all values of its free indices: equal ones, and different ones."""
    n = sums.field.reduced(e)[0]
    if n.is_zero():
        return True
    j = next((j for j, k in enumerate(n.degrees()) if k and _is_free_delta(sums, j)), None)
    if j is None or depth == 0:
        return False
    delta = sums.field.generators[j].term
    apart, together = at_delta(sums.field, n, j)
    names = [i.name for i in delta.children if isinstance(i, Symbol)]
    one = sums.field.one[0]
    return vanishes(sums, (apart, one), depth - 1) and vanishes(
        sums, sums.renamed((together, one), {names[1]: names[0]}), depth - 1
    )


def _is_free_delta(sums: Sums, j: int) -> bool:
    delta = sums.field.generators[j].term
    if not isinstance(delta, Delta):
        return False
    return all(isinstance(i, Symbol) and i.name in sums.ranges for i in delta.children)


def at_delta(field: Field, n: Polynomial, j: int) -> tuple[Polynomial, Polynomial]:
    """The polynomial where the delta is 0, and where it is 1."""
    apart: dict[tuple[int, ...], int] = {}
    together: dict[tuple[int, ...], int] = {}
    for exponents, coefficient in n.to_dict().items():
        rest = (*exponents[:j], 0, *exponents[j + 1 :])
        if not exponents[j]:
            apart[rest] = apart.get(rest, 0) + int(coefficient)
        together[rest] = together.get(rest, 0) + int(coefficient)
    return field.context.from_dict(apart), field.context.from_dict(together)


__all__ = ["at_delta", "vanishes"]
