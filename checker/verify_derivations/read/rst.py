"""reStructuredText: the `math` role and directive; literal blocks, code and comments are passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from verify_derivations.manuscript import Enclosure, Manuscript, Placed, Role, Run, SourceText
from verify_derivations.read.containers import Line, lines_of
from verify_derivations.read.equations import separate_equations
from verify_derivations.read.formulas import Desk, annotation_in
from verify_derivations.read.latex_words import kind_of_directive
from verify_derivations.read.pages import Pages
from verify_derivations.read.rst_text import Paragraph
from verify_derivations.read.source import read_source

DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:.+-]+)::(?:[ \t]+(.*)|[ \t]*)$")
COMMENT = re.compile(r"\.\.(?=[ \t]|$)[ \t]*")
TARGET = re.compile(r"\.\.[ \t]+_[^\n]*:|__[ \t]|\.\.[ \t]+__:")
NO_FIGURE = 10**6
"""The indent of a figure where there is none: nothing stands below it."""

NOTE = re.compile(r"\.\.[ \t]+\[[^\]\n]+\][ \t]*")
OPTION = re.compile(r":([\w-]+):[ \t]*(.*)$")
ITEM = re.compile(r"(?:[-*+•]|(?:\d+|#|[A-Za-z])[.)]|\(\w{1,3}\)|:[A-Za-z][^:`\n]{0,60}:)[ \t]+")
"""How an item of a list begins, or a field."""

TERM = re.compile(r"(?!.*:math:)[^\n]{1,60}[^\n.,;:!?=\s]\s*")
"""A line with more indented lines right below it that say what it is."""

UNDERLINE = re.compile(r"([=\-`:.'\"~^_*+#<>])\1{2,}[ \t]*$")

CODE = frozenset(
    "code code-block sourcecode literalinclude parsed-literal raw image include toctree highlight plot "
    "ipython doctest testcode testsetup testoutput graphviz digraph inheritance-diagram csv-table index "
    "replace unicode jupyter-execute exec mermaid automodule autoclass autofunction autosummary "
    "contents meta bibliography prompt command-output tabularcolumns role default-role sectnum header "
    "footer".split()
)
"""Directives whose content is no text; that of all others is."""

SIMPLE = re.compile(r"=+(?:[ ]+=+)+[ \t]*$")
GRID = re.compile(r"\+(?:[-=]+\+)+[ \t]*$")


def read_rst(path: str) -> Manuscript:
    """What stands in a reStructuredText file.

    Raises:
        OSError: the file cannot be read.
    """
    source, messages = read_source(path)
    desk = Desk(len(source.text), messages)
    reader = RstReader(source, desk)
    reader.read()
    blocks, enclosed = tuple(reader.pages.blocks), reader.pages.set_apart()
    return Manuscript(path, "rst", blocks, desk.diagnostics(), reader.title, (source,), enclosed)


class RstReader:
    """Goes through the lines of a text once."""

    def __init__(
        self,
        source: SourceText,
        desk: Desk,
        pages: Pages | None = None,
        lines: list[tuple[int, int]] | None = None,
    ) -> None:
        self.source = source
        self.desk = desk
        self.pages = pages if pages is not None else Pages()
        whole = [lines_of(source, number) for number in range(len(source.starts))] if lines is None else []
        self.lines = [(line.at, line.end) for line in whole] if lines is None else lines
        self.title = ""
        self.paragraph: list[tuple[int, int]] = []
        self.role = Role.PARAGRAPH
        self.figure = NO_FIGURE
        self.margin = 0
        self.levels: list[str] = []
        self.literal: int | None = None
        self.columns: list[tuple[int, bool]] = [(0, False)]
        """Where texts within each other begin, and which of them are block quotes."""
        self.has_body = lines is not None
        """What is indented next belongs to a directive, or is all there is."""
        self.apart: list[int] = []
        """How far the directives are indented that are open and set something apart."""

    def read(self) -> None:
        """All lines, into blocks."""
        number = 0
        while number < len(self.lines):
            number = max(number + 1, self._line(number))
        self._end_apart(0)
        self._begin_column(0)

    def _at(self, number: int) -> Line:
        return Line(self.source.text, *self.lines[number])

    def _indent(self, number: int) -> int | None:
        """The columns of blank space that a line begins with; None of a blank line."""
        line = self._at(number)
        return None if line.blank else line.indent()

    def _line(self, number: int) -> int:
        indent = self._indent(number)
        if indent is None:
            self._close()
            return 0
        if self.apart and indent <= self.apart[-1]:
            self._end_apart(indent)
        if self.literal is not None and not self.paragraph:
            below, self.literal = self.literal, None
            if indent > below:
                return self._behind_block(number, below)
        if indent < self.margin:
            self._close()
        if self._is_below_a_term(indent):
            self._close()
            self.role, self.has_body = Role.ITEM, True
        if not self.paragraph:
            self._begin_column(indent)
        line = self._at(number)
        line.skip(indent)
        while (after := self._leaf(line, number)) is None and self._takes_item(line):
            pass  # what stands behind the sign of an item may be anything again
        if after is not None:
            return after
        self.margin = self.margin if self.paragraph else line.column
        self.paragraph.append((line.at, line.end))
        if line.rest.rstrip().endswith("::"):
            self.literal = indent
        return 0

    def _is_below_a_term(self, indent: int) -> bool:
        """The line says what the one above it is, as in a list of definitions."""
        if len(self.paragraph) != 1 or indent <= self.margin:
            return False
        return TERM.fullmatch(self.source.text[slice(*self.paragraph[0])]) is not None

    def _begin_column(self, column: int) -> None:
        """A text begins here: what is indented more ends; what is indented for no reason is a quote."""
        while self.columns[-1][0] > column:
            self._close()
            if self.columns.pop()[1]:
                self.pages.end(f"quote {len(self.columns)}")
        if column > self.columns[-1][0]:
            if not self.has_body:
                self._close()
                self.pages.begin(f"quote {len(self.columns)}", Enclosure.STATEMENT)
            self.columns.append((column, not self.has_body))
        self.has_body = False

    def _end_apart(self, indent: int) -> None:
        """Directives end whose content is indented by more than this."""
        self._close()
        while self.apart and indent <= self.apart[-1]:
            self.apart.pop()
            self.pages.end(f"directive {len(self.apart)}")

    def _leaf(self, line: Line, number: int) -> int | None:
        """Reads what is no text; the number of the line behind it."""
        rest = line.rest.rstrip()
        for pattern, handle in LEAVES:
            found = pattern.match(rest)
            if found is not None and (after := handle(self, number, line.column, line.at, found)) is not None:
                return after
        return None

    def _takes_item(self, line: Line) -> bool:
        """Begins an item of a list, if the line does: its sign is taken off."""
        item = ITEM.match(line.rest)
        if item is None or (self.paragraph and item[0][0] not in "-*+•:"):
            return False
        self._close()
        self.role = Role.ITEM
        line.take(item.end())
        self.columns.append((line.column, False))
        return True

    def _behind_block(self, number: int, indent: int) -> int:
        """The number of the first line from `number` on that is indented by no more than `indent`."""
        while number < len(self.lines):
            here = self._indent(number)
            if here is not None and here <= indent:
                break
            number += 1
        return number

    def _close(self) -> None:
        """Ends the paragraph."""
        if self.paragraph:
            lines, self.paragraph = self.paragraph, []
            self.figure = self.figure if self.margin > self.figure else NO_FIGURE
            role = self.role if self.figure == NO_FIGURE else Role.NOTE
            self.pages.prose(Paragraph(self._joined(lines), self.desk).read(), role)
        self.role = Role.PARAGRAPH

    def _joined(self, lines: list[tuple[int, int]]) -> Placed:
        """Lines as one text, with a newline between them, also where a cell of a table ends."""
        parts: list[Placed] = []
        for start, end in lines[:-1]:
            newline = Placed("\n", self.source, (Run(0, end, end + 1, False),))
            parts.extend((self.source.placed(start, end), newline))
        return Placed.joined(self.source, (*parts, self.source.placed(*lines[-1])), lines[0][0])

    # ---- what a line can be ------------------------------------------------------------------------
    def _directive(self, number: int, indent: int, at: int, found: re.Match[str]) -> int:
        name, argument = found[1], found[2] or ""
        self._close()
        if name == "math":
            return self._math(number, indent, at, found)
        if name in CODE:
            return self._behind_block(number + 1, indent)
        kind = kind_of_directive(name, argument)
        self.has_body = True
        if kind is not None:
            self.pages.begin(f"directive {len(self.apart)}", kind)
            self.apart.append(indent)
        self.figure = indent if name == "figure" else self.figure
        if argument.strip() and name not in ("figure", "container"):
            start = at + found.start(2)
            text = Paragraph(self.source.placed(start, start + len(argument)), self.desk).read()
            self.pages.prose(text, Role.HEADING if name == "rubric" else Role.PARAGRAPH, level=6)
        while number + 1 < len(self.lines) and self._option(number + 1, indent) is not None:
            number += 1
        return number + 1

    def _option(self, number: int, indent: int) -> re.Match[str] | None:
        """The option of a directive that a line gives."""
        here = self._indent(number)
        if here is None or here <= indent:
            return None
        return OPTION.match(self._at(number).rest.strip())

    def _math(self, number: int, indent: int, at: int, found: re.Match[str]) -> int:
        """Displayed formulas, a blank line between them."""
        after = self._behind_block(number + 1, indent)
        label = ""
        lines: list[tuple[int, int]] = []
        if (found[2] or "").strip():
            lines.append((at + found.start(2), self._at(number).end))
        inline = len(lines)
        for inside in range(number + 1, after):
            option = self._option(inside, indent) if len(lines) == inline else None
            if option is not None and option[1] in (
                "label",
                "nowrap",
                "name",
                "class",
                "nonumber",
                "no-wrap",
            ):
                label = option[2].strip() if option[1] in ("label", "name") else label
                continue
            line = self._at(inside)
            line.skip(line.indent())
            lines.append((line.at, line.end))
        while lines and not self.source.text[slice(*lines[-1])].strip():
            lines.pop()
        if lines:
            end = lines[-1][1]
            for equation in separate_equations(self._joined(lines)):
                self.pages.add(
                    self.desk.region(equation, at, end, display=True, delimiter="math", label=label)
                )
        return after

    def _comment(self, number: int, indent: int, at: int, found: re.Match[str]) -> int:
        """A comment with the indented lines below it, which may be an annotation."""
        self._close()
        after = self._behind_block(number + 1, indent)
        lines = [(at + found.end(), self._at(number).end)]
        for inside in range(number + 1, after):
            line = self._at(inside)
            line.skip(line.indent())
            lines.append((line.at, line.end))
        while len(lines) > 1 and not self.source.text[slice(*lines[-1])].strip():
            lines.pop()
        content = annotation_in(self._joined(lines))
        if content is not None:
            self.pages.add(self.desk.annotation(content, at, lines[-1][1]))
        return after

    def _note(self, number: int, indent: int, at: int, found: re.Match[str]) -> int:
        """A footnote or a citation: its words are text."""
        self._close()
        self.role = Role.NOTE
        self.has_body = True
        self.figure, self.margin = indent, indent + 1
        self.paragraph.append((at + found.end(), self._at(number).end))
        return number + 1

    def _nothing(self, number: int, indent: int, at: int, found: re.Match[str]) -> int:
        self._close()
        return number + 1

    def _grid(self, number: int, indent: int, at: int, found: re.Match[str]) -> int | None:
        """A table drawn with signs: each of its cells is a text by itself."""
        if self.paragraph:
            return None
        edges = [place for place, sign in enumerate(found[0]) if sign == "+"]
        rows: list[tuple[int, int]] = []
        while number < len(self.lines) and self._indent(number) == indent:
            line = self._at(number)
            line.skip(indent)
            if self.source.text[line.at] not in "+|":
                break
            if self.source.text[line.at] == "+":
                self._cells(rows, edges)
                rows = []
            else:
                rows.append((line.at, line.end))
            number += 1
        self._cells(rows, edges)
        return number

    def _simple(self, number: int, indent: int, at: int, found: re.Match[str]) -> int | None:
        """A table whose columns stand below rows of signs, up to the row of them with nothing below it."""
        if self.paragraph:
            return None
        edges = [*(run.start() - 1 for run in re.finditer("=+", found[0])), NO_FIGURE]
        number += 1
        while number < len(self.lines):
            line = self._at(number)
            line.skip(indent)
            number += 1
            if SIMPLE.match(line.rest) is None:
                self._cells([] if line.blank else [(line.at, line.end)], edges)
            elif number == len(self.lines) or self._indent(number) is None:
                break
        return number

    def _cells(self, rows: list[tuple[int, int]], edges: list[int]) -> None:
        """The cells of a row, and what they suppose, which is over behind it."""
        row = f"row {rows[0][0] if rows else 0}"
        self.pages.begin(row, Enclosure.STATEMENT)
        for left, right in pairwise(edges if rows else []):
            cell = [(min(at + left + 1, end), min(at + right, end)) for at, end in rows]
            RstReader(self.source, self.desk, self.pages, cell).read()
        self.pages.end(row)

    def _doctest(self, number: int, indent: int, at: int, found: re.Match[str]) -> int | None:
        """Python at its prompt, up to a blank line."""
        if self.paragraph:
            return None
        while number < len(self.lines) and self._indent(number) is not None:
            number += 1
        return number

    def _underline(self, number: int, indent: int, at: int, found: re.Match[str]) -> int | None:
        """The line below (or above) a heading, or between two parts."""
        if len(self.paragraph) > 1:
            return None
        if not self.paragraph:
            self.pages.separate()
            return number + 1
        sign = found[1]
        if sign not in self.levels:
            self.levels.append(sign)
        lines, self.paragraph = self.paragraph, []
        heading = self._joined(lines)
        self.title = self.title or heading.text.strip()
        self.pages.prose(Paragraph(heading, self.desk).read(), Role.HEADING, self.levels.index(sign) + 1)
        self._close()
        return number + 1


LEAVES: tuple[
    tuple[re.Pattern[str], Callable[[RstReader, int, int, int, re.Match[str]], int | None]], ...
] = (
    (TARGET, RstReader._nothing),
    (NOTE, RstReader._note),
    (DIRECTIVE, RstReader._directive),
    (COMMENT, RstReader._comment),
    (re.compile(">>>"), RstReader._doctest),
    (GRID, RstReader._grid),
    (SIMPLE, RstReader._simple),
    (UNDERLINE, RstReader._underline),
)
"""What a line may be, in this order; what is none of these is text."""
