"""Equations between matrices, multiplied by what they invert until the inverses are gone."""

from __future__ import annotations

import time
from collections.abc import Iterator

from verify_derivations.certificate import Argument, Multiplied, Point, Rewriting
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.multiplied import inverted, multiplied
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.syntax.nodes import InverseEntry, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

DEEPEST = 4
"""So many multiplications at most, one after the other."""


def by_multiplying(s: Statement, deadline: float, seen: Point) -> Argument | None:
    """Multiply by the matrices whose inverses carry an index of the statement."""
    if not s.indices or not inverted(s):
        return None
    return _multiplied(s, deadline, DEEPEST, set())


def _multiplied(s: Statement, deadline: float, depth: int, seen: set[tuple[Term, Term]]) -> Argument | None:
    for candidate in _candidates(s):
        if time.perf_counter() > deadline:
            return None
        try:
            other = multiplied(s, candidate)
        except (CertificateError, TermError):
            continue
        if (other.lhs, other.rhs) in seen:
            continue
        seen.add((other.lhs, other.rhs))
        inner: Argument | None = rewriting(other, deadline)
        if inner is None and depth > 1:
            inner = _multiplied(other, deadline, depth - 1, seen)
        if inner is not None:
            return Multiplied(candidate.matrix, candidate.index, candidate.left, inner)
    return None


def _candidates(s: Statement) -> Iterator[Multiplied]:
    """The matrices whose inverse carries a free index, those that hold other inverses first."""
    found: dict[tuple[Term, str, bool], int] = {}
    for term in subterms(s.lhs, s.rhs):
        if not isinstance(term, InverseEntry) or len(term.row) != 1:
            continue
        size = len(subterms(term.matrix))
        for place, left in ((term.row[0], True), (term.column[0], False)):
            if isinstance(place, Symbol) and place.name in s.indices:
                found[term.matrix, place.name, left] = size
    allowed = set(inverted(s))
    for (matrix, index, left), _ in sorted(found.items(), key=lambda item: -item[1]):
        if matrix in allowed:
            yield Multiplied(matrix, index, left, Rewriting())
