"""From documents to a report: every claim goes to the refuters, then to the provers, then to the kernel."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from verify_derivations.certificate import (
    Apart,
    Argument,
    Between,
    Cases,
    ConstantDifference,
    Counterexample,
    Defined,
    Either,
    EmptyDomain,
    Enclosed,
    Exponentials,
    Exponentiated,
    Generalised,
    Least,
    LimitValue,
    Multiplied,
    Natural,
    NoLimit,
    Order,
    Ordered,
    Powers,
    Proof,
    Raised,
    Regions,
    Replaced,
    Rewriting,
    Sign,
    Slope,
    Split,
    Turn,
    WithLimits,
)
from verify_derivations.chains import with_origins
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel import judge
from verify_derivations.kernel.continuity import holds_everywhere
from verify_derivations.kernel.limits import same_infinity, with_values
from verify_derivations.kernel.relations import RELATIONS
from verify_derivations.kernel.statement import DEFINED, Statement, statement
from verify_derivations.model import (
    Alternative,
    Claim,
    Derivation,
    DerivationResult,
    Document,
    DocumentResult,
    Kind,
    Reading,
    Repair,
    Report,
    Status,
    Step,
    StepResult,
    Verdict,
)
from verify_derivations.pool import Done, Outcome, Pool
from verify_derivations.prove.limits import limit_values
from verify_derivations.prove.order import prove_order
from verify_derivations.prove.search import ALL, QUICK, THOROUGH, prove
from verify_derivations.prove.vacuity import never_defined
from verify_derivations.refute.descent import descend
from verify_derivations.refute.independent import disagrees
from verify_derivations.refute.limits import refute_with_limits
from verify_derivations.refute.points import points
from verify_derivations.refute.sampling import TRIES, Finding, candidates, search
from verify_derivations.refute.undefined import undefined_point
from verify_derivations.repair.runs import wrong_runs
from verify_derivations.repair.search import Wrong, repairs
from verify_derivations.term.conditions import Requirement
from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.latex import latex, relation_latex
from verify_derivations.term.limit import has_limits
from verify_derivations.term.nodes import Apply, Term, free_symbols, subterms
from verify_derivations.term.text import text
from verify_derivations.term.unknown import unknown_functions
from verify_derivations.version import __version__

BUDGET_SECONDS = 10.0
"""How long a claim may take before it is left undecided."""


FIRST_POINTS = 2
"""So many points at which the sides agree are enough to look for a proof."""


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


# ---- one claim -------------------------------------------------------------------------------------
def decide(claim: Claim, *, seconds: float = BUDGET_SECONDS) -> Verdict:
    """The verdict of one claim; never raises for a claim that is strange, hard or wrong.

    Args:
        claim: the claim in its context.
        seconds: its budget.
    """
    if claim.relation not in RELATIONS:
        return Verdict(Status.NOT_UNDERSTOOD, reason=f"nothing is known about the relation {claim.relation}")
    empty = [d.name for d in claim.context.declarations if d.domain.is_empty]
    if empty:
        return _judged(claim, EmptyDomain(empty[0]), "declarations")
    try:
        s = statement(claim)
    except TermError as error:
        return Verdict(Status.NOT_UNDERSTOOD, reason=error.message)
    except RecursionError:
        return Verdict(Status.UNDECIDED, reason="budget: the expression is nested too deeply")
    unknown = [name for name, _ in unknown_functions(s.lhs, s.rhs) if name not in claim.context.functions]
    if unknown:
        return Verdict(
            Status.NOT_UNDERSTOOD, reason=f"nothing is known about the function {', '.join(unknown)}"
        )
    disputed = _disputed(s)
    if disputed:
        return Verdict(Status.UNDECIDED, reason=disputed)
    limits = has_limits(s.lhs, s.rhs, *s.hypotheses)
    if limits and claim.relation != "=":
        return Verdict(Status.UNDECIDED, reason="a limit in an inequality cannot be decided yet")
    if limits:
        return _decide_limits(claim, s, time.perf_counter() + seconds)
    if claim.relation != "=":
        return _decide_order(claim, s, time.perf_counter() + seconds, seconds)
    return _decide(claim, s, time.perf_counter() + seconds, seconds)


def agreed(
    verdict: Verdict, alternatives: Sequence[Alternative], verdict_of: Callable[[Claim], Verdict]
) -> Verdict:
    """The verdict, if every other way to read the statement gets the same; else it is not understood."""
    if verdict.status not in (Status.PROVED, Status.REFUTED, Status.VACUOUS):
        return verdict
    for other in alternatives:
        if other.claim is None:
            agrees = other.covered and verdict.status is Status.PROVED
            found = "has no terms here"
        else:
            status = verdict_of(other.claim).status
            agrees, found = status is verdict.status, f"is {status}"
        if not agrees:
            return Verdict(
                Status.NOT_UNDERSTOOD,
                reason=f"it is {verdict.status} as read here, but if {other.words}, it {found}; "
                f"declare which is meant: {other.help}",
            )
    return verdict


def _disputed(s: Statement) -> str:
    """Why nothing can be said, where a function's value is a matter of convention."""
    for term in subterms(s.lhs, s.rhs):
        row = FUNCTIONS.get(term.function) if isinstance(term, Apply) else None
        for condition in row.convention if row else ():
            formula = condition.removesuffix(" > 0")
            inside = instantiate(formula, term.children)
            if not holds_everywhere(s, Requirement(inside, "> 0")):
                shown = text(inside)
                return f"the value of {text(term)} is a matter of convention unless {shown} > 0; declare it"
    return ""


