"""Words beside a claim that are in no table: they may take it back, narrow it, or say it of something else.

A statement is refuted where its sentence is one of calculating and concluding: of the words of
`words_of_statements` and `words_of_claims`. Any other word withholds a refutation, never a proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verify_derivations.elaborate.prose.own_notation import SENTENCE
from verify_derivations.elaborate.prose.supposing import is_in_a_table, tokens_of
from verify_derivations.elaborate.prose.words_of_claims import HAN, NARROWING, WORDS
from verify_derivations.elaborate.prose.words_of_statements import (
    BEING,
    CLAUSES,
    CONCLUDING,
    DEFINERS,
    VERBS_BEHIND,
    WORDS_BEHIND,
)
from verify_derivations.model import Alternative

KNOWN = WORDS | BEING | CLAUSES | CONCLUDING | DEFINERS | VERBS_BEHIND | WORDS_BEHIND
HELP = "vd: claim before it, where it is claimed as it is printed"
FORMULA = re.compile(r"\$[^$]*\$")
REFERENCE = re.compile(r"\\\w*ref\*?\{[^{}]*\}")
"""What is named by a label, whose words are none."""

LEADING_ON = re.compile(
    r"\s*(?:$|(?:and|but|so|then|hence|thus|therefore|consequently|accordingly|this|these|that|it|here|now|"
    r"in that case)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that concludes from the one before it."""

HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
KNOWN_HAN = re.compile("|".join(sorted(HAN, key=len, reverse=True)))

SHOWN = 3
"""So many of the words are named."""


def other_words(sentence: str) -> Iterator[Alternative]:
    """The doubt whether a claim is made, where words of its sentence are in no table.

    Args:
        sentence: the words of the sentence of a claim, formulas between dollar signs.

    >>> [doubt.words for doubt in other_words("Expanding the square, we get $a = b$.")]
    []
    >>> [doubt.words for doubt in other_words("The committee rejects that $a = b$.")]
    ['it is said in words that are not read: "committee", "rejects"']
    """
    found = unknown_words(sentence)
    if found:
        shown = ", ".join(f'"{word}"' for word in found[:SHOWN])
        yield Alternative(f"it is said in words that are not read: {shown}", HELP, covered=True)


def with_what_leads_to_it(before: str) -> str:
    """The words of a claim before it, with the sentence from which it is concluded.

    Args:
        before: the paragraph before it.

    >>> with_what_leads_to_it("One. The axioms are inconsistent. Hence ")
    'The axioms are inconsistent. Hence '
    >>> with_what_leads_to_it("One. The axioms are inconsistent. Expanding the square, we get ")
    'Expanding the square, we get '
    """
    *earlier, last = SENTENCE.split(before)
    if earlier and LEADING_ON.match(last):
        return f"{earlier[-1].strip()}. {last.lstrip()}"
    return last


def unknown_words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence that are in no table.

    Args:
        sentence: with its formulas between dollar signs.

    >>> unknown_words("The committee rejects that $a = b$.")
    ('committee', 'rejects')
    """
    return _unknown(REFERENCE.sub(" ", FORMULA.sub(" $ ", sentence)))


@lru_cache(maxsize=256)
def _unknown(sentence: str) -> tuple[str, ...]:
    latin = (token for token in tokens_of(HAN_RUN.sub(" ", sentence)) if not _is_known(token))
    return tuple(dict.fromkeys((*latin, *_unknown_in_han(sentence))))


def _unknown_in_han(sentence: str) -> Iterator[str]:
    """What is left of Chinese words without those of the table, the longest first."""
    for run in HAN_RUN.findall(sentence):
        yield from KNOWN_HAN.sub(" ", run).split()


def _is_known(token: str) -> bool:
    if token in NARROWING:
        return False
    return len(token) == 1 or token in KNOWN or is_in_a_table(token)


__all__ = ["HELP", "other_words", "unknown_words", "with_what_leads_to_it"]
