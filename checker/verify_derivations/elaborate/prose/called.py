"""What kind of thing words call a name: "let $u$ and $v$ be vectors", "two numbers $a$ and $b$"."""

from __future__ import annotations

import re

from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.prose.described import items_of, noun_of
from verify_derivations.elaborate.prose.describing_words import BEFORE, BEHIND
from verify_derivations.parse.tree import Node

VECTORS = re.compile(
    r"(?:(?:is|are|be|denotes?|two|any|some|an?|the|both)\s+)*(?:(?!of\b)[\w-]+\s+){0,2}"
    r"(?:(?:co|bi|multi)?vectors?|matri(?:x|ces)|tensors?|Vektor\w*|Matri[xz]\w*)\b(?! of)"
    r"|[是为]?.{0,4}(?:向量|矢量|矩阵|张量)",
    re.IGNORECASE,
)
"""Words that call names vectors or matrices, from their beginning."""


NUMBERS = re.compile(
    r"(?:(?:is|are|be|denotes?|two|any|some|an?|the|both)\s+)*(?:(?:real|positive|non-?zero|whole|natural)\s+)*"
    r"(?:numbers?|scalars?|reals?|integers?|entries|coefficients?|constants?|lengths?|sides)\b"
    r"(?!\s+(?:operator|matri|vector|field|system|state))"
    r"|[是为]?.{0,3}(?:实数|整数|标量|常数)",
    re.IGNORECASE,
)
"""Words that call names numbers, from their beginning."""

ONE_AXIS = re.compile(r"vector|向量|矢量|vektor", re.IGNORECASE)


def called_vectors(root: Node, before: str, behind: str) -> dict[str, int]:
    """The names that stand alone in a formula, with how many axes they have by the words beside it.

    None of numbers, one of vectors, two of matrices; names that are called nothing of this kind are left out.
    """
    found = BEFORE.search(before)
    phrases = [noun_of(found["words"])] if found else []
    phrases += [said["words"] for pattern in BEHIND if (said := pattern.match(behind))]
    found_words = [match[0] for phrase in phrases if (match := VECTORS.match(phrase.strip()))]
    if not found_words and not any(NUMBERS.match(phrase.strip()) for phrase in phrases):
        return {}
    axes = 0 if not found_words else 1 if any(map(ONE_AXIS.search, found_words)) else 2
    return {name: axes for name in map(scripted_name, items_of(root)) if name is not None}


__all__ = ["called_vectors"]
