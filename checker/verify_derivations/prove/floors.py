"""Whole numbers taken out of what is rounded down."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.kernel.algebra.field import Element, monomials
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.build import add, call, mul, number, power
from verify_derivations.term.syntax.nodes import ZERO, Symbol, Term


def of(v: Valuation, u: Term) -> list[tuple[str, Term]]:
    """Lemmas for floor(u): the whole part of the constant, and of factors of whole numbers, is taken out."""
    value = v.value(u)
    whole = _whole_part(v, value)
    rest = v.field.sub(value, v.value(whole))
    found = [("floor", whole)]
    if whole is not ZERO:
        found.append(("floor", add(whole, call("floor", element_term(v.field, rest)))))
    return found


def _whole_part(v: Valuation, value: Element) -> Term:
    if not value[1].is_constant():
        return ZERO
    under = int(value[1].leading_coefficient())
    parts: list[Term] = []
    for exponents, coefficient in monomials(value[0]):
        held = [(v.field.generators[j].term, k) for j, k in enumerate(exponents) if k]
        times = Fraction(int(coefficient), under).__floor__()
        if not held:
            parts.append(number(times))
        elif all(isinstance(t, Symbol) and v.is_whole_name(t.name) for t, _ in held):
            parts.append(mul(number(times), *(power(t, int(k)) for t, k in held)))
    return add(*parts)


__all__ = ["of"]
