"""Sums of squares and the like: terms that are nowhere negative, as can be seen from how they are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import surely_real
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.ranges import range_of
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import (
    ONE,
    Add,
    Apply,
    Binder,
    Bound,
    Delta,
    Entry,
    I,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def is_nonnegative(s: Statement, term: Term) -> bool:
    """The term is nowhere negative by the way in which it is written; all of its parts are real numbers."""
    match term:
        case Number(value):
            return value >= 0
        case Symbol(name):
            return name in s.domains and _starts_at_zero(s.domains[name])
        case Entry(array, _):
            return _has_nonnegative_entries(s, array) or _is_on_the_diagonal(s, term)
        case Add(parts):
            return _is_left_of_a_sum(term) or all(is_nonnegative(s, part) for part in parts)
        case Mul(factors):
            odd = [factor for factor, count in Counter(factors).items() if count % 2]
            return all(is_nonnegative(s, factor) for factor in odd)
        case Pow(base, Number(exponent)):
            root = exponent.denominator % 2 == 0
            return root or exponent.numerator % 2 == 0 or is_nonnegative(s, base)
        case Sum() | Product():
            return is_nonnegative(s, term.body) or _is_definite(s, term)
        case Apply():
            return _starts_at_zero(range_of(term))
        case Delta():
            return True
    return False


def _has_nonnegative_entries(s: Statement, array: str) -> bool:
    declared = s.arrays.get(array)
    return declared is not None and (_starts_at_zero(declared.entries) or "simplex" in declared.assumed)


def _is_positive_definite(s: Statement, array: str) -> bool:
    declared = s.arrays.get(array)
    return declared is not None and "spd" in declared.assumed and declared.entries.field != "complex"


def _is_on_the_diagonal(s: Statement, entry: Entry) -> bool:
    """An entry A[i, i] of a positive definite matrix."""
    return _is_positive_definite(s, entry.array) and entry.indices[0] is entry.indices[1]


def _is_definite(s: Statement, term: Term) -> bool:
    """The sum of w[i]*A[i, j]*w[j] over all i and j, where A is positive definite.

    There may be other factors that are nowhere negative and hold neither i nor j.
    """
    match term:
        case Sum(_, first, last, Sum(_, inner_first, inner_last, Mul(factors))) if (
            first is ONE and inner_first is ONE and last is inner_last and not last.loose
        ):
            forms = [f for f in factors if _is_entry_of_form(s, f, last)]
        case _:
            return False
    rest = list(factors)
    if len(forms) != 1 or any(isinstance(t, Binder) for factor in factors for t in subterms(factor)):
        return False
    rest.remove(forms[0])
    held = [(factor, set(subterms(factor)) & {ROW, COLUMN}) for factor in rest]
    rows = Counter(exchanged(factor, ROW, COLUMN) for factor, bound in held if bound == {ROW})
    columns = Counter(factor for factor, bound in held if bound == {COLUMN})
    others = Counter(factor for factor, bound in held if not bound)
    both = any(len(bound) == 2 for _, bound in held)
    odd = [factor for factor, count in others.items() if count % 2]
    return not both and rows == columns and all(is_nonnegative(s, factor) for factor in odd)


ROW, COLUMN = Bound(1), Bound(0)
"""The indices of a double sum, seen from within it."""


def _is_entry_of_form(s: Statement, factor: Term, size: Term) -> bool:
    """A[i, j] of a positive definite matrix with so many rows, for the indices of the double sum."""
    match factor:
        case Entry(array, indices) if _is_positive_definite(s, array):
            return set(indices) == {ROW, COLUMN} and s.arrays[array].shape[0] is size
    return False


def _is_left_of_a_sum(term: Term) -> bool:
    """What the sum of absolute values exceeds the absolute value of the sum by."""
    match term:
        case Add(
            (
                Sum(_, first, last, Apply("Abs", (body,))),
                Mul((Number(sign), Apply("Abs", (Sum(_, other_first, other_last, other),)))),
            )
        ):
            same = first is other_first and last is other_last and body is other
            return same and sign == -1 and last is not OO
    return False


def _starts_at_zero(domain: Domain) -> bool:
    return domain.field != "complex" and domain.lower is not None and domain.lower >= 0


def squares_statement(s: Statement, term: Term) -> Statement:
    """That the larger side exceeds the smaller one by this term, which is nowhere negative.

    Raises:
        CertificateError: it may be negative, or has no value where the statement has one.
    """
    if s.relation not in ("<=", ">=") or s.complex_values:
        raise CertificateError("a sum of squares may be 0, and shows nothing more than that")
    if I in subterms(term):
        raise CertificateError("the square of an imaginary number is negative")
    if term.loose or not set(free_symbols(term)) <= set(s.domains):
        raise CertificateError("the term holds a symbol that does not occur")
    if not {t.array for t in subterms(term) if isinstance(t, Entry)} <= set(s.arrays):
        raise CertificateError("the term holds an array that does not occur")
    if not set(requirements((term,))) <= set(s.required):
        raise CertificateError("the term requires more than the statement")
    if not surely_real(s, term):
        raise CertificateError("the term may have no real value where the statement has one")
    if not is_nonnegative(s, term):
        raise CertificateError("the term is not seen to be nowhere negative")
    larger, smaller = (s.rhs, s.lhs) if s.relation == "<=" else (s.lhs, s.rhs)
    return replace(s, lhs=minus(larger, smaller), relation="=", rhs=term)


__all__ = ["is_nonnegative", "squares_statement"]
