"""Definitions by words that do not say that they are any: what follows from them is not refuted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Alternative

WORDS = "{name} is what {place} says, where no word tells that it is so"
HELP = "let ${name}=...$, in the words of the text"


def spoken_of(relevant: Iterable[Said]) -> Iterator[Alternative]:
    """The doubt whether what a text speaks of, "a natural guess is $b = 2a$", is so.

    Args:
        relevant: the definitions of names in a claim.
    """
    for said in relevant:
        if not said.is_told and said.body is not None and not said.opaque:
            words = WORDS.format(name=said.name, place=said.place)
            yield Alternative(words, HELP.format(name=said.name), covered=True)
            return


__all__ = ["spoken_of"]
