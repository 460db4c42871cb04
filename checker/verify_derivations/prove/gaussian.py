"""Antiderivatives of polynomials times exponentials of polynomials of degree two, by comparing coefficients.

(A*exp(q))' = (A' + A*q')*exp(q) tells A from its highest coefficient down; what is left over is a number
times exp(q), whose antiderivative is an error function (Gradshteyn, Ryzhik, Table of Integrals, 2.32, 2.33).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import zip_longest

from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.opened import with_opened_logarithms
from verify_derivations.term.syntax.build import add, call, div, mul, neg, number, power, sqrt, sub
from verify_derivations.term.syntax.nodes import (
    HALF,
    ONE,
    PI,
    ZERO,
    Add,
    Apply,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)

Polynomial = tuple[Term, ...]
"""Its coefficients, that of the lowest power first."""

Waning = dict[tuple[Term, Term], Polynomial]
"""Polynomials, each times exp(b*x + a*x**2), by b and a."""

FLAT = (ZERO, ZERO)
MOST_POWER, MOST_DEGREE, MOST_PARTS = 12, 24, 16


def gaussian_primitive(body: Term, name: str) -> Term | None:
    """A term whose derivative by the name may be the body; None where it is no sum of such products.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(gaussian_primitive(parse_plain("x*exp(-x)"), "x"))
    '(-x - 1)*exp(-x)'
    """
    try:
        parts = _collected(with_opened_logarithms(body), name)
        return add(*(_primitive(factor, b, a, Symbol(name)) for (b, a), factor in parts.items()))
    except TermError:
        return None


# ---- as a sum of such products -----------------------------------------------------------------------
def _collected(term: Term, name: str) -> Waning:
    """The term as such a sum.

    Raises:
        TermError: it is none, or a long one.
    """
    if name not in term.names:
        return {FLAT: (term,)}
    match term:
        case Symbol():
            return {FLAT: (ZERO, ONE)}
        case Add(terms):
            return reduce(_sum, (_collected(own, name) for own in terms))
        case Mul(factors):
            return reduce(_product, (_collected(own, name) for own in factors))
        case Pow(base, Number(exponent)) if exponent.denominator == 1 and abs(exponent) <= MOST_POWER:
            inner = _collected(base, name)
            factor = _inverse(inner) if exponent < 0 else inner
            return reduce(_product, [factor] * abs(int(exponent)), {FLAT: (ONE,)})
        case Apply("exp", (inside,)):
            (above, polynomial), *others = _collected(inside, name).items()
            if above == FLAT and not others and len(polynomial) <= 3:
                constant, b, a = (*polynomial, ZERO, ZERO)[:3]
                return {(b, a): (ONE if constant is ZERO else call("exp", constant),)}
    raise TermError("it is not made of polynomials and such exponentials")


def _sum(left: Waning, right: Waning) -> Waning:
    out = dict(left)
    for exponent, factor in right.items():
        old = out.get(exponent, ())
        out[exponent] = tuple(add(p, q) for p, q in zip_longest(old, factor, fillvalue=ZERO))
    return out


def _product(left: Waning, right: Waning) -> Waning:
    out: Waning = {}
    if len(left) * len(right) > MOST_PARTS:
        raise TermError("it has too many parts")
    for (b, a), p in left.items():
        for (d, c), q in right.items():
            out = _sum(out, {(add(b, d), add(a, c)): _times(p, q)})
    return out


def _times(p: Polynomial, q: Polynomial) -> Polynomial:
    degree = len(p) + len(q) - 2
    if degree > MOST_DEGREE:
        raise TermError("its degree is too high")
    return tuple(
        add(*(mul(p[i], q[k - i]) for i in range(len(p)) if 0 <= k - i < len(q))) for k in range(degree + 1)
    )


def _inverse(parts: Waning) -> Waning:
    """1 over a number times an exponential."""
    ((b, a), factor), *others = parts.items()
    if others or len(factor) > 1:
        raise TermError("it divides by a polynomial")
    return {(neg(b), neg(a)): (power(factor[0], -1),)}


# ---- each product ------------------------------------------------------------------------------------
def _primitive(factor: Polynomial, b: Term, a: Term, x: Term) -> Term:
    """An antiderivative of factor*exp(b*x + a*x**2)."""
    if a is ZERO and b is ZERO:
        return add(*(mul(c, div(power(x, k + 1), number(k + 1))) for k, c in enumerate(factor)))
    exponential = call("exp", add(mul(b, x), mul(a, power(x, 2))))
    if a is ZERO:
        return mul(_value(_by_coefficients(factor, b, a), x), exponential)
    left, *found = _by_coefficients(factor, b, a)
    return add(mul(_value(found, x), exponential), mul(left, _error_function(b, a, x)))


def _by_coefficients(factor: Polynomial, b: Term, a: Term) -> list[Term]:
    """The coefficients of A with A' + A*(b + 2*a*x) = factor; before them, unless `a` is zero, what is left
    over of the factor."""
    slope, shift = (b, 0) if a is ZERO else (mul(number(2), a), 1)
    rest, found = list(factor), list[Term]()
    for k in range(len(factor) - 1 - shift, -1, -1):
        c = div(rest.pop(), slope)
        found.insert(0, c)
        if shift:
            rest[k] = sub(rest[k], mul(b, c))
        if k > 0:
            rest[k - 1] = sub(rest[k - 1], mul(number(k), c))
    return [*rest, *found]


def _value(coefficients: Sequence[Term], x: Term) -> Term:
    return add(*(mul(c, power(x, k)) for k, c in enumerate(coefficients)))


def _error_function(b: Term, a: Term, x: Term) -> Term:
    """An antiderivative of exp(b*x + a*x**2), for a < 0."""
    width = sqrt(neg(a))
    height = mul(call("exp", div(mul(b, b), mul(number(-4), a))), sqrt(PI), HALF, power(width, -1))
    return mul(height, call("erf", mul(width, add(x, div(b, mul(number(2), a))))))


__all__ = ["gaussian_primitive"]
