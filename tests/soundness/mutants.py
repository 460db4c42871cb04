"""The mutation score: `python tests/soundness/mutants.py derivations`, true lines made wrong in every way.

Each line that is proved is edited by every row of the table of edits, at every place. Most of what comes out
is false and must be refuted. What is not refuted must be equal to the line as printed, and is then proved to
be; or have no value anywhere; else it is listed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verify_derivations.certificate import Counterexample
from verify_derivations.check import outcome_verdict, points_for
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.statement import statement
from verify_derivations.kernel.witness import sides_at
from verify_derivations.model import Claim, Document, Kind, Status, Step, Verdict
from verify_derivations.pool import Pool
from verify_derivations.read.python import read_python
from verify_derivations.repair.edits import EDITS, Edit
from verify_derivations.repair.places import edited
from verify_derivations.repair.setting import setting
from verify_derivations.term.text import text

SECONDS = 5.0
ENOUGH = 0.99
"""The part of the wrong mutants that must be refuted."""

REFUTED, EQUAL, NOWHERE, MEANINGLESS, PROVED, UNDECIDED = (
    "refuted",
    "equal after all",
    "defined nowhere",
    "without meaning",
    "PROVED",
    "undecided",
)


@dataclass(frozen=True)
class Mutant:
    """A true line with one edit. `same` says that the edit changed nothing."""

    step: Step
    slip: str
    claim: Claim
    same: Claim

    def __str__(self) -> str:
        name = f"{self.step.id} ({self.step.ref})" if self.step.ref else self.step.id
        return f"{name}, {self.slip}: {text(self.claim.lhs)} = {text(self.claim.rhs)}"


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant, and why."""

    mutant: Mutant
    what: str
    why: str = ""


# ---- making them ---------------------------------------------------------------------------------
def true_lines(documents: Iterable[Document]) -> list[Step]:
    """The equations as printed that are to be proved."""
    return [
        step
        for document in documents
        for derivation in document.derivations
        for step in derivation.steps
        if step.kind is Kind.CLAIM
        and step.claim
        and step.claim.relation == "="
        and not step.corrects
        and step.expect in (None, "proved")
    ]


def mutants(step: Step, edits: tuple[Edit, ...] = EDITS) -> Iterator[Mutant]:
    """The line edited in every way: its right side, and the left side of one that stands alone."""
    claim = step.claim
    assert claim is not None
    for change in edited(claim.rhs, edits, setting(claim, claim.rhs, ())):
        same = replace(claim, lhs=claim.rhs, rhs=change.whole)
        yield Mutant(step, change.edit.name, replace(claim, rhs=change.whole), same)
    if step.chain is None:
        for change in edited(claim.lhs, edits, setting(claim, claim.lhs, ())):
            same = replace(claim, rhs=change.whole)
            yield Mutant(step, change.edit.name, replace(claim, lhs=change.whole), same)


# ---- trying them ---------------------------------------------------------------------------------
def tried(made: Sequence[Mutant], jobs: int) -> list[Outcome]:
    """The outcome of each mutant, in order."""
    with Pool("verify_derivations.check:work", jobs=jobs, seconds=SECONDS, fork=True) as pool:
        verdicts = _verdicts(pool, [m.claim for m in made])
        alive = [k for k, v in enumerate(verdicts) if v.status is not Status.REFUTED]
        same = dict(zip(alive, _verdicts(pool, [made[k].same for k in alive]), strict=True))
    return [_outcome(m, verdicts[k], same.get(k)) for k, m in enumerate(made)]


def _verdicts(pool: Pool, claims: list[Claim]) -> list[Verdict]:
    return [outcome_verdict(outcome) for outcome in pool.map(claims)]


def _outcome(mutant: Mutant, verdict: Verdict, same: Verdict | None) -> Outcome:
    if same is None:
        return Outcome(mutant, REFUTED)
    if verdict.status in (Status.ILL_FORMED, Status.NOT_UNDERSTOOD):
        return Outcome(mutant, MEANINGLESS, verdict.reason)
    if same.status is Status.PROVED:
        return Outcome(mutant, EQUAL, "proved equal to the line as printed")
    if verdict.status is Status.PROVED:
        return Outcome(mutant, PROVED, f"and {same.status} that it equals the line as printed")
    if not _is_seen(mutant.claim):
        return Outcome(mutant, NOWHERE, "no point was found at which both sides have a value")
    return Outcome(mutant, UNDECIDED, verdict.reason)


def _is_seen(claim: Claim) -> bool:
    """The statement is defined at some point that is looked at."""
    return any(_is_defined(claim, point) for point in points_for(claim, ()))


def _is_defined(claim: Claim, point: Counterexample) -> bool:
    try:
        sides_at(statement(claim), point)
    except (CertificateError, TermError, ArithmeticError):
        return False
    return True


# ---- telling -------------------------------------------------------------------------------------
def score(outcomes: Sequence[Outcome]) -> tuple[int, int]:
    """How many of the wrong mutants are refuted, of how many."""
    counts = Counter(outcome.what for outcome in outcomes)
    return counts[REFUTED], counts[REFUTED] + counts[PROVED] + counts[UNDECIDED]


def told(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The figures of every line, the survivors, and the figures of all."""
    by_step: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_step.setdefault(outcome.mutant.step.id, []).append(outcome)
    for name, own in by_step.items():
        yield f"{name}: {_figures(own)}"
    yield ""
    for outcome in outcomes:
        if outcome.what in (PROVED, UNDECIDED):
            yield f"{outcome.what}: {outcome.mutant}: {outcome.why}"
    yield f"{len(outcomes)} mutants of {len(by_step)} statements: {_figures(outcomes)}"


def _figures(outcomes: Sequence[Outcome]) -> str:
    refuted, wrong = score(outcomes)
    counts = Counter(outcome.what for outcome in outcomes)
    others = [f"{counts[what]} {what}" for what in (PROVED, EQUAL, NOWHERE, MEANINGLESS) if counts[what]]
    part = f" ({100 * refuted / wrong:.2f} %)" if wrong else ""
    return ", ".join([f"{refuted} of {wrong} wrong ones refuted{part}", *others])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--step", help="only the line with this identifier")
    arguments = parser.parse_args()
    documents = [read_python(str(path)) for path in sorted(arguments.folder.glob("*.py"))]
    lines = [s for s in true_lines(documents) if arguments.step in (None, s.id, s.ref)]
    outcomes = tried([m for line in lines for m in mutants(line)], arguments.jobs)
    print("\n".join(told(outcomes)))
    refuted, wrong = score(outcomes)
    return 0 if refuted >= ENOUGH * wrong and all(o.what != PROVED for o in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
