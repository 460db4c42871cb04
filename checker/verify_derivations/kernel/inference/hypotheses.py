"""What is assumed about arrays, made into rules for sums within sums."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from verify_derivations.kernel.algebra.equations import solve
from verify_derivations.kernel.algebra.field import Element, Polynomial
from verify_derivations.kernel.inference.subsums import Rule
from verify_derivations.model import ArrayDeclaration
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import mul, number, sub
from verify_derivations.term.syntax.nodes import ONE, Delta, Entry, Family, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation


def assume_arrays(v: Valuation) -> None:
    """The rules that the words of the declarations stand for."""
    for declaration in v.arrays.values():
        for word in declaration.assumed:
            for term in EQUATIONS.get(word, _nothing)(declaration):
                assume_equation(v, term)


def _nothing(declaration: ArrayDeclaration) -> list[Term]:
    return []


def _rows_add_up(declaration: ArrayDeclaration) -> list[Term]:
    """Along the last axis the entries add up to 1."""
    *outer, last = declaration.shape
    places = [Symbol(f"?{k}") for k in range(len(outer))]
    total = Sum("k", ONE, last, bind(Entry(declaration.name, [*places, Symbol("?k")]), "?k"))
    return [_for_all(sub(total, ONE), places, outer)]


def _orthonormal(declaration: ArrayDeclaration) -> list[Term]:
    """The columns are orthonormal, and the rows too where the matrix is square."""
    rows, columns = declaration.shape
    i, j, k = Symbol("?i"), Symbol("?j"), Symbol("?k")

    def products(over: Term, left: Sequence[Term], right: Sequence[Term], size: Term) -> Term:
        factors = mul(Entry(declaration.name, left), Entry(declaration.name, right))
        total = Sum("k", ONE, over, bind(factors, "?k"))
        return _for_all(sub(total, Delta(i, j)), [i, j], [size, size])

    found = [products(rows, (k, i), (k, j), columns)]
    if rows is columns:
        found.append(products(columns, (i, k), (j, k), rows))
    return found


EQUATIONS = {"simplex": _rows_add_up, "orth": _orthonormal}
"""The families that are zero by what is assumed of an array."""


def _for_all(term: Term, places: Sequence[Symbol], sizes: Sequence[Term]) -> Term:
    for place, size in reversed(list(zip(places, sizes, strict=True))):
        term = Family("i", ONE, size, bind(term, place.name))
    return term


def difference(lhs: Term, rhs: Term) -> Term:
    """lhs - rhs, of families member by member."""
    if (
        isinstance(lhs, Family)
        and isinstance(rhs, Family)
        and (lhs.lower, lhs.upper) == (rhs.lower, rhs.upper)
    ):
        return Family(lhs.index, lhs.lower, lhs.upper, difference(lhs.body, rhs.body))
    return sub(lhs, rhs)


def assume_equation(v: Valuation, term: Term) -> None:
    """The term, or every member of a family, is zero: a rule, or a quantity that is replaced.

    A rule replaces the longest product; an equation without sums and indices is solved for a symbol.
    """
    free: list[str] = []
    while isinstance(term, Family):
        over = (term.lower, term.upper)
        if not v.sums.nonempty(over):
            return
        free.append(v.sums.fresh(over, free, "?f"))
        term = instantiate_bound(term.body, Symbol(free[-1]))
    n = v.value(term)[0]
    lead = _lead(v, n, set(free))
    if lead is None:
        if not free and not solve(v.field, v.signs, n):
            v.zeros.append(n)
        return
    exponents, coefficient = lead
    opened = _opened(v, exponents, free)
    if opened is None:
        return
    bound, pattern = opened
    rest = n - v.field.context.from_dict({exponents: coefficient})
    becomes = mul(number(Fraction(-1, coefficient)), v.sums.written((rest, v.field.one[0])))
    held = frozenset[str]().union(*(v.sums.indices_of(j) for j, _ in pattern))
    if set(free) <= held:
        v.sums.rules.add(Rule(bound, tuple(free), pattern, becomes))


def assume_inequality(v: Valuation, term: Term, relation: str) -> None:
    """The term, or every member of a family, is > 0, >= 0 or != 0: a fact, for the indices that are there."""
    if not isinstance(term, Family):
        v.signs.learn(v.value(term), f"{relation} 0")
        return
    over = (term.lower, term.upper)
    if not v.sums.nonempty(over):
        return
    free = [name for name in sorted(v.sums.free) if v.sums.ranges[name] == over]
    bound: list[str] = []
    while len(bound) < FEW_INDICES:
        bound.append(v.sums.fresh(over, bound))
    for name in (*free, *bound):
        assume_inequality(v, instantiate_bound(term.body, Symbol(name)), relation)


FEW_INDICES = 2
"""An inequality between arrays is a fact for so many bound indices of a range; with more it is not used."""


def _lead(v: Valuation, n: Polynomial, free: set[str]) -> tuple[tuple[int, ...], int] | None:
    """The longest product of quantities with indices; none where there is no such quantity."""
    best = None
    for exponents, coefficient in n.to_dict().items():
        powers = [(j, int(k)) for j, k in enumerate(exponents) if k]
        arrays = [j for j, _ in powers if j in v.sums.summands or v.sums.indices_of(j)]
        if not arrays or any(isinstance(v.field.generators[j].term, Delta) for j, _ in powers):
            continue
        weight = sum(k * _weight(v, j) for j, k in powers if j in arrays)
        names = "*".join(sorted(v.sums.labelling.of_generator(j, {}) for j in arrays))
        if best is None or (weight, names) > best[0]:
            best = (weight, names), (tuple(exponents), int(coefficient))
    return None if best is None else best[1]


def _opened(
    v: Valuation, exponents: Sequence[int], free: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]] | None:
    """The product with its sums opened: the indices that are summed over, and the quantities."""
    bound: list[str] = []
    element: Element = v.field.one
    for j, k in enumerate(exponents):
        for _ in range(k):
            if j in v.sums.summands:
                names, summand = v.sums.reopened(j, {*bound, *free}, "?b")
                bound += names
                element = v.field.mul(element, summand)
            else:
                element = v.field.mul(element, v.sums.product([(j, 1)]))
    if not element[1].is_one() or len(element[0]) != 1:
        return None
    ((powers, coefficient),) = element[0].to_dict().items()
    if coefficient != 1:
        return None
    return tuple(bound), tuple((j, int(k)) for j, k in enumerate(powers) if k)


def _weight(v: Valuation, j: int) -> int:
    """How many quantities and indices a generator holds."""
    summand = v.sums.summands.get(j)
    if summand is None:
        return 1
    return len(summand.bound) + sum(k for _, k in v.sums.labelling.split(summand.element)[0])
