"""Claims behind an equation that may define a name anew: they must hold of what it says, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Otherwise
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim

WORDS = "${shown}$, in {place}, says anew what {name} is"
HELP = "say what holds of it here: let ${0} = ...$"


def said_otherwise(sides: Sides, context: Context, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The claim with what equations behind the definitions say of their names.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    used = {id(head) for head, _ in known.definitions}
    found = [
        one
        for name, one in context.otherwise_said.items()
        if context.said.get(name) is one.said and id(one.said.head) in used
    ]
    if not found:
        return
    first = found[0].now
    words = WORDS.format(shown=first.words, place=first.place, name=first.name)
    help = HELP.format(first.name)
    try:
        other = read_claim(sides, _with(found, sides, context, known)).claim
    except (NotRead, TermError):
        yield Alternative(words, help)
        return
    if other != claim:
        yield Alternative(words, help, other)


def _with(found: list[Otherwise], sides: Sides, context: Context, known: Known) -> Known:
    """What is known if these equations define their names."""
    with context.supposing():
        for one in found:
            context.said[one.said.name] = one.now
        changed = context.known([sides[0], sides[2]])
    return replace(changed, arrays=known.arrays, closely=known.closely, around=known.around)


__all__ = ["said_otherwise"]
