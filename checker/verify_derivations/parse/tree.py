"""The notation tree: what is printed and where, with nothing decided about what it means.

Every node has the offsets of its text, `start` included and `end` not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias


class Empty(NamedTuple):
    """Nothing, where something could stand: the left side of "= b", the base of a lone script."""

    start: int
    end: int


class Digits(NamedTuple):
    """A number as printed: `0.0040` keeps its zeros."""

    text: str
    start: int
    end: int


class Letter(NamedTuple):
    r"""One letter, or a command that stands for a sign by itself: `x`, `\alpha`, `\sum`, `\log`."""

    text: str
    start: int
    end: int


class Text(NamedTuple):
    r"""Upright text that is a part of the formula: `\operatorname{rank}`, `\mathrm{d}`, a bare `log`."""

    text: str
    command: str
    start: int
    end: int


class Mark(NamedTuple):
    r"""An operator without operands, as in `f(\cdot)` or `x^*`."""

    text: str
    start: int
    end: int


class Accent(NamedTuple):
    r"""An accent, a font, a brace above or below: a command and what it is put on."""

    command: str
    body: Node
    start: int
    end: int


class Scripts(NamedTuple):
    """A base with a subscript, a superscript, primes."""

    base: Node
    sub: Node | None
    sup: Node | None
    primes: int
    start: int
    end: int


class Postfix(NamedTuple):
    """An operator behind its operand: the factorial."""

    body: Node
    operator: str
    start: int
    end: int


class Fenced(NamedTuple):
    r"""Something in brackets or bars; `.` is the empty delimiter of `\left.`."""

    left: str
    body: Node
    right: str
    start: int
    end: int


class Fraction(NamedTuple):
    r"""Two things one above the other: `\frac`, `\binom`, and `\overset`, `\stackrel` in general."""

    command: str
    top: Node
    bottom: Node
    start: int
    end: int


class Root(NamedTuple):
    """A root, with its degree if one is printed."""

    radicand: Node
    degree: Node | None
    start: int
    end: int


class Grid(NamedTuple):
    """Rows of cells: a matrix, an array, cases."""

    name: str
    rows: tuple[tuple[Node, ...], ...]
    start: int
    end: int


class Product(NamedTuple):
    r"""Things side by side; each has the sign before it, "" where there is none (`2x \cdot y`)."""

    parts: tuple[tuple[str, Node], ...]
    start: int
    end: int


class Sum(NamedTuple):
    """Terms with the signs before them; the first may have none."""

    parts: tuple[tuple[str, Node], ...]
    start: int
    end: int


class Relation(NamedTuple):
    r"""A relation sign, by the name of `commands.RELATIONS`, and what is printed above or below it."""

    name: str
    text: str
    note: str
    start: int
    end: int


class Chain(NamedTuple):
    """Members with relation signs between them; `members` is one longer than `relations`."""

    members: tuple[Node, ...]
    relations: tuple[Relation, ...]
    start: int
    end: int


class Separator(NamedTuple):
    r"""What parts statements or the items of a list: "," ";" ":" "|" "\\" "&" "quad" or "text"."""

    kind: str
    text: str
    start: int
    end: int


class Listing(NamedTuple):
    """Items with the separators between them, all in the order of the text."""

    items: tuple[Node, ...]
    start: int
    end: int


Node: TypeAlias = (
    Empty
    | Digits
    | Letter
    | Text
    | Mark
    | Accent
    | Scripts
    | Postfix
    | Fenced
    | Fraction
    | Root
    | Grid
    | Product
    | Sum
    | Chain
    | Separator
    | Listing
)


class Label(NamedTuple):
    r"""A `\label` or `\tag` of the formula."""

    command: str
    text: str
    start: int
    end: int


class Formula(NamedTuple):
    """A formula: its tree, and the labels that stood in it."""

    root: Node
    labels: tuple[Label, ...]
    source: str


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below a node, in the order of the text."""
    below = BELOW.get(type(node))
    return below(node) if below is not None else ()


BELOW: dict[type[Node], Callable[[Any], tuple[Node, ...]]] = {
    Accent: lambda node: (node.body,),
    Postfix: lambda node: (node.body,),
    Fenced: lambda node: (node.body,),
    Scripts: lambda node: tuple([part for part in (node.base, node.sub, node.sup) if part is not None]),
    Fraction: lambda node: (node.top, node.bottom),
    Root: lambda node: (node.radicand,) if node.degree is None else (node.degree, node.radicand),
    Grid: lambda node: tuple([cell for row in node.rows for cell in row]),
    Product: lambda node: tuple([part for _, part in node.parts]),
    Sum: lambda node: tuple([part for _, part in node.parts]),
    Chain: lambda node: node.members,
    Listing: lambda node: node.items,
}
"""What stands below a node of each kind; all others are leaves."""


def nodes(root: Node) -> Iterator[Node]:
    """Every node of a tree, parents first, in the order of the text."""
    found = _LISTED.get(id(root))
    if found is None:  # the tree stands first in the list, so no other one can get its number
        if len(_LISTED) >= MOST_LISTED:
            _LISTED.clear()
        found = _LISTED[id(root)] = _listed(root)
    return iter(found)


MOST_LISTED = 2_000
"""So many trees are gone through once; then it starts anew."""

_LISTED: dict[int, list[Node]] = {}


def _listed(root: Node) -> list[Node]:
    found, stack = list[Node](), [root]
    while stack:
        node = stack.pop()
        found.append(node)
        below = BELOW.get(type(node))
        if below is not None:
            stack.extend(below(node)[::-1])
    return found
