"""An order of two sides as that of their exponentials, logarithms or powers: functions that increase."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.relations import ORDERS, larger_and_smaller
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.supposed import require_real
from verify_derivations.term.syntax.nodes import ZERO, Apply, Number, Pow


def exponentiated(s: Statement) -> Statement:
    """The claim for the exponentials of the sides: exp increases strictly."""
    require_real(s.lhs, s.rhs)
    return replace(s, lhs=Apply("exp", (s.lhs,)), rhs=Apply("exp", (s.rhs,)))


def raised(s: Statement, exponent: int) -> Statement:
    """The claim for even or odd powers of the sides; enough where the larger side is not negative.

    From u**n > w**n and u >= 0 follows u > w: else w >= u >= 0, and w**n >= u**n.
    """
    if exponent < 2 or s.relation not in ORDERS:
        raise CertificateError("powers are compared with an exponent of at least 2, and for an order")
    return replace(s, lhs=Pow(s.lhs, Number(exponent)), rhs=Pow(s.rhs, Number(exponent)))


def upper_nonnegative(s: Statement) -> Statement:
    """That the larger side is nowhere negative."""
    larger, _ = larger_and_smaller(s)
    return replace(s, lhs=larger, relation=">=", rhs=ZERO)


def logarithmic(s: Statement) -> Statement:
    """The claim for the logarithms of the sides, enough where both are positive: log increases."""
    if s.relation not in ORDERS:
        raise CertificateError("logarithms are compared for an order")
    require_real(s.lhs, s.rhs)
    return replace(s, lhs=Apply("log", (s.lhs,)), rhs=Apply("log", (s.rhs,)))


def positive_sides(s: Statement) -> tuple[Statement, Statement]:
    """That the smaller side, and that the larger one, is positive wherever the statement is defined."""
    larger, smaller = larger_and_smaller(s)
    return tuple(replace(s, lhs=side, relation=">", rhs=ZERO) for side in (smaller, larger))  # type: ignore[return-value]


__all__ = ["exponentiated", "logarithmic", "positive_sides", "raised", "upper_nonnegative"]
