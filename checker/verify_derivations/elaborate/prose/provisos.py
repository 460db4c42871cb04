"""Words around a formula with which it is not meant exactly, not meant of numbers, or not claimed at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from verify_derivations.elaborate.notation.free_names import free_names, is_of_numbers
from verify_derivations.elaborate.prose.leading_phrases import leads_on, of_a_kind
from verify_derivations.elaborate.prose.of_numbers import (
    BY_MEASURE,
    BY_METHOD,
    ELSEWHERE,
    OF_NUMBERS,
    SUPPOSED,
)
from verify_derivations.elaborate.prose.other_words import HELP as BY_WORDS
from verify_derivations.elaborate.prose.other_words import other_words, with_what_leads_to_it
from verify_derivations.elaborate.prose.own_notation import SENTENCE, of_notation
from verify_derivations.elaborate.prose.printed_numbers import MIXED_NUMBER, of_print
from verify_derivations.elaborate.prose.proviso import Reach
from verify_derivations.elaborate.prose.proviso_table import BY_PLACE, EXACT, EXACTLY, LIMITS, PROVISOS
from verify_derivations.elaborate.prose.ranges import RANGES, WITHIN, depends_on_signs, within_a_range
from verify_derivations.elaborate.prose.remainders import up_to_a_remainder
from verify_derivations.elaborate.prose.restrictions import OF_SOME, RESTRICTIONS
from verify_derivations.elaborate.prose.special_cases import (
    OF_A_SPECIAL_CASE,
    SPECIAL_CASES,
    has_parameters,
)
from verify_derivations.elaborate.prose.tongues import FOREIGN, is_foreign
from verify_derivations.model import Alternative, Claim, Step
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Integral, Sum

STRICTLY = re.compile(
    r"\b(?:exact(?:ly)?|identity|identically|binomial (?:theorem|formula)|multiply(?:ing)? out|"
    r"complet(?:e|ing) the square|factori[sz]\w+)\b|精确|恒等|恰好|配方|因式分解",
    re.IGNORECASE,
)
"""Words of a sentence with which a formula in it holds exactly, whatever is said elsewhere in the section."""


def last_sentence(text: str) -> str:
    """What stands behind the last full stop; a colon ends no sentence here."""
    return SENTENCE.split(text.rstrip())[-1]


def first_sentence(text: str) -> str:
    """What stands before the first full stop."""
    return SENTENCE.split(text.lstrip(" \n.,;"))[0]


LONGEST_HEADING = 80
"""What begins a section, and is no longer than this, is about all of it."""


class Heard:
    """What is said in a document that goes with its formulas, as it is read from the top."""

    def __init__(self, texts: Iterable[str]) -> None:
        whole = "\n\n".join(texts)
        self.everywhere = [*_heard(whole, Reach.DOCUMENT), *([FOREIGN] if is_foreign(whole) else [])]
        self.whole = whole
        self.section = list[Alternative]()
        self.last = ""
        """The paragraph that was read last."""
        self.shown = ""
        """The last displayed formula of the section."""

    def begin_section(self) -> None:
        """What was said in the section before is over."""
        self.section.clear()
        self.last = self.shown = ""

    def hear(self, text: str) -> None:
        """A heading, which begins a section, or a paragraph of it, with its formulas between "
        "dollar signs."""
        self.section += [*_heard(text, Reach.SECTION), *([FOREIGN] if is_foreign(text) else [])]
        if not self.last and len(text) <= LONGEST_HEADING:
            self.section += _heard(text, Reach.PARAGRAPH)
        self.last = text

    def around(self, before: str, behind: str, latex: str, beside: str = "") -> tuple[Alternative, ...]:
        """What the words around a formula make of it, as doubts.

        Args:
            before: the paragraph before it.
            behind: the text behind it.
            latex: the formula.
            beside: displayed formulas next to it.
        """
        follows = "" if leads_on(behind) else first_sentence(behind)
        near = f"{last_sentence(before)}\n\n{follows}"
        section = self.section
        if STRICTLY.search(near):
            section = [doubt for doubt in section if doubt.help != EXACT]
        found = (
            *of_notation(latex, self.whole),
            *of_print(latex),
            *_heard(f"${latex}$", Reach.DOCUMENT),
            *_heard(near, Reach.SENTENCE),
            *of_a_kind(last_sentence(before), follows),
            *_heard(f"{self.last}\n{behind}", Reach.PARAGRAPH),
            *within_a_range(f"{self.last}\n{self.shown}\n{behind}\n{beside}".replace(latex, "")),
            *_heard(behind, Reach.SECTION),
            *up_to_a_remainder(latex, f"{before}\n${latex}$\n{behind}\n{beside}"),
            *section,
            *self.everywhere,
            *other_words(f"{with_what_leads_to_it(before)} {follows}"),
        )
        return tuple({(doubt.help, doubt.covered): doubt for doubt in reversed(found)}.values())[::-1]


