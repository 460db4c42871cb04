"""Indices and bounds as sums of multiples of names, and which of two is surely not the smaller one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.build import add, mul, number, rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Add, Mul, Number, Pow, Symbol, Term

Interval = tuple[Term, Term]
"""What an index runs through: its bounds, both included."""


@dataclass(frozen=True, slots=True)
class Affine:
    """A number plus multiples of names; the names are sorted, and no factor is 0."""

    constant: Fraction
    parts: tuple[tuple[str, Fraction], ...] = ()

    def of(self, name: str) -> Fraction:
        """The factor of a name."""
        return dict(self.parts).get(name, Fraction(0))

    def plus(self, other: Affine, factor: Fraction | int = 1) -> Affine:
        """The sum with a multiple of another one."""
        parts = dict(self.parts)
        for name, c in other.parts:
            parts[name] = parts.get(name, Fraction(0)) + factor * c
        kept = tuple(sorted((name, c) for name, c in parts.items() if c))
        return Affine(self.constant + factor * other.constant, kept)

    def minus(self, other: Affine) -> Affine:
        return self.plus(other, -1)

    def term(self) -> Term:
        """The term, in one way of writing it."""
        terms = [mul(number(c), Symbol(name)) for name, c in self.parts]
        return add(*terms, number(self.constant))


def affine(term: Term) -> Affine | None:
    """A term as an affine one, None for any other.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(affine(parse_plain("2*(n + 1) - i")).term())
    '-i + 2*n + 2'
    """
    match term:
        case Number(value):
            return Affine(value)
        case Symbol(name):
            return Affine(Fraction(0), ((name, Fraction(1)),))
        case Add(terms):
            total = Affine(Fraction(0))
            for t in terms:
                part = affine(t)
                if part is None:
                    return None
                total = total.plus(part)
            return total
        case Mul(factors):
            product = Affine(Fraction(1))
            for factor in factors:
                part = affine(factor)
                if part is None or (part.parts and product.parts):
                    return None
                one, other = (product, part) if part.parts else (part, product)
                product = Affine(Fraction(0)).plus(other, one.constant)
            return product
        case Pow():  # 1/2, as it is written
            constant = rational(term)
            return None if constant is None else Affine(constant)
    return None


def canonical(term: Term) -> Term:
    """An index or a bound in one way of writing it; what is not affine stays as it is."""
    if isinstance(term, Symbol | Number):
        return term
    found = affine(term)
    return term if found is None else found.term()


def least(
    form: Affine, domains: Mapping[str, Domain], ranges: Mapping[str, Interval] | None = None
) -> Fraction | None:
    """A number that the form is surely not less than; None if none is known.

    Args:
        form: what is asked about.
        domains: where the values of names lie.
        ranges: the bounds of indices; each index lies between them.
    """
    form = without_indices(form, ranges or {})
    total = form.constant
    for name, c in form.parts:
        domain = domains.get(name)
        bound = None if domain is None else domain.lower if c > 0 else domain.upper
        if bound is None:
            return None
        total += c * bound
    return total


MOST_STEPS = 40


def without_indices(form: Affine, ranges: Mapping[str, Interval]) -> Affine:
    """The form with bounds in the place of indices; inner ones go first, as their bounds may hold others."""
    for _ in range(MOST_STEPS):
        inside = [name for name, _ in form.parts if name in ranges]
        if not inside:
            break
        outer = {n for i in inside for bound in ranges[i] for n in bound.names}
        name = next((i for i in inside if i not in outer), inside[0])
        c = form.of(name)
        bound = affine(ranges[name][0] if c > 0 else ranges[name][1])
        if bound is None:
            return form
        form = form.plus(Affine(Fraction(0), ((name, c),)), -1).plus(bound, c)
    return form


def extremum(form: Affine, ranges: Mapping[str, Interval], *, largest: bool) -> Term:
    """The least, or the largest, value of a form while indices run through their ranges."""
    sign = -1 if largest else 1
    nothing = Affine(Fraction(0))
    return nothing.plus(without_indices(nothing.plus(form, sign), ranges), sign).term()


def surely_at_most(
    left: Term, right: Term, domains: Mapping[str, Domain], ranges: Mapping[str, Interval] | None = None
) -> bool:
    """left <= right, whatever the values of the names are.

    >>> from verify_derivations.term.syntax.domain import DOMAINS
    >>> n, k, one = Symbol("n"), Symbol("k"), Number(1)
    >>> surely_at_most(Add((k, one)), n, {"n": DOMAINS["posint"]}, {"k": (one, Add((n, Number(-1))))})
    True
    """
    if left is right:
        return True
    small, large = affine(left), affine(right)
    if small is None or large is None:
        return False
    found = least(large.minus(small), domains, ranges)
    return found is not None and found >= 0


__all__ = ["Affine", "Interval", "affine", "canonical", "extremum", "least", "surely_at_most"]
