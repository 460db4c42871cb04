"""Which brace of a LaTeX text closes which, found in one pass for all of them."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\\.|[{}]|%[^\n]*", re.DOTALL)

BLANK = re.compile(r"(?:[ \t\n]|%[^\n]*(?:\n|$))*+")

LONGEST_OPTION = 1000
"""Square brackets are not looked for beyond, so that many that never close cost no more than their number."""


class Braces:
    """The braces of a text: escaped ones and those in comments do not count.

    >>> braces = Braces("{a}{b{c}")
    >>> braces.group(0), braces.group(3), braces.group(5)
    ((1, 2), None, (6, 7))
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.closing: dict[int, int] = {}
        opened: list[int] = []
        for token in TOKEN.finditer(text):
            if token[0] == "{":
                opened.append(token.start())
            elif token[0] == "}" and opened:
                self.closing[opened.pop()] = token.start()

    def group(self, at: int) -> tuple[int, int] | None:
        """What stands between the brace at this place and the one that closes it, as a range."""
        end = self.closing.get(at)
        return None if end is None else (at + 1, end)

    def argument(self, at: int) -> tuple[int, int] | None:
        """The group that comes next, after blank space and comments."""
        return self.group(self.after_blank(at))

    def optional(self, at: int) -> tuple[int, int] | None:
        """What stands in the square brackets that come next; groups in it are passed over."""
        at = self.after_blank(at)
        if not self.text.startswith("[", at):
            return None
        place, limit = at + 1, at + LONGEST_OPTION
        while (stop := OPTIONAL_END.search(self.text, place, limit)) is not None:
            if stop[0] == "]":
                return at + 1, stop.start()
            if stop[0] != "{" or stop.start() not in self.closing:
                return None
            place = self.closing[stop.start()] + 1
        return None

    def after_blank(self, at: int) -> int:
        """The first place from `at` on that is neither blank nor comment."""
        match = BLANK.match(self.text, at)
        return at if match is None else match.end()


OPTIONAL_END = re.compile(r"[\]{}]|\n[ \t]*\n")
