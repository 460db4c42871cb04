r"""Products that are printed as nobody prints those of numbers: in both orders, or dotted in brackets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from verify_derivations.elaborate.notation.leibniz import d_sign
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain, quantity, script_text, stem
from verify_derivations.elaborate.notation.tables import FUNCTION_NAMES
from verify_derivations.parse.tree import Fenced, Letter, Node, Product, Scripts, nodes

ADJOINTS = frozenset(("\\dagger", "†", "+"))
"""Superscripts that make the adjoint of an operator."""

DOT = "."
"""How a product calls the sign \\cdot before a factor; where there is none, it is empty."""


def in_both_orders(
    roots: Iterable[Node],
    known: Collection[str] = (),
    bound: Collection[str] = (),
    functions: Collection[str] = (),
) -> frozenset[str]:
    r"""The names that stand side by side in one order and in the other: f and g of fg = gf, x p - p x.

    Args:
        roots: the formulas.
        known: names of which it is known what they are; beside them, the others are numbers.
        bound: letters over which is summed: what they number are numbers.
        functions: names of functions; what stands for their values is A of A(t) B(t).

    >>> from verify_derivations.parse import parse
    >>> sorted(in_both_orders([parse("fg").root, parse("gf").root]))
    ['f', 'g']
    >>> sorted(in_both_orders([parse("(a + b)c").root, parse("ac + bc").root]))
    []
    """
    found = {
        pair
        for root in roots
        for pair in _side_by_side(root, bound, functions)
        if not {*pair, *map(stem, pair)} & {*known}
    }
    return frozenset(name for left, right in found if (right, left) in found for name in (left, right))


def beside_adjoints(roots: Iterable[Node], known: Collection[str] = ()) -> frozenset[str]:
    r"""The names that stand before their adjoint, and behind it: a of a^\dagger a - a a^\dagger.

    >>> from verify_derivations.parse import parse
    >>> sorted(beside_adjoints([parse(r"a^\dagger a").root, parse(r"a a^\dagger").root]))
    ['a']
    >>> sorted(beside_adjoints([parse(r"x^\dagger A x").root, parse(r"\bar x A x").root]))
    []
    """
    found = set[tuple[str, bool]]()
    for node in (node for root in roots for node in nodes(root) if isinstance(node, Product)):
        for left, right in pairwise(part for _, part in node.parts):
            first, second = quantity(left), quantity(right)
            if first is not None and first == second and _is_adjoint(left) != _is_adjoint(right):
                found.add((first, _is_adjoint(left)))
    return frozenset(n for n, behind in found if (n, not behind) in found and not {n, stem(n)} & {*known})


def _is_adjoint(node: Node) -> bool:
    node = plain(node)
    return isinstance(node, Scripts) and node.sup is not None and script_text(node.sup) in ADJOINTS


def dotted(roots: Iterable[Node]) -> frozenset[str]:
    r"""The names of (a \cdot b), where others stand side by side without a dot: of (a \cdot b) c.

    >>> from verify_derivations.parse import parse
    >>> sorted(dotted([parse(r"(a \cdot b) c").root, parse(r"a (b \cdot c)").root]))
    ['a', 'b', 'c']
    >>> sorted(dotted([parse(r"(a \cdot b)^2").root, parse(r"a^2 \cdot b^2").root]))
    []
    """
    roots = list(roots)
    found = frozenset(name for root in roots for node in nodes(root) for name in _dotted_in_brackets(node))
    return found if found and any(map(_has_product_without_a_sign, roots)) else frozenset()


def _side_by_side(
    root: Node, bound: Collection[str], functions: Collection[str]
) -> Iterator[tuple[str, str]]:
    products = (node for node in nodes(root) if isinstance(node, Product))
    pairs = (pair for node in products for pair in pairwise(_factors(node, functions)))
    for (left, first), (right, second) in pairs:
        numbered = any(_is_numbered(part, bound) for part in (left, right))
        if first is not None and second is not None and first != second and not numbered:
            yield first, second


def _factors(node: Product, functions: Collection[str]) -> Iterator[tuple[Node, str | None]]:
    """The factors of a product with the names of quantities; those of values of functions are A(t)."""
    parts = [part for _, part in node.parts]
    k = 0
    while k < len(parts):
        name, behind = _factor(parts[k]), parts[k + 1] if k + 1 < len(parts) else None
        brackets = behind.base if isinstance(behind, Scripts) else behind
        if name in functions and isinstance(brackets, Fenced):
            yield parts[k], f"{name}({script_text(brackets.body) or '?'})"
            k += 2
        else:
            yield parts[k], name
            k += 1


def _is_numbered(node: Node, bound: Collection[str]) -> bool:
    """It has one of these letters as a subscript."""
    node = plain(node)
    return isinstance(node, Scripts) and node.sub is not None and bool(names_in(node.sub) & {*bound})


def _factor(node: Node) -> str | None:
    """The name of a quantity; the signs of derivatives and the names of functions are none."""
    node = plain(node)
    is_function = isinstance(node, Letter) and node.text.removeprefix("\\") in FUNCTION_NAMES
    return None if is_function or d_sign(node) else quantity(node)


def _dotted_in_brackets(node: Node) -> Iterator[str]:
    body = plain(node.body) if isinstance(node, Fenced) else None
    if isinstance(body, Product) and len(body.parts) == 2 and body.parts[1][0] == DOT:
        names = [_factor(part) for _, part in body.parts]
        if all(names) and names[0] != names[1]:
            yield from filter(None, names)


def _has_product_without_a_sign(root: Node) -> bool:
    products = (node for node in nodes(root) if isinstance(node, Product))
    pairs = (pair for node in products for pair in pairwise(node.parts))
    return any(right[0] == "" and _has_name(left[1]) and _has_name(right[1]) for left, right in pairs)


def _has_name(root: Node) -> bool:
    return any(base_name(node) is not None and _factor(node) is not None for node in nodes(root))


__all__ = ["beside_adjoints", "dotted", "in_both_orders"]
