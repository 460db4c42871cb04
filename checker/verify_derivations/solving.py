"""Steps in which equations are solved: `implies` and `equivalent` in a claim file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import sympy

from verify_derivations.given import relation_of
from verify_derivations.kernel.claims.relations import EQUIVALENT, IMPLIES
from verify_derivations.model import Claim, Context
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.piecewise import All, Comparison


class Solving(ABC):
    """What a derivation can say of conditions; a condition is a relation, `And(...)` or `Or(...)` of such.

    The keyword arguments `told` are those of `claim`: ref, tex, line, because, note, expect, wrong.
    """

    @abstractmethod
    def _term(self, expression: Any) -> Term:
        """A SymPy expression as a term."""

    @abstractmethod
    def _context(self) -> Context:
        """What is in force."""

    @abstractmethod
    def _claim(self, claim: Claim, **told: Any) -> None:
        """A claim, as a step."""

    def implies(self, first: Any, second: Any, **told: Any) -> None:
        """Wherever the first condition holds, the second one does: no solution is lost.

        `implies(Eq(x, y), Eq(x**2, y**2))`. A condition holds where its sides are defined and so related.
        """
        self._conditions(first, IMPLIES, second, told)

    def equivalent(self, first: Any, second: Any, **told: Any) -> None:
        """Both conditions hold at the same points: no solution is lost, and none is gained.

        `equivalent(Eq(x**2, 4), Or(Eq(x, 2), Eq(x, -2)))`.
        """
        self._conditions(first, EQUIVALENT, second, told)

    def _conditions(self, first: Any, relation: str, second: Any, told: dict[str, Any]) -> None:
        self._claim(Claim(self._condition(first), relation, self._condition(second), self._context()), **told)

    def _condition(self, given: Any) -> Term:
        if isinstance(given, sympy.And | tuple | list):
            return All(self._comparisons(given))
        if isinstance(given, sympy.Or):
            return AnyOf(self._comparisons(given))
        return self._comparison(given)

    def _comparisons(self, given: Any) -> list[Comparison]:
        parts = given if isinstance(given, tuple | list) else sorted(given.args, key=str)
        return [self._comparison(part) for part in parts]

    def _comparison(self, given: Any) -> Comparison:
        lhs, sign, rhs = relation_of(given)
        return Comparison(self._term(lhs), sign, self._term(rhs))


__all__ = ["Solving"]
