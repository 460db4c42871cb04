"""Where a statement of a document stands, and what the words before it make of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.manuscript import Region
from verify_derivations.parse.tree import Node
from verify_derivations.span import Span


@dataclass
class Place:
    """Where a statement stands: its formula, the section, what the words before it make of it."""

    region: Region
    section: int
    cue: Cue
    ids: set[str] = field(default_factory=set)
    words: str = ""
    """The words before it in its clause."""
    conditional: bool = False
    """It holds if a formula before it does."""
    subject: Node | None = None
    """The last formula before it in the running text."""
    asked: bool = False
    """It may also be what is wanted."""
    supposed: bool = True
    """The words around it suppose what it says, or define by it; where they do not it is only spoken of."""
    defines: bool = True
    """They say of an equation that it is so, or that it defines its name."""
    unread: tuple[str, ...] = ()
    """Words around it that are in no table, where they do not."""
    spoken: bool = False
    """It stands in quotation marks, in a link or in a question: nothing is said by it."""
    claimed: tuple[int | None, ...] = ()
    """The lines of which an annotation says that they are claims; None stands for all of the formula."""

    def is_claimed(self, start: int, end: int) -> bool:
        """An annotation says that what stands there is a claim."""
        if not self.claimed:
            return False
        span = self.span(start, end)
        last = span.line if span.end_line is None else span.end_line
        return any(line is None or span.line <= line <= last for line in self.claimed)

    def span(self, start: int, end: int) -> Span:
        return self.region.span(start, end)

    def id(self, span: Span) -> str:
        """An identifier for a step at this place, different from those before."""
        stem, number = str(span), 1
        while (found := stem if number == 1 else f"{stem}.{number}") in self.ids:
            number += 1
        self.ids.add(found)
        return found


__all__ = ["Place"]
