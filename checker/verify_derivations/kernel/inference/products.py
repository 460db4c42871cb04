"""Products over an index as quantities of the field: taken apart factor by factor, and named.

The body is a quotient of polynomials. Its product is that of its irreducible factors: one without the index
is a power with the number of members, one that is an exponential the exponential of a sum, any other a
quantity of its own, named as sums are. A Kronecker delta in the body tells one member from all others.

As for sums (`kernel.inference.shifts`), products of one factor over ranges that differ by a few members are
told by the one over the smallest of them. Every step is an identity for all sizes for which the range has as
many members as its bounds say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import proxy

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.deltas import at_delta
from verify_derivations.kernel.algebra.field import DividedByZero, Element, Polynomial
from verify_derivations.kernel.inference.shifts import Known, place_of
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, mul, number, power
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    Apply,
    Delta,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.sums import Sums


@dataclass(frozen=True)
class Factor:
    """What a product generator multiplies: over these indices, this polynomial."""

    bound: tuple[str, ...]
    polynomial: Polynomial


class Products:
    """The products of one valuation."""

    def __init__(self, sums: Sums) -> None:
        self.sums: Sums = proxy(sums)  # no circle: see `Indices`
        self.v, self.field = sums.v, sums.field
        self.factors: dict[int, Factor] = {}
        self.known: dict[tuple[str, str], Known] = {}

    def value(self, term: Product) -> Element:
        """The value of a product.

        Raises:
            CertificateError: its range may have a negative length, and a power with that length is needed.
        """
        members = self.sums.written_out(term)
        if members is not None:
            out = self.field.one
            for member in members:
                out = self.field.mul(out, self.v.value(member))
            return out
        name, body = self.sums.opened(term)
        return self.over((name,), self.v.value(body))

    def over(self, bound: tuple[str, ...], e: Element) -> Element:
        """The product of an element over all values of these indices."""
        told_apart = self._at_a_delta(bound, e) if len(bound) == 1 else None
        return told_apart if told_apart is not None else self._by_factors(bound, e)

    def _by_factors(self, bound: tuple[str, ...], e: Element) -> Element:
        out = self.field.one
        for part, sign in zip(e, (1, -1), strict=True):
            if part.is_one():
                continue
            if part.is_zero():
                return self._power(bound, part, 1)
            content, factors = part.factor()
            if content != 1:
                out = self.field.mul(out, self._power(bound, self.field.constant(content), sign))
            for p, k in factors:
                out = self.field.mul(out, self._of_factor(bound, p, sign * int(k)))
        return self.field.reduced(out)

    def _of_factor(self, bound: tuple[str, ...], p: Polynomial, k: int) -> Element:
        """The product of the k-th power of an irreducible polynomial."""
        held = [b for b in bound if b in self.sums.held(p)]
        apart = [b for b in bound if b not in held]
        if apart:
            inner = self._of_factor(tuple(held), p, 1) if held else (p, self.field.one[0])
            return self._power(tuple(apart), inner, k)
        j = self.v.signs.bare(p)
        term = self.field.generators[j].term if j is not None else None
        if isinstance(term, Apply) and term.function == "exp":
            total = term.arguments[0]
            for name in bound:
                lower, upper = self.sums.ranges[name]
                total = Sum("k", lower, upper, bind(total, name))
            return self.v.value(Apply("exp", (mul(number(k), total),)))
        if j in self.factors and self._may_be_joined(j, bound):
            inner_names, polynomial = self._reopened(j, bound, p)
            return self.field.power(self._of_factor((*bound, *inner_names), polynomial, 1), k)
        if len(bound) == 1:
            aligned = self.sums.shifts.aligned(bound[0], (p, self.field.one[0]))
            if aligned is not None:
                return self.field.power(self.over(*aligned), k)
            return self.field.power(self._by_known(bound[0], p), k)
        return self.field.power(self._generator(bound, p), k)

    # ---- factors without an index ------------------------------------------------------------------
    def _power(self, bound: Iterable[str], base: Polynomial | Element, k: int) -> Element:
        """The k-th power of what does not hold the indices, once for each of their values."""
        element = base if isinstance(base, tuple) else (base, self.field.one[0])
        length: Term = ONE
        for name in bound:
            over = self.sums.ranges[name]
            if not self.sums.counted(over):
                raise CertificateError("a product may have no factors")
            if not self.sums.nonempty(over) and not self.v.signs.nonzero(element):
                raise CertificateError("a product may have no factors, and 0**0 has no value")
            lower, upper = affine(over[0]), affine(over[1])
            if lower is None or upper is None:
                raise CertificateError("a product over a range of unknown length")
            length = mul(length, add(upper.minus(lower).term(), ONE))
        if element[0].is_zero():
            return self.field.zero
        sign = self.v.value(Pow(MINUS_ONE, length)) if k % 2 else self.field.one
        if element == self.field.neg(self.field.one):
            return sign
        written = self.sums.written(element)
        if isinstance(written, Number) and written.value < 0:
            positive = self.v.value(Pow(Number(-written.value), mul(number(k), length)))
            return self.field.mul(positive, sign)
        return self.v.value(power(written, mul(number(k), length)))

    # ---- products of products ----------------------------------------------------------------------
    def _may_be_joined(self, j: int, bound: tuple[str, ...]) -> bool:
        """It is a product whose ranges do not depend on the indices that are multiplied over."""
        ranges = [part for b in self.factors[j].bound for part in self.sums.ranges[b]]
        return not any(part.names & set(bound) for part in ranges)

    def _reopened(self, j: int, bound: tuple[str, ...], p: Polynomial) -> tuple[list[str], Polynomial]:
        """The factor of a product generator, for indices that are not taken."""
        factor = self.factors[j]
        used = set(bound) | self.sums.held(p)
        names: dict[str, str] = {}
        for b in factor.bound:
            names[b] = self.sums.fresh(self.sums.ranges[b], used, dependent=True)
            used.add(names[b])
        renamed = self.sums.renamed((factor.polynomial, self.field.one[0]), names)
        if not renamed[1].is_one():
            raise CertificateError("a factor that is no polynomial")
        return list(names.values()), renamed[0]

    # ---- generators --------------------------------------------------------------------------------
    def _generator(self, bound: tuple[str, ...], p: Polynomial) -> Element:
        """The generator of the product of an irreducible polynomial, and its sign where the name has none."""
        code, order, flipped = self.sums.labelling.of_sum(bound, [], p, {})
        name = ("product", code)
        j = self.v.atoms.get(name)
        if j is None:
            own = -p if flipped else p
            element = (own, self.field.one[0])
            term = self.sums.written(element)
            for b in reversed(order):
                lower, upper = self.sums.ranges[b]
                term = Product("k", lower, upper, bind(term, b))
            sign = self.v.signs.of(own)
            j = self.v.atoms[name] = self.field.new(term, sign if sign in ("+", "0+") else sign_without(sign))
            self.field.generators[j].nonzero = self.v.signs.nonzero(element)
            self.factors[j] = Factor(order, own)
            self._relate(j, order, own)
        value = self.field.generator(j)
        return self.field.mul(value, self._power(bound, self.field.constant(-1), 1)) if flipped else value

    def _relate(self, j: int, bound: tuple[str, ...], p: Polynomial) -> None:
        """The product of roots is a root of the product."""
        inner = self.v.signs.bare(p)
        relation = self.field.generators[inner].relation if inner is not None else None
        if relation is not None and relation[0] > 1:
            q, n, d = relation
            self.field.relate(j, q, self.over(bound, (n, d)))

    # ---- ranges that differ by a few members -------------------------------------------------------
    def _by_known(self, b: str, p: Polynomial) -> Element:
        """The product by one of the same factor over another range, and the members that only one has."""
        over = self.sums.ranges[b]
        upper = affine(over[1])
        if upper is None or not isinstance(over[0], Number) or not self.sums.counted(over):
            return self._generator((b,), p)
        code, _, flipped = self.sums.labelling.of_sum((b,), [], p, {}, over="")
        p = -p if flipped else p
        sign = self._power((b,), self.field.constant(-1), 1) if flipped else self.field.one
        name = code, str(upper.parts)
        known = self.known.get(name)
        if known is None:
            return self.field.mul(sign, self._new(b, p, name))
        return self.field.mul(sign, self._compared(b, p, known, name))

    def _new(self, b: str, p: Polynomial, name: tuple[str, str]) -> Element:
        value = self._generator((b,), p)
        j = next(j for j, k in enumerate(value[0].degrees()) if k)
        self.known[name] = Known(self.sums.ranges[b], j)
        return value

    def _compared(self, b: str, p: Polynomial, known: Known, name: tuple[str, str]) -> Element:
        """The product by a known one over another range: where they differ, members are divided by if they
        are not zero; else the known one is told by one over a smaller range, or by this one."""
        members = self.sums.shifts.members(self.sums.ranges[b], known.over)
        more, less = (self._members(b, p, members, known, way) for way in (1, -1))
        if members is None or more is None or less is None:
            return self._generator((b,), p)
        field, signs = self.field, self.v.signs
        if signs.nonzero(less):
            return field.mul(field.generator(known.j), field.mul(more, field.inverse(less)))
        if field.generators[known.j].relation is not None:
            return self._generator((b,), p)
        inner = self._intersection(b, p, known)
        if inner is not None:
            smaller = self._new(*inner, name)
            field.relate(known.j, 1, field.mul(less, smaller))
            return field.mul(more, smaller)
        if not signs.nonzero(more):
            return self._generator((b,), p)
        value = self._new(b, p, name)
        field.relate(known.j, 1, field.mul(value, field.mul(less, field.inverse(more))))
        return value

    def _members(
        self, b: str, p: Polynomial, members: list[tuple[Term, int]] | None, known: Known, wanted: int
    ) -> Element | None:
        """The product of the factors at the places that one range has and the other has not."""
        out = self.field.one
        for place, way in members or ():
            if way == wanted:
                member = self.sums.shifts.member(b, (p, self.field.one[0]), place, known.over)
                if member is None:
                    return None
                out = self.field.mul(out, member)
        return out

    def _intersection(self, b: str, p: Polynomial, known: Known) -> tuple[str, Polynomial] | None:
        """An index for what both ranges hold, and the factor for it."""
        bounds = []
        for end, way in ((0, 1), (1, -1)):
            ours, theirs = (affine(over[end]) for over in (self.sums.ranges[b], known.over))
            if ours is None or theirs is None:
                return None
            bounds.append((ours if way * (ours.constant - theirs.constant) > 0 else theirs).term())
        over = (bounds[0], bounds[1])
        if not self.sums.counted(over):
            return None
        inner = self.sums.fresh(over, {b} | self.sums.held(p), dependent=True)
        renamed = self.sums.put((p, self.field.one[0]), {b: Symbol(inner)})
        return (inner, renamed[0]) if renamed[1].is_one() else None

    # ---- one member apart from the others ----------------------------------------------------------
    def _at_a_delta(self, bound: tuple[str, ...], e: Element) -> Element | None:
        """The product of f(k), but g at k = i, is that of f times g/f(i), where f(i) is not zero."""
        (b,) = bound
        for j in sorted({j for p in e if not p.is_constant() for j, k in enumerate(p.degrees()) if k}):
            delta = self.field.generators[j].term
            place = place_of(delta, b) if isinstance(delta, Delta) else None
            if place is None:
                continue
            if not self.sums.within(place, self.sums.ranges[b]):
                continue
            (top, top_there), (under, under_there) = (at_delta(self.field, p, j) for p in e)
            if under.is_zero() or under_there.is_zero():
                continue
            others = self.field.lowest(top, under)
            try:
                here = self.sums.put(self.field.lowest(top_there, under_there), {b: place})
                other_here = self.sums.put(others, {b: place})
            except DividedByZero:  # f may have no value at i
                continue
            if other_here[0].is_zero():
                continue
            if not self.v.signs.nonzero((other_here[1], self.field.one[0])):
                continue  # f may have no value at i
            if not self.v.signs.nonzero(other_here):
                if here == self.field.one and isinstance(place, Symbol) and place.name in self.sums.free:
                    return self._split_off(bound, e, others, other_here)
                continue
            quotient = self.field.mul(here, self.field.inverse(other_here))
            return self.field.mul(self.over(bound, others), quotient)
        return None

    def _split_off(self, bound: tuple[str, ...], e: Element, others: Element, other_here: Element) -> Element:
        """The product of all f(k) but f(i), for a free index i: times f(i) it is the product of all."""
        left_out, whole = self._by_factors(bound, e), self.over(bound, others)
        j = self.v.signs.bare(whole[0]) if whole[1].is_one() else None
        if j is not None and self.field.generators[j].relation is None:
            self.field.relate(j, 1, self.field.mul(left_out, other_here))
        return left_out


def sign_without(sign: str) -> str:
    """The sign of a product of factors that may be negative."""
    return "c" if sign == "c" else "r"


__all__ = ["Factor", "Products"]
