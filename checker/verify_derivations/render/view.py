"""A report arranged for reading: steps numbered, corrections beside what they correct, errors traced back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from verify_derivations.chains import chains
from verify_derivations.errors import Diagnostic
from verify_derivations.model import Derivation, Document, Repair, Status, Verdict, Witness
from verify_derivations.render.chain import chain_sentence
from verify_derivations.render.mending import Mending, declaring, mending, mending_text
from verify_derivations.render.place import shown_path, shown_place
from verify_derivations.render.plain import one_line, printable
from verify_derivations.render.summary import Summary, summarize, summarize_report
from verify_derivations.render.wording import (
    DOCUMENT_HELP,
    LOOKS,
    ORIGINS,
    SUSPECTED_CODE,
    UNEXPECTED_CODE,
    UNEXPECTED_HELP,
    Look,
)
from verify_derivations.results import DerivationResult, DocumentResult, Origin, Report, StepResult
from verify_derivations.term.notation.latex import RELATIONS

ERRORS = (Status.REFUTED, Status.ILL_FORMED, Status.VACUOUS)
"""The verdicts that say something is wrong with the source."""

_RELATIONS = r"\s*(?:=|<|>|:=|\\(?:approx|propto|leq?|geq?|neq?|equiv|to|Rightarrow|sim|simeq)(?![A-Za-z]))"
_STARTS_WITH_RELATION = re.compile(_RELATIONS)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step with its number and its neighbours.

    `culprit` is the step whose error it carries or undoes,
    `label` what a step that stands in for another one is to it."""

    result: StepResult
    number: str
    anchor: str
    derivation: Derivation
    in_chain: bool
    culprit: tuple[str, str] | None
    corrections: tuple[StepView, ...] = ()
    label: str = ""
    alone: bool = False
    """It is the only line of its chain, so that nothing starts there, or is carried on."""

    @property
    def look(self) -> Look | None:
        """How the verdict is shown; None where nothing is claimed."""
        return LOOKS[self.result.status] if self.result.status else None

    @property
    def unexpected(self) -> bool:
        return not self.result.as_expected

    @property
    def known(self) -> bool:
        """An error (or a gap) of the source that is known, and came out as it was said to."""
        return self.result.as_expected and self.result.status not in (None, Status.PROVED)

    @property
    def undoes(self) -> bool:
        """It makes a wrong chain right again and does not say so."""
        return self.result.origin is Origin.REPAIRED and not self.unexpected

    @property
    def known_as(self) -> str:
        """`error` where the source is known to be wrong, `gap` where it is known not to be judged."""
        if not self.known:
            return ""
        return "error" if self.result.status in ERRORS else "gap"

    @property
    def code(self) -> str | None:
        """The code of the message about this step; None if there is nothing to say."""
        if not self.unexpected or self.look is None:
            return None
        if self.result.step.expect:
            return UNEXPECTED_CODE
        return SUSPECTED_CODE if self.result.suspicion else self.look.code

    @property
    def origin(self) -> tuple[str, str] | None:
        """Slug and label of what the step does to the truth of its chain."""
        if self.result.origin is None or self.alone:
            return None
        slug, label = ORIGINS[self.result.origin]
        return slug, label.format(culprit=f"step {self.culprit[0]}" if self.culprit else "an earlier step")

    @property
    def local(self) -> Verdict | None:
        """The verdict against the line before, where it says something else than the one against the head."""
        local = self.result.local
        return local if local and local.status is not self.result.status else None

    @property
    def formula(self) -> str:
        """The LaTeX to show: as printed, with the relation of a chain in front; else as read."""
        step = self.result.step
        printed = printable(step.printed).strip()
        if not printed:
            return printable(self.result.read_as).strip()
        if self.in_chain and not _STARTS_WITH_RELATION.match(printed):
            return f"{RELATIONS.get(step.relation, step.relation)} {printed}"
        return printed

    @property
    def read_as(self) -> str:
        """How the step was read, if that is another LaTeX than what is shown; else nothing."""
        read = printable(self.result.read_as).strip()
        return "" if _shape(read) == _shape(self.formula) else read

    @property
    def place(self) -> str:
        return shown_place(self.result.step.span)

    @property
    def source_place(self) -> str:
        """`notes.md:41`, the line of the source; empty without one, and where the place says it already."""
        source, line = self.derivation.source, self.result.step.line
        if source is None or not source.name or line is None or source.name == self.derivation.span.path:
            return ""
        return f"{shown_path(source.name)}:{line}"

    @property
    def mending(self) -> Mending | None:
        """What would mend the step, if something small would."""
        return mending(self.repair) if self.repair else None

    @property
    def mending_text(self) -> str:
        """The same in one line of text, in the notation of the author."""
        return mending_text(self.repair, as_latex=self.result.step.by_itself) if self.repair else ""

    @property
    def repair(self) -> Repair | None:
        """What would mend a step that is refuted, or looks wrong."""
        return self.result.suspicion.repair if self.result.suspicion else self.result.repair

    @property
    def suspected(self) -> Witness | None:
        """Where a step that is not understood does not hold as it is read, if it looks wrong."""
        return self.result.suspicion.refuted.witness if self.result.suspicion else None

    @property
    def reason(self) -> str:
        return one_line(self.result.verdict.reason) if self.result.verdict else ""

    @property
    def help(self) -> str:
        """What would help the author, as one line."""
        if self.unexpected and self.result.origin is Origin.INHERITED and self.culprit:
            return f"mend step {self.culprit[0]}: this line only carries its error on"
        if (
            any(view.result.status is Status.PROVED for view in self.corrections)
            and not self.result.step.expect
        ):
            return "the corrected line is proved: put it in the place of this one"
        if self.code == UNEXPECTED_CODE:
            return UNEXPECTED_HELP
        if self.result.step.by_itself and self.code in DOCUMENT_HELP:
            return DOCUMENT_HELP[self.code] + self._declaring()
        return self.look.help if self.look else ""

    def _declaring(self) -> str:
        """What declares that the line is meant where it holds as it is printed."""
        declared = declaring(self.repair) if self.repair else ""
        return (
            f"; if it is meant where it holds as it stands, declare that: vd: {declared}" if declared else ""
        )


