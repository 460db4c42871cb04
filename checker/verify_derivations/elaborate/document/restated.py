"""Equations for a name that is defined: claims where words or an annotation say so."""

from __future__ import annotations

from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.meaning.definitions import parameters_of
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.restating import is_restated
from verify_derivations.elaborate.prose.said import Said, defined_name
from verify_derivations.model import Alternative, Claim, Status
from verify_derivations.parse.tree import Node

SETTLED_BY = "vd: claim before it, if it is said of that one, or let ${0}=...$"


def defined_anew(said: Said, shown: str, others: Claim | None) -> Alternative:
    """An equation for a name that is defined may define it anew.

    Args:
        said: the definition that is in force.
        shown: what stands on the left side.
        others: what the equation claims then.
    """
    words = f"{said.name}, which {said.place} defines, is defined anew here"
    return Alternative(words, SETTLED_BY.format(shown), others, covered=True)


def is_at_a_point(said: Said, head: Node, context: Context) -> bool:
    """The function stands there at what this section defines, and not at its parameters: F(t^*) of F(x)."""
    if said.head is None or said.body is None:
        return False
    try:
        own = set(map(scripted_name, parameters_of(said.head)))
        names = [*map(scripted_name, parameters_of(head))]
    except NotRead:  # p(x | y)
        return False
    at = [None if name is None or name in own else context.said.get(name) for name in names]
    return bool(at) and all(
        one is not None and one.body is not None and not one.parameters and one.section == context.section
        for one in at
    )


def is_said_of(said: Said, sides: tuple[Node, ...], place: Place, context: Context) -> bool:
    """Words say that the equation follows from what its left side is, and nothing is there to be another.

    The right side has all names of the definition: else it may be the value at a point.
    """
    if place.cue is not Cue.CLAIM or place.conditional or place.asked or said.section != place.section:
        return False
    if said.body is None or said.opaque or said.limits is not None or said.signed:
        return False
    there = {name for name in names_in(said.body) if "^" not in name}
    there -= survey([said.body]).bound | context.said.keys()
    if not there or not there <= names_in(sides[1]):
        return False
    before, behind = "".join(context.told[: said.at]), "".join(context.told[said.at :])
    return is_restated(said.name, before, behind, place.words, context.after)


def is_of_a_definition(statement: Statement, context: Context, place: Place) -> bool:
    """A statement whose left side is defined says more of that."""
    head = defined_name(statement.members[0])
    said = None if head is None else context.said.get(head[0])
    return said is not None and is_said_of(said, statement.members[:2], place, context)


def or_anew(trouble: NotRead, sides: tuple[Node, Node], place: Place, context: Context) -> NotRead:
    """What stands in the way of an equation whose shapes clash: its left side may be defined anew."""
    head = defined_name(sides[0])
    said = None if head is None else context.said.get(head[0])
    if trouble.status is not Status.ILL_FORMED or said is None or is_said_of(said, sides, place, context):
        return trouble
    message = f"{said.name}, which {said.place} defines, is defined anew here, or {trouble.message}"
    return NotRead(message, sides[0], help=SETTLED_BY.format(said.name))


__all__ = ["defined_anew", "is_at_a_point", "is_of_a_definition", "is_said_of", "or_anew"]
