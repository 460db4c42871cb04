"""Search for a point at which two sides with limits in them differ: the limits are taken at the point."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from verify_derivations.certificate import ClosedLimit, Counterexample, LimitValue, Point, WithLimits
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.with_limits import at_point, refuting
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.refute.points import points
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.evaluation.patience import until

TRIES = 12

PRECISIONS = (64, 256, 1024)

ValuesOf = Callable[[Statement], tuple[LimitValue | ClosedLimit, ...] | None]


def refute_with_limits(
    s: Statement, values_of: ValuesOf, deadline: float, at: Iterable[Point] | None = None
) -> WithLimits | None:
    """A counterexample, if one of some points is one.

    Args:
        s: the statement.
        values_of: what finds the limits of a statement.
        deadline: a time of `time.perf_counter`.
        at: the points; some simple ones, if none are given.
    """
    if unknown_functions(s.lhs, s.rhs):
        return None
    for point in points(s.symbols, s.domains, TRIES if s.symbols else 1) if at is None else at:
        if time.perf_counter() > deadline:
            return None
        try:
            values = values_of(at_point(s, dict(point)))
        except CertificateError:
            continue
        for precision in PRECISIONS if values is not None else ():
            found = WithLimits(values or (), Counterexample(point, precision))
            try:
                with until(deadline):
                    refuting(s, found, check_argument)
            except (CertificateError, TermError, Budget, ArithmeticError):
                continue
            return found
    return None


__all__ = ["refute_with_limits"]
