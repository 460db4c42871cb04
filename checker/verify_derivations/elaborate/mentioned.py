"""Which names a formula mentions."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.elaborate.names import base_name, plain, scripted_name
from verify_derivations.elaborate.usage import quantity
from verify_derivations.parse.tree import Node, Scripts, children


def names_in(root: Node) -> frozenset[str]:
    """The names in a formula: with their scripts, with their subscripts only, and without any."""
    found = CACHE.get(id(root))
    if found is None or found[0] is not root:
        if len(CACHE) > MOST_CACHED:
            CACHE.clear()
        found = CACHE[id(root)] = (root, frozenset(_names(root)))
    return found[1]


CACHE: dict[int, tuple[Node, frozenset[str]]] = {}
"""Names by the identity of a tree: trees are compared node by node, which takes longer than to walk them."""

MOST_CACHED = 20_000


def _names(root: Node) -> Iterator[str]:
    stack = [root]
    while stack:
        node = plain(stack.pop())
        name = base_name(node)
        if name is not None:
            yield name
            continue
        if isinstance(node, Scripts):
            yield from (found for found in (scripted_name(node), quantity(node)) if found)
        stack.extend(children(node))


__all__ = ["names_in"]
