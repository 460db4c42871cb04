"""Conditions in the plain notation: comparisons that hold together, or one of which holds."""

from __future__ import annotations

from collections.abc import Collection

from verify_derivations.errors import TermError
from verify_derivations.term.notation.plain import Reading
from verify_derivations.term.notation.plain_syntax import Node, parse_condition
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import All, Comparison


def read_condition(text: str, functions: Collection[str] = ()) -> Term:
    """Read a comparison, a chain of them, or several with `and` or `or` between them.

    Raises:
        TermError: the text is no such condition.

    >>> type(read_condition("x = 2 or x = -2")).__name__, len(read_condition("0 < x < 1").parts)
    ('AnyOf', 2)
    """
    node = parse_condition(text)
    reading = Reading(functions)
    if node.kind == "or":
        return AnyOf(_one(reading, part) for part in node.parts)
    parts = [c for part in (node.parts if node.kind == "and" else (node,)) for c in _all(reading, part)]
    return parts[0] if len(parts) == 1 else All(parts)


def _one(reading: Reading, node: Node) -> Comparison:
    found = _all(reading, node)
    if len(found) > 1:
        raise TermError(f"column {node.at}: one of several conditions is a single comparison")
    return found[0]


def _all(reading: Reading, node: Node) -> list[Comparison]:
    """The comparisons of a chain."""
    if node.kind != "compare":
        raise TermError(f'column {node.at}: a condition is a comparison, as x**2 = 4 (and "at least" is >=)')
    sides = [reading.term(part) for part in node.parts]
    signs = [str(sign) for sign in node.value]  # type: ignore[union-attr]  # of a comparison
    return [Comparison(a, sign, b) for a, sign, b in zip(sides, signs, sides[1:], strict=False)]


__all__ = ["read_condition"]
