"""Steps between conditions: solutions lost or gained first, then proofs."""

from __future__ import annotations

from verify_derivations.decide.conventions import disputed
from verify_derivations.decide.verdicts import judged
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.proofs.implications import obligations, require_exact_premises
from verify_derivations.model import Claim, Status, Verdict
from verify_derivations.prove.implications import imply
from verify_derivations.refute.implications import some_point, unimplied
from verify_derivations.term.syntax.limit import has_limits


def decide_implication(claim: Claim, deadline: float) -> Verdict:
    """The verdict on `P ⇒ Q` or `P ⇔ Q`."""
    try:
        wanted = [statement(obligation.holds) for obligation in obligations(claim)]
    except (CertificateError, TermError) as error:
        return Verdict(Status.NOT_UNDERSTOOD, reason=error.message)
    if any(s.complex_values for s in wanted):
        return Verdict(
            Status.UNDECIDED, reason="steps between conditions are judged over the real numbers only"
        )
    convention = next(filter(None, map(disputed, wanted)), "")
    if convention:
        return Verdict(Status.UNDECIDED, reason=convention)
    if any(has_limits(s.lhs, s.rhs, *s.hypotheses) for s in wanted):
        return Verdict(Status.UNDECIDED, reason="a limit in a condition cannot be decided yet")
    found = unimplied(claim, deadline)
    if found is not None:
        return judged(claim, found, "solutions of one condition")
    try:
        require_exact_premises(obligations(claim))
    except CertificateError as error:
        return Verdict(Status.UNDECIDED, reason=error.message)
    place = some_point(claim)
    proof = None if place is None else imply(claim, deadline, place)
    if proof is not None:
        return judged(claim, proof, "what follows from the conditions")
    return Verdict(
        Status.UNDECIDED,
        reason="no proof was found, and no solution that is lost or gained",
    )


__all__ = ["decide_implication"]
