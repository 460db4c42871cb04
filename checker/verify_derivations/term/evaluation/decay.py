"""How a function falls as its variable goes to infinity: bounds that hold from some number on.

|f(u)| <= c*u**n*exp(-r*u) for all u >= T, found from how f is built; so the integral from T on is bounded.
"""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from flint import arb

from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.evaluation.ball_functions import REAL, Ball, Undefined, exact
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.syntax.build import add, mul, number, rational
from verify_derivations.term.syntax.nodes import ONE, Add, Apply, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.term.evaluation.balls import Evaluation

Scaled = tuple[Fraction, Ball]
"""n and B: the term lies in u**n*B for all u >= T."""

BOUNDED = {"atan": 2, "tanh": 1, "erf": 1, "sigmoid": 1}
"""Functions whose values are at most so large."""

HIGHEST = 8
"""Higher powers of sums are not multiplied out."""


def gathered(term: Term) -> dict[Term, Fraction]:
    """The summands of a term with their numerical factors, equal ones added up: 1 - (1 - u) is 0*1 + 1*u.

    What has the factor 0 stays, as it must have a value all the same.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> gathered(parse_plain("1 - (1 - u) + 0*v"))
    {Number(Fraction(1, 1)): Fraction(0, 1), Symbol('u'): Fraction(1, 1), Symbol('v'): Fraction(0, 1)}
    """
    found: dict[Term, Fraction] = {}
    todo = [(term, Fraction(1))]
    while todo:
        part, factor = todo.pop()
        if isinstance(part, Add):
            todo += [(t, factor) for t in reversed(part.terms)]
            continue
        numbers = [f.value for f in part.factors if isinstance(f, Number)] if isinstance(part, Mul) else []
        if isinstance(part, Mul) and numbers:
            rest = [f for f in part.factors if not isinstance(f, Number)]
            todo.append((Mul(rest) if len(rest) > 1 else rest[0] if rest else ONE, factor * prod(numbers)))
            continue
        if isinstance(part, Number):
            part, factor = ONE, factor * part.value
        found[part] = found.get(part, Fraction(0)) + factor
    return found


