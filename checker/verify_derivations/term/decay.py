"""How a function falls as its variable goes to infinity: bounds that hold from some number on.

|f(u)| <= c*u**n*exp(-r*u) for all u >= T, found from how f is built; so the integral from T on is bounded.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flint import arb

from verify_derivations.term.ball_functions import REAL, Ball, Undefined, exact
from verify_derivations.term.exact import rational_value
from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.nodes import Add, Apply, Mul, Number, Pow, Symbol, Term, free_symbols

if TYPE_CHECKING:
    from verify_derivations.term.balls import Evaluation

Scaled = tuple[Fraction, Ball]
"""n and B: the term lies in u**n*B for all u >= T."""

BOUNDED = {"atan": 2, "tanh": 1, "erf": 1, "sigmoid": 1}
"""Functions whose values are at most so large."""


class Decay:
    """Bounds of terms in one symbol, from T >= 1 on.

    Args:
        e: the values of the other symbols.
        name: the symbol.
        start: T.
    """

    def __init__(self, e: Evaluation, name: str, start: int) -> None:
        self.e, self.name, self.start = e, name, arb(start)

    def tail(self, term: Term) -> Ball:
        """A number that is not smaller than the integral of the absolute value from T on.

        Raises:
            Undefined: none is found.
        """
        if isinstance(term, Add):
            return sum((self.tail(t) for t in term.terms), arb(0))
        n, size, rate = self._product(term)
        top = abs(size).upper()
        if rate > 0:
            if n <= 0:
                return top * self._power(n) * (-rate * self.start).exp() / rate
            order = exact(n + 1)
            return top * (rate * self.start).gamma_upper(order) / rate**order
        if n >= -1:
            raise Undefined(term)
        return top * self._power(n + 1) / exact(-n - 1)

    def _product(self, term: Term) -> tuple[Fraction, Ball, Ball]:
        """n, B and r: the term is at most u**n*|B|*exp(-r*u)."""
        n, size, rate = Fraction(0), arb(1), arb(0)
        for factor in term.factors if isinstance(term, Mul) else (term,):
            if isinstance(factor, Mul):
                m, ball, more = self._product(factor)
                n, size, rate = n + m, size * ball, rate + more
                continue
            exponent = self._exponent(factor)
            if exponent is None:
                m, ball = self.scaled(factor)
                n, size = n + m, size * ball
                continue
            m, ball = exponent
            if m >= 1 and ball < 0:
                rate = rate + (-ball).lower() * self._power(m - 1)
            else:
                size = size * self._exp(m, ball)
        return n, size, rate

    def _exponent(self, factor: Term) -> Scaled | None:
        """g where the factor is exp(g), a power of it, or b**x."""
        match factor:
            case Apply("exp", (g,)):
                return self.scaled(g)
            case Pow(Apply("exp", (g,)), Number(r)):
                n, ball = self.scaled(g)
                return n, ball * exact(r)
            case Pow(base, exponent) if self.name not in free_symbols(base) and self.name in free_symbols(
                exponent
            ):
                value = self.e.value(base)
                if type(value) is arb and value > 0:
                    n, ball = self.scaled(exponent)
                    return n, ball * value.log()
        return None

    # ---- enclosures ------------------------------------------------------------------------------
    def scaled(self, term: Term) -> Scaled:
        """n and B with the term in u**n*B for all u >= T, where it is defined.

        Raises:
            Undefined: it may not be, or none are found.
        """
        if self.name not in free_symbols(term):
            value = self.e.value(term)
            if type(value) is not arb:
                raise Undefined(term)
            return Fraction(0), value
        match term:
            case Symbol():
                return Fraction(1), arb(1)
            case Add(terms):
                parts = [self.scaled(t) for t in terms]
                top = max(n for n, _ in parts)
                return top, sum((self._lifted(n, ball, top) for n, ball in parts), arb(0))
            case Mul(factors):
                n, product = Fraction(0), arb(1)
                for factor in factors:
                    m, ball = self.scaled(factor)
                    n, product = n + m, product * ball
                return n, product
            case Pow(base, exponent) if (r := rational_value(exponent, self.e.rationals)) is not None:
                return self._raised(term, self.scaled(base), r)
            case Pow():
                g = self._exponent(term)
                if g is not None:
                    return Fraction(0), self._exp(*g)
            case Apply(name, (argument,)):
                return self._applied(term, name, argument)
        raise Undefined(term)

    def _raised(self, term: Term, base: Scaled, r: Fraction) -> Scaled:
        n, ball = base
        if r.denominator == 1 and (r > 0 or not ball.contains(0)):
            return n * r, ball ** int(r)
        if ball > 0:
            return n * r, (ball.log() * exact(r)).exp()
        raise Undefined(term)

    def _applied(self, term: Term, name: str, argument: Term) -> Scaled:
        n, ball = self.scaled(argument)
        if name == "exp":
            return Fraction(0), self._exp(n, ball)
        if name in ("sin", "cos"):
            return Fraction(0), arb(0, 1)
        if name == "log" and ball > 0:
            logarithm = exact(n) * arb(0).union(arb(3) / 2)  # 0 <= log(u) <= (4/e)*u**(1/4)
            if n == 0:
                return n, ball.log()
            quarter = Fraction(1, 4)
            return quarter, logarithm + self._lifted(Fraction(0), ball.log(), quarter)
        if n <= 0 and name in REAL:
            value = REAL[name](self._lifted(n, ball, Fraction(0)))
            if value.is_finite():
                return Fraction(0), value
        if BOUNDED.get(name):
            return Fraction(0), arb(0, BOUNDED[name])
        row = FUNCTIONS.get(name)
        meaning = row and (row.means or row.means_real)
        if meaning:
            return self.scaled(instantiate(meaning, (argument,)))
        raise Undefined(term)

    def _exp(self, n: Fraction, ball: Ball) -> Ball:
        if n <= 0:
            return self._lifted(n, ball, Fraction(0)).exp()
        if ball < 0:
            return arb(0).union((ball.upper() * self._power(n)).exp())
        raise Undefined(None)

    def _lifted(self, n: Fraction, ball: Ball, top: Fraction) -> Ball:
        """B' with u**n*B in u**top*B'."""
        return ball if n == top else ball * arb(0).union(self._power(n - top))

    def _power(self, n: Fraction) -> Ball:
        return (self.start.log() * exact(n)).exp()


__all__ = ["Decay"]
