r"""Limits: \lim_{x \to a^+}, at infinity, and infinity as a side of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import limit_letter
from verify_derivations.elaborate.notation.names import plain
from verify_derivations.elaborate.notation.tables import LIMITS
from verify_derivations.elaborate.notation.trouble import NotRead, ill_formed
from verify_derivations.elaborate.notation.values import number
from verify_derivations.errors import TermError
from verify_derivations.parse.tree import Chain, Empty, Letter, Mark, Node, Scripts, Sum, Text
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]

INFINITY = frozenset(("\\infty", "∞"))
ARROWS = {"\\downarrow": "+", "\\searrow": "+", "↓": "+", "\\uparrow": "-", "\\nearrow": "-", "↑": "-"}
"""Arrows that tell from where: down to the point is from above."""


def limit(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """A limit sign takes all that follows in its product."""
    base = plain(part.base if isinstance(part, Scripts) else part)
    if not isinstance(base, Letter | Text) or base.text not in LIMITS:
        return None
    if base.text not in ("\\lim", "lim"):
        raise NotRead(f"the limit {base.text} is not read yet", part)
    letter = limit_letter(part)
    if letter is None or not isinstance(part, Scripts) or part.sub is None:
        raise NotRead("which name goes where is not read", part, help="write \\lim_{x \\to a}")
    if k + 1 == len(parts):
        raise NotRead("there is nothing behind this sign", part)
    point, direction = _point(reading, plain(part.sub))
    reading.bound.append(letter)
    body = number(reading.factors((("", parts[k + 1][1]), *parts[k + 2 :])), part)
    reading.bound.pop()
    try:
        return scalar(Limit(letter, point, direction, bind(body, letter))), len(parts)
    except TermError as error:
        raise NotRead(f"something is differentiated by {letter} within the limit", part) from error


def _point(reading: Elaborator, sub: Node) -> tuple[Term, str]:
    """The point of a limit, and from where it is reached."""
    if not isinstance(sub, Chain):
        raise NotRead("the point of this limit is not read", sub)
    node, arrow = plain(sub.members[1]), sub.relations[0]
    direction = ARROWS.get(arrow.text, "")
    if arrow.name == "arrow" and not direction:
        raise NotRead(f"the arrow {arrow.text} in a limit is not read", sub)
    far = infinity(node)
    if far is not None:
        return far, ""
    match node:
        case Scripts(base, None, Mark("+" | "-" as sign), 0):
            node, direction = base, sign
        case Sum(((first, inner), ("+" | "-" as sign, Empty()))):
            node, direction = Sum(((first, inner),), node.start, node.end) if first else inner, sign
        case Empty():
            raise ill_formed("the point of this limit is missing", node)
    return reading.term(node), direction


def infinity(node: Node) -> Infinity | None:
    """Plus or minus infinity, as notation; None for anything else."""
    match plain(node):
        case Letter(text) if text in INFINITY:
            return OO
        case Sum(((sign, Letter(text)),)) if text in INFINITY and sign in ("+", "-"):
            return MINUS_OO if sign == "-" else OO
    return None


__all__ = ["infinity", "limit"]
