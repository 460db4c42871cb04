"""Expressions by cases: the value of the first case whose condition holds.

A condition is a conjunction of comparisons of real numbers; an alternative (`Or`) is written as two cases
with one value. Where no condition holds there is no value. A case says nothing about points at which it
does not apply: `Piecewise((1/x, x != 0), (0, True))` is defined at 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from verify_derivations.term.syntax.nodes import Term, _intern

NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
"""What holds where a comparison of two real numbers does not."""


class Comparison(Term):
    """`left relation right`, a truth value; stands only in the conditions of a `Piecewise`."""

    __slots__ = ("left", "relation", "right")
    __match_args__ = ("left", "relation", "right")
    left: Term
    relation: str
    right: Term

    def __new__(cls, left: Term, relation: str, right: Term) -> Comparison:
        return _intern(cls, (left, relation, right), (left, right))

    @property
    def negated(self) -> Comparison:
        """What holds where this does not."""
        return Comparison(self.left, NEGATED[self.relation], self.right)


class All(Term):
    """A conjunction of comparisons; without any, it is true."""

    __slots__ = ("parts",)
    __match_args__ = ("parts",)
    parts: tuple[Comparison, ...]

    def __new__(cls, parts: Iterable[Term]) -> All:
        parts = tuple(parts)
        return _intern(cls, (parts,), parts)


class Piecewise(Term):
    """The first of `values` whose condition (an `All`) holds."""

    __slots__ = ("conditions", "values")
    __match_args__ = ("values", "conditions")
    values: tuple[Term, ...]
    conditions: tuple[All, ...]

    def __new__(cls, values: Iterable[Term], conditions: Iterable[Term]) -> Piecewise:
        values, conditions = tuple(values), tuple(conditions)
        return _intern(cls, (values, conditions), (*values, *conditions))


TRUE = All(())

Region = tuple[Comparison, ...]

MOST_REGIONS = 64
"""Expressions with more regions than this are not taken apart."""


def failures(condition: All) -> tuple[Comparison, ...]:
    """Comparisons one of which holds where the condition does not."""
    return tuple(part.negated for part in condition.parts)


def regions(term: Piecewise) -> list[tuple[Term, Region]] | None:
    """Values, each with comparisons under which it is the value; together they hold wherever there is one.

    None if there are more than MOST_REGIONS.
    """
    found: list[tuple[Term, Region]] = []
    for k, (value, condition) in enumerate(zip(term.values, term.conditions, strict=True)):
        for failed in product(*(failures(earlier) for earlier in term.conditions[:k])):
            found.append((value, (*failed, *condition.parts)))
            if len(found) > MOST_REGIONS:
                return None
    return found
