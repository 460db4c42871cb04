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
