"""Lemmas for inverses and determinants: products taken apart, and the smaller of two determinants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify_derivations.kernel.algebra.field import Element
from verify_derivations.term.arrays.families import matrix_at
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import mul, power
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    Add,
    Delta,
    Determinant,
    Entry,
    Family,
    InverseEntry,
    Mul,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import substitute

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation

Proposals = list[tuple[str, Term]]
Powers = list[tuple[int, int]]
Names = tuple[str, ...]


def for_inverse(v: Valuation, term: InverseEntry) -> Proposals:
    """What an entry of an inverse may be instead."""
    rows, columns, element = v.matrices.opened(term.matrix)
    powers = _monomial(element)
    if powers is None:
        return []
    if len(rows) == 2:
        return _kronecker(v, term, rows, columns, powers)
    if len(rows) != 1:
        return []
    j = _only(powers)
    if j is not None:
        inner = v.field.generators[j].term
        if isinstance(inner, InverseEntry):
            places = (term.row, term.column) if _straight(inner, rows) else (term.column, term.row)
            return [("inverse matrix", matrix_at(inner.matrix, *places))]
    cut = _cut(v, powers, rows[0], columns[0])
    if cut is None:
        return []
    left, right, size = cut
    k = Symbol(v.sums.fresh((ONE, size), v.sums.indices_in(term), "?v"))
    factors = Mul((InverseEntry(right, term.row, (k,)), InverseEntry(left, (k,), term.column)))
    return [("inverse of a product", Sum("k", ONE, size, bind(factors, k.name)))]


def for_determinant(v: Valuation, term: Determinant) -> Proposals:
    """What a determinant may be instead."""
    rows, columns, element = v.matrices.opened(term.matrix)
    if len(rows) != 1:
        return []
    p, q = rows[0], columns[0]
    if _is_diagonal(v, p, q, element):
        size, k = v.sums.ranges[p][1], Symbol("k@")
        body = bind(matrix_at(term.matrix, (k,), (k,)), k.name)
        return [("determinant of a diagonal matrix", Product("k", ONE, size, body))]
    content, rest = v.matrices.content(element, {p, q})
    if content != v.field.one:
        size = v.sums.ranges[p][1]
        part = Determinant(_families(v, rest, p, q))
        return [("determinant of a multiple", Mul((Pow(v.sums.written(content), size), part)))]
    powers = _monomial(element)
    if powers is None:
        return [*_by_sylvester(v, term, p, q, element), *_by_factor(v, p, q, element)]
    j = _only(powers)
    inner = v.field.generators[j].term if j is not None else None
    if isinstance(inner, InverseEntry):
        return [("determinant of an inverse", Pow(Determinant(inner.matrix), MINUS_ONE))]
    cut = _cut(v, powers, p, q)
    if cut is None:
        return []
    return [("determinant of a product", Mul((Determinant(cut[0]), Determinant(cut[1]))))]


def _is_diagonal(v: Valuation, p: str, q: str, element: Element) -> bool:
    """Every entry is a multiple of the unit matrix's."""
    delta = v.signs.bare(v.value(Delta(Symbol(p), Symbol(q)))[0])
    return delta is not None and all(exponents[delta] for exponents in element[0].to_dict())


# ---- products --------------------------------------------------------------------------------------
def _monomial(element: Element) -> Powers | None:
    """The generators of an element that is a product of them."""
    if not element[1].is_one() or len(element[0]) != 1:
        return None
    ((exponents, coefficient),) = element[0].to_dict().items()
    return [(j, int(k)) for j, k in enumerate(exponents) if k] if coefficient == 1 else None


def _only(powers: Powers) -> int | None:
    return powers[0][0] if len(powers) == 1 and powers[0][1] == 1 else None


def _straight(inner: InverseEntry, rows: Names) -> bool:
    return inner.row == tuple(Symbol(name) for name in rows)


def _cut(v: Valuation, powers: Powers, p: str, q: str) -> tuple[Term, Term, Term] | None:
    """Square matrices whose product has the entry (p, q) that the sum is, and their size."""
    parts = _parts(v, powers, p, q, square=True)
    if parts is None:
        return None
    left, right, k = parts
    return _families_of(v, left, p, k), _families_of(v, right, k, q), v.sums.ranges[p][1]


def _parts(v: Valuation, powers: Powers, p: str, q: str, *, square: bool) -> tuple[Term, Term, str] | None:
    """A sum over k of a left part with the index p and a right part with the index q: the parts, and k."""
    j = _only(powers)
    if j is None or j not in v.sums.summands:
        return None
    summand = v.sums.summands[j]
    inside = _monomial(summand.element)
    if inside is None:
        return None
    for k in summand.bound:
        if square and v.sums.ranges[k] != v.sums.ranges[p]:
            continue
        left = _connected(v, inside, p, k)
        right = _connected(v, inside, q, k)
        if {g for g, _ in left} & {g for g, _ in right} or len(left) + len(right) != len(inside):
            continue
        others = [b for b in summand.bound if b != k]
        return _summed(v, left, others), _summed(v, right, others), k
    return None


def _connected(v: Valuation, powers: Powers, start: str, wall: str) -> Powers:
    """The quantities that hang together with an index, not through the wall."""
    reached = {start}
    found: Powers = []
    while True:
        more = [x for x in powers if x not in found and v.sums.indices_of(x[0]) & reached]
        if not more:
            return found
        found += more
        for j, _ in more:
            reached |= v.sums.indices_of(j) - {wall}


