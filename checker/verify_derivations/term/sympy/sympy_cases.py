"""SymPy's `Piecewise` and its conditions as terms, and back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import sympy

from verify_derivations.errors import TermError
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise

RELATIONS: dict[Any, str] = {
    sympy.StrictLessThan: "<",
    sympy.LessThan: "<=",
    sympy.StrictGreaterThan: ">",
    sympy.GreaterThan: ">=",
    sympy.Equality: "=",
    sympy.Unequality: "!=",
}

MOST_ALTERNATIVES = 64

Alternatives = list[tuple[Comparison, ...]]


def piecewise_from_sympy(e: Any, convert: Callable[[Any], Term]) -> Term:
    """The expression by cases.

    Raises:
        TermError: a condition is no comparison, nor built from comparisons.
    """
    values, conditions = [], []
    for value, condition in e.args:
        shown = convert(value)
        for parts in _alternatives(condition, convert):
            values.append(shown)
            conditions.append(All(parts))
    if not values:
        raise TermError(f"none of the cases can apply: {e}")
    return Piecewise(values, conditions)


def _alternatives(condition: Any, convert: Callable[[Any], Term]) -> Alternatives:
    if condition in (sympy.true, sympy.false):
        return [()] if condition == sympy.true else []
    relation = RELATIONS.get(type(condition))
    if relation is not None:
        return [(Comparison(convert(condition.lhs), relation, convert(condition.rhs)),)]
    if isinstance(condition, sympy.Or):
        return [c for part in _sorted(condition) for c in _alternatives(part, convert)]
    if isinstance(condition, sympy.And):
        parts = [_alternatives(part, convert) for part in _sorted(condition)]
        found = [tuple(c for conjunction in choice for c in conjunction) for choice in product(*parts)]
        if len(found) <= MOST_ALTERNATIVES:
            return found
    if isinstance(condition, sympy.Not):
        return _negated(_alternatives(condition.args[0], convert))
    raise TermError(f"this is no comparison, nor a combination of a few: {condition}")


def _negated(alternatives: Alternatives) -> Alternatives:
    return [tuple(c.negated for c in choice) for choice in product(*alternatives)]


def _sorted(condition: Any) -> list[Any]:
    """The parts in an order that does not depend on hashes."""
    return sorted(condition.args, key=sympy.default_sort_key)


def piecewise_to_sympy(term: Piecewise, convert: Callable[[Term], Any]) -> Any:
    """SymPy's expression for a term by cases."""
    classes = {sign: kind for kind, sign in RELATIONS.items()}

    def condition(parts: tuple[Comparison, ...]) -> Any:
        made = [classes[p.relation](convert(p.left), convert(p.right)) for p in parts]
        return sympy.And(*made)

    pairs = zip(term.values, term.conditions, strict=True)
    return sympy.Piecewise(*((convert(value), condition(c.parts)) for value, c in pairs))


__all__ = ["piecewise_from_sympy", "piecewise_to_sympy"]
