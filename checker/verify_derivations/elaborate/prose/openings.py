"""**The table of openings**: phrases of several words with which authors suppose something, read as one word.

A phrase belongs here only if it can never turn the meaning of its clause round: it denies nothing, doubts
nothing, quotes nobody. What stands between it and the formula has to be in the other tables all the same.
"""

from __future__ import annotations

import re

ADDED = (
    r"(?:(?:standing|main|only|basic|key|general|usual|additional|further|technical|simplifying|mild|"
    r"following) )?"
)
"""What may be said of an assumption that leaves it one."""

PART = (
    r"(?:section|subsection|chapter|lecture|paper|note|article|document|text|appendix|tutorial|post|course)s?"
)
"""Where what is supposed holds."""

MAY = r"(?:we|one) (?:may|can|shall|will)(?: and (?:do|will|shall))?(?: (?:also|thus|therefore|hence|now))?"

HERE = rf"(?:(?:the rest|the remainder) of )?(?:this|the present) {PART}"

SUPPOSING: tuple[str, ...] = (
    r"(?:as|so) long as",
    rf"{MAY} (?:assume|suppose)",
    r"it (?:is|will be) (?:also |always |here )?(?:assumed|supposed)",
    rf"under (?:the|this|our) {ADDED}(?:assumption|condition|hypothesis)",
)
"""Phrases that suppose as "if" does."""

LASTING: tuple[str, ...] = (
    r"by (?:our |the )?(?:assumption|hypothesis|construction)(?=,?\s*(?:\$|$|that\b|we\b))",
    rf"(?:the|our|an?) {ADDED}(?:assumption|hypothesis) (?:is|reads)",
    rf"we (?:now |also )?make the {ADDED}(?:assumption|hypothesis)",
    r"^\W*we (?:also |always |further )?require",
    r"^\W*we (?:already |also )?know(?: that)?(?=,?\s*(?:\$|$))",
    r"we (?:now |only |always )?restrict (?:ourselves|(?:our |the )?(?:attention|discussion|analysis)) to",
    r"^\W*we (?:only consider|consider only)",
    r"without (?:any )?loss of generality",
    r"wlog",
    rf"throughout {HERE}|^\W*throughout(?=,?\s*(?:\$|$|we (?:assume|suppose)))",
    rf"in {HERE}(?=,?\s*(?:$|\$))",
    r"from (?:now|here) on|henceforth|in what follows|in the sequel",
    r"^\W*here(?=,?\s*(?:$|\$))",
    rf"^\W*{ADDED}assumptions?(?=:)",
)
"""The same for what is supposed from there on."""

SUPPOSED_OF = re.compile(
    r"(?P<before>^\W*(?:now |we |further )?(?:suppose|assume|let(?! us\b|['’]s\b))\b"
    r"(?!.*\b(?:if|when\w*|for)\b).*\$)"
    r"\s+(?:satisf(?:y|ies)|obeys?|lies?)\s*$",
    re.IGNORECASE,
)
"""Words behind a name of which a comparison says more: "suppose that $\\beta$ satisfies"."""

NEUTRAL: tuple[str, ...] = (
    r"for (?:brevity|short|convenience|simplicity|clarity|later use|ease of (?:notation|reading)|"
    r"notational (?:convenience|simplicity))",
    r"to (?:simplify|shorten|ease|lighten) (?:the )?(?:notation|formulas?|expressions?)",
    rf"in {HERE}",
    r"we (?:want|wish|would like) to (?:minimi[sz]e|maximi[sz]e|differentiate|find the (?:minimum|maximum|"
    r"minimi[sz]er|derivative|gradient) of)",
    r"without (?:any |a )?doubt|there is (?:more|much|little|nothing more) to say|no doubt",
    r"as (?:was|we have|has been|already) (?:already )?(?:said|seen|noted|mentioned|shown)"
    r"(?: above| before)?",
)
"""Phrases that say nothing of what stands behind them."""


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{phrase})(?!\w)" for phrase in phrases), re.IGNORECASE)


OPENINGS, LASTS, SAYS_NOTHING = map(_pattern, (SUPPOSING, LASTING, NEUTRAL))


def in_single_words(clause: str) -> str:
    """The words of a clause, with "if" for phrases that suppose and "here" for those that say nothing.

    Args:
        clause: words, $ for formulas.

    >>> in_single_words("We may assume that "), in_single_words("For brevity, let ")
    ('if that ', 'here, let ')
    """
    clause = SUPPOSED_OF.sub(r"\g<before> ", " ".join(clause.split()) + " " * clause[-1:].isspace())
    clause = OPENINGS.sub("if", LASTS.sub("if", clause))
    return SAYS_NOTHING.sub("here", clause)


__all__ = ["LASTS", "SAYS_NOTHING", "SUPPOSED_OF", "in_single_words"]
