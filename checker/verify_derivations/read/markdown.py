"""Markdown in its dialects (CommonMark, GitHub, MyST, kramdown, Pandoc): its blocks, each to its reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from verify_derivations.manuscript import Enclosure, Manuscript, Placed, Role, SourceText
from verify_derivations.read.braces import Braces
from verify_derivations.read.containers import Containers, Line, lines_of
from verify_derivations.read.displays import OPENING, Displays
from verify_derivations.read.equations import separate_equations
from verify_derivations.read.formulas import Desk, annotation_in
from verify_derivations.read.latex_words import kind_of_directive, kind_of_div
from verify_derivations.read.markdown_marks import (
    ADMONITION,
    ASIDES,
    BREAK,
    CODE,
    DEFINITION,
    DIRECTIVE,
    ENCLOSING,
    FENCE,
    FRONT_MATTER_END,
    GATES,
    HEADING,
    LIQUID,
    MYST_COMMENT,
    NO_TEXT,
    NOTE,
    OPTION,
    REFERENCE,
    TAG,
    TITLE,
    UNDERLINE,
)
from verify_derivations.read.markdown_text import Paragraph
from verify_derivations.read.opened import Directives, Tags
from verify_derivations.read.pages import Pages
from verify_derivations.read.source import read_source


def read_markdown(path: str) -> Manuscript:
    """What stands in a Markdown file.

    Raises:
        OSError: the file cannot be read.
    """
    source, messages = read_source(path)
    desk = Desk(len(source.text), messages)
    reader = MarkdownReader(source, desk)
    reader.read()
    blocks, enclosed = tuple(reader.pages.blocks), reader.pages.set_apart()
    return Manuscript(path, "markdown", blocks, desk.diagnostics(), reader.title, (source,), enclosed)


class MarkdownReader:
    """Goes through the lines of a text once. A notebook uses one for each of its cells."""

    def __init__(self, source: SourceText, desk: Desk, pages: Pages | None = None) -> None:
        self.source = source
        self.text = source.text
        self.desk = desk
        self.pages = pages if pages is not None else Pages()
        self.title = ""
        self.containers = Containers()
        self.displays = Displays(self.text)
        self.paragraph: list[tuple[int, int]] = []
        self.role = Role.PARAGRAPH
        self.directives = Directives(self.pages)
        self.tags = Tags(self.pages)
        self._braces: Braces | None = None
        self._never_ends: set[str] = set()

    def read(self) -> None:
        """All lines, into blocks."""
        number = self._front_matter()
        while number < len(self.source.starts):
            number = max(number + 1, self._line(number))
        self._close()
        self._leave(0)
        self.directives.end(0)
        self.tags.end(self.tags.open[:1])

    # ---- lines -------------------------------------------------------------------------------------
    def _line(self, number: int) -> int:
        """Reads a line, and those that belong to it; the number of the next one if it is not the next."""
        line = lines_of(self.source, number)
        open_before = len(self.containers.open)
        matched = self.containers.matched(line)
        if line.blank:
            self._close()
            self._leave(matched)
            return 0
        if matched < open_before:
            within_an_item = self.containers.open[matched] > 0
            if self.paragraph and not self._begins_something(line, within_an_item):
                return self._text(line, number)
            self._close()
            self._leave(matched)
        if not self.paragraph and line.indent() >= 4:
            if not self._in_glossary():
                return 0  # indented code
            line.skip(line.indent())
        while opened := self.containers.opened(line, bool(self.paragraph)):
            self._close()
            self.role = Role.ITEM if opened == "item" else Role.PARAGRAPH
            if opened == "quote":
                self.pages.go_on(f"quote {self.source.cell} {len(self.containers.open)}", Enclosure.STATEMENT)
            if line.blank or line.indent() >= 4:
                return 0
        return self._leaf(line, number)

    def _leave(self, kept: int) -> None:
        """The containers end that are open, but for so many of the outer ones."""
        for place in range(len(self.containers.open), kept, -1):
            self.pages.end(f"quote {self.source.cell} {place}")
        del self.containers.open[kept:]

    def _in_glossary(self) -> bool:
        """What is indented explains the term above it."""
        return bool(self.directives.open) and self.directives.open[-1][2] == "glossary"

    def _begins_something(self, line: Line, within_an_item: bool) -> bool:
        """The line cannot go on with a paragraph of a container that it does not belong to.

        Behind a paragraph of an item any number begins another item, within other paragraphs only 1 does.
        """
        rest = line.rest.lstrip()
        if line.indent() >= 4:
            return False
        probe = Line(line.text, line.at, line.end, line.column)
        return bool(
            FENCE.match(rest)
            or HEADING.match(rest)
            or BREAK.match(rest)
            or Containers().opened(probe, not within_an_item)
        )

    def _leaf(self, line: Line, number: int) -> int:
        """A line without its containers."""
        rest = line.rest
        for pattern, handle in LEAVES:
            found = pattern.match(rest)
            if found is not None and (after := handle(self, line, number, found)) is not None:
                return after
        return self._text(line, number)

    def _text(self, line: Line, number: int) -> int:
        """A line of a paragraph; what is opened in it and not closed takes the lines to its end with it."""
        start = line.at
        self.paragraph.append((start, line.end))
        last, stop = number, self._extent(start, line.end)
        while self.source.starts[last] <= stop and last + 1 < len(self.source.starts):
            if self.source.starts[last + 1] > stop:
                break
            last += 1
            more = lines_of(self.source, last)
            self.containers.stripped(more)
            self.paragraph.append((more.at, more.end))
        closed = self.tags.closed_in(self.text, start, lines_of(self.source, last).end)
        if closed:
            self._close()
            self.tags.end(closed)
        return last + 1

    def _extent(self, at: int, end: int) -> int:
        """The place up to which a line that ends at `end` must be read for what it opens to be closed."""
        while True:
            stop = self._opened_end(at, end)
            if stop is None or stop <= end:
                return end
            at = stop
            line_end = self.text.find("\n", stop)
            end = line_end if line_end >= 0 else len(self.text)

    def _opened_end(self, at: int, end: int) -> int | None:
        """Where the last of what the line opens ends, if that is beyond the line."""
        while (opening := OPENS.search(self.text, at, end)) is not None:
            stop = self._closing(opening)
            if stop is not None and stop > end:
                return stop
            at = stop if stop is not None else opening.end()
        return None

    def _closing(self, opening: re.Match[str]) -> int | None:
        if opening["escape"]:
            return None
        if opening["ticks"]:  # a code span within the line
            found = self.text.find(opening["ticks"], opening.end())
            line_end = self.text.find("\n", opening.end())
            return (
                found + len(opening["ticks"])
                if 0 <= found < (line_end if line_end >= 0 else found + 1)
                else None
            )
        if opening["enclosing"]:
            return self._enclosing_end(opening)
        closing = self.displays.close(opening)
        return closing.end if closing is not None else None

    def _enclosing_end(self, opening: re.Match[str]) -> int | None:
        closer = ENCLOSING[opening["enclosing"].lower()]
        found = -1 if closer in self._never_ends else self.text.find(closer, opening.end())
        if found < 0:
            self._never_ends.add(closer)
            return None
        return found + len(closer)

    def _close(self) -> None:
        """Ends the paragraph."""
        if self.paragraph:
            lines, self.paragraph = self.paragraph, []
            joined = self._joined(lines)
            aside = NOTE.match(joined.text) or any(name in ASIDES for _, _, name in self.directives.open)
            role = Role.NOTE if aside else self.role
            self.pages.prose(Paragraph(joined, self.desk).read(), role)
        self.role = Role.PARAGRAPH

    def _joined(self, lines: list[tuple[int, int]]) -> Placed:
        """Lines as one text, with the newlines between them."""
        stretches: list[list[int]] = []
        for start, end in lines:
            if stretches and stretches[-1][1] + 1 == start:
                stretches[-1][1] = end
            else:
                stretches.append([start, end])
        parts = [self.source.placed(start, end + 1) for start, end in stretches[:-1]]
        parts.append(self.source.placed(*stretches[-1]))
        return Placed.joined(self.source, parts, lines[0][0])

    def _one_line(self, start: int, end: int, role: Role, level: int = 0) -> None:
        self._close()
        self.pages.prose(Paragraph(self.source.placed(start, end), self.desk).read(), role, level)

    # ---- what a line can be ------------------------------------------------------------------------
    def _front_matter(self) -> int:
        """The number of the first line behind the front matter."""
        if not self.text.startswith("---\n"):
            return 0
        end = FRONT_MATTER_END.search(self.text, 4)
        if end is None:
            return 0
        title = TITLE.search(self.text, 0, end.start())
        if title is not None:
            self.title = (title[1] or title[2] or title[3] or "").strip()
        return self.source.starts.index(end.start()) + 1

    def _fence(self, line: Line, number: int, found: re.Match[str]) -> int | None:
        """Code, a displayed formula, or a directive whose content is text."""
        marks, info = found[1], found[2].rstrip()
        if marks[0] == "`" and "`" in info:
            return None
        self._close()
        closed = self.directives.closed_by(marks) if not info else None
        if closed is not None:
            self.directives.end(closed)
            return number + 1
        directive = DIRECTIVE.match(info)
        name = directive[1] if directive is not None else ""
        if (marks[0] == ":" or name) and name not in CODE and name != "math":
            kind = kind_of_directive(name, directive[2]) if directive is not None else kind_of_div(info)
            self.directives.open.append((marks[0], len(marks), name))
            if name.endswith(GATES):
                kind = None
                self.directives.gate(name)
            if kind is not None:
                self.pages.begin(self.directives.mark(len(self.directives.open) - 1), kind)
            if directive is not None and directive[2].strip():
                self._one_line(line.end - len(found[2]) + directive.start(2), line.end, Role.HEADING, 6)
            return self._options(number + 1)
        last = self._fence_end(marks, number + 1)
        if "math" in (info, name):
            self._math_fence(line, number, last, directive is not None)
        return last + 1

    def _admonition(self, line: Line, number: int, found: re.Match[str]) -> int:
        """One of MkDocs, whose content is indented."""
        self._close()
        self.containers.open.append(4)
        kind = kind_of_directive(found[1], found[2] or "") or kind_of_div(found[1])
        if kind is not None:
            self.pages.begin(f"quote {self.source.cell} {len(self.containers.open)}", kind)
        return number + 1

    def _tag(self, line: Line, number: int, found: re.Match[str]) -> int:
        """A tag of HTML that sets apart what stands up to the one that closes it."""
        self._close()
        name = found["tag"] or found["code"] or found["block"]
        self.tags.begin(name, found["attributes"] or found["given"] or found["said"] or "")
        return self._text(line, number)

    def _options(self, number: int) -> int:
        """The number of the first line behind the options of a directive."""
        while number < len(self.source.starts) and OPTION.match(
            lines_of(self.source, number).rest.lstrip(" >")
        ):
            number += 1
        return number

    def _fence_end(self, marks: str, number: int) -> int:
        """The number of the line that closes a fence, or of the last line."""
        closing = re.compile(rf"^[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$", re.MULTILINE)
        if number >= len(self.source.starts):
            return number
        found = closing.search(self.text, self.source.starts[number])
        return self.source.position(found.start())[0] - 1 if found is not None else len(self.source.starts)

    def _math_fence(self, line: Line, number: int, last: int, directive: bool) -> None:
        """A displayed formula between fences, or several of a directive."""
        label = ""
        lines: list[tuple[int, int]] = []
        for inside in range(number + 1, min(last, len(self.source.starts))):
            content = lines_of(self.source, inside)
            self.containers.matched(content)
            option = OPTION.match(content.rest) if directive and not lines else None
            if option is not None:
                label = option[2].strip() if option[1] in ("label", "name") else label
            else:
                lines.append((content.at, content.end))
        if not lines:
            return
        block = self._joined(lines)
        start, end = line.at, lines_of(self.source, min(last, len(self.source.starts) - 1)).end
        for equation in separate_equations(block) if directive else [block]:
            self.pages.add(
                self.desk.region(equation, start, end, display=True, delimiter="math", label=label)
            )

    def _heading(self, line: Line, number: int, found: re.Match[str]) -> int:
        end = line.at + len(line.rest.rstrip().rstrip("#").rstrip()) if line.rest.strip("# ") else line.end
        self._one_line(line.at + found.end(), max(end, line.at + found.end()), Role.HEADING, len(found[1]))
        return number + 1

    def _underline(self, line: Line, number: int, found: re.Match[str]) -> int | None:
        """The line below a heading, or a thematic break."""
        if not self.paragraph:
            return None
        lines, self.paragraph = self.paragraph, []
        level = 1 if found[1][0] == "=" else 2
        self.pages.prose(Paragraph(self._joined(lines), self.desk).read(), Role.HEADING, level)
        self._close()
        return number + 1

    def _nothing(self, line: Line, number: int, found: re.Match[str]) -> int:
        """A line that says nothing to a reader."""
        self._close()
        return number + 1

    def _break(self, line: Line, number: int, found: re.Match[str]) -> int:
        """A line between two parts; that of MyST separates cells."""
        self._close()
        if not found[0].strip().startswith("+"):
            self.pages.separate()
        return number + 1

    def _reference(self, line: Line, number: int, found: re.Match[str]) -> int | None:
        return None if self.paragraph else number + 1

    def _row(self, line: Line, number: int, found: re.Match[str]) -> int:
        """A row of a table: no formula goes beyond it, nor what it supposes."""
        self._close()
        self.pages.begin(f"row {number}", Enclosure.STATEMENT)
        self._one_line(line.at, line.end, Role.PARAGRAPH)
        self.pages.end(f"row {number}")
        return number + 1

    def _myst_comment(self, line: Line, number: int, found: re.Match[str]) -> int | None:
        """An annotation in a comment of MyST."""
        content = annotation_in(self.source.placed(line.at + found.end(), line.end))
        if content is None:
            return None
        self._close()
        self.pages.add(self.desk.annotation(content, line.at, line.end))
        return number + 1

    def _liquid(self, line: Line, number: int, found: re.Match[str]) -> int | None:
        """A block of Jekyll's that holds code."""
        closer = f"end{found[1]}"
        end = None
        if closer not in self._never_ends:
            end = re.compile(rf"\{{%-?[ \t]*{closer}\b").search(self.text, line.end)
        if end is None:
            self._never_ends.add(closer)
            return None
        self._close()
        return self.source.position(end.start())[0]

    def _definition(self, line: Line, number: int, found: re.Match[str]) -> int | None:
        """A `\\newcommand` outside of any formula, as Pandoc and some sites have it."""
        end = self.desk.macros.read(self.text, line.at + found.end(), self._all_braces)
        return self.source.position(end)[0] if end is not None else None

    def _all_braces(self) -> Braces:
        if self._braces is None:
            self._braces = Braces(self.text)
        return self._braces


