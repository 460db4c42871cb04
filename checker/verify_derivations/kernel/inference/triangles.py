"""Inequalities between the absolute values of complex numbers, learned before a sign is asked for.

|z + w| lies between |z| - |w| and |z| + |w|; the real and the imaginary part of z are at most |z|.
"""

from __future__ import annotations

from verify_derivations.kernel.algebra.field import Element
from verify_derivations.kernel.inference.conjugates import conjugated
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.nodes import HALF, Add, Apply, I, Mul, Number, Pow, Term

MOST_PARTS, MOST_SIZES = 4, 6
"""Of so many sums at most, of so many summands."""


def learn_triangles(v: Valuation) -> None:
    """What holds of the absolute values that have become quantities."""
    sizes = [
        g.term.arguments[0]
        for g in v.field.generators
        if isinstance(g.term, Apply) and g.term.function == "Abs" and not g.term.loose
    ]
    for term in sizes[:MOST_SIZES]:
        whole = v.value(Apply("Abs", (term,)))
        if isinstance(term, Add) and len(term.terms) <= MOST_PARTS:
            _learn_sum(v, whole, [_size(v, part) for part in term.terms])
        if not v.is_real(term):
            _learn_parts(v, whole, term)


def _learn_sum(v: Valuation, whole: Element, parts: list[Element]) -> None:
    field = v.field
    total = field.zero
    for part in parts:
        total = field.add(total, part)
    v.signs.learn(field.reduced(field.sub(total, whole)), ">= 0")
    for part in parts:  # one of them is at most the whole and the others
        rest = field.sub(field.add(whole, total), field.add(part, part))
        v.signs.learn(field.reduced(rest), ">= 0")


def _learn_parts(v: Valuation, whole: Element, term: Term) -> None:
    """The real and the imaginary part, and their opposites, are at most the absolute value."""
    other = Mul((Number(-1), conjugated(v, term)))
    real = Mul((Number(HALF.value), Add((term, conjugated(v, term)))))
    imaginary = Mul((Add((term, other)), Pow(Mul((Number(2), I)), Number(-1))))
    for part in (v.value(real), v.value(imaginary)):
        v.signs.learn(v.field.sub(whole, part), ">= 0")
        v.signs.learn(v.field.add(whole, part), ">= 0")


def _size(v: Valuation, term: Term) -> Element:
    """The absolute value of a term, by those of its factors."""
    field = v.field
    match term:
        case Number(number):
            return field.rational(abs(number))
        case Mul(factors):
            product = field.one
            for factor in factors:
                product = field.mul(product, _size(v, factor))
            return product
        case Pow(base, Number(k)) if k.denominator == 1 and k > 0:
            return field.power(_size(v, base), int(k))
        case _ if term is I:
            return field.one
    value = v.value(term)
    if v.is_real(term) and v.signs.nonnegative(value):
        return value
    return v.value(Apply("Abs", (term,)))


__all__ = ["learn_triangles"]
