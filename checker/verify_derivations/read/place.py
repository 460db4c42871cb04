"""Which steps of a document stand at a place of its file, as a person names it."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

from verify_derivations.dataclass import dataclass
from verify_derivations.model import Document, Step
from verify_derivations.read.manuscripts import FORMATS, read_manuscript
from verify_derivations.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file; in a notebook of one of its cells."""

    path: str
    line: int
    cell: int | None = None

    def __str__(self) -> str:
        return f"line {self.line}" + (f" of cell {self.cell}" if self.cell else "")


PLACE = re.compile(r"(?P<path>.+?)(?::cell (?P<cell>\d+))?:(?P<line>\d+)(?::(?P<column>\d+))?")
IN_CELL = re.compile(r"(?P<path>.+?\.ipynb):(?P<cell>\d+):(?P<line>\d+)(?::\d+)?")


def place_of(text: str) -> Place | None:
    """The place that FILE:LINE, FILE:LINE:COLUMN, or of a notebook FILE:CELL:LINE names; else None.

    >>> str(place_of("notes.md:7:3")), str(place_of("notes.ipynb:3:2")), place_of("notes.md")
    ('line 7', 'line 2 of cell 3', None)
    """
    found = IN_CELL.fullmatch(text) or PLACE.fullmatch(text)
    if found is None:
        return None
    return Place(found["path"], int(found["line"]), int(found["cell"]) if found["cell"] else None)


def steps_at(document: Document, place: Place) -> list[Step]:
    """The steps that the statement at this line makes; all of a derivation at the line that opens it.

    At a line of a display at which no step begins, those of the display.
    """
    line = place.line
    for derivation in document.derivations:
        opens = derivation.span.line == line and _is_in(derivation.span, document, place)
        if opens and all(step.span.line != line for step in derivation.steps):
            return list(derivation.steps)
    found = _between(document, place, *_statement(document, line))
    if found or Path(document.path).suffix not in FORMATS or not document.derivations:
        return found  # it may be no file at all
    spans = (region.span() for region in read_manuscript(document.path).regions())
    around = [s for s in spans if _is_in(s, document, place) and s.line <= line <= _last(s)]
    return [step for span in around[:1] for step in _between(document, place, span.line, _last(span))]


def places_with_steps(document: Document) -> list[Place]:
    """The places in its file at which steps are stated, in order."""
    spans = [step.span for derivation in document.derivations for step in derivation.steps]
    own = {(s.cell or 0, s.line) for s in spans if _is_same(s.path, document.path)}
    return [Place(document.path, line, cell or None) for cell, line in sorted(own)]


def _between(document: Document, place: Place, first: int, last: int) -> list[Step]:
    """The steps of this file and cell that begin between two lines, or reach over the one that is meant."""
    return [
        step
        for derivation in document.derivations
        for step in derivation.steps
        if _is_in(step.span, document, place)
        and (first <= step.span.line <= last or step.span.line <= place.line <= _last(step.span))
    ]


def _is_in(span: Span, document: Document, place: Place) -> bool:
    """Not in a file that is taken in, nor in another cell."""
    return span.cell == place.cell and _is_same(span.path, document.path)


def _is_same(path: str, other: str) -> bool:
    return os.path.normpath(path) == os.path.normpath(other)


def _last(span: Span) -> int:
    return span.end_line or span.line


def _statement(document: Document, line: int) -> tuple[int, int]:
    """First and last line of the Python statement that this line is part of; else the line alone.

    A call that goes over several lines is one step, whichever of its lines is named.
    """
    if not document.path.endswith(".py"):
        return line, line
    try:
        tree = ast.parse(Path(document.path).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, SyntaxError, RecursionError):
        return line, line
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            last = node.end_lineno or node.lineno
            if node.lineno <= line <= last:
                return node.lineno, last
    return line, line


__all__ = ["Place", "place_of", "places_with_steps", "steps_at"]
