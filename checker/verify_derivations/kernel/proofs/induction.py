"""Induction over a whole statement: it holds at the least value of a symbol, and is carried on from there."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import holds_everywhere, surely_real
from verify_derivations.kernel.calculus.replacements import least_range, least_value, terms_from
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.relations import ORDERS, larger_and_smaller
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    Add,
    Antiderivative,
    Binder,
    Mul,
    Number,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Ranges = dict[Sum, tuple[int, int]]
"""Where each sum begins, and how many terms it has at the least value."""


def inducted(s: Statement, name: str) -> tuple[Statement, Statement]:
    """The statement at the least value of a symbol, and: both sides grow by the same from n to n + 1.

    Every sum runs from a number up to n + c, and its terms do not hold n, so it grows by its next term.
    Whether both sides are defined must not depend on n: where they are not, nothing is carried on.

    Raises:
        CertificateError: the statement is none of this kind.
    """
    if s.relation != "=" or s.arrays or s.indices or s.assumed or s.differentiated or s.complex_values:
        raise CertificateError("not a plain equation of real numbers")
    least = least_value(s, name)
    ranges = {term: least_range(term, name, least) for term in _sums(s)}
    if not ranges:
        raise CertificateError("there is no sum")
    common = _whatever_the_symbol(s, name, ranges)
    base = replace(
        common, lhs=_at_least(s.lhs, ranges, name, least), rhs=_at_least(s.rhs, ranges, name, least)
    )
    step = replace(common, lhs=_growth(s.lhs, ranges, name), rhs=_growth(s.rhs, ranges, name))
    for part in (base, step):
        _require_parts(s, common, part)
    return base, step


def carried(s: Statement, name: str, factor: Term) -> tuple[Statement, Statement]:
    """An inequality at the least value of a symbol, and: at n + 1 the larger side exceeds the other one by at
    least a positive multiple of what it exceeds it by at n.

    Raises:
        CertificateError: the statement is none of this kind, or the factor may not be positive.
    """
    s = _narrowed(s, name)
    if s.relation not in ORDERS or s.arrays or s.indices or s.differentiated or s.complex_values:
        raise CertificateError("not a plain inequality between real numbers")
    if any(name in free_symbols(left, right) for left, _, right in s.assumed):
        raise CertificateError("something else is assumed of the symbol")
    least = least_value(s, name)
    ranges = {term: least_range(term, name, least) for term in _sums(s)}
    common = _whatever_the_symbol(s, name, ranges)
    _require_defined(common, [*requirements((factor,)), Requirement(factor, "> 0")])
    if not surely_real(s, factor):
        raise CertificateError("the factor may not be a real number")
    lhs, rhs = (_at_least(side, ranges, name, least) for side in (s.lhs, s.rhs))
    larger, smaller = larger_and_smaller(s)
    before = minus(larger, smaller)
    after = minus(_after(larger, ranges, name), _after(smaller, ranges, name))
    base = replace(common, lhs=lhs, rhs=rhs)
    step = replace(common, relation=">=", lhs=after, rhs=Mul((factor, before)))
    for part in (base, step):
        _require_parts(s, common, part)
    return base, step


def _narrowed(s: Statement, name: str) -> Statement:
    """The statement with what compares the symbol with a number in its domain, not among the hypotheses."""
    domains, others = dict(s.domains), []
    for left, relation, right in s.assumed:
        found = narrowed(domains, left, relation, right) if name in domains else None
        if found is None or name not in found:
            others.append((left, relation, right))
        else:
            domains.update(found)
    return replace(s, domains=domains, assumed=tuple(others)) if len(others) < len(s.assumed) else s


def _whatever_the_symbol(s: Statement, name: str, ranges: Ranges) -> Statement:
    """The statement with what it requires apart from the symbol; the rest has to hold everywhere.

    Raises:
        CertificateError: it may not.
    """
    common = replace(s, required=_without_the_symbol(s, name, all(count > 0 for _, count in ranges.values())))
    _require_defined(common, s.required)
    return common


def _require_parts(s: Statement, common: Statement, part: Statement) -> None:
    _require_defined(common, requirements((part.lhs, part.rhs)))
    if not surely_real(s, part.lhs, part.rhs):
        raise CertificateError("a part of the induction may not be a real number")


def _sums(s: Statement) -> list[Sum]:
    """The sums of a statement, which has nothing else under an index and no sum in a sum."""
    found: dict[Sum, None] = {}
    for term in subterms(s.lhs, s.rhs):
        if isinstance(term, Piecewise | Antiderivative):
            raise CertificateError("an expression by cases, or an integral without bounds")
        if not isinstance(term, Binder):
            continue
        if not isinstance(term, Sum) or any(isinstance(t, Binder) for t in subterms(term.body)):
            raise CertificateError("something else than sums, or a sum in a sum")
        found[term] = None
    return list(found)


def _without_the_symbol(s: Statement, name: str, have_terms: bool) -> tuple[Requirement, ...]:
    """What is required whatever the value of the symbol; of the terms of a sum, if there always are some."""
    found: dict[tuple[Term, str], Requirement] = {}
    for r in s.required:
        indices = {name, *(each.name for each in r.ranges)}
        if not indices & set(free_symbols(r.term)) and (have_terms or not r.bound):
            found.setdefault((r.term, r.relation), replace(r, ranges=()))
    return tuple(found.values())


def _require_defined(s: Statement, required: list[Requirement] | tuple[Requirement, ...]) -> None:
    """Each requirement is one of the statement, or holds at all points, for all values of its indices."""
    known = {(r.term, r.relation) for r in s.required}
    for r in required:
        if (r.term, r.relation) in known:
            continue
        domains = dict(s.domains)
        for index in r.ranges:
            lower = rational(index.lower)
            if lower is None or not index.whole:
                raise CertificateError("a range that does not begin at a number")
            domains[index.name] = Domain("integer", lower, None, False, False)
        if not holds_everywhere(replace(s, domains=domains), replace(r, ranges=())):
            raise CertificateError("whether the statement is defined may depend on the symbol")


def _at_least(side: Term, ranges: Ranges, name: str, least: int) -> Term:
    """The side at the least value, its sums written out."""
    for term, (first, count) in ranges.items():
        side = exchanged(side, term, terms_from(term, first, count))
    return substitute(side, {name: Number(least)})


def _growth(side: Term, ranges: Ranges, name: str) -> Term:
    """What the side gains from n to n + 1."""
    return Add((_after(side, ranges, name), Mul((MINUS_ONE, side))))


def _after(side: Term, ranges: Ranges, name: str) -> Term:
    """The side at n + 1: each sum there is the one of n and its next term."""
    places = {term: Symbol(f"sum@{k}") for k, term in enumerate(ranges)}
    after = side
    for term, place in places.items():
        after = exchanged(after, term, place)
    after = substitute(after, {name: Add((Symbol(name), ONE))})
    for term, place in places.items():
        following = instantiate_bound(term.body, Add((term.upper, ONE)))
        after = substitute(after, {place.name: Add((term, following))})
    return after


__all__ = ["carried", "inducted"]
