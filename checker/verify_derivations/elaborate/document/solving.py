r"""Displays in which equations are solved, as `x^2 = 4 \iff x = \pm 2`: one step for each arrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.document.doubts import doubts
from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.conditions import EQUIVALENT, Arrow, Condition, arrows, implied
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.remarks import remarks
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.model import Alternative, Kind, Read, Step
from verify_derivations.parse.tree import Node


def solving_steps(root: Node, context: Context, place: Place) -> list[Step]:
    r"""The steps between conditions that a display makes; empty where it is to be read in another way.

    `\iff` says that both conditions hold at the same points. `\Rightarrow` often means no more than "so we
    get": it is read as a step only where it solves for a name, and then a proof counts and a counterexample
    does not. A first condition that defines a name is no condition.

    Args:
        root: the notation of the display.
        context: what the document has said so far.
        place: where the display stands.
    """
    found = arrows(root)
    if not found or (found[0].sign != EQUIVALENT and _defines(found[0].first, context)):
        return []
    if not all(arrow.sign == EQUIVALENT or _says_what_a_name_is(arrow) for arrow in found):
        return []
    try:
        return [_step(arrow, context, place) for arrow in found]
    except NotRead:
        return []


def is_half_read(root: Node) -> bool:
    """There is an equivalence: equations on its two sides do not say it."""
    return any(arrow.sign == EQUIVALENT for arrow in arrows(root))


def solved_for(root: Node) -> set[str]:
    r"""The unknowns of equations that are solved by equivalence: the solution defines nothing.

    >>> from verify_derivations.parse import parse
    >>> solved_for(parse(r"t^2 = 9 \iff t = 3").root)
    {'t'}
    """
    found = set[str]()
    for arrow in arrows(root):
        heads = [defined_name(left) for left, _, _ in arrow.second.parts]
        before = frozenset[str]().union(*map(names_in, arrow.first.roots))
        if arrow.sign == EQUIVALENT:
            found |= {head[0] for head in heads if head is not None and head[0] in before}
    return found


def _defines(condition: Condition, context: Context) -> bool:
    """An equation with a name on its left side that nothing was said of, and that stands there only."""
    for left, relation, right in condition.parts:
        head = defined_name(left)
        if (
            relation == "="
            and head is not None
            and context.is_fresh(head[0])
            and head[0] not in names_in(right)
        ):
            return True
    return False


def _says_what_a_name_is(arrow: Arrow) -> bool:
    """The second condition has a name of the first one by itself on its left side."""
    before = frozenset[str]().union(*map(names_in, arrow.first.roots))
    heads = [defined_name(left) for left, _, _ in arrow.second.parts]
    return all(head is not None and not head[1] and head[0] in before for head in heads)


def _step(arrow: Arrow, context: Context, place: Place) -> Step:
    roots = arrow.first.roots + arrow.second.roots
    relevant, _ = context.relevant(list(roots))
    numbers = {*context.domains, *context.functions, *context.constants}
    read = implied(arrow, numbers, lambda sides, around: _part(sides, around, context))
    found = [*doubts(read.claim, roots, context, relevant), *_more(arrow, context)]
    start, end = roots[0].start, max(root.end for root in roots)
    span = place.span(start, end)
    printed = " ".join(place.region.latex[start:end].split())
    return Step(
        place.id(span),
        Kind.CLAIM,
        read.claim,
        span,
        printed=printed,
        relation=arrow.relation.text if arrow.relation is not None else arrow.sign,
        line=span.line,
        by_itself=True,
        alternatives=(*read.alternatives, *found),
        remarks=tuple(remarks(read.claim, context, relevant)),
    )


def _part(sides: Sides, around: tuple[Node, ...], context: Context) -> Read:
    found = in_context(sides, context, around, alone=False)
    return replace(found.read, alternatives=found.alternatives)


def _more(arrow: Arrow, context: Context) -> Iterator[Alternative]:
    """What follows may rest on more than what stands before the arrow: then a refutation does not stand."""
    if _defines(arrow.first, context):
        yield Alternative("the first equation says what its left side is", "define it before", covered=True)
    if arrow.sign != EQUIVALENT:
        words = "the arrow says that it follows from this and from what was said before"
        yield Alternative(words, "write \\iff, or assume what else holds", covered=True)


__all__ = ["is_half_read", "solved_for", "solving_steps"]
