"""Sums over an index as quantities of the field: pulled apart, contracted, and named canonically.

Under a sum stands a rational function of quantities, some of which hold the index. It is distributed over
the sum; what does not hold the index goes outside; a Kronecker delta replaces the index; sums within the sum
are joined with it. What is left is connected: a product of quantities over a denominator, summed over the
indices that connect it. Such a sum is a quantity of its own, named so that renaming or reordering its indices
changes nothing (`kernel.inference.labelling`).

Each step is an identity for all sizes from 1 on, so equal elements mean equal values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Budget, Element, Polynomial
from verify_derivations.kernel.inference.indices import Indices, Range
from verify_derivations.kernel.inference.labelling import Labelling
from verify_derivations.kernel.inference.paired import is_sum_of_squares
from verify_derivations.kernel.inference.products import Products
from verify_derivations.kernel.inference.shifts import Shifts, place_of
from verify_derivations.kernel.inference.subsums import SubSums
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, mul, number, power, rational
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import ONE, Binder, Delta, Number, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation

LONGEST_WRITTEN_OUT = 16
"""Sums between numbers with at most so many terms are written out."""

MOST_INDICES = 24
"""Sums over more indices at once are given up."""

Powers = list[tuple[int, int]]
"""A product of generators: their numbers, with exponents."""


@dataclass(frozen=True)
class Summand:
    """What a sum generator sums: over these indices, this element (a product over a denominator)."""

    bound: tuple[str, ...]
    element: Element


class Sums(Indices):
    """The sums of one valuation."""

    def __init__(self, v: Valuation, indices: Mapping[str, Term]) -> None:
        super().__init__(v, indices)
        self.summands: dict[int, Summand] = {}

    # most statements have no sums, and need none of these
    @cached_property
    def labelling(self) -> Labelling:
        """The names of generators that hold indices."""
        return Labelling(self)

    @cached_property
    def rules(self) -> SubSums:
        """Known sums within sums."""
        return SubSums(self)

    @cached_property
    def shifts(self) -> Shifts:
        """Sums over one index."""
        return Shifts(self)

    @cached_property
    def products(self) -> Products:
        """The products over indices."""
        return Products(self)

    # ---- values ------------------------------------------------------------------------------------
    def value(self, term: Sum) -> Element:
        """The value of a sum.

        Raises:
            CertificateError: its range may have a negative length.
        """
        members = self.written_out(term)
        if members is not None:
            total = self.field.zero
            for member in members:
                total = self.field.add(total, self.v.value(member))
            return total
        name, body = self.opened(term)
        return self.total((name,), self.v.value(body))

    def learn(self, statement: Sequence[Term]) -> None:
        """What the sums of a statement require is known before any of its products is computed."""
        if any(term.holds(Product) for term in statement):
            for term in subterms(*statement):
                if isinstance(term, Sum | Product) and not term.loose and term in self.v.given:
                    self.opened(term)

    def opened(self, term: Binder) -> tuple[str, Term]:
        """The body of a binder for an index of its own, and what is known about it there."""
        over = (term.lower, term.upper)
        name = self.fresh(over, self.indices_in(term), dependent=True)
        body = instantiate_bound(term.body, Symbol(name))
        if term in self.v.given:
            if self.nonempty(over):
                self.suppose_all((name,), body, real=term in self.v.reals)
            else:
                self.suppose_any(name, body, real=term in self.v.reals)
        return name, body

    def written_out(self, term: Binder) -> list[Term] | None:
        """The members of a short sum or product between numbers."""
        lower, upper = rational(term.lower), rational(term.upper)
        if lower is None or upper is None or lower.denominator != 1 or upper.denominator != 1:
            return None
        if upper - lower >= LONGEST_WRITTEN_OUT:
            return None
        members = [instantiate_bound(term.body, Number(k)) for k in range(int(lower), int(upper) + 1)]
        if term in self.v.given:
            self.v.take_as_defined(*members, real=term in self.v.reals)
        return members

    def total(self, bound: tuple[str, ...], e: Element) -> Element:
        """The sum of an element over all values of these indices."""
        if not bound or e[0].is_zero():
            return e
        if len(bound) > MOST_INDICES:
            raise Budget
        field = self.field
        free, tied = self._split(e[1], bound)
        self._require_divisor(bound, free)
        out = field.zero
        for part, under in self._parts(e[0], tied):
            for exponents, coefficient in part.to_dict().items():
                top, left = field.lowest(field.context.from_dict({exponents: 1}), under)
                ((kept, sign),) = top.to_dict().items()
                powers = [(j, int(k)) for j, k in enumerate(kept) if k]
                one = self._product_over(bound, powers, left)
                out = field.add(out, field.scale(one, Fraction(int(coefficient) * int(sign))))
        return field.reduced(field.mul(out, field.lowest(field.one[0], free)))

    def _split(self, d: Polynomial, bound: Sequence[str]) -> tuple[Polynomial, Polynomial]:
        """A denominator as a part without the indices times a part each factor of which holds one."""
        one = self.field.one[0]
        if d.is_constant() or not self.held(d) & set(bound):
            return d, one
        content, factors = d.factor()
        free, tied = self.field.constant(content), one
        for p, e in factors:
            if self.held(p) & set(bound):
                tied = tied * p ** int(e)
            else:
                free = free * p ** int(e)
        return free, tied

    def _require_divisor(self, bound: Sequence[str], free: Polynomial) -> None:
        """What is divided by outside of the sum is not zero, even where there is nothing to be summed."""
        if free.is_constant() or all(self.nonempty(self.ranges[b]) for b in bound):
            return
        if not self.v.signs.nonzero((free, self.field.one[0])):
            raise CertificateError("a sum may have no terms, and what comes out of it divides by zero")

    def _parts(self, n: Polynomial, tied: Polynomial) -> list[tuple[Polynomial, Polynomial]]:
        """n/tied as a polynomial and a rest over the denominator: E/(1 + E) is 1 - 1/(1 + E)."""
        one = self.field.one[0]
        if tied.is_one():
            return [(n, one)]
        quotient, rest = divmod(n, tied)
        return [(quotient, one), (rest, tied)]

    def _product_over(self, bound: tuple[str, ...], powers: Powers, under: Polynomial) -> Element:
        """The sum of a product of generators over a denominator, each factor of which holds an index."""
        field = self.field
        indices = set(bound)
        outside = [(j, k) for j, k in powers if not self.indices_of(j) & indices]
        inside = [(j, k) for j, k in powers if self.indices_of(j) & indices]
        factor = self.product(outside)
        contracted = self._contracted(bound, inside, under)
        if contracted is not None:
            return field.mul(factor, contracted)
        joined = self._joined(bound, inside, under)
        if joined is not None:
            return field.mul(factor, joined)
        live: set[str] = set()
        for part in self.components(bound, inside, under):
            live |= set(part[0])
            factor = field.mul(factor, self._connected(*part))
        for name in bound:
            if name not in live:
                factor = field.mul(factor, self.length(self.ranges[name]))
        return factor

    def product(self, powers: Powers) -> Element:
        """The product of generators with these exponents."""
        p = self.field.one[0]
        for j, k in powers:
            p = p * self.field.polynomials[j] ** k
        return p, self.field.one[0]

    def length(self, over: Range) -> Element:
        if not self.counted(over):
            raise CertificateError("a sum may have no terms")
        lower, upper = (self.v.value(bound) for bound in over)
        return self.field.add(self.field.sub(upper, lower), self.field.one)

    def _contracted(self, bound: tuple[str, ...], inside: Powers, under: Polynomial) -> Element | None:
        """The sum of delta(i, j) f(j) over j is f(i): a delta is used up."""
        for j, _ in inside:
            delta = self.field.generators[j].term
            if not isinstance(delta, Delta):
                continue
            for b in bound:
                place = place_of(delta, b)
                if place is None:
                    continue
                if self.outside(place, self.ranges[b]):
                    return self.field.zero
                if not self.within(place, self.ranges[b]):
                    continue
                rest = self.product([(i, k) for i, k in inside if i != j])[0], under
                return self.total(tuple(x for x in bound if x != b), self.put(rest, {b: place}))
        return None

    def _joined(self, bound: tuple[str, ...], inside: Powers, under: Polynomial) -> Element | None:
        """Sums within the sum become one sum over all the indices."""
        if not any(self._may_be_joined(j, bound) for j, _ in inside):
            return None
        field = self.field
        taken = set(bound).union(*(self.indices_of(j) for j, _ in inside)) | self.held(under)
        element: Element = (field.one[0], under)
        more: list[str] = []
        for j, k in inside:
            if not self._may_be_joined(j, bound):
                element = field.mul(element, self.product([(j, k)]))
                continue
            for _ in range(k):
                names, summand = self.reopened(j, taken)
                taken |= set(names)
                more += names
                element = field.mul(element, summand)
        return self.total((*bound, *more), field.reduced(element))

    def _may_be_joined(self, j: int, bound: Iterable[str]) -> bool:
        """It is a sum whose ranges do not depend on the indices that are summed over, and no series: series
        of series may have another value in another order."""
        if j not in self.summands or any(self.ranges[b][1] is OO for b in bound):
            return False
        ranges = [self.ranges[b] for b in self.summands[j].bound]
        return not any(upper is OO or (lower.names | upper.names) & set(bound) for lower, upper in ranges)

    def reopened(self, j: int, taken: Iterable[str], mark: str = "#") -> tuple[list[str], Element]:
        """The summand of a sum generator, for indices that are not taken."""
        summand = self.summands[j]
        used = set(taken) | self.indices_of(j)
        names: dict[str, str] = {}
        for b in summand.bound:
            names[b] = self.fresh(self.ranges[b], used, mark, dependent=True)
            used.add(names[b])
        # names that are swapped among each other are put in all at once
        return list(names.values()), self.renamed(summand.element, names)

    def components(
        self, bound: tuple[str, ...], inside: Powers, under: Polynomial
    ) -> list[tuple[tuple[str, ...], Powers, Polynomial]]:
        """The product, in parts that have no index in common."""
        pieces: list[tuple[set[str], Powers, Polynomial]] = []
        one = self.field.one[0]
        found = [(self.indices_of(j) & set(bound), [(j, k)], one) for j, k in inside]
        if not under.is_one():
            content, factors = under.factor()
            found += [(self.held(p) & set(bound), [], p ** int(e)) for p, e in factors]
            if content != 1:
                found[-1] = (found[-1][0], [], found[-1][2] * self.field.constant(content))
        for names, powers, p in found:
            own: tuple[set[str], Powers, Polynomial] = (set(names), list(powers), p)
            apart = []
            for piece in pieces:
                if piece[0] & own[0]:
                    own = (own[0] | piece[0], piece[1] + own[1], piece[2] * own[2])
                else:
                    apart.append(piece)
            pieces = [*apart, own]
        return [(tuple(b for b in bound if b in names), powers, p) for names, powers, p in pieces]

    def _connected(self, bound: tuple[str, ...], powers: Powers, under: Polynomial) -> Element:
        """A connected sum: rewritten by a rule, or a generator."""
        rewritten = self.rules.rewritten(bound, powers, under)
        if rewritten is not None:
            left, element = rewritten
            return self.total(left, element)
        return self._generator(bound, powers, under)

    def _generator(self, bound: tuple[str, ...], powers: Powers, under: Polynomial) -> Element:
        """The generator of a connected sum, or what it is by one over another range of the same index."""
        if len(bound) == 1:
            return self.shifts.value(bound[0], (self.product(powers)[0], under))
        return self.generator(bound, powers, under)

    def generator(self, bound: tuple[str, ...], powers: Powers, under: Polynomial) -> Element:
        """The generator of a connected sum, with the sign that its name leaves out."""
        code, order, flipped = self.labelling.of_sum(bound, powers, under, {})
        name = ("sum", code)
        j = self.v.atoms.get(name)
        if j is None:
            element: Element = (self.product(powers)[0], -under if flipped else under)
            term = self._term(order, element)
            sign = self.v.signs.of_element(element)
            if len(sign) == 1 and sign in "+-" and not all(self.nonempty(self.ranges[b]) for b in bound):
                sign = "0" + sign
            if sign in ("r", "c") and is_sum_of_squares(self, bound, powers, under):
                sign = "0+" if not flipped else "0-"
            j = self.v.atoms[name] = self.field.new(term, sign)
            self.summands[j] = Summand(order, element)
        value = self.field.generator(j)
        return self.field.neg(value) if flipped else value

    def _term(self, order: tuple[str, ...], element: Element) -> Term:
        """The sum written as a term."""
        out = self.written(element)
        for name in reversed(order):
            lower, upper = self.ranges[name]
            out = Sum("k", lower, upper, bind(out, name))
        return out

    def written(self, e: Element) -> Term:
        """An element with what its generators stand for."""
        top, bottom = self._written(e[0]), self._written(e[1])
        return top if bottom is ONE else mul(top, power(bottom, -1))

    def _written(self, p: Polynomial) -> Term:
        terms = []
        for exponents, coefficient in p.to_dict().items():
            factors = [power(self.field.generators[j].term, int(k)) for j, k in enumerate(exponents) if k]
            terms.append(mul(number(Fraction(int(coefficient))), *factors))
        return add(*terms)


__all__ = ["Powers", "Range", "Sums"]
