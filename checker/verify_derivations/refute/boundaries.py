"""Points on the boundaries between the cases of an expression by cases, and one in each gap between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from verify_derivations.certificate import Point
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.refute.points import points, zero_of
from verify_derivations.term.syntax.nodes import Add, Mul, Number, Term
from verify_derivations.term.syntax.piecewise import Comparison
from verify_derivations.term.syntax.traverse import free_symbols, subterms

MOST_BOUNDARIES = 24

NEAR = Fraction(1, 16)


def boundary_points(s: Statement) -> list[Point]:
    """Where a comparison turns from true to false, if it can be solved for a symbol; none without cases."""
    differences = _differences(s)
    if not differences or s.arrays or s.indices:
        return []
    found: dict[Point, None] = {}
    for base in points(s.symbols, s.domains, 2):
        values = {name: real for name, (real, _) in base}
        for name in s.symbols:
            for value in _values(differences, name, values, s):
                found.setdefault(tuple((n, (value, im) if n == name else (re, im)) for n, (re, im) in base))
    return list(found)[:MOST_BOUNDARIES]


def _differences(s: Statement) -> list[Term]:
    """The difference of the sides of each comparison."""
    with_cases = [side for side in (s.lhs, s.rhs, *s.differentiated) if side.holds(Comparison)]
    if not with_cases:
        return []
    every = subterms(*with_cases)
    return [Add((t.left, Mul((Number(-1), t.right)))) for t in every if isinstance(t, Comparison)]


def _values(
    differences: list[Term], name: str, values: dict[str, Fraction], s: Statement
) -> Iterator[Fraction]:
    """The boundaries of one symbol, the others being fixed, and numbers between and beside them."""
    domain = s.domains[name]
    if domain.field == "complex":
        return
    known = (zero_of(d, name, values, domain) for d in differences if name in free_symbols(d))
    roots = sorted({value for value in known if value is not None})
    gaps = [(a + b) / 2 for a, b in pairwise(roots)]
    outside = [roots[0] - NEAR, roots[-1] + NEAR] if roots else []
    yield from (value for value in (*roots, *gaps, *outside) if value in domain)


__all__ = ["boundary_points"]
