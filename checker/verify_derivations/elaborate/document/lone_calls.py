r"""Letters that a text writes as functions, "the prior $\pi(\theta)$", are no factors before brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify_derivations.elaborate.document.cases import LETTERS_OF_NUMBERS
from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.lone_calls import before_brackets
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Node

WORDS = "{name} is a function, as ${name}(...)$ in the text may say"
HELP = "constant ${name}$ if it is a number, or function ${name}$"


def called_elsewhere(
    claim: Claim, roots: Iterable[Node], context: Context, relevant: Iterable[Said]
) -> Iterator[Alternative]:
    """The doubt whether a letter before brackets is a factor.

    Args:
        claim: as it was read.
        roots: its notation.
        context: what the document says.
        relevant: the definitions of names in it.
    """
    bodies = (said.body for said in relevant if said.body is not None and not said.opaque)
    applied = frozenset[str]().union(*map(before_brackets, (*roots, *bodies)))
    functions = {*claim.context.functions, *context.functions}
    functions |= {name for name, said in context.said.items() if said.parameters or said.opaque}
    factors = applied & (free_names(claim) | LETTERS_OF_NUMBERS) & context.called
    for name in sorted(factors - functions - context.constants - context.bounded):
        yield Alternative(WORDS.format(name=name), HELP.format(name=name))


__all__ = ["called_elsewhere"]
