"""A statement that can be read in several ways has a verdict if all of them have the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from verify_derivations.certificate import Certificate, Counterexample
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.counterexamples.witness import sides_at
from verify_derivations.model import (
    Alternative,
    Claim,
    Status,
    Verdict,
)


def agreed(
    verdict: Verdict, alternatives: Sequence[Alternative], verdict_of: Callable[[Claim], Verdict]
) -> Verdict:
    """The verdict, if every other way to read the statement gets the same; else it is not understood.

    The point at which a statement fails as read is told all the same: an author sees there what is meant.
    """
    if verdict.status not in (Status.PROVED, Status.REFUTED, Status.VACUOUS):
        return verdict
    for other in alternatives:
        if other.covered and verdict.status is Status.PROVED:
            continue
        but = _objection(other, verdict, verdict_of)
        if but:
            reason = f"it is {verdict.status} as read here, but {but}; declare which is meant: {other.help}"
            return Verdict(Status.NOT_UNDERSTOOD, reason=reason, witness=verdict.witness)
    return verdict


def _objection(other: Alternative, verdict: Verdict, verdict_of: Callable[[Claim], Verdict]) -> str:
    """What becomes of the verdict if the statement is read in this way; empty if it stands."""
    status = None if other.claim is None else verdict_of(other.claim).status
    if status is verdict.status or _excludes_nothing(other, status, verdict, verdict_of):
        return ""
    return f"nothing can be said if {other.words}" if status is None else f"if {other.words}, it is {status}"


def doubted(
    verdict: Verdict, alternatives: Sequence[Alternative], verdict_of: Callable[[Claim], Verdict]
) -> tuple[Alternative, ...]:
    """The ways to understand a statement that keep its refutation from being told, if all of them are doubts.

    A doubt speaks of the same terms, a proof would stand with it, and as far as is known it does not make the
    statement hold.
    """
    if verdict.status is not Status.REFUTED:
        return ()
    found = list[Alternative]()
    for other in sorted(alternatives, key=lambda one: one.solvable):
        if other.solvable and found:
            continue  # beside another doubt it tells nothing more, and whether there is a solution takes long
        status = None if other.claim is None else verdict_of(other.claim).status
        if status is Status.REFUTED or _excludes_nothing(other, status, verdict, verdict_of):
            continue
        if status is Status.PROVED or other.alien or not other.covered:
            return ()
        found.append(other)
    return tuple(found)


def _excludes_nothing(
    other: Alternative, status: Status | None, verdict: Verdict, verdict_of: Callable[[Claim], Verdict]
) -> bool:
    """All that is supposed besides holds wherever the statement does, so that points of which it is not seen
    whether they agree with it do; what holds under conditions does where it is defined."""
    if status not in (Status.UNDECIDED, None) or not other.supposed:
        return False
    for supposed in other.supposed:
        found = verdict_of(supposed)
        if found.status is not Status.PROVED:
            return False
        if found.conditions and not _is_defined_at(verdict.certificate, supposed):
            return False
    return True


@lru_cache(maxsize=256)
def _is_defined_at(point: Certificate | None, claim: Claim) -> bool:
    """Both sides have a value at the point of a refutation, as the kernel sees it."""
    if not isinstance(point, Counterexample) or claim.context.provided:
        return False
    try:
        sides_at(statement(claim), point)
    except (CertificateError, TermError):
        return False
    return True


__all__ = ["agreed", "doubted"]
