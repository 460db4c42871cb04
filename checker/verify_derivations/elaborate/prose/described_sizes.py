"""Sizes of arrays that words narrow, "where $n$ is odd": a refutation has to hold for such sizes, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from verify_derivations.elaborate.prose.described import Description
from verify_derivations.elaborate.prose.describing_words import IS_A_NUMBER
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.traverse import free_symbols

PARTICULAR = re.compile(
    rf"\b(?:{IS_A_NUMBER}|at (?:most|least)|than|even|odd|primes?|divi(?:des|sible)|powers? of|"
    r"perfect square|equals?)\b|[是为]?(?:偶|奇|素|质)数",
    re.IGNORECASE,
)
"""Words that narrow the size of an array."""


def with_such_sizes(claim: Claim, said: Mapping[str, Description]) -> Iterator[Alternative]:
    """The claim for arrays of the sizes of which words speak.

    Args:
        claim: as it was read.
        said: what words say of names.
    """
    sizes = {name for array in claim.context.arrays for name in free_symbols(*array.shape)}
    for name in sorted(sizes & said.keys()):
        if PARTICULAR.search(said[name].words):
            words = f'the size {name} is "{said[name].words}", as the text says'
            yield Alternative(words, f"say it in a formula: assume ${name} = 1$", covered=True)


__all__ = ["with_such_sizes"]
