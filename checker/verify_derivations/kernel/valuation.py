"""The value of a term as a rational function of independent quantities, lemma by lemma.

Sums, products and whole powers are computed. Everything else is an atom, an independent quantity keyed
by its function and the values of its arguments, unless a lemma says what it equals; a lemma is checked
by its rule (`kernel.rules`) before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from flint import fmpz_poly

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.defined import defined_parts, is_made_index
from verify_derivations.kernel.field import (
    Capacity,
    DividedByZero,
    Element,
    Field,
    as_rational,
    key,
)
from verify_derivations.kernel.hypotheses import assume_arrays, assume_equation, assume_inequality
from verify_derivations.kernel.hypotheses import difference as difference_of
from verify_derivations.kernel.matrices import Matrices
from verify_derivations.kernel.shifts import simplest
from verify_derivations.kernel.signs import Signs
from verify_derivations.kernel.statement import Statement
from verify_derivations.kernel.sums import Sums
from verify_derivations.kernel.symbols import image_of, sign_of
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.affine import canonical
from verify_derivations.term.build import rational
from verify_derivations.term.cases import has_cases
from verify_derivations.term.conditions import Requirement
from verify_derivations.term.domain import REAL, Domain
from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.limit import MINUS_OO, OO
from verify_derivations.term.nodes import (
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
    own_subterms,
    subterms,
)
from verify_derivations.term.text import text

STEPS = 12
"""How far from a pole of the gamma family its recurrence may be used without a sign."""

Check = Callable[["Valuation", Term, Term], None]


class Valuation:
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
        self.domains, self.rules = domains, rules
        self.arrays = arrays or {}
        self.field = Field(capacity, deadline)
        self.signs = Signs(self.field)
        self.lemmas: dict[Term, tuple[str, Term]] = {}
        self.values: dict[Term, Element] = {}
        self.atoms: dict[tuple[object, ...], int] = {}
        self.given: set[Term] = set()
        self.reals: set[Term] = set()
        self.unmet: list[Requirement] = []
        self.seek: Callable[[Term], None] | None = None
        self.sums = Sums(self, indices or {})
        self.matrices = Matrices(self)
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
        if has_cases(*statement):  # their parts need not have a value where their case does not apply
            raise CertificateError("an expression by cases is to be taken apart first")
        if not self._assumed:
            self._assumed = True
            assume_arrays(self)
            self.values.clear()
        self.take_as_defined(*statement, real=real)
        self.sums.learn(statement)
        self.matrices.learn_inverses(statement)
        for requirement in requirements:
            if requirement.bound:
                if not self._meets_for_all(requirement):
                    self.unmet.append(requirement)
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

    def _meets_for_all(self, requirement: Requirement) -> bool:
        """The declarations give the requirement for every value of the indices that it stands under."""
        domains = dict(self.domains)
        for r in requirement.ranges:
            field: Literal["integer", "real"] = "integer" if r.whole else "real"
            lower, upper = rational(r.lower), rational(r.upper)
            if not r.whole:  # an integral may run backwards
                if lower is not None and upper is not None:
                    lower, upper = min(lower, upper), max(lower, upper)
                elif not (r.upper is OO or r.lower is MINUS_OO):
                    lower = upper = None
            domains[r.name] = Domain(field, lower, upper, not r.whole, not r.whole)
        indices = {name: self.sums.ranges[name][1] for name in self.sums.free}
        inner = Valuation(
            domains, self.field.capacity, self.rules, self.field.deadline, arrays=self.arrays, indices=indices
        )
        try:
            return inner.meets(inner.value(requirement.term), requirement.relation)
        except (CertificateError, DividedByZero):
            return False

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

        An equation is used where it can be solved for the highest power of some symbol with a coefficient
        that is not zero; any other is left unused.
        """
        for lhs, relation, rhs in assumed:
            if relation == "=":
                assume_equation(self, difference_of(lhs, rhs))
            elif relation in ("<", "<="):
                assume_inequality(self, difference_of(rhs, lhs), relation.replace("<", ">"))
            elif relation in (">", ">=", "!="):
                assume_inequality(self, difference_of(lhs, rhs), relation)
            self.values.clear()  # what was computed before is to be reduced by it

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
            values, reduced = self.values, self.field.reduced
            for sub in own_subterms(term):
                if sub not in values and sub not in self._open:
                    lemma = self.lemmas.get(sub)
                    values[sub] = reduced(self._by(lemma, sub) if lemma else self.plain_value(sub))
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
        field, known = self.field, self.values
        match term:
            case Number(value):
                return field.rational(value)
            case Symbol(name):
                return field.generator(self._symbol(term, name))
            case Constant(name):
                return field.generator(self._constant(term, name))
            case Add((first, *rest)):
                total = known.get(first) or self.value(first)
                for t in rest:
                    total = field.add(total, known.get(t) or self.value(t))
                return total
            case Mul((first, *rest)):
                total = known.get(first) or self.value(first)
                for f in rest:
                    total = field.mul(total, known.get(f) or self.value(f))
                return total
            case Pow(base, Number(exponent)):
                return self._power(term, base, exponent)
            case Sum():
                return self.sums.value(term)
            case InverseEntry():
                return self.matrices.inverse_entry(term)
            case Determinant():
                return self.matrices.determinant(term)
            case Product():
                return self.sums.products.value(term)
            case Delta() if (simpler := simplest(term)) is not term:
                return self.value(simpler)
            case Entry():
                return field.generator(self._entry(term))
            case Pow() | Apply() | Delta():
                return field.generator(self._atom(term))
        raise CertificateError(f"the kernel has no rule for a {type(term).__name__}")

    def _power(self, term: Term, base: Term, exponent: Fraction) -> Element:
        field, value = self.field, self.value(base)
        if exponent.denominator == 1:
            if exponent == 0:
                return field.one
            self._divides(term, base, value, exponent)
            return field.power(value, int(exponent))
        self._divides(term, base, value, exponent)
        root = self._root(base, value, exponent.denominator)
        return field.power(field.generator(root), exponent.numerator)

    def _divides(self, term: Term, base: Term, value: Element, exponent: Fraction) -> None:
        if isinstance(base, Apply) and base.function == "exp":
            return
        if Apply("log", (base,)) in self.given:
            return  # a logarithm that is defined has an argument that is not zero
        if exponent < 0 and term not in self.given and not self.signs.nonzero(value):
            if value[0].is_zero():
                raise DividedByZero
            raise CertificateError("a lemma divides by something that may be zero")

    def _root(self, base: Term, value: Element, q: int) -> int:
        """The generator r with r**q = value, the principal root of the base."""
        name = ("root", q, *key(value))
        j = self.atoms.get(name)
        if j is None:
            sign = self.signs.of_element(value)
            own = sign if sign in ("+", "0+") else "c"
            term = Pow(base, Number(Fraction(1, q)))
            j = self.atoms[name] = self.field.new(term, own, q, value)
            self.field.generators[j].nonzero = self.signs.nonzero(value)
        return j

    # ---- generators ------------------------------------------------------------------------------
    def _symbol(self, term: Term, name: str) -> int:
        found = self.atoms.get(("symbol", name))
        if found is not None:
            return found
        if is_made_index(name) and name not in self.sums.ranges:
            raise CertificateError("an index that runs over nothing")
        domain = self.domains.get(name) or (self.sums.domain(name) if self._is_index(name) else REAL)
        j = self.field.new(term, sign_of(domain))
        self.atoms["symbol", name] = j
        self.field.generators[j].image = image_of(self.field, j, domain)
        if domain.nonzero:
            self.signs.learn(self.field.generator(j), "!= 0")
        return j

    def _is_index(self, name: str) -> bool:
        return name in self.sums.ranges or is_made_index(name)

    def _constant(self, term: Term, name: str) -> int:
        found = self.atoms.get(("constant", name))
        if found is None:
            if name == "i":
                found = self.field.new(term, "c", 2, self.field.rational(Fraction(-1)))
            else:
                found = self.field.new(term, "+")
            self.field.generators[found].nonzero = True
            self.atoms["constant", name] = found
        return found

    def symmetric(self, array: str) -> bool:
        """The array is declared to be symmetric."""
        declared = self.arrays.get(array)
        return declared is not None and bool({"sym", "spd"} & set(declared.assumed))

    def _entry(self, term: Entry) -> int:
        """An entry of an array; of a symmetric matrix x_ij and x_ji are one."""
        term = Entry(term.array, [canonical(i) for i in term.indices])
        if self.symmetric(term.array):
            term = Entry(term.array, sorted(term.indices, key=text))
        name = ("Entry", term.array, *(self._index_key(i) for i in term.indices))
        j = self.atoms.get(name)
        if j is None:
            declared = self.arrays.get(term.array)
            domain = declared.entries if declared is not None else REAL
            sure = declared is not None and "spd" in declared.assumed and len(set(term.indices)) == 1
            j = self.atoms[name] = self.field.new(term, "+" if sure else sign_of(domain))
            self.field.generators[j].nonzero = sure or domain.nonzero
        return j

    def _delta(self, term: Delta) -> int:
        name = ("Delta", *(self._index_key(i) for i in term.children))
        j = self.atoms.get(name)
        if j is None:
            j = self.atoms[name] = self.field.new(term, "0+")
            self.field.relate(j, 2, self.field.generator(j))  # it is 0 or 1
        return j

    def _index_key(self, index: Term) -> str:
        if isinstance(index, Number):
            return f"#{text(index)}"  # an author may call an index "2"
        return index.name if isinstance(index, Symbol) else "".join(key(self.value(index)))

    def _atom(self, term: Term) -> int:
        if isinstance(term, Delta):
            return self._delta(term)
        values = [self.value(child) for child in term.children]
        head = term.function if isinstance(term, Apply) else ""
        name = (type(term).__name__, head, *(part for value in values for part in key(value)))
        j = self.atoms.get(name)
        if j is None:
            sign = self._range(term, values)
            turn = self._turn(values[0]) if head == "exp" else None
            if turn is not None:
                j = self._root_of_unity(term, turn)
            elif head == "exp" and self._is_whole_turn(values[0]):
                j = self.field.new(term, "r", 2, self.field.one)
            elif head == "Abs" and sign in ("0+", "+"):  # |u|**2 = u**2 for real u
                sign = "+" if self.signs.nonzero(values[0]) else sign
                j = self.field.new(term, sign, 2, self.field.mul(values[0], values[0]))
            else:
                j = self.field.new(term, sign)
            self.atoms[name] = j
            self.field.generators[j].nonzero = head in ("exp", "gamma")
        return j

    def _turn(self, value: Element) -> int | None:
        """m where the value is i*pi/m for a whole m > 1."""
        i, pi = self.atoms.get(("constant", "i")), self.atoms.get(("constant", "pi"))
        if i is None or pi is None or not value[1].is_constant():
            return None
        gens = self.field.polynomials
        return int(value[1].leading_coefficient()) if value[0] == gens[i] * gens[pi] else None

    def _is_whole_turn(self, value: Element) -> bool:
        """The value is i*pi times a whole number, so its exponential is 1 or -1."""
        i, pi = self.atoms.get(("constant", "i")), self.atoms.get(("constant", "pi"))
        if i is None or pi is None or value[0].is_constant():
            return False
        i_pi = self.field.polynomials[i] * self.field.polynomials[pi]
        n, d = self.field.lowest(value[0], value[1] * i_pi)
        if not d.is_one() or n.is_constant():
            return False
        used = (self.field.generators[j].term for j, k in enumerate(n.degrees()) if k)
        return all(isinstance(term, Symbol) and self._is_integer(term.name) for term in used)

    def _is_integer(self, name: str) -> bool:
        domain = self.domains.get(name)
        return name in self.sums.ranges or (domain is not None and domain.field == "integer")

    def _root_of_unity(self, term: Term, m: int) -> int:
        """exp(i*pi/m): a root of the cyclotomic polynomial of order 2m, and of none of lower degree."""
        j = self.field.new(term, "c")
        phi = fmpz_poly.cyclotomic(2 * m)
        g, low = self.field.polynomials[j], self.field.zero[0]
        for k in range(phi.degree()):
            low = low - self.field.constant(int(phi[k])) * g**k
        self.field.relate(j, phi.degree(), (low, self.field.one[0]))
        return j

    def _range(self, term: Term, values: list[Element]) -> str:
        """The sign of an atom: its function's range, if it is known to be defined and real there."""
        if not all(self.signs.real(v) or self.is_real(t) for v, t in zip(values, term.children, strict=True)):
            return "c"
        match term:
            case Pow(base, _):
                return "+" if self.signs.positive(self.value(base)) else "c"
            case Apply(name, arguments) if name in FUNCTIONS:
                row = FUNCTIONS[name]
                given = term in self.reals  # it stands in the statement, so it is defined
                if not given and not all(self._holds(condition, arguments) for condition in row.defined):
                    return "c"
                if row.positive and self._holds(row.positive, arguments):
                    return "+"
                return {"positive": "+", "nonnegative": "0+", "real": "r"}.get(row.range, "c")
        return "r" if isinstance(term, Apply) else "c"

    def atoms_in(self, value: Element) -> list[Apply]:
        """The function applications that occur as independent quantities in a value."""
        used = [d for d, _ in zip(value[0].degrees(), self.field.generators, strict=False)]
        terms = [g.term for g, k in zip(self.field.generators, used, strict=False) if k > 0]
        return [t for t in terms if isinstance(t, Apply)]

    def is_real(self, term: Term) -> bool:
        """The term is a real number: it stands in a statement about reals, or is built so from such."""
        if term in self.reals or self.signs.real(self.value(term)):
            return True
        match term:
            case Add(terms) | Mul(terms):
                return all(self.is_real(t) for t in terms)
            case Pow(base, Number(exponent)) if exponent.denominator == 1:
                return self.is_real(base)
            case Apply(name, arguments) if name in FUNCTIONS:
                return all(self.is_real(a) for a in arguments) and not FUNCTIONS[name].defined
        return False

    def real_and_defined(self, term: Apply) -> bool:
        """The arguments are real and the function has a real value there."""
        row = FUNCTIONS[term.function]
        real = all(self.signs.real(self.value(argument)) for argument in term.arguments)
        return real and all(self._holds(condition, term.arguments) for condition in row.defined)

    def _holds(self, condition: str, arguments: tuple[Term, ...]) -> bool:
        if condition.endswith(" nonpole"):
            return self.signs.positive(self.value(instantiate(condition.removesuffix(" nonpole"), arguments)))
        formula, _, relation = condition.rpartition(" ")[0].rpartition(" ")
        if relation not in (">", ">=", "!="):
            return False
        value = self.value(instantiate(formula, arguments))
        if relation == "!=":
            return self.signs.nonzero(value)
        return self.signs.positive(value) if relation == ">" else self.signs.nonnegative(value)


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


__all__ = ["Capacity", "Check", "DividedByZero", "Valuation", "as_rational"]
