"""What the limits in a statement are: the expansions of the kernel, with as many terms as it takes."""

from __future__ import annotations

import time

from verify_derivations.certificate import LimitValue, NoLimit
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.calculus.asymptotics import Imprecise
from verify_derivations.kernel.calculus.limits import (
    check_limit,
    check_no_limit,
    computed,
    directions,
    replaced_limit,
)
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.limit import Limit, has_limits
from verify_derivations.term.syntax.nodes import Add, Apply, I, Mul, Term, subterms, walk
from verify_derivations.term.syntax.substitute import exchanged

ORDERS = (3, 6, 12)
"""How many terms of an expansion are kept, one after the other."""

Values = tuple[LimitValue, ...]


def limit_values(s: Statement, deadline: float) -> Values | NoLimit | None:
    """The values of all limits in the statement; a limit that needs a direction; None if one is not found.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
    """
    values: list[LimitValue] = []
    while (term := _next(s)) is not None:
        found = _value(s, term, deadline)
        if not isinstance(found, LimitValue):
            return found
        values.append(found)
        s = replaced_limit(s, term, found.becomes)
    return tuple(values)


def _next(s: Statement) -> Limit | None:
    """A limit under no binder."""
    for side in (s.lhs, s.rhs, *s.hypotheses):
        for term, depth in walk(side):
            if isinstance(term, Limit) and depth == 0:
                return term
    return None


def _value(s: Statement, term: Limit, deadline: float) -> LimitValue | NoLimit | None:
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
