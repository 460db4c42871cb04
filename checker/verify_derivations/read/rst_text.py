"""The running text of reStructuredText, a paragraph at a time: roles, literals, words."""

from __future__ import annotations

import re
from collections.abc import Callable

from verify_derivations.manuscript import Placed, Region
from verify_derivations.read.formulas import Desk

TOKEN = re.compile(
    r"""
      (?P<literal> ``(?=\S) )
    | (?P<role> :math:` )
    | (?P<other> (?: :[A-Za-z][\w:.+-]*+: )? `(?=[^\s`]) )
    | (?P<escape> \\. )
    | (?P<emphasis> \*+ )
    """,
    re.VERBOSE | re.DOTALL,
)
CLOSING = re.compile(r"`(?::([A-Za-z][\w:.+-]*):)?_{0,2}")


class Paragraph:
    """The text of a paragraph, gone through once."""

    def __init__(self, paragraph: Placed, desk: Desk) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self.desk = desk
        self.parts: list[Placed | Region] = []
        self.done = 0

    def read(self) -> list[Placed | Region]:
        """The parts of the paragraph, in order."""
        at = 0
        while (token := TOKEN.search(self.text, at)) is not None:
            at = HANDLERS[token.lastgroup or ""](self, token)
        self._words(len(self.text))
        return self.parts

    def _words(self, end: int) -> None:
        if end > self.done:
            self.parts.append(self.paragraph.cut(self.done, end))
        self.done = max(self.done, end)

    def _leave_out(self, start: int, end: int) -> int:
        self._words(start)
        self.done = end
        return end

    def _formula(self, start: int, inner: tuple[int, int], end: int) -> int:
        self._leave_out(start, end)
        place = self.paragraph.range(start, end)
        region = self.desk.region(self.paragraph.cut(*inner), *place, display=False, delimiter="math")
        self.parts.extend([region] if region is not None else [])
        return end

    def _literal(self, token: re.Match[str]) -> int:
        """Code: words, whatever stands in it."""
        end = self.text.find("``", token.end())
        return end + 2 if end >= 0 else len(self.text)

    def _role(self, token: re.Match[str]) -> int:
        """The `math` role."""
        start, at = token.start(), token.end()
        end = self.text.find("`", at)
        if end < 0:
            self.desk.never_closed(self.paragraph.source, *self.paragraph.range(start, at), "`")
            return len(self.text)
        return self._formula(start, (at, end), end + 1)

    def _other(self, token: re.Match[str]) -> int:
        """Another role, a link, or a formula whose role stands behind it."""
        at = token.end()
        closing = CLOSING.search(self.text, at)
        if closing is None:
            return len(self.text)
        if closing[1] == "math":
            return self._formula(token.start(), (at, closing.start()), closing.end())
        return closing.end()

    def _escape(self, token: re.Match[str]) -> int:
        return token.end()

    def _emphasis(self, token: re.Match[str]) -> int:
        """Stars around words; a star between blanks is one."""
        around = self.text[token.start() - 1 : token.start()], self.text[token.end() : token.end() + 1]
        if all(not c or c.isspace() for c in around):
            return token.end()
        return self._leave_out(token.start(), token.end())


HANDLERS: dict[str, Callable[[Paragraph, re.Match[str]], int]] = {
    "literal": Paragraph._literal,
    "role": Paragraph._role,
    "other": Paragraph._other,
    "escape": Paragraph._escape,
    "emphasis": Paragraph._emphasis,
}
"""What is done with each kind of `TOKEN`."""
