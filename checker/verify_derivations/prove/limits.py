"""What the limits in a statement are: the expansions of the kernel, with as many terms as it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from verify_derivations.certificate import Argument, ClosedLimit, LimitValue, NoLimit
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.calculus.asymptotics import Imprecise
from verify_derivations.kernel.calculus.closed_limits import closed
from verify_derivations.kernel.calculus.limits import (
    check_limit,
    check_no_limit,
    computed,
    directions,
    replaced_limit,
)
from verify_derivations.kernel.calculus.partial import by_definition
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.limit import Limit, has_limits
from verify_derivations.term.syntax.nodes import Add, Apply, I, Mul, Product, Sum, Term
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import subterms, walk

ORDERS = (3, 6, 12)
"""How many terms of an expansion are kept, one after the other."""

Values = tuple[LimitValue | ClosedLimit, ...]

Closing = Callable[[Statement, Limit], Iterator[tuple[str, Term, Argument]]]
"""What finds other bodies of a limit: the name of the variable, the body, why it is equal."""


def limit_values(s: Statement, deadline: float, closing: Closing | None = None) -> Values | NoLimit | None:
    """The values of all limits in the statement; a limit that needs a direction; None if one is not found.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
        closing: what is tried where sums or products stand in a limit.
    """
    values: list[LimitValue | ClosedLimit] = []
    while (term := _next(s)) is not None:
        found: LimitValue | ClosedLimit | NoLimit | None = _value(s, term, deadline)
        if found is None and closing is not None and (term.body.holds(Sum) or term.body.holds(Product)):
            found = _closed(s, term, deadline, closing)
        if not isinstance(found, LimitValue | ClosedLimit):
            return found
        values.append(found)
        s = replaced_limit(s, term, found.becomes)
    return tuple(values)


def _closed(s: Statement, term: Limit, deadline: float, closing: Closing) -> ClosedLimit | None:
    """The limit of another body that is equal at all whole numbers."""
    for name, body, same in closing(s, term):
        value = _value(s, closed(term, name, body), deadline)
        if isinstance(value, LimitValue):
            return ClosedLimit(term, name, body, same, value)
    return None


def _next(s: Statement) -> Limit | None:
    """A limit under no binder."""
    for side in (s.lhs, s.rhs, *s.hypotheses):
        for term, depth in walk(side):
            if isinstance(term, Limit) and depth == 0:
                return term
    return None


def _value(s: Statement, term: Limit, deadline: float) -> LimitValue | NoLimit | None:
    defined = by_definition(term)
    if defined is not None:
        return LimitValue(term, defined, 0)
    for order in ORDERS:
        if time.perf_counter() > deadline:
            return None
        try:
            return _at_order(s, term, order, deadline)
        except Imprecise:
            continue
        except (CertificateError, TermError, Budget, ArithmeticError, RecursionError):
            return None
    return None


def _at_order(s: Statement, term: Limit, order: int, deadline: float) -> LimitValue | NoLimit | None:
    sides = directions(term)
    for side, other in ((s.lhs, s.rhs), (s.rhs, s.lhs)):
        if (
            side is term
            and not has_limits(other)
            and _is_right(s, wish := LimitValue(term, other, order), deadline)
        ):
            return wish
    found = LimitValue(term, real_form(computed(s, term, sides[0], order, deadline)), order)
    try:
        check_limit(s, found, deadline)
    except Imprecise:
        raise
    except CertificateError:
        if len(sides) < 2:
            return None
    else:
        return found
    two = NoLimit(term, found.becomes, computed(s, term, sides[1], order, deadline), order)
    check_no_limit(s, two)
    return two


def _is_right(s: Statement, value: LimitValue, deadline: float) -> bool:
    """The claim says what the limit is."""
    try:
        check_limit(s, value, deadline)
    except Imprecise:
        raise
    except (CertificateError, TermError):
        return False
    return True


# ---- sines and cosines for exponentials ------------------------------------------------------------------
def real_form(term: Term) -> Term:
    """The term with exp(i u) written as cos(u) + i sin(u), if the imaginary unit cancels then."""
    if not any(t is I for t in subterms(term)):
        return term
    try:
        return in_large_enough_field(lambda capacity: _without_i(term, capacity))
    except (CertificateError, DividedByZero):
        return term


def _without_i(term: Term, capacity: int) -> Term:
    v = Valuation({}, capacity, {})
    v.given.update(subterms(term))
    for t in subterms(term):
        if isinstance(t, Apply) and t.function == "exp" and any(part is I for part in subterms(t)):
            angle = _angle(v, t.arguments[0])
            if angle is not None:
                term = exchanged(term, t, _turned(v, angle))
    v.given.update(subterms(term))
    return element_term(v.field, v.field.reduced(v.value(term)))


def _angle(v: Valuation, exponent: Term) -> Term | None:
    """u where the exponent is i u for real u."""
    u = v.field.reduced(v.field.mul(v.value(exponent), v.field.inverse(v.value(I))))
    return element_term(v.field, u) if v.signs.real(u) else None


def _turned(v: Valuation, u: Term) -> Term:
    """cos(u) + i sin(u), of which it is known that the squares add up to 1."""
    sine, cosine = Apply("sin", (u,)), Apply("cos", (u,))
    square = v.field.mul(v.value(cosine), v.value(cosine))
    j = v.value(sine)[0].degrees().index(1)
    if v.field.generators[j].relation is None:
        v.field.relate(j, 2, v.field.sub(v.field.one, square))
    return Add((cosine, Mul((I, sine))))


__all__ = ["limit_values"]
