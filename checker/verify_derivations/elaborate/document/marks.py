"""What annotations expect of the formulas at which they stand, and which annotations are about nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from verify_derivations.elaborate.document.annotations import Declared, Mark, read_annotation
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.errors import Diagnostic
from verify_derivations.manuscript import Annotation, Prose, Region
from verify_derivations.model import Kind, Step
from verify_derivations.span import Span


@dataclass
class Remarks:
    """The annotations of a document; `waiting` are those about the next formula."""

    waiting: list[Mark] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def take(self, annotation: Annotation, context: Context, section: int) -> None:
        """Read an annotation, with its declarations put into the context."""
        marks, declared, problems = read_annotation(annotation, context, section)
        self.waiting += marks
        self.declared += declared
        self.problems += problems

    def claimed(self, region: Region | Prose) -> tuple[int | None, ...]:
        """The lines of a formula that annotations claim; None where they claim all of it."""
        marks = [mark for mark in self.waiting if mark.claims]
        return tuple(
            None
            if mark.position is None or isinstance(region, Prose)
            else region.span(mark.position, mark.position).line
            for mark in marks
        )

    def marked(self, steps: list[Step], region: Region | Prose) -> list[Step]:
        """The steps of a formula or a paragraph, with what is expected of them."""
        for mark in self.waiting:
            places = _about(mark, steps, region)
            if not places:
                self.problems.append(Diagnostic("VD406", *_nothing(mark, steps)))
            elif mark.status is not None and len(places) > 1:
                self.problems.append(_many(mark, len(places)))
                continue
            for k in places if not mark.claims else ():
                steps[k] = _with(steps[k], mark)
        self.waiting = []
        return steps

    def unused(self, context: Context) -> Iterator[Diagnostic]:
        """Declarations of which no statement made use, and marks without a formula."""
        for mark in self.waiting:
            yield Diagnostic("VD406", "no formula follows this annotation", mark.span, HELP)
        for declared in self.declared:
            if not declared.names & context.used:
                words = f"nothing that is checked uses what is declared here: ${declared.text[:60]}$"
                yield Diagnostic(
                    "VD406", words, declared.span, "correct the name, or take the annotation out"
                )


HELP = "put it before the formula that it is about, or behind a row within it"


def _about(mark: Mark, steps: list[Step], region: Region | Prose) -> list[int]:
    """The steps that a mark is about: all claims, or the last one that begins before it in the formula."""
    ignores = mark.status is None and not mark.claims
    claims = [k for k, step in enumerate(steps) if step.kind is Kind.CLAIM or ignores]
    if mark.position is None or isinstance(region, Prose):
        return claims
    line = region.span(mark.position, mark.position).line
    before = [k for k in claims if steps[k].span.line <= max(line, steps[claims[0]].span.line)]
    return before[-1:]


def _nothing(mark: Mark, steps: list[Step]) -> tuple[str, Span, str]:
    kinds = ", ".join(dict.fromkeys(_a(step.kind) for step in steps)) or "no statement"
    if mark.claims:
        return f"there is no equation here that could be claimed: this is {kinds}", mark.span, HELP
    return f"there is no claim here to expect something of: this is {kinds}", mark.span, HELP


def _a(kind: Kind) -> str:
    return f"an {kind}" if str(kind)[0] in "aeiou" else f"a {kind}"


def _many(mark: Mark, count: int) -> Diagnostic:
    words = f"this formula makes {count} claims, and it is not clear which one is meant"
    help = "put the annotation behind its row, within the formula: % vd: expect ..."
    return Diagnostic("VD405", words, mark.span, help)


def _with(step: Step, mark: Mark) -> Step:
    if mark.status is not None:
        return replace(step, expect=mark.status, wrong=mark.reason)
    return replace(
        step,
        kind=Kind.NO_CLAIM,
        claim=None,
        local=None,
        unreadable=None,
        alternatives=(),
        local_alternatives=(),
        note=f"ignored: {mark.reason}",
    )


__all__ = ["Remarks"]
