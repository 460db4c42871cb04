"""Text of a document, made harmless to print: no control characters, and widths as a terminal has them."""

from __future__ import annotations

import unicodedata

from verify_derivations.term.notation.internal_names import as_printed

_REPLACEMENT = "�"
_UNPRINTABLE = ("Cc", "Cs", "Cn")
# these turn the direction of the text around them, so that a line can read as what it is not
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    r"""The text with tabs and line breaks kept and every other control character replaced.

    >>> printable("a\x1b[31mb\tc")
    'a�[31mb\tc'
    """
    text = as_printed(text) if "#" in text else text
    if text.isascii() and text.isprintable():
        return text
    return "".join(_REPLACEMENT if _is_harmful(char) else char for char in text)


def one_line(text: str) -> str:
    r"""The text on one line, each run of white space a single blank.

    >>> one_line("a  b\n c")
    'a b c'
    """
    return " ".join(printable(text).split())


def shortened(text: str, limit: int) -> str:
    """The text, or as much of it as the limit allows and a sign that there is more.

    >>> shortened("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= limit else text[: limit - 1] + "…"


def width(text: str) -> int:
    """How many columns of a terminal the text takes: East Asian characters take two, accents none.

    >>> width("因此 x̂")
    6
    """
    return sum(_columns(char) for char in text)


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken at blanks; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _is_harmful(char: str) -> bool:
    if char in "\t\n":
        return False
    return char in _DIRECTION or unicodedata.category(char) in _UNPRINTABLE


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
