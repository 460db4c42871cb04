"""Refutations that are not told, because a doubt is left: those of them that look like errors all the same.

What speaks for an error is that the line is one misprint away from what the kernel proves: an edit that keeps
all names, in a line with enough in it that this is no accident. The doubt stays, and so does the status.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from verify_derivations.decide import doubted
from verify_derivations.model import Claim, Repair, Status, StepResult, Suspicion, Verdict
from verify_derivations.repair.places import occurrences
from verify_derivations.repair.search import Wrong
from verify_derivations.term.functions import FUNCTIONS
from verify_derivations.term.nodes import Apply, Entry, Symbol, Term

LEAST_PRINTED = 8
"""Names and numbers on both sides together: a line with fewer is one edit away from too much that is true."""


@dataclass(frozen=True)
class Suspect:
    """A statement whose refutation is not told: its verdict, the doubt in words, what is to be mended."""

    refuted: Verdict
    words: str
    wrong: Wrong


def suspect(
    steps: Sequence[StepResult], place: int, verdict_of: Callable[[Claim], Verdict]
) -> Suspect | None:
    """What may be an error among the steps of a derivation, at this place.

    Args:
        steps: the results of all steps.
        place: the number of the step.
        verdict_of: the verdicts of its claims, and of the other ways to read them.
    """
    result = steps[place]
    step = result.step
    if result.status is not Status.NOT_UNDERSTOOD or step.unreadable is not None:
        return None
    pairs = ((step.claim, step.alternatives), (step.local, step.local_alternatives))
    for claim, alternatives in pairs:
        if claim is None or not _is_weighty(claim):
            continue
        refuted = verdict_of(claim)
        doubt = doubted(refuted, alternatives, verdict_of)
        if doubt is not None:
            return Suspect(refuted, doubt.words, _wrong(steps, place, claim))
    return None


def with_suspicion(result: StepResult, found: Suspect | None, repair: Repair | None) -> StepResult:
    """The result of a step with the suspicion that a repair makes of a suspect."""
    if found is None or repair is None:
        return result
    return replace(result, suspicion=Suspicion(found.wrong.claims[0], found.refuted, found.words, repair))


def _wrong(steps: Sequence[StepResult], place: int, claim: Claim) -> Wrong:
    """The claim with the other lines of its chain, nearest first."""
    step = steps[place].step
    others = [k for k, r in enumerate(steps) if k != place and step.chain and r.step.chain == step.chain]
    others.sort(key=lambda k: abs(k - place))
    claims = [other for k in others if (other := steps[k].step.claim) is not None]
    against_head = claim is step.claim
    head_is_right = against_head and any(steps[k].status is Status.PROVED for k in others)
    return Wrong((claim,), tuple(dict.fromkeys(c.rhs for c in claims)), head_is_right, misprints=True)


def _is_weighty(claim: Claim) -> bool:
    """An equation with enough in it, of which no side is a mere name for the other."""
    if claim.relation != "=" or _printed(claim.lhs) + _printed(claim.rhs) < LEAST_PRINTED:
        return False
    defined = {definition.head for definition in claim.context.definitions}
    return not any(_is_name(side) and side not in defined for side in (claim.lhs, claim.rhs))


def _is_name(side: Term) -> bool:
    """A symbol, an entry, or a value of an unknown function."""
    return isinstance(side, Symbol | Entry) or (isinstance(side, Apply) and side.function not in FUNCTIONS)


def _printed(term: Term) -> int:
    """How many names and numbers stand in a term."""
    leaves = [paths for part, paths in occurrences(term).items() if not part.children]
    return sum(map(len, leaves))


__all__ = ["Suspect", "suspect", "with_suspicion"]
