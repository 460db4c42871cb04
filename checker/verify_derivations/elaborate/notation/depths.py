r"""What is computed layer by layer: how a^L depends on w^l is not seen without the layers between."""

from __future__ import annotations

import re
from collections.abc import Collection

from verify_derivations.elaborate.notation.free_names import free_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.model import Claim
from verify_derivations.parse.tree import Node
from verify_derivations.term.syntax.nodes import Derivative, Entry, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

ABOVE = re.compile(r"\^\{?[(\[]?(\\?[a-zA-Z]*)([+-]?\d+)?[)\]]?\}?$")
"""What stands above a name: a letter with a number added to it, or a number."""


def refuse_unseen(claim: Claim, computed: Collection[str], node: Node) -> None:
    """A derivative is taken by way of what is defined, and not of what is computed between the two.

    Args:
        claim: the claim, with its definitions.
        computed: names, without scripts, of which some definition speaks.
        node: where the claim stands.

    Raises:
        NotRead: what is differentiated depends on a quantity of another layer of which nothing is given here.
    """
    bodies = [definition.body for definition in claim.context.definitions]
    for part in subterms(claim.lhs, claim.rhs, *bodies):
        if not isinstance(part, Derivative):
            continue
        by = _name(part.variable)
        for other in sorted(free_in(claim, part.body)):
            if other != by and stem(other) in computed and _may_lie_between(by, other):
                raise NotRead(
                    f"nothing says how {other} depends on {by}",
                    node,
                    help=f"define what lies between, or constant ${other}$",
                )


def _name(variable: Term) -> str:
    match variable:
        case Symbol(name):
            return name
        case Entry(array):
            return array
    return ""


def _may_lie_between(by: str, other: str) -> bool:
    """The other has a number or a layer above it that is not surely a lower one."""
    there, here = ABOVE.search(other), ABOVE.search(by)
    if there is None:
        return False
    return here is None or here[1] != there[1] or int(there[2] or 0) >= int(here[2] or 0)


__all__ = ["refuse_unseen"]
