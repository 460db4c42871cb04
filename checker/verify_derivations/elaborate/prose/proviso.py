"""What a proviso is: words that make something else of a formula, and how far from it they may stand."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Reach(Enum):
    """Where words stand that go with a formula."""

    SENTENCE = "its sentence"
    PARAGRAPH = "its paragraph"
    SECTION = "its section"
    DOCUMENT = "the document"


class Proviso(NamedTuple):
    """What words make of a formula.

    `reach`: how far from the formula the words may stand. `denies`: then the formula is not what the document
    claims, or says something else than is read, so that a proof says nothing either.
    """

    meaning: str
    words: re.Pattern[str]
    help: str
    reach: Reach
    denies: bool = False


def proviso(
    meaning: str, reach: Reach, help: str, words: str, other: str, *, denies: bool = False
) -> Proviso:
    """A row of a table of provisos, made of English and German words and of other signs.

    >>> proviso("is denied", Reach.SENTENCE, "drop it", "not so", "并非").words.search("that is not so")[0]
    'not so'
    """
    pattern = re.compile(rf"\b(?:{words})\b|{other}", re.IGNORECASE)
    return Proviso(meaning, pattern, help, reach, denies)


__all__ = ["Proviso", "Reach", "proviso"]
