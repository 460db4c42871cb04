"""Which names a formula mentions."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain, quantity, scripted_name
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Digits, Node, Scripts, children


@remembered
def names_in(root: Node) -> frozenset[str]:
    """The names in a formula: with their scripts, with their subscripts only, and without any."""
    return frozenset(_names(root))


@remembered
def printed_names(root: Node) -> frozenset[str]:
    """The names in a formula as they are printed: of W_2 not W, of x_i also x."""
    found, stack = set[str](), [root]
    while stack:
        node = plain(stack.pop())
        name = quantity(node)
        if name is not None:
            found.add(name)
        if not isinstance(node, Scripts):
            stack.extend(children(node) if name is None else ())
            continue
        base = base_name(node.base)
        indices = [part for part in components(node.sub) if not isinstance(part, Digits)]
        if base is None:
            stack.append(node.base)
        elif indices or node.sub is None:
            found.add(base)
        stack.extend(script for script in (node.sub, node.sup) if script is not None)
    return frozenset(found)


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


__all__ = ["names_in", "printed_names"]
