"""Short names for building terms. `add`, `mul`, `power` fold only what no one could have printed."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, ZERO, Add, Apply, Mul, Number, Pow, Term


def number(value: Fraction | int) -> Number:
    """An exact rational."""
    return Number(value)


def add(*terms: Term) -> Term:
    """The sum, without zeros; for terms made by the software, never for printed ones."""
    constant, rest = ZERO, []
    for term in terms:
        for t in term.terms if type(term) is Add else (term,):
            if type(t) is not Number:
                rest.append(t)
            elif t is not ZERO:  # sums of Fractions are computed in Python, slowly
                constant = t if constant is ZERO else Number(constant.value + t.value)
    if constant is not ZERO:
        rest.append(constant)
    return ZERO if not rest else rest[0] if len(rest) == 1 else Add(rest)


def mul(*factors: Term) -> Term:
    """The product, without ones; zero if a factor is the number zero. For terms made by the software."""
    constant, rest = ONE, []
    for factor in factors:
        for f in factor.factors if type(factor) is Mul else (factor,):
            if type(f) is not Number:
                rest.append(f)
            elif f is not ONE:  # products of Fractions are computed in Python, slowly
                constant = f if constant is ONE else Number(constant.value * f.value)
    if constant is ZERO:
        return ZERO
    if constant is not ONE:
        rest.insert(0, constant)
    return ONE if not rest else rest[0] if len(rest) == 1 else Mul(rest)


def power(base: Term, exponent: Term | int | Fraction) -> Term:
    """The power, with exponents 0 and 1 and small powers of numbers done."""
    e = exponent if isinstance(exponent, Term) else Number(exponent)
    if isinstance(e, Number):
        if e is ZERO:
            return ONE
        if e is ONE:
            return base
        if isinstance(base, Number) and e.value.denominator == 1 and abs(e.value) < 64 and base.value:
            return Number(base.value ** int(e.value))
        if (
            isinstance(base, Pow)
            and isinstance(base.exponent, Number)
            and e.value.denominator == 1
            and base.exponent.value.denominator == 1
        ):
            return power(base.base, base.exponent.value * e.value)
    return Pow(base, e)


def rational(term: Term) -> Fraction | None:
    """The rational number that a term of numbers is, None for any other term.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> rational(parse_plain("-3/2 + 1"))
    Fraction(-1, 2)
    """
    match term:
        case Number(value):
            return value
        case Add(terms) | Mul(terms):
            values = [rational(t) for t in terms]
            known = [v for v in values if v is not None]
            if len(known) < len(values):
                return None
            return sum(known, Fraction(0)) if isinstance(term, Add) else prod(known, start=Fraction(1))
        case Pow(Number(base), Number(exponent)) if exponent.denominator == 1 and abs(exponent) <= 64:
            return base ** int(exponent) if base else None
    return None


def neg(term: Term) -> Term:
    """The negative."""
    return mul(MINUS_ONE, term)


def sub(left: Term, right: Term) -> Term:
    """The difference."""
    return add(left, neg(right))


def inverse(term: Term) -> Term:
    """The reciprocal."""
    return power(term, -1)


def div(top: Term, bottom: Term) -> Term:
    """The quotient."""
    return mul(top, inverse(bottom))


def sqrt(term: Term) -> Term:
    """The principal square root."""
    return Pow(term, Number(Fraction(1, 2)))


def call(function: str, *arguments: Term) -> Term:
    """A function applied to arguments."""
    return Apply(function, arguments)


def built_anew(term: Term) -> Term:
    """The term with sums, products and powers of numbers done; for terms made by the software.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(built_anew(parse_plain("1*x**(2 - 1) + 0*y")))
    'x'
    """
    children = tuple(built_anew(child) for child in term.children)
    match term:
        case Add():
            return add(*children)
        case Mul():
            return mul(*children)
        case Pow():
            return power(*children)
        case Apply(name, _):
            return Apply(name, children)
    return term
