"""A report for the terminal: every problem with its source line, or one line for each."""

from __future__ import annotations

from collections.abc import Iterator

import click

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Claim, Status, Witness
from verify_derivations.render.frame import source_frame
from verify_derivations.render.message import (
    chain_message,
    diagnostic_message,
    known_message,
    step_head,
    step_message,
    undone_message,
)
from verify_derivations.render.options import DEFAULTS, RenderOptions
from verify_derivations.render.plain import one_line, shortened, width, wrapped
from verify_derivations.render.slopes import failure
from verify_derivations.render.summary import Summary
from verify_derivations.render.tableau import nested
from verify_derivations.render.told_before import causes, referring
from verify_derivations.render.view import DocumentView, ReportView, StepView, arrange
from verify_derivations.render.wording import counted
from verify_derivations.results import Report
from verify_derivations.span import Span

LONGEST = 2000
"""Characters of one message or fact that are shown; the JSON report has the rest."""


def render_full(report: Report, options: RenderOptions = DEFAULTS) -> str:
    """Every problem with its source line, what was read and what would help; then the numbers."""
    return _Terminal(report, options).full()


def render_concise(report: Report, options: RenderOptions = DEFAULTS) -> str:
    """One line a problem, `path:line:column: CODE message`; then the numbers."""
    return _Terminal(report, options).concise()


class _Terminal:
    """A report together with the way in which it is to be shown."""

    def __init__(self, report: Report, options: RenderOptions) -> None:
        self._view: ReportView = arrange(report)
        self._lines = report.lines
        self._options = options

    def full(self) -> str:
        blocks = [self._diagnostic(diagnostic) for diagnostic in self._view.diagnostics]
        blocks += self._problems()
        known = [self._known(view) for view in self._view.steps() if view.known or view.undoes]
        blocks += [block for block in (known, self._chains()) if block]
        blocks.append([self._document(document) for document in self._view.documents] + self._numbers())
        blocks.append([self._closing()])
        return "\n\n".join("\n".join(block) for block in blocks) + "\n"

    def concise(self) -> str:
        lines = [self._headline(diagnostic_message(diagnostic)) for diagnostic in self._view.diagnostics]
        lines += [self._headline(f"{view.place}: {step_message(view)}") for view in self._view.unexpected]
        lines += [self._known(view) for view in self._view.steps() if view.undoes]
        return "\n".join([*lines, self._closing()]) + "\n"

    # ---- one problem ---------------------------------------------------------------------------
    def _problems(self) -> Iterator[list[str]]:
        """Each in a block, but in a line, with its neighbours, where the cause is that of one above it."""
        unexpected = self._view.unexpected
        found = causes(unexpected)
        short = list[str]()
        for view in unexpected:
            cause = found.get(view.anchor)
            if cause is not None and cause.first is not view:
                told = f"{view.place}: {step_head(view)}: {referring(view, cause)}"
                short.append(self._headline(told))
                continue
            if short:
                yield short
            short = []
            yield self._problem(view, cause.sentence if cause else "")
        if short:
            yield short

    def _problem(self, view: StepView, also: str = "") -> list[str]:
        lines = [self._headline(f"{view.place}: {step_message(view)}")]
        lines += self._frame(view.result.step.span)
        for label, text in (*_labelled(view), *((("also", also),) if also else ())):
            lines += self._label(label, text)
        return lines

    def _diagnostic(self, diagnostic: Diagnostic) -> list[str]:
        lines = [self._headline(diagnostic_message(diagnostic))]
        if diagnostic.span:
            lines += self._frame(diagnostic.span)
        if diagnostic.help:
            lines += self._label("help", one_line(diagnostic.help))
        return lines

    def _known(self, view: StepView) -> str:
        message = undone_message(view) if view.undoes else known_message(view)
        return f"{self._bold(view.place)}: {message}"

    def _chains(self) -> list[str]:
        """The chains with an error, each in a line."""
        derivations = [d for document in self._view.documents for d in document.derivations]
        return [chain_message(d, name, sentence) for d in derivations for name, sentence in d.chains]

    def _frame(self, span: Span) -> list[str]:
        frame = source_frame(self._lines.get(span.text, ()), span, self._options.width)
        return [self._dim(line) for line in frame[:2]] + [self._paint(line, "red") for line in frame[2:]]

    def _label(self, label: str, text: str) -> list[str]:
        first, *rest = wrapped(shortened(text, LONGEST), max(20, self._options.width - _LABEL - 4)) or [""]
        head = self._bold(f"{label:>{_LABEL}}:")
        return [f"  {head} {first}", *(" " * (_LABEL + 4) + line for line in rest)]

    # ---- the numbers ---------------------------------------------------------------------------
    def _document(self, document: DocumentView) -> str:
        parts = [counted(document.summary.statements, "statement")]
        parts += [document.summary.verdicts] if document.summary.statements else []
        if document.summary.known:
            parts.append(f"{document.summary.known} of them known and as expected")
        return f"{self._bold(one_line(document.path))}: {', '.join(parts)}"

    def _numbers(self) -> list[str]:
        summary = self._view.summary
        if not summary.statements and not summary.others:
            return []
        lines = [f"In all: {summary.verdicts}{f'; {summary.others}' if summary.others else ''}."]
        return lines + [f"{told}." for told in (summary.repairs, summary.suspicions) if told]

    def _closing(self) -> str:
        summary = self._view.summary
        return self._paint(_closing_line(summary), "green" if _is_clean(summary) else "red")

    # ---- colour --------------------------------------------------------------------------------
    def _headline(self, text: str) -> str:
        """The place in bold, the code in red."""
        text = shortened(text, LONGEST)
        if not self._options.color:
            return text
        before, code, after = _split_at_code(text)
        return f"{self._bold(before)}{self._paint(code, 'red')}{after}"

    def _paint(self, text: str, color: str) -> str:
        return click.style(text, fg=color, bold=True) if self._options.color else text

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._options.color else text

    def _dim(self, text: str) -> str:
        return click.style(text, dim=True) if self._options.color else text


