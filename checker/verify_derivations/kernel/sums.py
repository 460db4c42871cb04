"""Sums over an index as quantities of the field: pulled apart, contracted, and named canonically.

Under a sum stands a rational function of quantities, some of which hold the index. It is distributed over
the sum; what does not hold the index goes outside; a Kronecker delta replaces the index; sums within the sum
are joined with it. What is left is connected: a product of quantities over a denominator, summed over the
indices that connect it. Such a sum is a quantity of its own, named so that renaming or reordering its indices
changes nothing (`kernel.labelling`).

Each step is an identity for all sizes from 1 on, so equal elements mean equal values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.defined import surely_holds_an_index
from verify_derivations.kernel.field import Budget, Element, Polynomial
from verify_derivations.kernel.labelling import Labelling
from verify_derivations.kernel.subsums import SubSums
from verify_derivations.term.bind import bind
from verify_derivations.term.build import add, mul, number, power, rational
from verify_derivations.term.conditions import requirements
from verify_derivations.term.domain import Domain
from verify_derivations.term.nodes import (
    ONE,
    Binder,
    Delta,
    Number,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.substitute import instantiate_bound, substitute
from verify_derivations.term.text import text

if TYPE_CHECKING:
    from verify_derivations.kernel.valuation import Valuation

LONGEST_WRITTEN_OUT = 16
"""Sums between numbers with at most so many terms are written out."""

MOST_INDICES = 24
"""Sums over more indices at once are given up."""

NOT_OVER_THE_REALS = {"> 0": "!= 0", "!= 0": "!= 0"}
"""What is left of a requirement where complex values are values: a logarithm has a value but at 0."""

Range = tuple[Term, Term]
Powers = list[tuple[int, int]]
"""A product of generators: their numbers, with exponents."""


@dataclass(frozen=True)
class Summand:
    """What a sum generator sums: over these indices, this element (a product over a denominator)."""

    bound: tuple[str, ...]
    element: Element


class Sums:
    """The sums of one valuation, and the indices that stand in it.

    What is known under a bound index is known for all of its values, and so for any other index of the range.
    A free index of the statement (`free`) has one value at a point: what is known there is known of no other.
    """

    def __init__(self, v: Valuation, indices: Mapping[str, Term]) -> None:
        self.v, self.field = v, v.field
        self.ranges: dict[str, Range] = {name: (ONE, size) for name, size in indices.items()}
        self.free = frozenset(indices)
        self.summands: dict[int, Summand] = {}
        self.labelling = Labelling(self)
        self.rules = SubSums(self)
        self._indices: dict[int, frozenset[str]] = {}
        self._facts: list[tuple[frozenset[str], Term, str]] = []
        self._carried: set[tuple[tuple[str, str], ...]] = set()

    # ---- indices -----------------------------------------------------------------------------------
    def indices_in(self, term: Term) -> frozenset[str]:
        """The indices that occur free in a term."""
        return term.names & self.ranges.keys()

    def indices_of(self, j: int) -> frozenset[str]:
        """The indices on which a generator depends."""
        found = self._indices.get(j)
        if found is None:
            found = self._indices[j] = self.indices_in(self.field.generators[j].term)
        return found

    def held(self, p: Polynomial) -> frozenset[str]:
        """The indices on which a polynomial depends."""
        out: frozenset[str] = frozenset()
        if not p.is_constant():
            for j, degree in enumerate(p.degrees()):
                if degree:
                    out |= self.indices_of(j)
        return out

    def fresh(self, over: Range, taken: Iterable[str], mark: str = "#") -> str:
        """The first index name of this range that is not taken."""
        used = set(taken)
        lower, upper = over
        if self.indices_in(lower) or self.indices_in(upper):
            raise CertificateError("the range of a sum depends on an index")
        place = text(upper) if lower is ONE else f"{text(lower)}..{text(upper)}"
        k = 0
        while f"{mark}{k}:{place}" in used:
            k += 1
        name = f"{mark}{k}:{place}"
        if self.ranges.setdefault(name, over) != over:
            raise CertificateError("two ranges of indices are written alike")
        return name

    def nonempty(self, over: Range) -> bool:
        """The range surely holds an index: it runs from 1 to a size."""
        return surely_holds_an_index(*over, self.v.domains)

    def domain(self, name: str) -> Domain:
        """Where the values of an index lie: whole numbers from the lower bound of its range on."""
        return Domain("integer", lower=rational(self.ranges[name][0]), lower_open=False)

    # ---- values ------------------------------------------------------------------------------------
    def value(self, term: Sum) -> Element:
        """The value of a sum.

        Raises:
            CertificateError: its range may have a negative length.
        """
        members = self._written_out(term)
        if members is not None:
            total = self.field.zero
            for member in members:
                total = self.field.add(total, self.v.value(member))
            return total
        name, body = self.opened(term)
        return self.total((name,), self.v.value(body))

    def opened(self, term: Binder) -> tuple[str, Term]:
        """The body of a binder for an index of its own, and what is known about it there."""
        over = (term.lower, term.upper)
        name = self.fresh(over, self.indices_in(term))
        body = instantiate_bound(term.body, Symbol(name))
        if term in self.v.given and self.nonempty(over):
            self.suppose_all((name,), body, real=term in self.v.reals)
        return name, body

    def _written_out(self, term: Sum) -> list[Term] | None:
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
        out = field.zero
        for part, under in self._parts(e[0], tied):
            for exponents, coefficient in part.to_dict().items():
                powers = [(j, int(k)) for j, k in enumerate(exponents) if k]
                one = self._product_over(bound, powers, under)
                out = field.add(out, field.scale(one, Fraction(int(coefficient))))
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
        for part in self._components(bound, inside, under):
            live |= set(part[0])
            factor = field.mul(factor, self._connected(*part))
        for name in bound:
            if name not in live:
                factor = field.mul(factor, self._length(self.ranges[name]))
        return factor

    def product(self, powers: Powers) -> Element:
        """The product of generators with these exponents."""
        p = self.field.one[0]
        for j, k in powers:
            p = p * self.field.polynomials[j] ** k
        return p, self.field.one[0]

    def _length(self, over: Range) -> Element:
        if not self.nonempty(over):
            raise CertificateError("a sum may have no terms")
        lower, upper = (self.v.value(bound) for bound in over)
        return self.field.add(self.field.sub(upper, lower), self.field.one)

    def _contracted(self, bound: tuple[str, ...], inside: Powers, under: Polynomial) -> Element | None:
        """The sum of delta(i, j) f(j) over j is f(i): a delta is used up."""
        for j, _ in inside:
            delta = self.field.generators[j].term
            if not isinstance(delta, Delta):
                continue
            for b, other in ((delta.left, delta.right), (delta.right, delta.left)):
                if not (isinstance(b, Symbol) and isinstance(other, Symbol) and b.name in bound):
                    continue
                if other.name not in self.ranges or self.ranges[other.name] != self.ranges[b.name]:
                    continue
                rest = self.product([(i, k) for i, k in inside if i != j])[0], under
                renamed = self.renamed(rest, {b.name: other.name})
                return self.total(tuple(x for x in bound if x != b.name), renamed)
        return None

    def _joined(self, bound: tuple[str, ...], inside: Powers, under: Polynomial) -> Element | None:
        """Sums within the sum become one sum over all the indices."""
        if not any(j in self.summands for j, _ in inside):
            return None
        field = self.field
        taken = set(bound).union(*(self.indices_of(j) for j, _ in inside)) | self.held(under)
        element: Element = (field.one[0], under)
        more: list[str] = []
        for j, k in inside:
            if j not in self.summands:
                element = field.mul(element, self.product([(j, k)]))
                continue
            for _ in range(k):
                names, summand = self.reopened(j, taken)
                taken |= set(names)
                more += names
                element = field.mul(element, summand)
        return self.total((*bound, *more), field.reduced(element))

    def reopened(self, j: int, taken: Iterable[str], mark: str = "#") -> tuple[list[str], Element]:
        """The summand of a sum generator, for indices that are not taken."""
        summand = self.summands[j]
        used = set(taken) | self.indices_of(j)
        names: dict[str, str] = {}
        for b in summand.bound:
            names[b] = self.fresh(self.ranges[b], used, mark)
            used.add(names[b])
        # names that are swapped among each other are put in all at once
        return list(names.values()), self.renamed(summand.element, names)

    def _components(
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

    # ---- renaming ----------------------------------------------------------------------------------
    def renamed(self, e: Element, names: Mapping[str, str]) -> Element:
        """The element with other indices in the place of some, all at once."""
        names = {old: new for old, new in names.items() if old != new}
        if not names:
            return e
        if not names.keys() & self.free:
            self._carry(names)
        values: dict[int, Element] = {}
        for p in e:
            if not p.is_constant():
                for j, degree in enumerate(p.degrees()):
                    if degree and j not in values and self.indices_of(j) & names.keys():
                        values[j] = self._renamed_generator(j, names)
        if not values:
            return e
        top, bottom = (self._composed(p, values) for p in e)
        return self.field.reduced(self.field.mul(top, self.field.inverse(bottom)))

    def _renamed_generator(self, j: int, names: Mapping[str, str]) -> Element:
        term = self.field.generators[j].term
        put = {old: Symbol(new) for old, new in names.items()}
        other = substitute(term, put)
        if term in self.v.given and not self.indices_of(j) & names.keys() & self.free:
            self.v.take_as_defined(other, real=term in self.v.reals)
        return self.v.value(other)

    def _composed(self, p: Polynomial, values: Mapping[int, Element]) -> Element:
        """The polynomial with values in the place of some generators."""
        field = self.field
        if p.is_constant():
            return p, field.one[0]
        total = field.zero
        for exponents, coefficient in p.to_dict().items():
            kept = tuple(0 if j in values else k for j, k in enumerate(exponents))
            one: Element = (field.context.from_dict({kept: coefficient}), field.one[0])
            for j, value in values.items():
                if exponents[j]:
                    one = field.mul(one, field.power(value, int(exponents[j])))
            total = field.add(total, one)
        return total

    # ---- what is known at every index ----------------------------------------------------------------
    def suppose_all(self, names: Sequence[str], body: Term, *, real: bool) -> None:
        """What stands under an index in the statement is defined for every value: a fact for each of them."""
        self.v.take_as_defined(body, real=real)
        for requirement in requirements((body,)):
            held = self.indices_in(requirement.term)
            if requirement.bound or not held & set(names):
                continue
            relation = requirement.relation if real else NOT_OVER_THE_REALS.get(requirement.relation, "")
            fact = (held, requirement.term, relation)
            if fact not in self._facts:
                self._facts.append(fact)
                self._learn(requirement.term, relation)

    def _learn(self, term: Term, relation: str) -> None:
        if relation in ("> 0", ">= 0", "!= 0"):
            self.v.signs.learn(self.v.value(term), relation)

    def _carry(self, names: Mapping[str, str]) -> None:
        """Facts that hold at every index hold at the new ones."""
        key = tuple(sorted(names.items()))
        if key in self._carried:
            return
        self._carried.add(key)
        put = {old: Symbol(new) for old, new in names.items()}
        for held, term, relation in list(self._facts):
            if held & names.keys():
                self._learn(substitute(term, put), relation)

    # ---- deltas of free indices ----------------------------------------------------------------------
    def vanishes(self, e: Element, depth: int = 8) -> bool:
        """The element is zero at all values of its free indices: equal ones, and different ones."""
        n = self.field.reduced(e)[0]
        if n.is_zero():
            return True
        j = next((j for j, k in enumerate(n.degrees()) if k and self._is_free_delta(j)), None)
        if j is None or depth == 0:
            return False
        delta = self.field.generators[j].term
        apart, together = self._at_delta(n, j)
        names = [i.name for i in delta.children if isinstance(i, Symbol)]
        one = self.field.one[0]
        return self.vanishes((apart, one), depth - 1) and self.vanishes(
            self.renamed((together, one), {names[1]: names[0]}), depth - 1
        )

    def _is_free_delta(self, j: int) -> bool:
        delta = self.field.generators[j].term
        if not isinstance(delta, Delta):
            return False
        return all(isinstance(i, Symbol) and i.name in self.ranges for i in delta.children)

    def _at_delta(self, n: Polynomial, j: int) -> tuple[Polynomial, Polynomial]:
        """The polynomial where the delta is 0, and where it is 1."""
        apart: dict[tuple[int, ...], int] = {}
        together: dict[tuple[int, ...], int] = {}
        for exponents, coefficient in n.to_dict().items():
            rest = (*exponents[:j], 0, *exponents[j + 1 :])
            if not exponents[j]:
                apart[rest] = apart.get(rest, 0) + int(coefficient)
            together[rest] = together.get(rest, 0) + int(coefficient)
        return self.field.context.from_dict(apart), self.field.context.from_dict(together)


__all__ = ["Powers", "Sums"]
