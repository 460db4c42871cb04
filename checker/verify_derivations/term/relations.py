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


__all__ = ["SPELLINGS", "composed", "relation_sign"]
