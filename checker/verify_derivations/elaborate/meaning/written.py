"""Products of arrays as LaTeX writes them, so that slips in them can be undone where they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify_derivations.elaborate.notation.names import is_transpose
from verify_derivations.elaborate.notation.tables import TRANSPOSES
from verify_derivations.parse.tree import (
    Accent,
    Digits,
    Fenced,
    Letter,
    Node,
    Product,
    Scripts,
    Text,
    children,
)
from verify_derivations.term.arrays.shape_slips import SHAPE_SLIPS

BY_ROWS_AND_COLUMNS = frozenset(("", "."))
"""The signs of a product of matrices: nothing, or a dot."""


class Written:
    """A notation of `shape_slips`: its nodes are those of a notation tree, and new ones made of these.

    Args:
        latex: the text in which the nodes have their offsets.
    """

    def __init__(self, latex: str) -> None:
        self.latex = latex
        used = (sign for sign in sorted(TRANSPOSES, key=len, reverse=True) if f"^{sign}" in latex)
        braced = (sign for sign in sorted(TRANSPOSES) if f"^{{{sign}}}" in latex)
        self.sign = next(used, "") or next(braced, "") or "T"
        self.made: dict[int, tuple[Node, str]] = {}
        """The LaTeX of the nodes that are not in the text; they are kept, so that no id comes twice."""

    def text(self, node: Node) -> str:
        """The LaTeX of a node."""
        return self.made[id(node)][1] if id(node) in self.made else self.latex[node.start : node.end]

    def _new(self, node: Node, text: str) -> Node:
        self.made[id(node)] = node, text
        return node

    # ---- the notation ------------------------------------------------------------------------------
    def is_operand(self, node: Node) -> bool:
        return isinstance(node, Letter | Scripts | Accent | Fenced | Text) and not (
            isinstance(node, Scripts) and node.sup is not None
        )

    def transposed(self, node: Node) -> Node:
        text = self.text(node)
        if not isinstance(node, Letter | Scripts | Fenced | Accent):
            text = f"({text})"
        sup = Letter(self.sign, node.end, node.end)
        made = Scripts(node, None, sup, 0, node.start, node.end)
        return self._new(made, f"{text}^{{{self.sign}}}" if "{" in self.sign else f"{text}^{self.sign}")

    def untransposed(self, node: Node) -> Node | None:
        if not (isinstance(node, Scripts) and is_transpose(node.sup)):
            return None
        base = self.text(node.base)
        if isinstance(node.base, Fenced) and isinstance(node.base.body, Letter):
            base = self.text(node.base.body)
        sub = "" if node.sub is None else self.text(node.sub)
        text = base if not sub else f"{base}_{sub}" if len(sub) == 1 else f"{base}_{{{sub}}}"
        return self._new(Scripts(node.base, node.sub, None, 0, node.start, node.end), text)

    def factors(self, node: Node) -> Sequence[Node]:
        if isinstance(node, Product) and all(sign in BY_ROWS_AND_COLUMNS for sign, _ in node.parts):
            return [part for _, part in node.parts]
        return []

    def product(self, factors: Sequence[Node]) -> Node:
        text = " ".join(map(self.text, factors))
        made = Product(tuple(("", factor) for factor in factors), factors[0].start, factors[0].end)
        return self._new(made, text)

    def entrywise_factors(self, node: Node) -> Sequence[Node]:
        if isinstance(node, Product) and {sign for sign, _ in node.parts[1:]} == {"odot"}:
            return [part for _, part in node.parts]
        return []

    def by_entries(self, left: Node, right: Node) -> Node:
        text = f"{self.text(left)} \\odot {self.text(right)}"
        return self._new(Product((("", left), ("odot", right)), left.start, left.end), text)


def slips(latex: str, root: Node) -> Iterator[tuple[str, int, int, str]]:
    """Each edit of a side: what was wrong, from where to where it is printed, and the LaTeX that is meant.

    Args:
        latex: the text in which the tree has its offsets.
        root: the side.
    """
    notation = Written(latex)
    places = list(_operands(root))
    for name, change in SHAPE_SLIPS:
        for node in places:
            for meant in change(notation, node):
                yield name, node.start, node.end, notation.text(meant)  # type: ignore[arg-type]  # a Node


def _operands(root: Node) -> Iterator[Node]:
    """What may be an array: not what stands in scripts, and no functions."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Digits):
            continue
        below = [node.base] if isinstance(node, Scripts) else list(children(node))
        if isinstance(node, Scripts) and isinstance(node.base, Letter | Text | Accent):
            continue
        stack.extend(reversed(below))


__all__ = ["Written", "slips"]
