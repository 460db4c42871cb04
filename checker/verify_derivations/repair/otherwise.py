"""Repairs of statements that can be read in several ways: for which of them they are proved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from verify_derivations.model import Alternative, Claim, Repair, Status, Verdict

Decide = Callable[[Claim], Verdict]


def as_read_otherwise(
    repair: Repair, printed: Claim, alternatives: Sequence[Alternative], decide: Decide
) -> Repair:
    """The repair of a claim with the other ways to read it for which it is not proved.

    Args:
        repair: what mends the claim as it was read.
        printed: the claim as it was read.
        alternatives: the other ways to read it.
        decide: what gives the verdict of a claim.
    """
    edits = [edit for edit in (repair, repair.under) if edit is not None]
    words = [
        other.words
        for other in alternatives
        if not all(stands(_edited(other, printed, edit.claim), decide) for edit in edits)
    ]
    return replace(repair, unless=", or ".join(dict.fromkeys(words))) if words else repair


def stands(other: Alternative, decide: Decide) -> bool:
    """A proof stands for this other way to read the statement, too."""
    return other.covered or (other.claim is not None and decide(other.claim).status is Status.PROVED)


def _edited(other: Alternative, printed: Claim, edited: Claim) -> Alternative:
    """The edited statement in this other way to read it; without a claim where its terms are others."""
    claim = other.claim
    if claim is None or (claim.lhs, claim.relation, claim.rhs) != (
        printed.lhs,
        printed.relation,
        printed.rhs,
    ):
        return replace(other, claim=None)
    if edited.context != printed.context:  # a condition of its own
        return replace(other, claim=None)
    return replace(other, claim=replace(edited, context=claim.context))


__all__ = ["as_read_otherwise", "stands"]
