"""Points next to where hypotheses end, and points at which symbols are equal.

With `x <= pi` assumed a claim may fail just below pi only; what is strict elsewhere may be an equation there.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify_derivations.certificate import Point
from verify_derivations.errors import TermError
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.refute.points import points
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined, exact
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Term
from verify_derivations.term.syntax.traverse import free_symbols

BASES = 3
"""From so many points one symbol at a time is moved."""

FINENESS = (8, 64, 4096)
"""The numbers tried are multiples of one over these, on either side of an end."""


def edge_points(s: Statement) -> Iterator[Point]:
    """Points at which one symbol is moved to where an inequality among the hypotheses is nearly an equation.

    Whether the hypotheses hold at them is for others to see.
    """
    differences = [minus(lhs, rhs) for lhs, relation, rhs in s.assumed if relation != "="]
    for base in points(s.symbols, s.domains, BASES) if differences else ():
        values = {name: real for name, (real, _) in base}
        for difference in differences:
            for name in free_symbols(difference):
                if name in s.domains and s.domains[name].field != "complex":
                    for value in _near(difference, name, values, s.domains[name]):
                        yield tuple((n, (value, Fraction(0)) if n == name else at) for n, at in base)


def equal_points(s: Statement) -> Iterator[Point]:
    """Points at which all symbols are 0, or all are 1, or one of them is 0 and the others are 1."""
    zero, one = Fraction(0), Fraction(1)
    single = [{name: zero} for name in s.symbols] if len(s.symbols) > 1 else []
    for values in (dict.fromkeys(s.symbols, zero), dict.fromkeys(s.symbols, one), *single):
        point = {name: values.get(name, one) for name in s.symbols}
        if all(value in s.domains[name] for name, value in point.items()):
            yield tuple((name, (value, zero)) for name, value in point.items())


def _near(difference: Term, name: str, values: dict[str, Fraction], domain: Domain) -> Iterator[Fraction]:
    """Numbers next to the zero of the difference, where it is linear in the symbol."""
    first, second, third = (_value(difference, {**values, name: Fraction(k)}) for k in (0, 1, 2))
    if first is None or second is None or third is None:
        return
    slope = second - first
    if slope.contains(0) or not (third - second - slope).contains(0):
        return
    zero = -first / slope
    for steps in FINENESS if domain.field == "real" else (1,):
        below = (zero * steps).floor().unique_fmpz()
        if below is not None:
            yield from (x for k in (0, 1) if (x := Fraction(int(below) + k, steps)) in domain)


def _value(term: Term, values: dict[str, Fraction]) -> Ball | None:
    try:
        return Evaluation({name: exact(value) for name, value in values.items()}).value(term)
    except (Undefined, TermError):
        return None


__all__ = ["edge_points", "equal_points"]
