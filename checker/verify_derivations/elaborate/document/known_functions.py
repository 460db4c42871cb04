"""Functions of the table whose letter an equation may define: Gamma is the known one unless words say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.tables import FUNCTION_SYMBOLS
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim

SAY = "say that it is the Gamma function"
HELP = "say which is meant: recall that, or we define"


def is_known_function(name: str, is_function: bool) -> bool:
    r"""A call of the name is one of a function of the table.

    >>> is_known_function("\\Gamma", True), is_known_function("f", True)
    (True, False)
    """
    return is_function and name in FUNCTION_SYMBOLS


def said_to_be(name: str) -> Alternative:
    """An equation that says what a known function is may define another one by the same letter."""
    return Alternative(f"${name}$ is defined here, and not the known function", HELP, covered=True)


def defined_otherwise(sides: Sides, context: Context, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The claim where the letter of a known function is what an equation of the document says.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    names = names_in(sides[0]) | names_in(sides[2])
    for name in sorted(names & context.alone & FUNCTION_SYMBOLS.keys()):
        yield Alternative(f"${name}$ is what the text calls so, and not the known function", SAY)
    for name, (head, body) in context.maybe_defined.items():
        if name not in names or name in context.said or sides[0] is head:
            continue
        words = f"${name}$ is what an equation further up says, and not the known function"
        more = replace(
            known, definitions=(*known.definitions, (head, body)), spoken_of=known.spoken_of | {name}
        )
        try:
            other = read_claim(sides, more).claim
        except (NotRead, TermError):
            yield Alternative(words, HELP)
            continue
        if other != claim:
            yield Alternative(words, HELP, other)


__all__ = ["defined_otherwise", "is_known_function", "said_to_be"]
