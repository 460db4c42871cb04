"""What holds at every point of which a statement speaks, because it is defined there."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.kernel.statement import Statement
from verify_derivations.term.conditions import Requirement
from verify_derivations.term.nodes import Add, Mul, Number, Term


def facts(s: Statement) -> tuple[Requirement, ...]:
    """What definedness gives: over the reals all of it, in the complex numbers what is not 0.

    Whatever has to be positive over the reals (what a logarithm is taken of, what a root divides by) has to
    differ from 0 in the complex numbers.
    """
    if not s.complex_values:
        return s.required
    return tuple(replace(r, relation="!= 0") for r in s.required if r.relation in ("!= 0", "> 0"))


def minus(left: Term, right: Term) -> Term:
    """left - right, written out."""
    return Add((left, Mul((Number(-1), right))))
