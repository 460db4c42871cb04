"""The terms of a series taken apart: polynomials in the index, powers with it, factorials of it.

A term t(k) = p(k)*h(k), where p is a polynomial and h a product of what is never zero: 1/q(k), b**(a*k + c),
gamma(a*k + c)**e with whole a and e. Of h the ratio h(k + 1)/h(k) is a rational function of k.
"""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from math import factorial

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.syntax.build import add, inverse, mul, number, power, rational
from verify_derivations.term.syntax.nodes import ONE, Add, Apply, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols

LARGEST_DEGREE = 12
LARGEST_SLOPE = 6
LARGEST_FACTORIAL = 100


@dataclass
class Parts:
    """What a term is the product of. `powers` has (b, a, c) for b**(a*k + c), `gammas` (a, c, e).

    `cancelled` are factors above and below the line: the term has no value where one of them is zero.
    """

    name: str
    above: list[Term] = field(default_factory=list)
    below: list[Term] = field(default_factory=list)
    powers: list[tuple[Term, int, Term]] = field(default_factory=list)
    gammas: list[tuple[int, Fraction, int]] = field(default_factory=list)
    cancelled: list[Term] = field(default_factory=list)

    def take(self, term: Term, sign: int) -> None:
        """The term (or, with the sign -1, its reciprocal) as a further factor.

        Raises:
            TermError: it is of no such form.
        """
        if self.name not in free_symbols(term):
            self.above.append(term if sign > 0 else inverse(term))
            return
        match term:
            case Mul(factors):
                for factor in factors:
                    self.take(factor, sign)
            case Pow(base, Number(exponent)) if exponent.denominator == 1 and exponent:
                if abs(exponent) > LARGEST_DEGREE:
                    raise TermError("a polynomial of too high a degree")
                for _ in range(abs(int(exponent))):
                    self.take(base, sign if exponent > 0 else -sign)
            case Pow(base, exponent) if self.name not in free_symbols(base):
                self._power(base, exponent, sign)
            case Apply("exp", (exponent,)):
                self._exponential(exponent, sign)
            case Apply("factorial", (argument,)):
                self._gamma(add(argument, ONE), sign)
            case Apply("gamma", (argument,)):
                self._gamma(argument, sign)
            case _:
                coefficients(term, self.name)
                (self.above if sign > 0 else self.below).append(term)
        if len(self.above) + len(self.below) > 4 * LARGEST_DEGREE:
            raise TermError("a polynomial of too high a degree")

    def _power(self, base: Term, exponent: Term, sign: int) -> None:
        """b**(a*k + c)."""
        slope, rest = linear(exponent, self.name)
        whole = rational(slope)
        if whole is not None and whole.denominator == 1 and abs(whole) <= LARGEST_SLOPE:
            self.powers.append((base, sign * int(whole), mul(number(sign), rest)))
        else:
            raise TermError("a power whose exponent is no whole multiple of the index")

    def _exponential(self, exponent: Term, sign: int) -> None:
        """exp(a*k + c), with any a that does not hold the index, is exp(a)**k*exp(c)."""
        slope, rest = linear(exponent, self.name)
        self.powers.append((Apply("exp", (slope,)), sign, Number(0)))
        self.above.append(Apply("exp", (mul(number(sign), rest),)))

    def _gamma(self, argument: Term, sign: int) -> None:
        slope, rest = linear(argument, self.name)
        a, c = rational(slope), rational(rest)
        if a is None or c is None or a.denominator != 1 or not 1 <= a <= LARGEST_SLOPE:
            raise TermError("a factorial of something that is no whole multiple of the index")
        self.gammas.append((int(a), c, sign))

    # ---- the parts as terms --------------------------------------------------------------------------
    def polynomial(self) -> Term:
        """p as a term."""
        return mul(*self.above) if self.above else ONE

    def ratio(self) -> Term:
        """h(k + 1)/h(k)."""
        k = Symbol(self.name)
        after = add(k, ONE)
        found: list[Term] = []
        for q in self.below:
            found += [q, inverse(substitute(q, {self.name: after}))]
        for base, slope, _ in self.powers:
            found.append(power(base, slope))
        for a, c, e in self.gammas:
            found += [power(add(mul(number(a), k), number(c + i)), e) for i in range(a)]
        return mul(*found) if found else ONE

    def never_zero(self, at: int) -> Term:
        """h at a whole number."""
        k = Number(at)
        found = [inverse(substitute(q, {self.name: k})) for q in self.below]
        found += [power(base, add(number(slope * at), rest)) for base, slope, rest in self.powers]
        found += [power(_gamma_of(a * at + c), e) for a, c, e in self.gammas]
        return mul(*found) if found else ONE

    def positive_from(self, first: int) -> bool:
        """The arguments of all factorials are positive from this index on."""
        return all(a * first + c > 0 for a, c, _ in self.gammas)


