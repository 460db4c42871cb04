"""Names that the software makes of families and outcomes, as an author prints them."""

from __future__ import annotations

import re

INTERNAL = re.compile(r"(?:[_^](?:#\d|\w|\{[^{}\s$]*\})|(?<=[A-Za-z}\d])\[#\d(?:, ?#\d)*\])+")
"""Scripts of a name, perhaps of a family with places where indices go: `x_{#2}^{(#1)}`, `X[#1]`."""

OUTCOME = re.compile(r"\[#\d(?:, ?#\d)*\]")
LETTERS = "ijklpqrst"


def as_printed(text: str) -> str:
    """The text with names as an author prints them: X for X[#1].

    >>> as_printed("the family x_{#1#2}")
    'the family x_{ij}'
    """
    return INTERNAL.sub(lambda found: _with_letters(OUTCOME.sub("", found[0])), text)


def _with_letters(scripts: str) -> str:
    if "#" not in scripts:
        return scripts
    free = [letter for letter in LETTERS if letter not in scripts]
    scripts = re.sub(r"#(\d)", lambda place: free[(int(place[1]) - 1) % len(free)], scripts)
    return re.sub(r"([_^])\{(\w)\}", r"\1\2", scripts)


__all__ = ["as_printed"]