def without_exponentials(term: Term) -> tuple[list[Term], list[Term]]:
    """The exponents of the exponentials among the factors of a term, and the other factors.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> without_exponentials(parse_plain("x*exp(x)*exp(y)"))
    ([Symbol('x'), Symbol('y')], [Symbol('x')])
    """
    exponents: list[Term] = []
    others: list[Term] = []
    todo = [term]
    while todo:
        match todo.pop():
            case Mul(factors):
                todo += reversed(factors)
            case Apply("exp", (g,)):
                exponents.append(g)
            case Pow(Apply("exp", (g,)), Number(r)) if r.denominator == 1:
                exponents.append(mul(number(r), g))
            case Pow(Pow(base, Number(m)), Number(n)) if m.denominator == n.denominator == 1:
                todo.append(Pow(base, number(m * n)))
            case Pow(Mul(factors), Number(n) as whole) if n.denominator == 1:
                todo += [Pow(factor, whole) for factor in reversed(factors)]
            case factor:
                others.append(factor)
    return exponents, others


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
        if isinstance(term, Add | Mul):
            parts = gathered(term)
            if parts != {term: 1}:
                return sum((self._multiple(c, t) for t, c in parts.items()), arb(0))
        n, size, rate = self._product(term)
        top = abs(size).upper()
        if rate > 0:
            if n <= 0:
                return top * self._power(n) * (-rate * self.start).exp() / rate
            order = exact(n + 1)
            return top * (rate * self.start).gamma_upper(order) / rate**order
        if n >= -1 or not rate == 0:  # a ball around 0 is neither
            raise Undefined(term)
        return top * self._power(n + 1) / exact(-n - 1)

    def _multiple(self, factor: Fraction, term: Term) -> Ball:
        """The same for a multiple of a term; of one with the factor 0 it is enough that it has values."""
        if not factor:
            self._product(term)
            return arb(0)
        return abs(exact(factor)) * self.tail(term)

    def _product(self, term: Term) -> tuple[Fraction, Ball, Ball]:
        """n, B and r: the term is at most u**n*|B|*exp(-r*u)."""
        n, size, rate = Fraction(0), arb(1), arb(0)
        exponents, others = without_exponentials(term)
        together = (
            [Apply("exp", (add(*exponents),))] if exponents else []
        )  # one may grow, and their product fall
        for factor in (*others, *together):
            beside = self._beside_exponential(factor)
            if beside is not None:
                more, ball = beside
                size, rate = size * ball, rate + more
                continue
            exponent = self._exponent(factor)
            if exponent is None:
                m, ball = self.scaled(factor)
                n, size = n + m, size * ball
                continue
            m, ball = exponent
            if m >= 1 and ball < 0:
                rate = rate + (-ball).lower() * self._power(m - 1)
            elif 0 < m <= 1:  # it may grow, if another one falls faster
                rate = rate - arb(0).union(ball).upper() * self._power(m - 1)
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

    def _beside_exponential(self, factor: Term) -> tuple[Ball, Ball] | None:
        """r and B where the factor is 1/(a*exp(g) + c)**k with growing g: at most |B|*exp(-r*u)."""
        match factor:
            case Pow(Add(terms), Number(k)) if k.denominator == 1 and k < 0:
                found = _exponential_and_constant(terms)
                if found is None:
                    return None
                a, g, c = found
                n, ball = self.scaled(g)
                if n < 1 or not ball > 0:
                    return None
                small = arb(0).union((-ball.lower() * self._power(n)).exp())
                rest = exact(a) + exact(c) * small  # the sum is exp(g) times this
                if rest.contains(0):
                    return None
                return ball.lower() * exact(-k) * self._power(n - 1), rest ** int(k)
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
                return self._sum(terms)
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

    def _sum(self, terms: tuple[Term, ...]) -> Scaled:
        found = self._exponential_minus_one(terms)
        if found is not None:
            return found
        try:
            powers = self._powers(Add(terms))
            parts = [(Fraction(n), ball) for n, ball in powers.items() if not ball == 0]  # noqa: SIM201  # a ball around 0 is neither
        except Undefined:
            parts = [self.scaled(t) for t in terms]
        top = max((n for n, _ in parts), default=Fraction(0))
        return top, sum((self._lifted(n, ball, top) for n, ball in parts), arb(0))

    def _powers(self, term: Term) -> dict[int, Ball]:
        """The coefficients of a polynomial in u and 1/u, by exponent: 1 - (1 - 1/u) is 1/u.

        Raises:
            Undefined: it is none, or one of high degree.
        """
        if self.name not in free_symbols(term):
            return {0: self.scaled(term)[1]}
        match term:
            case Symbol():
                return {1: arb(1)}
            case Pow(Symbol(), Number(k)) if k.denominator == 1:
                return {int(k): arb(1)}
            case Pow(base, Number(k)) if k.denominator == 1 and 0 < k <= HIGHEST:
                return self._product_of_powers([self._powers(base)] * int(k))
            case Mul(factors):
                return self._product_of_powers([self._powers(f) for f in factors])
            case Add(terms):
                total: dict[int, Ball] = {}
                for t in terms:
                    for n, c in self._powers(t).items():
                        total[n] = total.get(n, arb(0)) + c
                return total
        raise Undefined(term)

    @staticmethod
    def _product_of_powers(all_of_them: list[dict[int, Ball]]) -> dict[int, Ball]:
        product = {0: arb(1)}
        for powers in all_of_them:
            longer: dict[int, Ball] = {}
            for n, c in product.items():
                for m, d in powers.items():
                    longer[n + m] = longer.get(n + m, arb(0)) + c * d
            product = longer
        return product

    def _exponential_minus_one(self, terms: tuple[Term, ...]) -> Scaled | None:
        """exp(w) - 1 = w*exp(v) for some v between 0 and w, if w goes to 0; or a multiple of this."""
        found = _exponential_and_constant(terms)
        if found is None or found[0] != -found[2]:
            return None
        n, ball = self.scaled(found[1])
        if n >= 0:
            return None
        return n, exact(found[0]) * ball * arb(0).union(self._lifted(n, ball, Fraction(0))).exp()

    def _log_near_one(self, argument: Term) -> Scaled | None:
        """log(1 + w) = w/(1 + v) for some v between 0 and w, if w goes to 0."""
        try:
            powers = self._powers(argument)
        except Undefined:
            return None
        one = powers.pop(0, arb(0))
        parts = [(Fraction(n), c) for n, c in powers.items() if not c == 0]  # noqa: SIM201  # as above
        top = max((n for n, _ in parts), default=Fraction(0))
        if not one == 1 or top >= 0:  # noqa: SIM201
            return None
        ball = sum((self._lifted(n, c, top) for n, c in parts), arb(0))
        beside = 1 + arb(0).union(self._lifted(top, ball, Fraction(0)))
        return (top, ball / beside) if beside > 0 else None

    def _raised(self, term: Term, base: Scaled, r: Fraction) -> Scaled:
        n, ball = base
        if r.denominator == 1 and (r > 0 or not ball.contains(0)):
            return n * r, ball ** int(r)
        if ball > 0:
            return n * r, (ball.log() * exact(r)).exp()
        raise Undefined(term)

    def _applied(self, term: Term, name: str, argument: Term) -> Scaled:
        if name == "log" and (near := self._log_near_one(argument)) is not None:
            return near
        if name == "log" and (parts := without_exponentials(argument))[0]:
            exponents, others = parts
            logs = [Apply("log", (mul(*others),))] if others else []
            return self.scaled(add(*exponents, *logs))
        n, ball = self.scaled(argument)
        if name == "exp":
            return Fraction(0), self._exp(n, ball)
        if name == "Abs":
            return n, abs(ball)
        if name == "sin" and n < 0:  # sin(w) is at most w
            return n, ball * arb(0, 1)
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


def _exponential_and_constant(terms: tuple[Term, ...]) -> tuple[Fraction, Term, Fraction] | None:
    """a, g and c where the sum is a*exp(g) + c, and a is not zero."""
    if len(terms) != 2:
        return None
    for one, other in (terms, terms[::-1]):
        c, factors = rational(other), one.factors if isinstance(one, Mul) else (one,)
        exponentials = [f for f in factors if isinstance(f, Apply) and f.function == "exp"]
        if c is None or len(exponentials) != 1:
            continue
        a = rational(mul(*(f for f in factors if f is not exponentials[0])))
        if a:
            return a, exponentials[0].arguments[0], c
    return None


__all__ = ["Decay"]