def _gamma_of(value: Fraction) -> Term:
    whole = value.denominator == 1 and 0 < value <= LARGEST_FACTORIAL
    return Number(factorial(int(value) - 1)) if whole else Apply("gamma", (Number(value),))


def parts(body: Term, name: str) -> Parts:
    """A term of a series taken apart; the index is the symbol `name`.

    Raises:
        TermError: it is of no such form.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(parts(parse_plain("k*x**k/factorial(k)"), "k").ratio())
    'x/(k + 1)'
    """
    found = Parts(name)
    found.take(body, 1)
    for q in [q for q in found.below if q in found.above]:
        if q in found.above:  # the term is defined, so q is not zero
            found.above.remove(q)
            found.below.remove(q)
            found.cancelled.append(q)
    return found


def linear(term: Term, name: str) -> tuple[Term, Term]:
    """a and c where the term is a*k + c.

    Raises:
        TermError: it is not.
    """
    found = coefficients(term, name)
    if len(found) > 2:
        raise TermError("not linear in the index")
    return (found[1] if len(found) == 2 else Number(0)), found[0]


def coefficients(term: Term, name: str) -> list[Term]:
    """The coefficients of a polynomial in a symbol, from the constant one on.

    Raises:
        TermError: it is no polynomial.
    """
    if name not in free_symbols(term):
        return [term]
    match term:
        case Symbol():
            return [Number(0), ONE]
        case Add(terms):
            total: list[Term] = [Number(0)]
            for t in terms:
                total = _plus(total, coefficients(t, name))
            return total
        case Mul(factors):
            product: list[Term] = [ONE]
            for f in factors:
                product = _times(product, coefficients(f, name))
            return product
        case Pow(base, Number(exponent)) if exponent.denominator == 1 and 0 < exponent <= LARGEST_DEGREE:
            product = [ONE]
            for _ in range(int(exponent)):
                product = _times(product, coefficients(base, name))
            return product
    raise TermError("no polynomial in the index")


def _plus(a: list[Term], b: list[Term]) -> list[Term]:
    size = max(len(a), len(b))
    a, b = (part + [Number(0)] * (size - len(part)) for part in (a, b))
    return [_sum(x, y) for x, y in zip(a, b, strict=True)]


def _times(a: list[Term], b: list[Term]) -> list[Term]:
    if len(a) + len(b) > LARGEST_DEGREE + 2:
        raise TermError("a polynomial of too high a degree")
    out: list[Term] = [Number(0)] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            out[i + j] = _sum(out[i + j], _product(x, y))
    return out


def _sum(x: Term, y: Term) -> Term:
    a, b = rational(x), rational(y)
    return Number(a + b) if a is not None and b is not None else y if a == 0 else x if b == 0 else Add((x, y))


def _product(x: Term, y: Term) -> Term:
    a, b = rational(x), rational(y)
    if a is not None and b is not None:
        return Number(a * b)
    return y if a == 1 else x if b == 1 else Number(0) if a == 0 or b == 0 else Mul((x, y))


__all__ = ["Parts", "coefficients", "linear", "parts"]
