"""From documents to a report: every claim is decided in a worker, then the steps are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from verify_derivations.chains import with_origins
from verify_derivations.decide import BUDGET_SECONDS, agreed, decide, mend, points_for, told_of_sizes
from verify_derivations.model import (
    Claim,
    Derivation,
    DerivationResult,
    Document,
    DocumentResult,
    Kind,
    Origin,
    Repair,
    Report,
    Status,
    Step,
    StepResult,
    Verdict,
)
from verify_derivations.pool import Done, Outcome, Pool
from verify_derivations.repair.runs import wrong_runs
from verify_derivations.repair.search import Wrong
from verify_derivations.suspicions import Suspect, suspects, with_suspicion
from verify_derivations.term.latex import relation_latex
from verify_derivations.version import __version__

DECIDED = (Status.PROVED, Status.REFUTED, Status.VACUOUS)
"""The verdicts with which another way to read a statement has to agree."""


def check_documents(documents: Sequence[Document], *, jobs: int = 1, seconds: float | None = None) -> Report:
    """The report on what was read.

    Args:
        documents: what the readers made of the files, in order.
        jobs: how many processes may work; the report does not depend on it.
        seconds: how long a claim may take before it is left undecided; `BUDGET_SECONDS` if nothing is said.
    """
    claims = list(dict.fromkeys(claim for d in documents for claim in _claims(d)))
    if not claims and not any(step.variants for d in documents for x in d.derivations for step in x.steps):
        return Report(_results(documents, {}), tool_version=__version__)
    seconds = BUDGET_SECONDS if seconds is None else seconds
    # all in processes that can be stopped; every claim is decided once
    with Pool("verify_derivations.check:work", jobs=jobs, seconds=seconds, fork=True) as pool:
        verdicts = {c: outcome_verdict(o) for c, o in zip(claims, pool.map(claims), strict=True)}
        others = list(dict.fromkeys(c for d in documents for c in _other_readings(d, verdicts)))
        verdicts |= {c: outcome_verdict(o) for c, o in zip(others, pool.map(others), strict=True)}
        results = _mended(_results(documents, verdicts), pool)
        results = _suspected(results, verdicts.__getitem__, pool)
    return Report(results, tool_version=__version__)


def _results(documents: Sequence[Document], verdicts: dict[Claim, Verdict]) -> tuple[DocumentResult, ...]:
    return tuple(
        DocumentResult(d, tuple(_checked(x, verdicts.__getitem__) for x in d.derivations)) for d in documents
    )


def _mended(results: tuple[DocumentResult, ...], pool: Pool) -> tuple[DocumentResult, ...]:
    """The same results, the refuted ones with the edits that would mend them."""
    runs = [run for document in results for d in document.derivations for run in wrong_runs(d.steps)]
    outcomes = pool.map([wrong for _, wrong in runs]) if runs else ()
    found = iter([o.value if isinstance(o, Done) else () for o in outcomes])
    return tuple(
        replace(document, derivations=tuple(_with_repairs(d, found) for d in document.derivations))
        for document in results
    )


def _with_repairs(result: DerivationResult, found: Iterator[tuple[Repair | None, ...]]) -> DerivationResult:
    """A derivation's result with its repairs, which are the next of those found."""
    steps = list(result.steps)
    for places, _ in wrong_runs(result.steps):
        for place, repair in zip(places, next(found), strict=False):  # none at all where time ran out
            steps[place] = _repaired(steps[place], repair)
    return replace(result, steps=tuple(steps))


def _repaired(result: StepResult, repair: Repair | None) -> StepResult:
    """The result with its repair; what a bracket would make a proved statement is not just unread."""
    verdict = result.verdict
    if repair is not None and verdict is not None and verdict.status is Status.NOT_UNDERSTOOD:
        verdict = Verdict(Status.ILL_FORMED, reason=verdict.reason)
    return replace(result, repair=repair, verdict=verdict)


def _suspected(
    results: tuple[DocumentResult, ...], verdict_of: Callable[[Claim], Verdict], pool: Pool
) -> tuple[DocumentResult, ...]:
    """The same results, with what looks wrong among that which is not understood."""
    derivations = [d for document in results for d in document.derivations]
    steps = [(d.steps, k) for d in derivations for k in range(len(d.steps))]
    found = [suspects(own, k, verdict_of) for own, k in steps]
    tasks = list(dict.fromkeys(one.wrong for several in found for one in several))
    if not tasks:
        return results
    outcomes = zip(tasks, pool.map(tasks), strict=True)
    mended = {task: outcome.value[0] for task, outcome in outcomes if isinstance(outcome, Done)}
    each = iter(found)
    return tuple(
        replace(
            document, derivations=tuple(_with_suspicions(d, each, mended.get) for d in document.derivations)
        )
        for document in results
    )


def _with_suspicions(
    result: DerivationResult,
    found: Iterator[tuple[Suspect, ...]],
    repair_of: Callable[[Wrong], Repair | None],
) -> DerivationResult:
    """A derivation's result with what was found of its steps; what is told now may bring an error in."""
    steps = [with_suspicion(step, next(found), repair_of) for step in result.steps]
    told = any(new.status is not old.status for new, old in zip(steps, result.steps, strict=True))
    return replace(result, steps=_carried_on(with_origins(steps)) if told else tuple(steps))


def _claims(document: Document) -> Iterator[Claim]:
    for derivation in document.derivations:
        for step in derivation.steps:
            if step.kind is Kind.CLAIM and step.unreadable is None:
                yield from (claim for claim in (step.claim, step.local) if claim is not None)


def _other_readings(document: Document, verdicts: dict[Claim, Verdict]) -> Iterator[Claim]:
    """The claims that steps make if they are read in another way, where that can change what is said."""
    for derivation in document.derivations:
        for step in derivation.steps:
            pairs = ((step.claim, step.alternatives), (step.local, step.local_alternatives))
            for claim, alternatives in pairs:
                if claim in verdicts and verdicts[claim].status in DECIDED:
                    proved = verdicts[claim].status is Status.PROVED
                    yield from (
                        other.claim
                        for other in alternatives
                        if other.claim is not None
                        and other.claim not in verdicts
                        and not (proved and other.covered)
                    )


def work(task: Claim | Wrong, seconds: float) -> Verdict | tuple[Repair | None, ...]:
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
    result = _checked(derivation, lambda claim: told_of_sizes(claim, decide(claim)))
    return _with_repairs(result, (mend(wrong) for _, wrong in wrong_runs(result.steps)))


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
    verdict = agreed(verdict_of(step.claim), step.alternatives, verdict_of)
    local = None
    if step.local is not None:
        local = agreed(verdict_of(step.local), step.local_alternatives, verdict_of)
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
    return relation_latex(claim.lhs, claim.relation, claim.rhs)


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
