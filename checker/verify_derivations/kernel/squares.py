"""Sums of squares and the like: terms that are nowhere negative, as can be seen from how they are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.continuity import surely_real
from verify_derivations.kernel.facts import minus
from verify_derivations.kernel.statement import Statement
from verify_derivations.term.conditions import requirements
from verify_derivations.term.domain import Domain
from verify_derivations.term.nodes import (
    Add,
    Apply,
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
    free_symbols,
    subterms,
)
from verify_derivations.term.ranges import range_of


def is_nonnegative(s: Statement, term: Term) -> bool:
    """The term is nowhere negative by the way in which it is written; all of its parts are real numbers."""
    match term:
        case Number(value):
            return value >= 0
        case Symbol(name):
            return name in s.domains and _starts_at_zero(s.domains[name])
        case Entry(array, _):
            declared = s.arrays.get(array)
            return declared is not None and (
                _starts_at_zero(declared.entries) or "simplex" in declared.assumed
            )
        case Add(parts):
            return all(is_nonnegative(s, part) for part in parts)
        case Mul(factors):
            odd = [factor for factor, count in Counter(factors).items() if count % 2]
            return all(is_nonnegative(s, factor) for factor in odd)
        case Pow(base, Number(exponent)):
            root = exponent.denominator % 2 == 0
            return root or exponent.numerator % 2 == 0 or is_nonnegative(s, base)
        case Sum() | Product():
            return is_nonnegative(s, term.body)
        case Apply():
            return _starts_at_zero(range_of(term))
        case Delta():
            return True
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
