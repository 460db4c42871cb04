"""Sums over one index, whatever it counts from: x[k + 1] up to n - 1 is x[k] from 2 to n.

The index is shifted, or counted backwards, so that one quantity holds it bare. Then sums of one summand over
ranges that differ by a few members are told by the first of them that was met, and those members; one from a
lower bound that is no number by two sums from 1.

All of it holds for ranges that surely have as many members as their bounds say; about others nothing is done.
Where a member lies in none of the ranges (sizes may be so small that they are empty), it stands for a number
that is added and taken away again; it has to be defined, though.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING
from weakref import proxy

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import DividedByZero, Element, Polynomial
from verify_derivations.term.arrays.affine import Affine, affine, canonical
from verify_derivations.term.syntax.build import add
from verify_derivations.term.syntax.nodes import ONE, ZERO, Apply, Delta, Entry, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.indices import Range
    from verify_derivations.kernel.inference.sums import Sums

MOST_MEMBERS = 16
"""Ranges that differ by more members are not compared."""


# ---- deltas ------------------------------------------------------------------------------------------
def simplest(delta: Delta) -> Term:
    """A Kronecker delta in one way of writing it: 1, 0, or of two indices, the lesser name on the left."""
    left, right = affine(delta.left), affine(delta.right)
    if left is None or right is None:
        return delta
    form = left.minus(right)
    if not form.parts:
        return ZERO if form.constant else ONE
    if form.parts[0][1] < 0:
        form = right.minus(left)
    sides = []
    for sign in (1, -1):
        parts = tuple((name, sign * c) for name, c in form.parts if sign * c > 0)
        sides.append(Affine(max(sign * form.constant, Fraction(0)), parts).term())
    return Delta(*sides)


def place_of(delta: Delta, b: str) -> Term | None:
    """The value of the index b at which the delta is 1; None if it is not told so."""
    left, right = affine(delta.left), affine(delta.right)
    form = None if left is None or right is None else left.minus(right)
    if form is None or abs(form.of(b)) != 1:
        return None
    c = form.of(b)
    return Affine(Fraction(0)).plus(form.plus(Affine(Fraction(0), ((b, c),)), -1), -c).term()


# ---- one index ---------------------------------------------------------------------------------------
Place = tuple[tuple[int, str, int], int, Fraction, tuple[tuple[str, Fraction], ...]]
"""How a quantity holds an index: what it is, the sign of the index, and what is added to it."""


@dataclass(frozen=True)
class Known:
    """A sum, or a product, of a summand over a range: its generator."""

    over: Range
    j: int


class Shifts:
    """The sums over one index of one valuation."""

    def __init__(self, sums: Sums) -> None:
        self.sums: Sums = proxy(sums)  # no circle: see `Indices`
        self.field = sums.field
        self.known: dict[tuple[str, str], Known] = {}

    def value(self, b: str, e: Element) -> Element:
        """The sum of a product over a denominator over one index that all of its factors hold."""
        aligned = self.aligned(b, e)
        if aligned is not None:
            return self.sums.total(*aligned)
        lower, upper = self.sums.ranges[b]
        if not self.sums.counted((lower, upper)):
            return self.own(b, e)
        if not isinstance(lower, Number):
            return self._from_one(b, e)
        return self._by_known(b, e)

    def own(self, b: str, e: Element) -> Element:
        """The generator of the sum over exactly this range."""
        powers, under = self.sums.labelling.split(e)
        return self.sums.generator((b,), powers, under)

    # ---- where the index is bare -----------------------------------------------------------------
    def aligned(self, b: str, e: Element) -> tuple[tuple[str], Element] | None:
        """The same over an index that stands bare in the first of its quantities; None if it does already."""
        form = min(self._places(b, e), key=lambda place: (place[0], -place[1], place[2:]), default=None)
        if form is None:
            return None
        _, sign, constant, parts = form
        shift = Affine(constant, parts)
        if sign > 0 and not parts and not constant:
            return None
        bounds = [affine(bound) for bound in self.sums.ranges[b]]
        first, last = (None if a is None else shift.plus(a, sign) for a in bounds)
        if first is None or last is None:
            return None
        over = (first, last) if sign > 0 else (last, first)
        taken = {b} | self.sums.held(e[0]) | self.sums.held(e[1])
        name = self.sums.fresh((over[0].term(), over[1].term()), taken, dependent=True)
        old = Affine(Fraction(0)).plus(Affine(Fraction(0), ((name, Fraction(1)),)).minus(shift), sign)
        return (name,), self.sums.put(e, {b: old.term()})

    def _places(self, b: str, e: Element) -> Iterator[Place]:
        """How quantities hold the index: what they are, the sign of the index and what is added to it."""
        for p in e:
            for j, degree in enumerate([] if p.is_constant() else p.degrees()):
                if not degree or b not in self.sums.indices_of(j):
                    continue
                for kind, name, slot, index in _holders(self.field.generators[j].term):
                    form = affine(index)
                    if form is not None and abs(form.of(b)) == 1:
                        rest = self._whole_part(form, b)
                        yield (kind, name, slot), int(form.of(b)), rest.constant, rest.parts
            if len(p) > 1:
                yield from self._linear_factors(b, p)

    def _whole_part(self, form: Affine, b: str) -> Affine:
        """What is added to the index and surely whole: all indices run through whole numbers."""
        whole = tuple(
            (name, c)
            for name, c in form.parts
            if name != b and self.sums.is_whole(Affine(Fraction(0), ((name, c),)).term())
        )
        return Affine(Fraction(form.constant.__floor__()), whole)

    def _linear_factors(self, b: str, p: Polynomial) -> Iterator[Place]:
        """Factors such as 2*k + 3: the index plus a number, of which the whole part is to go."""
        for factor, _ in p.factor()[1]:
            if self.sums.held(factor) != {b} or factor.total_degree() != 1:
                continue
            used = [self.field.generators[j].term for j, k in enumerate(factor.degrees()) if k]
            if used == [Symbol(b)]:
                numbers = {sum(map(int, exponents)): int(c) for exponents, c in factor.to_dict().items()}
                whole = Fraction(numbers.get(0, 0), numbers[1]).__floor__()
                yield (2, "", 0), 1, Fraction(whole), ()

    # ---- ranges that differ by a few members -------------------------------------------------------
    def _from_one(self, b: str, e: Element) -> Element:
        """The sum from a lower bound that is no number: up to the upper bound, less what is below."""
        lower, upper = self.sums.ranges[b]
        before = canonical(add(lower, Number(-1)))
        if not (self.sums.counted((ONE, before)) and self.sums.counted((ONE, upper))):
            return self.own(b, e)
        parts = []
        for last in (upper, before):
            name = self.sums.fresh((ONE, last), {b} | self.sums.held(e[0]), dependent=True)
            try:
                summand = self.sums.put(e, {b: Symbol(name)})
            except (CertificateError, DividedByZero):
                return self.own(b, e)
            if not summand[1].is_constant() and not self._divides_by_nonzero(summand):
                return self.own(b, e)  # below, it may be undefined
            parts.append(self.sums.total((name,), summand))
        return self.field.sub(*parts)

    def _by_known(self, b: str, e: Element) -> Element:
        """The sum by another one of the same summand, and the members by which they differ."""
        powers, under = self.sums.labelling.split(e)
        upper = affine(self.sums.ranges[b][1])
        code, _, flipped = self.sums.labelling.of_sum((b,), powers, under, {}, over="")
        name = code, str(upper.parts if upper is not None else "")
        known = self.known.get(name)
        if known is None:
            value = self.own(b, e)
            j = next(j for j, k in enumerate(value[0].degrees()) if k)
            self.known[name] = Known(self.sums.ranges[b], j)
            return value
        members = self.members(self.sums.ranges[b], known.over)
        if members is None:
            return self.own(b, e)
        total = self.field.generator(known.j)
        total = self.field.neg(total) if flipped else total
        for place, sign in members:
            member = self.member(b, e, place, known.over)
            if member is None:
                return self.own(b, e)
            total = self.field.add(total, member if sign > 0 else self.field.neg(member))
        return total

    def members(self, over: Range, known: Range) -> list[tuple[Term, int]] | None:
        """The places that a range has more (1) or less (-1) than a known one; None if they are too many."""
        found: list[tuple[Term, int]] = []
        for end, way in ((0, -1), (1, 1)):
            ours, theirs = affine(over[end]), affine(known[end])
            if ours is None or theirs is None or ours.parts != theirs.parts:
                return None
            count = way * (ours.constant - theirs.constant)
            if count.denominator != 1 or abs(count) > MOST_MEMBERS:
                return None
            start = theirs if count > 0 else ours
            for k in range(1, abs(int(count)) + 1):
                found.append((start.plus(Affine(Fraction(way * k))).term(), 1 if count > 0 else -1))
        return found

    def member(self, b: str, e: Element, place: Term, known: Range) -> Element | None:
        """The summand at a place; None if it may be undefined there."""
        try:
            found = self.sums.put(e, {b: place})
        except (CertificateError, DividedByZero):
            return None
        if found[1].is_constant() or self._divides_by_nonzero(found) or self._is_reached(b, place, known):
            return found
        return None

    def _divides_by_nonzero(self, e: Element) -> bool:
        return self.sums.v.signs.nonzero((e[1], self.field.one[0]))

    def _is_reached(self, b: str, place: Term, known: Range) -> bool:
        """The place surely lies in one of the two ranges, so the summand is defined there."""
        return self.sums.within(place, self.sums.ranges[b]) or self.sums.within(place, known)


def _holders(term: Term) -> Iterator[tuple[int, str, int, Term]]:
    """The indices that a quantity holds: entries before functions, by name and slot."""
    for part in subterms(term):
        if isinstance(part, Entry):
            for slot, index in enumerate(part.indices):
                yield 0, part.array, slot, index
        elif isinstance(part, Apply):
            for slot, argument in enumerate(part.arguments):
                yield 1, part.function, slot, argument


__all__ = ["Known", "Shifts", "place_of", "simplest"]
