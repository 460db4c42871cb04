"""Terms that are nowhere negative by which one side may exceed the other: squares, Lagrange's identity."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verify_derivations.certificate import Rewriting, Squares
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.squares import squares_statement
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.syntax.nodes import (
    HALF,
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Add,
    Apply,
    Bound,
    Entry,
    Mul,
    Pow,
    Sum,
    Term,
)
from verify_derivations.term.syntax.traverse import subterms

MOST_VECTORS = 4


def by_squares(s: Statement, deadline: float) -> Squares | None:
    """The larger side exceeds the smaller one by a sum of squares or the like, or nothing.

    Args:
        s: a statement with `<=` or `>=`.
        deadline: a time of `time.perf_counter`.
    """
    for term in _candidates(s):
        try:
            found = rewriting(squares_statement(s, term), deadline)
        except (CertificateError, TermError):
            continue
        if found is not None:
            return Squares(term, Rewriting(found.lemmas))
    return None


def _candidates(s: Statement) -> Iterator[Term]:
    larger, smaller = (s.rhs, s.lhs) if s.relation == "<=" else (s.lhs, s.rhs)
    if smaller is ZERO:
        yield larger
    yield from _left_of_sums(smaller)
    yield from _definite(s)
    vectors = [(a.name, a.shape[0]) for a in s.arrays.values() if len(a.shape) == 1][:MOST_VECTORS]
    for (u, size), (v, other) in combinations(vectors, 2):
        if size is other:
            yield from _of_two(u, v, size)
    for u, size in vectors:
        yield _twice(size, _minus(_at(u, 1), _at(u, 0)))
    for p, size in vectors:
        if "simplex" in s.arrays[p].assumed:
            yield from (_variance(p, x, size) for x, other in vectors if x != p and other is size)


def _left_of_sums(smaller: Term) -> Iterator[Term]:
    """What a sum of absolute values exceeds the absolute value of the sum by."""
    for term in subterms(smaller):
        match term:
            case Apply("Abs", (Sum(name, first, last, body),)) if not term.loose:
                yield _minus(Sum(name, first, last, Apply("Abs", (body,))), term)


def _definite(s: Statement) -> Iterator[Term]:
    """Quadratic forms of positive definite matrices: at vectors, their differences, columns."""
    for form in s.arrays.values():
        if "spd" not in form.assumed:
            continue
        size = form.shape[0]
        yield Sum("i", ONE, size, Entry(form.name, (Bound(0), Bound(0))))
        vectors = [a.name for a in s.arrays.values() if a.shape == (size,)][:MOST_VECTORS]
        for x in vectors:
            yield _form(form.name, size, _at(x, 1), _at(x, 0))
        for x, y in combinations(vectors, 2):
            yield _form(form.name, size, _minus(_at(x, 1), _at(y, 1)), _minus(_at(x, 0), _at(y, 0)))
        for a in s.arrays.values():
            if len(a.shape) == 2 and a.shape[0] is size and a is not form:
                row, column = (Entry(a.name, (Bound(k), Bound(2))) for k in (1, 0))
                yield Sum("k", ONE, a.shape[1], _form(form.name, size, row, column))


def _form(matrix: str, size: Term, row: Term, column: Term) -> Term:
    body = Mul((row, Entry(matrix, (Bound(1), Bound(0))), column))
    return Sum("i", ONE, size, Sum("j", ONE, size, body))


def _of_two(u: str, v: str, size: Term) -> Iterator[Term]:
    """Squares of sums and differences, and the right side of Lagrange's identity."""
    yield Sum("i", ONE, size, _square(_minus(_at(u, 0), _at(v, 0))))
    yield Sum("i", ONE, size, _square(Add((_at(u, 0), _at(v, 0)))))
    crossed = _minus(Mul((_at(u, 1), _at(v, 0))), Mul((_at(u, 0), _at(v, 1))))
    yield _twice(size, crossed)


def _twice(size: Term, inside: Term) -> Term:
    """Half the sum over two indices of a square."""
    return Mul((HALF, Sum("i", ONE, size, Sum("j", ONE, size, _square(inside)))))


def _variance(p: str, x: str, size: Term) -> Term:
    mean = Sum("k", ONE, size, Mul((_at(p, 0), _at(x, 0))))
    return Sum("i", ONE, size, Mul((_at(p, 0), _square(_minus(_at(x, 0), mean)))))


def _at(array: str, level: int) -> Term:
    return Entry(array, (Bound(level),))


def _minus(left: Term, right: Term) -> Term:
    return Add((left, Mul((MINUS_ONE, right))))


def _square(term: Term) -> Term:
    return Pow(term, TWO)


__all__ = ["by_squares"]
