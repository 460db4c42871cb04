"""From documents to a report: every claim goes to the refuters, then to the provers, then to the kernel."""

from __future__ import annotations

import time
from collections.abc import Sequence

from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel import judge
from verify_derivations.kernel.statement import Statement, statement
from verify_derivations.model import (
    Claim,
    Derivation,
    DerivationResult,
    Document,
    DocumentResult,
    Kind,
    Origin,
    Report,
    Proof,
    Status,
    Step,
    StepResult,
    Verdict,
)
from verify_derivations.prove.search import prove
from verify_derivations.refute.sampling import Finding, search
from verify_derivations.term.latex import latex, relation_latex
from verify_derivations.term.unknown import unknown_functions
from verify_derivations.version import __version__

BUDGET_SECONDS = 10.0
"""How long a claim may take before it is left undecided."""


def check_documents(documents: Sequence[Document], *, jobs: int = 1) -> Report:
    """The report on what was read.

    Args:
        documents: what the readers made of the files, in order.
        jobs: how many processes may work; the report does not depend on it.
    """
    return Report(tuple(_document(document) for document in documents), tool_version=__version__)


def _document(document: Document) -> DocumentResult:
    return DocumentResult(document, tuple(check_derivation(d) for d in document.derivations))


def check_derivation(derivation: Derivation) -> DerivationResult:
    """The verdicts of a derivation's steps, each against its neighbour and against the head of its chain."""
    results: list[StepResult] = []
    wrong_so_far: dict[str, bool] = {}
    for step in derivation.steps:
        result = check_step(step)
        if step.chain is not None and step.corrects is None:
            was_wrong = wrong_so_far.get(step.chain, False)
            result = _with_origin(result, was_wrong)
            if result.status is not None:
                wrong_so_far[step.chain] = result.status is not Status.PROVED
        results.append(result)
    return DerivationResult(derivation, tuple(results))


def check_step(step: Step) -> StepResult:
    """The verdict of one step."""
    if step.unreadable is not None:
        status, reason = step.unreadable
        return StepResult(step, Verdict(status, reason=reason))
    if step.claim is None:
        return StepResult(step, None)
    if step.kind is not Kind.CLAIM:
        return StepResult(step, None, read_as=_read_as(step.claim))
    verdict = decide(step.claim)
    local = decide(step.local) if step.local is not None else None
    return StepResult(step, verdict, local, read_as=_read_as(step.claim))


def _read_as(claim: Claim) -> str:
    return relation_latex(claim.lhs, claim.relation, claim.rhs)


def _with_origin(result: StepResult, was_wrong: bool) -> StepResult:
    """What the step does to its chain: introduce an error, carry one on, or undo it without saying so."""
    origin: Origin | None = None
    local = result.local.status if result.local else None
    if result.status is Status.REFUTED:
        origin = Origin.INHERITED if was_wrong and local is Status.PROVED else Origin.INTRODUCED
    elif result.status is Status.PROVED and local is Status.REFUTED:
        origin = Origin.REPAIRED
    return StepResult(result.step, result.verdict, result.local, origin, result.read_as)


# ---- one claim -------------------------------------------------------------------------------------
def decide(claim: Claim, *, seconds: float = BUDGET_SECONDS) -> Verdict:
    """The verdict of one claim; never raises for a claim that is strange, hard or wrong.

    Args:
        claim: the claim in its context.
        seconds: its budget.
    """
    if claim.relation != "=":
        return Verdict(Status.UNDECIDED, reason=f"no prover for the relation {claim.relation} yet")
    empty = [d.name for d in claim.context.declarations if d.domain.is_empty]
    if empty:
        return Verdict(
            Status.ILL_FORMED, reason=f"no value is left for {empty[0]}: its declared domain is empty"
        )
    try:
        s = statement(claim)
    except TermError as error:
        return Verdict(Status.NOT_UNDERSTOOD, reason=error.message)
    except RecursionError:
        return Verdict(Status.UNDECIDED, reason="budget: the expression is nested too deeply")
    unknown = [name for name, _ in unknown_functions(s.lhs, s.rhs) if name not in claim.context.functions]
    if unknown:
        return Verdict(Status.NOT_UNDERSTOOD, reason=f"nothing is known about the function {', '.join(unknown)}")
    return _decide(claim, s, time.perf_counter() + seconds)


def _decide(claim: Claim, s: Statement, deadline: float) -> Verdict:
    found = search(s, deadline)
    if found.counterexample is not None:
        return _judged(claim, found.counterexample, "sampling")
    if found.agreeing:
        argument = prove(s, deadline, found.agreeing[0])
        if argument is not None:
            seen = found.agreeing[0]
            proof = Proof(argument, seen.point, functions=seen.functions)
            return _judged(claim, proof, "canonical form")
        for late in (search(s, deadline, enough=40, tries=60), search(s, deadline, enough=2, finer=True)):
            if late.counterexample is not None:
                return _judged(claim, late.counterexample, "sampling, more and finer")
    return Verdict(Status.UNDECIDED, reason=_why(found, deadline))


def _judged(claim: Claim, certificate: object, found_by: str) -> Verdict:
    """The kernel's verdict; a certificate that it turns down is our own bug and is said to be."""
    try:
        return judge(claim, certificate, found_by=found_by)  # type: ignore[arg-type]
    except CertificateError as error:
        return Verdict(
            Status.UNDECIDED,
            reason=f"a bug of this software: the kernel turned down what {found_by} found ({error.message})",
            found_by=found_by,
        )


def _why(found: Finding, deadline: float) -> str:
    """Why nothing could be decided, and what was seen."""
    if not found.agreeing:
        return "no point was found at which both sides are defined"
    seen = f"the sides agree at {len(found.agreeing)} points to at least {found.digits} digits"
    if time.perf_counter() > deadline:
        return f"budget ({BUDGET_SECONDS:g} s); {seen}"
    return f"no proof was found; {seen}"


__all__ = ["check_derivation", "check_documents", "check_step", "decide", "latex"]
