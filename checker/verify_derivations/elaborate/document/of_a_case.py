"""Equations behind "if", from which the sentence goes on: what it says then is said where they hold."""

from __future__ import annotations

from verify_derivations.elaborate.document.defining import EQUALITIES
from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.mentioned import printed_names
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.declarations import pairs
from verify_derivations.elaborate.prose.if_then import IF, THEN
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import Derivative, Integral


def is_of_a_case(statement: Statement, context: Context, place: Place) -> bool:
    """An equation between names of which nothing is defined, of which a sentence says what follows from it.

    Args:
        statement: what is stated.
        context: what is known there, with the words behind it.
        place: where it stands, with the words before it.
    """
    if place.cue is not Cue.RESTRICT or not IF.search(place.words) or not THEN.match(context.after):
        return False
    if any(relation.name not in EQUALITIES for relation in statement.relations):
        return False
    names = frozenset[str]().union(*map(printed_names, statement.members))
    if any(_is_defined(name, context) for name in names):
        return False
    return all(_is_plain((left, "=", right), context) for left, _, right in pairs(statement))


def _is_defined(name: str, context: Context) -> bool:
    """Something defines the name, or what it is an entry of; R = R_1 + R_2 has no entry R_1."""
    if name in context.said:
        return True
    whole = context.said.get(stem(name))
    return whole is not None and (whole.body is None or name not in printed_names(whole.body))


def _is_plain(sides: Sides, context: Context) -> bool:
    """It is read in one way, as an equation between numbers in which nothing is differentiated."""
    try:
        claim = in_context(sides, context).read.claim
    except NotRead:
        return False
    held = (Derivative, Integral, Limit)
    arrays = claim.context.arrays or claim.context.functions
    return not arrays and not any(side.holds(kind) for side in (claim.lhs, claim.rhs) for kind in held)


__all__ = ["is_of_a_case"]
