"""Proof by canonical form: every function is rewritten into independent quantities, then both sides compared.

The search proposes lemmas (see `kernel.rules`); each is tried on a valuation like the kernel's, so what is
found is what will check. Exponentials go to one base exponential a monomial, with the finest root that the
statement needs; logarithms and roots are split over factors whose sign is known.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from math import lcm

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.field import Budget, Capacity, DividedByZero, Element
from verify_derivations.kernel.rules import RULES
from verify_derivations.kernel.statement import Statement
from verify_derivations.kernel.valuation import Valuation
from verify_derivations.model import Lemma
from verify_derivations.prove.split import Factor, split
from verify_derivations.prove.terms import element_term, polynomial_term
from verify_derivations.term.build import add, call, div, mul, neg, number, power
from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.nodes import ONE, Add, Apply, Mul, Number, Pow, Term, subterms

CAPACITIES = (8, 16, 32, 64, 128, 256, 512, 1024)
MOST_RESTARTS = 24


class Restart(Exception):
    """A finer root of some quantity is needed; start again with it."""


def prove(s: Statement, deadline: float) -> tuple[Lemma, ...] | None:
    """Lemmas by which both sides become the same rational function, or None."""
    roots: dict[Term, int] = {}
    level = 0
    for _ in range(MOST_RESTARTS):
        if level >= len(CAPACITIES) or time.perf_counter() > deadline:
            return None
        search = Search(s, CAPACITIES[level], roots, deadline)
        try:
            return search.run()
        except Capacity:
            level += 1
        except Restart:
            continue
        except (Budget, DividedByZero, CertificateError, RecursionError):
            return None
    return None


class Search:
    """One attempt, with a fixed number of generators and fixed roots."""

    def __init__(self, s: Statement, capacity: int, roots: dict[Term, int], deadline: float) -> None:
        self.s, self.roots = s, roots
        self.v = Valuation(s.domains, capacity, RULES, deadline)
        self.lemmas: list[Lemma] = []
        self.ready: set[Term] = set()

    def run(self) -> tuple[Lemma, ...] | None:
        """Prepare all terms, then compare the sides."""
        s = self.s
        self.v.suppose((s.lhs, s.rhs, *s.differentiated), ())
        for requirement in s.required:
            if requirement.bound or requirement.relation == "nonpole":
                continue
            if s.complex_values and requirement.relation != "!= 0":
                continue
            self.prepare(requirement.term)
            self.v.suppose((), (requirement,))
        for side in (s.lhs, s.rhs):
            self.prepare(side)
        equal = self.v.field.equal(self.v.value(s.lhs), self.v.value(s.rhs))
        return tuple(self.lemmas) if equal else None

    def prepare(self, term: Term) -> None:
        """Find a lemma for every subterm that wants one, innermost first."""
        for sub in subterms(term):
            if sub in self.ready:
                continue
            self.ready.add(sub)
            for rule, becomes in self._proposals(sub):
                if self._accept(rule, sub, becomes):
                    break

    def _accept(self, rule: str, term: Term, becomes: Term) -> bool:
        """Take the lemma if it checks."""
        if becomes is term:
            return False
        self.prepare(becomes)
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
            case Pow(_, Number(exponent)) if exponent.denominator == 1:
                return []
            case Pow(base, Number(exponent)):
                return self._root(base, exponent)
            case Pow(base, exponent):
                return self._power(base, exponent)
            case Apply(name, arguments) if name in PROPOSERS:
                return PROPOSERS[name](self, arguments[0])
            case Apply(name, arguments) if name in FUNCTIONS:
                row = FUNCTIONS[name]
                if row.means or row.means_real:
                    return [("meaning", instantiate(row.means or row.means_real, arguments))]
                return self._parity(name, arguments)
        return []

    def _power(self, base: Term, exponent: Term) -> list[tuple[str, Term]]:
        if not self.v.signs.positive(self.v.value(base)):
            return []
        return [("power", Apply("exp", (Mul((exponent, Apply("log", (base,)))),)))]

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
        factors = [self._exp_of(c, m) for c, m in self._summands(value)]
        becomes = ONE if not factors else factors[0] if len(factors) == 1 else Mul(factors)
        if len(factors) == 1 and isinstance(becomes, Apply):
            return []  # already a base exponential; its atom is found by value
        return [("exponential", becomes)]

    def _summands(self, value: Element) -> list[tuple[Fraction, Term]]:
        """value = sum of rational * monomial (over the common denominator, if it has one)."""
        field = self.v.field
        n, d = value
        content = Fraction(1, int(d.content()))
        d = d // field.constant(d.content())
        out = []
        parts = [(n, field.one[0])] if d.is_one() else [*zip(divmod(n, d), (field.one[0], d), strict=True)]
        for part, under in parts:
            for exponents, coefficient in part.to_dict().items():
                top, bottom = field.lowest(field.context.from_dict({exponents: 1}), under)
                scale = content * int(coefficient) / int(bottom.content())
                bottom = bottom // field.constant(bottom.content())
                m = polynomial_term(field, top)
                out.append((scale, m if bottom.is_one() else div(m, polynomial_term(field, bottom))))
        return out

    def _exp_of(self, c: Fraction, m: Term) -> Term:
        """exp(c m) as a power of a base exponential, or p**c where m is log p."""
        if isinstance(m, Apply) and m.function == "log":
            return m.arguments[0] if c == 1 else Pow(m.arguments[0], Number(c))
        finest = self._finest(call("exp", m), c.denominator)
        base = call("exp", mul(number(Fraction(1, finest)), m))
        k = c * finest
        return base if k == 1 else Pow(base, Number(k))

    def _finest(self, name: Term, denominator: int) -> int:
        """The root that is taken of a quantity throughout; start again if it is not fine enough."""
        known = self.roots.get(name, 1)
        if known % denominator:
            self.roots[name] = lcm(known, denominator)
            raise Restart
        return known

    # ---- logarithms and roots ----------------------------------------------------------------------
    def _log(self, u: Term) -> list[tuple[str, Term]]:
        factors = split(self.v, self.v.value(u))
        if factors is None:
            return []
        becomes = add(*(self._log_of(f) for f in factors))
        for part in becomes.terms if isinstance(becomes, Add) else (becomes,):
            self.prepare(call("exp", part))  # the rule compares exponentials of the summands
        return [("logarithm", becomes)]

    def _log_of(self, f: Factor) -> Term:
        match f.base:
            case Apply("exp", (v,)):
                return mul(number(f.exponent), v)
            case Pow(b, Number(r)) if r.denominator != 1:
                return mul(number(f.exponent * r), call("log", b))
        return mul(number(f.exponent), call("log", f.base))

    def _root(self, base: Term, exponent: Fraction) -> list[tuple[str, Term]]:
        factors = split(self.v, self.v.value(base))
        if factors is None:
            return []
        parts = [self._root_of(f.base, f.exponent * exponent) for f in factors]
        becomes = mul(*parts)
        if becomes is Pow(base, Number(exponent)):
            return []
        return [("root", becomes)]

    def _root_of(self, base: Term, exponent: Fraction) -> Term:
        match base:
            case Apply("exp", (v,)):
                return call("exp", mul(number(exponent), v))
            case Pow(b, Number(r)) if r.denominator != 1:
                return self._root_of(b, exponent * r)
        finest = self._finest(base, exponent.denominator)
        if finest == 1:
            return power(base, exponent)
        k = exponent * finest
        radical = Pow(base, Number(Fraction(1, finest)))
        return radical if k == 1 else Pow(radical, Number(k))

    # ---- absolute value and sign -------------------------------------------------------------------
    def _abs(self, u: Term) -> list[tuple[str, Term]]:
        value = self.v.value(u)
        signs, field = self.v.signs, self.v.field
        sign = signs.of_element(value)
        if sign == "c":
            return []
        if sign != "r":
            return [("absolute", u if sign[-1] == "+" else neg(u))]
        parts: list[Term] = [number(abs(_content(value)))]
        for p, e in signs.factors_of(value):
            own = signs.of(p)
            p = -p if own in ("-", "0-") else p
            term = polynomial_term(field, p)
            odd = own == "r" and e % 2
            parts.append(mul(power(term, e - 1), call("Abs", term)) if odd else power(term, e))
        return [("absolute", mul(*parts))]

    def _sign(self, u: Term) -> list[tuple[str, Term]]:
        sign = self.v.signs.of_element(self.v.value(u))
        if sign in ("+", "-"):
            return [("sign", ONE if sign == "+" else Number(-1))]
        return [("sign", div(u, call("Abs", u)))]


def _content(value: Element) -> Fraction:
    """The rational factor of an element that its polynomial factors leave out."""
    top, bottom = value[0].factor()[0], value[1].factor()[0]
    return Fraction(int(top), int(bottom))


PROPOSERS: dict[str, Callable[[Search, Term], list[tuple[str, Term]]]] = {
    "exp": Search._exp,
    "log": Search._log,
    "Abs": Search._abs,
    "sign": Search._sign,
}
"""The functions that have a search of their own; any other is opened by its row of the table."""