@dataclass(frozen=True, slots=True)
class DerivationView:
    """A derivation with the steps that stand in the source, in order, and its numbers."""

    result: DerivationResult
    anchor: str
    steps: tuple[StepView, ...]
    summary: Summary
    chains: tuple[tuple[str, str], ...] = ()
    """For every chain with an error: its name where there are several, and what became of it."""

    @property
    def derivation(self) -> Derivation:
        return self.result.derivation

    @property
    def source_place(self) -> str:
        source, line = self.derivation.source, self.derivation.line
        if source is None:
            return ""
        return shown_path(source.name) + (f":{line}" if line is not None else "")

    def all_steps(self) -> Iterator[StepView]:
        """Every step, each correction right after what it corrects."""
        for view in self.steps:
            yield view
            yield from view.corrections


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A file of claims, with its derivations."""

    document: Document
    anchor: str
    derivations: tuple[DerivationView, ...]
    summary: Summary

    @property
    def path(self) -> str:
        return shown_path(self.document.path)


@dataclass(frozen=True, slots=True)
class ReportView:
    """All of a report, in reading order."""

    report: Report
    documents: tuple[DocumentView, ...]
    summary: Summary

    def steps(self) -> Iterator[StepView]:
        for document in self.documents:
            for derivation in document.derivations:
                yield from derivation.all_steps()

    @property
    def unexpected(self) -> tuple[StepView, ...]:
        """The steps whose verdict is not the one to be expected."""
        return tuple(view for view in self.steps() if view.unexpected)

    @property
    def errors(self) -> tuple[StepView, ...]:
        """The known errors of the sources, each once: a line that only carries one on is none of its own."""
        return tuple(
            view
            for view in self.steps()
            if view.known_as == "error" and view.result.origin is not Origin.INHERITED
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.report.all_diagnostics()


class _Anchors:
    """Names for places in a page, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, wish: str) -> str:
        name = re.sub(r"[^\w.-]+", "-", printable(wish)).strip("-") or "part"
        unique, count = name, 1
        while unique in self._given:
            count += 1
            unique = f"{name}-{count}"
        self._given.add(unique)
        return unique


