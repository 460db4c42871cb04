"""The asymptotic expansion of a term, as one of its symbols goes to a point from one side.

Where a term is expanded, it is shown to be defined (and real) near the point: under a root or a logarithm
stands something positive, what is divided by is not zero, and the conditions of the table of functions hold.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb, factorial

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Element, as_rational
from verify_derivations.kernel.calculus.asymptotics import Imprecise, Scale, Series
from verify_derivations.kernel.calculus.coefficients import Coefficients
from verify_derivations.kernel.calculus.sequences import Turns
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.functions import FUNCTIONS, Function, conditions_of, instantiate
from verify_derivations.term.calculus.unknown import is_unknown
from verify_derivations.term.syntax.build import inverse, mul, neg, power, sqrt
from verify_derivations.term.syntax.nodes import HALF, ONE, PI, Add, Apply, I, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise
from verify_derivations.term.syntax.traverse import free_symbols, subterms

REAL_LOGARITHMS = frozenset(("asinh", "acosh", "atanh"))
"""Inverse functions that are logarithms of positive numbers wherever they are real."""

LARGEST_POWER = 12
"""Larger whole powers are taken by the binomial series."""


class Expansion:
    """Expansions of terms, as a symbol goes to a point.

    Args:
        scale: the arithmetic.
        name: the symbol.
        at: its own expansion, in the small positive quantity.
        coefficients: what is known of the terms without the symbol.
        parity: where it goes along whole numbers only, 1 for even and -1 for odd ones; 0: along all numbers.
    """

    def __init__(
        self, scale: Scale, name: str, at: Series, coefficients: Coefficients, parity: int = 0
    ) -> None:
        self.scale, self.name, self.at = scale, name, at
        self.field = scale.field
        self.turns = Turns(name, parity)
        self.coefficients = coefficients
        self.memo: dict[Term, Series] = {}

    def of(self, term: Term) -> Series:
        """The expansion of a term.

        Raises:
            CertificateError: it is not known, or the term may not be defined near the point.
        """
        found = self.memo.get(term)
        if found is None:
            found = self.memo[term] = self._of(term)
        return found

    def _of(self, term: Term) -> Series:
        if self.name not in free_symbols(term):
            return self.scale.constant(self.coefficients.defined(term))
        match term:
            case Symbol():
                return self.at
            case Add(terms):
                total = Series(())
                for t in terms:
                    total = self.scale.add(total, self.of(t))
                return total
            case Mul(factors):
                product = self.scale.constant(self.field.one)
                for f in factors:
                    product = self.scale.mul(product, self.of(f))
                return product
            case Pow(base, Number(exponent)):
                return self._power(base, exponent)
            case Pow(base, exponent):
                return self._general_power(base, exponent)
            case Apply(name, arguments):
                return self._apply(term, name, arguments)
            case Piecewise():
                return self.of(self._case(term))
        raise CertificateError(f"a {type(term).__name__} is not expanded")

    # ---- powers ----------------------------------------------------------------------------------
    def _power(self, base: Term, exponent: Fraction) -> Series:
        series = self.of(base)
        whole = exponent.denominator == 1
        if whole and 0 < exponent <= LARGEST_POWER:
            product = series
            for _ in range(int(exponent) - 1):
                product = self.scale.mul(product, series)
            return product
        m, c, e = self.scale.around_one(series)
        if not whole and self.scale.sign(self._real(base, c)) < 0:
            raise CertificateError("the base of a power is negative near the point")
        r = self.field.rational(exponent)
        return self.scale.scaled(
            self.scale.composed(e, lambda k: self.field.rational(_binomial(exponent, k))),
            self.scale.raised(m, r),
            self.coefficients.power(c, exponent),
        )

    def _general_power(self, base: Term, exponent: Term) -> Series:
        """b**e = exp(e log b) for positive b; for negative b and whole e it is (-b)**e, up to its sign."""
        if not (self.turns.may_turn(base, exponent) and self.sign(base) < 0):
            return self.exp(self.scale.mul(self.of(exponent), self.log(base)))
        sign = self.field.rational(Fraction(self.turns.turned(exponent)))
        size = self.exp(self.scale.mul(self.of(exponent), self.log(neg(base))))
        return self.scale.scaled(size, self.scale.one, sign)

    def _real(self, term: Term, c: Element) -> Element:
        """The leading coefficient of a term that is real: it has no imaginary unit, and is defined."""
        if any(t is I for t in subterms(term)) and not self.scale.v.signs.real(c):
            raise CertificateError("something may be complex near the point")
        return c

    # ---- exponentials and logarithms -----------------------------------------------------------------
    def log(self, argument: Term) -> Series:
        """The logarithm of a term that is positive near the point."""
        m, c, e = self.scale.around_one(self.of(argument))
        if self.scale.sign(self._real(argument, c)) < 0:
            raise CertificateError("the argument of a logarithm is negative near the point")
        if not m.logs[0].is_zero():
            raise CertificateError("a logarithm of a logarithm is not expanded")
        total = self.scale.constant(self.coefficients.log(c))
        for g, coefficient in m.growth:
            total = self.scale.add(total, self.scale.power_of_t(-g, coefficient))
        if not m.power[0].is_zero():  # log t**a = -a log(1/t)
            total = self.scale.add(total, self.scale.log_of_inverse(self.field.neg(m.power)))
        small = self.scale.composed(
            e, lambda k: self.field.rational(Fraction((-1) ** (k + 1), k) if k else Fraction(0))
        )
        return self.scale.add(total, small)

    def exp(self, series: Series) -> Series:
        """The exponential of a series."""
        m, c, e = self.scale.exponential_parts(series)
        small = self.scale.composed(e, lambda k: self.field.rational(Fraction(1, factorial(k))))
        return self.scale.scaled(small, m, self.coefficients.exp(c))

    # ---- functions -------------------------------------------------------------------------------
    def _apply(self, term: Apply, name: str, arguments: tuple[Term, ...]) -> Series:
        if is_unknown(name):
            return self._taylor(term, arguments)
        row = FUNCTIONS[name]
        for condition in conditions_of(row, arguments):
            self._require(condition, arguments)
        special = SPECIAL.get(name)
        if special is not None:
            return special(self, arguments[0])
        if row.orders and name != "polygamma":
            raise CertificateError(f"{name} is not expanded")
        meaning = row.means or row.means_real
        if meaning:
            return self.of(instantiate(meaning, arguments))
        try:
            return self._taylor(term, arguments)
        except Imprecise:
            raise
        except CertificateError:
            return self._elsewhere(row, arguments)

    def _elsewhere(self, row: Function, arguments: tuple[Term, ...]) -> Series:
        """A function at a point at which it is not smooth, or at an infinity."""
        if row.name in REAL_LOGARITHMS:
            return self.of(instantiate(row.logarithmic, arguments))
        if row.name in ELSEWHERE:
            return ELSEWHERE[row.name](self, arguments[0])
        if row.up and self.goes_to(arguments[0], 0):
            return self.of(instantiate(row.up, arguments))
        raise CertificateError(f"{row.name} is not expanded there")

    def goes_to(self, term: Term, number: int) -> bool:
        """The limit of the term is that number."""
        infinite, c = self.scale.limit(self.of(term))
        return not infinite and as_rational(c) == number

    def _require(self, condition: str, arguments: tuple[Term, ...]) -> None:
        """A condition of the table holds near the point."""
        if condition.endswith(" nonpole"):
            formula, relation = condition.removesuffix(" nonpole"), ">"
        else:
            formula, relation, _ = condition.rsplit(" ", 2)
        inner = instantiate(formula, arguments)
        if self.name not in free_symbols(inner):
            return  # the statement requires it
        if relation == "!=":
            self.scale.leading(self.of(inner))  # raises where it may be zero
        elif self.sign(inner) < (1 if relation == ">" else 0):
            raise CertificateError("a function is not defined near the point")

    def sign(self, term: Term) -> int:
        """The sign of a real term near the point; 0 if it is zero all around."""
        series = self.of(term)
        if not series.terms and series.error is None:
            return 0
        return self.scale.sign(self._real(term, self.scale.leading(series)[1]))

    def _taylor(self, term: Apply, arguments: tuple[Term, ...]) -> Series:
        """A smooth function of an argument with a finite limit at which it is smooth."""
        row = FUNCTIONS.get(term.function)
        if len(arguments) != 1 or (row is not None and not row.analytic):
            raise CertificateError(f"{term.function} is not expanded")
        series = self.of(arguments[0])
        infinite, c = self.scale.limit(series)
        if infinite:
            raise CertificateError(f"{term.function} is not expanded at an infinity")
        e = self.scale.add(series, self.scale.constant(self.field.neg(c)))
        if row is not None:
            self.coefficients.require_smooth(term.function, c)
        elif not self.scale.v.signs.real(c):
            raise CertificateError("the argument of a function may be complex")
        z = Symbol(f"{self.name}@")
        slopes: list[Term] = [Apply(term.function, (z,))]

        def coefficient(k: int) -> Element:
            while len(slopes) <= k:
                slopes.append(differentiate(slopes[-1], z))
            value = self.coefficients.value(slopes[k], z.name, c)
            return self.field.scale(value, Fraction(1, factorial(k)))

        return self.scale.composed(e, coefficient)

    # ---- cases -----------------------------------------------------------------------------------
    def _case(self, term: Piecewise) -> Term:
        """The case that applies near the point."""
        for value, condition in zip(term.values, term.conditions, strict=True):
            if self._holds(condition):
                return value
        raise CertificateError("no case applies near the point")

    def _holds(self, condition: All) -> bool:
        return all(self._compared(part) for part in condition.parts)

    def _compared(self, part: Comparison) -> bool:
        sign = self.sign(Add((part.left, neg(part.right))))
        return {
            "<": sign < 0,
            "<=": sign <= 0,
            ">": sign > 0,
            ">=": sign >= 0,
            "=": sign == 0,
            "!=": sign != 0,
        }[part.relation]


def _binomial(r: Fraction, k: int) -> Fraction:
    """The binomial coefficient of r and k."""
    if r.denominator == 1 and r >= 0:
        return Fraction(comb(int(r), k))
    out = Fraction(1)
    for j in range(k):
        out = out * (r - j) / (j + 1)
    return out


def _absolute(x: Expansion, u: Term) -> Series:
    return x.of(u) if x.sign(u) >= 0 else x.scale.negative(x.of(u))


def _sign(x: Expansion, u: Term) -> Series:
    return x.scale.constant(x.field.rational(Fraction(x.sign(u))))


def _atan_at_infinity(x: Expansion, u: Term) -> Series:
    """atan(u) = pi/2 - atan(1/u) for u > 0, and -pi/2 - atan(1/u) for u < 0."""
    half_turn = mul(HALF if x.sign(u) > 0 else neg(HALF), PI)
    return x.of(Add((half_turn, neg(Apply("atan", (inverse(u),))))))


def _erf_at_infinity(x: Expansion, u: Term) -> Series:
    """|1 - erf(u)| < exp(-u**2) for u > 0, and erf is odd."""
    tail = x.exp(x.of(neg(power(u, 2))))
    if not tail.terms:
        raise Imprecise("an argument is not known well enough")
    return x.scale.add(_sign(x, u), Series((), tail.terms[0][0]))


def _asin_at_one(x: Expansion, u: Term) -> Series:
    """asin(u) = pi/2 - 2 asin(sqrt((1 - u)/2)) for 0 <= u <= 1, and asin is odd."""
    sign = x.sign(u)
    size = mul(HALF, Add((ONE, neg(u if sign > 0 else neg(u)))))
    if not x.goes_to(size, 0):
        raise CertificateError("asin is not expanded there")
    quarter = Add((mul(HALF, PI), mul(Number(-2), Apply("asin", (sqrt(size),)))))
    return x.of(quarter if sign > 0 else neg(quarter))


def _floor(x: Expansion, u: Term) -> Series:
    """Of something that goes to a rational number: the whole number below it, near the point."""
    infinite, c = x.scale.limit(x.of(u))
    value = as_rational(c)
    if infinite or value is None:
        raise CertificateError("a whole part is not known near the point")
    below = value.denominator == 1 and x.sign(Add((u, neg(Number(value))))) < 0
    return x.scale.constant(x.field.rational(Fraction(value.__floor__() - below)))


def _wave(function: str) -> Callable[[Expansion, Term], Series]:
    """sin or cos: by exponentials, and where the argument goes to infinity nothing is known but that it is at
    most 1."""

    def expand(x: Expansion, u: Term) -> Series:
        x.of(u)  # has to be defined
        try:
            return x.of(instantiate(FUNCTIONS[function].means, (u,)))
        except Imprecise:
            raise
        except CertificateError:
            return Series((), x.scale.one)

    return expand


SPECIAL: dict[str, Callable[[Expansion, Term], Series]] = {
    "exp": lambda x, u: x.exp(x.of(u)),
    "log": lambda x, u: x.log(u),
    "Abs": _absolute,
    "sign": _sign,
    "sin": _wave("sin"),
    "cos": _wave("cos"),
}

ELSEWHERE: dict[str, Callable[[Expansion, Term], Series]] = {
    "atan": _atan_at_infinity,
    "erf": _erf_at_infinity,
    "asin": _asin_at_one,
    "floor": _floor,
    "ceiling": lambda x, u: x.scale.negative(_floor(x, neg(u))),
}
"""Functions at an infinity, and where they are not smooth."""

__all__ = ["Expansion"]
