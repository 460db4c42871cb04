"""What holds at every point of which a statement speaks, because it is defined there."""

from __future__ import annotations

from verify_derivations.kernel.statement import Statement
from verify_derivations.term.conditions import Requirement
from verify_derivations.term.nodes import Add, Mul, Number, Term


def facts(s: Statement) -> tuple[Requirement, ...]:
    """What definedness gives: over the reals all of it, in the complex numbers that divisors are not 0."""
    if not s.complex_values:
        return s.required
    return tuple(r for r in s.required if r.relation == "!= 0")


def minus(left: Term, right: Term) -> Term:
    """left - right, written out."""
    return Add((left, Mul((Number(-1), right))))
