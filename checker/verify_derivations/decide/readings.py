"""A statement that can be read in several ways has a verdict if all of them have the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
        if other.claim is None:
            but = (
                "" if _excludes_nothing(other, None, verdict_of) else f"nothing can be said if {other.words}"
            )
        else:
            status = verdict_of(other.claim).status
            but = (
                ""
                if status is verdict.status or _excludes_nothing(other, status, verdict_of)
                else f"if {other.words}, it is {status}"
            )
        if but:
            reason = f"it is {verdict.status} as read here, but {but}; declare which is meant: {other.help}"
            return Verdict(Status.NOT_UNDERSTOOD, reason=reason, witness=verdict.witness)
    return verdict


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
    for other in alternatives:
        status = None if other.claim is None else verdict_of(other.claim).status
        if status is Status.REFUTED or _excludes_nothing(other, status, verdict_of):
            continue
        if status is Status.PROVED or other.alien or not other.covered:
            return ()
        found.append(other)
    return tuple(found)


def _excludes_nothing(
    other: Alternative, status: Status | None, verdict_of: Callable[[Claim], Verdict]
) -> bool:
    """All that is supposed besides holds wherever the statement does, so that points of which it is not seen
    whether they agree with it do."""
    if status not in (Status.UNDECIDED, None) or not other.supposed:
        return False
    verdicts = map(verdict_of, other.supposed)
    return all(one.status is Status.PROVED and not one.conditions for one in verdicts)


__all__ = ["agreed", "doubted"]
