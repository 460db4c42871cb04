"""Checking that a series equals the expression that takes its place: by the table, or by its partial sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from verify_derivations.certificate import (
    Argument,
    KnownSeries,
    LimitValue,
    PartialSums,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.continuity import holds_everywhere, surely_real
from verify_derivations.kernel.calculus.limits import check_limit
from verify_derivations.kernel.calculus.series_table import SERIES, Series
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.facts import facts
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.calculus.cases import has_cases
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.evaluation.hypergeometric import Parts, coefficients, parts
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, inverse, mul, neg, number, rational, sub
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import OO, Limit
from verify_derivations.term.syntax.nodes import ZERO, Binder, I, Number, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Check = Callable[[Statement, Argument], object]

MOST_SKIPPED = 12
"""A series may begin so many terms after the row of the table does."""

INDEX = "k@"


def is_series(term: Term) -> bool:
    """A sum to infinity."""
    return isinstance(term, Sum) and term.upper is OO


def first_index(term: Sum) -> int:
    """Where a series begins.

    Raises:
        CertificateError: it is no series that begins at a whole number.
    """
    lower = rational(term.lower)
    if not is_series(term) or lower is None or lower.denominator != 1:
        raise CertificateError("not a series that begins at a whole number")
    return int(lower)


# ---- series of the table -------------------------------------------------------------------------------
def taken_apart(term: Sum) -> Parts:
    """The polynomial and the other factors of the terms of a series.

    Raises:
        CertificateError: they have no such factors, or a factorial of a negative number occurs.
    """
    try:
        found = parts(instantiate_bound(term.body, Symbol(INDEX)), INDEX)
    except TermError as error:
        raise CertificateError(f"the terms of the series are not taken apart: {error.message}") from None
    if not found.positive_from(first_index(term)):
        raise CertificateError("a factorial of a negative number")
    return found


def row_of(evidence: KnownSeries) -> Series:
    """The row of the table that is named.

    Raises:
        CertificateError: there is none.
    """
    if evidence.row not in SERIES:
        raise CertificateError(f"there is no series {evidence.row!r} in the table")
    return SERIES[evidence.row]


def in_row(text: str, evidence: KnownSeries, index: Term) -> Term:
    """A formula of the row."""
    return substitute(formula(text), {"z": evidence.at, "j": index})


def ratio_statement(s: Statement, term: Sum, evidence: KnownSeries) -> Statement:
    """The ratio of neighbouring terms, apart from a polynomial, is that of the row, for every index.

    Nothing in the ratio of the series divides by zero, where all of its terms are defined.
    """
    first = first_index(term)
    at = subterms(evidence.at)
    if s.complex_values or I in at or evidence.at.loose or any(isinstance(t, Binder) for t in at):
        raise CertificateError("what is put for the variable of the series may not be a real number")
    if INDEX in free_symbols(s.lhs, s.rhs, evidence.at):
        raise CertificateError("the name of the index is taken")
    lhs = taken_apart(term).ratio()
    rhs = in_row(row_of(evidence).ratio, evidence, add(Symbol(INDEX), number(evidence.shift)))
    domains = {**s.domains, INDEX: Domain("integer", number(first).value, None, False, False)}
    required = (*known_of_all_terms(s), *requirements((lhs,)))
    out = replace(s, lhs=lhs, rhs=rhs, domains=domains, differentiated=(), required=required)
    if not all(follows(out, (), r) for r in requirements((rhs,))):
        raise CertificateError("the ratio of the row is not defined for every index")
    return out


def term_of_row(evidence: KnownSeries, j: int) -> Term:
    """The term of the row with the index j."""
    row = row_of(evidence)
    if not row.start <= j <= row.start + (0 if row.whole else MOST_SKIPPED):
        raise CertificateError("the series begins before the row does, or much later")
    factors = [in_row(row.first, evidence, Number(row.start))]
    factors += [in_row(row.ratio, evidence, Number(i)) for i in range(row.start, j)]
    return mul(*factors)


def polynomial(term: Sum, evidence: KnownSeries) -> list[Term]:
    """The coefficients of the polynomial, in the index of the row."""
    j = Symbol(INDEX)
    shifted = substitute(taken_apart(term).polynomial(), {INDEX: sub(j, number(evidence.shift))})
    try:
        return coefficients(shifted, INDEX)
    except TermError:
        raise CertificateError("no polynomial in the index") from None


def known_value(term: Sum, evidence: KnownSeries) -> Term:
    """What the series is: c times the polynomial, in z d/dz, applied to the value of the row, without the
    terms with which the row begins earlier."""
    row, p = row_of(evidence), polynomial(term, evidence)
    first = first_index(term) + evidence.shift
    scale = mul(taken_apart(term).never_zero(first_index(term)), inverse(term_of_row(evidence, first)))
    total = [mul(q, part) for q, part in zip(p, _moments(row, len(p), evidence.at), strict=True)]
    for j in range(row.start, first):
        value = add(*(mul(q, number(j**i)) for i, q in enumerate(p)))
        total.append(neg(mul(value, term_of_row(evidence, j))))
    return mul(scale, add(*total))


def _moments(row: Series, count: int, at: Term) -> list[Term]:
    """The sums of j**i*a(j) for i from 0 on: each is (z d/dz - offset)/step of the one before."""
    if count > 1 and not row.step:
        raise CertificateError("the terms of this row are not multiplied by polynomials")
    z = Symbol("z")
    found = [formula(row.value)]
    for _ in range(count - 1):
        slope = sub(mul(z, differentiate(found[-1], z)), mul(number(row.offset), found[-1]))
        found.append(mul(inverse(number(row.step)), slope))
    return [substitute(f, {"z": at}) for f in found]


def convergence(evidence: KnownSeries) -> tuple[Requirement, ...]:
    """What is known of the points at which the series converges."""
    return tuple(_requirement(text, evidence) for text in row_of(evidence).converges)


def _requirement(text: str, evidence: KnownSeries) -> Requirement:
    relation = next(r for r in (">= 0", "> 0", "!= 0") if text.endswith(r))
    return Requirement(in_row(text.removesuffix(relation).strip(), evidence, ZERO), relation)


def check_known(s: Statement, term: Sum, becomes: Term, evidence: KnownSeries, check: Check) -> None:
    """The series is the one of the table, and `becomes` is what it is where it converges.

    Raises:
        CertificateError: that is not shown.
    """
    row = row_of(evidence)
    if term not in defined_parts(s.domains, s.lhs, s.rhs):
        raise CertificateError("the statement may be defined where the series is not")
    check(ratio_statement(s, term, evidence), evidence.ratio)
    if becomes is not known_value(term, evidence):
        raise CertificateError("not the value of the series")
    known = convergence(evidence)
    needed = [_requirement(text, evidence) for text in row.needs]
    if not all(follows(s, (), r) for r in needed):
        raise CertificateError("the claim does not give what the value of the series needs")
    if not all(follows(s, known, r) for r in requirements((evidence.at,))):
        raise CertificateError("what is put for the variable of the series is not defined everywhere")
    if not surely_real(s, evidence.at, becomes):
        raise CertificateError("what is put for the variable of the series may not be a real number")
    extended = (*known, *(r for r in needed))
    if has_cases(becomes) or not all(follows(s, extended, r) for r in requirements((becomes,))):
        raise CertificateError("the value of the series is not defined where it converges")
    if always_converges(row) or surely_not_zero(s, polynomial(term, evidence)):
        return
    if evidence.nothing is None:
        raise CertificateError("where the terms are all zero nothing is shown")
    check(without_terms(s, term, evidence), evidence.nothing)


def always_converges(row: Series) -> bool:
    """The series converges wherever its terms are defined."""
    return row.converges in ((), ("z != 0",))


def surely_not_zero(s: Statement, p: Sequence[Term]) -> bool:
    """At every point some coefficient of the polynomial is not zero."""
    return any(follows(s, (), Requirement(q, "!= 0")) for q in p)


def without_terms(s: Statement, term: Sum, evidence: KnownSeries) -> Statement:
    """The claim where all coefficients of the polynomial are zero: the sum is 0."""
    lhs, rhs = (exchanged(side, term, ZERO) for side in (s.lhs, s.rhs))
    zero = tuple((q, "=", ZERO) for q in polynomial(term, evidence) if rational(q) != 0)
    return replace(s, lhs=lhs, rhs=rhs, assumed=(*s.assumed, *zero))


def known_of_all_terms(s: Statement) -> list[Requirement]:
    """What holds where the statement is defined; of the terms of a series, which has some, what does not hold
    its index."""
    told = []
    for r in facts(s):
        names = {part.name for part in r.ranges}
        if all(part.upper is OO for part in r.ranges) and not names & set(free_symbols(r.term)):
            told.append(Requirement(r.term, r.relation))
    return told


def follows(s: Statement, known: Sequence[Requirement], wanted: Requirement) -> bool:
    """The requirement holds wherever the statement is defined and what is known holds."""
    if wanted.bound:
        return False
    number_ = rational(wanted.term)
    if number_ is not None and number_ > 0:
        return True
    told = [*known_of_all_terms(s), *known]
    if any((r.term, r.relation) == (wanted.term, wanted.relation) for r in told):
        return True

    def work(capacity: int) -> bool:
        v = Valuation.of(s, capacity, RULES)
        v.suppose((), told, real=not s.complex_values)
        v.assume(s.assumed)
        return wanted.relation != "nonpole" and v.meets(v.value(wanted.term), wanted.relation)

    try:
        found = in_large_enough_field(work)
    except (CertificateError, DividedByZero, Budget):
        found = False
    return found or holds_everywhere(s, wanted)


# ---- partial sums ---------------------------------------------------------------------------------------
def partial_sum(s: Statement, term: Sum, evidence: PartialSums) -> tuple[Statement, Sum]:
    """The statement with a symbol n for a whole number from the first index on, and the sum up to n."""
    name = evidence.name
    if name in s.domains or name in free_symbols(s.lhs, s.rhs):
        raise CertificateError("the name of the last index is taken")
    least = number(first_index(term)).value
    domains = {**s.domains, name: Domain("integer", least, None, False, False)}
    return replace(s, domains=domains), Sum(term.index, term.lower, Symbol(name), term.body)


def limit_of_partial(becomes: Term, evidence: PartialSums) -> LimitValue:
    """The limit of the partial sums, claimed to be what takes the place of the series."""
    limit = Limit(evidence.name, OO, "", bind(evidence.partial, evidence.name))
    return LimitValue(limit, becomes, evidence.order)


Inductive = Callable[[Statement, str, Sum | Product, Term], tuple[Statement, Statement]]


def check_partial(
    s: Statement, term: Sum, becomes: Term, evidence: PartialSums, check: Check, inductive: Inductive
) -> None:
    """The partial sums are what they are said to be, and have this limit.

    Raises:
        CertificateError: that is not shown.
    """
    if evidence.induction.name != evidence.name:
        raise CertificateError("the induction is about another symbol")
    extended, finite = partial_sum(s, term, evidence)
    base, step = inductive(extended, evidence.name, finite, evidence.partial)
    check(base, evidence.induction.base)
    check(step, evidence.induction.step)
    check_limit(s, limit_of_partial(becomes, evidence))


__all__ = ["check_known", "check_partial", "convergence", "is_series", "known_value"]
