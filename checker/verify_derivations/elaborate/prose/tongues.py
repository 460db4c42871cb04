"""The language of a text: where it is one whose words are not read, what they say may restrict a formula."""

from __future__ import annotations

import re

from verify_derivations.model import Alternative

ENGLISH = frozenset(
    "the of and for let then with that to in this be are it we is by from so have where which if can as an "
    "at".split()
)
"""Words that stand in nearly every English sentence."""

OTHERS = frozenset(
    # German, Dutch
    "der das und ist für fuer sei seien dann gilt mit wir ein eine einer nicht auf aus wenn falls alle sind "
    "wird also es folgt daher ergibt durch het een voor dan zij met wordt niet "
    # French
    "le les est et soit soient pour donc une alors avec nous par que dans du sont tout "
    # Spanish, Portuguese, Italian
    "el los las sea sean para entonces una con por del todo seja sejam então uma com os il lo gli sia siano "
    "allora di che per abbiamo tenemos temos onde dove donde".split()
)
"""The same of other languages in Latin letters; none is an English word."""

SCRIPTS = re.compile(r"[\u0400-\u04FF\u0590-\u06FF\u0900-\u0DFF\u0E00-\u0E7F\u3040-\u30FF\uAC00-\uD7AF]")
"""Cyrillic, Hebrew, Arabic, the scripts of India and Thailand, kana, hangul."""

FEW = 2
FORMULA = re.compile(r"\$[^$]*\$|\\[a-zA-Z]+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.ASCII)
"""What has no words: formulas and addresses."""

WORD = re.compile(r"[^\W\d_]+")

FOREIGN = Alternative(
    "the words around it, in a language that is not read, say something of it",
    "say it in a formula: $x > 0$",
    covered=True,
)


def is_foreign(text: str) -> bool:
    """Most of what tells languages apart is of one that is not read.

    >>> is_foreign("Sei $x$ positiv. Dann gilt"), is_foreign("Let $x$ be positive. Then we get")
    (True, False)
    """
    words = [word.lower() for word in WORD.findall(FORMULA.sub(" ", text))]
    english = sum(word in ENGLISH for word in words)
    others = sum(word in OTHERS or len(SCRIPTS.findall(word)) > 1 for word in words)
    return others >= FEW and others > english


__all__ = ["FOREIGN", "is_foreign"]
