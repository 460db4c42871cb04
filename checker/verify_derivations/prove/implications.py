"""Proofs of steps between conditions: by the hypotheses, by multiples of them, by inverse functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.certificate import (
    Argument,
    Combined,
    Consequence,
    Counterexample,
    Implied,
    Inverted,
    Order,
    Rewriting,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.claims.facts import facts, minus
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.kernel.proofs.definedness import requirement_claims
from verify_derivations.kernel.proofs.implications import combined, equations, inverted, obligations
from verify_derivations.model import Claim
from verify_derivations.prove.order import show
from verify_derivations.prove.search import QUICK, prove
from verify_derivations.term.syntax.nodes import ZERO, Term

How = Argument | Order | Combined | Inverted

EXPONENTS = (1, 2, 3)
"""Powers of the difference that are tried as a multiple of a hypothesis."""

DEPTH = 1
"""How far the proofs of inequalities go."""


def imply(claim: Claim, deadline: float, place: Counterexample) -> Implied | None:
    """A proof of a step between conditions, or None.

    Args:
        claim: the step.
        deadline: a time of `time.perf_counter`.
        place: a point of its domain.
    """
    parts = []
    for obligation in obligations(claim):
        part = _consequence(statement(obligation.defined), statement(obligation.holds), deadline, place)
        if part is None:
            return None
        parts.append(part)
    return Implied(tuple(parts), place)


def _consequence(
    defined: Statement, holds: Statement, deadline: float, place: Counterexample
) -> Consequence | None:
    """The comparison as it follows from the hypotheses, perhaps after one of them is solved."""
    for solved in (None, *_solved(holds)):
        try:
            first = defined if solved is None else inverted(defined, solved)
            second = holds if solved is None else inverted(holds, solved)
            required = _defined(first, deadline)
            how = None if required is None else _directly(second, deadline, place)
        except (CertificateError, TermError):
            continue
        if required is not None and how is not None:
            return Consequence(required, how if solved is None else replace(solved, argument=how))
    return None


def _defined(s: Statement, deadline: float) -> tuple[Order, ...] | None:
    """What is required, one claim after the other."""
    found = [show(claim, deadline, DEPTH) for claim in requirement_claims(s)]
    shown = tuple(order for order in found if order is not None)
    return shown if len(shown) == len(found) else None


def _solved(s: Statement) -> Iterator[Inverted]:
    for k, (_, relation, _) in enumerate(s.assumed):
        if relation == "=":
            yield from (Inverted(k, right, Rewriting()) for right in (False, True))


def _directly(s: Statement, deadline: float, place: Counterexample) -> How | None:
    if s.relation != "=":
        return show(s, deadline, DEPTH)
    try:
        found = prove(s, deadline, place, QUICK)
    except (CertificateError, TermError, Budget, DividedByZero):
        found = None
    return found if found is not None else _multiple(s, deadline, place)


# ---- multiples -------------------------------------------------------------------------------------
def _multiple(s: Statement, deadline: float, place: Counterexample) -> Combined | None:
    """The difference, or a power of it, is one of the hypotheses' differences times something defined."""
    known = equations(s)
    for at in range(len(known)):
        for exponent in EXPONENTS:
            try:
                how = _times(s, known, at, exponent, deadline, place)
            except (CertificateError, TermError, Budget, DividedByZero):
                continue
            if how is not None:
                return how
    return None


def _times(
    s: Statement,
    known: list[tuple[Term, Term]],
    at: int,
    exponent: int,
    deadline: float,
    place: Counterexample,
) -> Combined | None:
    others = tuple(_quotient(s, known[at], exponent) if k == at else ZERO for k in range(len(known)))
    how = Combined(exponent, others, tuple(() for _ in known), Rewriting())
    identity, places = combined(s, how)
    defined = [_defined(multiplier, deadline) for multiplier in places]
    argument = None if None in defined else prove(identity, deadline, place, QUICK)
    if argument is None:
        return None
    return replace(how, defined=tuple(d for d in defined if d is not None), argument=argument)


def _quotient(s: Statement, known: tuple[Term, Term], exponent: int) -> Term:
    """What the hypothesis' difference has to be multiplied with."""

    def work(capacity: int) -> Term:
        v = Valuation.of(s, capacity, RULES)
        v.suppose((s.lhs, s.rhs, *known), facts(s), real=True)
        power = v.field.power(v.value(minus(s.lhs, s.rhs)), exponent)
        return element_term(v.field, v.field.mul(power, v.field.inverse(v.value(minus(*known)))))

    return in_large_enough_field(work)


__all__ = ["imply"]
