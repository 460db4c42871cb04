"""Where something stands, as a report may say it: the same text on every machine.

Reports are committed and compared in CI, so no path of the machine that made them may be in them.
"""

from __future__ import annotations

import os
from pathlib import Path

from verify_derivations.render.plain import printable
from verify_derivations.span import Span


def shown_path(path: str) -> str:
    """A path relative to the current directory if it lies under it, else the file name alone.

    >>> shown_path("notes/sigmoid.py"), shown_path("/elsewhere/on/this/machine/sigmoid.py")
    ('notes/sigmoid.py', 'sigmoid.py')
    """
    path = printable(path)
    if not path:
        return ""
    # a current directory that is reached through a link has two names, and a path may use either
    for here, there in ((Path.cwd(), os.path.abspath(path)), (Path.cwd().resolve(), os.path.realpath(path))):
        if Path(there).is_relative_to(here):
            return Path(there).relative_to(here).as_posix()
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def shown_place(span: Span) -> str:
    """`path:line:column` of a span, with the path as `shown_path` gives it, and the cell of a notebook.

    >>> shown_place(Span("notes.ipynb", 2, 5, cell=3))
    'notes.ipynb:cell 3:2:5'
    """
    cell = f":cell {span.cell}" if span.cell is not None else ""
    return f"{shown_path(span.path)}{cell}:{span.line}:{span.column}"
