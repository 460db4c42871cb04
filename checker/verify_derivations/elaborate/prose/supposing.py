"""Whether the words around a formula suppose it, or define by it; what they do otherwise is only spoken of.

Nothing follows from a formula in a sentence whose words are not all in **the tables of words** here and in
`words_of_statements`: "a guess of somebody is $b = 2a$" defines no b, "it is a pity that $x > 0$" supposes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.elaborate.prose.openings import in_single_words
from verify_derivations.elaborate.prose.words_of_claims import CALCULATING, PEOPLE
from verify_derivations.elaborate.prose.words_of_claims import HAN as WORDS_IN_HAN
from verify_derivations.elaborate.prose.words_of_statements import (
    BEING,
    CLAUSES,
    COMPUTING,
    CONCLUDING,
    DEFINERS,
    FILLING,
    HAN_BEHIND,
    HAN_BETWEEN,
    HAN_DEFINES,
    HAN_LEADS,
    HAN_QUANTITIES,
    HAN_SUPPOSES,
    LEADING,
    LEADS_ON,
    PHRASES,
    QUALIFYING,
    QUANTITIES,
    SAYINGS,
    UNREAL,
    VERBS_BEHIND,
    WORDS_BEHIND,
)

TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?|\$|[,;:()（）—–，；：。、]|\d+")
MARKED = re.compile(r"[\[\]*_~`{}]|\\[a-zA-Z]+")
BREAKS = frozenset(",;:()（）—–，；：。、")
FOR_EXAMPLE = re.compile(r"\b(?:for|as an?) (?:example|instance)\b|\be\.\s?g\.", re.IGNORECASE)
"""Words that suppose nothing, whatever stands behind them; what stands for them is in no table."""
STOPS = (*BREAKS, ".", "?", "!", "。", "")
ABBREVIATED = re.compile(r"[A-Z]\w*[A-Z]\w*")
"""A thing that is called by its initials: "SiLU", "LSTM"."""
NAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)*")
IF_TWICE = re.compile(
    r"\b(?:given|because|since|if|suppose|assume|provided|while|noting) (?:if|when(?:ever)?)\b[^$,]*$",
    re.IGNORECASE,
)
"""Words before a condition on which something else depends that is supposed."""

CALCULATED = CALCULATING | PEOPLE
"""Words that tell what is done before something is defined: "completing the square, we write"."""

ARTICLES = frozenset(("a", "an", "the", "our"))

LATER = re.compile(
    r"\bin an? (?:moment|minute|second|while)\b|\b(?:next|following|coming|subsequent) (?:theorem|lemma|"
    r"proposition|corollary|example|exercise|proof|remark|problem|case|claim|question)s?\b",
    re.IGNORECASE,
)
"""What is said with these words is not said here, though each is in the tables."""

IN_A_SECTION = re.compile(r"\b(?:section|chapter|appendix|part)s? (?:\d|[IVXA-Z]\b)", re.IGNORECASE)
"""Words with which something is supposed elsewhere."""

INTRODUCED = re.compile(
    r"(?:^|\s)(?:an?|the|our|its|of|by|ha(?:s|ve)) (?:[\w-]+ ){0,3}([\w-]+)\s*$", re.IGNORECASE
)
"""Words that bring in a quantity: "a mass"."""

BRITISH = re.compile(r"is(ations?|ed|ers?)$")
"""How words end that are in the tables in the other spelling."""

HAN = re.compile(r"[\u4e00-\u9fff]")
SUPPOSED_IN_HAN = re.compile(rf"(?:^|[，。；：、,;:\s]|\$)(?:{HAN_SUPPOSES})(?:{HAN_BETWEEN})*$")
NAMED_IN_HAN = re.compile(rf"(?:^|[，。；：、,;:\s])(?:{HAN_QUANTITIES})\s*$")
"""The name of a quantity right before what is said of it: 学习率 $x > 0$."""
IN_A_CASE = re.compile(
    r"\s*(?:(?:if|when(?:ever)?|provided|unless|in case|only)\b"
    r"|,?\s*(?:and|but)\s+(?:[\w-]+\s+)?in\s+(?=\$)|(?:,\s*\$\s*)*,?\s*or\b(?!,? equivalently)"
    r"|(?:is|are|being)\s+(?:(?:one|an?|the|another|only|first|second|easy|other|special)\s+)*cases?\b"
    r"|in (?:the (?:next|following|last|previous|second|third|other|same|appendix|introduction)\b"
    r"|(?:Appendix|Chapter|Section|Theorem|Lemma|Proposition|Remark|Example)\b))",
)
"""How a sentence goes on that says something of a case only, or of another place."""
OR_BEFORE = re.compile(r"\$\s*,?\s*or\b[^$]*$|\$\s*或者?[^$]*$")
"""Words before a condition in place of which another one may hold."""
ASKED_WHEN = re.compile(
    r"\b(?:see|know|find(?: out)?|show|ask|learn|decide|determine|check|study|understand|tell|compute|"
    r"discuss|investigate|examine|explain) (?:when|where|if|whether|why|how)\b[^$,]*$"
)
"""Words with which it is asked when a condition holds."""
UNDER_IN_HAN = re.compile(r"(?:^|[，。；：、,;:\s])在(?:条件|假设|前提)?\s*$")
UNDER_BEHIND = re.compile(r"\s*的?\s*(?:条件|假设|前提|情况|情形)?(?:之)?[下时]")
"""在 ... 的条件下: under a condition."""
DEFINED_IN_HAN = re.compile(
    rf"(?:^|[，。；：、,;:\s]|\$)(?:{HAN_SUPPOSES}|{HAN_DEFINES})(?:{HAN_BETWEEN})*$|^\W*$"
)
LED_IN_HAN = re.compile(
    rf"(?:{HAN_LEADS}|{HAN_SUPPOSES}|{HAN_DEFINES}|{HAN_BETWEEN}|{HAN_BEHIND}|[\W\da-zA-Z])*?"
)
"""Words of a sentence that lead on to what it supposes."""

ELSEWHERE_IN_HAN = re.compile(
    r"(?:下面|下述|下列|后面|以下|接下来)的?[^，。；$]{0,6}(?:定理|引理|命题|推论|例|节|章)"
)
"""What is said with these words is said of something that stands further down."""

LINE_IN_HAN = re.compile(r"[。；！？$\n]")
SENTENCE_IN_HAN = re.compile(r"[。！？]")
WITHOUT_KNOWN_HAN = re.compile("|".join((*sorted(WORDS_IN_HAN, key=len, reverse=True), r"[\W\d]")))
DENIED_IN_HAN = re.compile(
    r"[错猜非不否没未别疑若当]|如(?![下此图式])|误(?!差)|假(?!设)|想(?!一下)|例|可能|也许|大概|似乎|曾|以为|认为|声称|应该?|考虑|需要?求"
)
"""Words of a sentence that deny or doubt what it says, or say it of a case."""

BEHIND_IN_HAN = re.compile(rf"\s*(?:\n[^，。；$\n]{{1,20}}[:：]|[，。；：、,.;:)）]|\$|$|{HAN_BEHIND})")


def supposes(clause: str, behind: str = "") -> bool:
    """The words around a condition, or a set in which a name lives, suppose it.

    Args:
        clause: those of its sentence before it, $ for formulas.
        behind: those behind it in its sentence.

    >>> supposes("Suppose that "), supposes("Suppose that ", " fails"), supposes("Nobody would suppose that ")
    (True, False, False)
    >>> supposes("Proof: suppose that "), supposes("A wrong answer: suppose that ")
    (True, False)
    """
    if IN_A_CASE.match(behind) or OR_BEFORE.search(clause) or ASKED_WHEN.search(clause):
        return False
    if UNDER_IN_HAN.search(clause) is not None:
        return UNDER_BEHIND.match(behind) is not None
    if HAN.search(clause):
        found = SUPPOSED_IN_HAN.search(clause) or NAMED_IN_HAN.search(clause)
        return _is_so_in_han(found, clause) and goes_on(behind)
    tokens = tokens_of(clause)
    if IN_A_SECTION.search(clause) or IF_TWICE.search(clause):
        return False
    if introduces(clause):
        return _is_in_force(tokens, defining=True)
    return _is_in_force(tokens, defining=False) and goes_on(behind)


def introduces(clause: str) -> bool:
    """The words right before a formula bring in a quantity: "the mass".

    >>> introduces("We fix the mass "), introduces("He likes ")
    (True, False)
    """
    found = INTRODUCED.search(MARKED.sub(" ", clause))
    return found is not None and _is_a_quantity(found[1])


def introduces_in_han(clause: str) -> bool:
    """The same in Chinese, where the sentence begins so, or only leads on to it.

    >>> introduces_in_han("学习率 "), introduces_in_han("若学习率 "), introduces_in_han("有人认为，学习率 ")
    (True, False, False)
    """
    return _is_so_in_han(NAMED_IN_HAN.search(clause), clause)


def _is_so_in_han(found: re.Match[str] | None, clause: str) -> bool:
    """What stands before these words in their sentence leads on to them."""
    if found is None or ELSEWHERE_IN_HAN.search(clause) is not None:
        return False
    return LED_IN_HAN.fullmatch(clause[: found.start()]) is not None


def _is_told_in_han(clause: str) -> bool:
    """The words of its line are all in the table of those that take nothing back, and none of them denies."""
    line = LINE_IN_HAN.split(clause.rstrip(" ：:\n"))[-1]
    return (
        HAN.search(line) is not None
        and WITHOUT_KNOWN_HAN.sub("", line) == ""
        and DENIED_IN_HAN.search(SENTENCE_IN_HAN.split(clause)[-1]) is None
    )


def defines(clause: str, behind: str = "") -> bool:
    """The words around an equation say that it defines its name, or that it is so.

    Args:
        clause: those of its sentence before it, $ for formulas.
        behind: those behind it in its sentence.

    >>> defines("The velocity is "), defines("A natural guess is "), defines("We write "), defines("")
    (True, False, True, True)
    """
    if HAN.search(clause):
        told = _is_so_in_han(DEFINED_IN_HAN.search(clause), clause) or _is_told_in_han(clause)
        return told and goes_on(behind)
    tokens = tokens_of(clause)
    of_a_quantity = tokens and _is_a_quantity(tokens[-1]) and tokens[-1] not in PHRASES
    return _is_in_force(tokens, defining=True) and (of_a_quantity or goes_on(behind))


def unread_words(clause: str, behind: str = "") -> tuple[str, ...]:
    """Words around an equation that are in no table, so that it is not told what they make of it.

    Args:
        clause: those of its sentence before it, $ for formulas.
        behind: those behind it in its sentence.

    >>> unread_words("A clever guess is "), unread_words("The velocity is ")
    (('clever', 'guess'), ())
    """
    tokens = tokens_of(clause)
    if not goes_on(behind):
        tokens += tokens_of(behind.replace(".", " , "))[:3]
    unknown = (token for token in tokens if len(token) > 1 and not HAN.search(token) and not _leads_on(token))
    return tuple(dict.fromkeys(unknown))


def tokens_of(clause: str) -> list[str]:
    """The words and marks of a clause, in small letters but for names.

    Args:
        clause: its text, $ for formulas.

    >>> tokens_of("By the Lipschitz constant, $")
    ['by', 'the', 'Lipschitz', 'constant', ',', '$']
    """
    clause = in_single_words(MARKED.sub(" ", clause))
    found = TOKEN.findall(LATER.sub(" later ", FOR_EXAMPLE.sub(" exempli gratia ", clause)))
    return [
        word if ABBREVIATED.fullmatch(word) or _is_a_name(before, word, behind) else word.lower()
        for before, word, behind in zip(["", *found], found, [*found[1:], ""], strict=False)
    ]


def _is_a_name(before: str, word: str, behind: str) -> bool:
    """Somebody after whom a quantity is called: "the Lipschitz constant"."""
    if NAME.fullmatch(word) is None or before.lower() not in ARTICLES:
        return False
    return _is_among(behind.lower(), QUANTITIES | SAYINGS) or behind.lower() in QUALIFYING


def _is_in_force(tokens: list[str], *, defining: bool) -> bool:
    """Going back from the formula, a word that supposes is found before one that is not known.

    "For $b$ the formula is" supposes nothing with its "for": behind a verb only words that begin clauses do.
    What stands before a comma or a colon only leads on to it, or all of the sentence is spoken of: "a theorem
    of somebody says that, for $x > 0$, ...".
    """
    found, verb = False, False
    for k, (before, token) in reversed([*enumerate(zip(["", *tokens], tokens, strict=False))]):
        if token in BREAKS:
            if found:
                return all(_leads_on(one) or (defining and one in CALCULATED) for one in tokens[:k])
        elif token in CLAUSES or (defining and token in CONCLUDING | DEFINERS):
            found = True
        elif token in BEING:
            verb = True
        elif (
            token in PHRASES - (frozenset() if defining else COMPUTING)
            and not verb
            and not _is_among(before, SAYINGS)
        ):
            found = True
        elif len(token) > 1 and not is_in_a_table(token) and not (found and token in CONCLUDING):
            return False
    return found or defining


def _leads_on(token: str) -> bool:
    """A word of a clause that stands before another one and takes nothing back of it."""
    if len(token) == 1 or token in LEADS_ON or is_in_a_table(token):
        return True
    return token in CLAUSES | CONCLUDING | DEFINERS | BEING | WORDS_BEHIND | VERBS_BEHIND


def is_in_a_table(token: str) -> bool:
    """A word that takes nothing back of what stands beside it, a mark or a formula.

    >>> is_in_a_table("velocity"), is_in_a_table("fails")
    (True, False)
    """
    if token in ("$", *LEADING, *FILLING, *PHRASES) or token.isdigit() or token[:1].isupper():
        return True
    return (
        token in QUALIFYING
        or BRITISH.sub(r"iz\1", token) in QUALIFYING
        or _is_among(token, QUANTITIES | SAYINGS)
    )


def _is_a_quantity(token: str) -> bool:
    """A noun for what formulas say something of."""
    return _is_among(token, QUANTITIES)


def _is_among(token: str, nouns: frozenset[str]) -> bool:
    """A noun of a table, one or several of it, with a hyphen or without, in either spelling."""
    token = BRITISH.sub(r"iz\1", token.rpartition("-")[2])
    return any(form in nouns for form in _singular(token))


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
    tokens = tokens_of(behind.replace(".", " , "))[:5]
    if not tokens or tokens[0] == "$":
        return True
    if tokens[0] in BEING | VERBS_BEHIND:
        return _is_a_description(tokens[1:])
    said = tokens[0] in WORDS_BEHIND or is_in_a_table(tokens[0])
    return said and UNREAL.isdisjoint(tokens[1:2])


def _is_a_description(tokens: list[str]) -> bool:
    """Words of the tables, up to a noun or the end of a phrase."""
    for token in tokens:
        if token in BREAKS or token == "$" or _is_among(token, QUANTITIES | SAYINGS):
            return True
        if not (is_in_a_table(token) or token in WORDS_BEHIND | DEFINERS):
            return False
    return True


__all__ = [
    "defines",
    "goes_on",
    "introduces",
    "introduces_in_han",
    "is_in_a_table",
    "supposes",
    "tokens_of",
    "unread_words",
]
