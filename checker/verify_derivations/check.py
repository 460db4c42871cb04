"""From documents to a report: every claim is decided in a worker, then the steps are put together."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from verify_derivations.chains import with_origins
from verify_derivations.decide import BUDGET_SECONDS, agreed, decide, mend, points_for, told_of_sizes
from verify_derivations.model import (
    Alternative,
    Claim,
    Derivation,
    Document,
    Kind,
    Repair,
    Status,
    Step,
    Verdict,
)
from verify_derivations.pool import Done, Outcome, Pool
from verify_derivations.repair.runs import wrong_runs
from verify_derivations.repair.search import Wrong
from verify_derivations.results import DerivationResult, DocumentResult, Origin, Report, StepResult
from verify_derivations.stages import Work, carried_out, carried_out_here
from verify_derivations.suspicions import Suspect, suspects, with_suspicion
from verify_derivations.term.arrays.matrix_notation import written_relation
from verify_derivations.term.notation.latex import relation_latex
from verify_derivations.version import __version__

Found = TypeVar("Found")

DECIDED = (Status.PROVED, Status.REFUTED, Status.VACUOUS)
"""The verdicts with which another way to read a statement has to agree."""


def check_documents(documents: Iterable[Document], *, jobs: int = 1, seconds: float | None = None) -> Report:
    """The report on what was read.

    Args:
        documents: what the readers made of the files, in order; those still to be read are read while the
            claims of those before it are decided.
        jobs: how many processes may work; the report does not depend on it.
        seconds: how long a claim may take before it is left undecided; `BUDGET_SECONDS` if nothing is said.
    """
    seconds = BUDGET_SECONDS if seconds is None else seconds
    read: list[Document] = []
    # all in processes that can be stopped; every claim is decided once
    with Pool("verify_derivations.check:work", jobs=jobs, seconds=seconds, fork=True) as pool:
        checked = iter(carried_out(map(_stages, _derivations(documents, read)), pool))
    results = tuple(DocumentResult(d, tuple(next(checked) for _ in d.derivations)) for d in read)
    return Report(results, tool_version=__version__)


def _derivations(documents: Iterable[Document], read: list[Document]) -> Iterator[Derivation]:
    """The derivations of all documents, which are collected in `read`."""
    for document in documents:
        read.append(document)
        yield from document.derivations


Task = Claim | Wrong
"""What a worker is asked: whether a claim holds, or what would mend wrong ones."""


def _stages(derivation: Derivation) -> Work[Task, DerivationResult]:
    """A derivation is checked: its claims, where that matters the other ways to read them, then what would
    mend what is wrong or looks so."""
    outcomes = yield [claim for claim, _ in _readings(derivation)]
    readings = [partial(_agreed, *pair) for pair in _readings(derivation)]
    _, outcomes = yield from _in_rounds(readings, outcomes)

    def verdict_of(claim: Claim) -> Verdict:
        return outcome_verdict(outcomes[claim])

    def repairs_of(wrong: Wrong) -> tuple[Repair | None, ...]:
        outcome = outcomes[wrong]
        return outcome.value if isinstance(outcome, Done) else ()

    result = _checked(derivation, verdict_of)
    outcomes = yield [wrong for _, wrong in wrong_runs(result.steps)]
    result = _with_repairs(result, repairs_of)
    looks = [partial(suspects, result.steps, place) for place in range(len(result.steps))]
    found, outcomes = yield from _in_rounds(looks, outcomes)
    outcomes = yield [one.wrong for several in found for one in several]
    return _with_suspicions(result, found, repairs_of)


def _with_repairs(
    result: DerivationResult, repairs_of: Callable[[Wrong], tuple[Repair | None, ...]]
) -> DerivationResult:
    """A derivation's result with the edits that would mend its wrong steps."""
    steps = list(result.steps)
    for places, wrong in wrong_runs(result.steps):
        for place, repair in zip(places, repairs_of(wrong), strict=False):  # none at all where time ran out
            steps[place] = _repaired(steps[place], repair)
    return replace(result, steps=tuple(steps))


def _repaired(result: StepResult, repair: Repair | None) -> StepResult:
    """The result with its repair; what a bracket would make a proved statement is not just unread."""
    verdict = result.verdict
    if repair is not None and verdict is not None and verdict.status is Status.NOT_UNDERSTOOD:
        verdict = Verdict(Status.ILL_FORMED, reason=verdict.reason)
    return replace(result, repair=repair, verdict=verdict)


def _with_suspicions(
    result: DerivationResult,
    found: Sequence[tuple[Suspect, ...]],
    repairs_of: Callable[[Wrong], tuple[Repair | None, ...]],
) -> DerivationResult:
    """A derivation's result with what was found of its steps; what is told now may bring an error in."""

    def first_repair(wrong: Wrong) -> Repair | None:
        return next(iter(repairs_of(wrong)), None)

    steps = [with_suspicion(step, own, first_repair) for step, own in zip(result.steps, found, strict=True)]
    told = any(new.status is not old.status for new, old in zip(steps, result.steps, strict=True))
    return replace(result, steps=_carried_on(with_origins(steps)) if told else tuple(steps))


