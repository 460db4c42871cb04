"""A place in a file."""

from __future__ import annotations

from verify_derivations.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file; lines and columns count from 1, `end_column` is exclusive.

    In a notebook they count within the cell, and `cell` counts the cells from 1.
    """

    path: str
    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None
    cell: int | None = None

    @property
    def text(self) -> str:
        """The name of the text in which it counts: the file, or a cell of it as `notes.ipynb:cell 3`."""
        return self.path if self.cell is None else f"{self.path}:cell {self.cell}"

    @property
    def where(self) -> str:
        """The line in words, in a notebook with its cell.

        >>> Span("a.md", 3).where, Span("a.ipynb", 3, cell=2).where
        ('line 3', 'line 3 of cell 2')
        """
        return f"line {self.line}" + (f" of cell {self.cell}" if self.cell else "")

    def __str__(self) -> str:
        return f"{self.text}:{self.line}:{self.column}"
