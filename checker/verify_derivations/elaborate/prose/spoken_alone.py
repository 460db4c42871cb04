"""Names to which convention gives a meaning, and of which the prose says something else."""

from __future__ import annotations

import re

from verify_derivations.elaborate.meaning.ones import LETTERS
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.tables import FUNCTION_SYMBOLS
from verify_derivations.parse.tree import Chain, Fenced, Node, Scripts

ONES = re.compile(r"\bones\b|\ball[- ]one\b", re.I)
ENTRIES = re.compile(r"\b(?:entry|entries|elements?|components?|coefficients?)\b", re.I)
KNOWN_FUNCTION = re.compile(r"\bEuler(?!'s (?:method|equation))|\bgamma[- ]functions?|伽[马玛]函数", re.I)
OTHERS = re.compile(r"\b(?:cofactors?|minors?|inverse|adjugate|transposed?|not|no)\b", re.I)
END = re.compile(r"[.!?](?:\s|$)")


def spoken_alone(root: Node, before: str, behind: str) -> str | None:
    r"""The name that stands alone in a formula, if its sentence does not say what convention says; else None.

    Of a bold 1 convention says that it is the vector of ones, of `a_{ij}` that it is an entry of `A`,
    of `\Gamma` that it is Euler's function.

    Args:
        root: the formula.
        before: the words of the paragraph before it.
        behind: those behind it.
    """
    root = plain(root)
    if isinstance(root, Chain) and root.relations[0].name == "in":
        root = plain(root.members[0])
    if isinstance(root, Fenced):
        root = plain(root.body)
    name = base_name(root.base if isinstance(root, Scripts) else root)
    sentence = f"{END.split(before)[-1]} {END.split(behind)[0]}"
    if name in FUNCTION_SYMBOLS:
        return None if KNOWN_FUNCTION.search(sentence) else name
    if name in LETTERS:
        return None if ONES.search(sentence) else name
    if name is None or len(name) > 1 or not isinstance(root, Scripts) or len(components(root.sub)) != 2:
        return None
    return None if ENTRIES.search(sentence) and not OTHERS.search(sentence) else name


__all__ = ["spoken_alone"]
