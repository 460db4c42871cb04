"""Values of functions in what is assumed, y(0) = 1: nobody writes the product of y and a number so."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from verify_derivations.elaborate.notation.names import plain, quantity
from verify_derivations.elaborate.notation.usage import in_brackets
from verify_derivations.model import Alternative
from verify_derivations.parse.tree import Digits, Node, Product, Sum, nodes
from verify_derivations.term.syntax.nodes import Apply, Term
from verify_derivations.term.syntax.traverse import subterms


def read_as_factor(roots: Iterable[Node], terms: Iterable[Term]) -> str | None:
    """The name right before a printed number in brackets that was read as a factor; None if there is none.

    Args:
        roots: what is assumed, as notation.
        terms: the same as it was read.

    >>> from verify_derivations.parse import parse
    >>> from verify_derivations.term.syntax.nodes import Number, Symbol
    >>> [read_as_factor([parse(one).root], [Symbol("y")]) for one in ("y(0)", "y(t)")]
    ['y', None]
    >>> read_as_factor([parse("y(0)").root], [Apply("y", (Number(0),))]) is None
    True
    """
    called = {part.function for term in terms for part in subterms(term) if isinstance(part, Apply)}
    for node in (node for root in roots for node in nodes(root) if isinstance(node, Product)):
        for (_, left), (sign, right) in pairwise(node.parts):
            name = quantity(left)
            if name is not None and sign == "" and _is_number(right) and name not in called:
                return name
    return None


def _is_number(node: Node) -> bool:
    """A printed number in round brackets, with a sign perhaps."""
    brackets = in_brackets(node)
    if brackets is not node or brackets.left != "(":
        return False
    body = plain(brackets.body)
    if isinstance(body, Sum) and len(body.parts) == 1:
        body = plain(body.parts[0][1])
    return isinstance(body, Digits)


def values_unread(names: Iterable[str]) -> Iterable[Alternative]:
    """What is assumed of values of functions holds, though it was not taken in."""
    for name in sorted(names):
        words = f"what is assumed of the values of {name} holds"
        yield Alternative(words, f"function ${name}$", covered=True)


__all__ = ["read_as_factor", "values_unread"]
