r"""Fractions that are derivatives: \frac{d}{dx}, \frac{\partial^2 f}{\partial x\,\partial y}."""

from __future__ import annotations

from typing import NamedTuple

from verify_derivations.elaborate.notation.names import plain
from verify_derivations.parse.tree import Accent, Digits, Fraction, Letter, Node, Product, Scripts, Text

FRACTIONS = frozenset(r"\frac \dfrac \tfrac \cfrac \nicefrac \sfrac \flatfrac \over".split())


class Leibniz(NamedTuple):
    """A derivative as printed: of `body` (None: of what follows), by each variable so many times."""

    sign: str
    body: Node | None
    variables: tuple[tuple[Node, int], ...]


def d_sign(node: Node) -> str:
    r"""The kind of the letter d that a node is: "d", "\partial", or "" if it is none."""
    match plain(node):
        case Letter("d") | Text("d"):
            return "d"
        case Accent(_, Letter("d")):
            return "d"
        case Letter("\\partial" | "∂"):
            return "\\partial"
    return ""


def leibniz(node: Node) -> Leibniz | None:
    """The derivative that a fraction is, None if it is an ordinary fraction."""
    if not isinstance(node, Fraction) or node.command not in FRACTIONS:
        return None
    top = _top(plain(node.top))
    if top is None:
        return None
    sign, order, body = top
    variables = _bottom(plain(node.bottom), sign, order)
    if variables is None or sum(count for _, count in variables) != order:
        return None
    return Leibniz(sign, body, tuple(variables))


def indexed(node: Node) -> Leibniz | None:
    r"""The derivative that \partial_x, \partial_x^2 or \partial_{xy} is; None for anything else."""
    if not isinstance(node, Scripts) or d_sign(node.base) != "\\partial" or node.sub is None or node.primes:
        return None
    sub, order = plain(node.sub), plain(node.sup) if node.sup is not None else None
    parts = [part for _, part in sub.parts] if isinstance(sub, Product) else [sub]
    if any(isinstance(part, Digits) for part in parts):
        return None
    if order is None:
        return Leibniz("\\partial", None, tuple((part, 1) for part in parts))
    count = int(order.text) if isinstance(order, Digits) and order.text.isdigit() else 0
    return Leibniz("\\partial", None, ((parts[0], count),)) if count and len(parts) == 1 else None


def _top(node: Node) -> tuple[str, int, Node | None] | None:
    first, rest = (node, ()) if not isinstance(node, Product) else (node.parts[0][1], node.parts[1:])
    order = 1
    if isinstance(first, Scripts) and isinstance(first.sup, Digits) and first.sub is None:
        order, first = int(first.sup.text) if first.sup.text.isdigit() else 0, first.base
    sign = d_sign(first)
    if not sign or order < 1:
        return None
    if not rest:
        return sign, order, None
    if len(rest) == 1 and rest[0][0] == "":
        return sign, order, rest[0][1]
    if rest[0][0] != "":
        return None
    return sign, order, Product(rest, rest[0][1].start, node.end)


def _bottom(node: Node, sign: str, order: int) -> list[tuple[Node, int]] | None:
    """The variables below the line; a superscript is the order only where it can be (d^2 f / dx^2)."""
    if not isinstance(node, Product) or any(s for s, _ in node.parts) or len(node.parts) % 2:
        return None
    found: list[tuple[Node, int]] = []
    parts = [part for _, part in node.parts]
    for d, variable in zip(parts[::2], parts[1::2], strict=True):
        if d_sign(d) != sign:
            return None
        found.append(_with_order(plain(variable), order))
    return found


def _with_order(variable: Node, order: int) -> tuple[Node, int]:
    match variable:
        case Scripts(base, sub, Digits(text), 0) if order > 1 and text.isdigit() and 1 < int(text) <= order:
            bare = base if sub is None else variable._replace(sup=None)
            return bare, int(text)
    return variable, 1
