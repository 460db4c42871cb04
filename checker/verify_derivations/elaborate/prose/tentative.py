"""**The table of words** with which a name has a value for a moment only: "a natural guess is $b = 2a$"."""

from __future__ import annotations

import re

CHOSEN = (
    r"(?:examples?|possibilit(?:y|ies)|(?<!simplest )(?<!usual )(?<!standard )choices?|guess(?:es)?|ansatz|"
    r"attempts?|(?:special |first |second |other |"
    r"extreme |limiting |simple )?cases?|options?|scenarios?|conjectures?|"
    r"conditions?|substitutions?|counter-?examples?|special values?|Beispiele?|Spezialf[aä]lle?|F[aä]lle?|"
    r"Wahl|Vermutung|M[öo]glichkeit)"
)
"""What an equation is that holds where somebody wants it to hold."""

DRAWN = (
    r"(?:lines?|curves?|graphs?|parabolas?|circles?|straight lines?|plots?|Geraden?|Kurven?|"
    r"Parabeln?)"
)
"""What is drawn where an equation holds."""

OF = (
    r"(?<!of )(?<!of an )(?<!of one )(?<!of a )(?<!of the )(?<!of each )(?<!of every )(?<!of this )(?<!per )"
    r"(?<!consider the )(?<!consider a )(?<!let the )(?<!given the )(?<!take the )"
)
"""Not so behind these words, as in "the loss of one example is", "consider the line"."""

NOW_AND_THEN = (
    r"(?:for (?:instance|example)|e\.g\.,?|say|sometimes|often|usually|typically|mostly|commonly|frequently|"
    r"by default|classically|historically|traditionally|in (?:practice|the literature)|initially|"
    r"at (?:first|the (?:start|beginning|end|boundary|border|ends)|time zero|the outset)|eventually|"
    r"in the (?:end|limit|long run)|"
    r"on (?:the boundary|average)|in expectation|(?:very |only )?(?:approximately|roughly|nearly|"
    r"almost(?: surely)?)|"
    r"locally|near|along|try|trying|tried|imagine|last (?:week|time)(?: we had)?|earlier(?: we had)?|"
    r"with probability(?: \S+){1,3}|under (?:\$|the (?:null|alternative))(?: \w+)?|figure \S+ shows|"
    r"without (?!loss)\w+|as an exercise,?(?: take| let| set| put)?|later (?:on )?we (?:set|take|put|use)|"
    r"in (?:the )?(?:previous|last|next|section|chapter)(?: \S+)?,?(?: we (?:set|take|had|have|put|use))?|"
    r"in (?:some|many|most|special|rare|certain|few) (?:\w+ )?(?:cases?|situations?|books?|texts?|papers?)|"
    r"z\. ?B\.|zum Beispiel|manchmal|oft|meist(?:ens)?|anfangs|schlie(?:ß|ss)lich|n[äa]herungsweise|etwa)"
)
"""Words that say when or how often an equation holds, or how nearly."""

LINKS = (
    r"(?:(?:is|are|was|were|would be|of|that|where|with|when|ist|sind|w[äa]re|setzt man|we (?:have|get|"
    r"had)|then|the|a)\s+)*"
)

HAN = r"(?:例如|比如|譬如|有时|通常|往往|特别地|近似地|直线|曲线|抛物线|猜测|尝试)[^$。；，]{0,6}"

SAID_OF_A_CASE = re.compile(
    rf"\b(?:{OF}(?:{CHOSEN}|{DRAWN}),?:?\s+(?:for \w+\s+)?{LINKS}|{NOW_AND_THEN},?\s+{LINKS})\$"
    r"|(?:^|[;:]\s*)\W*(?:(?:so|then|but|and|now)\s+)?(?:if|when|whenever|wenn|falls)\s(?:[^$,.;]*),\s*"
    r"(?:(?:then|we|have|get|dann|gilt|ist)\s+)*\$"
    rf"|{HAN}\$|\$\s*处",
    re.IGNORECASE,
)
"""All of these before an equation, $ for formulas."""


def is_said_of_a_case(sentence: str) -> bool:
    """What a sentence says that a name equals is said of a case, an example or a picture.

    >>> is_said_of_a_case("A natural guess is $ "), is_said_of_a_case("The velocity is $ ")
    (True, False)
    """
    return SAID_OF_A_CASE.search(" ".join(sentence.split()).replace(" ,", ",")) is not None


__all__ = ["is_said_of_a_case"]
