"""What a formula introduces by itself: names that are compared in it, functions with a range, a left side."""

from __future__ import annotations

from collections.abc import Iterable

from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.prose.declarations import ORDERS
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.parse.tree import Chain, Listing, Node, Separator

COMPARING = ORDERS | {"in"}
"""The signs beside a name that is introduced."""


def functions_with_a_range(root: Node) -> list[str]:
    r"""The functions before the colon of f, g : A \to B."""
    items = root.items if isinstance(root, Listing) else ()
    colon = next((k for k, one in enumerate(items) if isinstance(one, Separator) and one.kind == ":"), 0)
    mapped = any(isinstance(one, Chain) and one.relations[0].name == "->" for one in items[colon:])
    found = [scripted_name(one) for one in items[:colon] if not isinstance(one, Separator)]
    return [name for name in found if name is not None] if mapped else []


def equated(root: Node) -> str | None:
    """The name that an equation says something of."""
    if not isinstance(root, Chain) or root.relations[0].name not in ("=", ":="):
        return None
    return scripted_name(root.members[0])


def introduced(root: Node) -> tuple[list[str], str]:
    """The names that stand alone in a formula or are compared in it, and the sign of that."""
    root, sign = plain(root), ""
    items: Iterable[Node] = (root,)
    if isinstance(root, Listing):
        items = [item for item in root.items if not isinstance(item, Separator)]
    found = list[str]()
    for item in items:
        if isinstance(item, Chain) and all(relation.name in COMPARING for relation in item.relations):
            sign = item.relations[0].name
            item = next((member for member in item.members if scripted_name(member) is not None), item)
        name = scripted_name(item)
        if name is None:
            return [], sign
        found.append(name)
    return found, sign


def taken_by(root: Node, *, alone: bool) -> frozenset[str]:
    r"""What the function is taken at that a formula gives; without a left side, its only name, if asked.

    >>> from verify_derivations.parse import parse
    >>> [sorted(taken_by(parse(one).root, alone=True)) for one in ("f(x) = ax", "|x|", "e^{ax}", "y = ax")]
    [['x'], ['x'], [], []]
    """
    head = defined_name(root.members[0]) if isinstance(root, Chain) else None
    if head is not None and head[1] and isinstance(root, Chain):
        return frozenset(names_in(root.members[0]) - {head[0]})
    names = frozenset() if isinstance(root, Chain) or scripted_name(root) is not None else names_in(root)
    names = frozenset(name for name in names if "^" not in name and name not in CONSTANTS)
    return names if alone and len(names) == 1 else frozenset()


def defines_a_function(root: Node) -> bool:
    """It says what a function is at its arguments: f(x) = x^2."""
    head = defined_name(root.members[0]) if isinstance(root, Chain) else None
    return head is not None and bool(head[1])


__all__ = ["COMPARING", "defines_a_function", "equated", "functions_with_a_range", "introduced", "taken_by"]
