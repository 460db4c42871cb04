"""Proof by canonical form, tried with more quantities and finer roots until it works or does not."""

from __future__ import annotations

import time

from verify_derivations.certificate import Rewriting
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Budget, Capacity, DividedByZero
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.arguments import room
from verify_derivations.prove.canonical import Mode, Restart, Search
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.traverse import applications, subterms

CAPACITIES = (8, 16, 32, 64, 128, 256, 512, 1024)
MOST_RESTARTS = 24
LARGE = 250
"""Statements with more subterms than this are large."""


def rewriting(
    s: Statement, deadline: float, *, logarithms: bool = False, search: type[Search] = Search
) -> Rewriting | None:
    """Lemmas by which both sides become the same rational function, or None.

    Large statements are first tried with one exponential for each whole exponent, which needs fewer
    quantities; then, as small ones, with one for each monomial of an exponent, which shows more.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
        logarithms: open the inverse functions as logarithms, too.
        search: what is looked for once the lemmas are there.
    """
    if not logarithms and len(subterms(s.lhs, s.rhs)) > LARGE:
        found = _attempt(s, deadline, Mode(whole=True), search)
        if found is not None:
            return found
    return _attempt(s, deadline, Mode(logarithms=logarithms), search)


def _attempt(s: Statement, deadline: float, mode: Mode, search: type[Search]) -> Rewriting | None:
    """One way of opening functions, with as many quantities and as fine roots as it asks for."""
    finest: dict[Term, int] = {}
    quantities = len(applications(s.lhs, s.rhs)) // 2 + room(s)
    level = next((k for k, c in enumerate(CAPACITIES) if 3 * c > 4 * quantities), 0)
    for _ in range(MOST_RESTARTS):
        if level >= len(CAPACITIES) or time.perf_counter() > deadline:
            return None
        try:
            return search(s, CAPACITIES[level], finest, deadline, mode).run()
        except Capacity:
            level += 1
        except Restart:
            continue
        except (Budget, DividedByZero, CertificateError, RecursionError):
            return None
    return None
