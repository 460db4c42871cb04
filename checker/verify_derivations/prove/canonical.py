"""Proof by canonical form: every function is rewritten into independent quantities, then both sides compared.

The search proposes lemmas (see `kernel.inference.rules`); each is tried on a valuation like the kernel's, so
what is found is what will check. Exponentials go to one base exponential a monomial, with the finest root
that the statement needs.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm

from verify_derivations.certificate import Lemma, Rewriting
from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import DividedByZero, Element, Field, as_rational, monomials
from verify_derivations.kernel.algebra.terms import element_term, monomial_term, polynomial_term
from verify_derivations.kernel.claims.facts import facts
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.conjugates import conjugated
from verify_derivations.kernel.inference.equality import same
from verify_derivations.kernel.inference.principal import RANGES
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.prove import angles, floors, matrices, moduli, products, roots, whole_powers
from verify_derivations.prove.unity import UNITS, unit
from verify_derivations.term.calculus.functions import FUNCTIONS, Function, formula, instantiate
from verify_derivations.term.syntax.build import call, div, mul, neg, number, power
from verify_derivations.term.syntax.nodes import (
    ONE,
    PI,
    Apply,
    Determinant,
    I,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import applications, free_symbols, own_subterms

MOST_STEPS = 30
"""How many steps of a recurrence are taken at most."""


OPENED = frozenset((Apply, Pow, InverseEntry, Determinant))
"""The nodes for which lemmas are looked for."""


class Restart(Exception):
    """A finer root of some quantity is needed; start again with it."""


@dataclass(frozen=True)
class Mode:
    """How functions are opened: inverse ones as logarithms, exponentials as a whole."""

    logarithms: bool = False
    whole: bool = False


class Search:
    """One attempt, with a fixed number of generators and fixed roots."""

    def __init__(
        self, s: Statement, capacity: int, finest: dict[Term, int], deadline: float, mode: Mode
    ) -> None:
        self.s, self.roots = s, finest
        self.logarithms, self.whole = mode.logarithms, mode.whole
        self.v = Valuation.of(s, capacity, RULES, deadline)
        self.lemmas: list[Lemma] = []
        self.ready: set[Term] = set()
        self.v.seek = self.prepare
        self.taken: set[Term] = set()

    def run(self) -> Rewriting | None:
        """Prepare all terms, then compare the sides."""
        try:
            return self._run()
        finally:
            self.v.seek = None  # no circle is left behind: what was computed goes at once

    def _run(self) -> Rewriting | None:
        s = self.s
        self.begin()
        self.v.suppose((s.lhs, s.rhs, *s.differentiated), (), real=not s.complex_values)
        for requirement in facts(s):
            if requirement.bound:
                self.v.narrow(requirement)
                continue
            self.prepare(requirement.term)
            self.v.require((requirement,))
        for assumed in s.assumed:  # what one says may resolve what the next one holds
            self.prepare(assumed[0])
            self.prepare(assumed[2])
            self.v.assume((assumed,))
        self.v.assume(())
        for side in (s.lhs, s.rhs):
            self.prepare(side)
        return Rewriting(tuple(self.lemmas)) if self.shows() else None

    def begin(self) -> None:
        """What is known before the requirements of the statement are."""

    def shows(self) -> bool:
        """The lemmas are enough."""
        return same(self.v, self.s.lhs, self.s.rhs)

    def prepare(self, term: Term) -> None:
        """Find a lemma for every subterm that wants one, innermost first."""
        ready = self.ready
        if term in ready:  # then so is what is below it
            return
        for sub in own_subterms(term):
            if sub in ready:
                continue
            ready.add(sub)
            if type(sub) not in OPENED:
                continue
            for rule, becomes in self._proposals(sub):
                if self._accept(rule, sub, becomes):
                    break

    def _accept(self, rule: str, term: Term, becomes: Term) -> bool:
        """Take the lemma if it checks."""
        if becomes is term:
            return False
        self.prepare(becomes)
        if term in self.v.values:  # a rule has met it without this lemma: all that rests on it is valued anew
            self.v.values.clear()
        self.v.state(rule, term, becomes)
        try:
            self.v.value(term)
        except (CertificateError, DividedByZero):
            del self.v.lemmas[term]
            self.v.values.pop(term, None)
            return False
        self.lemmas.append(Lemma(rule, term, becomes))
        return True

    # ---- proposals -------------------------------------------------------------------------------
    def _proposals(self, term: Term) -> list[tuple[str, Term]]:
        match term:
            case Pow(base, Number() as exponent):
                if exponent.ratio[1] == 1:
                    return []
                if not self.v.holds_inequalities:
                    return roots.root(self, base, exponent.value)
                return [*angles.root(self, base, exponent.value), *roots.root(self, base, exponent.value)]
            case Pow(base, exponent):
                return self._power(base, exponent)
            case InverseEntry():
                return matrices.for_inverse(self.v, term)
            case Determinant():
                return matrices.for_determinant(self.v, term)
            case Apply(name, arguments) if name in PROPOSERS:
                return PROPOSERS[name](self, arguments[0])
            case Apply(name, arguments) if name in RANGES and self.v.holds_inequalities:
                return [*angles.principal(self, name, arguments[0]), *self._known(FUNCTIONS[name], arguments)]
            case Apply(name, arguments) if name in FUNCTIONS:
                return self._known(FUNCTIONS[name], arguments)
        return []

    def _known(self, row: Function, arguments: tuple[Term, ...]) -> list[tuple[str, Term]]:
        """A function without a search of its own: its meaning, a value, its parity, its recurrence."""
        if row.orders and (order := as_rational(self.v.value(arguments[0]))) is not None:
            for text, meaning in row.orders:
                if order == Fraction(text):
                    return [("meaning", instantiate(meaning, arguments))]
        if row.ends and not free_symbols(arguments[-1]):
            return [("value", instantiate(result, arguments)) for _, result, _ in row.ends]
        if row.means or row.means_real:
            return [("meaning", instantiate(row.means or row.means_real, arguments))]
        if len(arguments) != 1:
            return []
        is_number = not free_symbols(arguments[0]) or as_rational(self.v.value(arguments[0])) is not None
        found = [("value", formula(result)) for _, result in row.values if is_number]
        found += self._parity(row.name, arguments)
        if row.logarithmic and self.logarithms:
            found.append(("logarithmic", instantiate(row.logarithmic, arguments)))
        if row.up:
            found += self._recurrence(row, arguments[0])
        return found

    def _recurrence(self, row: Function, u: Term) -> list[tuple[str, Term]]:
        """One step towards the common argument of the class: constants down to (0, 1], others up."""
        value = self.v.value(u)
        number_ = as_rational(value)
        if number_ is not None:
            return [("recurrence", instantiate(row.down, (number(number_ - 1),)))] if number_ > 1 else []
        base, shift = self._class_of(value)
        name = call(f"the top of {row.name}", base)
        top = max(self.roots.get(name, shift), shift)
        if self.roots.get(name) != top:
            known = name in self.roots
            self.roots[name] = top
            if known:
                raise Restart
        if shift >= top or top - shift > MOST_STEPS:
            return []
        return [("recurrence", instantiate(row.up, (u,)))]

    def _class_of(self, value: Element) -> tuple[Term, int]:
        """value = base + whole number, with the constant term of the base's numerator in [0, denominator)."""
        field = self.v.field
        quotient = divmod(value[0], value[1])[0] if not value[1].is_constant() else value[0]
        under = int(value[1].leading_coefficient()) if value[1].is_constant() else 1
        constant = int(quotient.to_dict().get((0,) * field.capacity, 0))
        shift = constant // under
        base = field.sub(value, field.rational(Fraction(shift)))
        return element_term(field, base), shift

    def _power(self, base: Term, exponent: Term) -> list[tuple[str, Term]]:
        if not self.v.signs.nonzero(self.v.value(base)):
            return []
        return [
            *whole_powers.of(self.v, base, exponent),
            ("power", Apply("exp", (Mul((exponent, Apply("log", (base,)))),))),
        ]

    def _parity(self, name: str, arguments: tuple[Term, ...]) -> list[tuple[str, Term]]:
        row = FUNCTIONS[name]
        value = self.v.value(arguments[-1])
        if not row.parity or len(arguments) != 1 or value[0].is_zero() or value[0].leading_coefficient() > 0:
            return []
        flipped = Apply(name, (element_term(self.v.field, self.v.field.neg(value)),))
        return [("parity", flipped if row.parity == "even" else Mul((Number(-1), flipped)))]

    # ---- exponentials ------------------------------------------------------------------------------
    def _exp(self, u: Term) -> list[tuple[str, Term]]:
        value = self.v.value(u)
        if type(u) is Symbol and self._is_itself(u, value) and self.finest(call("exp", u), 1) == 1:
            return []  # it is a base exponential
        turn = self._turn(value)
        if turn is not None and (turn.denominator in UNITS or turn.denominator == 2):
            return [("unity", unit(turn))]
        inverse = self._exp_of_inverse(u, value)
        if inverse:
            return inverse
        factors = self._exponentials(self._summands(value))
        becomes = ONE if not factors else factors[0] if len(factors) == 1 else Mul(factors)
        if len(factors) == 1 and becomes is call("exp", u):
            return []
        if len(factors) == 1 and isinstance(becomes, Apply) and becomes.function == "exp":
            return []  # a base exponential, printed in another way; its atom is found by value
        return [("exponential", becomes)]

    def _is_itself(self, u: Symbol, value: Element) -> bool:
        """The value is a quantity, and no hypothesis has put another one in its place."""
        j = self.v.signs.bare(value[0]) if value[1].is_one() else None
        return j is not None and self.v.field.generators[j].term is u

    def _exponentials(self, summands: list[tuple[Fraction, Term]]) -> list[Term]:
        """exp(c m) of each; if finer roots are needed, of all of them at once."""
        out, again = [], None
        for c, m in summands:
            try:
                out.append(self._exp_of(c, m))
            except Restart as finer:
                again = finer
        if again is not None:
            raise again
        return out

    def _turn(self, value: Element) -> Fraction | None:
        """r where the value is i*pi*r."""
        field = self.v.field
        i, pi = (self.v.atoms.get(("constant", name)) for name in ("i", "pi"))
        if i is None or pi is None or not value[1].is_constant():
            return None
        i_pi = field.polynomials[i] * field.polynomials[pi]
        return as_rational(field.lowest(value[0], value[1] * i_pi))

    def _exp_of_inverse(self, u: Term, value: Element) -> list[tuple[str, Term]]:
        """exp(i asin w) and the like, where the argument is exactly that."""
        for inner in dict.fromkeys([*applications(u), *self.v.atoms_in(value)]):
            row = FUNCTIONS.get(inner.function)
            if row is None or row.exponential is None or inner in self.v.lemmas:
                continue
            exponent, becomes = (instantiate(text, inner.children) for text in row.exponential)
            self.prepare(exponent)
            if self.v.field.equal(self.v.value(exponent), value):
                return [("inverse", becomes)]
        return []

    def _summands(self, value: Element) -> list[tuple[Fraction, Term]]:
        """value = sum of rational * monomial (over the common denominator, if it has one)."""
        field = self.v.field
        if self.whole and len(value[0]) > 1:
            return [_primitive(field, value)]
        n, d = value
        if d.is_one():
            return [
                (Fraction(int(coefficient)), monomial_term(field, exponents))
                for exponents, coefficient in monomials(n)
            ]
        content = int(d.content())
        d = d // field.constant(content)
        out = []
        parts = [(n, field.one[0])] if d.is_one() else [*zip(divmod(n, d), (field.one[0], d), strict=True)]
        for part, under in parts:
            for exponents, coefficient in monomials(part):
                if under.is_one():
                    out.append((Fraction(int(coefficient), content), monomial_term(field, exponents)))
                    continue
                top, bottom = field.lowest(field.context.from_dict({exponents: 1}), under)
                scale = Fraction(int(coefficient), content * int(bottom.content()))
                bottom = bottom // field.constant(bottom.content())
                m = polynomial_term(field, top)
                out.append((scale, m if bottom.is_one() else div(m, polynomial_term(field, bottom))))
        return out

    def _exp_of(self, c: Fraction, m: Term) -> Term:
        """exp(c m) as a power of a base exponential, or p**c where m is log p."""
        if isinstance(m, Apply) and m.function in ("log", "loggamma"):
            base = m.arguments[0] if m.function == "log" else call("gamma", m.arguments[0])
            return base if c == 1 else Pow(base, Number(c))
        if isinstance(m, Apply) and m.function in FUNCTIONS and FUNCTIONS[m.function].exponential:
            base = call("exp", m)
            return base if c == 1 else Pow(base, Number(c))
        if _is_i_pi(m) and c.denominator in UNITS:
            return call("exp", mul(number(c), m))
        product = products.of_logarithms(self.v, m)
        if product is not None:
            return product if c == 1 else Pow(product, Number(c))
        whole = call("exp", m)
        finest = self.finest(whole, c.denominator)
        if finest == 1:
            return whole if c == 1 else Pow(whole, Number(c))
        base = call("exp", mul(number(Fraction(1, finest)), m))
        k = c * finest
        return base if k == 1 else Pow(base, Number(k))

    def finest(self, name: Term, denominator: int) -> int:
        """The root that is taken of a quantity throughout; start again if one was that is not fine enough."""
        known = self.roots.get(name, 1)
        if known % denominator:
            self.roots[name] = known = lcm(known, denominator)
            if name in self.taken:
                raise Restart
        self.taken.add(name)
        return known

    # ---- absolute value and sign -------------------------------------------------------------------
    def _abs(self, u: Term) -> list[tuple[str, Term]]:
        value = self.v.value(u)
        signs, field = self.v.signs, self.v.field
        sign = signs.of_element(value)
        if sign == "c":
            return moduli.of(self.v, u)
        if sign != "r":
            return [("absolute", u if sign[-1] == "+" else neg(u))]
        parts: list[Term] = [number(abs(signs.content(value)))]
        for p, e in signs.factors_of(value):
            own = signs.of(p)
            p = -p if own in ("-", "0-") else p
            term = polynomial_term(field, p)
            odd = own == "r" and e % 2
            parts.append(mul(power(term, e - 1), products.absolute(term)) if odd else power(term, e))
        return [("absolute", mul(*parts))]

    def _sign(self, u: Term) -> list[tuple[str, Term]]:
        sign = self.v.signs.of_element(self.v.value(u))
        if sign in ("+", "-"):
            self.prepare(call("Abs", u))  # the rule compares with it
            return [("sign", ONE if sign == "+" else Number(-1))]
        return [("sign", div(u, call("Abs", u)))]


def _is_i_pi(m: Term) -> bool:
    return isinstance(m, Mul) and len(m.factors) == 2 and set(m.factors) == {I, PI}


def _primitive(field: Field, value: Element) -> tuple[Fraction, Term]:
    """value = rational * a term without a rational factor, of the same sign for value and -value."""
    n, d = value
    content = Fraction(int(n.content()), int(d.content()))
    if n.leading_coefficient() < 0:
        content = -content
    top, bottom = content.numerator, content.denominator
    return content, element_term(field, (n // field.constant(top), d // field.constant(bottom)))


PROPOSERS: dict[str, Callable[[Search, Term], list[tuple[str, Term]]]] = {
    "exp": Search._exp,
    "log": roots.logarithm,
    "Abs": Search._abs,
    "sign": Search._sign,
    "floor": lambda search, u: floors.of(search.v, u),
    "conjugate": lambda search, u: [("conjugate", conjugated(search.v, u))],
}
"""The functions that have a search of their own; any other is opened by its row of the table."""
