"""The indices of one valuation: what they run through, what is known at each of them, and putting others in.

What is known under a bound index is known for all of its values, and so for any term that lies in its range.
A free index of the statement (`free`) has one value at a point: what is known there is known of no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from weakref import proxy

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Element, Polynomial
from verify_derivations.term.arrays.affine import affine, canonical, least, surely_at_most
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ONE, Apply, I, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import own_subterms, subterms

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation

NOT_OVER_THE_REALS = {"> 0": "!= 0", "!= 0": "!= 0"}
"""What is left of a requirement where complex values are values: a logarithm has a value but at 0."""

Range = tuple[Term, Term]


class Indices:
    """The indices that stand in the terms of one valuation."""

    def __init__(self, v: Valuation, indices: Mapping[str, Term]) -> None:
        # the valuation holds this: a proxy closes no circle, so that all goes as soon as it is not needed
        self.v: Valuation = proxy(v)
        self.field = v.field
        self.ranges: dict[str, Range] = {name: (ONE, size) for name, size in indices.items()}
        self.free = frozenset(indices)
        self._indices: dict[int, frozenset[str]] = {}
        self._facts: list[tuple[frozenset[str], Term, str]] = []
        self._carried: set[tuple[tuple[str, str], ...]] = set()

    # ---- which indices occur -----------------------------------------------------------------------
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

    # ---- ranges ------------------------------------------------------------------------------------
    def fresh(self, over: Range, taken: Iterable[str], mark: str = "#", *, dependent: bool = False) -> str:
        """The first index name of this range that is not taken.

        Raises:
            CertificateError: the range depends on an index, and must not.
        """
        used = set(taken)
        lower, upper = over = canonical(over[0]), canonical(over[1])
        if not dependent and (self.indices_in(lower) or self.indices_in(upper)):
            raise CertificateError("the range of an index depends on an index")
        place = text(upper) if lower is ONE else f"{text(lower)}..{text(upper)}"
        k = 0
        while f"{mark}{k}:{place}" in used:
            k += 1
        name = f"{mark}{k}:{place}"
        if self.ranges.setdefault(name, over) != over:
            raise CertificateError("two ranges of indices are written alike")
        return name

    def nonempty(self, over: Range) -> bool:
        """The range surely holds an index."""
        return self._whole(over) and surely_at_most(*over, self.v.domains, self.ranges)

    def counted(self, over: Range) -> bool:
        """The range surely holds upper - lower + 1 indices, as its bounds say: that is not negative."""
        lower, upper = affine(over[0]), affine(over[1])
        if lower is None or upper is None or not self._whole(over):
            return False
        length = least(upper.minus(lower), self.v.domains, self.ranges)
        return length is not None and length >= -1

    def _whole(self, over: Range) -> bool:
        """The bounds are whole numbers."""
        return all(self.is_whole(bound) for bound in over)

    def is_whole(self, term: Term) -> bool:
        """The value is surely a whole number."""
        form = affine(term)
        if form is None or any(c.denominator != 1 for c in (form.constant, *dict(form.parts).values())):
            return False
        for name, _ in form.parts:
            domain = self.v.domains.get(name)
            if name not in self.ranges and (domain is None or domain.field != "integer"):
                return False
        return True

    def within(self, term: Term, over: Range) -> bool:
        """The value of the term surely lies in the range."""
        if isinstance(term, Symbol) and self.ranges.get(term.name) == over:
            return True
        return self._whole((term, term)) and all(
            surely_at_most(*pair, self.v.domains, self.ranges) for pair in ((over[0], term), (term, over[1]))
        )

    def outside(self, term: Term, over: Range) -> bool:
        """The value of the term, a whole number, surely does not lie in the range."""
        form, one = affine(term), affine(ONE)
        if form is None or one is None or not self._whole((term, term)):
            return False
        return any(
            surely_at_most(*pair, self.v.domains, self.ranges)
            for pair in ((form.plus(one).term(), over[0]), (over[1], form.minus(one).term()))
        )

    def domain(self, name: str) -> Domain:
        """Where the values of an index lie: whole numbers from the lower bound of its range on."""
        return Domain("integer", lower=rational(self.ranges[name][0]), lower_open=False)

    def surely_there(self, term: Term) -> bool:
        """All bound indices in the term run through ranges that are not empty: the term stands somewhere."""
        return all(self.nonempty(self.ranges[name]) for name in self.indices_in(term) - self.free)

    # ---- putting in ----------------------------------------------------------------------------------
    def renamed(self, e: Element, names: Mapping[str, str]) -> Element:
        """The element with other indices in the place of some, all at once."""
        return self.put(e, {old: Symbol(new) for old, new in names.items()})

    def put(self, e: Element, places: Mapping[str, Term]) -> Element:
        """The element with terms in the place of some indices, all at once."""
        names = {old: new for old, new in places.items() if new is not Symbol(old)}
        if not names:
            return e
        known = not names.keys() & self.free and all(
            self.within(new, self.ranges[old]) for old, new in names.items()
        )
        if known:
            self._carry(names)
        values: dict[int, Element] = {}
        for p in e:
            if not p.is_constant():
                for j, degree in enumerate(p.degrees()):
                    if degree and j not in values and self.indices_of(j) & names.keys():
                        values[j] = self._put_in_generator(j, names, known=known)
        if not values:
            return e
        top, bottom = (self._composed(p, values) for p in e)
        return self.field.reduced(self.field.mul(top, self.field.inverse(bottom)))

    def _put_in_generator(self, j: int, names: Mapping[str, Term], *, known: bool) -> Element:
        term = self.field.generators[j].term
        other = substitute(term, names)
        if term in self.v.given and known:
            if all(self.nonempty(self.ranges[old]) for old in names):
                self.v.take_as_defined(other, real=term in self.v.reals)
            else:  # of what does not hold the index nothing is known where there is none
                self.v.given.add(other)
                self.v.reals.update({other} if term in self.v.reals else ())
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
            if requirement.bound or not self.indices_in(requirement.term) & set(names):
                continue
            self._suppose(requirement, real=real)

    def suppose_any(self, name: str, body: Term, *, real: bool) -> None:
        """The same for a range that may be empty: what does not hold the index may be undefined.

        So only powers and logarithms that hold it are taken as defined, and a requirement is a fact if each
        of its factors holds it; then it says nothing where there is no index.
        """
        for term in own_subterms(body):
            if name in term.names and (
                isinstance(term, Pow) or (isinstance(term, Apply) and term.function == "log")
            ):
                self.v.given.add(term)
                if real and I not in subterms(term):
                    self.v.reals.add(term)
        for requirement in requirements((body,)):
            if requirement.bound or name not in requirement.term.names:
                continue
            factors = self.v.signs.factors_of(self.v.value(requirement.term))
            if all(name in self.held(p) for p, _ in factors):
                self._suppose(requirement, real=real)

    def _suppose(self, requirement: Requirement, *, real: bool) -> None:
        relation = requirement.relation if real else NOT_OVER_THE_REALS.get(requirement.relation, "")
        fact = (self.indices_in(requirement.term), requirement.term, relation)
        if fact not in self._facts:
            self._facts.append(fact)
            self._learn(requirement.term, relation)

    def _learn(self, term: Term, relation: str) -> None:
        if relation in ("> 0", ">= 0", "!= 0"):
            self.v.signs.learn(self.v.value(term), relation)

    def _carry(self, put: Mapping[str, Term]) -> None:
        """Facts that hold at every index hold at what is put in."""
        key = tuple(sorted((old, text(new)) for old, new in put.items()))
        if key in self._carried:
            return
        self._carried.add(key)
        for held, term, relation in list(self._facts):
            if held & put.keys():
                self._learn(substitute(term, put), relation)


__all__ = ["Indices", "Range"]
