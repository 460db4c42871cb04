"""The line of the claim file that a message is about, with carets below the place."""

from __future__ import annotations

from collections.abc import Sequence

from verify_derivations.render.plain import printable, width
from verify_derivations.span import Span


def source_frame(lines: Sequence[str], span: Span, columns: int = 100) -> list[str]:
    """The frame, as lines; empty if the place is not in the text.

    >>> print(*source_frame(["a = 因此(b)"], Span("notes.py", 1, 5, 1, 8)), sep=chr(10))
      |
    1 | a = 因此(b)
      |     ^^^^^
    """
    if not 1 <= span.line <= len(lines):
        return []
    text = printable(lines[span.line - 1]).rstrip()
    start, end = _marked(text, span)
    gutter = len(str(span.line))
    shown, before, marked = _cropped(text, start, end, max(20, columns - gutter - 3))
    blank = " " * gutter
    return [
        f"{blank} |",
        f"{span.line} | {shown}".rstrip(),
        f"{blank} | {' ' * width(before)}{'^' * max(1, width(marked))}",
    ]


def _marked(text: str, span: Span) -> tuple[int, int]:
    """Where the marked part starts and ends in the text: the span, or all of the line if it is no more."""
    end = len(text)
    if span.end_column is not None and span.end_line in (None, span.line):
        end = min(end, span.end_column - 1)
    start = min(max(0, span.column - 1), len(text))
    while start < end and text[start].isspace():
        start += 1
    return start, max(start, end)


def _cropped(text: str, start: int, end: int, columns: int) -> tuple[str, str, str]:
    """The part of a long line that fits, the marked place in it; tabs become blanks so that carets fit."""
    text, before, marked = _spaced(text), _spaced(text[:start]), _spaced(text[start:end])
    if width(text) <= columns:
        return text, before, marked
    if width(before) > columns // 2:
        cut = len(before) - columns // 4
        text, before = "…" + text[cut:], "…" + before[cut:]
    shown = _fitting(text, columns)
    return shown, before, marked[: max(1, len(shown) - len(before) - 1)]


def _fitting(text: str, columns: int) -> str:
    if len(text) <= columns and width(text) <= columns:
        return text
    shown = text[: columns - 1]  # a column holds a character at most
    while width(shown) >= columns:
        shown = shown[:-1]
    return shown + "…"


def _spaced(text: str) -> str:
    return text.replace("\t", "    ")
