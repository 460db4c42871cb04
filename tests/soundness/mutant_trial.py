"""What becomes of a mutant: most are refuted at the first point; the others are equal after all, or survive.

The first look is that of `decide`. What it does not refute is compared with the line as printed before a
proof of the mutant itself is searched for.
"""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from mutant_making import Mutant, mutants

from verify_derivations.certificate import Counterexample
from verify_derivations.check import decide, points_for
from verify_derivations.decide.equations import first_points
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import fails
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.counterexamples.witness import refuting_witness, sides_at
from verify_derivations.model import Claim, Context, Status, Step
from verify_derivations.refute.sampling import search
from verify_derivations.repair.edits import EDITS
from verify_derivations.term.arrays.index_ranges import IndexRanges
from verify_derivations.term.syntax.limit import has_limits
from verify_derivations.term.syntax.nodes import Entry, Symbol, Term

SECONDS = 5.0
"""The budget of a search for a proof."""

PATIENCE = 20.0
"""Seconds of computing after which a mutant is given up, whatever it is at."""

REFUTED, EQUAL, WITHIN, NOWHERE, MEANINGLESS, REPEATED, PROVED, UNDECIDED = (
    "refuted",
    "equal after all",
    "equal wherever both speak",
    "defined nowhere",
    "without meaning",
    "repeated",
    "PROVED",
    "undecided",
)
SURVIVING = (PROVED, UNDECIDED)

Said = tuple[str, str]
"""What became of a mutant, and why."""


@dataclass(frozen=True)
class Line:
    """A true line of which every so-many-th mutant is tried, from the `first` one on."""

    step: Step
    edits: tuple[str, ...]
    every: int = 1
    first: int = 0

    def mutants(self) -> Iterator[Mutant]:
        edits = tuple(edit for edit in EDITS if edit.name in self.edits)
        return islice(mutants(self.step, edits), self.first, None, self.every)


@dataclass(frozen=True)
class Tried:
    """How many mutants of a line became what, the survivors in words, and the seconds of computing."""

    counts: Counter[str]
    survivors: tuple[tuple[str, str, str], ...]
    seconds: float = 0.0


# ---- a line ----------------------------------------------------------------------------------------
def work(line: Line, seconds: float) -> Tried:
    """What a worker process does: the mutants of one line, one after the other."""
    counts: Counter[str] = Counter()
    survivors = []
    start = time.process_time()
    seen: dict[object, str] = {_meaning(line.step.claim): EQUAL}
    for mutant in line.mutants():
        what, why = _bounded(mutant, seen)
        counts[what] += 1
        if what in SURVIVING:
            survivors.append((what, str(mutant), why))
    return Tried(counts, tuple(survivors), time.process_time() - start)


class Overrun(BaseException):
    """A mutant has taken too long; no handler in the software may take it for an error of its own."""


def _overrun(*_: object) -> None:
    raise Overrun


def _bounded(mutant: Mutant, seen: dict[object, str]) -> Said:
    """What becomes of it, if that comes out within a bound of computing."""
    signal.signal(signal.SIGVTALRM, _overrun)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        return _once(mutant, seen)
    except Overrun:
        return UNDECIDED, f"given up after {PATIENCE:g} s"
    except MemoryError:
        return UNDECIDED, "it needs more memory than there is"
    except Exception as error:  # whatever it is, it is a bug that has to be told, and the others go on
        return UNDECIDED, f"a bug of this software: {type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _once(mutant: Mutant, seen: dict[object, str]) -> Said:
    """What is the same statement as an earlier one, once definitions are put in, is not tried again."""
    meaning = _meaning(mutant.claim)
    if isinstance(meaning, str):
        return MEANINGLESS, meaning
    if meaning in seen:
        return (EQUAL, "the same statement") if seen[meaning] == EQUAL else (REPEATED, "")
    said = outcome(mutant)
    seen[meaning] = said[0]
    return said


def _meaning(claim: Claim | None) -> tuple[Term, Term, tuple[Term, ...]] | str:
    """The statement that a claim makes; why it makes none."""
    assert claim is not None
    try:
        s = statement(claim)
    except TermError as error:
        return error.message
    return s.lhs, s.rhs, s.differentiated


