"""What came out of a run: steps with their verdicts, derivation by derivation, in a report; all frozen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import Diagnostic
from verify_derivations.model import Derivation, Document, Repair, Status, Step, Suspicion, Verdict


class Origin(StrEnum):
    """What a step does to the truth of its chain."""

    INTRODUCED = "introduced here"
    INHERITED = "inherited"
    REPAIRED = "repaired here"
    UNCLEAR = "here or before"


@dataclass(frozen=True, slots=True)
class StepResult:
    """A step with its verdicts, how it was read (`read_as`: LaTeX of the claim), and what would mend it.

    `suspicion` is of a step that is not understood, and looks wrong.
    """

    step: Step
    verdict: Verdict | None
    local: Verdict | None = None
    origin: Origin | None = None
    read_as: str = ""
    repair: Repair | None = None
    suspicion: Suspicion | None = None

    @property
    def status(self) -> Status | None:
        """The status against the head of the chain; None where nothing is claimed."""
        return self.verdict.status if self.verdict else None

    @property
    def as_expected(self) -> bool:
        """The verdict is the one to be expected: proved, or the known error's."""
        return self.verdict is None or self.status is (self.step.expect or Status.PROVED)


@dataclass(frozen=True, slots=True)
class DerivationResult:
    """A derivation with the results of its steps, in order."""

    derivation: Derivation
    steps: tuple[StepResult, ...]

    @property
    def as_expected(self) -> bool:
        return all(step.as_expected for step in self.steps)


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """A document with the results of its derivations, in order."""

    document: Document
    derivations: tuple[DerivationResult, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run. Equal input gives an equal report, to the byte."""

    documents: tuple[DocumentResult, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    tool_version: str = ""
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """The text of the files by name (`Span.text`), for source frames."""

    def steps(self) -> Iterator[StepResult]:
        """Every step of every derivation, in reading order."""
        for document in self.documents:
            for derivation in document.derivations:
                yield from derivation.steps

    def all_diagnostics(self) -> tuple[Diagnostic, ...]:
        """What could not be read, of the run and of every document."""
        return self.diagnostics + tuple(d for doc in self.documents for d in doc.document.diagnostics)

    def counts(self) -> Counter[Status]:
        """How many statements have each status."""
        return Counter(step.status for step in self.steps() if step.status is not None)

    @property
    def as_expected(self) -> bool:
        """No diagnostic, and every step has the verdict to be expected."""
        return not self.all_diagnostics() and all(step.as_expected for step in self.steps())
