"""Inequalities by what increases: exponentials, logarithms or powers of the sides are compared instead."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.certificate import Exponentiated, Logarithmic, Order, Raised
from verify_derivations.kernel.claims.relations import ORDERS
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.monotone import (
    exponentiated,
    logarithmic,
    positive_sides,
    raised,
    upper_nonnegative,
)
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply, Number, Pow, Term
from verify_derivations.term.syntax.traverse import applied_functions, subterms

Show = Callable[[Statement], Order | None]
"""How another claim is shown."""

LOGARITHMIC = frozenset(name for name, row in FUNCTIONS.items() if name == "log" or "log(" in row.means)


def of_exponentials(s: Statement, show: Show) -> Exponentiated | None:
    """The exponentials of sides with logarithms."""
    if not LOGARITHMIC.intersection(applied_functions(s.lhs, s.rhs)):
        return None
    inner = show(exponentiated(s))
    return None if inner is None else Exponentiated(inner)


def by_logarithms(s: Statement, show: Show) -> Logarithmic | None:
    """The logarithms of positive sides, one of which is an exponential or a power, or a product of such."""
    if s.relation not in ORDERS or not any(_grows(side) for side in (s.lhs, s.rhs)):
        return None
    smaller, larger = positive_sides(s)
    first = show(smaller)
    second = None if first is None else show(larger)
    inner = None if second is None else show(logarithmic(s))
    return None if first is None or second is None or inner is None else Logarithmic(inner, first, second)


def _grows(term: Term) -> bool:
    """Its logarithm is simpler."""
    match term:
        case Apply("exp", _):
            return True
        case Pow(base, exponent):
            return not isinstance(exponent, Number) or _grows(base)
    return any(_grows(factor) for factor in getattr(term, "factors", ()))


def by_powers(s: Statement, show: Show) -> Raised | None:
    """The squares or cubes of sides with roots or absolute values."""
    if s.relation not in ORDERS or not any(_wants_power(t) for t in subterms(s.lhs, s.rhs)):
        return None
    nonnegative = show(upper_nonnegative(s))
    if nonnegative is None:
        return None
    for exponent in (2, 3):
        inner = show(raised(s, exponent))
        if inner is not None:
            return Raised(exponent, inner, nonnegative)
    return None


def _wants_power(term: Term) -> bool:
    match term:
        case Pow(_, Number(exponent)):
            return exponent.denominator > 1
        case Apply("Abs", _):
            return True
    return False


__all__ = ["Show", "by_logarithms", "by_powers", "of_exponentials"]
