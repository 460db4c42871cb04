r"""Divergences, `D(p \| q)`: two arguments with a double bar between them."""

from __future__ import annotations

from verify_derivations.parse.tree import Chain, Fenced, Listing, Node, Separator

DOUBLE = frozenset(("\\|", "||", "\\Vert"))
"""How a double bar is printed."""


def between_bars(brackets: Fenced) -> tuple[Node, Node] | None:
    r"""The two arguments of a divergence: p and q of `(p \| q)`, `(p || q)` and `(p \parallel q)`.

    >>> from verify_derivations.parse import parse
    >>> [between_bars(parse(t).root) is not None for t in (r"(p \,\|\, q)", "(p||q)", "(p|q)", "(p,q)")]
    [True, True, False, False]
    """
    body = brackets.body
    if isinstance(body, Chain) and [relation.name for relation in body.relations] == ["parallel"]:
        return body.members[0], body.members[1]
    items = body.items if isinstance(body, Listing) else ()
    if len(items) != 3 or not isinstance(items[1], Separator):
        return None
    return (items[0], items[2]) if DOUBLE & {items[1].kind, items[1].text} else None


__all__ = ["between_bars"]
