"""Solutions that a step between conditions loses or gains: points at which only one of the two holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice, product

from verify_derivations.certificate import Counterexample, Point, Unimplied
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.algebra.terms import polynomial_term
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.implications import domain_statement, obligations, unimplied_witness
from verify_derivations.model import Claim
from verify_derivations.refute.points import fitted, points
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.nodes import ZERO, Term

TRIES = 24
FEW, MOST_EDGES = 4, 3
MOST_BRANCHES = 16
"""So many combinations of factors are looked at."""


def unimplied(claim: Claim, deadline: float) -> Unimplied | None:
    """A point at which one condition holds and a part of the other fails, or None.

    Args:
        claim: the step between conditions.
        deadline: a time of `time.perf_counter`.
    """
    for part, obligation in enumerate(obligations(claim)):
        for point in _solutions(statement(obligation.holds), statement(obligation.defined).lhs):
            if time.perf_counter() > deadline:
                return None
            for undefined in (False, True):
                found = Unimplied(part, Counterexample(point), undefined)
                try:
                    unimplied_witness(claim, found)
                except (CertificateError, TermError, ArithmeticError):
                    continue
                return found
    return None


def some_point(claim: Claim) -> Counterexample | None:
    """A point of the domain of a step between conditions."""
    s = domain_statement(claim)
    for point in points(list(s.domains), s.domains, TRIES):
        moved = fitted(point, s.domains, s.assumed) if s.assumed else point
        if moved is not None:
            return Counterexample(moved)
    return None


def _solutions(s: Statement, conclusion: Term) -> Iterator[Point]:
    """Points of the domain that satisfy the hypotheses: for each equation one of its factors is 0. Those come
    first at which something that the conclusion requires not to be 0 is 0."""
    edges = [((r.term, "=", ZERO),) for r in requirements((conclusion,)) if not r.bound]
    choices = [_factors(s, lhs, rhs) for lhs, relation, rhs in s.assumed if relation == "="]
    for branch in islice(product(*choices), MOST_BRANCHES):
        zeros = [(factor, "=", ZERO) for factor in branch]
        for edge in (*edges[:MOST_EDGES], ()):
            wanted = (*zeros, *edge)
            for point in points(s.symbols, s.domains, TRIES if not edge else FEW):
                moved = fitted(point, s.domains, wanted) if wanted else point
                if moved is not None:
                    yield moved


def _factors(s: Statement, lhs: Term, rhs: Term) -> list[Term]:
    """The factors of the difference, by which its zeros fall into branches."""

    def work(capacity: int) -> list[Term]:
        v = Valuation.of(s, capacity, RULES)
        top = v.value(minus(lhs, rhs))[0]
        return [polynomial_term(v.field, p) for p, _ in top.factor()[1]] if not top.is_constant() else []

    try:
        found = in_large_enough_field(work)
    except (CertificateError, DividedByZero, Budget):
        found = []
    return found or [minus(lhs, rhs)]


__all__ = ["some_point", "unimplied"]
