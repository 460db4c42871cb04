"""Integrals that are values of the zeta function: of which rows of the table they may be the sum.

From 0 to 1 a power of x and one of log(x) beside 1/(1 + x**p), 1/(1 - x**p) or log(1 + x**p)/x; from 0 to
infinity a power of x beside 1/(exp(s*x) + 1) or 1/(exp(s*x) - 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.hypergeometric import coefficients
from verify_derivations.term.syntax.build import add, inverse, mul, neg, number, power, rational
from verify_derivations.term.syntax.nodes import ONE, ZERO, Add, Apply, Mul, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols

Part = tuple[str, Term, tuple[Term, ...]]
"""A row of the table, the factor before it, and its parameters."""

MOST_STEPS = 12
"""A higher power of x is not divided by the denominator."""


@dataclass(frozen=True)
class Binomial:
    """constant*(1 + sign*x**degree), or constant*(exp(rate*x) + sign)."""

    constant: Term
    sign: int
    degree: Fraction = Fraction(0)
    rate: Term = ZERO


@dataclass
class Product:
    """The integrand: constant*polynomial*x**a*log(x)**k*exp(r*x), beside one binomial or its logarithm."""

    name: str
    constant: Term = ONE
    polynomial: Term = ONE
    at_zero: Term = ZERO
    logarithms: int = 0
    rate: Term = ZERO
    under: Binomial | None = None
    within_log: Binomial | None = None

    def take(self, factor: Term, exponent: Term = ONE) -> None:
        """A further factor, raised to a power.

        Raises:
            TermError: it is of no such form.
        """
        times = rational(exponent)
        match factor:
            case _ if self.name not in free_symbols(factor):
                self.constant = mul(self.constant, power(factor, exponent))
            case Symbol():
                self.at_zero = add(self.at_zero, exponent)
            case Mul(factors):
                for f in factors:
                    self.take(f, exponent)
            case Pow(base, inner) if self.name not in free_symbols(inner):
                self.take(base, mul(exponent, inner))
            case Apply("log", (Symbol(),)) if times is not None and times.denominator == 1 and times > 0:
                self.logarithms += int(times)
            case Apply("log", (Add() as inside,)) if times == 1 and not self.within_log:
                self.within_log = self._binomial(inside)
            case Apply("exp", (inner,)):
                self.rate = add(self.rate, mul(exponent, self._slope(inner)))
            case Add() if times == -1 and not self.under:
                self.under = self._binomial(factor)
            case Add() if times is not None and times.denominator == 1 and 0 < times <= MOST_STEPS:
                self.polynomial = mul(self.polynomial, power(factor, exponent))
            case _:
                raise TermError("of another form")

    def _slope(self, inner: Term) -> Term:
        """r where the term is r*x."""
        found = coefficients(inner, self.name)
        if len(found) != 2 or rational(found[0]) != 0:
            raise TermError("not linear")
        return found[1]

    def _binomial(self, factor: Add) -> Binomial:
        constants = [t for t in factor.terms if self.name not in free_symbols(t)]
        others = [t for t in factor.terms if self.name in free_symbols(t)]
        c = rational(add(*constants))
        if not c or len(others) != 1:
            raise TermError("of another form")
        inner = Product(self.name)
        inner.take(others[0])
        a, degree = rational(inner.constant), rational(inner.at_zero)
        plain = inner.polynomial is ONE and not (inner.logarithms or inner.under or inner.within_log)
        if not plain or a is None or abs(a) != abs(c) or degree is None:
            raise TermError("of another form")
        sign = 1 if a == c else -1
        if inner.rate is not ZERO and degree == 0:
            return Binomial(number(a), sign, rate=inner.rate)
        if inner.rate is ZERO and degree > 0:
            return Binomial(number(c), sign, degree)
        raise TermError("of another form")


def zeta_parts(body: Term, name: str, *, unit: bool) -> list[Part]:
    """The rows with their factors and parameters; none if they are not found.

    Raises:
        TermError: the integrand is of another form.
    """
    found = Product(name)
    found.take(body)
    out: list[Part] = []
    for j, c in enumerate(coefficients(found.polynomial, name)):
        if rational(c) == 0:
            continue
        exponent = add(found.at_zero, number(j))
        parts = list(_on_the_unit(found, exponent) if unit else _to_infinity(found, exponent))
        if not parts:
            return []
        out += [(row, mul(found.constant, c, factor), at) for row, factor, at in parts]
    return out


def _on_the_unit(found: Product, exponent: Term) -> Iterator[Part]:
    """Of one power of x, from 0 to 1."""
    a, k = rational(exponent), found.logarithms
    sign = number(-1 if k % 2 else 1)  # log(x)**k = sign*(-log(x))**k
    if a is None or found.rate is not ZERO or (found.under is None) == (found.within_log is None):
        return
    if found.within_log is not None:
        beside = found.within_log
        row = "log(1 + x) over x" if beside.sign > 0 else "log(1 - x) over x"
        if a == -1 and beside.constant is ONE and beside.degree:
            yield row, sign, (number(k + 1), number(beside.degree))
    elif found.under is not None and found.under.degree:
        for row, factor, at in _divided(found.under, a, k):
            yield row, mul(sign, inverse(found.under.constant), factor), at


def _divided(under: Binomial, a: Fraction, k: int) -> Iterator[Part]:
    """x**a*(-log(x))**k over 1 + sign*x**p: powers of x, and what is left of the division."""
    p, left = under.degree, 1
    parts: list[Part] = []
    while a + 1 > p:
        if len(parts) >= MOST_STEPS:
            return
        parts.append(("logarithms", number(under.sign * left), (number(a - p + 1), number(k + 1))))
        left, a = -under.sign * left, a - p
    if k == 0:
        return
    if a + 1 == p:
        row, at = ("over 1 + x" if under.sign > 0 else "over 1 - x"), p
    elif under.sign < 0 and 2 * (a + 1) == p:
        row, at = "over 1 - x**2", a + 1
    else:
        return
    yield from parts
    yield row, number(left), (number(k), number(at))


def _to_infinity(found: Product, exponent: Term) -> Iterator[Part]:
    """Of one power of x, from 0 to infinity: exp(r*x) over exp(s*x) + sign, where r is 0 or s."""
    under = found.under
    if under is None or under.rate is ZERO or found.within_log is not None or found.logarithms:
        return
    rate, factor = under.rate, inverse(under.constant)
    if found.rate is rate or _same(found.rate, rate):  # times exp(-s*x), above and below
        rate, factor = neg(rate), mul(number(under.sign), factor)
    elif rational(found.rate) != 0:
        return
    row = "alternating zeta" if under.sign > 0 else "zeta"
    yield row, factor, (rational_term(rate), exponent)


def _same(left: Term, right: Term) -> bool:
    number_ = rational(left)
    return number_ is not None and number_ == rational(right)


def rational_term(term: Term) -> Term:
    """The term, as a number if it is one."""
    value = rational(term)
    return term if value is None else number(value)


__all__ = ["zeta_parts"]
