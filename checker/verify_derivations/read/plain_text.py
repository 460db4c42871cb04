"""Plain text as it is copied from pages: formulas between delimiters, and LaTeX that stands bare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.manuscript import Annotation, Manuscript, Placed, Region
from verify_derivations.read.bare import bare_formulas
from verify_derivations.read.braces import Braces
from verify_derivations.read.copies import copies_in
from verify_derivations.read.eaten import mended
from verify_derivations.read.flattened import REASON, flattened
from verify_derivations.read.formulas import ANNOTATED, Desk, annotation_in
from verify_derivations.read.markdown_text import Paragraph
from verify_derivations.read.pages import Pages
from verify_derivations.read.source import read_source

LINES = re.compile(r"([^\n]+)(?:\n|\Z)")
ANNOTATION_LINE = re.compile(rf"[ \t]*%({ANNOTATED}.*)")
BLANK_LINES = re.compile(r"\n(?:[ \t\xa0]*+\n)+")

Part = Placed | Region | Annotation


def read_plain_text(path: str) -> Manuscript:
    """What stands in a text file.

    Raises:
        OSError: the file cannot be read.
    """
    source, messages = read_source(path)
    desk, pages = Desk(len(source.text), messages, mended), Pages()
    title = source.text.lstrip().partition("\n")[0].strip()[:200]
    for start, end in _paragraphs(source.text):
        parts: list[Part] = []
        for piece in _pieces(source.placed(start, end), desk):
            if not isinstance(piece, Placed):
                parts.append(piece)
                continue
            for part in Paragraph(piece, desk).read():
                parts.extend(_with_bare(part, desk) if isinstance(part, Placed) else [part])
        pages.prose(parts)
    return Manuscript(path, "text", tuple(pages.blocks), desk.diagnostics(), title, (source,))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """What stands between blank lines."""
    found, at = [], 0
    for gap in BLANK_LINES.finditer(text):
        found.append((at, gap.start()))
        at = gap.end()
    found.append((at, len(text)))
    return [(start, end) for start, end in found if text[start:end].strip()]


def _pieces(paragraph: Placed, desk: Desk) -> Iterator[Part]:
    """What stands between the lines that are annotations or formulas without their layout, and these."""
    at = 0
    for line in LINES.finditer(paragraph.text):
        found = _by_itself(paragraph, line, desk)
        if found is None:
            continue
        if paragraph.text[at : line.start()].strip():
            yield paragraph.cut(at, line.start())
        yield found
        at = line.end()
    if paragraph.text[at:].strip():
        yield paragraph.cut(at, len(paragraph.text))


def _by_itself(paragraph: Placed, line: re.Match[str], desk: Desk) -> Part | None:
    comment = ANNOTATION_LINE.fullmatch(line[1])
    if comment is not None:
        start, end = line.start(1) + comment.start(1), line.end(1)
        content = annotation_in(paragraph.cut(start, end))
        return None if content is None else desk.annotation(content, *paragraph.range(line.start(), end))
    place = flattened(line[1])
    if place is None:
        return None
    start, end = (line.start(1) + k for k in place)
    return desk.unreadable(paragraph.cut(start, end), *paragraph.range(start, end), REASON)


def _with_bare(words: Placed, desk: Desk) -> list[Part]:
    """Words, and the formulas that stand among them: copies first, then what is bare."""
    parts: list[Part] = []
    at = 0
    for copy in copies_in(words.text):
        parts.extend(_bare(words.cut(at, copy.start), desk))
        inner = words.cut(copy.latex_start, copy.latex_end)
        parts.extend(_region(_without_group(inner), words.range(copy.start, copy.end), desk, False))
        at = copy.end
    parts.extend(_bare(words.cut(at, len(words.text)), desk))
    return parts


def _bare(words: Placed, desk: Desk) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for start, end in bare_formulas(words.text):
        parts.append(words.cut(at, start))
        alone = not words.text[:start].rpartition("\n")[2].strip()
        parts.extend(_region(words.cut(start, end), words.range(start, end), desk, alone))
        at = end
    parts.append(words.cut(at, len(words.text)))
    return [part for part in parts if not isinstance(part, Placed) or part.text]


def _without_group(formula: Placed) -> Placed:
    """Without braces around all of it."""
    group = Braces(formula.text).group(0) if formula.text.startswith("{") else None
    return formula.cut(*group) if group is not None and group[1] + 1 == len(formula.text) else formula


def _region(inner: Placed, place: tuple[int, int], desk: Desk, display: bool) -> list[Part]:
    region = desk.region(inner, *place, display=display, delimiter="")
    return [region] if region is not None else []
