"""Conditions behind a formula in its sentence, "A = B for x < 0": they are heard before it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from verify_derivations.elaborate.prose.cues import Cue, cue_of, last_clause
from verify_derivations.manuscript import Annotation, Placed, Prose, Region, Role

ATTACHED = re.compile(
    r"\s*(?P<comma>,)?\s*\(?(?:whenever|for|if|when|where|with|provided(?: that)?|as long as|given(?: that)?|"
    r"assuming|since|because|as|für|falls|wenn|当|若|如果|只要|因为|其中|这里|对于?(?:任意|任何|所有|一切|每个)?的?)(?:\s+(?:all|any|every|each|real|alle))?\s*",
    re.IGNORECASE,
)
"""Words between a formula and a condition behind it."""

MORE = re.compile(r"\s*(?:,|and|und|且|和)?\s*")
"""Words between two conditions."""

ENDS = re.compile(
    r"\s*(?:$|[.;:)。；，]|,\s*(?:and|but|or|so|hence|while|which)\b|(?:and|but|or|while|so|und)\b)"
)
"""How words begin behind a condition that belongs to the formula before it, and to no other one."""

REMARK = re.compile(
    r"\s*[(,;]*\s*(?:(?-i:[a-z]+)(?<!if)(?<!for)(?<!when)(?<!whenever)\b|here|note|this|that|these|it|"
    r"we (?:have )?assum|of course|remember|recall|both|注意|这里|此处)",
    re.IGNORECASE,
)
"""How a paragraph begins that says more of the display before it."""

BACK = re.compile(
    r"\s*[,;]?\s*\(?(?:and\s+|und\s+)?(?:(?i:where(?:in|by)?|here|in which|wobei|hier|hierbei)|"
    r"with|for|if|when|whenever|given|provided|assuming|since|because|as long as|under|unless|subject to|on|"
    r"which (?:holds|is (?:true|valid))|valid|mit|für|falls|wenn|denn)(?![A-Za-z])"
    r"|\s*[，,]?\s*[（(]?(?:其中|这里|此处|式中|因为)"
)
"""How words begin that go on with the sentence of the display before them; most of them in lower case."""

BACK_IN_A_SENTENCE = re.compile(r"\s*[，,]?\s*(?:当|若|如果|对|只要)")
"""The same, unless the display ends its sentence: there are no capitals to tell it by."""

FORWARD = re.compile(
    r"[,;].*\b(?:let|put|set|take|now|then|next|choose|choosing|letting|putting|setting)\b", re.I | re.S
)
"""Words of a later clause with which something new begins."""

FULL_STOP = re.compile(r"[.。][\s~}]*$")


def reaches_back(words: str, display: str) -> bool:
    r"""Words behind a display go on with its sentence, so that what they say of names holds in it.

    Args:
        words: those from its end up to a formula in them, $ for formulas.
        display: its LaTeX.

    >>> reaches_back("where ", "a = b"), reaches_back("Now let ", "a = b ."), reaches_back("With ", "a = b")
    (True, False, False)
    """
    if FORWARD.search(words):
        return False
    return bool(BACK.match(words) or (BACK_IN_A_SENTENCE.match(words) and not FULL_STOP.search(display)))


def begins_a_sentence(words: str) -> bool:
    """Words behind a display begin with a capital, or there are none: its sentence is over.

    >>> begins_a_sentence("The total is"), begins_a_sentence("and so")
    (True, False)
    """
    return not words.strip() or words.lstrip()[0].isupper()


CAPTION = re.compile(
    r"\W*(?:Figure|Fig\.|Table|Listing|Abbildung|Abb\.|Tabelle)\s+[\w.]+\s*(?:\([^)]*\)\s*)?[:.]\s|\W*[图表]\s*[\d.]+\s*[:：]",
)
"""How a caption begins: what it says of names is said of a picture."""

Parts = Sequence[Placed | Region | Annotation]


def conditions_behind(parts: Parts, k: int, is_condition: Callable[[Region], bool]) -> list[Region]:
    """The conditions behind part k that surely belong to it, and not to what stands behind them.

    Args:
        parts: those of a paragraph, words and formulas by turns.
        k: the number of a formula in it.
        is_condition: tells whether a formula only compares names.
    """
    found = list[Region]()
    comma = False
    while k + 2 < len(parts):
        between, part = parts[k + 1], parts[k + 2]
        if not isinstance(between, Placed) or not isinstance(part, Region):
            break
        said = (MORE if found else ATTACHED).fullmatch(between.text)
        if said is None or not is_condition(part):
            break
        comma = comma or bool(said.groupdict().get("comma"))
        found.append(part)
        k += 2
    rest = parts[k + 1] if k + 1 < len(parts) else None
    behind = rest.text if isinstance(rest, Placed) else ""
    goes_on = any(isinstance(part, Region) for part in parts[k + 1 :])
    sure = bool(ENDS.match(behind)) and not (comma and goes_on and not re.match(r"\s*[.;。；]", behind))
    return found if sure else []


def is_no_heading(block: Prose | Region | Annotation) -> bool:
    """A block that does not begin a section."""
    return not (isinstance(block, Prose) and block.role is Role.HEADING)


def first_parts(parts: Parts) -> list[Placed | Region | Annotation]:
    """The parts of the first sentence of a paragraph."""
    found = list[Placed | Region | Annotation]()
    for part in parts:
        found.append(part)
        if isinstance(part, Placed) and len(last_clause(part.text)) < len(part.text):
            break
    return found


RESTRICTED = re.compile(
    r"\b(?:whenever|for|if|when|für|falls)\b(?:\s+(?:all|any|every|each))?(?:\s*\$\s*,?)+"
    r"(?=\s*(?:and|but|while|whereas|und|aber)(?:\s+(?:that|also|then|similarly))*\s*$)"
    r"|(?:当|若|如果)\s*\$\s*时?[，,]?(?=\s*(?:而|且|并且|和)\s*$)",
    re.IGNORECASE,
)
"""The restriction of a formula, as words with $ for formulas, behind which another formula comes."""


def without_restriction(clause: str) -> str:
    """The words before a formula, without how the formula before it was restricted.

    >>> without_restriction("We have $ for $ and ")
    'We have $ and '
    """
    return RESTRICTED.sub("", clause)


IN_A_LET = re.compile(
    r"(?P<let>^\s*(?:Now |Again,? |Further,? )?(?:let|put|define|write)\b.*?)"
    r"\bfor(?:\s+(?:all|any|every|each))?(?:\s*\$)+\s*(?=,.*(?:,|\band)\s*$)",
    re.IGNORECASE | re.DOTALL,
)
"""In a list of what is let be, how far the index of one of them runs: "let $ for $, $, and"."""


def without_ranges(clause: str) -> str:
    """The words before a formula, without the ranges of those that are listed before it.

    >>> without_ranges("Let $, $ for $, $, and "), without_ranges("Let $ for ")
    ('Let $, $ , $, and ', 'Let $ for ')
    """
    return IN_A_LET.sub(r"\g<let>", clause)


TAKEN_BACK = re.compile(
    r"\s*(?:(?:is|are|was|were|do|does|need|may|might|must)\s?(?:not|n['’]t|no longer|never|"
    r"assumed|used|supposed|imposed|special)|fails?)\b|\s*不",
    re.IGNORECASE,
)
"""Words right behind a formula that deny it: "where $ is not assumed"."""


EITHER = re.compile(r"\s*,?\s*(?:or|oder|或者?)(?:\s+(?:that|else))?\s*", re.IGNORECASE)
"""Words between two conditions of which one holds."""


def as_denied(clause: str, parts: Parts, k: int) -> str:
    """The words before a formula; where those behind it take back what they assume, that is among them.

    So are they where it is one of several conditions: "let $x > 0$ or $y > 0$".
    """
    before, behind = (parts[j] if 0 <= j < len(parts) else None for j in (k - 1, k + 1))
    denied = isinstance(behind, Placed) and TAKEN_BACK.match(behind.text) is not None
    for one, beyond in ((before, k - 2), (behind, k + 2)):
        either = isinstance(one, Placed) and EITHER.fullmatch(one.text) is not None
        denied = denied or (either and 0 <= beyond < len(parts) and isinstance(parts[beyond], Region))
    assumed = cue_of(clause) in (Cue.DEFINE, Cue.ASSUME, Cue.FACT)
    return "not assume " if denied and assumed else clause


OF_ALL = re.compile(
    r"\s*(?:(?:so|then|hence|thus|therefore|also|and|but|now|moreover|finally|indeed|similarly|in particular)"
    r",?\s+)*(?:for|given)(?P<all>\s+(?:all|any|every|each))?(?:\s+real)?\s*\$"
    r"(?:\s*(?:,\s*and|,|and)?\s*(?:for\s+)?(?:(?:all|any|every|each)\s+)?\$)*\s*,\s*"
    r"|\s*(?:对于?)?(?P<alle>任意|任何|所有|一切|每个)的?\s*\$(?:\s*(?:和|与|、|，)?\s*\$)*\s*[，,]\s*",
    re.IGNORECASE,
)
"""The words of a clause, $ for its formulas, that only say for which numbers it holds."""


def said_of_all(clause: str) -> bool | None:
    """Whether the words before a formula say that it holds for all numbers of a kind; None: they say more.

    >>> said_of_all("For every $ and $, "), said_of_all("For $, "), said_of_all("For every $ let ")
    (True, False, None)
    """
    found = OF_ALL.fullmatch(clause)
    return None if found is None else bool(found["all"] or found["alle"])


OF_A_CASE = re.compile(
    r"\s*(?:(?:so|then|hence|thus|therefore|also|and|but|now|moreover|similarly|in particular),?\s+)*"
    r"(?:(?:if|when|whenever)\s*\$(?:\s*(?:,\s*and|and)\s*\$)?"
    r"|(?P<put>(?:with|by|using|under|after)\s+(?:the|this|our)\s+(?:substitution|change of variables?)"
    r"|substituting)\s*\$)\s*,\s*"
    r"|\s*(?:当|若|如果)\s*\$\s*时?\s*[，,]\s*",
    re.IGNORECASE,
)
"""The words of a clause, $ for its formulas, that only say in which case, or with what put in, it holds."""

ENDED = re.compile(r"\s*(?:[.;](?:\s|$)|[。；])")
"""How the words begin behind a formula with which its sentence ends."""


def said_of_a_case(clause: str, behind: Parts, *, compared: bool) -> bool:
    """The words before a formula only say in which case it holds, and its sentence ends with it.

    Args:
        clause: these words, $ for formulas.
        behind: the parts of the paragraph behind it.
        compared: the formulas among these words only compare names; an equation may be one of several
            conditions, but where it is put in.
    """
    found = OF_A_CASE.fullmatch(clause)
    if found is None or not (compared or found["put"]):
        return False
    return bool(behind) and isinstance(behind[0], Placed) and ENDED.match(behind[0].text) is not None


ASIDE = re.compile(
    r"\b(?:similar\w*|analog\w*|likewise|same|other cases?|exercise|symmetric\w*|trivial\w*)\b|类似|同理",
    re.IGNORECASE,
)
"""Words in brackets with which a case is spoken of that is not the one here."""


def is_remark_in_brackets(parts: Parts, k: int) -> bool:
    """A formula within brackets that only say of another case how it goes: "(the case x < 0 is similar)"."""
    before = "".join(part.text if isinstance(part, Placed) else "$" for part in parts[:k])
    behind = "".join(part.text if isinstance(part, Placed) else "$" for part in parts[k + 1 :])
    opened, closed = before.rfind("("), behind.find(")")
    if opened <= before.rfind(")") or closed < 0 or "(" in behind[:closed]:
        return False
    return ASIDE.search(before[opened:] + behind[:closed]) is not None


__all__ = [
    "CAPTION",
    "REMARK",
    "Parts",
    "as_denied",
    "begins_a_sentence",
    "conditions_behind",
    "first_parts",
    "is_no_heading",
    "is_remark_in_brackets",
    "reaches_back",
    "said_of_a_case",
    "said_of_all",
    "without_ranges",
    "without_restriction",
]
