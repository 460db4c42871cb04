"""The value of a term as a rational function of independent quantities, lemma by lemma.

Sums, products and whole powers are computed. Everything else is an atom, an independent quantity keyed
by its function and the values of its arguments, unless a lemma says what it equals; a lemma is checked
by its rule (`kernel.inference.rules`) before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import (
    Capacity,
    DividedByZero,
    Element,
    Field,
    Polynomial,
    as_rational,
)
from verify_derivations.kernel.algebra.signs import Signs
from verify_derivations.kernel.claims.all_entries import narrowed
from verify_derivations.kernel.claims.defined import defined_parts, is_made_index
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.arcs import learn_waves
from verify_derivations.kernel.inference.atoms import Atoms
from verify_derivations.kernel.inference.conjugates import conjugated
from verify_derivations.kernel.inference.for_all import meets_for_all
from verify_derivations.kernel.inference.hypotheses import assume_arrays, assume_equation, assume_inequality
from verify_derivations.kernel.inference.hypotheses import difference as difference_of
from verify_derivations.kernel.inference.matrices import Matrices
from verify_derivations.kernel.inference.shifts import simplest
from verify_derivations.kernel.inference.sums import Sums
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.calculus.cases import has_cases
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import (
    ONE,
    Add,
    Apply,
    Constant,
    Delta,
    Determinant,
    Entry,
    I,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import own_subterms, subterms

STEPS = 12
"""How far from a pole of the gamma family its recurrence may be used without a sign."""

Check = Callable[["Valuation", Term, Term], None]


class Valuation(Atoms):
    """Values of terms in one field, over the declared domains, with the lemmas that may be used.

    Args:
        domains: the domain of every declared symbol; any other symbol is real.
        capacity: how many independent quantities fit.
        rules: the check of each rule of a lemma.
        deadline: a time of `time.perf_counter` after which the work is given up.
        arrays: what is declared of the arrays.
        indices: the free indices, and the size up to which each runs.
    """

    def __init__(
        self,
        domains: Mapping[str, Domain],
        capacity: int,
        rules: Mapping[str, Check],
        deadline: float = float("inf"),
        *,
        arrays: Mapping[str, ArrayDeclaration] | None = None,
        indices: Mapping[str, Term] | None = None,
    ) -> None:
        if any(is_made_index(name) for name in domains):  # it would be taken for an index of a sum
            raise CertificateError("a name that the kernel gives to its indices")
        self.domains, self.rules = domains, rules
        self.arrays = self.earlier = arrays or {}
        self._real = False
        self.field = Field(capacity, deadline)
        self.signs = Signs(self.field)
        self.lemmas: dict[Term, tuple[str, Term]] = {}
        self.values: dict[Term, Element] = {}
        self.atoms: dict[tuple[object, ...], int] = {}
        self.given: set[Term] = set()
        self.reals: set[Term] = set()
        self.zeros: list[Polynomial] = []
        """What the hypotheses say is zero, of those that could not be solved for a quantity."""
        self.unmet: list[Requirement] = []
        self.seek: Callable[[Term], None] | None = None
        self.sums = Sums(self, indices or {})
        self.matrices = Matrices(self)
        self.holds_inequalities = any(d.lower is not None and d.upper is not None for d in domains.values())
        self._open: set[Term] = set()
        self._assumed = False

    @classmethod
    def of(
        cls, s: Statement, capacity: int, rules: Mapping[str, Check], deadline: float = float("inf")
    ) -> Valuation:
        """A valuation for the domains, arrays and indices of a statement."""
        return cls(s.domains, capacity, rules, deadline, arrays=s.arrays, indices=s.indices)

    # ---- what is given ---------------------------------------------------------------------------
    def state(self, lemma_rule: str, term: Term, becomes: Term) -> None:
        """A lemma, to be checked when the term is met."""
        if lemma_rule not in self.rules:
            raise CertificateError(f"there is no rule {lemma_rule!r}")
        self.lemmas[term] = (lemma_rule, becomes)

    def suppose(
        self, statement: Sequence[Term], requirements: Iterable[Requirement], *, real: bool = False
    ) -> None:
        """The statement speaks only about points where its terms are defined, so where these hold.

        A division that stands in the statement is by something nonzero; one that a lemma brings in has to
        be shown to be. With `real`, all terms of the statement are real numbers, but for those that hold the
        imaginary unit; what a lemma brings in need not be. Requirements that neither
        the declarations nor the ones before them give are kept in `unmet`.
        """
        statement = tuple(statement)
        requirements = tuple(requirements)
        self._real |= real
        for requirement in requirements:
            self.narrow(requirement)
        if has_cases(*statement):  # their parts need not have a value where their case does not apply
            raise CertificateError("an expression by cases is to be taken apart first")
        if not self._assumed:
            self._assumed = True
            assume_arrays(self)
            self.values.clear()
        self.take_as_defined(*statement, real=real)
        self.sums.learn(statement)
        self.matrices.learn_inverses(statement)
        self.require(requirements)

    def require(self, requirements: Iterable[Requirement]) -> None:
        """These hold at every point of which the statement speaks."""
        for requirement in requirements:
            if requirement.bound:
                if not meets_for_all(self, requirement):
                    self.unmet.append(requirement)
                    known = narrowed(self.earlier, requirement) if self._real else None
                    self.earlier = {**self.earlier, **({known.name: known} if known else {})}
                continue
            value = self.value(requirement.term)
            if self.meets(value, requirement.relation):
                continue  # nothing new
            self.unmet.append(requirement)
            if requirement.relation == "nonpole":  # none of 0, -1, -2, ...: so no value + k is zero either
                for k in range(STEPS):
                    self.signs.learn(self.field.add(value, self.field.rational(Fraction(k))), "!= 0")
            else:
                self.signs.learn(value, requirement.relation)

    def take_as_defined(self, *terms: Term, real: bool = False) -> None:
        """The terms have values at every point of which the statement speaks; with `real`, real ones."""
        parts = defined_parts(self.domains, *terms)
        self.given.update(parts)
        if real:
            if any(term.holds(Constant) for term in terms):
                parts = tuple(set(parts).intersection(_without_imaginary_unit(terms)))
            self.reals.update(parts)

    def meets_within(self, requirement: Requirement) -> bool:
        """The requirement holds wherever its indices are in their ranges; nothing else is known here.

        Raises:
            Budget, Capacity: the computation grew past its bounds.
        """
        try:
            if self.meets(self.value(requirement.term), requirement.relation):
                return True
            within = [
                r for r in requirement.ranges if r.whole and rational(r.upper) is None and r.upper is not OO
            ]
            for r in within:
                k = Symbol(r.name)
                self.assume(((k, "<=", r.upper), (k, "<", Add((r.upper, ONE)))))
            return bool(within) and self.meets(self.value(requirement.term), requirement.relation)
        except (CertificateError, DividedByZero):
            return False

    def narrow(self, requirement: Requirement) -> None:
        """What is required of all entries of an array is known of each of them."""
        array = narrowed(self.arrays, requirement) if self._real and requirement.bound else None
        if array is None:
            return
        self.arrays = {**self.arrays, array.name: array}
        for name, j in list(self.atoms.items()):
            if name[:2] == ("Entry", array.name):
                self.signs.learn(self.field.generator(j), requirement.relation)

    def meets(self, value: Element, relation: str) -> bool:
        """What is known of signs gives the relation."""
        match relation:
            case "> 0" | "nonpole":
                return self.signs.positive(value)
            case ">= 0":
                return self.signs.nonnegative(value)
            case _:
                return self.signs.nonzero(value)

    def assume(self, assumed: Iterable[tuple[Term, str, Term]]) -> None:
        """The hypotheses of the statement: an inequality is a fact, an equation replaces a quantity.

        An equation is solved for the highest power of some symbol with a coefficient that is not zero; where
        there is none, it is kept as what is zero.
        """
        for lhs, relation, rhs in assumed:
            self.holds_inequalities |= relation not in ("=", "!=")
            if relation == "=":
                assume_equation(self, difference_of(lhs, rhs))
            elif relation in ("<", "<="):
                assume_inequality(self, difference_of(rhs, lhs), relation.replace("<", ">"))
            elif relation in (">", ">=", "!="):
                assume_inequality(self, difference_of(lhs, rhs), relation)
            self.values.clear()  # what was computed before is to be reduced by it
        if self.holds_inequalities:
            learn_waves(self, self.given)

    # ---- values ----------------------------------------------------------------------------------
    def value(self, term: Term) -> Element:
        """The value of a term, in lowest terms and modulo the relations.

        Raises:
            CertificateError: a lemma does not check.
            DividedByZero: the term divides by something that is identically zero.
            Budget, Capacity: the computation grew past its bounds.
        """
        found = self.values.get(term)
        if found is None:
            if self.seek is not None:
                self.seek(term)
            values, field = self.values, self.field
            for sub in own_subterms(term):
                if sub not in values and sub not in self._open:
                    lemma, rule = self.lemmas.get(sub), VALUES.get(type(sub), _no_value)
                    value = self._by(lemma, sub) if lemma else rule(self, sub)
                    values[sub] = field.reduced(value) if field.algebraic else value
            found = values[term]
        return found

    def _by(self, lemma: tuple[str, Term], term: Term) -> Element:
        """The value that a lemma gives to its term, after its rule has checked it."""
        rule, becomes = lemma
        if term in self._open:
            raise CertificateError("a lemma rests on itself")
        if any(self._is_index(name) for name in becomes.names - term.names):
            raise CertificateError("a lemma brings in an index")
        self._open.add(term)
        try:
            self.rules[rule](self, term, becomes)
            return self.value(becomes)
        except KeyError:
            raise CertificateError("a lemma rests on itself") from None
        finally:
            self._open.discard(term)

    def plain_value(self, term: Term) -> Element:
        """The value without a lemma for the term itself."""
        return VALUES.get(type(term), _no_value)(self, term)

    def _sum(self, term: Add) -> Element:
        add, known, terms = self.field.add, self.values, iter(term.terms)
        first = next(terms)
        total = known.get(first) or self.value(first)
        for t in terms:
            total = add(total, known.get(t) or self.value(t))
        return total

    def _product(self, term: Mul) -> Element:
        mul, known, factors = self.field.mul, self.values, iter(term.factors)
        first = next(factors)
        total = known.get(first) or self.value(first)
        for f in factors:
            total = mul(total, known.get(f) or self.value(f))
        return total

    def _delta_value(self, term: Delta) -> Element:
        simpler = simplest(term)
        return self.value(simpler) if simpler is not term else self.field.generator(self._atom(term))

    def _power(self, term: Pow) -> Element:
        base, exponent, field = term.base, term.exponent, self.field
        if type(exponent) is not Number:
            return field.generator(self._atom(term))
        value, (p, q) = self.values.get(base) or self.value(base), exponent.ratio
        if p == 0:
            return field.one
        if p < 0 and term not in self.given:
            self._divides(base, value)
        return field.power(value if q == 1 else field.generator(self._root(base, value, q)), p)

    def _divides(self, base: Term, value: Element) -> None:
        """A lemma brings in a division: it has to be shown to be by something that is not zero."""
        if isinstance(base, Apply) and base.function == "exp":
            return
        if Apply("log", (base,)) in self.given:
            return  # a logarithm that is defined has an argument that is not zero
        if not (self.signs.nonzero(value) or self._nonzero_as_its_conjugate(base)):
            if value[0].is_zero():
                raise DividedByZero
            raise CertificateError("a lemma divides by something that may be zero")

    def _nonzero_as_its_conjugate(self, base: Term) -> bool:
        """The conjugate of the term is not zero, or what it is the absolute value of."""
        if not self.field.complex:
            return False
        other = base.children[0] if isinstance(base, Apply) and base.function == "Abs" else None
        return self.signs.nonzero(self.value(other if other is not None else conjugated(self, base)))


def _without_imaginary_unit(terms: Iterable[Term]) -> list[Term]:
    """The subterms in which the imaginary unit does not occur."""
    everything = subterms(*terms)
    if I not in everything:
        return list(everything)
    imaginary: set[Term] = set()
    out = []
    for term in everything:
        if (isinstance(term, Constant) and term.name == "i") or any(c in imaginary for c in term.children):
            imaginary.add(term)
        else:
            out.append(term)
    return out


def _no_value(v: Valuation, term: Term) -> Element:
    raise CertificateError(f"the kernel has no rule for a {type(term).__name__}")


VALUES: dict[type[Term], Callable[[Any, Any], Element]] = {
    Number: lambda v, term: v.field.quotient(*term.ratio),
    Symbol: lambda v, term: v.field.generator(v._symbol(term, term.name)),
    Constant: lambda v, term: v.field.generator(v._constant(term, term.name)),
    Add: Valuation._sum,
    Mul: Valuation._product,
    Pow: Valuation._power,
    Apply: lambda v, term: v.field.generator(v._atom(term)),
    Sum: lambda v, term: v.sums.value(term),
    Product: lambda v, term: v.sums.products.value(term),
    InverseEntry: lambda v, term: v.matrices.inverse_entry(term),
    Determinant: lambda v, term: v.matrices.determinant(term),
    Delta: Valuation._delta_value,
    Entry: lambda v, term: v.field.generator(v._entry(term)),
}
"""The value of each node; any other has none."""

__all__ = ["Capacity", "Check", "DividedByZero", "Valuation", "as_rational"]
