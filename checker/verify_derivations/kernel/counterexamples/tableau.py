"""Both sides of a refuted claim about arrays as small matrices, at the point where it fails."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.relations import fails
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import enclosure, sides_at
from verify_derivations.model import Cell, Tableau
from verify_derivations.term.evaluation.exact import rational_value

MOST_CELLS = 36
"""Larger arrays are not shown: nobody would look through them."""

NOT_DEFINED = Cell(None, None, False)


def tableau(s: Statement, certificate: Counterexample) -> Tableau | None:
    """The entries of both sides under one or two free indices, all else as at the point; None for a number.

    An entry at which a side is not defined, or lies outside of what is assumed, is left empty.
    """
    values = {name: real for name, (real, _) in certificate.point}
    sizes = [rational_value(size, values) for size in s.indices.values()]
    counts = [int(size) for size in sizes if size is not None]
    if not 1 <= len(sizes) <= 2 or len(counts) < len(sizes):
        return None
    across = counts[1] if len(counts) == 2 else 1
    if not 1 < counts[0] * across <= MOST_CELLS:
        return None
    cells = [_cell(s, certificate, indices) for indices in product(*(range(1, n + 1) for n in counts))]
    rows = tuple(tuple(cells[k : k + across]) for k in range(0, len(cells), across))
    at = tuple(int(values[name]) for name in s.indices)
    return Tableau(tuple(s.indices), at, rows)


def _cell(s: Statement, certificate: Counterexample, indices: tuple[int, ...]) -> Cell:
    put = dict(zip(s.indices, indices, strict=True))
    point = tuple(
        (name, (Fraction(put[name]), Fraction(0)) if name in put else value)
        for name, value in certificate.point
    )
    try:
        lhs, rhs = sides_at(s, replace(certificate, point=point))
    except CertificateError:
        return NOT_DEFINED
    return Cell(enclosure(lhs), enclosure(rhs), fails(s, lhs, rhs))


__all__ = ["tableau"]
