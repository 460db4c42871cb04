r"""Definitions of squares, \sigma^2 = \frac1n \sum_i (x_i - \mu)^2: the name is a root of what is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.roots import squared
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name, stem
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Alternative, Kind, Step
from verify_derivations.parse.tree import Node, Root
from verify_derivations.term.syntax.domain import REAL

if TYPE_CHECKING:
    from verify_derivations.elaborate.document.steps import Chain
    from verify_derivations.elaborate.prose.context import Context

CUSTOMARY = frozenset(("\\sigma", "\\hat{\\sigma}", "\\tilde{\\sigma}", "s", "S", "\\tau", "r", "R", "\\chi"))
"""Names of which squares are defined without a word that says so: deviations and distances."""

DEFINING = frozenset((":=", "=:"))


FOLLOWS = re.compile(
    r"\b(?:then|hence|thus|therefore|so|gives?|get|obtain\w*|yield\w*|follows?|have|expand\w*|simplif\w+|"
    r"rewrit\w+|becomes?|equivalent\w*|also)\b|则|得|因此|所以|于是|从而|即",
    re.IGNORECASE,
)
"""Words with which an equation comes from those before."""


def square_definition(chain: Chain) -> Step | None:
    """The definition of a square that the first relation of a chain makes, if it makes one."""
    context, place, body = chain.context, chain.places[1], chain.members[1]
    root = squared(chain.members[0])
    name = None if root is None else scripted_name(root)
    said = place.cue is Cue.DEFINE or chain.relations[0].name in DEFINING
    if root is None or name is None or chain.relations[0].name not in DEFINING | {"=", "=="}:
        return None
    if place.cue in (Cue.CONDITION, Cue.ASSUME, Cue.RESTRICT) or place.conditional or place.asked:
        return None
    if not (said or stem(name) in CUSTOMARY) or not _is_open(name, context):
        return None
    if not names_in(body) - CONSTANTS.keys() or name in context.relevant([body])[1]:
        return None
    try:
        read = in_context((body, "=", body), context).read
    except NotRead:
        return None
    if read.claim.context.indices:
        return None
    domain = context.domains.get(name, REAL)
    signed = not (domain.lower is not None and domain.lower >= 0)
    span = place.span(chain.members[0].start, body.end)
    made = Root(body, None, body.start, body.end)
    context.define(Said(name, span, place.section, root, made, signed=signed))
    return chain.no_claim(1, Kind.DEFINITION)


def square_anew(head: Node, context: Context, words: str) -> tuple[Alternative, ...]:
    """The doubt that a square of which the document said what it is, is that of another number here.

    In the same section words may say that this follows from that.
    """
    root = squared(head)
    said = None if root is None else context.said.get(scripted_name(root) or "")
    if said is None or not said.signed or (said.section == context.section and FOLLOWS.search(words)):
        return ()
    anew = f"{said.name}^2, which {said.place} defines, is defined anew here"
    return (Alternative(anew, f"let ${said.name}^2=...$", covered=True),)


def _is_open(name: str, context: Context) -> bool:
    """Nothing was said of the name but, perhaps, where it lives."""
    taken = {*context.said, *context.shapes, *context.functions, *context.constants, *context.layers}
    return name not in taken and stem(name) not in taken and name not in CONSTANTS and not context.layers


__all__ = ["FOLLOWS", "square_anew", "square_definition"]
