"""Search for a point of the domain at which an expression has no value."""

from __future__ import annotations

import time

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.definedness import requirement_claims, undefined_witness
from verify_derivations.refute.points import fitted, points
from verify_derivations.term.evaluation.patience import until
from verify_derivations.term.syntax.nodes import ZERO

TRIES = 40


def undefined_point(s: Statement, deadline: float) -> Counterexample | None:
    """A point at which a requirement of the left side surely fails, or None.

    Args:
        s: a statement that its left side is defined.
        deadline: a time of `time.perf_counter`.
    """
    try:
        zeros = [(claim.lhs, "=", ZERO) for claim in requirement_claims(s)]
    except CertificateError:  # it is not known exactly where the expression is defined
        return None
    for point in points(s.symbols, s.domains, TRIES):
        for wanted in ((), *((zero,) for zero in zeros)):
            if time.perf_counter() > deadline:
                return None
            moved = fitted(point, s.domains, (*s.assumed, *wanted)) if s.assumed or wanted else point
            if moved is None:
                continue
            candidate = Counterexample(moved)
            try:
                with until(deadline):
                    undefined_witness(s, candidate)
            except (CertificateError, TermError, ArithmeticError):
                continue
            return candidate
    return None


__all__ = ["undefined_point"]