def _summed(v: Valuation, powers: Powers, bound: Iterable[str]) -> Term:
    """The product, summed over those of the indices that it holds."""
    out: Term = mul(*(power(v.field.generators[j].term, k) for j, k in powers))
    for name in bound:
        if any(name in v.sums.indices_of(j) for j, _ in powers):
            lower, upper = v.sums.ranges[name]
            out = Sum("k", lower, upper, bind(out, name))
    return out


def _families(v: Valuation, element: Element, p: str, q: str) -> Term:
    return _families_of(v, v.sums.written(element), p, q)


def _families_of(v: Valuation, entry: Term, p: str, q: str) -> Term:
    """The matrix with this entry in row p and column q."""
    for letter, name in (("j", q), ("i", p)):
        lower, upper = v.sums.ranges[name]
        entry = Family(letter, lower, upper, bind(entry, name))
    return entry


def _kronecker(v: Valuation, term: InverseEntry, rows: Names, columns: Names, powers: Powers) -> Proposals:
    """A product of a matrix in the first indices and one in the second."""
    first, second = {rows[0], columns[0]}, {rows[1], columns[1]}
    left = [x for x in powers if v.sums.indices_of(x[0]) & first]
    right = [x for x in powers if x not in left]
    if not right or any(v.sums.indices_of(j) & second for j, _ in left):
        return []
    parts = [
        InverseEntry(
            _families_of(v, _summed(v, part, ()), rows[k], columns[k]), (term.row[k],), (term.column[k],)
        )
        for k, part in enumerate((left, right))
    ]
    return [("inverse of a Kronecker product", Mul(parts))]


# ---- determinants of sums --------------------------------------------------------------------------
def _by_sylvester(v: Valuation, term: Determinant, p: str, q: str, element: Element) -> Proposals:
    """det(1 + A B) as det(1 + B A), where that is the smaller matrix or the lesser name."""
    rest = v.field.sub(element, v.value(Delta(Symbol(p), Symbol(q))))
    if not rest[1].is_one() or len(rest[0]) != 1:
        return []
    ((exponents, coefficient),) = rest[0].to_dict().items()
    powers = [(j, int(k)) for j, k in enumerate(exponents) if k]
    sign = mul(
        *([] if coefficient == 1 else [v.sums.written((v.field.constant(coefficient), v.field.one[0]))])
    )
    size = v.sums.ranges[p][1]
    with_q = [x for x in powers if q in v.sums.indices_of(x[0])]
    with_p = [x for x in powers if x not in with_q]
    if not any(p in v.sums.indices_of(j) for j, _ in with_q):  # of rank one
        b, a = _summed(v, with_q, ()), mul(sign, _summed(v, with_p, ()))
        b = substitute(b, {q: Symbol(p)})
        return [("Sylvester", Add((ONE, Sum("k", ONE, size, bind(Mul((b, a)), p)))))]
    outer = [x for x in powers if not {p, q} & v.sums.indices_of(x[0])]
    parts = _parts(v, [x for x in powers if x not in outer], p, q, square=False)
    if parts is None:
        return []
    left, right, k = parts
    left = mul(sign, _summed(v, outer, ()), left)
    there = v.sums.fresh(v.sums.ranges[k], (k, p, q), "?y")
    right = substitute(right, {q: Symbol(p)})
    entry = Sum("p", ONE, size, bind(Mul((right, substitute(left, {k: Symbol(there)}))), p))
    other = Determinant(_families_of(v, Add((Delta(Symbol(k), Symbol(there)), entry)), k, there))
    smaller = v.matrices.code(other, {}) < v.matrices.code(term, {})
    return [("Sylvester", other)] if smaller else []


def _by_factor(v: Valuation, p: str, q: str, element: Element) -> Proposals:
    """det(A + R) = det A det(1 + A**-1 R) for a matrix A that is known to be invertible."""
    products = [[(j, int(k)) for j, k in enumerate(e) if k] for e in element[0].to_dict()]
    deltas = any(isinstance(v.field.generators[j].term, Delta) for powers in products for j, _ in powers)
    if not element[1].is_one() or deltas:
        return []  # with a unit matrix in it, Sylvester's way is the one to go
    for powers, coefficient in zip(products, element[0].to_dict().values(), strict=True):
        j = _only(powers)
        if j is None or coefficient != 1 or not {p, q} <= v.sums.indices_of(j):
            continue
        entry = v.field.generators[j].term
        if not isinstance(entry, Entry | InverseEntry):
            continue
        matrix = _families_of(v, entry, p, q)
        if not v.signs.nonzero(v.value(Determinant(matrix))):
            continue
        rest = v.sums.written(v.field.sub(element, v.field.generator(j)))
        k = v.sums.fresh(v.sums.ranges[p], (p, q), "?z")
        product = mul(InverseEntry(matrix, (Symbol(p),), (Symbol(k),)), substitute(rest, {p: Symbol(k)}))
        inner = Add((Delta(Symbol(p), Symbol(q)), Sum("k", ONE, v.sums.ranges[p][1], bind(product, k))))
        other = Determinant(_families_of(v, inner, p, q))
        return [("determinant of a product", Mul((Determinant(matrix), other)))]
    return []
