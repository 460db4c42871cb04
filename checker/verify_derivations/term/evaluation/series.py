"""Certified values of series: the first terms one by one, and a bound on the rest that holds for all of it.

From some index N on, |t(k + 1)/t(k)| <= q < 1, so that the rest is at most |t(N)|/(1 - q); or t(k) is a
quotient of polynomials, perhaps with alternating signs, and is expanded in powers of 1/k with a remainder.
Each is checked for all k >= N at once, with a ball around [0, 1/N] for 1/k.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import arb, ctx

from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.ball_functions import Ball, Undefined
from verify_derivations.term.evaluation.hypergeometric import Parts, coefficients, parts
from verify_derivations.term.evaluation.patience import require_time
from verify_derivations.term.syntax.build import mul
from verify_derivations.term.syntax.nodes import Number, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound

if TYPE_CHECKING:
    from verify_derivations.term.evaluation.balls import Evaluation

FIRST_TERMS = (24, 96, 384)
"""So many terms are added one by one, until the rest can be bounded."""

MOST_ORDERS = 40
"""A rest is expanded in so many powers of 1/k at most."""

LARGEST_RATIO = 0.97


def series(e: Evaluation, term: Sum, first: int) -> Ball:
    """A ball around the sum from `first` to infinity, at the evaluation's point.

    Raises:
        Undefined: it is not shown to converge there, or a term has no value.
    """
    name = f"{term.index}@"
    try:
        form = parts(instantiate_bound(term.body, Symbol(name)), name)
    except TermError:
        raise Undefined(term) from None
    total = arb(0)
    start, found = first, None
    for count in FIRST_TERMS:
        upto = max(first, 0) + count
        for k in range(start, upto):
            require_time()
            total = total + e.value(instantiate_bound(term.body, Number(k)))
        start = upto
        last = e.value(instantiate_bound(term.body, Number(upto)))
        rest = _rest(e, form, last, upto) if form.positive_from(upto) and type(last) is arb else None
        if rest is not None and type(total) is arb:
            found = total + rest
            if found.rad() < arb(2) ** (-ctx.prec // 2):
                return found
    if found is None:
        raise Undefined(term)
    return found


def _rest(e: Evaluation, form: Parts, last: Ball, upto: int) -> Ball | None:
    """A ball around the sum from `upto` on, whose first term is `last`; None if it is not known."""
    u = arb(0).union(arb(1) / upto)  # 1/k for all k >= upto
    above, below = (_reversed(e, factors, form.name) for factors in (form.above, form.below))
    if below[0] == [] or above[0] == [] or _at(below[0], u).contains(0):
        return None
    if not all(_nowhere_zero(e, q, form.name, u) for q in form.cancelled):
        return None
    sign = _sign_of_powers(e, form)
    if sign is not None:
        return _rational_rest(above, below, sign, last, upto)
    ratio = _ratio(e, form, u)
    if ratio is None or _at(above[0], u).contains(0):
        return None
    later = u / (1 + u)
    growth = _at(above[0], later) / _at(above[0], u) * _at(below[0], u) / _at(below[0], later)
    degree = above[1] - below[1]
    ratio = abs(ratio * growth * ((1 + u) ** degree)).upper()
    if not ratio < LARGEST_RATIO:
        return None
    return _around_zero(abs(last).upper() / (1 - ratio)) if ratio.is_finite() else None


def _reversed(e: Evaluation, factors: list[Term], name: str) -> tuple[list[Ball], int]:
    """The coefficients of q(u) = u**d*p(1/u) for the product p of the factors, and d; none if p has no
    degree."""
    found = [e.value(c) for c in coefficients(mul(*factors), name)] if factors else [arb(1)]
    while found and found[-1] == 0:
        found.pop()
    if not found or any(type(c) is not arb for c in found):
        return [], 0
    return found[::-1], len(found) - 1


def _nowhere_zero(e: Evaluation, factor: Term, name: str, u: Ball) -> bool:
    """A factor above and below the line, by which every further term is divided."""
    reversed_, _ = _reversed(e, [factor], name)
    return reversed_ != [] and not _at(reversed_, u).contains(0)


def _at(polynomial: list[Ball], u: Ball) -> Ball:
    total = arb(0)
    for c in reversed(polynomial):
        total = total * u + c
    return total


def _sign_of_powers(e: Evaluation, form: Parts) -> int | None:
    """s where the powers are s**k with s = 1 or -1, and no factorials are there; None otherwise."""
    if form.gammas:
        return None
    sign = 1
    for base, slope, _ in form.powers:
        value = e.value(base)
        if not (value == 1 or value == -1):
            return None
        sign = sign if value == 1 or slope % 2 == 0 else -sign
    return sign


def _ratio(e: Evaluation, form: Parts, u: Ball) -> Ball | None:
    """The ratio of the powers and factorials of neighbouring terms, for all k at once; None if it grows."""
    ratio, degree = arb(1), 0
    for base, slope, _ in form.powers:
        value = e.value(base)
        if type(value) is not arb or value.contains(0):
            return None
        ratio = ratio * value**slope
    for a, c, exponent in form.gammas:
        for i in range(a):
            shift = (c + i).limit_denominator(10**9)
            if shift != c + i:
                return None
            factor = a + arb(shift.numerator) / shift.denominator * u
            if factor.contains(0):
                return None
            ratio = ratio * factor**exponent
            degree += exponent
    return None if degree > 0 else ratio * u**-degree


def _around_zero(radius: Ball) -> Ball:
    return radius * arb(0, 1)


# ---- quotients of polynomials ------------------------------------------------------------------------
def _rational_rest(
    above: tuple[list[Ball], int], below: tuple[list[Ball], int], sign: int, last: Ball, upto: int
) -> Ball | None:
    """The sum from N on of c*sign**(k - N)*p(k)/q(k), where c makes the first term `last`."""
    decay = below[1] - above[1]
    if decay < (2 if sign > 0 else 1):
        return None
    orders = min(MOST_ORDERS, max(4, ctx.prec // max(upto.bit_length() - 1, 1)))
    quotient, remainder = _divided(above[0], below[0], orders)
    u = arb(0).union(arb(1) / upto)
    bound = abs(_at(remainder, u) / _at(below[0], u)).upper()
    first = _at(above[0], arb(1) / upto) / _at(below[0], arb(1) / upto) / arb(upto) ** decay
    if first.contains(0) or not bound.is_finite():
        return None
    total = arb(0)
    for j, c in enumerate(quotient):
        total = total + c * (_zeta(decay + j, upto) if sign > 0 else _alternating(decay + j, upto))
    beyond = decay + orders
    total = total + _around_zero(bound * _zeta(beyond, upto).upper())
    return total * last / first


def _divided(p: list[Ball], q: list[Ball], orders: int) -> tuple[list[Ball], list[Ball]]:
    """The power series p/q up to u**(orders - 1), and R with p = series*q + u**orders*R."""
    rest = p + [arb(0)] * (orders + len(q) - len(p))
    out = []
    for j in range(orders):
        c = rest[j] / q[0]
        out.append(c)
        for i, b in enumerate(q):
            if j + i < len(rest):
                rest[j + i] = rest[j + i] - c * b
    return out, rest[orders:]


def _zeta(s: int, first: int) -> Ball:
    """The sum of k**-s from `first` on, for s >= 2."""
    return arb(s).zeta(arb(first))


def _alternating(s: int, first: int) -> Ball:
    """The sum of (-1)**(k - first)*k**-s from `first` on."""
    half = arb(first) / 2
    if s == 1:
        return ((half + arb(1) / 2).digamma() - half.digamma()) / 2
    return (arb(s).zeta(half) - arb(s).zeta(half + arb(1) / 2)) / arb(2) ** s


__all__ = ["series"]
