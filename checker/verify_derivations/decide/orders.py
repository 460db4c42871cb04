"""Relations other than equality: points, downhill from them, then proofs by signs and slopes."""

from __future__ import annotations

from verify_derivations.certificate import Order, Proof
from verify_derivations.decide.verdicts import NAMES_OF_ORDERS, judged, why_not
from verify_derivations.kernel.claims.real_sides import has_real_sides
from verify_derivations.kernel.claims.relations import ORDERS
from verify_derivations.kernel.claims.statement import DEFINED, Statement
from verify_derivations.kernel.judge import said_of_digits
from verify_derivations.model import (
    Claim,
    Status,
    Verdict,
)
from verify_derivations.prove.chords import chords
from verify_derivations.prove.order import prove_order
from verify_derivations.prove.signs import by_sign
from verify_derivations.prove.squares import by_squares
from verify_derivations.refute.curvature import refute_curvature
from verify_derivations.refute.descent import descend
from verify_derivations.refute.sampling import search
from verify_derivations.refute.undefined import undefined_point
from verify_derivations.term.syntax.nodes import RoughDecimal


def decide_order(claim: Claim, s: Statement, deadline: float, seconds: float) -> Verdict:
    """The verdict on a relation other than equality."""
    if s.complex_values and claim.relation != "!=" and not (claim.relation in ORDERS and has_real_sides(s)):
        return Verdict(
            Status.NOT_UNDERSTOOD,
            reason=f"{claim.relation} is judged over the real numbers; a side may be complex",
        )
    if s.arrays or s.indices or (s.complex_values and claim.relation != "!="):
        return _by_sign(claim, s, deadline, seconds)
    found = search(s, deadline)
    if claim.relation == DEFINED:
        nowhere = undefined_point(s, deadline)
        if nowhere is not None:
            return judged(claim, nowhere, "sampling")
    if not found.agreeing and found.counterexample is None:
        found = search(s, deadline, enough=4, tries=80)
    if found.counterexample is None:
        lower = found if not found.agreeing else descend(s, found.agreeing, deadline)
        found = lower if lower.counterexample is not None else found
    if found.counterexample is not None:
        return judged(claim, found.counterexample, "sampling")
    wrongly_bent = refute_curvature(s, tuple(chords(s)), deadline)
    if wrongly_bent is not None:
        return judged(claim, wrongly_bent, "a point of the wrong curvature")
    if not found.agreeing:
        return Verdict(Status.UNDECIDED, reason=why_not(found, deadline, seconds, claim.relation))
    order = prove_order(s, deadline)
    if order is not None:
        seen = found.agreeing[0]
        proof = Proof(order, seen.point, seen.precision, seen.functions)
        return judged(claim, proof, NAMES_OF_ORDERS[type(order)])
    if isinstance(s.rhs, RoughDecimal) and not s.symbols:
        words = said_of_digits(s, found.agreeing[0])
        if words:
            return Verdict(
                Status.UNDECIDED, reason=f"{words}: whether that is near enough is a matter of taste"
            )
    late = search(s, deadline, enough=240, tries=60)
    if late.counterexample is not None:
        return judged(claim, late.counterexample, "sampling, more and finer")
    return Verdict(Status.UNDECIDED, reason=why_not(found, deadline, seconds, claim.relation))


INSTANCES = 12
"""At so many small instances an inequality between arrays has to hold before a proof is looked for."""


def _shown(s: Statement, deadline: float) -> Order | None:
    found = by_sign(s, deadline)
    return found if found is not None or s.complex_values else by_squares(s, deadline)


def _by_sign(claim: Claim, s: Statement, deadline: float, seconds: float) -> Verdict:
    """An inequality between arrays, numbers made of them, or of complex numbers: points, then the sign."""
    found = search(s, deadline, enough=INSTANCES, tries=2 * INSTANCES)
    if found.counterexample is not None:
        return judged(claim, found.counterexample, "sampling")
    order = _shown(s, deadline) if found.agreeing else None
    if order is None:
        late = search(s, deadline, enough=240, tries=60) if s.complex_values else found
        if late.counterexample is not None:
            return judged(claim, late.counterexample, "sampling, more and finer")
        return Verdict(Status.UNDECIDED, reason=why_not(found, deadline, seconds, claim.relation))
    seen = found.agreeing[0]
    proof = Proof(order, seen.point, seen.precision, seen.functions, seen.entries)
    return judged(claim, proof, NAMES_OF_ORDERS[type(order)])
