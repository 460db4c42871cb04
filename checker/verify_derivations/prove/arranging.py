"""Inequalities between positive numbers, by the order of their size."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.certificate import Arranged, Order
from verify_derivations.kernel.claims.relations import ORDERS
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.arranged import arrangements
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Apply, Binder

MOST = 3
"""More symbols have too many orders."""


def arranging(s: Statement, by_signs: Callable[[Statement], Order | None]) -> Order | None:
    """Each number is the one before it plus a rest; then all terms of the difference may have one sign."""
    if s.relation not in ORDERS or s.holds(Apply) or s.holds(Binder):
        return None
    for domain in (DOMAINS["positive"], DOMAINS["nonnegative"]):
        names = tuple(name for name in s.symbols if s.domains[name] == domain)
        if 2 <= len(names) <= MOST:
            break
    else:
        return None
    parts = []
    for own in arrangements(s, names):
        inner = by_signs(own)
        if inner is None:
            return None
        parts.append(inner)
    return Arranged(names, tuple(parts))


__all__ = ["arranging"]
