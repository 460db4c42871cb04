"""Equations: points first, then proofs, then more points; and in which numbers they are read."""

from __future__ import annotations

import time
from dataclasses import replace
from math import prod

from verify_derivations.certificate import (
    Counterexample,
    Diverges,
    NeverDefined,
    Proof,
)
from verify_derivations.decide.verdicts import NAMES_OF_ARGUMENTS, judged, why_not
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.model import (
    Claim,
    Reading,
    Status,
    Verdict,
)
from verify_derivations.prove.search import ALL, QUICK, THOROUGH, prove
from verify_derivations.refute.sampling import TRIES, Finding, search
from verify_derivations.term.syntax.nodes import Number

FIRST_POINTS = 2
"""So many points at which the sides agree are enough to look for a proof."""

FIRST_PLACES = 4
"""The same for statements with free indices: two values of them, at two instances."""

MOST_FIRST_PLACES = 12
"""No more than these where the values of the free indices are few and known: each is likely to be seen."""

PART = 2
"""The direct ways of proving get this part of the budget before more points are looked at."""


def first_points(s: Statement) -> int:
    """At how many points the sides have to agree before a proof is searched for."""
    if not s.indices:
        return FIRST_POINTS
    sizes = [size.value for size in s.indices.values() if isinstance(size, Number)]
    if len(sizes) < len(s.indices):
        return FIRST_PLACES
    return max(FIRST_PLACES, min(2 * int(prod(sizes)), MOST_FIRST_PLACES))


def decide_equation(claim: Claim, s: Statement, deadline: float, seconds: float) -> Verdict:
    found = search(s, deadline, enough=first_points(s))
    if found.counterexample is not None:
        return judged(claim, found.counterexample, "sampling")
    if not found.agreeing and not s.complex_values:
        found = search(s, deadline, after=found, tries=80)
        if not found.agreeing and found.counterexample is None:
            return without_real_points(claim, deadline, seconds)
    soon = time.perf_counter() + seconds / PART
    verdict = proved(claim, s, found, soon, QUICK)
    if verdict is None:  # more points are cheaper than the other ways of proving, or the rest of a long one
        was_stopped = time.perf_counter() > soon
        found = search(s, deadline, after=found, enough=TRIES)
        verdict = proved(claim, s, found, deadline, ALL if was_stopped else THOROUGH)
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
    if not found.agreeing and (nothing := _never_defined(s, deadline)) is not None:
        return judged(claim, nothing, "requirements")
    late = late_counterexample(s, found, deadline)
    if late is not None:
        return judged(claim, late, "sampling, more and finer")
    return Verdict(Status.UNDECIDED, reason=why_not(found, deadline, seconds))


def late_counterexample(s: Statement, found: Finding, deadline: float) -> Counterexample | None:
    """Where no proof was found: many points, then few at very high precision."""
    more = search(s, deadline, after=found, enough=240, tries=60)
    return more.counterexample or search(s, deadline, enough=2, finer=True).counterexample


def proved(
    claim: Claim, s: Statement, found: Finding, deadline: float, provers: slice = ALL
) -> Verdict | None:
    """The verdict of the kernel on a proof, if one is found, or on a counterexample that was."""
    if found.counterexample is not None:
        return judged(claim, found.counterexample, "sampling")
    if not found.agreeing:
        return None
    argument = prove(s, deadline, found.agreeing[0], provers)
    if argument is None:
        return None
    seen = found.agreeing[0]
    proof = Proof(argument, seen.point, seen.precision, seen.functions, seen.entries)
    if s.arrays and _disagrees(claim, seen):
        return Verdict(Status.UNDECIDED, reason="a bug of this software: " + DISAGREEMENT)
    return judged(claim, proof, NAMES_OF_ARGUMENTS[type(argument)])


def _disagrees(claim: Claim, seen: Counterexample) -> bool:
    from verify_derivations.refute.independent import disagrees  # only arrays are looked at twice

    return disagrees(claim, seen)


def _diverging(s: Statement, deadline: float) -> Diverges | None:
    from verify_derivations.prove.divergence import diverging  # few claims have no value anywhere

    return diverging(s, deadline)


def _never_defined(s: Statement, deadline: float) -> NeverDefined | None:
    from verify_derivations.prove.vacuity import never_defined

    return never_defined(s, deadline)


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


def without_real_points(claim: Claim, deadline: float, seconds: float) -> Verdict:
    """No point was found at which both sides are real; a proof for principal values covers real ones."""
    without_value = _diverging(statement(claim), deadline)
    if without_value is not None:
        return judged(claim, without_value, "comparison with 1/x")
    other = principal(claim)
    s = statement(other)
    found = search(s, deadline)
    declared = claim.context.reading is Reading.DECLARED
    verdict = None if found.counterexample is not None and not declared else proved(other, s, found, deadline)
    if verdict is None:
        nothing = _never_defined(statement(claim), deadline)
        if nothing is not None:
            return judged(claim, nothing, "requirements")
    if found.counterexample is not None and not declared:
        return Verdict(Status.UNDECIDED, reason="no point was found at which both sides are real")
    if verdict is None and declared and found.agreeing:
        late = late_counterexample(s, found, deadline)
        if late is not None:
            return judged(other, late, "sampling, more and finer")
    if verdict is not None:
        return verdict
    why = "no point was found at which both sides are defined"
    if s.assumed:
        why = "no point was found that satisfies what is assumed and at which both sides are defined"
    return Verdict(Status.UNDECIDED, reason=why_not(found, deadline, seconds) if found.agreeing else why)


def two_readings(other: Counterexample, verdict: Verdict | None) -> str:
    """What to say where the real numbers and the principal complex values disagree about a claim."""
    where = ", ".join(f"{name} = {value[0]}" for name, value in other.point)
    real = "it holds" if verdict is not None else "it may hold"
    return (
        f"{real} where both sides are real, but at {where} a side is not real and the principal complex"
        " values differ; declare the part of the domain that is meant, or declare the symbols complex"
    )
