"""Phrases without a formula at the head of a sentence, "for projections we get": it is said of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.model import Alternative

HELP = "say in a formula of which it holds: let $x = ...$, or for all $x > 0$"

COMPUTING = (
    r"differentiat|deriv|expand|substitut|plug|insert|multipl|divid|add|subtract|sum|integrat|us|appl|writ|"
    r"rewrit|rearrang|simplif|comput|calculat|evaluat|combin|collect|compar|factor|squar|solv|put|do|carr|"
    r"group|cancel|work|look|think|go|start|continu|proceed|repeat|chain|stack|vectori[sz]|transpos|invert|"
    r"tak(?:e|ing|en) (?:the )?(?:\w+ )?(?:derivative|gradient|log|expectation|sum|limit|trace|transpose|"
    r"inverse|root|square|logarithm|product|difference|integral|differential)"
)
"""Beginnings of the verbs of calculations, which restrict nothing."""

CONDITION = (
    r"(?:if|when|whenever|assuming|provided|supposing|unless)\s+"
    rf"(?!(?:we |you |one |i )?(?:(?:now|then|also|instead|simply|again) )*(?:{COMPUTING})\w*\b)"
    r"(?P<condition>[^$.;:]{3,80}?)"
)
"""A condition in words."""

ANY = (
    r"the|all|any|every|each|both|either|general|arbitrary|this|that|these|those|it|its|our|their|such|his|"
    r"example|instance|short|simplicity|brevity|convenience|completeness|reference|comparison|clarity|now|"
    r"later|once|this reason|the sake|more|further|notational|ease|illustration|first|last|least|most|us|"
    r"one|two|three|some|what|which|here|\d+|training|learning|backpropagation|gradient|inference|"
    r"optimi[sz]ation|reals?|numbers|scalars"
)
"""Words behind "for" or "at" with which it is said of everything, or of what was spoken of."""

KIND = rf"(?:for|at|under|among)\s+(?!(?:{ANY})\b)(?P<kind>[a-z][^$.;:,]{{2,60}}?)"
"""A kind of things, or a circumstance: for projections, at low speeds."""

SYSTEM = (
    r"(?:in|over|within)\s+(?:the|an?)?\s*(?!(?:this|our|any|every|either)\b)(?P<system>(?:[\w+-]+ ){0,3}"
    r"(?:algebras?|arithmetics?|logics?|rings?|semirings?|lattices?|geometr(?:y|ies)|regimes?|gauges?|units|"
    r"semigroups?|monoids?|quantales?))"
)
"""Where other rules hold."""

SUBJECT = (
    r"(?:we|it|this|one|there|you|they|the (?:result|sum|product|following|above|formula|identity|equation|"
    r"relation)|hence|thus|then|therefore|so)"
)
BEFORE = re.compile(
    rf"(?:^|[,;:(—–]\s*|\b(?:so|then|hence|thus|therefore|and|but|now|also|again|finally|moreover)\s+)"
    rf"(?:{CONDITION}|{KIND}|{SYSTEM})(?:\s*,\s*|\s+(?={SUBJECT}\b)|\s*(?=\$))[^$]*$",
    re.IGNORECASE,
)
"""The phrase begins the clause before a formula."""

BEHIND = re.compile(
    rf"\s*,?\s*(?:{CONDITION}|{KIND}|{SYSTEM})\s*(?:[.;:,)]|$)",
    re.IGNORECASE,
)
"""It stands right behind the formula."""

RIGHT_ANGLES = re.compile(r"\bPythagor\w*|\bhypotenuses?\b|\bright[- ]angle[sd]?\b|勾股", re.IGNORECASE)


LEADS_ON = re.compile(
    r"\s*(?:For|If|When|Whenever|At|In|On|Under|With|Now|Next)\b[^.!?。]*(?:[,:]|\b(?:get|gets|have|has|find|finds|"
    r"obtain|obtains|see|write|is|are|becomes?|gives?|yields?|follows|that|then|by))\s*$"
)


def leads_on(behind: str) -> bool:
    """The words behind a formula are those before the next one: "When both are equal," and a display.

    >>> [*map(leads_on, ("When both are equal,", "When both are equal, it is 1. So", "for $x > 0$"))]
    [True, False, False]
    """
    return LEADS_ON.match(behind) is not None


def of_a_kind(before: str, behind: str) -> Iterator[Alternative]:
    """What a phrase in the sentence of a formula says of a kind of things, as a doubt.

    Args:
        before: the words of its sentence before it, with other formulas between dollar signs.
        behind: those behind it.

    >>> [doubt.words for doubt in of_a_kind("At low speeds we get", "")]
    ['it holds of what is spoken of: "At low speeds"']
    >>> [*of_a_kind("For the gradient we get", ""), *of_a_kind("If we expand the square, we get", "")]
    []
    """
    own = "" if behind.lstrip()[:1].isupper() else behind  # what another sentence begins with is not about it
    found = BEFORE.search(before) or BEHIND.match(own) or RIGHT_ANGLES.search(f"{before} {behind}")
    if found is not None:
        groups = [k for k, text in found.groupdict().items() if text]
        start = found.start()
        end = found.end(groups[0]) if groups else found.end()
        words = " ".join(found.string[start:end].split()).strip(" ,;:(")
        yield Alternative(f'it holds of what is spoken of: "{words}"', HELP, covered=True, alien=True)


__all__ = ["leads_on", "of_a_kind"]