def arrange(report: Report) -> ReportView:
    """The report as it is to be read."""
    anchors = _Anchors()
    documents = tuple(_document(result, anchors) for result in report.documents)
    return ReportView(report, documents, summarize_report(report))


def _document(result: DocumentResult, anchors: _Anchors) -> DocumentView:
    anchor = anchors.give(f"file-{shown_path(result.document.path)}")
    derivations = tuple(_derivation(derivation, anchors) for derivation in result.derivations)
    steps = (step for derivation in result.derivations for step in derivation.steps)
    return DocumentView(
        result.document, anchor, derivations, summarize(steps, len(result.document.diagnostics))
    )


def _derivation(result: DerivationResult, anchors: _Anchors) -> DerivationView:
    anchor = anchors.give(result.derivation.id)
    known = {step.step.id for step in result.steps}
    # a correction of a step that is not here stands by itself, so that no step is ever left out
    printed = [step for step in result.steps if step.step.corrects not in known]
    culprits: dict[str | None, tuple[str, str]] = {}
    lengths = Counter(step.step.chain for step in printed)
    views: list[StepView] = []
    for number, step in enumerate(printed, 1):
        step_anchor = anchors.give(step.step.id)
        culprit = culprits.get(step.step.chain)
        if step.origin is Origin.INTRODUCED:
            culprits[step.step.chain], culprit = (str(number), step_anchor), None
        views.append(
            StepView(
                result=step,
                number=str(number),
                anchor=step_anchor,
                derivation=result.derivation,
                in_chain=_continues(step, views[-1].result if views else None),
                culprit=culprit,
                corrections=_corrections(result, step, number, anchors),
                alone=lengths[step.step.chain] == 1,
            )
        )
    return DerivationView(result, anchor, tuple(views), summarize(result.steps), _chains(result, views))


def _chains(result: DerivationResult, views: list[StepView]) -> tuple[tuple[str, str], ...]:
    numbers = {view.result.step.id: view.number for view in views}
    every = [chain for chain in chains(result.steps) if len(chain.steps) > 1]
    told = [(chain.name if len(every) > 1 else "", chain_sentence(chain, numbers)) for chain in every]
    return tuple((name, sentence) for name, sentence in told if sentence)


def _corrections(
    result: DerivationResult, corrected: StepResult, number: int, anchors: _Anchors
) -> tuple[StepView, ...]:
    return tuple(
        StepView(
            result=step,
            number=f"{number}, corrected",
            anchor=anchors.give(step.step.id),
            derivation=result.derivation,
            in_chain=False,
            culprit=None,
            label="as it must be meant" if corrected.step.unreadable else "corrected",
        )
        for step in result.steps
        if step.step.corrects == corrected.step.id and step is not corrected
    )


def _shape(tex: str) -> str:
    """The formula without what does not show: blanks, the sizes of brackets, braces around one character."""
    return re.sub(r"\{(\w)\}", r"\1", re.sub(r"\s+|\\(?:left|right)(?![A-Za-z])", "", tex))


def _continues(step: StepResult, previous: StepResult | None) -> bool:
    """The step goes on from the line before it: its printed form may lack a left side."""
    if step.step.chain is None or previous is None or previous.step.chain != step.step.chain:
        return False
    return step.step.local is not None or (step.step.claim is None and "=" not in step.step.printed)
