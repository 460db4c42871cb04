"""Entries moved so that assumed equations between arrays hold exactly: unit vectors, then linear systems."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.evaluation.exact import rational_value, solution
from verify_derivations.term.syntax.nodes import Entry, Family, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import subterms

Values = dict[str, Fraction]
Entries = dict[tuple[str, tuple[int, ...]], Fraction]
Unknown = tuple[tuple[str, tuple[int, ...]], ...]
"""Entries that have one value in common (in a symmetric matrix two); a number has no indices."""


def constrained(s: Statement, values: Values, entries: Entries) -> tuple[Values, Entries] | None:
    """Values and entries at which the assumed equations hold; None where that fails.

    Equations are made true one after the other, those with the fewest quantities first; what stands in an
    earlier one is not touched again.
    """
    equations = [(_names(s, lhs, rhs), lhs, rhs) for lhs, relation, rhs in s.assumed if relation == "="]
    fixed: set[str] = set(s.indices) | {n for n in values if _is_size(s, n)}
    point = _Point(s, dict(values), dict(entries))
    while equations:
        equations.sort(key=lambda e: (len(e[0] - fixed), len(e[0])))
        names, lhs, rhs = equations.pop(0)
        members = point.members(lhs, rhs)
        if members is None:
            return None
        if not point.all_zero(members) and not point.fit(members, sorted(names - fixed)):
            return None
        fixed |= names
    return point.values, point.entries


def _names(s: Statement, *terms: Term) -> set[str]:
    """The arrays and numbers of an equation."""
    found = {t.array for t in subterms(*terms) if isinstance(t, Entry)}
    return found | {t.name for t in subterms(*terms) if isinstance(t, Symbol) and not _is_size(s, t.name)}


def _is_size(s: Statement, name: str) -> bool:
    sizes = [*s.indices.values(), *(size for a in s.arrays.values() for size in a.shape)]
    return any(isinstance(size, Symbol) and size.name == name for size in sizes)


class _Point:
    """The values so far."""

    def __init__(self, s: Statement, values: Values, entries: Entries) -> None:
        self.s, self.values, self.entries = s, values, entries

    def members(self, lhs: Term, rhs: Term) -> list[tuple[Term, Term]] | None:
        """The equations between numbers that an equation between families stands for."""
        if not (isinstance(lhs, Family) and isinstance(rhs, Family)):
            return [(lhs, rhs)]
        upper = rational_value(lhs.upper, self.values)
        if upper is None:
            return None
        out = []
        for k in range(1, int(upper) + 1):
            sides = (instantiate_bound(side.body, Number(k)) for side in (lhs, rhs))
            found = self.members(*sides)
            if found is None:
                return None
            out += found
        return out

    def residual(self, member: tuple[Term, Term]) -> Fraction | None:
        left, right = (rational_value(side, self.values, self.entries) for side in member)
        return None if left is None or right is None else left - right

    def all_zero(self, members: list[tuple[Term, Term]]) -> bool:
        return all(self.residual(member) == 0 for member in members)

    def fit(self, members: list[tuple[Term, Term]], names: list[str]) -> bool:
        """Change one of the named quantities so that the equations hold."""
        for name in sorted(names, key=lambda n: (-len(self._unknowns(n)), n)):
            before = dict(self.values), dict(self.entries)
            if self._linear(members, self._unknowns(name)) or self._unit(members, name):
                return True
            self.values, self.entries = before
        return False

    def _unknowns(self, name: str) -> list[Unknown]:
        declaration = self.s.arrays.get(name)
        if declaration is None:
            return [((name, ()),)]
        symmetric = bool({"sym", "spd"} & set(declaration.assumed))
        found: dict[tuple[int, ...], Unknown] = {}
        for array, indices in self.entries:
            if array == name:
                place = tuple(sorted(indices)) if symmetric else indices
                found[place] = (*found.get(place, ()), (array, indices))
        return list(found.values())

    def _put(self, unknown: Unknown, value: Fraction) -> None:
        for name, indices in unknown:
            if indices:
                self.entries[name, indices] = value
            else:
                self.values[name] = value

    def _linear(self, members: list[tuple[Term, Term]], unknowns: list[Unknown]) -> bool:
        """Solve the equations for the unknowns, if they are linear in them."""
        for unknown in unknowns:
            self._put(unknown, Fraction(0))
        constant = [self.residual(m) for m in members]
        columns = []
        for unknown in unknowns:
            self._put(unknown, Fraction(1))
            columns.append([self.residual(m) for m in members])
            self._put(unknown, Fraction(0))
        if any(v is None for column in (constant, *columns) for v in column):
            return False
        known = [v for v in constant if v is not None]
        rows = [[(c[k] or Fraction(0)) - known[k] for c in columns] for k in range(len(members))]
        wanted = [[-value] for value in known]
        spread = self._particular(rows, wanted)
        if spread is None:
            return False
        for unknown, value in zip(unknowns, spread, strict=True):
            self._put(unknown, value)
        return self.all_zero(members) and self._in_domain(unknowns)

    def _particular(self, rows: list[list[Fraction]], wanted: list[list[Fraction]]) -> list[Fraction] | None:
        """A solution whose free unknowns are not all zero: 1, -2, 3, ... where nothing is asked of them."""
        guess = [Fraction((-1) ** k * (k + 1)) for k in range(len(rows[0]))]
        moved = [
            [w[0] - sum((a * g for a, g in zip(row, guess, strict=True)), Fraction(0))]
            for row, w in zip(rows, wanted, strict=True)
        ]
        found = solution(rows, moved)
        return None if found is None else [g + x[0] for g, x in zip(guess, found, strict=True)]

    def _in_domain(self, unknowns: list[Unknown]) -> bool:
        for unknown in unknowns:
            name, indices = unknown[0]
            value = self.entries[name, indices] if indices else self.values[name]
            domain = self.s.arrays[name].entries if indices else self.s.domains[name]
            if value not in domain:
                return False
        return True

    def _unit(self, members: list[tuple[Term, Term]], name: str) -> bool:
        """A rational vector of length 1 (stereographic projection), if that is what is asked."""
        unknowns = self._unknowns(name)
        parameters = [Fraction(1, k + 2) for k in range(len(unknowns) - 1)]
        square = sum((t * t for t in parameters), Fraction(0))
        vector = [2 * t / (square + 1) for t in parameters] + [(square - 1) / (square + 1)]
        for unknown, value in zip(unknowns, vector, strict=True):
            self._put(unknown, value)
        return self.all_zero(members) and self._in_domain(unknowns)


__all__ = ["constrained"]
