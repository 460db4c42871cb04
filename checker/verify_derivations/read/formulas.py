"""What stands between delimiters becomes a formula: comments out, definitions learned, commands put in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from verify_derivations.errors import Diagnostic
from verify_derivations.manuscript import Annotation, Placed, Region, Repair, SourceText
from verify_derivations.read.dollars import Dollars
from verify_derivations.read.macros import Macros

Mended = tuple[Placed, tuple[Repair, ...]]

ANNOTATION = re.compile(r"\s*vd:[ \t]*")
WORDS = "let|index|indices|assume|constants?|identity|functions?|expect|ignore|claim"
NEARLY = re.compile(rf"\s*vd(?:[ \t]*[:：]|[ \t]*[;,.=-]?[ \t]*(?:\$|(?:{WORDS})\b))", re.IGNORECASE)
"""A comment that is meant as an annotation and does not begin as one: `VD: let`, `vd assume $x > 0$`."""

ANNOTATED = rf"[ \t]*(?:vd:|(?i:{NEARLY.pattern}))"
"""How a comment begins that is an annotation, or nearly one."""

COMMENT = re.compile(r"\\.|%([^\n]*)", re.DOTALL)
LABEL = re.compile(r"\\label\s*\{([^{}\n]*)\}")

MESSAGES = 50
"""So many messages of one document are given; the others are counted."""

FORMULAS = 100_000
"""Formulas of one document that are read; a book of a thousand pages has twenty thousand."""


class Desk:
    """What reading one document needs at hand, whatever its format: its commands and its messages."""

    def __init__(
        self, size: int, messages: Iterable[Diagnostic] = (), mend: Callable[[Placed], Mended] | None = None
    ) -> None:
        self.macros = Macros(size)
        self.messages = list(messages)
        self.mend = mend
        self.formulas = 0
        self.more = 0

    # ---- messages ----------------------------------------------------------------------------------
    def say(self, code: str, message: str, source: SourceText, start: int, end: int, help: str = "") -> None:
        """Notes a message about a place."""
        self.note(Diagnostic(code, message, source.span(start, end), help))

    def note(self, message: Diagnostic) -> None:
        """Notes a message, or counts it if there are too many."""
        if len(self.messages) < MESSAGES:
            self.messages.append(message)
        else:
            self.more += 1

    def never_closed(self, source: SourceText, start: int, end: int, closing: str) -> None:
        """Notes that a formula is opened here and never closed."""
        message = f"the formula that {source.text[start:end]} opens is never closed"
        self.say("VD401", message, source, start, end, f"put {closing} behind its end")

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All messages, and the number of those that were not kept."""
        if not self.more:
            return tuple(self.messages)
        last = self.messages[-1]
        return (*self.messages, Diagnostic(last.code, f"{self.more} more problems in this file", last.span))

    # ---- formulas ----------------------------------------------------------------------------------
    def region(
        self,
        inner: Placed,
        start: int,
        end: int,
        *,
        display: bool,
        delimiter: str,
        environment: str = "",
        label: str = "",
    ) -> Region | None:
        """The formula whose text is `inner`; None if there is nothing in it but definitions and comments."""
        self.formulas += 1
        if self.formulas > FORMULAS:
            self._too_many(inner.source, start, end)
            return None
        inner, repairs = self.mend(inner) if self.mend is not None else (inner, ())
        plain, comments = without_comments(inner)
        expanded, problem = self.macros.expand(plain)
        if problem is not None:
            self.note(problem)
        formula = expanded.stripped()
        annotations = tuple(
            self.annotation(content, *place, position=_index(formula, place[0]))
            for content, place in comments
        )
        if not formula.text and not annotations:
            return None
        if not label and (named := LABEL.search(formula.text)) is not None:
            label = named[1]
        return Region(
            formula, start, end, display, delimiter, environment, label, annotations, repairs, problem
        )

    def unreadable(self, inner: Placed, start: int, end: int, reason: str) -> Region:
        """A formula that stands by itself and cannot be read, for this reason."""
        problem = Diagnostic("VD104", reason, inner.source.span(start, end))
        return Region(inner.stripped(), start, end, display=True, delimiter="", problem=problem)

    def _too_many(self, source: SourceText, start: int, end: int) -> None:
        if self.formulas == FORMULAS + 1:
            message = f"the document has more than {FORMULAS} formulas; from here on they are not read"
            self.say("VD005", message, source, start, end, "split it")

    # ---- annotations -------------------------------------------------------------------------------
    def annotation(self, content: Placed, start: int, end: int, position: int | None = None) -> Annotation:
        """The annotation in a comment from `start` up to `end`; `content` is what stands behind `vd:`."""
        content = content.stripped()
        return Annotation(content, self._parts(content), content.source.span(start, end), position)

    def _parts(self, content: Placed) -> tuple[Placed | Region, ...]:
        """Words and formulas, which stand between dollar signs."""
        parts: list[Placed | Region] = []
        dollars, done, at = Dollars(content.text), 0, content.text.find("$")
        while at >= 0:
            width = 2 if content.text.startswith("$$", at) else 1
            end = dollars.close(at + width, width, len(content.text))
            if end is None:
                self.never_closed(content.source, *content.range(at, at + width), "$" * width)
                break
            inner = content.cut(at + width, end)
            place = content.range(at, end + width)
            region = self.region(inner, *place, display=False, delimiter="$" * width)
            parts.extend(part for part in (_words(content, done, at), region) if part is not None)
            done = end + width
            at = content.text.find("$", done)
        words = _words(content, done, len(content.text))
        return (*parts, words) if words is not None else tuple(parts)


def annotation_in(comment: Placed) -> Placed | None:
    """What stands behind `vd:` in a comment, all of one that is nearly so; None if it is none of ours."""
    found = ANNOTATION.match(comment.text)
    if found is None:
        return comment if NEARLY.match(comment.text) else None
    return comment.cut(found.end(), len(comment.text))


def without_comments(formula: Placed) -> tuple[Placed, list[tuple[Placed, tuple[int, int]]]]:
    """The formula without what stands behind a `%`, and the annotations among that with their places."""
    if "%" not in formula.text:
        return formula, []
    parts, annotations, at = [], [], 0
    for comment in COMMENT.finditer(formula.text):
        if comment[1] is None:
            continue
        parts.append(formula.cut(at, comment.start()))
        at = comment.end()
        content = annotation_in(formula.cut(comment.start(1), comment.end()))
        if content is not None:
            annotations.append((content, formula.range(comment.start(), comment.end())))
    parts.append(formula.cut(at, len(formula.text)))
    return Placed.joined(formula.source, parts, formula.start), annotations


def _words(content: Placed, start: int, end: int) -> Placed | None:
    return content.cut(start, end) if content.text[start:end].strip() else None


def _index(formula: Placed, place: int) -> int:
    """The first character of a formula that comes from this place of the source or from behind it."""
    run = bisect_left(formula.runs, place, key=lambda r: r.start)
    return formula.runs[run].at if run < len(formula.runs) else len(formula.text)
