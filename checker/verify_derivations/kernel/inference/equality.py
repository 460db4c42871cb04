"""Whether two terms have the same value, without ever meeting the common denominator of a long sum.

A sum over samples i = 1, ..., m has m denominators with nothing in common; over their product it would
have 2**m terms. So fractions are added by equal denominators first, then by denominators that share a
factor; what is left over of coprime denominators cannot cancel.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verify_derivations.kernel.algebra.deltas import vanishes
from verify_derivations.kernel.algebra.field import Element, Field
from verify_derivations.kernel.algebra.ideal import is_combination
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.nodes import Add, Mul, Term

LONG = 4
"""Shorter sums are not multiplied out."""

FEW, MANY = 3, 60
"""So many fractions with coprime denominators are still added up, without and with roots: denominators with
roots may look coprime and be conjugate."""


def same(v: Valuation, lhs: Term, rhs: Term) -> bool:
    """The two terms have the same value, modulo the relations of the field and the hypotheses."""
    fractions = _by_denominator(v, lhs, rhs)
    rest = _clustered(v.field, fractions)
    if len(rest) > (MANY if v.field.algebraic else FEW):
        return False
    total = v.field.zero
    for fraction in rest:
        total = v.field.reduced(v.field.add(total, fraction))
    return vanishes(v.sums, total) or bool(v.zeros and is_combination(v.field, total[0], v.zeros))


def _by_denominator(v: Valuation, lhs: Term, rhs: Term) -> list[Element]:
    """lhs - rhs as fractions in lowest terms, one for each denominator (but for its numerical factor)."""
    found: dict[str, Element] = {}
    for side, sign in ((lhs, Fraction(1)), (rhs, Fraction(-1))):
        for n, d in _summands(v, side, v.field.rational(sign)):
            name = "1" if d.is_one() else str(d.primitive()[1])
            before = found.get(name)
            if before is None or before[1] == d:
                found[name] = (before[0] + n, d) if before else (n, d)
            else:
                found[name] = v.field.add(v.field.lowest(*before), (n, d))
    lowest = (v.field.reduced(v.field.lowest(n, d)) for n, d in found.values())
    return sorted((f for f in lowest if not f[0].is_zero()), key=lambda f: (len(f[1]), str(f[1])))


def _summands(v: Valuation, term: Term, factor: Element) -> Iterator[Element]:
    """The values of the summands of factor * term; of a product, the longest sum is multiplied out."""
    if term not in v.lemmas:
        match term:
            case Add(terms):
                for t in terms:
                    yield from _summands(v, t, factor)
                return
            case Mul(factors):
                sums = [
                    k
                    for k, f in enumerate(factors)
                    if isinstance(f, Add) and len(f.terms) >= LONG and f not in v.lemmas
                ]
                if sums:
                    longest = max(sums, key=lambda k: (len(factors[k].children), -k))
                    for k, f in enumerate(factors):
                        if k != longest:
                            factor = v.field.reduced(v.field.mul(factor, v.value(f)))
                    yield from _summands(v, factors[longest], factor)
                    return
    yield v.field.reduced(v.field.mul(factor, v.value(term)))


def _clustered(field: Field, fractions: list[Element]) -> list[Element]:
    """What is left after adding fractions whose denominators share a factor."""
    rest: list[Element] = []
    todo = fractions
    while todo:
        first, *todo = todo
        for k, other in enumerate(todo):
            if not first[1].gcd(other[1]).is_constant():
                total = field.reduced(field.add(first, other))
                del todo[k]
                if not total[0].is_zero():
                    todo.append(total)
                break
        else:
            rest.append(first)
    return rest
