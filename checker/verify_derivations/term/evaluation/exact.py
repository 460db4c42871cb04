"""Exact rational evaluation, where a value is rational because it is built so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Binder,
    Delta,
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
from verify_derivations.term.syntax.substitute import instantiate_bound

LARGEST_POWER = 512
LONGEST = 64
"""Longer sums, and larger matrices, are not evaluated exactly."""

Entries = Mapping[tuple[str, tuple[int, ...]], Fraction]


def rational_value(
    term: Term, values: Mapping[str, Fraction], entries: Entries | None = None
) -> Fraction | None:
    """The value of a term at a rational point, if it can be given as a rational number; else None.

    Args:
        term: the term.
        values: a number for every symbol.
        entries: a number for every entry of every array.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> rational_value(parse_plain("x**2/(1 + y)"), {"x": Fraction(1, 2), "y": Fraction(3)})
    Fraction(1, 16)
    """
    return _Exact(values, entries or {}).value(term)


def rational_values(
    values: Mapping[str, Fraction], entries: Entries | None = None
) -> Callable[[Term], Fraction | None]:
    """The same for many terms at one point, which nobody changes: what they share is computed once.

    Args:
        values: a number for every symbol.
        entries: a number for every entry of every array.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> value = rational_values({"x": Fraction(1, 2)})
    >>> value(parse_plain("x**2")), value(parse_plain("1/x**2")), value(parse_plain("exp(x)"))
    (Fraction(1, 4), Fraction(4, 1), None)
    """
    return _Exact(values, entries or {}).value


Rows = tuple[list[list[Fraction]], list[tuple[int, ...]]]
"""The entries of a square matrix, and the indices of its rows."""


class _Exact:
    """One point, and what was found out about terms at it."""

    def __init__(self, values: Mapping[str, Fraction], entries: Entries) -> None:
        self.values, self.entries = values, entries
        self.known: dict[Term, Fraction | None] = {}
        self.matrices: dict[Term, Rows | None] = {}

    def value(self, term: Term) -> Fraction | None:
        if term in self.known:
            return self.known[term]
        rule = RULES.get(type(term))
        found = None if rule is None else rule(self, term)
        if term.children:  # the others are looked up as fast
            self.known[term] = found
        return found

    def _add(self, term: Add) -> Fraction | None:
        total = Fraction(0)
        for part in term.terms:
            value = self.value(part)
            if value is None:
                return None
            total += value
        return total

    def _mul(self, term: Mul) -> Fraction | None:
        total = Fraction(1)
        for part in term.factors:
            value = self.value(part)
            if value is None:
                return None
            total *= value
        return total

    def _apply(self, term: Apply) -> Fraction | None:
        return _applied(term.function, self.value(term.arguments[0])) if len(term.arguments) == 1 else None

    def _entry(self, term: Entry) -> Fraction | None:
        place = [self.value(i) for i in term.indices]
        return self.entries.get((term.array, tuple(int(i) for i in place if i is not None)))

    def _determinant(self, term: Determinant) -> Fraction | None:
        found = self._rows(term.matrix)
        return None if found is None else determinant(found[0])

    def _delta(self, term: Delta) -> Fraction | None:
        left, right = self.value(term.left), self.value(term.right)
        return None if left is None or right is None else Fraction(int(left == right))

    def _sum(self, term: Sum | Product) -> Fraction | None:
        members = self._members(term)
        if members is None:
            return None
        start = Fraction(0) if isinstance(term, Sum) else Fraction(1)
        for member in members:
            value = self.value(member)
            if value is None:
                return None
            start = start + value if isinstance(term, Sum) else start * value
        return start

    def _members(self, term: Binder) -> list[Term] | None:
        lower, upper = self.value(term.lower), self.value(term.upper)
        if lower is None or upper is None or lower.denominator != 1 or upper.denominator != 1:
            return None
        if upper - lower >= LONGEST:
            return None
        return [instantiate_bound(term.body, Number(k)) for k in range(int(lower), int(upper) + 1)]

    def _rows(self, matrix: Term) -> Rows | None:
        """The entries of a square matrix given as families, and the indices of its rows."""
        if matrix not in self.matrices:
            self.matrices[matrix] = self._rows_anew(matrix)
        return self.matrices[matrix]

    def _rows_anew(self, matrix: Term) -> Rows | None:
        ranges: list[range] = []
        inner = matrix
        while isinstance(inner, Family):
            members = self._members(inner)
            if not members:
                return None
            ranges.append(range(1, len(members) + 1))
            inner = members[0]
        side = list(product(*ranges[: len(ranges) // 2]))
        rows = [[self.value(_member(matrix, (*i, *j))) for j in side] for i in side]
        if len(side) > LONGEST or any(value is None for row in rows for value in row):
            return None
        return [[value for value in row if value is not None] for row in rows], side

    def _inverse_entry(self, term: InverseEntry) -> Fraction | None:
        found = self._rows(term.matrix)
        if found is None:
            return None
        rows, side = found
        row, column = (tuple(self.value(i) for i in part) for part in (term.row, term.column))
        places = [k for k, index in enumerate(side) if index == column]
        unit = [[Fraction(int(k in places))] for k in range(len(side))]
        solved = solution(rows, unit)
        for index, (value,) in zip(side, solved or [], strict=False):
            if index == row:
                return value
        return None


RULES: dict[type[Term], Callable[[_Exact, Any], Fraction | None]] = {
    Number: lambda e, term: term.value,
    Symbol: lambda e, term: e.values.get(term.name),
    Add: _Exact._add,
    Mul: _Exact._mul,
    Pow: lambda e, term: _power(e.value(term.base), e.value(term.exponent)),
    Apply: _Exact._apply,
    Entry: _Exact._entry,
    Delta: _Exact._delta,
    Sum: _Exact._sum,
    Product: _Exact._sum,
    Determinant: _Exact._determinant,
    InverseEntry: _Exact._inverse_entry,
}
"""The value of a term of each kind; of others none is given."""


def _member(matrix: Term, indices: tuple[int, ...]) -> Term:
    for k in indices:
        if isinstance(matrix, Family):
            matrix = instantiate_bound(matrix.body, Number(k))
    return matrix


def _applied(name: str, argument: Fraction | None) -> Fraction | None:
    if argument is None:
        return None
    if name == "Abs":
        return abs(argument)
    known = {("exp", 0): Fraction(1), ("log", 1): Fraction(0)}
    return known.get((name, int(argument))) if argument.denominator == 1 else None


def _power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or abs(exponent) > LARGEST_POWER:
        return None
    if base == 0 and exponent <= 0:
        return None
    return Fraction(base ** int(exponent))


# ---- linear algebra with fractions -----------------------------------------------------------------
def determinant(rows: list[list[Fraction]]) -> Fraction:
    """The determinant of a square matrix.

    >>> determinant([[Fraction(1), Fraction(2)], [Fraction(3), Fraction(4)]])
    Fraction(-2, 1)
    """
    out = Fraction(1)
    rows = [list(row) for row in rows]
    for k in range(len(rows)):
        pivot = next((r for r in range(k, len(rows)) if rows[r][k]), None)
        if pivot is None:
            return Fraction(0)
        if pivot != k:
            rows[k], rows[pivot], out = rows[pivot], rows[k], -out
        out *= rows[k][k]
        for r in range(k + 1, len(rows)):
            factor = rows[r][k] / rows[k][k]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k], strict=True)]
    return out


def solution(rows: list[list[Fraction]], right: list[list[Fraction]]) -> list[list[Fraction]] | None:
    """A solution X of rows X = right, with zeros where it is free; None if there is none.

    >>> solution([[Fraction(2)]], [[Fraction(1)]])
    [[Fraction(1, 2)]]
    """
    width = len(rows[0])
    table = [list(row) + list(more) for row, more in zip(rows, right, strict=True)]
    pivots: list[int] = []
    for column in range(width):
        r = len(pivots)
        pivot = next((k for k in range(r, len(table)) if table[k][column]), None)
        if pivot is None:
            continue
        table[r], table[pivot] = table[pivot], table[r]
        table[r] = [value / table[r][column] for value in table[r]]
        for k in range(len(table)):
            if k != r and table[k][column]:
                factor = table[k][column]
                table[k] = [a - factor * b for a, b in zip(table[k], table[r], strict=True)]
        pivots.append(column)
    if any(any(row[width:]) for row in table[len(pivots) :]):
        return None
    out = [[Fraction(0)] * len(right[0]) for _ in range(width)]
    for k, column in enumerate(pivots):
        out[column] = table[k][width:]
    return out
