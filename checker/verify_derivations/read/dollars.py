"""Where a formula between dollar signs ends, and whether it is one: prices and shell prompts are not."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\\.|[{}]|\$+", re.DOTALL)
BLANK_LINE = re.compile(r"\n[ \t]*\n")

MATHEMATICS = re.compile(
    r"\\[A-Za-z]|[\^_=<>|]|[A-Za-z]'|[∂∑∫√∈≤≥≠±×·∇Α-Ωα-ω]"
    r"|[\a\b\f\v][a-z]{2}|\t(?:heta|au|ext|imes|ilde)(?![a-z])"  # backslashes that were eaten
)
PRICE = re.compile(r"\s*\d[\d.,]*(?:[kKmMbB]\b|\s*[A-Za-z]{2,}|\s*[-–/]\s*$)")
NAME = r"(?:[A-Za-z]{1,2}\d?|\d+)"
SHORT = re.compile(rf"\s*+(?:{NAME}(?:\s*+[-+*/,:]\s*+{NAME})*+|[A-Za-z]\([^()]*\))\s*+")


class Dollars:
    """Finds the dollar signs that close a formula, in time linear in the text.

    >>> Dollars("$a$ and $b$").close(1, 1, 11), Dollars("$${x$$").close(2, 2, 6)
    (2, 4)
    """

    def __init__(self, text: str, tokens: re.Pattern[str] = TOKEN) -> None:
        self.text = text
        self.tokens = tokens
        self.unbalanced: int | None = None

    def close(self, at: int, width: int, end: int) -> int | None:
        """The place of the dollar signs that close a formula whose text begins at `at`.

        Those within a group are passed over, as in `$x \\text{ for $n$}$`, unless no other is left before
        `end`. Once that happened, braces before this `end` count no more: else a text of nothing but
        `${` would be gone through again from each of them.
        """
        depth, first = 0, None
        for token in self.tokens.finditer(self.text, at, end):
            sign = token[0]
            if sign == "{":
                depth += self.unbalanced != end
            elif sign == "}":
                depth = max(0, depth - 1)
            elif sign[0] == "$" and (len(sign) == width or width == 1):
                if depth == 0:
                    return token.start()
                first = token.start() if first is None else first
        self.unbalanced = end
        return first


def is_inline_formula(inner: str, after: str) -> bool:
    """Whether what stands between two single dollar signs is a formula; `after` is the next character.

    >>> [is_inline_formula(inner, after) for inner, after in (("x", " "), ("5 and ", "1"), (" x ", ","))]
    [True, False, True]
    """
    if not inner or inner.isspace():
        return False
    if inner[-1].isspace() and after.isascii() and (after.isalnum() or after == "\\"):
        return False  # the second dollar sign opens something
    if MATHEMATICS.search(inner):
        return True
    if after.isdigit():
        return False
    if PRICE.match(inner):
        return False
    blank = inner[0].isspace(), inner[-1].isspace()
    return blank == (False, False) or (blank == (True, True) and SHORT.fullmatch(inner) is not None)
