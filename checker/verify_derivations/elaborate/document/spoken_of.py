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
UNREAD = " (there {words} {verb} not read)"
HELP = 'let ${equation}$, or "let" in the text'

SHOWN = 3
"""So many of the words are named."""


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
    first = untold[0]
    words = WORDS.format(name=first.name, place=first.place) + _unread(first)
    help = HELP.format(equation=first.printed or f"{first.name}=...")
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


def _unread(said: Said) -> str:
    """Which words they are; nothing where all are known, and say something else together."""
    words = ", ".join(f'"{word}"' for word in said.unread[:SHOWN])
    return UNREAD.format(words=words, verb="is" if len(said.unread) == 1 else "are") if words else ""


__all__ = ["spoken_of"]
