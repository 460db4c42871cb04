"""Equations with absolute values, maxima and the like, by the signs of what stands in them."""

from __future__ import annotations

import time
from dataclasses import replace

from verify_derivations.certificate import Argument, BothOrders, EitherSign
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.supposed import supposing
from verify_derivations.prove.jumps import inside_jumps
from verify_derivations.prove.order import show
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.traverse import free_symbols

MOST_SIGNS, MOST_TERMS = 5, 8
"""So many signs are told apart one after the other, among so many terms."""

ORDER_DEPTH = 1
"""How far the proof of an inequality goes, where signs leave only points at which the sides agree."""


def by_signs_within(s: Statement, deadline: float) -> Argument | None:
    """An equation between numbers, by the signs of what stands in jumping functions; or None.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
    """
    if s.complex_values or s.arrays or s.indices:
        return None
    terms = [term for term in inside_jumps(s.lhs, s.rhs) if len(free_symbols(term)) > 1][:MOST_TERMS]
    return _told_apart(s, terms, deadline, MOST_SIGNS) if terms else None


def _told_apart(s: Statement, terms: list[Term], deadline: float, left: int) -> Argument | None:
    """By rewriting alone, else by the signs of the first term and what is left of the others."""
    found = rewriting(s, deadline) if left < MOST_SIGNS else None
    if found is not None or time.perf_counter() > deadline:
        return found
    for k, term in enumerate(terms if left else ()):
        try:
            parts = [supposing(s, term, relation) for relation in (">=", "<=")]
        except (CertificateError, TermError):
            continue
        first = _told_apart(parts[0], terms[k + 1 :], deadline, left - 1)
        second = None if first is None else _told_apart(parts[1], terms[k + 1 :], deadline, left - 1)
        return None if first is None or second is None else EitherSign(term, first, second)
    return _both_orders(s, deadline)


def _both_orders(s: Statement, deadline: float) -> BothOrders | None:
    """Signs may leave only points at which the sides agree: a <= c, where a >= b >= c."""
    below = show(replace(s, relation="<="), deadline, ORDER_DEPTH)
    above = None if below is None else show(replace(s, relation=">="), deadline, ORDER_DEPTH)
    return None if below is None or above is None else BothOrders(below, above)


__all__ = ["by_signs_within"]
