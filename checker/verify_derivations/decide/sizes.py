"""What is told of a refuted statement about arrays besides a point: sizes at which it does not fail."""

from __future__ import annotations

from verify_derivations.certificate import Counterexample
from verify_derivations.decide.verdicts import judged
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.model import Claim, Status, Verdict


def told_of_sizes(claim: Claim, verdict: Verdict) -> Verdict:
    """The same verdict, with a word on the sizes at which the two sides agree, if there are such sizes."""
    at = verdict.certificate
    if not (verdict.status is Status.REFUTED and claim.context.arrays and isinstance(at, Counterexample)):
        return verdict
    from verify_derivations.refute.special_sizes import with_special_sizes  # only arrays have sizes

    more = with_special_sizes(statement(claim), at)
    if more is at:
        return verdict
    told = judged(claim, more, verdict.found_by)
    return told if told.status is Status.REFUTED else verdict


__all__ = ["told_of_sizes"]