@lru_cache(maxsize=256)  # around the formulas of a paragraph much is the same
def _heard(text: str, reach: Reach) -> tuple[Alternative, ...]:
    return tuple(_each_heard(text, reach))


def _each_heard(text: str, reach: Reach) -> Iterator[Alternative]:
    for proviso in BY_REACH[reach]:
        found = proviso.words.search(text)
        if found is not None:
            words = f'it {proviso.meaning}, as "{" ".join(found[0].split())}" may say'
            yield Alternative(words, proviso.help, covered=not proviso.denies, alien=True)


BY_REACH = {
    reach: [
        proviso
        for proviso in (*PROVISOS, *OF_NUMBERS, *RESTRICTIONS, *RANGES, *SPECIAL_CASES)
        if proviso.reach is reach
    ]
    for reach in Reach
}
"""The provisos, by how far from a formula their words may stand."""


def with_provisos(steps: Iterable[Step], found: tuple[Alternative, ...]) -> list[Step]:
    """The steps of a formula, with what the words around it make of it.

    Where an annotation expects a verdict, its author knows what is claimed.
    """
    return [
        _with(step, step.claim, found) if found and step.claim is not None and step.expect is None else step
        for step in steps
    ]


def _with(step: Step, claim: Claim, found: tuple[Alternative, ...]) -> Step:
    exactly = step.relation in ("=", "")  # digits behind an equals sign are no method's result
    found = tuple(d for d in found if _concerns(d, claim) and not (exactly and d.help == BY_METHOD))
    if step.claimed:
        found = tuple(d for d in found if d.help not in (*EXACTLY, BY_WORDS))
    if not found:
        return step
    return replace(
        step,
        alternatives=(*step.alternatives, *found),
        local_alternatives=(*step.local_alternatives, *found),
    )


def _concerns(doubt: Alternative, claim: Claim) -> bool:
    """Some provisos are about claims of one kind only."""
    if doubt.help in (LIMITS, BY_MEASURE):
        return _has_limits(claim)
    if doubt.help in (SUPPOSED, ELSEWHERE, MIXED_NUMBER.help):
        return is_of_numbers(claim)
    if doubt.help == BY_PLACE:
        return bool(claim.context.arrays or claim.context.indices)
    if doubt is WITHIN:
        return depends_on_signs(claim)
    if doubt.help == OF_SOME:
        return bool(free_names(claim))
    if doubt.help == OF_A_SPECIAL_CASE:
        return has_parameters(claim)
    if claim.relation == "≈":
        return NEAR.search(doubt.words) is None
    return doubt.help != BY_METHOD


NEAR = re.compile(r'"(?:\\(?:approx|simeq)|[≈]|approximately|approx|近似|约为|约等于)"')
"""Words that say no more than the sign of an approximation does."""


def _has_limits(claim: Claim) -> bool:
    """A series or an integral stands in the claim, or in a definition that it may use."""
    terms = (claim.lhs, claim.rhs, *(definition.body for definition in claim.context.definitions))
    return any(term.holds(Integral) or (term.holds(Sum) and term.holds(Infinity)) for term in terms)


__all__ = ["Heard", "first_sentence", "last_sentence", "with_provisos"]
