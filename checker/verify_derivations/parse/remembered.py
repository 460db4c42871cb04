"""What was found out about a tree before: a statement is read in many ways, and its trees stay the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from verify_derivations.parse.tree import Node

More = TypeVarTuple("More")
Found = TypeVar("Found")

MOST = 20_000
"""So many trees are remembered for each function; then it starts anew."""


def remembered(function: Callable[[Node, *More], Found]) -> Callable[[Node, *More], Found]:
    r"""The function of a tree, asked once for each tree; what it returns must not be changed by anybody.

    Trees are known by identity: nodes are tuples, and equal ones may be of different kinds.

    >>> from verify_derivations.parse import parse
    >>> asked = []
    >>> @remembered
    ... def size(root):
    ...     asked.append(root)
    ...     return len(str(root))
    >>> root = parse("a + b").root
    >>> size(root) == size(root), len(asked)
    (True, 1)
    """
    known: dict[tuple[int, tuple[*More]], tuple[Node, Found]] = {}

    @wraps(function)
    def ask(root: Node, /, *more: *More) -> Found:
        key = id(root), more
        found = known.get(key)
        if found is None:  # the tree is kept with the answer, so no other one can get its number
            if len(known) >= MOST:
                known.clear()
            found = known[key] = root, function(root, *more)
        return found[1]

    return ask


__all__ = ["remembered"]
