"""Documents into manuscripts, each by the reader of its format; and a list of what was found, to look at."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

from verify_derivations.errors import Diagnostic
from verify_derivations.manuscript import Annotation, Manuscript, Prose, Region
from verify_derivations.read.latex import read_latex
from verify_derivations.read.markdown import read_markdown
from verify_derivations.read.notebook import read_notebook
from verify_derivations.read.plain_text import read_plain_text
from verify_derivations.read.rst import read_rst

FORMATS: dict[str, Callable[[str], Manuscript]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".qmd": read_markdown,
    ".rmd": read_markdown,
    ".tex": read_latex,
    ".ipynb": read_notebook,
    ".rst": read_rst,
    ".txt": read_plain_text,
}
"""The readers of documents by suffix."""

CONTROLS = "\a\b\f\v\t\n "
"""What is not shown of what was found in the place of a command."""


def read_manuscript(path: str) -> Manuscript:
    """What stands in a document.

    Raises:
        OSError: the file cannot be read.
        KeyError: nothing here reads files with this suffix.
    """
    return FORMATS[os.path.splitext(path)[1].lower()](path)


def listing(manuscript: Manuscript) -> Iterator[str]:
    """A line for each formula, annotation and message: place, what it is, its text.

    `python -m verify_derivations.read.manuscripts FILE` prints it.
    """
    for block in manuscript.blocks:
        match block:
            case Region():
                yield from _formula(block)
            case Annotation():
                yield _annotation(block)
            case Prose():
                for part in block.parts:
                    yield from _formula(part) if isinstance(part, Region) else ()
    for repair in manuscript.repairs():
        yield f"{repair.span} repaired {repair.found.strip(CONTROLS)} {repair.read}"
    for message in manuscript.diagnostics:
        yield _message(message)


def _formula(region: Region) -> Iterator[str]:
    kind = "display" if region.display else "inline"
    yield f"{region.span()} {kind} {' '.join(region.latex.split())}"
    for annotation in region.annotations:
        yield _annotation(annotation)


def _annotation(annotation: Annotation) -> str:
    return f"{annotation.span} annotation {' '.join(annotation.text.split())}"


def _message(message: Diagnostic) -> str:
    return f"{message.span} {message.code} {message.message}"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        for line in listing(read_manuscript(argument)):
            print(line)
