"""Exact rational evaluation, where a value is rational because it is built so."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import prod

from verify_derivations.term.nodes import Add, Apply, Mul, Number, Pow, Symbol, Term

LARGEST_POWER = 512


def rational_value(term: Term, values: Mapping[str, Fraction]) -> Fraction | None:
    """The value of a term at a rational point, if it can be given as a rational number; else None.

    >>> from verify_derivations.term.plain import parse_plain
    >>> rational_value(parse_plain("x**2/(1 + y)"), {"x": Fraction(1, 2), "y": Fraction(3)})
    Fraction(1, 16)
    """
    match term:
        case Number(value):
            return value
        case Symbol(name):
            return values.get(name)
        case Add(terms) | Mul(terms):
            parts = [rational_value(t, values) for t in terms]
            known = [p for p in parts if p is not None]
            if len(known) < len(parts):
                return None
            return sum(known, Fraction(0)) if isinstance(term, Add) else prod(known, start=Fraction(1))
        case Pow(base, exponent):
            return _power(rational_value(base, values), rational_value(exponent, values))
        case Apply("Abs", (argument,)):
            inner = rational_value(argument, values)
            return None if inner is None else abs(inner)
        case Apply("exp", (argument,)):
            return Fraction(1) if rational_value(argument, values) == 0 else None
        case Apply("log", (argument,)):
            return Fraction(0) if rational_value(argument, values) == 1 else None
    return None


def _power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or abs(exponent) > LARGEST_POWER:
        return None
    if base == 0 and exponent <= 0:
        return None
    return Fraction(base ** int(exponent))
