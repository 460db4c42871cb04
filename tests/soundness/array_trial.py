"""A claim about arrays on trial: prover alone, refuter alone, a forger, all together, against the judge."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

from array_generate import Case
from array_instances import counterexample, drawn, sizes_of
from array_judge import differ
from array_numbers import Array
from trial import Outcome, is_accepted, lemmas_met, wishes

from verify_derivations.certificate import Argument, Counterexample, Lemma, Rewriting
from verify_derivations.check import decide
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.inference.matrix_rules import MATRIX_RULES
from verify_derivations.model import Claim, Status
from verify_derivations.prove.search import prove
from verify_derivations.read.records import read_record
from verify_derivations.refute.instances import instances
from verify_derivations.refute.sampling import search

STRONGER = ("sym", "spd", "inv", "orth", "simplex")
"""What a forger assumes of arrays of which it is not declared."""


def read(case: Case) -> tuple[Claim, Statement]:
    claim = read_record(case.record)
    return claim, statement(claim)


def place_to_start(s: Statement) -> Counterexample:
    """Some instance, whether or not the sides agree there."""
    return next(instances(s, 4))


def prover_alone(case: Case, rng: Random, seconds: float) -> Outcome:
    """A proof that the kernel's rules accept, of a claim that fails at an instance, is a failure."""
    _, s = read(case)
    argument = prove(s, time.perf_counter() + seconds, place_to_start(s))
    if argument is None or not is_accepted(s, argument):
        return Outcome("no proof")
    at = counterexample(case.record, rng)
    if at is None:
        return Outcome("proof")
    return Outcome("proof", f"proved by {type(argument).__name__}, but it fails at {at}: {case}")


def refuter_alone(case: Case, rng: Random, seconds: float) -> Outcome:
    """A refutation of two sides that are equal by laws, or at an instance where they agree, is a failure."""
    _, s = read(case)
    found = search(s, time.perf_counter() + seconds, enough=8, tries=16).counterexample
    if found is None:
        return Outcome("not refuted")
    return Outcome("refuted", why_not_refuted(case, found))


def why_not_refuted(case: Case, found: Counterexample) -> str:
    """Why a refutation is wrong, "" if nothing speaks against it."""
    if case.kind == "equal":
        return f"refuted at {found.point} {found.entries}, but it holds by laws: {case}"
    sizes, values = instance_of(case, found)
    if differ(case.record, sizes, values, dict(found.functions)) is False:
        return f"refuted at {found.point} {found.entries}, where the sides agree: {case}"
    return ""


def instance_of(case: Case, found: Counterexample) -> tuple[dict[str, int], dict[str, Array]]:
    """The instance of a certificate; what it leaves out does not matter, and is anything."""
    point = {name: real for name, (real, _) in found.point}
    entries = {(name, indices): value for name, indices, value in found.entries}
    sizes = {name: int(point.get(name, 1)) for name in sizes_of(case.record)}
    values = {}
    for name, what in case.record["symbols"].items():
        shape = [sizes[size] for size in what.get("shape") or []]
        places = product(*(range(1, size + 1) for size in shape))
        anything = drawn(shape, set(what.get("assume") or []), Random(0)).entries
        found_ = [entries.get((name, p)) if p else point.get(name) for p in places]
        values[name] = Array(
            tuple(shape), tuple(a if x is None else x for x, a in zip(found_, anything, strict=True))
        )
    return sizes, values


# ---- forged certificates -------------------------------------------------------------------------
def forger(case: Case, rng: Random, seconds: float) -> Outcome:
    """An argument that the kernel accepts for a claim that fails at an instance is a failure."""
    _, s = read(case)
    accepted = next((a for a in forgeries(s, rng, seconds) if is_accepted(s, a)), None)
    if accepted is None:
        return Outcome("turned down")
    at = counterexample(case.record, rng)
    if at is None:
        return Outcome("accepted")
    return Outcome("accepted", f"{accepted} is accepted, but it fails at {at}: {case}")


def forgeries(s: Statement, rng: Random, seconds: float) -> Iterator[Argument]:
    """Arguments that would be right if more were assumed than is; lemmas that say what is wished."""
    for word in STRONGER:
        square = {n: a for n, a in s.arrays.items() if word in ("orth", "simplex") or _is_square(a.shape)}
        arrays = {
            n: replace(a, assumed=(word,)) for n, a in square.items() if word != "orth" or len(a.shape) == 2
        }
        argument = prove(
            replace(s, arrays={**s.arrays, **arrays}), time.perf_counter() + seconds, place_to_start(s)
        )
        if argument is not None:
            yield argument
    known = lemmas_met(s, seconds)
    for rule in MATRIX_RULES:
        for left, right in wishes(s.lhs, s.rhs):
            yield Rewriting((*known, Lemma(rule, left, right)))


def _is_square(shape: tuple[object, ...]) -> bool:
    return len(shape) == 2 and shape[0] is shape[1]


# ---- everything ----------------------------------------------------------------------------------
def both(case: Case, rng: Random, seconds: float) -> Outcome:
    """The verdict."""
    claim, _ = read(case)
    verdict = decide(claim, seconds=seconds)
    if verdict.reason.startswith("a bug of this software"):
        return Outcome("own bug", f"{verdict.reason}: {case}")
    if verdict.status is Status.PROVED:
        at = counterexample(case.record, rng)
        if at is not None:
            return Outcome("proved", f"proved, but it fails at {at}: {case}")
    if verdict.status is Status.REFUTED and isinstance(verdict.certificate, Counterexample):
        return Outcome("refuted", why_not_refuted(case, verdict.certificate))
    return Outcome(str(verdict.status))


def tried(name: str, case: Case, rng: Random, seconds: float) -> Outcome:
    """The outcome of a trial; that the software raises is a failure like another."""
    try:
        return TRIALS[name](case, rng, seconds)
    except Exception as error:  # whatever escapes is the finding; the run goes on
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Outcome("raised", f"raised {type(error).__name__}: {error} ({where}): {case}")


TRIALS: dict[str, Callable[[Case, Random, float], Outcome]] = {
    "prover alone": prover_alone,
    "refuter alone": refuter_alone,
    "forger": forger,
    "both": both,
}
"""All ways to try a claim, by name."""