class _Unanswered(Exception):
    """A claim about which something has to be known first."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim


def _in_rounds(
    questions: Sequence[Callable[[Callable[[Claim], Verdict]], Found]], outcomes: Mapping[Task, Outcome]
) -> Generator[Sequence[Task], Mapping[Task, Outcome], tuple[list[Found], Mapping[Task, Outcome]]]:
    """What questions about verdicts come to, and all outcomes.

    In each round every question asks for the claim that it needs next.

    Most other ways to read a statement need not be decided, as one before them settles what is said.
    """

    def verdict_of(claim: Claim) -> Verdict:
        if claim not in outcomes:
            raise _Unanswered(claim)
        return outcome_verdict(outcomes[claim])

    while True:
        found, wanted = list[Found](), list[Task]()
        for question in questions:
            try:
                found.append(question(verdict_of))
            except _Unanswered as unanswered:
                wanted.append(unanswered.claim)
        if not wanted:
            return found, outcomes
        outcomes = yield wanted


def _readings(derivation: Derivation) -> Iterator[tuple[Claim, tuple[Alternative, ...]]]:
    """The claims of a derivation's steps, each with the other ways to read it."""
    for step in derivation.steps:
        if step.kind is Kind.CLAIM and step.unreadable is None:
            pairs = ((step.claim, step.alternatives), (step.local, step.local_alternatives))
            yield from ((claim, others) for claim, others in pairs if claim is not None)


def _agreed(
    claim: Claim, alternatives: Sequence[Alternative], verdict_of: Callable[[Claim], Verdict]
) -> Verdict:
    """The verdict of a claim, if every other way to read it gets the same."""
    return agreed(verdict_of(claim), alternatives, verdict_of)


def work(task: Task, seconds: float) -> Verdict | tuple[Repair | None, ...]:
    """What a worker process does: it decides a claim, or looks for what would mend wrong ones."""
    if isinstance(task, Wrong):
        return mend(task, seconds=seconds)
    return told_of_sizes(task, decide(task, seconds=seconds))


def outcome_verdict(outcome: Outcome) -> Verdict:
    """The verdict that came back from a worker; undecided where it had to be stopped."""
    if isinstance(outcome, Done):
        verdict: Verdict = outcome.value
        return verdict
    return Verdict(Status.UNDECIDED, reason=outcome.reason)


def check_derivation(derivation: Derivation) -> DerivationResult:
    """The verdicts of a derivation's steps and what would mend the wrong ones, found here and now.

    Args:
        derivation: what is checked.
    """
    return carried_out_here(_stages(derivation), lambda task: Done(work(task, BUDGET_SECONDS)))


def _checked(derivation: Derivation, verdict_of: Callable[[Claim], Verdict]) -> DerivationResult:
    """The verdicts of a derivation's steps, each against its neighbour and against the head of its chain."""
    results = [check_step(step, verdict_of=verdict_of) for step in derivation.steps]
    return DerivationResult(derivation, _carried_on(with_origins(results)))


def _carried_on(results: Sequence[StepResult]) -> tuple[StepResult, ...]:
    """In a document, the lines that carry on an error that is expected are expected to."""
    culprits: dict[str | None, Step] = {}
    out: list[StepResult] = []
    for result in results:
        step = result.step
        culprit = culprits.get(step.chain)
        if result.origin is Origin.INTRODUCED:
            culprits[step.chain] = step
        elif (
            result.origin is Origin.INHERITED
            and step.by_itself
            and step.expect is None
            and culprit is not None
            and culprit.expect is Status.REFUTED
        ):
            step = replace(step, expect=Status.REFUTED, wrong=f"it carries on: {culprit.wrong}")
            result = replace(result, step=step)
        out.append(result)
    return tuple(out)


def check_step(step: Step, *, verdict_of: Callable[[Claim], Verdict] | None = None) -> StepResult:
    """The verdict of one step."""
    verdict_of = verdict_of or decide
    if step.unreadable is not None:
        status, reason = step.unreadable
        return StepResult(step, Verdict(status, reason=reason))
    if step.claim is None:
        return StepResult(step, None)
    if step.kind is not Kind.CLAIM:
        return StepResult(step, None, read_as=_read_as(step.claim))
    verdict = _agreed(step.claim, step.alternatives, verdict_of)
    local = None
    if step.local is not None:
        local = _agreed(step.local, step.local_alternatives, verdict_of)
    unsettled = step.by_itself and verdict.status not in DECIDED
    if unsettled and step.local is not None and local is not None and local.status in DECIDED:
        return StepResult(_restarted(step, step.local), local, read_as=_read_as(step.local))
    return StepResult(step, verdict, local, read_as=_read_as(step.claim))


def _restarted(step: Step, local: Claim) -> Step:
    """The step as the first of a chain of its own, from the line before."""
    return replace(
        step,
        claim=local,
        alternatives=step.local_alternatives,
        local=None,
        local_alternatives=(),
        chain=f"{step.chain}>{step.id}",
    )


def _read_as(claim: Claim) -> str:
    """The claim as LaTeX: in matrices where some are written out, else entry by entry."""
    sides = (claim.lhs, claim.relation, claim.rhs)
    shapes = {array.name: array.shape for array in claim.context.arrays}
    written = written_relation(sides, claim.context.indices, shapes) if claim.context.indices else None
    return written or relation_latex(*sides)


__all__ = [
    "agreed",
    "check_derivation",
    "check_documents",
    "check_step",
    "decide",
    "mend",
    "outcome_verdict",
    "points_for",
]
