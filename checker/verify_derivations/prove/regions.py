"""Proofs that take an expression by cases apart: region by region, the empty ones told as such."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from verify_derivations.certificate import Argument, EmptyDomain, NeverDefined, Point, Regions
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.regions import region_statements
from verify_derivations.prove.vacuity import never_defined
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.traverse import walk

Prove = Callable[[Statement, float, Point], Argument | None]


def by_regions(s: Statement, deadline: float, seen: Point, prove: Prove) -> Argument | None:
    """Take the innermost expression by cases apart; None if there is none, or a region fails."""
    term = _innermost(s)
    if term is None:
        return None
    parts: list[Argument | NeverDefined | EmptyDomain] = []
    for part in region_statements(s, term):
        inner = _empty(part) or never_defined(part, deadline) or prove(part, deadline, _moved(part, seen))
        if inner is None:
            return None
        parts.append(inner)
    return Regions(term, tuple(parts))


def _innermost(s: Statement) -> Piecewise | None:
    """An expression by cases under no binder, and with none within it."""
    for side in (s.lhs, s.rhs, *s.differentiated, *s.hypotheses):
        for term, depth in walk(side):
            if isinstance(term, Piecewise) and depth == 0 and not _nested(term):
                return term
    return None


def _nested(term: Piecewise) -> bool:
    return any(
        isinstance(inner, Piecewise) and depth == 0 and inner is not term for inner, depth in walk(term)
    )


def _empty(s: Statement) -> EmptyDomain | None:
    return next((EmptyDomain(name) for name, domain in sorted(s.domains.items()) if domain.is_empty), None)


def _moved(s: Statement, seen: Point) -> Point:
    """The point, moved into the region where its symbols have bounds of their own there."""
    return tuple((name, (_inside(s.domains.get(name, Domain()), re), im)) for name, (re, im) in seen)


def _inside(domain: Domain, value: Fraction) -> Fraction:
    if value in domain:
        return value
    lower, upper = domain.lower, domain.upper
    if lower is not None and upper is not None:
        return (lower + upper) / 2
    step = Fraction(1)
    return lower + step if lower is not None else upper - step if upper is not None else step


__all__ = ["by_regions"]
