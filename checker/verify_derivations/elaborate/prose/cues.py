"""Words by which authors say what a formula is, in English and Chinese, as a table."""

from __future__ import annotations

import re
from enum import Enum

from verify_derivations.elaborate.prose.openings import SAYS_NOTHING


class Cue(Enum):
    """What the words before a formula make of it."""

    DEFINE = "define"
    ASSUME = "assume"
    FACT = "fact"
    CONDITION = "condition"
    RESTRICT = "restrict"
    CLAIM = "claim"
    NONE = "none"


CUES: tuple[tuple[Cue, str], ...] = (
    (
        Cue.CONDITION,
        r"we want|want to|we need|solve[sd]?|solving|solution|such that|so that|s\.t(?=\.)|subject to|"
        r"satisf\w+|obey\w*|fulfil\w*|require\w*|"
        r"set(?:ting)? (?:\w+ ){0,5}to zero|set(?:ting)? to (?:zero|0)|constraint|should be|must|"
        r"求解|解方程|满足|要求|希望|令其为零|等于零|约束|使得|使",
    ),
    (
        Cue.DEFINE,
        r"let|let's|define[sd]?|defining|definition|denot\w+|where|wherein|with|"
        r"(?<!can )(?<!could )(?<!also )(?<!may )write|writing|call(?:ed)?|"
        r"introduc\w+|starting|initial(?:ly)?|initiali[sz]\w+|"
        r"is given by|are given by|abbreviat\w+|notation|put|"
        r"其中|设|令|记|记作|定义|记为|式中|这里|任取|任给|固定",
    ),
    (
        Cue.ASSUME,
        r"assum\w+|suppos\w+|given(?: that)?|provided|"
        r"假设|假定|若已知",
    ),
    (
        Cue.FACT,
        r"since|because|as(?! (?:long|soon|far) as)|knowing|recall\w*|we know|known|note that|"
        r"recogni[sz]\w+|using|use|by|"
        r"已知|由于|因为|因(?![此而])|根据|由(?!此)|利用",
    ),
    (
        Cue.RESTRICT,
        r"if|when|whenever|as long as|so long as|as soon as|for|for all|for any|for every|for each|at|"
        r"where(?:ver)? only|while|otherwise|"
        r"setting|putting|trying|taking|choosing|substitut\w+|plugging|insert\w*|consider\w*|"
        r"under (?:the|this|our) (?:\w+ )?assumptions?(?: that)?|"
        r"如果|若|当|对于|对|代入|取|考虑|只要|（否则",
    ),
    (
        Cue.CLAIM,
        r"then|hence|thus|therefore|so|gives?|get|obtain\w*|yield\w*|follows?|becomes?|implies|have|"
        r"show\w*|prov(?:e|es|ed|ing)|verif\w+|check\w*|is|are|equals?|calculat\w+|comput\w+|simplif\w+|"
        r"rewrit\w+|expand\w*|"
        r"we (?:(?:then|thus|also|again|now) )?(?:find|see|read off|conclude|deduce)|"
        r"equivalently|consequently|则|得|得到|可得|因此|所以|(?<![缘事何变])故(?![事障意])|于是|从而|因而|由此|等价地|即|有|那么",
    ),
)
"""Kinds of words, each with what they look like; of two in a clause the last one counts."""


def _pattern(words: str) -> re.Pattern[str]:
    latin = "|".join(w for w in words.split("|") if w.isascii())
    other = "|".join(w for w in words.split("|") if not w.isascii())
    return re.compile(rf"\b(?:{latin})\b|(?:{other})", re.IGNORECASE)


PATTERNS = tuple((cue, _pattern(words)) for cue, words in CUES)

LAWS = re.compile(
    r"\b(?:densit(?:y|ies)|distribution|distributed|random variable)s?\b|密度|分布|随机变量", re.IGNORECASE
)
"""Words of laws of random quantities, whose parameters are mostly positive."""

POSITIVE = re.compile(r"\b(?:positive|non-?negative)\b|正数|正的|为正|大于零|非负", re.IGNORECASE)
"""Words by which something is said to be positive, or not negative."""