_LABEL = width("what is wrong")

SEEN = "the two sides differ at this point"
"""A reason that the values themselves show."""


def _labelled(view: StepView) -> Iterator[tuple[str, str]]:
    """What is known of the step, each fact with its label, in the order of reading."""
    step, verdict = view.result.step, view.result.verdict
    if step.printed or view.formula:  # what cannot be read has no formula of ours; its line is shown above
        yield "printed", one_line(step.printed or view.formula)
    if view.read_as and step.printed:
        yield "read as", one_line(view.read_as)
    for remark in step.remarks:
        yield "names", one_line(remark)
    if verdict and verdict.witness and verdict.status is Status.REFUTED:
        yield from _failures(verdict.witness, step.claim)
    if verdict and verdict.conditions:
        yield "where", ", ".join(one_line(condition.text) for condition in verdict.conditions)
    if view.reason and view.reason != SEEN:
        yield "reason", view.reason
    if verdict and verdict.witness and verdict.status is not Status.REFUTED and not view.suspected:
        yield "as read", f"it fails at {failure(verdict.witness, step.claim, ':')}"
    if view.suspected:
        yield (
            "looks wrong",
            "as read here it does not hold at the following point, and would after one small edit",
        )
        yield from _failures(view.suspected, step.claim)
    if view.repair:
        yield "repair", view.mending_text
    if view.local:
        yield "line before", f"{view.local.status} against the line before"
        if view.local.witness:
            yield from _failures(view.local.witness, step.local)
    if step.expect:
        yield "expected", step.expect.value
    if step.wrong:
        yield "what is wrong", one_line(step.wrong)
    for correction in view.corrections:
        yield "corrected", f"{one_line(correction.formula)} ({correction.result.status})"
    if step.because:
        yield "because", one_line(step.because)
    if view.source_place:
        yield "source", view.source_place
    if view.help:
        yield "help", view.help


def _failures(witness: Witness, claim: Claim | None) -> Iterator[tuple[str, str]]:
    """The point with both values; of arrays all entries of both sides."""
    yield "fails at", failure(witness, claim, ":")
    if witness.tableau:
        yield "left side", nested(witness.tableau, "left")
        yield "right side", nested(witness.tableau, "right")


def _closing_line(summary: Summary) -> str:
    """The coverage first: a line that was skipped must never look like one that passed."""
    parts = [summary.coverage, summary.outcome]
    if summary.diagnostics:
        parts.append(f"{counted(summary.diagnostics, 'problem')} of reading")
    return "; ".join(parts) + "."


def _is_clean(summary: Summary) -> bool:
    wrong = summary.unexpected or summary.unproved_corrections or summary.diagnostics
    return not wrong and summary.checked == summary.statements


def _split_at_code(text: str) -> tuple[str, str, str]:
    """The text before its `VD` code, code and verdict, and what follows."""
    start = text.find("VD")
    if start < 0:
        return text, "", ""
    end = text.find(":", start)
    return (text[:start], text[start:], "") if end < 0 else (text[:start], text[start:end], text[end:])


__all__ = ["render_concise", "render_full"]
