r"""Constants of integration: C of \int x\,dx = \frac{x^2}{2} + C, which may be any number."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.free_names import names_of
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import Add, Antiderivative, Symbol, Term

CALLED = re.compile(r"(?:[CcKk]|\\mathrm\{(?:[CcKk]|const)\})(?:_.*)?")
"""How constants of integration are called."""

CONSTANTS_DIFFER = Alternative(
    "constants of integration are left out, or differ",
    "write it without the integral",
    covered=True,
    alien=True,
)


def is_of_integration(name: str, claim: Claim) -> bool:
    """It is a summand beside an integral without bounds, and stands nowhere else: any value will do."""
    if not has_antiderivative(claim) or not CALLED.fullmatch(name):
        return False
    summands = [*_summands(claim.lhs), *_summands(claim.rhs)]
    others = [summand for summand in summands if summand is not Symbol(name)]
    return len(others) == len(summands) - 1 and name not in names_of(*others)


def has_antiderivative(claim: Claim) -> bool:
    """There is an integral without bounds in it."""
    return claim.lhs.holds(Antiderivative) or claim.rhs.holds(Antiderivative)


def _summands(side: Term) -> tuple[Term, ...]:
    return side.children if isinstance(side, Add) else (side,)


__all__ = ["CONSTANTS_DIFFER", "has_antiderivative", "is_of_integration"]
