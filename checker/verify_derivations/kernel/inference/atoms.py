"""The independent quantities of a valuation: what is a generator of its field, and what is known of its sign.

Two terms are one quantity if they are the same function of the same values.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from fractions import Fraction

from flint import fmpz_poly

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Element, Field, key
from verify_derivations.kernel.algebra.signs import Signs
from verify_derivations.kernel.algebra.symbols import image_of, sign_of
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.claims.defined import is_made_index
from verify_derivations.kernel.inference.arcs import ARCS, sign_on_arc
from verify_derivations.kernel.inference.conjugates import conjugated
from verify_derivations.kernel.inference.sums import Sums
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.arrays.affine import canonical
from verify_derivations.term.calculus.functions import FUNCTIONS, conditions_of, instantiate
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import Add, Apply, Delta, Entry, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import rebuild


class Atoms(ABC):
    """The part of a valuation that makes generators."""

    domains: Mapping[str, Domain]
    arrays: Mapping[str, ArrayDeclaration]
    field: Field
    signs: Signs
    sums: Sums
    reals: set[Term]
    atoms: dict[tuple[object, ...], int]
    """The generators by what they are: kind, function, values of arguments."""
    holds_inequalities: bool
    """Hypotheses, or a domain with two ends, may hold an angle between two zeros."""

    @abstractmethod
    def value(self, term: Term) -> Element:
        """The value of a term."""

    def _root(self, base: Term, value: Element, q: int) -> int:
        """The generator r with r**q = value, the principal root of the base."""
        name = ("root", q, *key(value))
        j = self.atoms.get(name)
        if j is None:
            sign = self.signs.of_element(value)
            own = sign if sign in ("+", "0+") else "c"
            term = Pow(self._as_number(base, value), Number(Fraction(1, q)))
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
        if domain.field != "complex" and domain.upper is not None and not domain.upper_open:
            self._learn_ends(self.field.generator(j), domain)
        return j

    def _learn_ends(self, value: Element, domain: Domain) -> None:
        """Facts about a symbol whose domain has an upper end that belongs to it."""
        if domain.upper is not None and domain.upper != 0:
            self.signs.learn(self.field.sub(self.field.rational(domain.upper), value), ">= 0")
        if domain.lower is not None and domain.lower != 0:
            relation = "> 0" if domain.lower_open else ">= 0"
            self.signs.learn(self.field.sub(value, self.field.rational(domain.lower)), relation)

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
            definite = declared is not None and "spd" in declared.assumed and domain.field != "complex"
            sure = definite and len(set(term.indices)) == 1  # it stands on the diagonal
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
        name = (type(term).__name__, head, *[part for value in values for part in key(value)])
        j = self.atoms.get(name)
        if j is None:
            sign = self._range(term, values)
            turn = self._turn(values[0]) if head == "exp" else None
            if turn is not None:
                j = self._root_of_unity(term, turn)
            elif head == "exp" and self._is_whole_turn(values[0]):
                j = self.field.new(term, "r", 2, self.field.one)
            elif head == "Abs" and sign in ("0+", "+"):  # |u|**2 = u**2 for real u, and u times its conjugate
                sign = "+" if self.signs.nonzero(values[0]) else sign
                other = self.value(conjugated(self, term.children[0]))
                j = self.field.new(term, sign, 2, self.field.mul(values[0], other))
            else:
                j = self.field.new(self._of_numbers(term, values), sign)
            self.atoms[name] = j
            self.field.generators[j].nonzero = head in ("exp", "gamma")
        return j

    def _of_numbers(self, term: Term, values: list[Element]) -> Term:
        """The term without names in its arguments that cancel: a number has a sign, whatever came first."""
        if not term.names or not isinstance(term, Apply | Pow):
            return term
        return rebuild(term, tuple(map(self._as_number, term.children, values)))

    def _as_number(self, term: Term, value: Element) -> Term:
        """What the value is written as, if that is a number; else the term."""
        if not term.names:
            return term
        degrees = zip(*(part.degrees() for part in value), strict=True)
        used = [g.term for g, ks in zip(self.field.generators, degrees, strict=False) if any(ks)]
        return term if any(t.names or t.loose for t in used) else element_term(self.field, value)

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

    def is_whole_name(self, name: str) -> bool:
        """The symbol stands for a whole number."""
        return self._is_integer(name)

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
            return "0+" if isinstance(term, Apply) and term.function == "Abs" else "c"
        match term:
            case Pow(base, _):
                return "+" if self.signs.positive(self.value(base)) else "c"
            case Apply(name, arguments) if name in FUNCTIONS:
                row = FUNCTIONS[name]
                conditions = conditions_of(row, arguments)
                given = term in self.reals  # it stands in the statement, so it is defined
                if not given and not all(self._holds(c, arguments) for c in conditions):
                    return "c"
                if row.positive and self._holds(row.positive, arguments):
                    return "+"
                if row.negative and all(self._holds(c, arguments) for c in (row.negative, *conditions)):
                    return "-"
                if name in ARCS and self.holds_inequalities:
                    return sign_on_arc(self, name, arguments[0]) or "r"
                return {"positive": "+", "nonnegative": "0+", "real": "r"}.get(row.range, "c")
        return "r" if isinstance(term, Apply) else "c"

    def atoms_in(self, value: Element) -> list[Apply]:
        """The function applications that occur as independent quantities in a value."""
        pairs = zip(self.field.generators, value[0].degrees(), strict=False)
        return [g.term for g, degree in pairs if degree > 0 and isinstance(g.term, Apply)]

    def is_real(self, term: Term) -> bool:
        """The term is a real number: it stands in a statement about reals, or is built so from such."""
        if term in self.reals or self.signs.real(self.value(term)):
            return True
        match term:
            case Add(terms) | Mul(terms):
                return all(self.is_real(t) for t in terms)
            case Pow(base, Number(exponent)) if exponent.denominator == 1:
                return self.is_real(base)
            case Apply("Abs" | "re" | "im", _):
                return True
            case Apply(name, arguments) if name in FUNCTIONS:
                return all(self.is_real(a) for a in arguments) and not conditions_of(
                    FUNCTIONS[name], arguments
                )
        return False

    def real_and_defined(self, term: Apply) -> bool:
        """The arguments are real and the function has a real value there."""
        row = FUNCTIONS[term.function]
        real = all(self.signs.real(self.value(argument)) for argument in term.arguments)
        return real and all(
            self._holds(condition, term.arguments) for condition in conditions_of(row, term.arguments)
        )

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


__all__ = ["Atoms"]
