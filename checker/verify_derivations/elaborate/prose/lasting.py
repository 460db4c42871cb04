"""Which words suppose a comparison for all that follows: "throughout", "the mass $m > 0$ is fixed"."""

from __future__ import annotations

import re

from verify_derivations.elaborate.prose.cues import Cue, cue_of, has_cue
from verify_derivations.elaborate.prose.openings import LASTS, SUPPOSED_OF
from verify_derivations.elaborate.prose.supposing import goes_on, introduces, introduces_in_han

PLACES = re.compile(
    r"\b(?:arcs?|areas?|balls?|circles?|coordinates?|curves?|domains?|events?|grids?|intervals?|lattices?|"
    r"lines?|manifolds?|maps?|paths?|phases?|planes?|points?|ranges?|rays?|rows?|columns?|sectors?|sets?|"
    r"sides?|spaces?|sub\w+|surfaces?|terms?|entr(?:y|ies))\s*$",
    re.IGNORECASE,
)
"""What a condition marks off, "the interval $x > 0$", of whose points alone it is said."""

SUBJECT = re.compile(r"(?:^|\$|,|\band)\s*(?:the|our|its|an?)\s+(?:[\w-]+\s+){1,4}$", re.IGNORECASE)
"""A quantity that the sentence is about, and not a part of a phrase: "the mass", but not "in the regime"."""

STOPS = re.compile(r"\s*(?:[，。；,.;]|$)")
"""Where a clause ends behind a comparison that says it of a quantity."""

CHOSEN = re.compile(r"\W*(?:(?:now|we|then|first)\s+)*(?:pick|fix|choose)\b[^$,]*$", re.IGNORECASE)
"""How a clause begins that says outright which number is meant."""


def cue_of_comparison(clause: str, behind: str, cue: Cue) -> Cue:
    """What the words before a comparison make of it that suppose it, where they have `cue` as a whole.

    "The mass $m > 0$ is fixed" and "throughout this section $x > 0$" suppose it for what follows.

    Args:
        clause: the words, $ for formulas.
        behind: those behind it in its sentence.
        cue: what the table of cues says of them.

    >>> cue_of_comparison("Throughout this section, ", "", Cue.NONE)
    <Cue.DEFINE: 'define'>
    >>> cue_of_comparison("The interval ", " is open", Cue.NONE)
    <Cue.NONE: 'none'>
    """
    if cue is Cue.CONDITION and SUPPOSED_OF.search(" ".join(clause.split())):
        return Cue.ASSUME
    rest = LASTS.sub(" ", " ".join(clause.split())) + " "
    if has_cue(rest, Cue.RESTRICT) or cue_of(rest) is not Cue.NONE:
        return cue
    if LASTS.search(" ".join(clause.split())) or CHOSEN.match(clause):
        return Cue.DEFINE
    if introduces_in_han(clause) and STOPS.match(behind):
        return Cue.DEFINE
    if SUBJECT.search(rest) is None or PLACES.search(clause) or not goes_on(behind):
        return cue
    return Cue.DEFINE if introduces(clause) else cue


LABEL = re.compile(
    r"\W*(?:(?:standing|main|basic|key|general|usual) )?(?:assumptions?|hypothes[ie]s|假设|假定)"
    r"(?:\s*[\d.]+)?\s*"
    r"(?:\([^()$]*\))?\s*\W*[.:。：]\W*(?P<listed>(?:\$|,|and|、|和|，|\s)*)",
    re.IGNORECASE,
)
"""A paragraph, or a sentence, that says by its name that it supposes, as far as the formula."""


def label_of(words: str) -> str:
    """The name of a paragraph that supposes, where nothing but formulas stands behind it; else nothing.

    >>> label_of("**Assumption 1.** "), label_of("Assumption. Let "), label_of("Remark. ")
    ('Assumption: ', '', '')
    """
    found = LABEL.fullmatch(words)
    return "" if found is None else f"Assumption: {found['listed']}"


__all__ = ["cue_of_comparison", "label_of"]
