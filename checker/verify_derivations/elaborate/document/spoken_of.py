"""Definitions by words that do not say that they are any: what is told should hold without them, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim

WORDS = "{name} is what {place} says, where no word tells that it is so"
HELP = "let ${name}=...$, in the words of the text"


def spoken_of(sides: Sides, known: Known, claim: Claim, relevant: Iterable[Said]) -> Iterator[Alternative]:
    """The doubt whether what a text speaks of, "a natural guess is $b = 2a$", is so.

    What stands by itself between paragraphs mostly is: only a refutation does not rest on it.

    Args:
        sides: the claim as notation.
        known: what is known of it.
        claim: the claim as it was read.
        relevant: the definitions of names in a claim.
    """
    untold = [one for one in relevant if not one.is_told and one.body is not None and not one.opaque]
    if not untold:
        return
    words, help = WORDS.format(name=untold[0].name, place=untold[0].place), HELP.format(name=untold[0].name)
    yield Alternative(words, help, covered=True)
    heads = {id(one.head) for one in untold if not one.displayed}
    if not heads:
        return
    try:
        rest = tuple(one for one in known.definitions if id(one[0]) not in heads)
        other = read_claim(sides, replace(known, definitions=rest)).claim
    except (NotRead, TermError):
        yield Alternative(words, help)
        return
    if other != claim:
        yield Alternative(words, help, other)


__all__ = ["spoken_of"]
