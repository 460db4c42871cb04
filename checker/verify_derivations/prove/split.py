"""A positive element as a product of powers of positive factors, for logarithms and roots."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpz

from verify_derivations.dataclass import dataclass
from verify_derivations.kernel.algebra.field import Element, Polynomial
from verify_derivations.kernel.algebra.terms import polynomial_term
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.build import call, number
from verify_derivations.term.syntax.nodes import Term

LARGEST_NUMBER = 2**64
"""Numbers up to this size are factored into primes."""


@dataclass(frozen=True)
class Factor:
    """base ** exponent, with a base that is known to be nonnegative."""

    base: Term
    exponent: Fraction


def split(v: Valuation, value: Element) -> list[Factor] | None:
    """The element as a product of powers of nonnegative factors; None if its sign is not known."""
    if value[0].is_zero():
        return None
    content = v.signs.content(value)
    out: list[Factor] = []
    unknown: Polynomial = v.field.one[0]
    for p, e in v.signs.factors_of(value):
        sign = v.signs.of(p)
        if sign in ("-", "0-"):
            p = -p
            content = -content if e % 2 else content
        elif sign == "c":
            return None
        if sign != "r":
            out.append(Factor(_bare(v, p), Fraction(e)))
        elif e % 2 == 0:
            out.append(Factor(call("Abs", polynomial_term(v.field, p)), Fraction(e)))
        elif abs(e) == 1:
            unknown = unknown * p  # a quotient p/q of unknown signs has the sign of p*q
            out.append(Factor(polynomial_term(v.field, p), Fraction(e)))
        else:
            out.append(Factor(call("Abs", polynomial_term(v.field, p)), Fraction(e - e // abs(e))))
            out.append(Factor(polynomial_term(v.field, p), Fraction(e // abs(e))))
            unknown = unknown * p
    if not unknown.is_one():
        return _with_unknown(v, value, out, content)
    return _numbers(content) + out if content > 0 else None


def take_out(v: Valuation, value: Element) -> tuple[list[Factor], Element]:
    """The positive factors of an element, and what is left, with a sign that does not depend on them."""
    out: list[Factor] = []
    rest = v.field.one
    content = v.signs.content(value)
    for p, e in v.signs.factors_of(value):
        sign = v.signs.of(p)
        if sign == "+":
            out.append(Factor(polynomial_term(v.field, p), Fraction(e)))
        elif sign == "-":
            out.append(Factor(polynomial_term(v.field, -p), Fraction(e)))
            content = -content if e % 2 else content
        elif e % 2 == 0 and sign != "c" and v.signs.nonzero((p, v.field.one[1])):
            out.append(Factor(call("Abs", polynomial_term(v.field, p)), Fraction(e)))
        else:
            rest = v.field.mul(rest, v.field.power((p, v.field.one[1]), e))
    out += _numbers(abs(content))
    return out, rest if content > 0 else v.field.neg(rest)


def _with_unknown(v: Valuation, value: Element, out: list[Factor], content: Fraction) -> list[Factor] | None:
    """Factors of unknown sign are kept together in one quotient, whose sign is that of the whole."""
    rest = v.field.rational(Fraction(-1 if content < 0 else 1))
    kept = []
    for f in out:
        element = v.value(f.base)
        if v.signs.of_element(element) == "r":
            rest = v.field.mul(rest, v.field.power(element, int(f.exponent)))
        else:
            kept.append(f)
    if not v.signs.nonnegative(rest):
        return None
    from verify_derivations.kernel.algebra.terms import element_term

    return [*_numbers(abs(content)), *kept, Factor(element_term(v.field, rest), Fraction(1))]


def _bare(v: Valuation, p: Polynomial) -> Term:
    return polynomial_term(v.field, p)


def _numbers(content: Fraction) -> list[Factor]:
    """A positive rational as powers of primes."""
    out = []
    for n, sign in ((content.numerator, 1), (content.denominator, -1)):
        if n == 1:
            continue
        if n > LARGEST_NUMBER:
            out.append(Factor(number(n), Fraction(sign)))
        else:
            out.extend(Factor(number(int(p)), Fraction(sign * int(e))) for p, e in fmpz(n).factor())
    return out
