"""Refutations that are not told, because a doubt is left: those of them that look like errors all the same.

What speaks for an error is that the line is one misprint away from what the kernel proves: an edit that
keeps all names, in a line with enough in it that this is no accident. If the doubt is only that the line
itself says what one of its names is, that rules it out, and the refutation is told; any other doubt stays,
and so does the status.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from verify_derivations.decide import doubted
from verify_derivations.meant import is_meant_of_all, printed
from verify_derivations.model import Alternative, Claim, Repair, Status, Suspicion, Verdict
from verify_derivations.repair.search import Wrong
from verify_derivations.results import StepResult
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply, Entry, Symbol, Term

LEAST_PRINTED = 8
"""Names and numbers on both sides together: a line with fewer is one edit away from too much that is true."""


@dataclass(frozen=True)
class Suspect:
    """A statement whose refutation is not told: its verdict, the doubt in words, what is to be mended.

    `settled`: the doubt is only that the statement says itself what a name is. One that is a misprint away
    from what holds whatever the name is does not say so. `solved`: it is only that it may be there to be
    solved; one that is a slip away from an identity is not.
    """

    refuted: Verdict
    words: str
    wrong: Wrong
    settled: bool
    solved: bool


def suspects(
    steps: Sequence[StepResult], place: int, verdict_of: Callable[[Claim], Verdict]
) -> tuple[Suspect, ...]:
    """What may be an error in a step: against the head of its chain, and against the line before.

    Args:
        steps: the results of all steps.
        place: the number of the step.
        verdict_of: the verdicts of its claims, and of the other ways to read them.
    """
    result = steps[place]
    step = result.step
    if result.status is not Status.NOT_UNDERSTOOD or step.unreadable is not None:
        return ()
    pairs = ((step.claim, step.alternatives), (step.local, step.local_alternatives))
    found = list[Suspect]()
    for claim, alternatives in pairs:
        if claim is None:
            continue
        refuted = verdict_of(claim)
        doubts = doubted(refuted, alternatives, verdict_of)
        solved = bool(doubts) and all(doubt.solvable for doubt in doubts)
        if doubts and (solved or _is_weighty(claim)):
            settled = claim is step.claim and all(doubt.settling for doubt in doubts)
            wrong = replace(_wrong(steps, place, claim), alternatives=(alternatives,), misprints=not solved)
            found.append(Suspect(refuted, doubts[0].words, wrong, settled, solved))
    return tuple(found)


def suspicion_of(
    claim: Claim,
    alternatives: Sequence[Alternative],
    verdict_of: Callable[[Claim], Verdict],
    repair_of: Callable[[Wrong], Repair | None],
) -> Suspicion | None:
    """What speaks for an error in a statement that stands by itself and whose refutation is not told.

    Args:
        claim: the statement as read.
        alternatives: the other ways to understand it.
        verdict_of: the verdicts of all these.
        repair_of: what looks for the edit that would mend it.
    """
    refuted = verdict_of(claim)
    doubts = doubted(refuted, alternatives, verdict_of)
    if not doubts or not _is_weighty(claim):
        return None
    repair = repair_of(Wrong((claim,), misprints=True, alternatives=(tuple(alternatives),)))
    return None if repair is None else Suspicion(claim, refuted, doubts[0].words, repair)


def with_suspicion(
    result: StepResult, found: Sequence[Suspect], repair_of: Callable[[Wrong], Repair | None]
) -> StepResult:
    """The result of a step with what the first repair makes of its suspects: a suspicion, or a refutation."""
    for one in found:
        repair = repair_of(one.wrong)
        if repair is None:
            continue
        if one.solved and not is_meant_of_all(one.wrong.claims[0], repair):
            continue
        if one.settled and not repair.unless:
            return replace(result, verdict=one.refuted, repair=repair)
        return replace(result, suspicion=Suspicion(one.wrong.claims[0], one.refuted, one.words, repair))
    return result


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
    if claim.relation != "=" or printed(claim.lhs) + printed(claim.rhs) < LEAST_PRINTED:
        return False
    defined = {definition.head for definition in claim.context.definitions}
    return not any(_is_name(side) and side not in defined for side in (claim.lhs, claim.rhs))


def _is_name(side: Term) -> bool:
    """A symbol, an entry, or a value of an unknown function."""
    return isinstance(side, Symbol | Entry) or (isinstance(side, Apply) and side.function not in FUNCTIONS)


__all__ = ["Suspect", "suspects", "suspicion_of", "with_suspicion"]
