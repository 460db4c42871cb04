"""**The table of words** of a sentence about a case: those that begin it, and those with which it goes on."""

from __future__ import annotations

import re

IF = re.compile(
    r"^\W*(?:\w{1,4}[.)]\s*)?"
    r"(?:(?:so|now|then|hence|thus|but|and|also|in particular|moreover|therefore|here|similarly|first|"
    r"second|finally|next|indeed|clearly|that|note that|for example|for instance)\b[,\s]*)*"
    r"(?:if|when|whenever|wenn|falls|如果|若|当)(?:\s+(?:we have|now|also|instead))?\s*"
    r"(?:\$\s*(?:,|and|und|，|且|和)?\s*)*$",
    re.IGNORECASE,
)
"""Words before an equation with which a sentence begins that is about a case."""

THEN = re.compile(
    r"\s*(?:(?:,|，|and\b|und\b|且|和)[^$]{0,3}\$\s*)*[,，:]?\s*"
    r"(?:then|we (?:have|get|obtain|find|see)|it follows|this (?:gives|yields)|dann|gilt|则|那么|可?得|"
    r"(?:我们)?有)"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""Words behind it with which the sentence goes on."""

__all__ = ["IF", "THEN"]
