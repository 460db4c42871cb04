"""Checking that an integral, a sum or a product equals the expression that takes its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import (
    Antidifference,
    Argument,
    BinomialSum,
    Combination,
    Cut,
    Improper,
    Induction,
    Integrand,
    Joined,
    KnownIntegral,
    KnownSeries,
    Order,
    PartialSums,
    Primitive,
    Replaced,
    WrittenOut,
)
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import (
    covered,
    holds_everywhere,
)
from verify_derivations.kernel.calculus.finite_sums import check_antidifference, check_binomial
from verify_derivations.kernel.calculus.improper import check_improper
from verify_derivations.kernel.calculus.integrands import check_cut, check_integrand
from verify_derivations.kernel.calculus.known_integrals import check_known_integral
from verify_derivations.kernel.calculus.linear_integrals import check_combination, check_joined
from verify_derivations.kernel.calculus.primitives import primitive_difference, slope_statement
from verify_derivations.kernel.calculus.series import (
    check_known,
    check_partial,
    convergence,
    known_of_all_terms,
)
from verify_derivations.kernel.claims.defined import is_made_index
from verify_derivations.kernel.claims.facts import told
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.cases import between_numbers, settled
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.nodes import (
    ONE,
    ZERO,
    Add,
    Binder,
    Integral,
    Mul,
    Number,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Check = Callable[[Statement, Argument], object]

LONGEST_BASE = 64
"""The base of an induction is written out for at most so many terms."""


def check_replacement(s: Statement, argument: Replaced, check: Check) -> None:
    """The term equals what takes its place, wherever the statement is defined.

    Raises:
        CertificateError: that is not shown.
    """
    term, becomes, evidence = argument.term, argument.becomes, argument.evidence
    if term.loose:
        raise CertificateError("the term stands under an index")
    if any(is_made_index(name) for name in becomes.names):
        raise CertificateError("what takes the place of a term brings in an index")
    if isinstance(term, Binder):
        s = told(s, term)
    kind, own = OWN_CHECKS.get(type(evidence), (Binder, None))
    if own is not None and isinstance(term, kind):
        own(s, term, becomes, evidence, check)
        return
    if not covered(s, becomes):
        raise CertificateError("what takes the place of a term is not defined everywhere")
    match evidence, term:
        case Primitive(), Integral():
            if becomes is not primitive_difference(evidence, term):
                raise CertificateError("not the difference of the primitive at the bounds")
            check(slope_statement(s, evidence, term), evidence.slope)
        case WrittenOut(), Sum() | Product():
            if becomes is not written_out(term):
                raise CertificateError("not the terms of the sum")
        case Induction(), Sum() | Product():
            base, step = induction_statements(s, evidence.name, term, becomes)
            check(base, evidence.base)
            check(step, evidence.step)
        case PartialSums(), Sum():
            check_partial(s, term, becomes, evidence, check, induction_statements)
        case _:
            raise CertificateError("no such evidence for such a term")


OWN_CHECKS: dict[type, tuple[type[Binder], Callable[..., None]]] = {
    KnownSeries: (Sum, check_known),
    Antidifference: (Sum, check_antidifference),
    BinomialSum: (Sum, check_binomial),
    KnownIntegral: (Integral, check_known_integral),
    Improper: (Integral, check_improper),
    Combination: (Integral, check_combination),
    Joined: (Integral, check_joined),
    Integrand: (Integral, check_integrand),
    Cut: (Integral, check_cut),
}
"""What each kind of evidence is about, and what checks it; the others are looked at above."""


def replaced(s: Statement, argument: Replaced) -> Statement:
    """The statement with the term replaced on both sides; what was in the term is defined, and a series
    converges."""
    lhs, rhs = (exchanged(side, argument.term, argument.becomes) for side in (s.lhs, s.rhs))
    if isinstance(argument.term, Binder):
        s = told(s, argument.term)
    own: tuple[Requirement, ...] = ()
    if isinstance(argument.evidence, KnownSeries):
        own = (*known_of_all_terms(s), *convergence(argument.evidence))
    return replace(s, lhs=lhs, rhs=rhs, required=(*s.required, *own))


def brought(argument: Argument | Order) -> tuple[Requirement, ...]:
    """What is known of the points at which the series that an argument replaces converge."""
    found: list[Requirement] = []
    while isinstance(argument, Replaced):
        if isinstance(argument.evidence, KnownSeries):
            found += convergence(argument.evidence)
        argument = argument.argument
    return tuple(found)


# ---- sums with bounds that are numbers ---------------------------------------------------------------
def written_out(term: Binder) -> Term:
    """The terms of a sum, or the factors of a product, with whole numbers as bounds."""
    first, last = rational(term.lower), rational(term.upper)
    if first is None or last is None or first.denominator != 1 or last.denominator != 1:
        raise CertificateError("the bounds are not whole numbers")
    return terms_from(term, int(first), int(last - first) + 1)


def terms_from(term: Binder, first: int, count: int) -> Term:
    """So many terms of a sum, or factors of a product, one by one."""
    if count > LONGEST_BASE:
        raise CertificateError("the sum is too long to be written out")
    instances = (instantiate_bound(term.body, Number(first + k)) for k in range(count))
    terms = [settled(instance, between_numbers) for instance in instances]
    kind, nothing = (Add, ZERO) if isinstance(term, Sum) else (Mul, ONE)
    return nothing if not terms else terms[0] if count == 1 else kind(terms)


# ---- induction ---------------------------------------------------------------------------------------
def induction_statements(
    s: Statement, name: str, term: Sum | Product, becomes: Term
) -> tuple[Statement, Statement]:
    """The claim at the least value of the symbol, and the step from each value to the next."""
    n, least = Symbol(name), least_value(s, name)
    first, count = least_range(term, name, least)
    kind = Add if isinstance(term, Sum) else Mul
    at_least = substitute(becomes, {name: Number(least)})
    following = substitute(becomes, {name: Add((n, ONE))})
    next_term = instantiate_bound(term.body, Add((term.upper, ONE)))
    fixed = tuple(r for r in s.required if not r.bound and name not in free_symbols(r.term))
    common = replace(s, differentiated=(), required=fixed, assumed=())
    base = _defined(replace(common, lhs=terms_from(term, first, count), rhs=at_least))
    step = _defined(replace(common, lhs=kind((becomes, next_term)), rhs=following))
    return base, step


def least_value(s: Statement, name: str) -> int:
    """The least value of a symbol that runs through all whole numbers from there on."""
    domain = s.domains.get(name)
    if (
        domain is None
        or domain.field != "integer"
        or domain.lower is None
        or domain.upper is not None
        or domain.nonzero
    ):
        raise CertificateError(f"{name} does not run through the whole numbers from a least one")
    return domain.lower.__ceil__() + (1 if domain.lower_open and domain.lower.denominator == 1 else 0)


def least_range(term: Sum | Product, name: str, least: int) -> tuple[int, int]:
    """Where a sum up to n plus a number begins, and how many terms it has at the least n."""
    shift, first = rational(Add((term.upper, Mul((Number(-1), Symbol(name)))))), rational(term.lower)
    shift = _offset(term.upper, name) if shift is None else shift
    if shift is None or first is None or shift.denominator != 1 or first.denominator != 1:
        raise CertificateError("the bounds are not a whole number and n plus a whole number")
    count = int(least + shift - first) + 1
    if count < 0 or name in free_symbols(term.body):
        raise CertificateError("the least sum ends before its first term, or its terms hold the symbol")
    return int(first), count


def _offset(upper: Term, name: str) -> Fraction | None:
    """c where the term is name + c."""
    match upper:
        case Symbol(own) if own == name:
            return Fraction(0)
        case Add(terms) if any(t is Symbol(name) for t in terms):
            rest = [rational(t) for t in terms if t is not Symbol(name)]
            known = [r for r in rest if r is not None]
            return sum(known, Fraction(0)) if len(known) == len(terms) - 1 else None
    return None


def _defined(s: Statement) -> Statement:
    """The statement, which must be defined wherever the requirements that it brings along hold."""
    if any(isinstance(t, (Sum, Product, Integral, Piecewise)) for t in subterms(s.lhs, s.rhs)):
        raise CertificateError("a sum, or an expression by cases, is left in a step of the induction")
    known = {(r.term, r.relation) for r in s.required}
    for requirement in requirements((s.lhs, s.rhs)):
        if (requirement.term, requirement.relation) not in known and not holds_everywhere(s, requirement):
            raise CertificateError("a step of the induction is not defined everywhere")
    return s
