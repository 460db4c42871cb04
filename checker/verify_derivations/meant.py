"""Whether a wrong statement with unknowns is meant of all values: whether one slip makes an identity of it.

"We get $(x + 1)^2 = x^2 + 1$" is an identity with a term lost, "we get $x^2 = x + 2$" an equation for x. Of
equations that are there to be solved hardly any is one slip away from what holds for all values.
"""

from __future__ import annotations

from verify_derivations.model import Claim, Repair
from verify_derivations.repair.places import occurrences
from verify_derivations.term.syntax.nodes import Symbol, Term

LEAST = 4
"""Names and numbers on both sides together: with fewer, equations and identities look alike."""

IN_LONGER_ONES = frozenset(("a number", "an exponent"))
"""Slips that tell only where one more stands there: x**4 = x**2 is an equation."""

OF_ANY_LENGTH = frozenset(("a condition", "a lost function"))
"""Slips that tell also in short statements: sqrt(x**2) = x."""

BY_CHANCE = frozenset(("a bracket too many", "a complement", "a lost summand", "a symbol", "an index"))
"""Slips that make identities of what is solved: x = 2*x*(1 - x), sin(2*x) = sin(x), x + y = 2*x."""


def is_meant_of_all(claim: Claim, repair: Repair) -> bool:
    """The edit shows that the statement is meant of all values.

    Args:
        claim: an equation or an inequality that is refuted.
        repair: the edit with which it is proved.
    """
    if claim.relation != "=":
        return True
    if repair.slip in OF_ANY_LENGTH:
        return True
    if repair.side in ("relation", "whole") or repair.slip in BY_CHANCE or ", and " in repair.slip:
        return False
    if any(isinstance(side, Symbol) for side in (claim.lhs, claim.rhs)):
        return False
    return printed(claim.lhs) + printed(claim.rhs) >= LEAST + (repair.slip in IN_LONGER_ONES)


def printed(term: Term) -> int:
    """How many names and numbers stand in a term.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> printed(parse_plain("x**2 + x + 1"))
    4
    """
    leaves = [paths for part, paths in occurrences(term).items() if not part.children]
    return sum(map(len, leaves))


__all__ = ["is_meant_of_all", "printed"]
