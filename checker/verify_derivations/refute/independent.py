"""A second look at a proved claim about arrays: both sides as written, derivatives as difference quotients.

It shares nothing with what a proof rests on: no definition is put in, no derivative is carried out by rules,
no sum is rearranged. It never decides anything; where it disagrees with a proof, the software has a mistake,
and nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from flint import arb, arb_mat

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import TermError
from verify_derivations.model import Claim, Definition
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Binder,
    Delta,
    Derivative,
    Determinant,
    Entry,
    Family,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute

PRECISION = 640
STEP = Fraction(1, 2**100)
"""The error of a difference quotient is about the square of the step."""

TOLERANCE = Fraction(1, 2**80)
"""Nested quotients lose digits; what differs by less than this agrees."""

Place = tuple[str, tuple[int, ...]]
"""A quantity: a symbol (no indices), or an entry of an array."""


def disagrees(claim: Claim, seen: Counterexample) -> bool:
    """The sides of the claim, evaluated as written, differ at a point at which a proof says they agree.

    A side that cannot be evaluated so says nothing.
    """
    set_precision(PRECISION)
    known: dict[Place, Ball] = {(name, ()): exact(real) for name, (real, _) in seen.point}
    known.update({(name, indices): exact(value) for name, indices, value in seen.entries})
    definitions = {_name(d): d for d in claim.context.definitions}
    try:
        look = _Look(known, definitions, dict(seen.functions))
        lhs, rhs = look.value(claim.lhs), look.value(claim.rhs)
    except (Undefined, TermError, ArithmeticError, RecursionError):
        return False
    return bool(abs(lhs - rhs) > (1 + abs(lhs) + abs(rhs)) * exact(TOLERANCE))


def _name(definition: Definition) -> str:
    head = definition.head
    return head.array if isinstance(head, Entry) else head.name if isinstance(head, Symbol) else ""


class _Look:
    """The values of quantities, some of them moved a little, and what the others are defined to be.

    These do not change while it looks, so neither does the value of a term: each is computed once.
    """

    def __init__(
        self, known: Mapping[Place, Ball], definitions: Mapping[str, Definition], functions: Mapping[str, Any]
    ) -> None:
        self.known, self.definitions, self.functions = dict(known), definitions, functions
        self.seen: dict[Term, Ball] = {}
        self.inverses: dict[Term, tuple[Any, list[tuple[int, ...]]]] = {}

    def value(self, term: Term) -> Ball:
        """The ball of a term as written."""
        found = self.seen.get(term)
        if found is None:
            found = self.seen[term] = self._value(term)
        return found

    def _value(self, term: Term) -> Ball:
        match term:
            case Symbol(name):
                return self._quantity((name, ()))
            case Entry(name, indices):
                return self._quantity((name, tuple(self._index(i) for i in indices)))
            case Add(terms):
                return sum((self.value(t) for t in terms), arb(0))
            case Mul(factors):
                out = arb(1)
                for factor in factors:
                    out = out * self.value(factor)
                return out
            case Apply() | Pow():
                return self._applied(term)
            case Delta(left, right):
                return arb(int(self._index(left) == self._index(right)))
            case Sum() | Product():
                return self._over(term)
            case Derivative(body, variable, order):
                return self._slope(body, variable, order)
            case Determinant(matrix):
                return self._rows(matrix)[0].det()
            case InverseEntry(matrix, row, column):
                rows, side = self._inverse(matrix)
                places = [side.index(tuple(self._index(i) for i in part)) for part in (row, column)]
                return rows[places[0], places[1]]
        return Evaluation({}).value(term)

    def _index(self, index: Term) -> int:
        value = self.value(index)
        if not value.is_integer():
            raise Undefined(index)
        return int(value.mid().fmpq().p)

    def _quantity(self, place: Place) -> Ball:
        """A value that is known, or that of the definition."""
        if place not in self.known:
            name, indices = place
            definition = self.definitions.get(name)
            if definition is None:
                raise TermError(f"{name} has no value")
            names = [i.name for i in definition.head.children if isinstance(i, Symbol)]
            body = substitute(definition.body, dict(zip(names, map(Number, indices), strict=True)))
            self.known[place] = self.value(body)
        return self.known[place]

    def _applied(self, term: Apply | Pow) -> Ball:
        """A function or a power of values."""
        values = {f"argument {k}": self.value(child) for k, child in enumerate(term.children)}
        names = [Symbol(name) for name in values]
        if isinstance(term, Pow):
            exponent = term.exponent if isinstance(term.exponent, Number) else names[1]
            return Evaluation(values).value(Pow(names[0], exponent))
        return Evaluation(values, None, self.functions).value(Apply(term.function, names))

    def _over(self, term: Binder) -> Ball:
        out = arb(0) if isinstance(term, Sum) else arb(1)
        for k in range(self._index(term.lower), self._index(term.upper) + 1):
            value = self.value(instantiate_bound(term.body, Number(k)))
            out = out + value if isinstance(term, Sum) else out * value
        return out

    def _inverse(self, matrix: Term) -> tuple[Any, list[tuple[int, ...]]]:
        """The inverse of a square matrix, computed once for all its entries, and the indices of its rows."""
        found = self.inverses.get(matrix)
        if found is None:
            rows, side = self._rows(matrix)
            found = self.inverses[matrix] = rows.inv(), side
        return found

    def _rows(self, matrix: Term) -> tuple[Any, list[tuple[int, ...]]]:
        """A square matrix of values, and the indices of its rows."""
        ranges, inner = [], matrix
        while isinstance(inner, Family):
            ranges.append(range(1, self._index(inner.upper) + 1))
            inner = instantiate_bound(inner.body, Number(1))
        side = list(product(*ranges[: len(ranges) // 2]))

        def member(indices: tuple[int, ...]) -> Term:
            found = matrix
            for k in indices:
                if isinstance(found, Family):
                    found = instantiate_bound(found.body, Number(k))
            return found

        return arb_mat([[self.value(member((*i, *j))) for j in side] for i in side]), side

    def _slope(self, body: Term, variable: Term, order: int) -> Ball:
        """The difference quotient of a body by one quantity, which is held free."""
        indices = variable.indices if isinstance(variable, Entry) else ()
        name = variable.array if isinstance(variable, Entry) else getattr(variable, "name", "")
        place: Place = (name, tuple(self._index(i) for i in indices))
        if order > 1:
            body = Derivative(body, variable, order - 1)
        here, step = self._quantity(place), exact(STEP)
        fixed = {p: value for p, value in self.known.items() if p[0] not in self.definitions}
        if name in self.definitions:  # the others of its entries stay as they are
            fixed.update({p: value for p, value in self.known.items() if p[0] == name})
        values = [
            _Look({**fixed, place: here + sign * step}, self.definitions, self.functions).value(body)
            for sign in (1, -1)
        ]
        return (values[0] - values[1]) / (2 * step)
