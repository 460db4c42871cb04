"""Equations for a name that is defined are kept, where they may be other definitions of it."""

from __future__ import annotations

import re
from dataclasses import replace

from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.document.roots import squared
from verify_derivations.elaborate.document.squares import FOLLOWS
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.said import Otherwise, defined_name
from verify_derivations.parse.tree import Digits, Node, Root

AT_A_POINT = re.compile(r"\b(?:at|where|when(?:ever)?|on|along|for|if|with)\b|[在当若]", re.IGNORECASE)
"""Words before what something is in a case, where fewer names stand in it."""


def may_be_otherwise(sides: tuple[Node, Node], place: Place, context: Context) -> None:
    """Keeps an equation for a name that is defined, if it may be another definition of it.

    Args:
        sides: the equation.
        place: where it stands, and what the words make of it.
        context: what the document says; it grows.
    """
    sides = _of_a_square(sides, place, context) or sides
    head = defined_name(sides[0], layers=context.layers)
    said = None if head is None else context.said.get(head[0])
    if said is None or said.body is None or said.opaque or head is None:
        return
    new, old = _plain_names(sides[1]), _plain_names(said.body)
    if said.name in context.relevant([sides[1]])[1] or (old and not new):
        return
    if (new or old) and _follows(place):
        return
    if new < old and AT_A_POINT.search(place.words):
        return
    if _are_same_digits(sides[1], said.body):
        context.otherwise_said.pop(said.name, None)
        return
    start, end = sides[0].start, sides[1].end
    shown, span = " ".join(place.region.latex[start:end].replace("&", "").split()), place.span(start, end)
    now = replace(said, head=sides[0], body=sides[1], span=span, words=shown)
    context.otherwise_said[said.name] = Otherwise(said, now)


def _follows(place: Place) -> bool:
    """It is said to follow; a display does so, unless no word stands before it."""
    if place.region.display:
        return place.cue is not Cue.NONE
    return place.cue is Cue.CLAIM and not AT_A_POINT.search(place.words)


def _plain_names(body: Node) -> set[str]:
    return {name for name in names_in(body) if "^" not in name}


def _of_a_square(sides: tuple[Node, Node], place: Place, context: Context) -> tuple[Node, Node] | None:
    """What an equation for the square of a name says of that, where its square was defined."""
    root = squared(sides[0])
    said = None if root is None else context.said.get(scripted_name(root) or "")
    if root is None or said is None or not said.signed or FOLLOWS.search(place.words):
        return None
    return root, Root(sides[1], None, sides[1].start, sides[1].end)


def _are_same_digits(one: Node, other: Node) -> bool:
    one, other = plain(one), plain(other)
    return isinstance(one, Digits) and isinstance(other, Digits) and one.text == other.text


__all__ = ["may_be_otherwise"]
