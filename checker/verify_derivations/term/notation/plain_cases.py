"""`Piecewise((e, condition), ..., (e, True))` in the plain notation.

A condition is a comparison, a chain of them, `And`, `Or` or `Not` of conditions, or `True`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from verify_derivations.errors import TermError
from verify_derivations.term.notation.plain_syntax import Node
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise

MOST_ALTERNATIVES = 64

Alternatives = list[tuple[Comparison, ...]]
"""Conjunctions one of which has to hold; none of them at all is false."""

WANTED = "a case is written (expression, condition), with a comparison or True as its condition"


def piecewise(node: Node, read: Callable[[Node], Term]) -> Term:
    """The expression by cases that a call stands for.

    Args:
        node: the call of `Piecewise`.
        read: what reads an expression.

    Raises:
        TermError: it is not of that form.
    """
    if not node.parts:
        raise TermError(f"column {node.at}: {WANTED}")
    values, conditions = [], []
    for case in node.parts:
        if case.kind != "tuple" or len(case.parts) != 2:
            raise TermError(f"column {case.at}: {WANTED}")
        value = read(case.parts[0])
        for parts in _alternatives(case.parts[1], read):
            values.append(value)
            conditions.append(All(parts))
    if not values:
        raise TermError(f"column {node.at}: none of the cases can apply")
    return Piecewise(values, conditions)


def _alternatives(node: Node, read: Callable[[Node], Term]) -> Alternatives:
    if node.kind == "name" and node.value in ("True", "False"):
        return [()] if node.value == "True" else []
    if node.kind == "compare":
        sides = [read(part) for part in node.parts]
        signs = tuple(str(sign) for sign in node.value)  # type: ignore[union-attr]  # of a comparison
        return [tuple(Comparison(a, sign, b) for a, sign, b in zip(sides, signs, sides[1:], strict=False))]
    if node.kind == "call" and node.value in CONNECTED:
        return CONNECTED[str(node.value)]([_alternatives(part, read) for part in node.parts], node.at)
    raise TermError(f"column {node.at}: {WANTED}")


def _and(parts: list[Alternatives], at: int) -> Alternatives:
    found = [tuple(c for conjunction in choice for c in conjunction) for choice in product(*parts)]
    if len(found) > MOST_ALTERNATIVES:
        raise TermError(f"column {at}: the condition has too many alternatives")
    return found


def _or(parts: list[Alternatives], at: int) -> Alternatives:
    return [conjunction for part in parts for conjunction in part]


def _not(parts: list[Alternatives], at: int) -> Alternatives:
    if len(parts) != 1:
        raise TermError(f"column {at}: Not takes one condition")
    return _and([[(comparison.negated,) for comparison in conjunction] for conjunction in parts[0]], at)


CONNECTED: dict[str, Callable[[list[Alternatives], int], Alternatives]] = {
    "And": _and,
    "Or": _or,
    "Not": _not,
}

__all__ = ["piecewise"]
