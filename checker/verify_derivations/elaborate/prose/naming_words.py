"""**The table of phrases** by which sentences name an expression: "write $q$ for $1 - p$"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verify_derivations.elaborate.prose.said_in_words import ALIKE, DENIED, MARK, OTHER, SENTENCE

NAME, ANY = MARK, f"[{MARK}{OTHER}]"
STARTS = r"(?:^|(?<=[.!?:;,]\s)|(?<=[.!?:;,]\n)|\b(?:and|where|here)\s+)\s*(?:(?:here|now|where)\s+)?"
NOUN = (
    r"(?:the\s+(?:number|quantity|expression|value|function|ratio|product|sum|difference|quotient|"
    r"probability|term|fraction)\s+)?"
)
"""What may be said of the expression."""

BRIEF = r"(?:for (?:brevity|short|convenience|simplicity),?\s+)?"

PHRASES = tuple(
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        rf"{STARTS}{BRIEF}(?:we\s+)?(?:also\s+)?write\s+(?P<name>{NAME})(?P<cut>\s+for\s+{NOUN})"
        rf"(?P<body>{ANY})",
        rf"{STARTS}(?P<name>{NAME})"
        rf"(?P<cut>\s+(?:stands for|is short(?:hand)? for|abbreviates|denotes)\s+{NOUN})"
        rf"(?P<body>{ANY})",
        rf"\blet\s+(?P<name>{NAME})(?P<cut>\s+(?:denote|stand for|be short(?:hand)? for)\s+{NOUN})"
        rf"(?P<body>{ANY})",
        rf"{STARTS}(?:we\s+)?denote\s+by\s+(?P<name>{NAME})(?P<cut>\s+{NOUN})(?P<body>{ANY})",
        rf"{STARTS}(?:we\s+)?(?:denote|abbreviate)\s+{NOUN}(?P<body>{ANY})"
        rf"(?P<cut>\s+(?:by|as)\s+)(?P<name>{NAME})",
        rf"(?:记|用)\s*(?P<name>{NAME})(?P<cut>\s*(?:表示|代表)\s*)(?P<body>{ANY})",
        rf"(?:将|把)\s*(?P<body>{ANY})(?P<cut>\s*(?:简?记[为作]|写[为作])\s*)(?P<name>{NAME})",
    )
)

LIVING = re.compile(
    rf"(?P<name>{NAME})(?P<cut>\s+(?:(?:always\s+)?lies?\s+(?:always\s+)?in|is\s+(?:always\s+)?in|belongs?\s+to|"
    r"is\s+an?\s+(?:element|member)\s+of|takes?\s+(?:its\s+)?values\s+in)"
    r"\s+(?:the\s+(?:(?:open|closed|half-open|unit|real)\s+)*(?:interval|range|set)\s+)?)"
    rf"(?P<body>{OTHER})",
    re.IGNORECASE,
)
"""Words between a name and a set that say what the sign of membership says."""

ONE_MORE = re.compile(
    rf"\s*,?\s*and\s+(?P<name>{NAME})(?P<cut>\s+for\s+{NOUN})(?P<body>{ANY})", re.IGNORECASE
)
"""The same once more: "and $c$ for $\\cos x$"."""

ENDS = re.compile(
    r"\s*(?:$|[.;:)。；：）]|[,，](?!\s*or\b)|and\b|throughout\b|in (?:what follows|the following|this)\b"
    r"|[,，]?则)"
)
"""How it goes on where nothing more is said of the expression."""


class Named(NamedTuple):
    """The numbers of the formulas that hold the name and the expression, and the words between the two.

    With `lives` the expression is a set.
    """

    name: int
    body: int
    cut: tuple[int, int]
    lives: bool = False


def named(outline: str) -> Iterator[Named]:
    """The expressions that get a name in the words of a paragraph.

    Args:
        outline: the words, with MARK for formulas that are names and OTHER for all others.

    >>> list(named(f"Here {MARK} stands for {OTHER}."))
    [Named(name=0, body=1, cut=(6, 18), lives=False)]
    >>> list(named(f"Bob writes {MARK} for {OTHER}."))
    []
    """
    start = 0
    for end in [*(found.start() for found in SENTENCE.finditer(outline)), len(outline)]:
        sentence = outline[start:end]
        asked = sentence.rstrip().endswith(("?", "？"))
        if not asked and ALIKE.search(sentence) is None:
            for phrase in (*PHRASES, LIVING):
                for found in phrase.finditer(outline, start, end):
                    if not DENIED.search(outline[start : found.start("cut")]):
                        yield from _chain(outline, found, end, lives=phrase is LIVING)
        start = end


def _chain(outline: str, found: re.Match[str] | None, end: int, *, lives: bool = False) -> Iterator[Named]:
    """An expression with its name, and those that follow behind "and"."""
    while found is not None and ENDS.match(outline, found.end(), end) is not None:
        numbers = [
            sum(outline.count(mark, 0, found.start(group)) for mark in (MARK, OTHER))
            for group in ("name", "body")
        ]
        yield Named(numbers[0], numbers[1], found.span("cut"), lives)
        found = None if lives else ONE_MORE.match(outline, found.end(), end)


__all__ = ["Named", "named"]
