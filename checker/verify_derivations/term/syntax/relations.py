"""The relations that a claim may state, by the ways in which they are written."""

from __future__ import annotations

from verify_derivations.errors import TermError

SPELLINGS: dict[str, str] = {
    "=": "=",
    "==": "=",
    "!=": "!=",
    "≠": "!=",
    "<": "<",
    "<=": "<=",
    "≤": "<=",
    ">": ">",
    ">=": ">=",
    "≥": ">=",
    "≈": "≈",
    "~=": "≈",
}
"""A spelling, and the sign that it stands for."""

BETWEEN_CONDITIONS: dict[str, str] = {
    "implies": "⇒",
    "=>": "⇒",
    "==>": "⇒",
    "⇒": "⇒",
    "equivalent": "⇔",
    "iff": "⇔",
    "<=>": "⇔",
    "⇔": "⇔",
}
"""The same for what is stated of two conditions."""


def relation_sign(text: str) -> str:
    """The sign of a relation as the software writes it.

    Raises:
        TermError: there is no such relation.

    >>> relation_sign("≤"), relation_sign("~=")
    ('<=', '≈')
    """
    sign = SPELLINGS.get(text.strip())
    if sign is None:
        raise TermError(f"the relation {text.strip()[:20]!r} is none of {' '.join(SPELLINGS)}")
    return sign


def between_conditions(text: str) -> str | None:
    """The sign of a step between conditions; None if it is a relation between values.

    >>> between_conditions("iff"), between_conditions("<=")
    ('⇔', None)
    """
    return BETWEEN_CONDITIONS.get(text.strip())


def composed(first: str | None, second: str) -> str | None:
    """What a R b and b S c say of a and c; None where they say nothing.

    >>> composed("=", "<="), composed("<=", "<"), composed("<", ">")
    ('<=', '<', None)
    """
    if first == "=" or first is None:
        return second if first else None
    if second == "=":
        return first
    if first[0] == second[0] and first[0] in "<>":
        return min(first, second, key=len)
    return None


__all__ = ["BETWEEN_CONDITIONS", "SPELLINGS", "between_conditions", "composed", "relation_sign"]
