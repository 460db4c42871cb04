"""Whether two numbers made of roots and roots of unity are equal: a bound below which only zero lies.

A number E of that kind is num/den with algebraic integers of a field K, made by adjoining the roots one by
one. If no conjugate of num is larger than u, none of den than l, and K has degree D at most, then the norm
of num is a whole number, so that

    E = 0    or    |E| >= 1/(u**(D - 1) * l)

(C. Burnikel, S. Funke, K. Mehlhorn, S. Schirra, S. Schmitt, 2001). A ball that lies within that bound is 0.
"""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from math import gcd, lcm

from flint import arb, fmpz

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, set_precision
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.nodes import Add, Apply, Constant, Mul, Number, Pow, Term

MOST_BITS = 40_000
"""Numbers whose bound is smaller than two to the power of minus this are not compared."""

MOST_DEGREE = 4_096
LARGEST_EXPONENT = 256

Sizes = tuple[int, int]
"""Bounds on the conjugates of a numerator and of a denominator; at least 1."""

RECIPROCALS = {"sec": "cos", "csc": "sin", "cot": "tan"}


@dataclass
class Extension:
    """The field in which the numbers lie, as far as it was built: its roots, and its roots of unity."""

    roots: set[tuple[Term, int]] = field(default_factory=set)
    order: int = 1

    @property
    def degree(self) -> int:
        """No smaller than its degree over the rational numbers."""
        degree = _totient(self.order)
        for _, index in self.roots:
            degree *= index
        return degree

    def sizes(self, term: Term) -> Sizes:
        """Bounds for a number, whose roots are adjoined.

        Raises:
            CertificateError: it is not made of rational numbers, roots and roots of unity.
        """
        match term:
            case Number(value):
                return max(abs(value.numerator), 1), value.denominator
            case Constant("i"):
                return self._unit(4)
            case Add(terms):
                return self._sum(terms)
            case Mul(factors):
                above, below = 1, 1
                for factor in factors:
                    u, d = self.sizes(factor)
                    above, below = above * u, below * d
                return above, below
            case Pow(base, exponent) if (number := rational(exponent)) is not None:
                return self._power(base, number)
            case Apply(name, (argument,)):
                return self._function(name, argument)
        raise CertificateError("not made of roots and roots of unity")

    def _sum(self, terms: tuple[Term, ...]) -> Sizes:
        above, below = 0, 1
        for term in terms:
            u, d = self.sizes(term)
            above, below = above * d + below * u, below * d
        return above, below

    def _power(self, base: Term, exponent: Fraction) -> Sizes:
        u, d = self.sizes(base)
        p, q = exponent.numerator, exponent.denominator
        if abs(p) > LARGEST_EXPONENT or q > LARGEST_EXPONENT:
            raise CertificateError("too large an exponent")
        if q > 1:  # (num/den)**(1/q) = (num*den**(q - 1))**(1/q)/den
            self.roots.add((base, q))
            u = _root_above(u * d ** (q - 1), q)
        return (u**p, d**p) if p >= 0 else (d**-p, u**-p)

    def _function(self, name: str, argument: Term) -> Sizes:
        if name == "exp":
            turn = turns(argument, with_i=True)
            return self._unit(2 * turn.denominator)
        turn = turns(argument)
        self._unit(lcm(4, 2 * turn.denominator))
        if name in ("sin", "cos"):  # half the sum of two roots of unity
            return 2, 2
        if name in ("tan", *RECIPROCALS):  # a quotient of two such sums, or of 2 and such a sum
            return 2, 2
        raise CertificateError("not made of roots and roots of unity")

    def _unit(self, order: int) -> Sizes:
        self.order = lcm(self.order, order)
        if self.order > MOST_DEGREE:
            raise CertificateError("too fine a root of unity")
        return 1, 1


def turns(term: Term, *, with_i: bool = False) -> Fraction:
    """The rational number r where the term is r*pi, or r*i*pi.

    Raises:
        CertificateError: it is not of that form.
    """
    number, letters = _monomial(term)
    if number == 0 or letters == (["i", "pi"] if with_i else ["pi"]):
        return number
    raise CertificateError("not a rational multiple of pi")


def _monomial(term: Term) -> tuple[Fraction, list[str]]:
    """A rational number and the constants with which it is multiplied, in order of name."""
    number = rational(term)
    if number is not None:
        return number, []
    match term:
        case Constant(name):
            return Fraction(1), [name]
        case Mul(factors):
            total = Fraction(1)
            letters: list[str] = []
            for factor in factors:
                number, more = _monomial(factor)
                total, letters = total * number, sorted(letters + more)
            return total, letters
        case Add(terms):
            parts = [part for part in map(_monomial, terms) if part[0] != 0]
            if all(letters == parts[0][1] for _, letters in parts):
                return sum((n for n, _ in parts), Fraction(0)), parts[0][1] if parts else []
    raise CertificateError("not a rational multiple of pi")


def require_equal(left: Term, right: Term) -> None:
    """The two numbers are equal.

    Raises:
        CertificateError: they are not, or are not of that kind, or the bound is out of reach.
    """
    difference = Add((left, Mul((Number(-1), right))))
    extension = Extension()
    above, below = extension.sizes(difference)
    degree = extension.degree
    if degree > MOST_DEGREE:
        raise CertificateError("the numbers are of too high a degree")
    bits = (degree - 1) * above.bit_length() + below.bit_length() + 1
    if bits > MOST_BITS:
        raise CertificateError("the bound below which only zero lies is too small")
    set_precision(bits + 64 + 4 * (above * below).bit_length())
    try:
        size = abs(Evaluation({}, complex_values=True).value(difference))
    except Undefined:
        raise CertificateError("one of the numbers is not defined") from None
    finally:
        set_precision(64)
    if not size < arb(2) ** -bits:
        raise CertificateError("the two numbers differ")


def _root_above(value: int, q: int) -> int:
    """A whole number that is not smaller than the q-th root of a positive one."""
    return int(fmpz(value).root(q)) + 1


def _totient(n: int) -> int:
    return sum(1 for k in range(1, n + 1) if gcd(k, n) == 1)


__all__ = ["require_equal", "turns"]
