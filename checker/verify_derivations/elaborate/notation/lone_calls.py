r"""Names right before brackets: letters of functions, which formulas print alone, p(x), and factors."""

from __future__ import annotations

from itertools import pairwise

from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, quantity
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Fenced, Listing, Node, Product, Separator, nodes


@remembered
def lone_call(root: Node) -> str | None:
    r"""The name that a formula writes as a function, where the formula is nothing else.

    Args:
        root: the formula.

    >>> from verify_derivations.parse import parse
    >>> [lone_call(parse(latex).root) for latex in (r"\pi(s)", "u(x, y)", "n(n + 1)", "a(b)c", "f")]
    ['\\pi', 'u', None, None, None]
    """
    root = plain(root)
    if not isinstance(root, Product) or len(root.parts) != 2 or root.parts[1][0]:
        return None
    name, brackets = quantity(plain(root.parts[0][1])), plain(root.parts[1][1])
    if name is None or not isinstance(brackets, Fenced) or brackets.left != "(":
        return None
    inside = plain(brackets.body)
    items = inside.items if isinstance(inside, Listing) else (inside,)
    letters = [quantity(plain(item)) for item in items if not isinstance(item, Separator)]
    return name if all(letter is not None and letter != name for letter in letters) else None


@remembered
def before_brackets(root: Node) -> frozenset[str]:
    """The names right before brackets in which they do not stand, as the p of p(1 - p) does.

    Args:
        root: the formula.

    >>> from verify_derivations.parse import parse
    >>> sorted(before_brackets(parse("p(1 - p) + a(2t) + b + (c)").root))
    ['a']
    """
    found = set[str]()
    for node in nodes(root):
        parts = node.parts if isinstance(node, Product) else ()
        for (_, part), (sign, brackets) in pairwise(parts):
            name, fenced = quantity(plain(part)), plain(brackets)
            if name is not None and not sign and isinstance(fenced, Fenced) and name not in names_in(fenced):
                found.add(name)
    return frozenset(found)


__all__ = ["before_brackets", "lone_call"]