def _decide(claim: Claim, s: Statement, deadline: float, seconds: float) -> Verdict:
    found = search(s, deadline, enough=FIRST_POINTS)
    if found.counterexample is not None:
        return _judged(claim, found.counterexample, "sampling")
    if not found.agreeing and not s.complex_values:
        found = search(s, deadline, after=found, tries=80)
        if not found.agreeing and found.counterexample is None:
            return _without_real_points(claim, deadline, seconds)
    verdict = _proved(claim, s, found, deadline, QUICK)
    if verdict is None:  # more points are cheaper than the other ways of proving
        found = search(s, deadline, after=found, enough=TRIES)
        verdict = _proved(claim, s, found, deadline, THOROUGH)
    if verdict is not None and (
        claim.context.reading is not Reading.DECLARED or s.complex_values or not verdict.conditions
    ):
        return verdict  # without conditions both sides are real on the whole declared domain
    if claim.context.reading is Reading.DECLARED and not s.complex_values:
        other = search(statement(principal(claim)), deadline, enough=8)
        if other.counterexample is not None:
            return _real_or_two_readings(claim, other.counterexample, verdict)
        if verdict is not None:
            return verdict
    if not found.agreeing and (nothing := never_defined(s, deadline)) is not None:
        return _judged(claim, nothing, "requirements")
    late = _late_counterexample(s, found, deadline)
    if late is not None:
        return _judged(claim, late, "sampling, more and finer")
    return Verdict(Status.UNDECIDED, reason=_why(found, deadline, seconds))


def _decide_order(claim: Claim, s: Statement, deadline: float, seconds: float) -> Verdict:
    """The verdict on a relation other than equality."""
    if s.complex_values and claim.relation != "!=":
        return Verdict(
            Status.NOT_UNDERSTOOD,
            reason=f"{claim.relation} is judged over the real numbers; a side may be complex",
        )
    found = search(s, deadline)
    if claim.relation == DEFINED:
        nowhere = undefined_point(s, deadline)
        if nowhere is not None:
            return _judged(claim, nowhere, "sampling")
    if not found.agreeing and found.counterexample is None:
        found = search(s, deadline, enough=4, tries=80)
    if found.counterexample is None:
        lower = found if not found.agreeing else descend(s, found.agreeing, deadline)
        found = lower if lower.counterexample is not None else found
    if found.counterexample is not None:
        return _judged(claim, found.counterexample, "sampling")
    if not found.agreeing:
        return Verdict(Status.UNDECIDED, reason=_why(found, deadline, seconds, claim.relation))
    order = prove_order(s, deadline)
    if order is not None:
        seen = found.agreeing[0]
        proof = Proof(order, seen.point, seen.precision, seen.functions)
        return _judged(claim, proof, NAMES_OF_ORDERS[type(order)])
    late = search(s, deadline, enough=240, tries=60)
    if late.counterexample is not None:
        return _judged(claim, late.counterexample, "sampling, more and finer")
    return Verdict(Status.UNDECIDED, reason=_why(found, deadline, seconds, claim.relation))


