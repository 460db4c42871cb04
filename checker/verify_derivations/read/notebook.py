"""Jupyter notebooks: their Markdown cells, one after another, as one manuscript."""

from __future__ import annotations

import json
import os
from typing import Any

from verify_derivations.errors import Diagnostic
from verify_derivations.manuscript import Manuscript, SourceText
from verify_derivations.read.formulas import Desk
from verify_derivations.read.markdown import MarkdownReader
from verify_derivations.read.pages import Pages
from verify_derivations.read.source import LARGEST, one_line_end, read_source, without_surrogates
from verify_derivations.span import Span

LARGEST_FILE = 10 * LARGEST
"""Bytes of a notebook, most of which are pictures."""


def read_notebook(path: str) -> Manuscript:
    """What stands in the Markdown cells of a notebook; places are by cell, line and column.

    Raises:
        OSError: the file cannot be read.
    """
    source, messages = read_source(path, LARGEST_FILE)
    if not source.text and messages:
        return Manuscript(path, "notebook", diagnostics=tuple(messages))
    try:
        cells = _cells(json.loads(source.text))
    except json.JSONDecodeError as error:
        span = Span(path, error.lineno, error.colno)
        return _broken(path, messages, f"this notebook is not JSON: {error.msg}", span)
    except (ValueError, RecursionError) as error:  # a number of a million digits, ten thousand brackets
        return _broken(path, messages, f"this notebook is not JSON that can be read: {error}", Span(path, 1))
    except _NotANotebookError as error:
        return _broken(path, messages, str(error), Span(path, 1))
    return _manuscript(path, cells, messages)


class _NotANotebookError(Exception):
    """The JSON has another shape."""


def _manuscript(path: str, cells: list[tuple[int, str]], messages: list[Diagnostic]) -> Manuscript:
    sources = []
    desk, pages, title = Desk(sum(len(text) for _, text in cells), messages), Pages(), ""
    left = LARGEST
    for number, text in cells:
        left -= len(text)
        if left < 0:
            message = (
                f"the text of the notebook is longer than {LARGEST / 1e6:.0f} MB; what follows is not read"
            )
            desk.note(Diagnostic("VD005", message, Span(path, 1, cell=number)))
            break
        sources.append(SourceText(path, text, number))
        reader = MarkdownReader(sources[-1], desk, pages)
        reader.read()
        title = title or reader.title
    blocks, enclosed = tuple(pages.blocks), pages.set_apart()
    return Manuscript(path, "notebook", blocks, desk.diagnostics(), title, tuple(sources), enclosed)


def _cells(notebook: Any) -> list[tuple[int, str]]:
    """Number and text of each Markdown cell; all cells count, from 1."""
    if not isinstance(notebook, dict):
        raise _NotANotebookError("this is JSON, but no notebook: it is no object with cells")
    cells = notebook.get("cells")
    if cells is None and isinstance(sheets := notebook.get("worksheets"), list):  # until format 3
        cells = [cell for sheet in sheets if isinstance(sheet, dict) for cell in sheet.get("cells") or []]
    if not isinstance(cells, list):
        raise _NotANotebookError("this is JSON, but no notebook: it has no list of cells")
    return [
        (number, _text(cell.get("source")))
        for number, cell in enumerate(cells, start=1)
        if isinstance(cell, dict) and cell.get("cell_type") == "markdown"
    ]


def _text(source: Any) -> str:
    """The text of a cell: a string, or a list of lines."""
    lines = source if isinstance(source, list) else [source]
    return without_surrogates(one_line_end("".join(line for line in lines if isinstance(line, str))))


def _broken(path: str, messages: list[Diagnostic], message: str, span: Span) -> Manuscript:
    help = f"open {os.path.basename(path)} in Jupyter and save it again"
    return Manuscript(path, "notebook", diagnostics=(*messages, Diagnostic("VD404", message, span, help)))
