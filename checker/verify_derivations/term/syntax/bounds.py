"""What a comparison with a number says about a symbol: a narrower domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import Add, Mul, Number, Pow, Symbol, Term

FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!="}


def narrowed(known: Mapping[str, Domain], left: Term, sign: str, right: Term) -> dict[str, Domain] | None:
    """The domain that `left sign right` leaves, where it bounds one symbol by a number; else None.

    Raises:
        TermError: a complex symbol has no bounds.
    """
    if isinstance(right, Symbol):
        left, right, sign = right, left, FLIPPED.get(sign, sign)
    value = rational(right)
    if not isinstance(left, Symbol) or value is None or sign not in FLIPPED:
        return None
    now = known.get(left.name, REAL)
    if sign == "!=":
        return {left.name: replace(now, nonzero=True)} if value == 0 else None
    return {left.name: _tighter(now, sign, value)}


def _tighter(now: Domain, sign: str, value: Fraction) -> Domain:
    open_end = sign in ("<", ">")
    if sign in (">", ">="):
        if now.lower is None or value > now.lower or (value == now.lower and open_end):
            return replace(now, lower=value, lower_open=open_end)
    elif now.upper is None or value < now.upper or (value == now.upper and open_end):
        return replace(now, upper=value, upper_open=open_end)
    return now


MOST_BITS = 10_000


def rational(term: Term) -> Fraction | None:
    """The value of a term that is written with numbers only, by sums, products and small powers.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> rational(parse_plain("1/3 - 2**-1")), rational(parse_plain("9**9**9"))
    (Fraction(-1, 6), None)
    """
    match term:
        case Number(value):
            return value
        case Add(terms):
            return _sum([rational(t) for t in terms])
        case Mul(factors):
            return _product([rational(f) for f in factors])
        case Pow(base, exponent):
            return _power(rational(base), rational(exponent))
    return None


def _sum(values: list[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def _product(values: list[Fraction | None]) -> Fraction | None:
    out = Fraction(1)
    for value in values:
        if value is None or out.numerator.bit_length() + out.denominator.bit_length() > MOST_BITS:
            return None
        out *= value
    return out


def _power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or (base == 0 and exponent <= 0):
        return None
    bits = base.numerator.bit_length() + base.denominator.bit_length()
    return base ** int(exponent) if bits * abs(exponent) <= MOST_BITS else None


__all__ = ["narrowed", "rational"]