# ---- a mutant --------------------------------------------------------------------------------------
def outcome(mutant: Mutant) -> Said:
    """What becomes of a mutant, and why."""
    s = statement(mutant.claim)
    if not has_limits(s.lhs, s.rhs, *s.hypotheses):
        found = search(s, time.perf_counter() + SECONDS, enough=first_points(s))
        if found.counterexample is not None and _is_refuted(s, found.counterexample):
            return REFUTED, ""
        if not found.agreeing and not found.counterexample and not _is_seen(mutant):
            return NOWHERE, "both sides have a value at none of the points that were looked at"
    if (clash := _clash(mutant.claim)) and not _clash(mutant.step.claim):
        return MEANINGLESS, clash
    same = decide(mutant.same, seconds=SECONDS).status
    if same is Status.PROVED:
        return EQUAL, "proved equal to the line as printed"
    verdict = decide(mutant.claim, seconds=SECONDS)
    if verdict.status is Status.PROVED:
        return _proved(mutant, same)
    return BECOMES.get(verdict.status, UNDECIDED), verdict.reason


BECOMES = {
    Status.REFUTED: REFUTED,
    Status.VACUOUS: NOWHERE,
    Status.ILL_FORMED: MEANINGLESS,
    Status.NOT_UNDERSTOOD: MEANINGLESS,
}


def _clash(claim: Claim) -> str:
    """What would be said of a line that is written so, if an index does not fit an array."""
    ranges = IndexRanges(_shapes(claim.context), dict(claim.context.indices))
    try:
        ranges.look_at(claim.lhs, claim.rhs)
    except TermError as error:
        return error.message
    return ""


def _shapes(context: Context) -> dict[str, tuple[Term, ...]]:
    """The shapes of the arrays that are declared, and of those that are defined by others."""
    shapes = {a.name: a.shape for a in context.arrays}
    for definition in context.definitions:
        ranges = IndexRanges(shapes, {})
        if isinstance(definition.head, Entry):
            with suppress(TermError, KeyError):  # of what is not known, nothing is said
                ranges.look_at(definition.body)
                places = [i.name for i in definition.head.indices if isinstance(i, Symbol)]
                shapes[definition.head.array] = tuple(ranges.found[place] for place in places)
    return shapes


def _is_refuted(s: Statement, at: Counterexample) -> bool:
    """The kernel finds the sides to differ at the point."""
    try:
        refuting_witness(s, at)
    except CertificateError:
        return False
    return True


def _is_seen(mutant: Mutant) -> bool:
    """The statement is defined at some point that is looked at for the line as printed."""
    assert mutant.step.claim is not None
    return any(_sides(mutant.claim, point) is not None for point in points_for(mutant.step.claim, ()))


def _sides(claim: Claim, point: Counterexample) -> object:
    try:
        return sides_at(statement(claim), point)
    except (CertificateError, TermError, ArithmeticError):
        return None


def _proved(mutant: Mutant, same: Status) -> Said:
    """The line and the mutant are proved, so they are equal wherever both speak: if not, a proof is wrong."""
    claim = mutant.step.claim
    assert claim is not None
    shared = [p for p in points_for(claim, ()) if _sides(claim, p) and _sides(mutant.claim, p)]
    if any(_differs(mutant.same, point) for point in shared):
        return PROVED, "and it differs from the line as printed where both have a value"
    if same is Status.REFUTED and not shared:
        return (
            PROVED,
            "and it differs from the line as printed, with which it shares no point that was looked at",
        )
    return WITHIN, "both are proved"


def _differs(claim: Claim, point: Counterexample) -> bool:
    sides = _sides(claim, point)
    return isinstance(sides, tuple) and fails(statement(claim), *sides)


__all__ = [
    "EQUAL",
    "MEANINGLESS",
    "NOWHERE",
    "PROVED",
    "REFUTED",
    "REPEATED",
    "SURVIVING",
    "UNDECIDED",
    "WITHIN",
    "Line",
    "Tried",
    "outcome",
    "work",
]
