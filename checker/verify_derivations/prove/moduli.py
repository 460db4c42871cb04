"""Absolute values of complex quantities: taken apart by factors, each in terms of what is real."""

from __future__ import annotations

from verify_derivations.kernel.algebra.field import Polynomial
from verify_derivations.kernel.algebra.terms import element_term, polynomial_term
from verify_derivations.kernel.inference.conjugates import conjugated
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.build import add, call, mul, number, power, sqrt
from verify_derivations.term.syntax.nodes import HALF, Apply, Number, Pow, Term


def of(v: Valuation, u: Term) -> list[tuple[str, Term]]:
    """Lemmas for the absolute value of a term that may be complex."""
    if isinstance(u, Pow) and not (isinstance(u.exponent, Number) and u.exponent.value.denominator == 1):
        return [("modulus of a power", Pow(call("Abs", u.base), u.exponent))]
    value = v.value(u)
    parts: list[Term] = [number(abs(v.signs.content(value)))]
    exponents: list[Term] = []
    for p, e in v.signs.factors_of(value):
        match polynomial_term(v.field, p):
            case Apply("exp", (w,)) if not v.is_real(w):
                exponents.append(mul(number(e), w))
            case term:
                parts.append(power(_of_factor(v, p, term), e))
    if exponents:
        parts.append(call("exp", _real_part(v, add(*exponents))))
    return [("modulus", mul(*parts))]


def _of_factor(v: Valuation, p: Polynomial, term: Term) -> Term:
    """The absolute value of an irreducible factor."""
    if not v.signs.real((p, v.field.one[0])):
        norm = v.field.reduced(v.field.mul(v.value(term), v.value(conjugated(v, term))))
        if v.signs.real(norm):
            return sqrt(element_term(v.field, norm))
    return call("Abs", term)


def _real_part(v: Valuation, w: Term) -> Term:
    """The real part of a term, without conjugates if there is none in it."""
    double = v.field.reduced(v.value(add(w, conjugated(v, w))))
    if v.signs.real(double):
        return mul(HALF, element_term(v.field, double))
    return call("re", element_term(v.field, v.field.reduced(v.value(w))))


__all__ = ["of"]
