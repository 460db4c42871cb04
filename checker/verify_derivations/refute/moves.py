"""Entries moved so that a statement is defined: a logarithm's argument, a determinant positive.

An instance is drawn without a look at what the statement requires. Where a requirement fails there, an array
that occurs in it is changed by a simple move; the one that leaves the fewest requirements unmet is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import product

from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.instances import ranges
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.evaluation.exact import rational_value, rational_values
from verify_derivations.term.syntax.nodes import Entry, InverseEntry, Number, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import subterms

Place = tuple[str, tuple[int, ...]]
Values = Mapping[str, Fraction]
Entries = Mapping[Place, Fraction]

MOST_MOVES = 3
"""So many moves are made one after the other."""

MOST_MEMBERS = 24
"""A requirement under indices is looked at for so many of their values."""

MET: dict[str, Callable[[Fraction], bool]] = {
    "> 0": lambda value: value > 0,
    ">= 0": lambda value: value >= 0,
}
"""What is looked at: that a random number is 0, or a pole, is rare enough."""


def defined_there(s: Statement, values: Values, entries: Entries) -> dict[Place, Fraction]:
    """The entries, moved so that as many requirements as possible hold."""
    found = dict(entries)
    if any(relation == "=" for _, relation, _ in s.assumed):
        return found  # what makes an assumed equation true is not touched
    unmet = _unmet(s, values, found)
    for _ in range(MOST_MOVES):
        if not unmet:
            break
        better, left = found, unmet
        for moved in _moved(s, values, found, unmet):
            still = _unmet(s, values, moved, most=len(left))
            if len(still) < len(left):  # of those that leave as many the first is taken
                better, left = moved, still
            if not left:
                break
        if left is unmet:
            break
        found, unmet = better, left
    return found


def _unmet(s: Statement, values: Values, entries: Entries, most: int | None = None) -> list[Term]:
    """What surely does not hold, of the signs that the statement requires; `most` of these are enough."""
    out, value_of = list[Term](), rational_values(values, entries)
    for requirement in s.required:
        if requirement.relation not in MET or _is_heavy(requirement.term):
            continue
        for term in _members(requirement, values):
            value = value_of(term)
            if value is not None and not MET[requirement.relation](value):
                out.append(term)
                if len(out) == most:
                    return out
    return out


@lru_cache(maxsize=256)
def _is_heavy(term: Term) -> bool:
    """Inverses within inverses take long to be computed exactly."""
    return any(
        isinstance(inner, InverseEntry)
        for outer in subterms(term)
        if isinstance(outer, InverseEntry)
        for inner in subterms(outer.matrix)
    )


def _members(requirement: Requirement, values: Values) -> Iterator[Term]:
    """The required term for every value of the indices that it stands under."""
    terms = [(requirement.term, requirement.ranges)]
    while terms:
        term, around = terms.pop()
        if not around:
            yield term
            continue
        (first, *rest) = around
        lower, upper = rational_value(first.lower, values), rational_value(first.upper, values)
        if not first.whole or lower is None or upper is None or upper - lower > MOST_MEMBERS:
            continue
        for k in range(int(lower), int(upper) + 1):
            terms.append((substitute(term, {first.name: Number(k)}), tuple(rest)))


def _moved(
    s: Statement, values: Values, entries: Entries, unmet: list[Term]
) -> Iterator[dict[Place, Fraction]]:
    """Every simple move of every array that occurs in what is not met."""
    names = {t.array for t in subterms(*unmet) if isinstance(t, Entry)}
    for name in sorted(names & s.arrays.keys()):
        declaration = s.arrays[name]
        if declaration.assumed and declaration.assumed != ("sym",) and declaration.assumed != ("inv",):
            continue
        for move in MOVES:
            new = {place: move(place, entries[name, place]) for place in _places(declaration, values)}
            if all(value in declaration.entries for value in new.values()):
                if "sym" in declaration.assumed and any(new[i[::-1]] != value for i, value in new.items()):
                    continue
                yield {**entries, **{(name, place): value for place, value in new.items()}}


def _places(declaration: ArrayDeclaration, values: Values) -> list[tuple[int, ...]]:
    return list(product(*ranges(declaration, values)))


MOVES: tuple[Callable[[tuple[int, ...], Fraction], Fraction], ...] = (
    lambda place, value: -value if place[0] == 1 else value,
    lambda place, value: -value,
    lambda place, value: abs(value),
    lambda place, value: 4 * value,
    lambda place, value: value + 8 if len(set(place)) == 1 and len(place) > 1 else value,
    lambda place, value: value + 8 * (-1) ** (place[0] == 1) if len(set(place)) == 1 < len(place) else value,
)
"""What may be done with every entry of an array, given its place: a row's sign, the sign, the size, the
diagonal."""

__all__ = ["defined_there"]
