"""What is open in a text of Markdown by fences and tags, and sets apart what stands in it."""

from __future__ import annotations

from verify_derivations.read.latex_words import kind_of_directive, kind_of_tag
from verify_derivations.read.markdown_marks import CLOSING_TAG
from verify_derivations.read.pages import Pages


class Directives:
    """The directives that are open, with the signs of their fences."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.open: list[tuple[str, int, str]] = []

    def closed_by(self, marks: str) -> int | None:
        """The place of the innermost directive that a fence can close."""
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 50), -1):
            mark, length, _ = self.open[place]
            if mark == marks[0] and len(marks) >= length:
                return place
        return None

    def mark(self, place: int) -> str:
        """What tells the directive that is open there from others."""
        return f"{place} {self.open[place][2]}"

    def end(self, place: int) -> None:
        """The directive that is open there ends, and all within it."""
        for inner in range(len(self.open) - 1, place - 1, -1):
            self.pages.end(self.mark(inner))
        del self.open[place:]

    def gate(self, name: str) -> None:
        """A directive that begins an exercise or its solution, or ends it."""
        inner, _, side = name.rpartition("-")
        kind = kind_of_directive(inner, "")
        if side == "end":
            self.pages.end(f"gate {inner}")
        elif kind is not None:
            self.pages.begin(f"gate {inner}", kind)


class Tags:
    """The tags of HTML that are open."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.open: list[str] = []

    def begin(self, tag: str, attributes: str) -> None:
        """A tag at the head of a line."""
        kind = kind_of_tag(tag.lower(), attributes)
        self.open.append(tag.lower())
        if kind is not None:
            self.pages.begin(f"tag {len(self.open)}", kind)

    def closed_in(self, text: str, start: int, end: int) -> list[str]:
        """Those that are open and closed in a stretch of a text, in order."""
        found = CLOSING_TAG.finditer(text, start, end) if self.open else ()
        names = ((one[1] or one[2] or one[3]).lower() for one in found)
        return [name for name in names if name in self.open]

    def end(self, closed: list[str]) -> None:
        """Tags are closed, each with all that was opened within it."""
        for tag in closed:
            while tag in self.open:
                self.pages.end(f"tag {len(self.open)}")
                if self.open.pop() == tag:
                    break


__all__ = ["Directives", "Tags"]
