"""Whether the words around a formula suppose it, or define by it; what they do otherwise is only spoken of.

Nothing follows from a formula in a sentence whose words are not all in **the tables of words** here and in
`words_of_statements`: "a guess of somebody is $b = 2a$" defines no b, "it is a pity that $x > 0$" supposes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.elaborate.prose.words_of_statements import (
    BEING,
    CLAUSES,
    CONCLUDING,
    DEFINERS,
    FILLING,
    HAN_BEHIND,
    HAN_BETWEEN,
    HAN_DEFINES,
    HAN_SUPPOSES,
    LEADING,
    PHRASES,
    QUANTITIES,
    QUALIFYING,
    SAYINGS,
    VERBS_BEHIND,
    WORDS_BEHIND,
)

TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?|\$|[,;:()（）—–，；：。、]|\d+")
MARKED = re.compile(r"[\[\]*_~`{}]|\\[a-zA-Z]+")
BREAKS = frozenset(",;:()（）—–，；：。、")
LONG = re.compile(r"\b(?:as|so) long as\b", re.IGNORECASE)
STOPS = (*BREAKS, ".", "?", "!", "。", "")
ABBREVIATED = re.compile(r"[A-Z]\w*[A-Z]\w*")
"""A thing that is called by its initials: "SiLU", "LSTM"."""

INTRODUCED = re.compile(
    r"(?:^|\s)(?:an?|the|our|its|of|by|ha(?:s|ve)) (?:[\w-]+ ){0,3}([\w-]+)\s*$", re.IGNORECASE
)
"""Words that bring in a quantity: "a mass"."""

HAN = re.compile(r"[\u4e00-\u9fff]")
SUPPOSED_IN_HAN = re.compile(rf"(?:^|[，。；：、,;:\s]|\$)(?:{HAN_SUPPOSES})(?:{HAN_BETWEEN})*$")
DEFINED_IN_HAN = re.compile(
    rf"(?:^|[，。；：、,;:\s]|\$)(?:{HAN_SUPPOSES}|{HAN_DEFINES})(?:{HAN_BETWEEN})*$|^\W*$"
)
BEHIND_IN_HAN = re.compile(rf"\s*(?:[，。；：、,.;:)）]|\$|$|{HAN_BEHIND})")


def supposes(clause: str, behind: str = "") -> bool:
    """The words around a condition, or a set in which a name lives, suppose it.

    Args:
        clause: those of its clause before it, $ for formulas.
        behind: those behind it in its sentence.

    >>> supposes("Suppose that "), supposes("Suppose that ", " fails"), supposes("Nobody would suppose that ")
    (True, False, False)
    """
    if HAN.search(clause):
        return SUPPOSED_IN_HAN.search(clause) is not None and goes_on(behind)
    tokens = _tokens(clause)
    introduced = INTRODUCED.search(MARKED.sub(" ", clause))
    if introduced is not None and _is_a_quantity(introduced[1]):
        return _is_in_force(tokens, defining=True)
    return _is_in_force(tokens, defining=False) and goes_on(behind)


def defines(clause: str, behind: str = "") -> bool:
    """The words around an equation say that it defines its name, or that it is so.

    Args:
        clause: those of its clause before it, $ for formulas.
        behind: those behind it in its sentence.

    >>> defines("The velocity is "), defines("A natural guess is "), defines("We write "), defines("")
    (True, False, True, True)
    """
    if HAN.search(clause):
        return DEFINED_IN_HAN.search(clause) is not None and goes_on(behind)
    tokens = _tokens(clause)
    of_a_quantity = tokens and _is_a_quantity(tokens[-1])
    return _is_in_force(tokens, defining=True) and (of_a_quantity or goes_on(behind))


def _tokens(clause: str) -> list[str]:
    return [
        word if ABBREVIATED.fullmatch(word) else word.lower()
        for word in TOKEN.findall(LONG.sub("if", MARKED.sub(" ", clause)))
    ]


def _is_in_force(tokens: list[str], *, defining: bool) -> bool:
    """Going back from the formula, a word that supposes is found before one that is not known.

    "For $b$ the formula is" supposes nothing with its "for": behind a verb only words that begin clauses do.
    """
    found, verb = False, False
    for token in reversed(tokens):
        if token in BREAKS:
            if found:
                return True
        elif token in CLAUSES or (defining and token in CONCLUDING | DEFINERS):
            found = True
        elif token in BEING:
            verb = True
        elif token in PHRASES and not verb:
            found = True
        elif not _is_known(token) and not (found and token in CONCLUDING):
            return False
    return found or defining


def _is_known(token: str) -> bool:
    if token in ("$", *LEADING, *FILLING, *PHRASES) or token.isdigit() or ABBREVIATED.fullmatch(token):
        return True
    return token in QUALIFYING or _is_among(token, QUANTITIES | SAYINGS)


def _is_a_quantity(token: str) -> bool:
    """A noun for what formulas say something of."""
    return _is_among(token, QUANTITIES)


def _is_among(token: str, nouns: frozenset[str]) -> bool:
    """A noun of a table, one or several of it, with a hyphen or without."""
    return any(form in nouns for form in _singular(token.rpartition("-")[2]))


def _singular(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("ices"):
        yield word[:-4] + "ix"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def goes_on(behind: str) -> bool:
    """What stands behind a formula takes nothing back of it, as every word of the table does not.

    >>> goes_on(", we get"), goes_on(" is the radius"), goes_on(" is wrong"), goes_on(" fails")
    (True, True, False, False)
    """
    if HAN.match(behind.lstrip()):
        return BEHIND_IN_HAN.match(behind) is not None
    if behind.lstrip()[:1] in STOPS:
        return True
    tokens = _tokens(behind.replace(".", " , "))[:2]
    if not tokens or tokens[0] == "$":
        return True
    if not (tokens[0] in WORDS_BEHIND or tokens[0] in BEING | VERBS_BEHIND or _is_known(tokens[0])):
        return False
    return tokens[0] not in BEING | VERBS_BEHIND or len(tokens) == 1 or _is_said(tokens[1])


def _is_said(token: str) -> bool:
    return token in BREAKS or token in WORDS_BEHIND or _is_known(token)


__all__ = ["defines", "goes_on", "supposes"]