def _late_counterexample(s: Statement, found: Finding, deadline: float) -> Counterexample | None:
    """Where no proof was found: many points, then few at very high precision."""
    more = search(s, deadline, after=found, enough=240, tries=60)
    return more.counterexample or search(s, deadline, enough=2, finer=True).counterexample


def _decide_limits(claim: Claim, s: Statement, deadline: float) -> Verdict:
    """The verdict where limits or infinities occur: they are found first, then it is a claim like another."""

    def values_of(at: Statement) -> tuple[LimitValue, ...] | None:
        found = limit_values(at, deadline)
        return None if isinstance(found, NoLimit) else found

    values = limit_values(s, deadline)
    if isinstance(values, NoLimit):
        return _judged(claim, values, "expansions")
    after = with_values(s, values) if values is not None else None
    if after is not None and same_infinity(after):
        for point in points(after.symbols, after.domains, 4):
            verdict = _judged(claim, WithLimits(values or (), Proof(Rewriting(()), point)), "expansions")
            if verdict.status is Status.PROVED:
                return verdict
    found = Finding() if after is None or has_limits(after.lhs, after.rhs) else search(after, deadline)
    seen_to_differ = None if found.counterexample is None else [found.counterexample.point]
    if seen_to_differ or not found.agreeing:
        different = refute_with_limits(s, values_of, deadline, seen_to_differ)
        if different is not None:
            return _judged(claim, different, "expansions")
    if after is None or values is None:
        return Verdict(Status.UNDECIDED, reason="a limit was not found")
    argument = prove(after, deadline, found.agreeing[0]) if found.agreeing else None
    if argument is None:
        return Verdict(Status.UNDECIDED, reason=_why(found, deadline, BUDGET_SECONDS))
    seen = found.agreeing[0]
    proof = Proof(argument, seen.point, seen.precision, seen.functions)
    return _judged(claim, WithLimits(values, proof), "expansions, then " + NAMES_OF_ARGUMENTS[type(argument)])


def _proved(
    claim: Claim, s: Statement, found: Finding, deadline: float, provers: slice = ALL
) -> Verdict | None:
    """The verdict of the kernel on a proof, if one is found, or on a counterexample that was."""
    if found.counterexample is not None:
        return _judged(claim, found.counterexample, "sampling")
    if not found.agreeing:
        return None
    argument = prove(s, deadline, found.agreeing[0], provers)
    if argument is None:
        return None
    seen = found.agreeing[0]
    proof = Proof(argument, seen.point, seen.precision, seen.functions, seen.entries)
    if s.arrays and any(disagrees(claim, at) for at in found.agreeing[-1:]):
        return Verdict(Status.UNDECIDED, reason="a bug of this software: " + DISAGREEMENT)
    return _judged(claim, proof, NAMES_OF_ARGUMENTS[type(argument)])


DISAGREEMENT = "a proof was found, but the sides as written differ at a small instance"


def _real_or_two_readings(claim: Claim, other: Counterexample, verdict: Verdict | None) -> Verdict:
    """A point at which the principal values differ: a refutation if both sides are real there after all."""
    try:
        return judge(claim, other, found_by="sampling")
    except CertificateError:
        return Verdict(Status.UNDECIDED, reason=two_readings(other, verdict))


def principal(claim: Claim) -> Claim:
    """The claim read in the complex numbers."""
    return replace(claim, context=replace(claim.context, reading=Reading.PRINCIPAL))


def _without_real_points(claim: Claim, deadline: float, seconds: float) -> Verdict:
    """No point was found at which both sides are real; a proof for principal values covers real ones."""
    other = principal(claim)
    s = statement(other)
    found = search(s, deadline)
    declared = claim.context.reading is Reading.DECLARED
    verdict = (
        None if found.counterexample is not None and not declared else _proved(other, s, found, deadline)
    )
    if verdict is None:
        nothing = never_defined(statement(claim), deadline)
        if nothing is not None:
            return _judged(claim, nothing, "requirements")
    if found.counterexample is not None and not declared:
        return Verdict(Status.UNDECIDED, reason="no point was found at which both sides are real")
    if verdict is None and declared and found.agreeing:
        late = _late_counterexample(s, found, deadline)
        if late is not None:
            return _judged(other, late, "sampling, more and finer")
    if verdict is not None:
        return verdict
    why = "no point was found at which both sides are defined"
    if s.assumed:
        why = "no point was found that satisfies what is assumed and at which both sides are defined"
    return Verdict(Status.UNDECIDED, reason=_why(found, deadline, seconds) if found.agreeing else why)


