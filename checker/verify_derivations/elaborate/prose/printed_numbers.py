r"""Numbers in print that may be read in two ways: 2\frac{1}{2}, 1,000, 1,5, 6 : 2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.elaborate.prose.restrictions import OF_SOME
from verify_derivations.model import Alternative

MIXED = re.compile(
    r"(?<![\d.^_])\d+\s*\\[dt]?frac\s*(?:\{\s*(?P<above>\d+)\s*\}|"
    r"(?P<one>\d))\s*(?:\{\s*(?P<below>\d+)\s*\}|(?P<two>\d))"
)
"""A whole number right before a fraction, which is a mixed number if the fraction is less than 1."""

BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\\\{[^{}]*\\\}|[_^]\s*\{[^{}]*\}|\{,\}")
VALUES = re.compile(r"(?:[a-zA-Z]|\\[a-z]+)\s*(?:=|\\in)\s*\d+(?:\s*,\s*\d+)+")
COMMA = re.compile(r"\d,\d")
"""A comma right between digits, which are not the values of a name."""

LISTED = re.compile(
    r"(?:\\q?quad|\\[;,: ]|,|\(|\\text\s*\{[^{}]*\})\s*[a-zA-Z]\s*=\s*(?!0\s*,\s*(?:1\s*,|"
    r"\\[lc]?dots)|1\s*,\s*(?:2\s*,|\\[lc]?dots))-?\d+\s*,\s*(?:-?\d|\\[lc]?dots)"
)
"""The values of a name behind an equation, where they are not all from 0 or 1 on."""

SIMPLE = r"\s*(?:[\d.]+|[a-zA-Z])\s*"
RATIO = re.compile(
    rf"^{SIMPLE}:{SIMPLE}={SIMPLE}:{SIMPLE}[.,]?\s*$|^\s*[\d.]+\s*:\s*[\d.]+\s*=|"
    r"=\s*[\d.]+\s*:\s*[\d.]+\s*[.,]?\s*$"
)
"""A colon that divides."""

MIXED_NUMBER = Alternative(
    "a whole number before a fraction is added to it", "write \\cdot or + between them"
)
MAYBE_MIXED = Alternative(
    "a whole number before a fraction is added to it", "write \\cdot or + between the two", covered=True
)
WITH_COMMA = Alternative("a comma between digits belongs to a number", "write numbers without commas")
SOME_VALUES = Alternative("it is said of the values that it lists", OF_SOME, covered=True)
DIVIDED = Alternative("a colon divides", "write a fraction")


def of_print(latex: str) -> Iterator[Alternative]:
    r"""How numbers of a formula may be meant, besides how they are read.

    >>> [one.words for one in of_print(r"1,000 + 1 = 1,001")]
    ['a comma between digits belongs to a number']
    >>> list(of_print(r"a_n = n, n = 1,2,3")), list(of_print(r"f(1,2) = 3"))
    ([], [])
    """
    if any(_is_mixed(found) for found in MIXED.finditer(latex)):
        yield MIXED_NUMBER
        yield MAYBE_MIXED
    bare = latex
    while (less := BRACKETED.sub(" ", bare)) != bare:
        bare = less
    if COMMA.search(VALUES.sub(" ", bare)):
        yield WITH_COMMA
    if LISTED.search(latex):
        yield SOME_VALUES
    if RATIO.search(bare):
        yield DIVIDED


def _is_mixed(found: re.Match[str]) -> bool:
    above, below = found["above"] or found["one"], found["below"] or found["two"]
    return 0 < int(above) < int(below)


__all__ = ["MIXED_NUMBER", "of_print"]
