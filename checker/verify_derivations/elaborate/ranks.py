"""Which names stand for vectors and matrices, as far as notation shows it."""

from __future__ import annotations

from verify_derivations.elaborate.order import CAPITAL, VECTOR
from verify_derivations.elaborate.usage import Usage


def ranks(usage: Usage) -> dict[str, int]:
    """The number of axes of each name that must be an array.

    A name that is transposed, or stands right behind a transposed one, is an array; so is one in what a
    trace, a determinant or a norm is taken of, and one that stands with and without subscripts in an
    expression of which an entry is taken. The subscripts of its entries say how many axes it has; without
    any, a capital is a matrix and a small letter a vector.
    """
    found: dict[str, int] = {}
    operated = usage.within_operator - usage.numbers - usage.called - usage.bound
    for name in usage.transposed | usage.behind_row | operated:
        count = usage.entries.get(name)
        matrix = CAPITAL.fullmatch(name) and not VECTOR.fullmatch(name)
        found[name] = count if count is not None else 2 if matrix else 1
    for name in usage.within_entry:
        if name in usage.entries:
            found[name] = usage.entries[name]
    return {name: rank for name, rank in found.items() if rank <= 2}
