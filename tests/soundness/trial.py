"""One claim on trial: prover, refuter, forger and all together, against the independent judge."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from random import Random

from generate import Case
from judge_independently import Pair

from verify_derivations.certificate import Argument, Counterexample, Lemma, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget, Capacity, DividedByZero
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.counterexamples.witness import sides_at
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.model import Claim, Status
from verify_derivations.prove.canonical import Mode, Restart, Search
from verify_derivations.prove.search import prove
from verify_derivations.refute.points import points
from verify_derivations.refute.sampling import search
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Term

POINTS = 24
DEFECTS = ("raised", "own bug")
"""What is said where the software fails without a wrong verdict."""


@dataclass(frozen=True)
class Outcome:
    """What was said of a claim, and why that is wrong, if it is."""

    said: str
    failure: str = ""


def read(claim: Claim) -> Statement | None:
    """What the claim means; None where it means nothing (a derivative that is not known)."""
    try:
        return statement(claim)
    except TermError:
        return None


def place_to_start(s: Statement) -> Counterexample:
    """A point at which the sides agree, or are at least defined: what the sampling would hand the provers."""
    defined = None
    first = Counterexample(next(points(s.symbols, s.domains, 1)))
    for point in points(s.symbols, s.domains, POINTS):
        candidate = Counterexample(point)
        try:
            lhs, rhs = sides_at(s, candidate)
        except (CertificateError, TermError, ArithmeticError):
            continue
        if (lhs - rhs).contains(0):
            return candidate
        defined = defined or candidate
    return defined or first


def argument_without_sampling(s: Statement, seconds: float) -> Argument | None:
    """What the provers find and the kernel's rules accept when nobody looks for counterexamples."""
    argument = prove(s, time.perf_counter() + seconds, place_to_start(s))
    return argument if argument is not None and is_accepted(s, argument) else None


def prover_alone(case: Case, rng: Random, seconds: float) -> Outcome:
    """A proof of a pair that differs somewhere is a failure."""
    s = read(case.claim)
    if s is None:
        return Outcome("nothing")
    argument = argument_without_sampling(s, seconds)
    if argument is None:
        return Outcome("no proof")
    at = Pair(case.claim).counterexample(rng)
    if at is None:
        return Outcome("proof")
    return Outcome("proof", f"proved by {type(argument).__name__}, but it fails at {shown(at)}: {case}")


def refuter_alone(case: Case, rng: Random, seconds: float) -> Outcome:
    """A refutation of a true pair, or one at a point where the sides agree, is a failure."""
    s = read(case.claim)
    if s is None:
        return Outcome("nothing")
    found = search(s, time.perf_counter() + seconds, enough=12, tries=30).counterexample
    if found is None:
        return Outcome("not refuted")
    return Outcome("refuted", why_not_refuted(case, found))


def why_not_refuted(case: Case, found: Counterexample) -> str:
    """Why a refutation is wrong, "" if nothing speaks against it."""
    if case.kind == "true":
        return f"refuted at {shown(dict(found.point))}, but it is true: {case}"
    if Pair(case.claim).differ(dict(found.point)) is False:
        return f"refuted at {shown(dict(found.point))}, where the sides agree: {case}"
    return ""


# ---- forged certificates -------------------------------------------------------------------------
def forger(case: Case, rng: Random, seconds: float) -> Outcome:
    """An argument that the kernel accepts for a pair that differs somewhere is a failure."""
    s = read(case.claim)
    if s is None:
        return Outcome("nothing")
    accepted = [argument for argument in forgeries(case, s, seconds) if is_accepted(s, argument)]
    if not accepted:
        return Outcome("turned down")
    at = Pair(case.claim).counterexample(rng)
    if at is None:
        return Outcome("accepted")
    return Outcome("accepted", f"{accepted[0]} is accepted, but it fails at {shown(at)}: {case}")


def forgeries(case: Case, s: Statement, seconds: float) -> Iterator[Argument]:
    """Arguments that would be right if more were known than is."""
    for domain in (DOMAINS["positive"], DOMAINS["unit"], DOMAINS["negative"]):
        narrow = replace(s, domains=dict.fromkeys(s.domains, domain), complex_values=False)
        argument = prove(narrow, time.perf_counter() + seconds, place_to_start(narrow))
        if argument is not None:
            yield argument
    known = lemmas_met(s, seconds)
    for rule in RULES:
        for left, right in wishes(s.lhs, s.rhs):
            yield Rewriting((*known, Lemma(rule, left, right)))
            yield Rewriting((Lemma(rule, left, right),))


def wishes(left: Term, right: Term) -> Iterator[tuple[Term, Term]]:
    """The two sides, and the parts in which they differ, as lemmas in both directions."""
    if left is right:
        return
    yield left, right
    yield right, left
    if type(left) is type(right) and len(left.children) == len(right.children):
        for one, other in zip(left.children, right.children, strict=True):
            yield from wishes(one, other)


def lemmas_met(s: Statement, seconds: float) -> tuple[Lemma, ...]:
    """What the canonical form of both sides needs, whether or not the two are equal."""
    search_ = Search(s, 64, {}, time.perf_counter() + seconds, Mode())
    with suppress(CertificateError, TermError, Budget, Capacity, DividedByZero, Restart, RecursionError):
        search_.run()
    return tuple(search_.lemmas)


def is_accepted(s: Statement, argument: Argument) -> bool:
    try:
        check_argument(s, argument)
    except (CertificateError, TermError, Budget, Capacity, DividedByZero, ArithmeticError, RecursionError):
        return False
    return True


# ---- everything ----------------------------------------------------------------------------------
def both(case: Case, rng: Random, seconds: float) -> Outcome:
    """The verdict."""
    verdict = decide(case.claim, seconds=seconds)
    if verdict.reason.startswith("a bug of this software"):
        return Outcome("own bug", f"{verdict.reason}: {case}")
    if verdict.status is Status.PROVED:
        at = Pair(case.claim).counterexample(rng)
        if at is not None:
            return Outcome("proved", f"proved, but it fails at {shown(at)}: {case}")
    if verdict.status is Status.REFUTED and isinstance(verdict.certificate, Counterexample):
        return Outcome("refuted", why_not_refuted(case, verdict.certificate))
    if verdict.status is Status.VACUOUS:
        return Outcome("vacuous", why_not_vacuous(case))
    return Outcome(str(verdict.status))


def why_not_vacuous(case: Case) -> str:
    """Why a statement is about something, "" if no point is found at which both sides have a value."""
    s = read(case.claim)
    for point in points(s.symbols, s.domains, POINTS) if s is not None else ():
        if Pair(case.claim).differ(dict(point)) is not None:
            return f"called vacuous, but it has values at {shown(dict(point))}: {case}"
    return ""


def shown(point: dict[str, tuple[Fraction, Fraction]]) -> str:
    """A point in words."""
    return ", ".join(f"{n} = {re}" + (f" + {im}*I" if im else "") for n, (re, im) in sorted(point.items()))


def tried(name: str, case: Case, rng: Random, seconds: float) -> Outcome:
    """The outcome of a trial; that the software raises is a failure like another."""
    try:
        return TRIALS[name](case, rng, seconds)
    except Exception as error:  # whatever escapes is the finding; the run goes on
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Outcome("raised", f"raised {type(error).__name__}: {error} ({where}): {case}")


TRIALS = {"prover alone": prover_alone, "refuter alone": refuter_alone, "forger": forger, "both": both}
"""All ways to try a claim, by name."""
