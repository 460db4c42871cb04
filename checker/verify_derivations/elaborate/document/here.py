"""The place that the walk down a document has reached: the words before it, and what listens there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from verify_derivations.elaborate.document.anew import Anew
from verify_derivations.elaborate.document.cases import Cases
from verify_derivations.elaborate.document.partly import Partly
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.manuscript import Region


class Here:
    """What stands before the place in its paragraph, and what listens for how far a supposition reaches.

    Args:
        context: what the document has said so far.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.words = ""
        """The words before the place, in the same paragraph; a formula is ` $ `."""
        self.subject: Region | None = None
        """The last formula in them."""
        self.seen_display = False
        """A display stands before the place, in the same paragraph."""
        self.heading, self.level = "", 0
        self.cases, self.anew, self.partly = Cases(context), Anew(context), Partly(context)

    def read(self, words: str) -> None:
        """Words of a paragraph, which every listener hears."""
        self.words += words
        self.cases.read(words)
        self.anew.read(words)
        self.partly.read(words)

    def begin_paragraph(self, *, goes_on: bool) -> None:
        """What was said in the paragraph before may be over; a sentence may go on behind a display."""
        self.words = ""
        self.cases.leave_paragraph()
        self.anew.leave_paragraph(goes_on=goes_on)
        self.partly.begin()
        if self.seen_display:
            self.context.leave_paragraph()
            self.seen_display = False

    def begin_section(self, title: str, level: int) -> None:
        """A heading ends what was said for one section; what theorems and examples say may go on."""
        self.anew.leave_paragraph()
        self.anew.leave_section(self.heading, self.level)
        self.heading, self.level = title, level
        self.words = ""
        self.context.leave_section()
        before = self.anew
        self.cases, self.partly = Cases(self.context), Partly(self.context)
        self.anew = Anew(
            self.context,
            of_statement=before.of_statement,
            within=before.within,
            of_example=before.of_example,
            in_example=before.in_example,
            levels=before.levels,
            foreign=frozenset(name for name, of in before.levels.items() if of >= max(level, 1)),
        )
        self.anew.older = frozenset(self.context.normalised)
        self.anew.settle()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """A footnote or caption: no part of the paragraph around it, which goes on behind it."""
        around = self.words, self.subject, self.cases, self.anew, self.partly, self.seen_display
        self.seen_display = True
        with self.context.supposing():
            self.cases, self.anew, self.partly = Cases(self.context), Anew(self.context), Partly(self.context)
            yield
        self.words, self.subject, self.cases, self.anew, self.partly, self.seen_display = around


__all__ = ["Here"]
