r"""Intervals whose ends are no printed numbers: `t \in (-\pi, \pi)`, `x \in [0, 2a]`."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain, script_text
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.narrower import AS_BEFORE, Narrower
from verify_derivations.parse import parse
from verify_derivations.parse.tree import (
    Digits,
    Fenced,
    Fraction,
    Listing,
    Node,
    Product,
    Root,
    Separator,
    Sum,
)
from verify_derivations.term.syntax.domain import REAL

ENDS = ("e", "\\pi")
"""Names that a printed end may have in it: nothing else is known of others, as of a and b."""


class Between(NamedTuple):
    """An end of an interval and the sign behind it, the sign before the other end and that end."""

    lower: Node | None
    first: str
    last: str
    upper: Node | None


def ends_of(node: Node) -> Between | None:
    r"""The interval that notation is, its ends made of numbers and constants; None for anything else."""
    node = plain(node)
    if not isinstance(node, Fenced) or not isinstance(node.body, Listing):
        return None
    items = [item for item in node.body.items if not isinstance(item, Separator)]
    if len(items) != 2 or node.left not in ("(", "[", "]") or node.right not in (")", "]", "["):
        return None
    infinite = ["\\infty" in (script_text(item) or "") for item in items]
    if all(infinite) or not all(end or _is_number(item) for item, end in zip(items, infinite, strict=True)):
        return None
    lower, upper = (None if end else item for item, end in zip(items, infinite, strict=True))
    return Between(lower, "<=" if node.left == "[" else "<", "<=" if node.right == "]" else "<", upper)


def _is_number(node: Node) -> bool:
    """Made of digits and constants by sums, products, fractions and roots."""
    node = plain(node)
    match node:
        case Digits():
            return True
        case Sum(parts) | Product(parts):
            return all(_is_number(part) for _, part in parts)
        case Fraction(top=top, bottom=bottom):
            return _is_number(top) and _is_number(bottom)
        case Root(radicand, degree):
            return _is_number(radicand) and degree is None
    return base_name(node) in ENDS


def said_between(name: str, found: Between, context: Context) -> None:
    """A number lives between these ends from here on."""
    if any(letter in context.said or letter in context.domains for letter in _letters(found)):
        return
    own = parse(name).root
    pairs: list[Sides] = []
    if found.lower is not None:
        pairs.append((found.lower, found.first, own))
    if found.upper is not None:
        pairs.append((own, found.last, found.upper))
    old, before = context.domains.get(name, REAL), context.anew.get(name)
    surely = before is not None and before.surely and name not in context.bounded
    together = name in context.just_said  # one sentence says both
    context.domains[name] = old if together else REAL
    context.intervals[name] = tuple(pairs)
    context.just_said.add(name)
    context.bounded.add(name)
    for said in (context.narrower, context.worded, context.wider):
        said.pop(name, None)
    if old != REAL and not (together or surely):
        context.narrower[name] = Narrower(AS_BEFORE, within=old)
    if before is not None:
        context.anew[name] = replace(before, domain=None, given=())


def was_between(name: str, context: Context) -> bool:
    """A number lives in an interval, and nothing introduces it anew: "t is real" says nothing new of it."""
    known, before = context.intervals.get(name, ()), context.anew.get(name)
    return bool(known) and not (before is not None and any(one in before.given for one in known))


def _letters(found: Between) -> set[str]:
    return set[str]().union(*(names_in(end) for end in (found.lower, found.upper) if end is not None))


__all__ = ["Between", "ends_of", "said_between", "was_between"]