def two_readings(other: Counterexample, verdict: Verdict | None) -> str:
    """What to say where the real numbers and the principal complex values disagree about a claim."""
    where = ", ".join(f"{name} = {value[0]}" for name, value in other.point)
    real = "it holds" if verdict is not None else "it may hold"
    return (
        f"{real} where both sides are real, but at {where} a side is not real and the principal complex"
        " values differ; declare the part of the domain that is meant, or declare the symbols complex"
    )


# ---- what would mend it ------------------------------------------------------------------------------
POINTS_OF_A_REPAIR = 24
"""Among so many points those are chosen at which edited claims are looked at."""


def mend(wrong: Wrong, *, seconds: float = BUDGET_SECONDS) -> tuple[Repair | None, ...]:
    """For each of the refuted claims a small edit with which the kernel proves it, if one is found.

    Args:
        wrong: claims that are refuted, with the lines around them.
        seconds: five times the time for each proof that is tried; what is found does not depend on it unless
            one of them takes longer.
    """
    return repairs(wrong, points_for, lambda claim: decide(claim, seconds=seconds / 5))


def points_for(claim: Claim, terms: Sequence[Term]) -> list[Counterexample]:
    """Points of the domain of a claim, for all symbols and arrays that an edit may bring in."""
    s = statement(claim)
    context = claim.context
    bodies = [t for d in context.definitions for t in (d.head, d.body)]
    wide = replace(s, arrays={a.name: a for a in context.arrays}, indices=dict(context.indices))
    names = {*wide.symbols, *free_symbols(*terms, *bodies)}
    wide = replace(wide, domains={**{name: context.domain(name) for name in sorted(names)}, **s.domains})
    unknown = unknown_functions(s.lhs, s.rhs, *s.differentiated, *terms)
    found = islice(candidates(wide, unknown, POINTS_OF_A_REPAIR), POINTS_OF_A_REPAIR)
    return [candidate for candidate in found if candidate is not None]


NAMES_OF_ARGUMENTS: dict[type[Argument], str] = {
    Rewriting: "canonical form",
    Exponentials: "canonical form of the exponentials",
    Powers: "canonical form of the powers",
    Turn: "angles modulo a turn",
    ConstantDifference: "derivatives and one point",
    Cases: "cases by sign",
    Regions: "the regions of expressions by cases",
    Replaced: "integrals and sums replaced",
    Multiplied: "multiplied by a matrix",
}
"""How the finder of a proof is called in a report."""

NAMES_OF_ORDERS: dict[type[Order], str] = {
    Sign: "the sign of the difference",
    Enclosed: "a ball over the domain",
    Ordered: "one side is larger",
    Exponentiated: "order of the exponentials",
    Raised: "order of the powers",
    Natural: "where the sides are defined",
    Split: "parts of the domain",
    Apart: "one value apart",
    Either: "cases by sign",
    Generalised: "range of a function",
    Least: "least value",
    Slope: "sign of the derivative",
    Defined: "what it requires",
    Between: "the ends of an interval",
}
"""The same for relations other than equality."""


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


def _why(found: Finding, deadline: float, seconds: float, relation: str = "=") -> str:
    """Why nothing could be decided, and what was seen."""
    if not found.agreeing:
        return "no point was found at which both sides are defined"
    count = len(found.agreeing)
    seen = f"the sides agree at {count} point{'s' * (count > 1)} to at least {found.digits} digits"
    if relation != "=":
        seen = f"it holds, or may hold, at {count} point{'s' * (count > 1)}"
    if time.perf_counter() > deadline:
        return f"budget ({seconds:g} s); {seen}"
    return f"no proof was found; {seen}"


__all__ = ["check_derivation", "check_documents", "check_step", "decide", "latex"]
