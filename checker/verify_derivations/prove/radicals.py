"""A radical in terms of those that are there already, where they depend on each other.

With `sqrt(a)` and `sqrt(a*b)` there, `sqrt(b)` is no new quantity: it is their quotient. What is proposed
here is for the rule `root` of the kernel to check: that the powers are equal, and nothing is negative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import isqrt

from verify_derivations.dataclass import dataclass
from verify_derivations.kernel.algebra.field import Element, as_rational, key
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.build import call, mul, neg, number, power, sqrt
from verify_derivations.term.syntax.nodes import Add, I, Term

MOST_RADICALS = 8
"""So many radicals are looked at, at most two of them at a time."""


@dataclass(frozen=True)
class Radical:
    """A root that the valuation has, what it is a root of, and the factors of that by name."""

    root: Term
    radicand: Element
    factors: Counter[str]


Used = Sequence[tuple[Radical, int]]
"""Radicals with exponents."""


def in_others(v: Valuation, value: Element, q: int) -> Iterator[Term]:
    """What the q-th root of an element may be, in terms of the q-th roots that the valuation has."""
    own = _factors(v, value)
    if not own or ("root", q, *key(value)) in v.atoms or not v.signs.nonnegative(value):
        return  # roots of primes are independent
    others = _radicals(v, q)
    for used in _combinations(others, q, 2):
        factors = Counter(own)
        for radical, k in used:
            factors.update({name: k * e for name, e in radical.factors.items()})
        if all(e % q == 0 for e in factors.values()):
            root = _perfect_root(v, _times(v, value, used), q)
            if root is not None:
                yield _over(root, used)
    if q == 2:
        for used in _combinations(others, q, 1):
            root = _denested(v, _times(v, value, used))
            if root is not None:
                yield _over(root, used)


def _radicals(v: Valuation, q: int) -> list[Radical]:
    """The q-th roots of the valuation, but for those of rational numbers."""
    found = []
    for name, j in v.atoms.items():
        generator = v.field.generators[j]
        if name[:2] == ("root", q) and generator.relation is not None:
            radicand = generator.relation[1:]
            factors = _factors(v, radicand)
            if factors:
                found.append(Radical(generator.term, radicand, factors))
    return found[-MOST_RADICALS:]


def _factors(v: Valuation, a: Element) -> Counter[str]:
    return Counter({str(p): e for p, e in v.signs.factors_of(a)})


def _combinations(radicals: Sequence[Radical], q: int, most: int) -> Iterator[Used]:
    """None of the radicals, each of them, and so on up to `most` at a time, with exponents below q."""
    for count in range(most + 1):
        for chosen in combinations(radicals, count):
            for exponents in product(range(1, q), repeat=count):
                yield list(zip(chosen, exponents, strict=True))


def _times(v: Valuation, value: Element, used: Used) -> Element:
    """The element times the powers of what the radicals are roots of."""
    for radical, k in used:
        value = v.field.mul(value, v.field.power(radical.radicand, k))
    return v.field.reduced(value)


def _over(root: Term, used: Used) -> Term:
    return mul(root, *(power(radical.root, -k) for radical, k in used))


def _perfect_root(v: Valuation, a: Element, q: int) -> Term | None:
    """The q-th root of an element whose factors all have exponents divisible by q, but for a number."""
    content = v.signs.content(a)
    root = v.field.one
    for p, e in v.signs.factors_of(a):
        root = v.field.mul(root, v.field.power((p, v.field.one[1]), e // q))
    if content < 0:
        if q != 2:
            return None
        content, root = -content, v.field.reduced(v.field.mul(root, v.value(I)))
    sign = v.signs.of_element(root)
    term = element_term(v.field, root)
    if sign in ("-", "0-"):
        term = neg(term)
    elif sign == "r":
        term = call("Abs", term)
    return mul(power(number(content), Fraction(1, q)), term) if content != 1 else term


def _denested(v: Valuation, a: Element) -> Term | None:
    """sqrt(x + y*s) where s**2 is a rational and so is the root of x**2 - (y*s)**2."""
    rational = as_rational(a)
    if rational is not None:
        return sqrt(number(rational)) if rational > 0 else None
    n, d = a
    parts = {monomial: Fraction(int(c), int(d.leading_coefficient())) for monomial, c in n.terms()}
    x = parts.pop((0,) * v.field.capacity, Fraction(0))
    if len(parts) != 1 or not d.is_constant():
        return None
    [(monomial, y)] = parts.items()
    s = v.field.context.from_dict({monomial: 1}), v.field.one[1]
    square = as_rational(v.field.reduced(v.field.mul(s, s)))
    if square is None:
        return None
    rest = _rational_root(x * x - y * y * square)
    if rest is None:
        return None
    larger, smaller = (sqrt(number((x + sign * rest) / 2)) for sign in (1, -1))
    return Add((larger, smaller if y > 0 else neg(smaller)))


def _rational_root(square: Fraction) -> Fraction | None:
    """The root of a rational number that is a square."""
    if square < 0:
        return None
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    return root if root * root == square else None


__all__ = ["in_others"]
