"""Checking that a sum over a range equals what takes its place: by differences, or by a table.

The statement is defined only where every term of the sum is, and the range has whole numbers as bounds, the
upper one of which is not less than the lower one minus 1. So a sum of F(k) - F(k - 1) is F(upper) less
F(lower - 1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import factorial

from verify_derivations.certificate import Antidifference, Argument, BinomialSum
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.binomial_table import BINOMIAL_SUMS, BinomialRow
from verify_derivations.kernel.calculus.continuity import covered, surely_real
from verify_derivations.kernel.calculus.series import follows
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.claims.whole_numbers import at_most, is_whole
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.syntax.build import add, mul, neg, number, power, rational, sub
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ONE, ZERO, Binder, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols, walk

Check = Callable[[Statement, Argument], object]

MOST_SKIPPED = 12
"""A sum may begin so many terms after the row of the table does."""


# ---- at every index of the range --------------------------------------------------------------------
def at_index(s: Statement, term: Sum, name: str, lower: Term, lhs: Term, rhs: Term) -> Statement:
    """An equation at every index of the range from `lower` on; all terms of the sum are defined there.

    Raises:
        CertificateError: it is not known that the bounds are whole numbers in this order, or the statement
            may be defined where the sum is not, or a side may not be defined at some index.
    """
    if s.complex_values or s.arrays or s.indices:
        raise CertificateError("not a statement about real numbers")
    if term not in defined_parts(s.domains, s.lhs, s.rhs):
        raise CertificateError("the statement may be defined where the sum is not")
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses):
        raise CertificateError("the name of the index is taken")
    if not (is_whole(s, lower) and is_whole(s, term.upper) and at_most(s, lower, add(term.upper, ONE))):
        raise CertificateError("the bounds are not known to be whole numbers in this order")
    _require_inner_ranges(s, term, name)
    k, known = Symbol(name), requirements((instantiate_bound(term.body, Symbol(name)),))
    bounds = [(k, ">=", lower)] if rational(lower) is None else []
    bounds += [(k, "<=", term.upper)] if rational(term.upper) is None else []
    out = replace(
        s,
        relation="=",
        lhs=lhs,
        rhs=rhs,
        domains={**s.domains, name: Domain("integer", rational(lower), rational(term.upper), False, False)},
        differentiated=(),
        required=(*(r for r in s.required if not r.bound), *known),
        assumed=(*s.assumed, *bounds),
    )
    own = {(r.term, r.relation, r.ranges) for r in known}
    for r in requirements((lhs, rhs)):
        if (r.term, r.relation, r.ranges) not in own and not follows(out, (), r):
            raise CertificateError("what is compared with the terms is not defined at every index")
    if not surely_real(replace(out, lhs=instantiate_bound(term.body, k), rhs=s.rhs), lhs, rhs):
        raise CertificateError("what is compared with the terms may not be a real number")
    return out


def _require_inner_ranges(s: Statement, term: Term, name: str) -> None:
    """Sums within the terms run over ranges of whole numbers, too."""
    at = replace(s, domains={**s.domains, name: Domain("integer")})
    for part, depth in walk(instantiate_bound(term.children[-1], Symbol(name))):
        if not isinstance(part, Binder) or depth:
            continue
        if not isinstance(part, Sum | Product):
            raise CertificateError("the terms of the sum are not looked into")
        if not (is_whole(at, part.lower) and is_whole(at, part.upper)):
            raise CertificateError("a sum within the terms has bounds that may not be whole numbers")
        _require_inner_ranges(at, part, f"{name}@")


# ---- differences ---------------------------------------------------------------------------------------
def difference_statement(s: Statement, term: Sum, evidence: Antidifference) -> Statement:
    """F(k) - F(k - 1) is the term with the index k, for every k of the range."""
    k = Symbol(evidence.name)
    before = substitute(evidence.function, {evidence.name: sub(k, ONE)})
    lower = add(term.lower, number(len(first_terms(term, evidence))))
    difference = sub(evidence.function, before)
    return at_index(s, term, evidence.name, lower, difference, instantiate_bound(term.body, k))


def first_terms(term: Sum, evidence: Antidifference) -> list[Term]:
    """The terms that are written out."""
    if not 0 <= evidence.first <= MOST_SKIPPED:
        raise CertificateError("too many terms are written out")
    return [instantiate_bound(term.body, add(term.lower, number(i))) for i in range(evidence.first)]


def difference_value(term: Sum, evidence: Antidifference) -> Term:
    """F(upper) - F(lower - 1), or the first terms and F(upper) - F(the index of the last of them)."""
    first = first_terms(term, evidence)
    before = add(term.lower, number(len(first) - 1))
    ends = [substitute(evidence.function, {evidence.name: at}) for at in (term.upper, before)]
    return add(*first, sub(*ends))


def check_antidifference(
    s: Statement, term: Sum, becomes: Term, evidence: Antidifference, check: Check
) -> None:
    """The sum telescopes.

    Raises:
        CertificateError: that is not shown.
    """
    if becomes is not difference_value(term, evidence):
        raise CertificateError("not the difference at the ends of the range")
    if not covered(s, becomes):
        raise CertificateError("what takes the place of a term is not defined everywhere")
    check(difference_statement(s, term, evidence), evidence.step)


# ---- the table of binomial sums --------------------------------------------------------------------------
def row_of(evidence: BinomialSum) -> BinomialRow:
    """The row of the table that is named.

    Raises:
        CertificateError: there is none.
    """
    if evidence.row not in BINOMIAL_SUMS:
        raise CertificateError(f"there is no row {evidence.row!r} in the table")
    return BINOMIAL_SUMS[evidence.row]


def _in_row(text: str, evidence: BinomialSum, **values: Term) -> Term:
    return substitute(formula(text), {"m": evidence.size, "z": evidence.at, **values})


def _falling(base: Term, count: int) -> Term:
    return mul(*(sub(base, number(i)) for i in range(count)))


def identity_statement(s: Statement, term: Sum, evidence: BinomialSum) -> Statement:
    """The term with the index k is the one of the row, times the polynomial, for every k of the range."""
    k = Symbol(evidence.name)
    j = add(k, number(evidence.shift))
    polynomial = add(*(mul(c, _falling(j, i)) for i, c in enumerate(evidence.coefficients)))
    rhs = mul(polynomial, _in_row(row_of(evidence).terms, evidence, j=j))
    return at_index(s, term, evidence.name, term.lower, instantiate_bound(term.body, k), rhs)


def binomial_value(term: Sum, evidence: BinomialSum) -> Term:
    """The sum over the whole row, without the terms before the range begins."""
    coefficients = evidence.coefficients
    total = [mul(c, _moment(evidence, i)) for i, c in enumerate(coefficients)]
    for j in range(_first(term, evidence)):
        polynomial = add(*(mul(c, _falling(number(j), i)) for i, c in enumerate(coefficients)))
        total.append(neg(mul(polynomial, _skipped(evidence, j))))
    return add(*total)


def _moment(evidence: BinomialSum, i: int) -> Term:
    """The sum of all terms of the row, each times j(j - 1)...(j - i + 1)."""
    m, at = evidence.size, evidence.at
    values = {"falling": _falling(m, i), "power": power(at, i), "left": sub(m, number(i))}
    return _in_row(row_of(evidence).moment, evidence, **values)


def _skipped(evidence: BinomialSum, j: int) -> Term:
    """The term of the row with a given number as its index."""
    if evidence.row != "binomial theorem":
        raise CertificateError("a sum over this row begins where the row does")
    return mul(number(Fraction(1, factorial(j))), _falling(evidence.size, j), power(evidence.at, j))


def _first(term: Sum, evidence: BinomialSum) -> int:
    """The index of the row with which the sum begins."""
    lower = rational(term.lower)
    if lower is None or not 0 <= lower + evidence.shift <= MOST_SKIPPED:
        raise CertificateError("the sum begins before the row does, or much later")
    return int(lower) + evidence.shift


def check_binomial(s: Statement, term: Sum, becomes: Term, evidence: BinomialSum, check: Check) -> None:
    """The sum is the one of the table.

    Raises:
        CertificateError: that is not shown.
    """
    row, m = row_of(evidence), evidence.size
    if becomes is not binomial_value(term, evidence):
        raise CertificateError("not the value of the sum")
    held = free_symbols(m, evidence.at, *evidence.coefficients)
    if evidence.name in held:
        raise CertificateError("the parameters of the row hold the index")
    last, size = affine(add(term.upper, number(evidence.shift))), affine(m)
    if last is None or last != size or not is_whole(s, m):
        raise CertificateError("the sum does not end with the row")
    if not (at_most(s, ZERO, m) and at_most(s, number(_first(term, evidence) - 1), m)):
        raise CertificateError("the size of the row may be negative")
    degree = len(evidence.coefficients) - 1
    if degree > row.highest:
        raise CertificateError("the row is not multiplied by such a polynomial")
    if row.spare is not None and not at_most(s, number(degree + row.spare), m):
        raise CertificateError("the size of the row may be too small for the polynomial")
    if row.whole and not (is_whole(s, evidence.at) and at_most(s, m, evidence.at)):
        raise CertificateError("the parameter of the row may not be a whole number from its size on")
    if not covered(s, becomes):
        raise CertificateError("what takes the place of a term is not defined everywhere")
    check(identity_statement(s, term, evidence), evidence.identity)


__all__ = [
    "binomial_value",
    "check_antidifference",
    "check_binomial",
    "difference_statement",
    "difference_value",
]