CONDITIONAL = re.compile(
    r"\b(?:if|suppose|assum\w+)\b[^$]*\$.*\bthen\b|(?:如果|若|假设)[^$]*\$.*(?:则|那么)",
    re.IGNORECASE | re.DOTALL,
)
"""Words that make what is said next depend on a formula before it: "if $ then"."""

DENIED = re.compile(
    r"\b(?:not|\w+n['’]t|never|unless|either|neither|whether|fails?|"
    r"drop\w*|relax\w*|lift\w*|abandon\w*|without(?! loss of)|unlike|differs?)\b[^$]*$",
    re.IGNORECASE,
)
"""Words before a comparison with which it is denied, or said of a case that may be another one."""

EQUIVALENT = re.compile(
    r"\b(?:iff|only (?:if|when|for)|exactly (?:if|when|for)|precisely (?:if|when)|"
    r"implies|implying|equivalent\w*)\b"
    r"|当且仅当|仅当|等价",
    re.IGNORECASE,
)
"""Words with which a comparison is no condition of an equation, but follows from it."""

GOES_ON = re.compile(
    r"\s*(?:where|wherein|in which|其中|这里|式中)(?![A-Za-z])"
    r"|\s*(?:for(?: all| any| every| each)?|if|when(?:ever)?|with)\s*\$(?:\s*(?:,|and)?\s*\$)*"
    r"(?:[\s.,;]*(?:and|or|but)?\s*$|\s*\.\s)"
)
"""How a paragraph reads, $ for its formulas, that goes on with the sentence of the display before it."""

CLAUSE = re.compile(r"[.;:!?。；：！？]\s|\n\s*\n")


def last_clause(text: str) -> str:
    """What stands behind the last end of a sentence."""
    ends = [one.end() for one in CLAUSE.finditer(text) if not text[: one.end()].rstrip().endswith(" s.t.")]
    return text[ends[-1] :] if ends else text


SENTENCE = re.compile(r"[.;!?。；！？]\s|\n\s*\n")


def last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence, of which a colon is none.

    >>> last_sentence("We see. A guess: let ")
    'A guess: let '
    """
    ends = [one.end() for one in SENTENCE.finditer(text)]
    return text[ends[-1] :] if ends else text


def in_sentence(clause: str, text: str) -> str:
    """The words of a clause behind those that stand in its sentence before it.

    Args:
        clause: words before a formula, perhaps without some of them.
        text: all words before it.

    >>> in_sentence("let ", "We see. A guess: let us ")
    'A guess: let '
    """
    sentence, own = last_sentence(text), last_clause(text)
    return sentence[: max(0, len(sentence) - len(own))] + clause


def cue_of(text: str) -> Cue:
    """What the words before a formula make of it: the last word of the table counts.

    >>> [cue_of(t) for t in ("Let ", "so we get", "we want to solve", "其中", "an apple")]
    [<Cue.DEFINE: 'define'>, <Cue.CLAIM: 'claim'>, <Cue.CONDITION: 'condition'>, <Cue.DEFINE: 'define'>, \
<Cue.NONE: 'none'>]
    """
    best, at = Cue.NONE, (-1, 0)
    text = SAYS_NOTHING.sub(" ", text)
    for cue, pattern in PATTERNS:
        for found in pattern.finditer(text):
            place = (found.end(), -found.start())  # a word within another one does not count: 得 of 使得
            if place > at:
                best, at = cue, place
    return best


def has_cue(text: str, cue: Cue) -> bool:
    """Words of this kind occur."""
    return any(kind is cue and pattern.search(text) for kind, pattern in PATTERNS)


ABBREVIATIONS = ("i.e.", "e.g.", "s.t.", "resp.", "cf.", "viz.")
"""Their last point ends no sentence."""


def is_ended(words: str) -> bool:
    """The sentence with the words is over before the display begins."""
    words = words.rstrip()
    return words.endswith((".", "。", "!", "?")) and not words.endswith(ABBREVIATIONS)


__all__ = [
    "CONDITIONAL",
    "DENIED",
    "EQUIVALENT",
    "GOES_ON",
    "LAWS",
    "POSITIVE",
    "Cue",
    "cue_of",
    "has_cue",
    "in_sentence",
    "is_ended",
    "last_clause",
    "last_sentence",
]
