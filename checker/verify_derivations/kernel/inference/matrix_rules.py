"""The rules of inference for inverses and determinants: what a lemma about one must satisfy.

A matrix that a lemma inverts has to be invertible: the statement inverts it, or its determinant is known not
to be zero, or it is a square factor of one that is invertible (rule `inverse of a product`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.deltas import at_delta, vanishes
from verify_derivations.kernel.algebra.field import Polynomial
from verify_derivations.kernel.inference.shifts import simplest
from verify_derivations.term.arrays.families import matrix_at, sizes_of
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import mul
from verify_derivations.term.syntax.nodes import (
    ONE,
    Add,
    Delta,
    Determinant,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation

Symbols = tuple[Symbol, ...]


def _require(holds: bool, why: str) -> None:
    if not holds:
        raise CertificateError(why)


def _places(v: Valuation, mark: str, sizes: Sequence[Term], *terms: Term) -> Symbols:
    """Indices for the rows, or the columns, of a matrix of these sizes, that do not occur in the terms."""
    names = free_symbols(*terms)
    for size in sizes:
        names.append(v.sums.fresh((ONE, size), names, f"?{mark}"))
    return tuple(Symbol(name) for name in names[len(names) - len(sizes) :])


def _product(
    left: Term, right: Term, row: Symbols, column: Symbols, over: Symbols, sizes: Sequence[Term]
) -> Term:
    """An entry of a matrix product."""
    out: Term = mul(matrix_at(left, row, over), matrix_at(right, over, column))
    for k, size in reversed(list(zip(over, sizes, strict=True))):
        out = Sum("k", ONE, size, bind(out, k.name))
    return out


def require_product(v: Valuation, whole: Term, left: Term, right: Term) -> None:
    """whole = left right, square matrices of the same size.

    Raises:
        CertificateError: that is not so.
    """
    sizes = sizes_of(whole)
    _require(sizes_of(left) == sizes == sizes_of(right), "the factors are not square and of the same size")
    row, column, over = (_places(v, mark, sizes, whole, left, right) for mark in "pqk")
    entry = matrix_at(whole, row, column)
    same = v.field.sub(v.value(entry), v.value(_product(left, right, row, column, over, sizes)))
    _require(vanishes(v.sums, same), "the matrix is not the product")


def inverse_of_a_product(v: Valuation, term: Term, becomes: Term) -> None:
    """(P Q)**-1 = Q**-1 P**-1 for square P and Q, which are invertible as their product is."""
    _require(isinstance(term, InverseEntry), "not an entry of an inverse")
    if isinstance(term, InverseEntry):
        sizes = sizes_of(term.matrix)
        inner = becomes
        over: list[Symbol] = []
        for size in sizes:
            if not (isinstance(inner, Sum) and inner.lower is ONE and inner.upper is size):
                raise CertificateError("not a sum over the size of the matrix")
            over.append(*_places(v, "o", (size,), term, becomes, *over))
            inner = instantiate_bound(inner.body, over[-1])
        match inner:
            case Mul((InverseEntry(right, row, k), InverseEntry(left, l, column))) if (
                row == term.row and column == term.column and k == l == tuple(over)
            ):
                names = {k.name for k in over}
                _require(not names & set(free_symbols(left, right)), "a factor holds the index")
                v.matrices.require_regular(term)
                require_product(v, term.matrix, left, right)
                v.matrices.regular(left)
                v.matrices.regular(right)
            case _:
                raise CertificateError("not of the form of a product of two inverses")


def inverse_of_a_kronecker_product(v: Valuation, term: Term, becomes: Term) -> None:
    """The inverse of a Kronecker product of square matrices is that of the inverses."""
    _require(isinstance(term, InverseEntry), "not an entry of an inverse")
    if isinstance(term, InverseEntry):
        match becomes:
            case Mul((InverseEntry(left, row, column), InverseEntry(right, row_, column_))) if (
                *row,
                *row_,
            ) == term.row and (*column, *column_) == term.column:
                sizes = sizes_of(term.matrix)
                _require((*sizes_of(left), *sizes_of(right)) == sizes, "the sizes differ")
                v.matrices.require_regular(term)
                p, q = (_places(v, mark, sizes, term, becomes) for mark in "pq")
                cut = len(row)
                parts = mul(matrix_at(left, p[:cut], q[:cut]), matrix_at(right, p[cut:], q[cut:]))
                same = v.field.sub(v.value(matrix_at(term.matrix, p, q)), v.value(parts))
                _require(vanishes(v.sums, same), "the matrix is not the Kronecker product")
                v.matrices.regular(left)
                v.matrices.regular(right)
            case _:
                raise CertificateError("not of the form of a product of two inverses")


def inverse(v: Valuation, term: Term, becomes: Term) -> None:
    """M**-1 is the matrix E with M E = 1, of which `becomes` is the entry."""
    _require(isinstance(term, InverseEntry), "not an entry of an inverse")
    if isinstance(term, InverseEntry):
        sizes = sizes_of(term.matrix)
        names = [i.name for i in (*term.row, *term.column) if isinstance(i, Symbol)]
        known = [v.sums.ranges.get(name) for name in names]
        _require(known == [(ONE, size) for size in (*sizes, *sizes)], "an index of another range")
        _require(
            len(set(names)) == 2 * len(sizes), "the row and the column are not named by different indices"
        )
        held = v.sums.indices_in(term.matrix)
        _require(not held & set(names), "the matrix holds an index of the entry")
        row, over = (_places(v, mark, sizes, term, becomes) for mark in "pk")
        put = dict(zip([i.name for i in term.row if isinstance(i, Symbol)], over, strict=True))
        out: Term = mul(matrix_at(term.matrix, row, over), substitute(becomes, put))
        for k, size in reversed(list(zip(over, sizes, strict=True))):
            out = Sum("k", ONE, size, bind(out, k.name))
        unit = mul(*(Delta(i, j) for i, j in zip(row, term.column, strict=True)))
        same = v.field.sub(v.value(out), v.value(unit))
        _require(vanishes(v.sums, same), "the product of the two matrices is not the unit matrix")


def determinant_of_a_product(v: Valuation, term: Term, becomes: Term) -> None:
    """det(P Q) = det P det Q for square P and Q."""
    match term, becomes:
        case Determinant(whole), Mul((Determinant(left), Determinant(right))):
            require_product(v, whole, left, right)
        case _:
            raise CertificateError("not the determinant of a product")


def determinant_of_a_multiple(v: Valuation, term: Term, becomes: Term) -> None:
    """det(c P) = c**n det P, where n is the number of rows."""
    match term, becomes:
        case Determinant(whole), Mul((Pow(c, n), Determinant(part))):
            sizes = sizes_of(whole)
            _require(sizes_of(part) == sizes and n is mul(*sizes), "the sizes differ")
            p, q = (_places(v, mark, sizes, term, becomes) for mark in "pq")
            multiple = v.field.mul(v.value(c), v.value(matrix_at(part, p, q)))
            same = v.field.sub(v.value(matrix_at(whole, p, q)), multiple)
            _require(vanishes(v.sums, same), "the matrix is not that multiple")
        case _:
            raise CertificateError("not the determinant of a multiple")


def determinant_of_an_inverse(v: Valuation, term: Term, becomes: Term) -> None:
    """det M = 1/det P where M P = 1."""
    match term, becomes:
        case Determinant(whole), Pow(Determinant(part), Number(exponent)) if exponent == -1:
            sizes = sizes_of(whole)
            _require(sizes_of(part) == sizes, "the sizes differ")
            row, column, over = (_places(v, mark, sizes, term, becomes) for mark in "pqk")
            product = v.value(_product(whole, part, row, column, over, sizes))
            unit = v.value(mul(*(Delta(i, j) for i, j in zip(row, column, strict=True))))
            _require(
                vanishes(v.sums, v.field.sub(product, unit)), "the matrices are not inverse to each other"
            )
            if v.sums.surely_there(term):
                v.signs.learn(v.value(Determinant(part)), "!= 0")
        case _:
            raise CertificateError("not the determinant of an inverse")


def determinant_of_a_diagonal_matrix(v: Valuation, term: Term, becomes: Term) -> None:
    """det(M) is the product of the diagonal, where M[i,j] is shown to be 0 for different i and j."""
    match term, becomes:
        case Determinant(matrix), Product(_, lower, upper, _):
            sizes = sizes_of(matrix)
            _require(len(sizes) == 1 and (lower, upper) == (ONE, sizes[0]), "not over the diagonal")
            rows, columns, element = v.matrices.opened(matrix)
            delta = simplest(Delta(Symbol(rows[0]), Symbol(columns[0])))
            value = v.value(delta)
            j = v.signs.bare(value[0])
            _require(j is not None, "not a delta of row and column")
            if j is not None:
                apart = at_delta(v.field, element[0], j)[0]
                _require(bool(apart.is_zero()), "not a diagonal matrix")
                _require(j not in _used(element[1]), "a delta below the line")
            (k,) = _places(v, "k", sizes, matrix, becomes)
            here = v.value(instantiate_bound(becomes.body, k))
            _require(v.field.equal(here, v.value(matrix_at(matrix, (k,), (k,)))), "not the diagonal")
        case _:
            raise CertificateError("not the determinant of a matrix as a product")


def _used(p: Polynomial) -> set[int]:
    return set() if p.is_constant() else {j for j, k in enumerate(p.degrees()) if k}


def sylvester(v: Valuation, term: Term, becomes: Term) -> None:
    """det(1 + A B) = det(1 + B A) for an n by m matrix A and an m by n matrix B (Sylvester).

    `becomes` is written det(1 + B A), with the product as a sum over rows of A; for m = 1 it is the number
    1 + sum B A.
    """
    _require(isinstance(term, Determinant), "not a determinant")
    if isinstance(term, Determinant):
        inner, row, column = _opened(v, term, becomes)
        match inner:
            case Add((unit, Sum(_, lower, size, body))) if (
                unit is (mul(*(Delta(i, j) for i, j in zip(row, column, strict=True))) if row else ONE)
                and lower is ONE
                and (size,) == sizes_of(term.matrix)
            ):
                p, q = (*_places(v, "u", (size,), term, becomes), *_places(v, "w", (size,), term, becomes))
                at_p, at_q = instantiate_bound(body, p), instantiate_bound(body, q)
                _require(isinstance(at_p, Mul) and len(at_p.factors) == 2, "not a product of two matrices")
                if isinstance(at_p, Mul) and isinstance(at_q, Mul):
                    a, b = at_p.factors[1], at_q.factors[0]  # A(p, column) and B(row, q)
                    a = substitute(a, dict(zip([c.name for c in column], row, strict=True)))
                    _require(
                        not ({c.name for c in column} & v.sums.indices_in(b)), "the factors are mixed up"
                    )
                    other = at_p.factors[0]
                    _require(
                        not ({r.name for r in row} & v.sums.indices_in(at_p.factors[1]))
                        and not ({c.name for c in column} & v.sums.indices_in(other)),
                        "the factors are mixed up",
                    )
                    product: Term = mul(a, b)
                    for k in reversed(row):
                        product = Sum("k", ONE, v.sums.ranges[k.name][1], bind(product, k.name))
                    whole = Add((Delta(p, q), product))
                    same = v.field.sub(v.value(matrix_at(term.matrix, (p,), (q,))), v.value(whole))
                    _require(vanishes(v.sums, same), "the matrix is not of that form")
            case _:
                raise CertificateError("not of the form 1 + B A")


def _opened(v: Valuation, term: Term, becomes: Term) -> tuple[Term, Symbols, Symbols]:
    """The entry of the matrix whose determinant is taken, and its row and column; of a number, the number."""
    if not isinstance(becomes, Determinant):
        return becomes, (), ()
    matrix = becomes.matrix
    sizes = sizes_of(matrix)
    _require(len(sizes) == 1, "a matrix with groups of indices")
    row, column = (_places(v, mark, sizes, term, becomes) for mark in "rc")
    return matrix_at(matrix, row, column), row, column


MATRIX_RULES = {
    "inverse matrix": inverse,
    "inverse of a product": inverse_of_a_product,
    "inverse of a Kronecker product": inverse_of_a_kronecker_product,
    "determinant of a product": determinant_of_a_product,
    "determinant of a multiple": determinant_of_a_multiple,
    "determinant of an inverse": determinant_of_an_inverse,
    "Sylvester": sylvester,
    "determinant of a diagonal matrix": determinant_of_a_diagonal_matrix,
}
"""The rules for matrices by the name that a lemma gives."""

__all__ = ["MATRIX_RULES"]
