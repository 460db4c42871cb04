"""From documents to a report: every claim is decided in a worker, then the steps are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from verify_derivations.chains import with_origins
from verify_derivations.decide import BUDGET_SECONDS, agreed, decide, mend, points_for
from verify_derivations.model import (
    Claim,
    Derivation,
    DerivationResult,
    Document,
    DocumentResult,
    Kind,
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
from verify_derivations.term.latex import relation_latex
from verify_derivations.version import __version__


def check_documents(documents: Sequence[Document], *, jobs: int = 1) -> Report:
    """The report on what was read.

    Args:
        documents: what the readers made of the files, in order.
        jobs: how many processes may work; the report does not depend on it.
    """
    claims = list(dict.fromkeys(claim for d in documents for claim in _claims(d)))
    if not claims:
        return Report(_results(documents, {}), tool_version=__version__)
    # all in processes that can be stopped; every claim is decided once
    with Pool("verify_derivations.check:work", jobs=jobs, seconds=BUDGET_SECONDS, fork=True) as pool:
        verdicts = {c: outcome_verdict(o) for c, o in zip(claims, pool.map(claims), strict=True)}
        results = _mended(_results(documents, verdicts), pool)
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
            steps[place] = replace(steps[place], repair=repair)
    return replace(result, steps=tuple(steps))


def _claims(document: Document) -> Iterator[Claim]:
    for derivation in document.derivations:
        for step in derivation.steps:
            if step.kind is Kind.CLAIM and step.unreadable is None:
                yield from (claim for claim in (step.claim, step.local) if claim is not None)


def work(task: Claim | Wrong, seconds: float) -> Verdict | tuple[Repair | None, ...]:
    """What a worker process does: it decides a claim, or looks for what would mend wrong ones."""
    if isinstance(task, Wrong):
        return mend(task, seconds=seconds)
    return decide(task, seconds=seconds)


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
    result = _checked(derivation, decide)
    return _with_repairs(result, (mend(wrong) for _, wrong in wrong_runs(result.steps)))


def _checked(derivation: Derivation, verdict_of: Callable[[Claim], Verdict]) -> DerivationResult:
    """The verdicts of a derivation's steps, each against its neighbour and against the head of its chain."""
    results = [check_step(step, verdict_of=verdict_of) for step in derivation.steps]
    return DerivationResult(derivation, with_origins(results))


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
    verdict = verdict_of(step.claim)
    local = verdict_of(step.local) if step.local is not None else None
    return StepResult(step, verdict, local, read_as=_read_as(step.claim))


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
