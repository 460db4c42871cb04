"""What a run amounts to, in numbers: how much was checked, what came out, what was expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from verify_derivations.errors import TermError
from verify_derivations.model import Claim, Kind, Repair, Status
from verify_derivations.render.wording import counted
from verify_derivations.results import Report, StepResult
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import Term

CHECKED = (Status.PROVED, Status.REFUTED, Status.ILL_FORMED, Status.VACUOUS)
"""A definite answer. Undecided and not understood are none, and never count as checked."""


NOUNS: dict[str, tuple[str, str]] = {
    Kind.DECLARED.value: ("assumption", "assumptions"),
    Kind.ELIDED.value: ("elision", "elisions"),
    Kind.NO_CLAIM.value: ("line without a claim", "lines without a claim"),
}
"""What kinds are called where they are counted, if not by their own name."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of some steps. Corrections are the author's own statements and are counted apart.

    `counts` has every status, in the order of `Status`; `said` what claims nothing, by kind;
    `corrections` the verdicts of the corrected lines; `known` the errors that came out as expected.
    `repaired` counts the refuted statements that one small edit would mend, `as_corrected` those among them
    where that gives the corrected line. `suspected` counts what is not understood and looks wrong.
    """

    counts: dict[Status, int]
    said: dict[str, int]
    corrections: dict[Status, int]
    as_expected: int
    unexpected: int
    known: int
    diagnostics: int = 0
    repaired: int = 0
    suspected: int = 0
    as_corrected: int = 0
    unproved_corrections: int = 0

    @property
    def repairs(self) -> str:
        """`17 of 18 refuted statements would hold after one small edit`; nothing where none would."""
        refuted = self.counts[Status.REFUTED]
        if not self.repaired:
            return ""
        done = f"{self.repaired} of {counted(refuted, 'refuted statement')} would hold after one small edit"
        return f"{done}, {self.as_corrected} of them as corrected" if self.as_corrected else done

    @property
    def suspicions(self) -> str:
        """`3 of 12 statements that are not understood look wrong`; nothing where none does."""
        if not self.suspected:
            return ""
        whole = counted(self.counts[Status.NOT_UNDERSTOOD], "statement")
        verbs = ("is", "looks") if self.suspected == 1 else ("are", "look")
        return (
            f"{self.suspected} of {whole} not understood {verbs[1]} wrong: one small edit away from a proof"
        )

    @property
    def statements(self) -> int:
        """How many statements claim something."""
        return sum(self.counts.values())

    @property
    def checked(self) -> int:
        """How many of them have a definite answer."""
        return sum(self.counts[status] for status in CHECKED)

    @property
    def coverage(self) -> str:
        """`31 of 52 statements checked, 9 not understood`."""
        parts = [f"{self.checked} of {counted(self.statements, 'statement')} checked"]
        for status in (Status.UNDECIDED, Status.NOT_UNDERSTOOD):
            if self.counts[status]:
                parts.append(f"{self.counts[status]} {status}")
        return ", ".join(parts)

    @property
    def outcome(self) -> str:
        """`51 as expected, 1 not`, of the statements; and the corrected lines that are not proved."""
        said = f"{self.as_expected} as expected, {self.unexpected} not"
        if not self.unexpected:
            nothing = f"nothing claimed ({self.others})" if self.others else "nothing claimed"
            said = f"all {self.as_expected} as expected" if self.as_expected else nothing
        wrong = self.unproved_corrections
        return f"{said}, {counted(wrong, 'corrected line')} not proved" if wrong else said

    @property
    def verdicts(self) -> str:
        """`28 proved, 3 refuted`: the statuses that occur."""
        return ", ".join(f"{count} {status}" for status, count in self.counts.items() if count) or "none"

    @property
    def others(self) -> str:
        """`7 definitions, 1 update rule`: what claims nothing, and the corrected lines."""
        parts = [counted(count, *NOUNS.get(kind, (kind,))) for kind, count in self.said.items()]
        for status, count in self.corrections.items():
            if count:
                parts.append(f"{counted(count, 'corrected line')} {status}")
        return ", ".join(parts)


def summarize(steps: Iterable[StepResult], diagnostics: int = 0) -> Summary:
    """The numbers of these steps."""
    steps = list(steps)
    printed = [result for result in steps if result.step.corrects is None]
    claimed = Counter(result.status for result in printed if result.status is not None)
    corrected = Counter(result.status for result in steps if result.step.corrects is not None)
    said = Counter(result.step.kind.value for result in printed if result.status is None)
    judged = [result for result in printed if result.status is not None]
    expected = [result for result in judged if result.as_expected]
    repaired = [r for r in printed if r.repair is not None and r.status is Status.REFUTED]
    corrections = {r.step.corrects: r.step.claim for r in steps if r.step.corrects is not None}
    return Summary(
        counts={status: claimed[status] for status in Status},
        said=dict(sorted(said.items())),
        corrections={status: corrected[status] for status in Status},
        as_expected=len(expected),
        unexpected=len(judged) - len(expected),
        known=sum(1 for result in expected if result.status is not Status.PROVED),
        diagnostics=diagnostics,
        unproved_corrections=sum(count for status, count in corrected.items() if status != Status.PROVED),
        repaired=len(repaired),
        suspected=sum(1 for result in printed if result.suspicion is not None),
        as_corrected=sum(1 for r in repaired if r.repair and says(r.repair, corrections.get(r.step.id))),
    )


def says(repair: Repair, corrected: Claim | None) -> bool:
    """The repair gives the corrected statement: the same with definitions put in and numbers put together."""
    if corrected is None:
        return False
    try:
        same = repair.claim.relation == corrected.relation
        return same and _sides(repair.claim) == _sides(corrected)
    except (TermError, RecursionError):
        return False


def _sides(claim: Claim) -> tuple[Term, Term]:
    meaning = Unfolding([(d.head, d.body) for d in claim.context.definitions]).meaning
    return folded(meaning(claim.lhs)), folded(meaning(claim.rhs))


def summarize_report(report: Report) -> Summary:
    """The numbers of a whole run."""
    return summarize(report.steps(), len(report.all_diagnostics()))