OPENS = re.compile(
    rf"(?P<escape>\\[\\$`])|(?P<ticks>`+)|(?P<enclosing>(?i:{'|'.join(map(re.escape, ENCLOSING))}))"
    rf"|{OPENING.pattern}"
)
"""What may open something in a line that the line does not close."""

LEAVES: tuple[
    tuple[re.Pattern[str], Callable[[MarkdownReader, Line, int, re.Match[str]], int | None]], ...
] = (
    (re.compile(r"[ ]{0,3}" + FENCE.pattern), MarkdownReader._fence),
    (re.compile(r"[ ]{0,3}" + HEADING.pattern), MarkdownReader._heading),
    (UNDERLINE, MarkdownReader._underline),
    (ADMONITION, MarkdownReader._admonition),
    (BREAK, MarkdownReader._break),
    (NO_TEXT, MarkdownReader._nothing),
    (REFERENCE, MarkdownReader._reference),
    (re.compile(r"[ ]{0,3}\|"), MarkdownReader._row),
    (MYST_COMMENT, MarkdownReader._myst_comment),
    (LIQUID, MarkdownReader._liquid),
    (TAG, MarkdownReader._tag),
    (DEFINITION, MarkdownReader._definition),
)
"""What a line may be, in this order; what is none of these is text."""
