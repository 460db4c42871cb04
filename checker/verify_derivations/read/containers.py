"""The containers of Markdown, block quotes and list items: what of a line is left when they are taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify_derivations.manuscript import SourceText

MARKER = re.compile(r"(?:[-+*:]|(\d{1,9})[.)])(?=[ \t]|$)")
DEEPEST = 40
"""Containers within each other; beyond, their signs are text."""


@dataclass(slots=True)
class Line:
    """A line from `at` up to `end`; `column` is where `at` stands, with tabs as in a terminal."""

    text: str
    at: int
    end: int
    column: int = 0

    @property
    def rest(self) -> str:
        return self.text[self.at : self.end]

    @property
    def blank(self) -> bool:
        return not self.rest.strip()

    def indent(self) -> int:
        """The columns of blank space that come next."""
        column = self.column
        for character in self.text[self.at : self.end]:
            if character == "\t":
                column += 4 - column % 4
            elif character == " ":
                column += 1
            else:
                break
        return column - self.column

    def skip(self, columns: int) -> None:
        """Goes on over so many columns of blank space, or over all there is if there is less."""
        goal = self.column + columns
        while self.column < goal and self.at < self.end and self.text[self.at] in " \t":
            self.column += 4 - self.column % 4 if self.text[self.at] == "\t" else 1
            self.at += 1

    def take(self, characters: int) -> None:
        """Goes on over characters that are no blank space."""
        self.at += characters
        self.column += characters


class Containers:
    """The block quotes (as 0) and list items (as the columns of their indent) that are open."""

    def __init__(self) -> None:
        self.open: list[int] = []

    def matched(self, line: Line) -> int:
        """How many of the open containers the line goes on with; their signs are taken off it."""
        for number, indent in enumerate(self.open):
            if indent:
                if not line.blank and line.indent() < indent:
                    return number
                line.skip(indent)
            elif not _take_quote(line):
                return number
        return len(self.open)

    def opened(self, line: Line, in_paragraph: bool) -> str:
        """Opens the container that begins here, if one does: "quote", "item" or nothing."""
        if line.indent() >= 4 or len(self.open) >= DEEPEST:
            return ""
        if _take_quote(line):
            self.open.append(0)
            return "quote"
        indent = line.indent()
        marker = MARKER.match(line.text, line.at + _blanks(line), line.end)
        if marker is None or (in_paragraph and not _may_interrupt(line, marker)):
            return ""
        line.skip(indent)
        line.take(len(marker[0]))
        content = line.indent()
        if line.blank or content > 4:
            content = 1
        line.skip(content)
        self.open.append(indent + len(marker[0]) + content)
        return "item"

    def stripped(self, line: Line) -> None:
        """Takes the signs of block quotes off a line that goes on with what is open, if it has them."""
        for indent in self.open:
            if not indent:
                _take_quote(line)


def lines_of(source: SourceText, first: int) -> Line:
    """The line of this number, counted from 0."""
    start = source.starts[first]
    end = source.starts[first + 1] - 1 if first + 1 < len(source.starts) else len(source.text)
    return Line(source.text, start, end)


def _blanks(line: Line) -> int:
    rest = line.rest
    return len(rest) - len(rest.lstrip(" \t"))


def _take_quote(line: Line) -> bool:
    indent = line.indent()
    if indent >= 4 or line.text[line.at + _blanks(line) : line.end][:1] != ">":
        return False
    line.skip(indent)
    line.take(1)
    line.skip(1)
    return True


def _may_interrupt(line: Line, marker: re.Match[str]) -> bool:
    """A list in the middle of a paragraph begins with a bullet or 1, and with words."""
    return marker[1] in (None, "1") and bool(line.text[marker.end() : line.end].strip())
