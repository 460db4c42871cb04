"""The interval in which the way of an integral lies, for all values of the symbols in its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from verify_derivations.kernel.calculus.continuity import holds_everywhere
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import ZERO, Symbol, Term

POSITIVE, NONNEGATIVE = Domain(lower=Fraction(0)), Domain(lower=Fraction(0), lower_open=False)
NEGATIVE, NONPOSITIVE = Domain(upper=Fraction(0)), Domain(upper=Fraction(0), upper_open=False)


def way(s: Statement, lower: Term, upper: Term) -> Domain:
    """An interval that holds both bounds, and so all between them, at every point of the statement.

    >>> from verify_derivations.model import Claim
    >>> from verify_derivations.kernel.claims.statement import statement
    >>> way(statement(Claim(ZERO, "=", ZERO)), ZERO, ZERO).describe("t")
    '0 <= t <= 0'
    """
    ends = [bound for bound in (lower, upper) if isinstance(bound, Infinity)]
    if ends:
        return _unbounded(s, ends, upper if lower is ends[0] else lower)
    first, second = _interval(s, lower), _interval(s, upper)
    low, low_open = _outer(first.lower, first.lower_open, second.lower, second.lower_open, least=True)
    high, high_open = _outer(first.upper, first.upper_open, second.upper, second.upper_open, least=False)
    return Domain("real", low, high, low_open, high_open)


def _unbounded(s: Statement, ends: Sequence[Infinity], other: Term) -> Domain:
    """From a bound on to infinity, in the direction of that."""
    if len(ends) > 1:
        return REAL
    at = _interval(s, other)
    if ends[0].sign > 0:
        return Domain("real", at.lower, None, at.lower_open, True)
    return Domain("real", None, at.upper, True, at.upper_open)


def _outer(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, least: bool
) -> tuple[Fraction | None, bool]:
    """The end that lies further out; it belongs to the interval where it belongs to one of both."""
    if a is None or b is None:
        return None, True
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a < b) == least else (b, b_open)


def _interval(s: Statement, bound: Term) -> Domain:
    """Where the values of a bound lie, by its domain or its sign."""
    value = rational(bound)
    if value is not None:
        return Domain("real", value, value, False, False)
    if s.complex_values:
        return REAL
    if isinstance(bound, Symbol) and bound.name in s.domains:
        return replace(s.domains[bound.name], field="real", nonzero=False)
    for relation, above, below in (("> 0", POSITIVE, NEGATIVE), (">= 0", NONNEGATIVE, NONPOSITIVE)):
        if holds_everywhere(s, Requirement(bound, relation)):
            return above
        if holds_everywhere(s, Requirement(minus(ZERO, bound), relation)):
            return below
    return REAL


__all__ = ["way"]
