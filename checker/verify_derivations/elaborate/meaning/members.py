r"""Vectors x_i that nobody declared, as they stand behind a transposed one: \sum_i \sigma(w^\top x_i)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from verify_derivations.elaborate.meaning.families import numbered_name
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, is_transpose, plain, scripted_name
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Letter, Node, Product, Scripts, children, nodes

SIDE_BY_SIDE = frozenset(("", ".", "point"))
"""The signs of a product of matrices."""


UNIT_VECTORS = frozenset(("e", "\\mathbf{e}", "\\boldsymbol{e}", "\\hat{e}", "\\vec{e}"))
"""Letters that mostly number the unit vectors: of others nothing is said with them."""


def members(roots: Iterable[Node]) -> frozenset[str]:
    r"""The names x_i of what stands right behind something transposed, in w^\top x_i and x_i x_i^\top.

    None of a base that stands there without an index, or with two, or that numbers unit vectors.

    >>> from verify_derivations.parse import parse
    >>> sorted(members([parse(r"\sum_i w^\top x_i").root])), sorted(members([parse(r"x^\top x_i").root]))
    (['x_i'], [])
    """
    roots = list(roots)
    found = frozenset[str]().union(*map(_all_behind, roots))
    alone = UNIT_VECTORS.union(*map(_without_index, roots)) if found else UNIT_VECTORS
    return frozenset(name for name in found if (numbered_name(name) or ("",))[0] not in alone)


@remembered
def _all_behind(root: Node) -> frozenset[str]:
    return frozenset(name for node in nodes(root) if isinstance(node, Product) for name in _behind(node))


def _behind(product: Product) -> Iterable[str]:
    """Members behind a transposed name, and those that are transposed behind themselves."""
    parts = product.parts
    for (_, one), (sign, other) in pairwise(parts):
        if sign not in SIDE_BY_SIDE:
            continue
        left, right = plain(one), plain(other)
        member = _member(right)
        if member is None or not isinstance(right, Scripts):
            continue
        if is_transpose(right.sup):
            if _member(left) == member and isinstance(left, Scripts) and left.sup is None:
                yield member
        elif isinstance(left, Scripts) and is_transpose(left.sup) and right.sup is None:
            yield member


def _member(node: Node) -> str | None:
    """The name of x_i, transposed or not."""
    if not isinstance(node, Scripts) or node.primes or not (node.sup is None or is_transpose(node.sup)):
        return None
    subs = components(node.sub)
    if len(subs) != 1 or not isinstance(subs[0], Letter) or base_name(node.base) is None:
        return None
    return scripted_name(node._replace(sup=None))


@remembered
def _without_index(root: Node) -> frozenset[str]:
    """Names that stand without an index somewhere, or with several."""
    found = set[str]()
    stack = [root]
    while stack:
        node = plain(stack.pop())
        if isinstance(node, Scripts) and node.sub is not None and base_name(node.base) is not None:
            if len(components(node.sub)) != 1:
                found.add(base_name(node.base) or "")
            stack += [node.sup] if node.sup is not None else []
            continue
        name = base_name(node)
        if name is not None:
            found.add(name)
        stack += children(node)
    return frozenset(found)


__all__ = ["members"]
