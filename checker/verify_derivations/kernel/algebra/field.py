"""Exact arithmetic in a field of rational functions over Q in named generators, modulo r**q = value.

An element is a pair (numerator, denominator) of FLINT polynomials with integer coefficients, in lowest
terms. The invariant on which soundness rests: at every point of which the statement speaks, the
denominator is not zero and the quotient is the value of the term.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache
from time import perf_counter
from typing import Any

from flint import Ordering, fmpz_mpoly_ctx

from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.nodes import Term

Polynomial = Any
"""A `flint.fmpz_mpoly`; python-flint ships no types."""
Element = tuple[Polynomial, Polynomial]

MOST_TERMS = 20_000
FEW_TERMS = 16
"""Work on so few terms takes no time that has to be looked at."""
MOST_DEGREE = 1_500
MOST_PRODUCTS = 400_000
MOST_POWER = 200
MOST_FACTORED, MOST_CONSTANTS = 2_000, 500
"""So many polynomials of a ring are kept with their factors, and so many numbers."""


class Budget(Exception):
    """The computation grew past its bounds; the claim stays undecided."""


class Capacity(Exception):
    """More generators are needed than the field was made with."""


class DividedByZero(Exception):
    """A denominator is identically zero: the statement is defined nowhere."""


@dataclass
class Generator:
    """An independent quantity: what it stands for, its sign, and the relation it satisfies, if any.

    `sign` is "+" (> 0), "0+" (>= 0), "-" (< 0), "0-" (<= 0), "r" (real) or "c" (complex).
    `relation` (q, n, d) says generator**q = n/d, in generators that came before it.
    `image` says that the generator is top/bottom of a positive parameter that takes its place.
    `nonzero` says that it is zero nowhere, though its sign may not be known.
    """

    term: Term
    sign: str
    relation: tuple[int, Polynomial, Polynomial] | None = None
    image: tuple[Polynomial, Polynomial, str] | None = None
    nonzero: bool = False


Factors = tuple[Any, list[tuple[Polynomial, int]]]
"""A number, and irreducible polynomials with their exponents."""


class Ring:
    """The ring of polynomials in so many variables; fields share what does not depend on their generators.

    `polynomials` are the variables, `named` their numbers by name; `factored` holds what was factored, by how
    it is written, which tells polynomials of one ring apart.
    """

    def __init__(self, capacity: int) -> None:
        self.named = {f"g{i}": i for i in range(capacity)}
        self.context = fmpz_mpoly_ctx.get(list(self.named), Ordering.degrevlex)
        self.polynomials: tuple[Polynomial, ...] = self.context.gens()
        self.constant = lru_cache(maxsize=MOST_CONSTANTS)(self.context.constant)
        self.factored: dict[str, Factors] = {}
        one = self.constant(1)
        self.one: Element = (one, one)
        self.zero: Element = (self.constant(0), one)


_ring = cache(Ring)


class Field:
    """The arithmetic. `capacity` is the number of generators that fit.

    Sums and products of elements in lowest terms are brought to lowest terms as P. Henrici does (1956): by
    small greatest common divisors of their parts, not by a large one of the whole.
    """

    def __init__(self, capacity: int, deadline: float = float("inf")) -> None:
        ring = self.ring = _ring(capacity)
        self.context, self.polynomials, self.named = ring.context, ring.polynomials, ring.named
        self.constant, self.one, self.zero = ring.constant, ring.one, ring.zero
        self.capacity, self.deadline = capacity, deadline
        self.generators: list[Generator] = []
        self.algebraic: list[int] = []
        self.complex: list[int] = []
        self.least_degree = 0

    # ---- generators ----------------------------------------------------------------------------
    def new(self, term: Term, sign: str, power: int = 0, value: Element | None = None) -> int:
        """A new generator; with `power` and `value`, one that satisfies generator**power = value."""
        j = len(self.generators)
        if j >= self.capacity:
            raise Capacity
        relation = (power, *value) if value is not None else None
        self.generators.append(Generator(term, sign, relation))
        if relation:
            self._became_algebraic(j, power)
        if sign == "c":
            self.complex.append(j)
        return j

    def relate(self, j: int, power: int, value: Element) -> None:
        """The relation generator**power = value, where value may hold lower powers of the generator."""
        self.generators[j].relation = (power, *value)
        self._became_algebraic(j, power)

    def _became_algebraic(self, j: int, power: int) -> None:
        self.least_degree = min(self.least_degree, power) if self.algebraic else power
        self.algebraic.insert(0, j)

    def generator(self, j: int) -> Element:
        return self.polynomials[j], self.one[0]

    # ---- arithmetic ----------------------------------------------------------------------------
    def rational(self, value: Fraction) -> Element:
        return self.quotient(*value.as_integer_ratio())

    def quotient(self, n: int, d: int) -> Element:
        """The number n/d, given in lowest terms."""
        return self.constant(n), self.one[0] if d == 1 else self.constant(d)

    def lowest(self, n: Polynomial, d: Polynomial) -> Element:
        """n/d in lowest terms with a positive leading coefficient below."""
        if n.is_zero():
            return self.zero
        self._bounded(n, d)
        if not d.is_one():
            h = n.gcd(d)
            if not h.is_one():
                n, d = n // h, d // h
            if d.leading_coefficient() < 0:
                n, d = -n, -d
        return n, d

    def _bounded(self, n: Polynomial, d: Polynomial) -> Element:
        """n/d as it is, if it is not too large and there is time left."""
        if n.total_degree() > MOST_DEGREE:
            raise Budget
        terms = len(n) + len(d)
        if terms > FEW_TERMS and (terms > MOST_TERMS or perf_counter() > self.deadline):
            raise Budget
        if not d.is_one() and d.total_degree() > MOST_DEGREE:
            raise Budget
        return n, d

    def add(self, a: Element, b: Element) -> Element:
        p, d = a
        q, e = b
        if d == e:
            return self.lowest(p + q, d)
        if e.is_one():
            return self._bounded(p + q * d, d)
        h = d.gcd(e)
        if h.is_one():  # then nothing cancels
            return self._bounded(p * e + q * d, d * e)
        u, v = d // h, e // h
        n = p * v + q * u
        if n.is_zero():
            return self.zero
        self._bounded(n, d)
        g = n.gcd(h)
        return (n, u * e) if g.is_one() else (n // g, u * (e // g))

    def mul(self, a: Element, b: Element) -> Element:
        p, d = a
        q, e = b
        if d.is_one() and e.is_one():
            if p.is_one():
                return b
            if q.is_one():
                return a
            if len(p) * len(q) > MOST_PRODUCTS:
                raise Budget
            return self._bounded(p * q, d)
        if p.is_zero() or q.is_zero():
            return self.zero
        p, e = self._without_common(p, e)
        q, d = self._without_common(q, d)
        if len(p) * len(q) > MOST_PRODUCTS or len(d) * len(e) > MOST_PRODUCTS:
            raise Budget
        return self._bounded(p * q, d if e.is_one() else e if d.is_one() else d * e)

    def _without_common(self, p: Polynomial, d: Polynomial) -> Element:
        """p and d without the factors that are in both."""
        if d.is_one() or p.is_one():
            return p, d
        h = p.gcd(d)
        return (p, d) if h.is_one() else (p // h, d // h)

    def neg(self, a: Element) -> Element:
        return -a[0], a[1]

    def sub(self, a: Element, b: Element) -> Element:
        return self.add(a, self.neg(b))

    def scale(self, a: Element, by: Fraction) -> Element:
        return self.mul(a, self.rational(by))

    def inverse(self, a: Element) -> Element:
        """1/a, where the statement itself divides by a."""
        if a[0].is_zero():
            raise DividedByZero
        return (a[1], a[0]) if a[0].leading_coefficient() > 0 else (-a[1], -a[0])

    def power(self, a: Element, k: int) -> Element:
        if k < 0:
            a, k = self.inverse(a), -k
        if k == 1:
            return a
        if k > 1 and ((max(len(a[0]), len(a[1])) > 1 and k > MOST_POWER) or k > 10**6):
            raise Budget
        if k * max(a[0].total_degree() if not a[0].is_zero() else 0, a[1].total_degree()) > MOST_DEGREE:
            raise Budget
        return a[0] ** k, a[1] ** k

    def equal(self, a: Element, b: Element) -> bool:
        """The two elements are the same, modulo the relations."""
        if a[0] == b[0] and a[1] == b[1]:
            return True
        return bool(self.reduced(self.sub(a, b))[0].is_zero())

    def factors(self, p: Polynomial) -> Factors:
        """A number, and irreducible polynomials with positive leading coefficients, with their exponents.

        FLINT takes a tenth of a millisecond even where there is next to nothing to be found.
        """
        degree = p.total_degree()
        if degree == 1:
            content = p.content() if p.leading_coefficient() > 0 else -p.content()
            return content, [(p if content == 1 else p // self.constant(content), 1)]
        if degree > 1 and len(p) == 1:
            powers = sorted((int(k), -j) for j, k in enumerate(p.degrees()) if k)  # in the order of FLINT
            return p.leading_coefficient(), [(self.polynomials[-j], k) for k, j in powers]
        name = str(p)  # a prover and the judge ask for the factors of the same few polynomials in turn
        factored = self.ring.factored
        found = factored.get(name)
        if found is None:
            content, factors = p.factor()
            if len(factored) >= MOST_FACTORED:
                factored.clear()
            found = factored[name] = content, [(factor, int(k)) for factor, k in factors]
        return found[0], [*found[1]]

    # ---- modulo the relations --------------------------------------------------------------------
    def reduced(self, a: Element) -> Element:
        """The element with every algebraic generator below the degree of its relation."""
        if not self.algebraic or (self._too_high(a[0]) is None and self._too_high(a[1]) is None):
            return a
        n, x = self._reduce(a[0])
        d, y = self._reduce(a[1])
        if d.is_zero():
            raise DividedByZero
        return self.lowest(n * y, d * x)

    def _reduce(self, p: Polynomial) -> tuple[Polynomial, Polynomial]:
        """(r, den) with p = r/den modulo the relations."""
        den = self.one[0]
        for _ in range(50):
            j = self._too_high(p)
            if j is None:
                return p, den
            p, den = self._replace(p, den, j)
            if len(p) > 2 * MOST_TERMS or perf_counter() > self.deadline:
                raise Budget
        raise Budget

    def _too_high(self, p: Polynomial) -> int | None:
        if p.total_degree() < self.least_degree:  # that of zero is -1
            return None
        degrees = p.degrees()
        for j in self.algebraic:
            relation = self.generators[j].relation
            if relation and degrees[j] >= relation[0]:
                return j
        return None

    def _replace(self, p: Polynomial, den: Polynomial, j: int) -> tuple[Polynomial, Polynomial]:
        """Put n/d for generator j to the power q, once, in all terms."""
        q, n, d = self.generators[j].relation or (1, self.one[0], self.one[0])
        by_power: dict[int, dict[Any, Any]] = {}
        for exponents, coefficient in p.to_dict().items():
            k, r = divmod(int(exponents[j]), q)
            by_power.setdefault(k, {})[(*exponents[:j], r, *exponents[j + 1 :])] = coefficient
        top = max(by_power)
        out = self.zero[0]
        for k in range(top, -1, -1):
            out = out * n
            if k in by_power:
                out = out + self.context.from_dict(by_power[k]) * d ** (top - k)
        return out, den * d**top


def monomials(p: Polynomial) -> Iterable[tuple[Any, Any]]:
    """The exponents of each monomial with its coefficient; of one monomial, its degrees are its exponents."""
    return ((p.degrees(), p.leading_coefficient()),) if len(p) == 1 else p.terms()


def key(a: Element) -> tuple[str, str]:
    """A hashable name of an element; polynomials of python-flint have none."""
    return str(a[0]), "" if a[1].is_one() else str(a[1])


def as_rational(a: Element) -> Fraction | None:
    """The number that the element is, if it is one."""
    n, d = a
    if n.is_zero():
        return Fraction(0)
    if n.is_constant() and d.is_constant():
        return Fraction(int(n.leading_coefficient()), int(d.leading_coefficient()))
    return None
