"""A LaTeX file while it is gone through: its text without comments, and where things end in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify_derivations.manuscript import SourceText
from verify_derivations.read.braces import Braces
from verify_derivations.read.displays import environment_ends
from verify_derivations.read.dollars import Dollars
from verify_derivations.read.latex_mask import masked

BLANK_LINE = re.compile(r"\n[ \t]*+\n")


@dataclass(slots=True)
class File:
    """A file while it is gone through: `text` has comments and verbatim blanked out."""

    source: SourceText
    text: str
    dollars: Dollars
    done: int = 0
    paragraph_end: int = -1
    _braces: Braces | None = None
    _ends: dict[int, tuple[int, int]] | None = None

    @staticmethod
    def of(source: SourceText) -> File:
        text = masked(source.text)
        return File(source, text, Dollars(text))

    @property
    def braces(self) -> Braces:
        if self._braces is None:
            self._braces = Braces(self.text)
        return self._braces

    @property
    def ends(self) -> dict[int, tuple[int, int]]:
        if self._ends is None:
            self._ends = environment_ends(self.text)
        return self._ends

    def end_of_paragraph(self, at: int) -> int:
        """The place of the next blank line."""
        if at >= self.paragraph_end:
            blank = BLANK_LINE.search(self.text, at)
            self.paragraph_end = blank.start() if blank is not None else len(self.text)
        return max(at, self.paragraph_end)
