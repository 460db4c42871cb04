"""**The table of phrases** by which sentences declare numbers: "let $n$ be an integer", "设 $n$ 为整数"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from verify_derivations.elaborate.prose.number_words import (
    HAN_MEASURES,
    MEASURES,
    NOUNS,
    WORDS,
    Meant,
    meant,
)
from verify_derivations.elaborate.prose.words_of_statements import QUALIFYING, QUANTITIES

MARK, OTHER = "\ue000", "\ue001"
"""Stand for formulas in the words of a paragraph: those that list or compare names, and all others."""

ANY = f"[{MARK}{OTHER}]"


class Lead(Enum):
    """How a sentence comes to speak of a number."""

    LET = "it declares it"
    FOR = "what it says holds for such numbers"
    IF = "what it says holds in this case"


class Worded(NamedTuple):
    """A declaration in words.

    `formulas` are the numbers of the formulas that hold the names; `cut` is the stretch of words that it
    stands for, from `start` to `end` all of it. `plain`: no word says that any or all numbers are meant.
    `restricted`: words behind it say more than is read.
    """

    lead: Lead
    formulas: tuple[int, ...]
    meant: Meant
    cut: tuple[int, int]
    plain: bool
    restricted: bool
    start: int
    end: int


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


WORD = _either([word for word in WORDS if word.isascii()])
PHRASE = rf"(?P<words>(?:(?:{WORD})\s+)*(?:{WORD}))"
HAN_WORD = _either([word for word in WORDS if not word.isascii()])
HAN_PHRASE = rf"(?P<words>(?:(?:{HAN_WORD})的?)*(?:{HAN_WORD}))"

NAMES = rf"(?P<names>{MARK}(?:\s*(?:,\s*and|,|and|、|和|与|，|及)?\s*{MARK})*)"

CALLED = r"(?:(?:the|our|an?|its)\s+(?P<called>(?:[a-z][\w-]*\s+){1,4}))?"
HAN_CALLED = rf"(?:{HAN_MEASURES})?"
"""What a number is called right before its name: "the learning rate"."""

ALSO_CALLED = r"\s*(?:,\s*and|,|and)?\s*(?:(?:the|our|an?|its)\s+(?:[a-z][\w-]*\s+){1,4})?"
NAMES_CALLED = rf"(?P<names>{MARK}(?:{ALSO_CALLED}{MARK})*)"
"""Several names, each of which may be called something."""

STARTS = r"(?:^|(?<=[.!?:;]\s)|(?<=[。；：！]))\s*"
ADVERB = r"(?:(?:now|then|also|again|that|both|next|first|hence|further|furthermore|moreover|here)\s*,?\s+)*"

LEADS: tuple[tuple[Lead, str], ...] = (
    (
        Lead.LET,
        r"let|suppose|assume|fix|take|choose|pick|consider|where|wherein|with|given|say",
    ),
    (Lead.FOR, r"for|for all|for any|for every|for each"),
    (Lead.IF, r"if|when|whenever|provided|as long as|assuming|since|because"),
)
"""Words before the names, or before the words."""

HAN_LEADS: tuple[tuple[Lead, str], ...] = (
    (Lead.LET, r"设|令|记|取|任取|给定|假设|假定|其中|这里|式中"),
    (
        Lead.FOR,
        r"对任意的?|对于任意的?|对任何|对于任何|对所有的?|对于所有的?|对一切|对每个|对每一个|对于|对|任意|任给",
    ),
    (Lead.IF, r"若|如果|当"),
)

ALONE = (
    rf"{STARTS}(?:by (?:assumption|hypothesis),?\s+|(?:here|now|below|throughout(?: this \w+)?|"
    r"from now on|in (?:what follows|this \w+|the following)|as (?:before|above|usual)),?\s+)?"
)
"""How a sentence begins that says outright what a name is."""

ARTICLE = r"(?:(?:an?|any|some|two|three|four|both|all|each|every|again|now)\s+)*"
MANY = r"(?:(?:an?|any|every|each|all|two|three|four|both)\s+)*"
VERB = r"(?:be|is|are|denotes?|being)\s+"
HAN_VERB = r"(?:均为|都为|都是|皆为|为|是)(?:任意|一个|某个|任一)?的?"


def _lead(lead: Lead) -> str:
    words = dict(LEADS)[lead]
    return rf"\b(?:{words})\s+{ADVERB}"


A_KINDS = (
    *(
        (
            lead,
            re.compile(
                rf"{_lead(lead)}{CALLED}{NAMES_CALLED}\s*,?\s*(?P<cut>{VERB}{ARTICLE}{PHRASE})(?![\w-])", re.I
            ),
        )
        for lead in Lead
    ),
    (
        Lead.LET,
        re.compile(
            rf"\b(?:with|where|given|let)\s+{ADVERB}{NAMES}\s*,?\s*(?P<cut>{ARTICLE}{PHRASE})(?![\w-])", re.I
        ),
    ),
    (Lead.FOR, re.compile(rf"\bfor\s+{NAMES}\s*,?\s*(?P<cut>{ARTICLE}{PHRASE})(?![\w-])", re.I)),
    (
        Lead.LET,
        re.compile(rf"{ALONE}{CALLED}{NAMES_CALLED}\s*(?P<cut>{VERB}{ARTICLE}{PHRASE})(?![\w-])", re.I),
    ),
)
"""Words behind the names."""

A_HAN = tuple(
    (lead, re.compile(rf"(?:{words})\s*{HAN_CALLED}\s*{NAMES}\s*(?P<cut>{HAN_VERB}\s*{HAN_PHRASE})"))
    for lead, words in HAN_LEADS
)

B_KINDS = tuple(
    (lead, re.compile(rf"{_lead(lead)}(?P<many>{MANY})(?P<cut>{PHRASE})\s+{NAMES}", re.I))
    for lead in (Lead.LET, Lead.FOR)
)
"""Words before the names."""

B_HAN = tuple(
    (lead, re.compile(rf"(?:{words})\s*(?P<cut>(?P<many>){HAN_PHRASE})\s*{NAMES}"))
    for lead, words in HAN_LEADS[:2]
)

AND_BEHIND = re.compile(rf"\s*,?\s*(?:and\s+)?{NAMES}\s+(?P<cut>(?:{VERB})?{ARTICLE}{PHRASE})(?![\w-])", re.I)
AND_BEFORE = re.compile(rf"\s*,?\s*(?:and\s+)?(?:for\s+)?(?P<many>{MANY})(?P<cut>{PHRASE})\s+{NAMES}", re.I)
AND_HAN = re.compile(rf"\s*[，、]?\s*{NAMES}\s*(?P<cut>{HAN_VERB}\s*{HAN_PHRASE})")
"""The same once more in a sentence: "and $x$ a real number"."""

CLAUSES = rf"(?:such that|with|where|satisfying|for which|so that|whenever|if|when|满足|使得)\s*{ANY}"

NARROWED = (
    "but|which|that|not|no|none|neither|greater|larger|bigger|smaller|less|more|fewer|at (?:least|"
    "most)|above|below|"
    r"exceeding|between|divisible|coprime|relatively|of the form|other than|save|except\w*|apart|"
    r"aside|unless|"
    "congruent|different|distinct|ordered|in (?:(?:de|in)creasing|this) order|say|the (?:larger|"
    "smaller|greater|"
    "bigger|same|smallest|largest|least|first|one|next|sum|product|sides|roots)|both|each|all|together|"
    r"\w+ (?:at (?:most|least)|or (?:more|less|larger|greater))|from|up to|beginning|starting|i\.e|"
    r"that is|their|its"
)
"""How it goes on behind a comma where more is said of the names."""

COUNTED = rf"{MARK}(?:\s*(?:,|and)?\s*{MARK})*\s*(?:the|not|greater|larger|smaller|bigger|less)\b"
"""The same with a name: "positive integers, $m$ the larger one"."""

NOTHING_MORE = re.compile(
    rf"\s*(?:$|[.:!)\]。！）；;]|[,，](?!\s*(?:(?:{NARROWED}|{WORD})\b|且|并且|{COUNTED}))|,?\s*{CLAUSES}"
    r"|(?:then|we|throughout|so|in (?:what follows|this|the following)|as (?:above|before|usual)|there|it|"
    r"this|the (?!same\b|smallest|largest|least)|one (?:has|can|gets|obtains|finds)|our|let|define|put|"
    r"set|write|holds?|"
    rf"and (?:let|suppose|assume|define|put|set|write|consider|fix|take|choose|we|for|{ANY})|"
    r"be (?:given|fixed|arbitrary))(?![a-z])"
    rf"|时|则|有|都有|都|恒有|成立|和\s*{ANY}|与\s*{ANY})",
    re.IGNORECASE,
)
"""How it goes on where nothing more is said of the names."""

SOMETHING_MORE = re.compile(
    r"\s*[,(，（]?\s*(?:but\s+)?(?:(?:such that|satisfying|with|which|that|not|no|less|greater|larger|"
    r"at (?:least|most)|smaller|bigger|between|divisible|coprime|relatively|prime to|of the form|"
    r"other than|"
    r"except|unless|congruent|"
    rf"different|distinct|whose|bounded|exceeding|below|above|{WORD})\b|\(|（|且|并且)"
    rf"|\s*[,，]\s*(?:(?:{NARROWED})\b|{COUNTED})",
    re.IGNORECASE,
)
"""How it goes on where it is narrowed further."""

WIDENED = re.compile(
    r"\s*[,(，（\[]?\s*(?:(?:and )?(?:possibly|perhaps|maybe|also)\s+)?(?:or\b|includ|allow|zero\b|"
    r"may be|can be|if not|"
    r"包括|包含|可以?为|含|或|允许)",
    re.IGNORECASE,
)
"""How it goes on where other numbers are meant, too."""

IN_A_CASE = re.compile(
    r"\s*(?:if|when(?:ever)?|provided|unless|in case|as long as|only|precisely|exactly)\b"
    r"|\s*,\s*(?:but )?(?:only )?(?:if|when(?:ever)?|provided|unless|as long as)\b(?![^.]*,)",
    re.IGNORECASE,
)
"""How it goes on where it is said of a case."""

DENIED = re.compile(
    r"\b(?:not(?! (?:hard|difficult))|never|unless|either|neither|whether|fails?|no|nor|false|wrong|some|"
    rf"exists?|infinitely|finitely|almost)\b[^{MARK}{OTHER}]*$|(?:不|未必|并非|存在|除非|是否)[^{MARK}{OTHER}，。]*$",
    re.IGNORECASE,
)
"""Words before it with which it is denied, or asked, or said of one number only."""

ALIKE = re.compile(
    r"\b(?:likewise|similarly|ditto|respectively|resp|either|otherwise|the same (?:holds|goes))\b"
    r"|分别|同样|否则",
    re.I,
)
"""Words of a sentence that say the same of other names, too, or part what is said."""

SENTENCE = re.compile(r"(?<=[.!?])\s|(?<=[。！？])|\n\s*\n")


def declarations(outline: str) -> Iterator[Worded]:
    r"""The declarations in the words of a paragraph, in the order of the text.

    Args:
        outline: the words, with MARK or OTHER for each formula.

    >>> [one.meant.set for one in declarations(f"Let {MARK} be a positive integer and {MARK} real.")]
    ['\\mathbb{Z}_{>0}', '\\mathbb{R}']
    >>> list(declarations(f"Let {MARK} be a positive integer or zero."))
    []
    """
    start = 0
    for end in [*(found.start() for found in SENTENCE.finditer(outline)), len(outline)]:
        if (
            start < end
            and ALIKE.search(outline, start, end) is None
            and not outline[start:end].rstrip().endswith(("?", "？"))
        ):
            yield from _in_sentence(outline, start, end)
        start = end


def _in_sentence(outline: str, start: int, end: int) -> Iterator[Worded]:
    at = start
    while (found := _next(outline, at, end, start)) is not None:
        while (more := _one_more(outline, found.end, end, found.lead)) is not None:
            yield found._replace(restricted=found.restricted and more.restricted)
            found = more
        yield found
        at = found.end


def _next(outline: str, at: int, end: int, start: int) -> Worded | None:
    """The first declaration of a sentence from here on."""
    best: Worded | None = None
    for lead, pattern, behind in (
        *((lead, pattern, True) for lead, pattern in (*A_KINDS, *A_HAN)),
        *((lead, pattern, False) for lead, pattern in (*B_KINDS, *B_HAN)),
    ):
        for found in pattern.finditer(outline, at, end):
            if best is not None and found.start() > best.start:
                break
            if DENIED.search(outline[start : found.start()]):
                continue
            made = _made(outline, found, end, lead, behind=behind)
            if made is not None and (best is None or (made.start, -made.end) < (best.start, -best.end)):
                best = made
                break
    return best


def _one_more(outline: str, at: int, end: int, lead: Lead) -> Worded | None:
    """A declaration that goes on from the one before."""
    for pattern, behind in ((AND_BEHIND, True), (AND_HAN, True), (AND_BEFORE, False)):
        found = pattern.match(outline, at, end)
        if found is not None and (made := _made(outline, found, end, lead, behind=behind)) is not None:
            return made
    return None


def _made(outline: str, found: re.Match[str], end: int, lead: Lead, *, behind: bool) -> Worded | None:
    said = meant(found["words"])
    if said is None or not _are_of_numbers(found):
        return None
    stop = found.end()
    if WIDENED.match(outline, stop, end) is not None or IN_A_CASE.match(outline, stop, end) is not None:
        return None
    more = NOTHING_MORE.match(outline, stop, end) is None
    if more and behind and SOMETHING_MORE.match(outline, stop, end) is None:
        return None
    first = sum(outline.count(mark, 0, found.start("names")) for mark in (MARK, OTHER))
    count = found["names"].count(MARK)
    singular = not behind and _is_one(found["many"], found["words"])
    numbers = tuple(range(first, first + (1 if singular else count)))
    if not behind and singular and count > 1:
        places = [m.end() for m in re.finditer(MARK, found["names"])]
        stop, more = found.start("names") + places[0], False
    plain = behind or re.search(r"\b(?:an?|any|every|each|all)\s+$", found["many"], re.I) is None
    return Worded(lead, numbers, said, found.span("cut"), plain, more, found.start(), stop)


CALLED_TOO = re.compile(r"(?:the|our|an?|its)\s+((?:[a-z][\w-]*\s+)+)", re.IGNORECASE)


def _are_of_numbers(found: re.Match[str]) -> bool:
    """The words before the names call each of them a single number, if there are any: "learning rate"."""
    called = [found.groupdict().get("called") or "", *CALLED_TOO.findall(found["names"])]
    for *before, last in (words.lower().split() for words in called if words):
        if last not in MEASURES and last.removesuffix("s") not in MEASURES:
            return False
        if "random" in before or set(before) - QUALIFYING - QUANTITIES - MEASURES:
            return False
    return True


def _is_one(before: str, words: str) -> bool:
    """One number is spoken of: "a positive integer", and not "positive integers" or "all positive"."""
    one = re.search(r"\b(?:an?|any|every|each)\b", before, re.I) is not None
    last = words.lower().split()[-1]
    noun = last in NOUNS or last in ("integer", "prime", "probability")
    return last.isascii() and not last.endswith("s") and (one or noun)


__all__ = ["MARK", "OTHER", "Lead", "Worded", "declarations"]
