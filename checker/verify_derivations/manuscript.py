"""The nouns of reading: a manuscript is prose, formulas and annotations, in order, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from verify_derivations.errors import Diagnostic
from verify_derivations.span import Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as it was read: a file, or a cell of a notebook, with its line ends made one newline each.

    >>> SourceText("notes.md", "one\\ntwo").span(4, 7)
    Span(path='notes.md', line=2, column=1, end_line=2, end_column=4, cell=None)
    """

    path: str
    text: str = field(repr=False)
    cell: int | None = None
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        object.__setattr__(self, "starts", tuple(starts))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end`."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(self.path, line, column, end_line, end_column, self.cell)

    def placed(self, start: int, end: int) -> Placed:
        """The characters from `start` up to `end`, as they stand."""
        return Placed(self.text[start:end], self, (Run(0, start, end),))


@dataclass(frozen=True, slots=True)
class Run:
    """Where the characters of a text from `at` on come from: `start` up to `end` of the source.

    Verbatim ones stand there one by one. Others (the body of a macro, a repaired command) stand for all
    of that stretch together.
    """

    at: int
    start: int
    end: int
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A text that knows where in the source each of its characters comes from.

    >>> source = SourceText("notes.tex", "$\\\\R^n$")
    >>> body = Placed("\\\\mathbb{R}", source, (Run(0, 1, 3, False),))
    >>> text = Placed.joined(source, [body, source.placed(3, 5)])
    >>> text.text, str(text.span(0, 3)), str(text.span(10, 12))
    ('\\\\mathbb{R}^n', 'notes.tex:1:2', 'notes.tex:1:4')
    """

    text: str
    source: SourceText = field(repr=False)
    runs: tuple[Run, ...]

    @staticmethod
    def joined(source: SourceText, parts: Iterable[Placed], at: int = 0) -> Placed:
        """The parts one after another; `at` is the place of an empty result."""
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        for part in parts:
            if part.text:
                runs.extend(Run(length + run.at, run.start, run.end, run.verbatim) for run in part.runs)
                texts.append(part.text)
                length += len(part.text)
        return Placed("".join(texts), source, tuple(runs) or (Run(0, at, at),))

    @property
    def start(self) -> int:
        """The first place of the source that any character comes from."""
        return min(run.start for run in self.runs)

    @property
    def end(self) -> int:
        """The place behind the last one that any character comes from."""
        return max(run.end for run in self.runs)

    def origin(self, index: int) -> tuple[int, int]:
        """The stretch of the source that the character at `index` comes from."""
        run = self.runs[max(0, bisect_right(self.runs, index, key=lambda r: r.at) - 1)]
        if not run.verbatim:
            return run.start, run.end
        place = min(run.start + max(0, index - run.at), run.end)
        return place, min(place + 1, run.end)

    def range(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """The stretch of the source that the characters from `start` up to `end` come from."""
        end = len(self.text) if end is None else end
        if end <= start:
            place = self.origin(start)[0] if start < len(self.text) else self.end
            return place, place
        first, last = self.origin(start), self.origin(end - 1)
        return min(first[0], last[0]), max(first[1], last[1])

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the file of the characters from `start` up to `end`."""
        return self.source.span(*self.range(start, end))

    def cut(self, start: int, end: int) -> Placed:
        """The characters from `start` up to `end`, with their places."""
        runs = []
        number = max(0, bisect_right(self.runs, start, key=lambda r: r.at) - 1)
        while number < len(self.runs) and (run := self.runs[number]).at < end:
            number += 1
            stop = self.runs[number].at if number < len(self.runs) else len(self.text)
            low, high = max(run.at, start), min(stop, end)
            if low < high and run.verbatim:
                runs.append(Run(low - start, run.start + low - run.at, run.start + high - run.at))
            elif low < high:
                runs.append(Run(low - start, run.start, run.end, False))
        return Placed(self.text[start:end], self.source, tuple(runs) or (Run(0, *self.range(start, start)),))

    def stripped(self) -> Placed:
        """Without blank space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, max(left, len(self.text.rstrip())))


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was mended before reading, as `rac{1}{2}`, which had been `\\frac{1}{2}`."""

    span: Span
    found: str
    read: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an author says to us in a comment: `<!-- vd: let $a = \\sigma(z)$ -->`.

    `content` is what stands behind `vd:`, `parts` the same as words and formulas, `span` the comment.
    `position` is None, but for one inside a displayed formula: where in its LaTeX it stood.
    """

    content: Placed
    parts: tuple[Placed | Region, ...]
    span: Span
    position: int | None = None

    @property
    def text(self) -> str:
        return self.content.text


@dataclass(frozen=True, slots=True)
class Region:
    """A formula. `formula` is what stands between its delimiters: macros expanded, comments taken out.

    `start` and `end` are its place in the source, delimiters included. A displayed one stands by itself;
    others are parts of a `Prose` or an `Annotation`. An environment that stands by itself is all in the
    formula, `\\begin` and `\\end` included, and `environment` has its name. `delimiter` is what the author
    opened it with: `$`, `$$`, `\\(`, `\\[`, `\\begin`, the name of a fence, directive or role (`math`), or
    nothing for LaTeX found bare in plain text. If `problem` is set, the formula could not be made ready
    (a macro that never ends) and must not be read as a claim.
    """

    formula: Placed
    start: int
    end: int
    display: bool
    delimiter: str
    environment: str = ""
    label: str = ""
    annotations: tuple[Annotation, ...] = ()
    repairs: tuple[Repair, ...] = ()
    problem: Diagnostic | None = None

    @property
    def latex(self) -> str:
        """The LaTeX to be read."""
        return self.formula.text

    @property
    def source(self) -> SourceText:
        return self.formula.source

    @property
    def whole(self) -> Span:
        """The place of the formula with its delimiters."""
        return self.source.span(self.start, self.end)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the file of the characters `start` up to `end` of the LaTeX."""
        return self.formula.span(start, end)


class Role(StrEnum):
    """What a piece of prose is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, an item or a paragraph: words (without most of the markup) and inline formulas, in order.

    A displayed formula interrupts a paragraph: what follows it is another `Prose`, which is `continued`
    if no blank line lies between.
    """

    parts: tuple[Placed | Region, ...]
    role: Role = Role.PARAGRAPH
    level: int = 0
    continued: bool = False

    @property
    def text(self) -> str:
        """Its words, with each formula between dollar signs."""
        return "".join(f"${part.latex}$" if isinstance(part, Region) else part.text for part in self.parts)

    def line_at(self, position: int) -> int:
        """The line of the source where a position of its text stands."""
        for part in self.parts:
            length = len(part.latex) + 2 if isinstance(part, Region) else len(part.text)
            if position < length:
                return part.span().line if isinstance(part, Region) else part.span(position, position).line
            position -= length
        return self.span.line

    @property
    def span(self) -> Span:
        """Its place, from the first part to the last."""
        first, last = self.parts[0], self.parts[-1]
        source = first.source
        return source.span(first.start, max(first.end, last.end if last.source is source else first.end))


class Enclosure(StrEnum):
    """What a document sets apart by marks around it, and what it means for what is said there."""

    STATEMENT = "statement"
    """A theorem, an example, a remark: what it supposes holds in it, and in its proof."""
    PROOF = "proof"
    """What belongs to the statement before it."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Blocks that stand together between two marks, from the first one to the last one, by their numbers."""

    kind: Enclosure
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document as prose, displayed formulas and annotations, in reading order, whatever its format."""

    path: str
    format: str
    blocks: tuple[Prose | Region | Annotation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    title: str = ""
    sources: tuple[SourceText, ...] = ()
    """The texts it was read from: the file, what it inputs, the cells of a notebook."""
    enclosed: tuple[Enclosed, ...] = ()
    """Theorems, proofs and the like, in the order of their ends."""

    def regions(self) -> Iterator[Region]:
        """Every formula of the text in order, displayed or not, but for those inside annotations."""
        for block in self.blocks:
            match block:
                case Region():
                    yield block
                case Prose(parts=parts):
                    yield from (part for part in parts if isinstance(part, Region))
                case Annotation():
                    pass

    def annotations(self) -> Iterator[Annotation]:
        """Every annotation in order, those inside displayed formulas too."""
        for block in self.blocks:
            match block:
                case Region(annotations=inside):
                    yield from inside
                case Annotation():
                    yield block
                case Prose():
                    pass

    def repairs(self) -> Iterator[Repair]:
        """Everything that was mended in order to be read."""
        for region in self.regions():
            yield from region.repairs
