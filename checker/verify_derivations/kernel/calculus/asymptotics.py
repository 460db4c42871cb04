"""Asymptotic expansions as t goes to 0 from above: coefficients times monomials, and a bound on the rest.

A monomial is exp(c_1 t**-g_1 + c_2 t**-g_2 + ...) t**a log(1/t)**b with real c, a, b and rational g > 0. For
small t it is positive, and of any two of them one outgrows the other or they are equal. A series says

    f(t) = sum of coefficients times monomials + O(error)    as t goes to 0+,

for every point of which the statement speaks. What cannot be told (which of two outgrows the other, whether a
coefficient is zero) is raised, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from flint import acb, arb

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Element, as_rational
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined, set_precision
from verify_derivations.term.syntax.traverse import free_symbols

PRECISION = 256


class Imprecise(CertificateError):
    """More terms of an expansion are needed."""


@dataclass(frozen=True)
class Monomial:
    """exp(sum of c t**-g over `growth`) * t**power * log(1/t)**logs; `growth` has (g, c), largest g first."""

    growth: tuple[tuple[Fraction, Element], ...]
    power: Element
    logs: Element


@dataclass(frozen=True)
class Series:
    """Terms, each of which outgrows the next, and a monomial that bounds the rest; None: there is no rest."""

    terms: tuple[tuple[Monomial, Element], ...]
    error: Monomial | None = None


class Scale:
    """Arithmetic with series whose coefficients are elements of a field.

    Args:
        v: the valuation that knows the signs of the coefficients.
        most: how many terms of a series are kept.
    """

    def __init__(self, v: Valuation, most: int) -> None:
        self.v, self.field, self.most = v, v.field, most
        self.one = Monomial((), v.field.zero, v.field.zero)

    # ---- coefficients ----------------------------------------------------------------------------
    def sign(self, c: Element) -> int:
        """The sign of a coefficient that is known to be a real number.

        Raises:
            CertificateError: it is not the same, or not known, at all points.
        """
        if c[0].is_zero():
            return 0
        known = self.v.signs.of_element(c)
        if known in ("+", "-"):
            return 1 if known == "+" else -1
        ball = self._ball(c)
        if ball is not None:
            real = ball.real if type(ball) is acb and ball.imag.contains(0) else ball
            if type(real) is arb and (real > 0 or real < 0):
                return 1 if real > 0 else -1
        raise CertificateError("the sign of a coefficient is not known")

    def nonzero(self, c: Element) -> bool:
        """The coefficient is surely not zero at any point."""
        if self.v.signs.nonzero(c):
            return True
        ball = self._ball(c)
        return ball is not None and not ball.contains(0)

    def _ball(self, c: Element) -> Ball | None:
        """A ball around a coefficient without symbols."""
        term = element_term(self.field, c)
        if free_symbols(term):
            return None
        set_precision(PRECISION)
        try:
            return Evaluation({}, complex_values=True).value(term)
        except (Undefined, TermError):
            return None

    # ---- monomials -------------------------------------------------------------------------------
    def compare(self, m: Monomial, n: Monomial) -> int:
        """1 if m/n goes to infinity, -1 if it goes to 0, 0 if the two are equal."""
        quotient = self.times(m, self.raised(n, self.field.rational(Fraction(-1))))
        if quotient.growth:
            return self._known(quotient.growth[0][1])
        if not quotient.power[0].is_zero():
            return -self._known(quotient.power)
        return self._known(quotient.logs)

    def _known(self, c: Element) -> int:
        number = as_rational(c)
        return self.sign(c) if number is None else (number > 0) - (number < 0)

    def times(self, m: Monomial, n: Monomial) -> Monomial:
        growth: dict[Fraction, Element] = {}
        for g, c in (*m.growth, *n.growth):
            growth[g] = self._plus(growth[g], c) if g in growth else c
        kept = tuple((g, growth[g]) for g in sorted(growth, reverse=True) if not growth[g][0].is_zero())
        return Monomial(kept, self._plus(m.power, n.power), self._plus(m.logs, n.logs))

    def raised(self, m: Monomial, r: Element) -> Monomial:
        """m to a real power."""
        growth = tuple((g, self._times(c, r)) for g, c in m.growth)
        return Monomial(growth, self._times(m.power, r), self._times(m.logs, r))

    def _plus(self, a: Element, b: Element) -> Element:
        return self.field.reduced(self.field.add(a, b))

    def _times(self, a: Element, b: Element) -> Element:
        return self.field.reduced(self.field.mul(a, b))

    # ---- series ----------------------------------------------------------------------------------
    def constant(self, c: Element) -> Series:
        return Series(() if c[0].is_zero() else ((self.one, c),))

    def power_of_t(self, r: Fraction, c: Element) -> Series:
        """c t**r."""
        return Series(((Monomial((), self.field.rational(r), self.field.zero), c),))

    def log_of_inverse(self, c: Element) -> Series:
        """c log(1/t)."""
        return Series(((Monomial((), self.field.zero, self.field.one), c),))

    def exponential_parts(self, a: Series) -> tuple[Monomial, Element, Series]:
        """m, c and e with exp(a) = m exp(c) exp(e), where e goes to 0.

        Raises:
            CertificateError: a has a term that goes to infinity in another way than c t**-g and c log(1/t).
        """
        growth: list[tuple[Fraction, Element]] = []
        power, constant, small = self.field.zero, self.field.zero, []
        for m, c in a.terms:
            order = self.compare(m, self.one)
            if order < 0:
                small.append((m, c))
            elif order == 0:
                constant = c
            elif not self.v.signs.real(c) or m.growth:
                raise CertificateError("an exponential grows in a way that is not compared")
            elif as_rational(m.logs) == 1 and m.power[0].is_zero():
                power = self.field.neg(c)  # exp(c log(1/t)) = t**-c
            else:
                exponent = as_rational(m.power)
                if exponent is None or not m.logs[0].is_zero():
                    raise CertificateError("an exponential grows in a way that is not compared")
                growth.append((-exponent, c))
        if a.error is not None and self.compare(a.error, self.one) >= 0:
            raise Imprecise("an argument is not known well enough")
        m = Monomial(tuple(sorted(growth, key=lambda part: -part[0])), power, self.field.zero)
        return m, constant, Series(tuple(small), a.error)

    def add(self, a: Series, b: Series) -> Series:
        merged: list[tuple[Monomial, Element]] = []
        left, right = list(a.terms), list(b.terms)
        while left and right:
            order = self.compare(left[0][0], right[0][0])
            if order == 0:
                (m, c), (_, d) = left.pop(0), right.pop(0)
                total = self._plus(c, d)
                if not total[0].is_zero():
                    merged.append((m, total))
            else:
                merged.append((left if order > 0 else right).pop(0))
        return self._cut((*merged, *left, *right), self._larger(a.error, b.error))

    def _larger(self, m: Monomial | None, n: Monomial | None) -> Monomial | None:
        if m is None or n is None:
            return m or n
        return m if self.compare(m, n) >= 0 else n

    def _cut(self, terms: Sequence[tuple[Monomial, Element]], error: Monomial | None) -> Series:
        """Without the terms that the error swallows, and without those beyond the number that is kept."""
        if error is not None:
            bound = error
            terms = [t for t in terms if self.compare(t[0], bound) > 0]
        if len(terms) > self.most:
            return Series(tuple(terms[: self.most]), terms[self.most][0])
        return Series(tuple(terms), error)

    def scaled(self, a: Series, m: Monomial, c: Element) -> Series:
        """c m a."""
        terms = tuple((self.times(n, m), self._times(d, c)) for n, d in a.terms)
        return Series(terms, None if a.error is None else self.times(a.error, m))

    def mul(self, a: Series, b: Series) -> Series:
        total = Series(())
        for m, c in b.terms:
            total = self.add(total, self.scaled(a, m, c))
        bound = self._bound(a)
        if b.error is not None and bound is not None:
            total = self.add(total, Series((), self.times(bound, b.error)))
        return total

    def _bound(self, a: Series) -> Monomial | None:
        """A monomial that a is of the order of, at most; None if a is zero."""
        return a.terms[0][0] if a.terms else a.error

    def negative(self, a: Series) -> Series:
        return self.scaled(a, self.one, self.field.rational(Fraction(-1)))

    def leading(self, a: Series) -> tuple[Monomial, Element]:
        """The first term, whose coefficient is not zero.

        Raises:
            Imprecise: no term is known.
            CertificateError: the series is zero, or its first coefficient may be.
        """
        if not a.terms:
            if a.error is None:
                raise CertificateError("something is zero all around the point")
            raise Imprecise("the leading term is not known")
        m, c = a.terms[0]
        if not self.nonzero(c):
            raise CertificateError("the leading coefficient may be zero")
        return m, c

    def around_one(self, a: Series) -> tuple[Monomial, Element, Series]:
        """m, c and e with a = c m (1 + e), where e goes to 0."""
        m, c = self.leading(a)
        back = self.raised(m, self.field.rational(Fraction(-1)))
        rest = Series(a.terms[1:], a.error)
        return m, c, self.scaled(rest, back, self.field.inverse(c))

    def composed(self, e: Series, coefficient: Callable[[int], Element]) -> Series:
        """The sum of coefficient(k) e**k: a function that is analytic or smooth at 0, of e that goes to 0."""
        total, power, bound = self.constant(coefficient(0)), self.constant(self.field.one), self._bound(e)
        if bound is None:
            return total
        if self.compare(bound, self.one) >= 0:
            raise Imprecise("an argument is not known well enough")
        for k in range(1, self.most + 1):
            power = self.mul(power, e)
            total = self.add(total, self.scaled(power, self.one, coefficient(k)))
        rest = self.raised(bound, self.field.rational(Fraction(self.most + 1)))
        return self.add(total, Series((), rest))

    # ---- limits ----------------------------------------------------------------------------------
    def limit(self, a: Series) -> tuple[int, Element]:
        """(0, c) for a finite limit c, (1, _) and (-1, _) for the infinities.

        Raises:
            CertificateError: it is not known.
        """
        if a.terms and (order := self.compare(a.terms[0][0], self.one)) >= 0:
            c = a.terms[0][1]
            if order > 0:
                return self.sign(self.leading(a)[1]), c
            if a.error is None or self.compare(a.error, self.one) < 0:
                return 0, c
        elif a.error is None or self.compare(a.error, self.one) < 0:
            return 0, self.field.zero
        raise Imprecise("the limit is not known")
