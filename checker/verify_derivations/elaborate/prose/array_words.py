r"""**The table of phrases** by which sentences declare arrays: "let $A$ be an $n \times n$ matrix"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verify_derivations.elaborate.prose.said_in_words import ALIKE, DENIED, MARK, OTHER, SENTENCE

SET, SIZE = "\ue002", "\ue003"
r"""Stand for formulas in the words of a paragraph: \mathbb R^n and the like, and m \times n and the like."""

MARKS = MARK + OTHER + SET + SIZE


class Shaped(NamedTuple):
    """A declaration in words: the numbers of the formulas that hold the names, and of the one with the sizes.

    `cut` is the stretch of words that only leads to the sizes. `power`: the sizes are to be put above R.
    """

    names: tuple[int, ...]
    sizes: int
    cut: tuple[int, int]
    power: bool


PLAIN = "real|real-valued|square|column|arbitrary|given|fixed|general|generic|known|unknown|constant"
"""Adjectives that tell nothing but what is read."""

KINDS = (
    r"symmetric|positive[- ](?:semi-?)?definite|semi-?definite|psd|spd|orthogonal|diagonal|"
    r"(?:upper |lower )?triangular|idempotent|skew-symmetric|antisymmetric|invertible|non-?singular|"
    r"nilpotent|stochastic|normali[sz]ed"
)
"""Adjectives that are heard wherever they stand, as qualities, or beside the matrix."""

ADJECTIVES = rf"(?:(?:{PLAIN}|{KINDS})(?:,?\s+and\s+|,\s+|\s+))*"
ARTICLE = r"(?:(?:an?|any|some|the|two|three|both|all)\s+)?"
VERB = r"\s*(?:(?:be|is|are|denotes?|being)\s+|\s(?=an?\s))"
NAMES = rf"(?P<names>{MARK}(?:\s*(?:,\s*and|,|and)?\s*{MARK})*)"
MATRIX, VECTOR = r"matri(?:x|ces)", r"vectors?"

LET = r"(?:let|suppose|assume|fix|take|consider|where|here|with|given|that|and|,)\s+"
STARTS = r"(?:^|(?<=[.!?:;]\s)|(?<=[.!?:;]\n))\s*"
LEAD = rf"(?:\b{LET}|,\s*|{STARTS})"

HAN_LEAD = r"(?:设|令|记|给定|其中|这里|，)\s*"
HAN_KIND = r"(?:实|方|对称|正定|可逆|非奇异)*"

WORDS = (
    # let A be a symmetric matrix in R^{n x n}
    (
        re.compile(
            rf"{LEAD}{NAMES}{VERB}{ARTICLE}{ADJECTIVES}(?:{MATRIX}|{VECTOR})(?P<cut>\s+(?:in|from)\s+){SET}",
            re.I,
        ),
        False,
    ),
    # let A be an n x n symmetric matrix
    (
        re.compile(
            rf"{LEAD}{NAMES}{VERB}{ARTICLE}{ADJECTIVES}(?P<cut>){SIZE}[\s-]+(?:dimensional\s+)?{ADJECTIVES}{MATRIX}",
            re.I,
        ),
        True,
    ),
    # let A be a matrix of size n x n
    (
        re.compile(
            rf"{LEAD}{NAMES}{VERB}{ARTICLE}{ADJECTIVES}{MATRIX}"
            rf"(?P<cut>\s+(?:of|with)\s+(?:size|shape|dimensions?)\s+){SIZE}",
            re.I,
        ),
        True,
    ),
    # 设 A 为 n x n 对称矩阵
    (
        re.compile(rf"{HAN_LEAD}{NAMES}\s*[为是](?:一个)?\s*(?P<cut>){SIZE}\s*(?:阶|维)?的?{HAN_KIND}矩阵"),
        True,
    ),
)
r"""The phrases, with a place for the names and for the sizes; whether these are to be put above \mathbb R."""

SUPPOSED = re.compile(r"\b(?:if|when|whenever|unless|whether|provided|case)\b|若|如果|当", re.IGNORECASE)
"""Words of a sentence, before it, with which it is said of a case only."""

NOTHING_MORE = re.compile(
    r"\s*(?:with real entries\s*)?(?:$|[.;:!)。；）]|"
    rf"[,，]?\s*(?:and|和|与)\s+(?:let\s+)?(?:{MARK}{VERB}|{OTHER})"
    rf"|[,，]\s*(?:{MARK}{VERB}|{OTHER})|[,，]?\s*(?:and\s+)?(?:then|let|we|so)\b(?!\s+that\b)|[,，]\s*则|\.\s)",
    re.IGNORECASE,
)
"""How it goes on where nothing more is said of the arrays."""


def shaped(outline: str) -> Iterator[Shaped]:
    r"""The declarations of arrays in the words of a paragraph, in the order of the text.

    Args:
        outline: the words, with MARK, SET, SIZE or OTHER for each formula.

    >>> list(shaped(f"Let {MARK} be a symmetric matrix in {SET}. Then"))
    [Shaped(names=(0,), sizes=1, cut=(27, 31), power=False)]
    >>> list(shaped(f"Let {MARK} be a random matrix in {SET}."))
    []
    """
    start = 0
    for end in [*(found.start() for found in SENTENCE.finditer(outline)), len(outline)]:
        sentence = outline[start:end]
        if ALIKE.search(sentence) is None and not sentence.rstrip().endswith(("?", "？")):
            yield from _in_sentence(outline, start, end)
        start = end


def _in_sentence(outline: str, start: int, end: int) -> Iterator[Shaped]:
    found: dict[int, Shaped] = {}
    for pattern, power in WORDS:
        for said in pattern.finditer(outline, start, end):
            before = outline[start : said.start("names")]
            if (
                DENIED.search(before)
                or SUPPOSED.search(before)
                or not NOTHING_MORE.match(outline, said.end(), end)
            ):
                continue
            first, sizes = (_formulas(outline, at) for at in (said.start("names"), said.end("cut")))
            names = tuple(range(first, first + said["names"].count(MARK)))
            found[first] = Shaped(names, sizes, said.span("cut"), power)
    yield from (found[k] for k in sorted(found))


def _formulas(outline: str, end: int) -> int:
    """How many formulas stand before a place."""
    return sum(outline.count(mark, 0, end) for mark in MARKS)


__all__ = ["SET", "SIZE", "Shaped", "shaped"]
