"""What would mend a refuted claim: small edits, looked at where they would matter, then decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from verify_derivations.certificate import (
    Counterexample,
)
from verify_derivations.decide.claim import BUDGET_SECONDS, decide
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.model import (
    Claim,
    Repair,
)
from verify_derivations.refute.sampling import candidates
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.syntax.nodes import Integral, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

if TYPE_CHECKING:
    from verify_derivations.repair.search import Wrong

POINTS_OF_A_REPAIR = 24
"""Among so many points those are chosen at which edited claims are looked at."""


def mend(wrong: Wrong, *, seconds: float = BUDGET_SECONDS) -> tuple[Repair | None, ...]:
    """For each of the refuted claims a small edit with which the kernel proves it, if one is found.

    Args:
        wrong: claims that are refuted, with the lines around them.
        seconds: five times the time for each proof that is tried; what is found does not depend on it unless
            one of them takes longer.
    """
    from verify_derivations.repair.search import repairs  # only who mends something pays for it

    if any(isinstance(t, Integral) for claim in wrong.claims for t in subterms(claim.lhs, claim.rhs)):
        import sympy  # noqa: F401  # suggests antiderivatives; loading it is no part of the time for a proof
    return repairs(wrong, points_for, lambda claim: decide(claim, seconds=seconds / 5))


def points_for(claim: Claim, terms: Sequence[Term]) -> list[Counterexample]:
    """Points of the domain of a claim, for all symbols and arrays that an edit may bring in."""
    s = statement(claim)
    context = claim.context
    bodies = [t for d in context.definitions for t in (d.head, d.body)]
    wide = replace(s, arrays={a.name: a for a in context.arrays}, indices=dict(context.indices))
    names = {*wide.symbols, *free_symbols(*terms, *bodies)}
    wide = replace(wide, domains={**{name: context.domain(name) for name in sorted(names)}, **s.domains})
    unknown = unknown_functions(s.lhs, s.rhs, *s.differentiated, *terms)
    found = islice(candidates(wide, unknown, POINTS_OF_A_REPAIR), POINTS_OF_A_REPAIR)
    return [candidate for candidate in found if candidate is not None]
