"""Proofs that put something simpler in the place of an integral, a sum or a product."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from verify_derivations.certificate import (
    Argument,
    Evidence,
    Improper,
    Induction,
    LimitValue,
    Point,
    Primitive,
    Replaced,
    Rewriting,
    WrittenOut,
)
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget, DividedByZero
from verify_derivations.kernel.calculus.asymptotics import Imprecise
from verify_derivations.kernel.calculus.improper import (
    end_limit,
    improper_difference,
    on_unit_way,
    open_slope,
)
from verify_derivations.kernel.calculus.limits import computed, directions
from verify_derivations.kernel.calculus.primitives import primitive_difference, slope_statement
from verify_derivations.kernel.calculus.replacements import induction_statements, replaced, written_out
from verify_derivations.kernel.calculus.series import is_series
from verify_derivations.kernel.claims.facts import told
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.prove.finite_sums import finite_sums
from verify_derivations.prove.integrands import by_integrand
from verify_derivations.prove.known_integrals import known_integrals
from verify_derivations.prove.limits import ORDERS, real_form
from verify_derivations.prove.primitives import primitives
from verify_derivations.prove.series import series_values
from verify_derivations.term.syntax.build import add, div, mul, rational, sub
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Add, Binder, Integral, Mul, Product, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols, subterms, walk

Prove = Callable[[Statement, float, Point], Argument | None]


def by_replacing(s: Statement, deadline: float, seen: Point, prove: Prove) -> Argument | None:
    """Replace the first integral, sum or product that can be; prove what is left."""
    for term in _closed_binders(s):
        for becomes, evidence in _replacements(told(s, term), term, deadline, seen, prove):
            argument = Replaced(term, becomes, evidence, Rewriting())
            inner = prove(replaced(s, argument), deadline, seen)
            if inner is not None:
                return Replaced(term, becomes, evidence, inner)
    return None


def by_tables(s: Statement, deadline: float, seen: Point, prove: Prove) -> Argument | None:
    """Replace the first integral that is one of the table; prove what is left."""
    for term in _closed_binders(s):
        if not isinstance(term, Integral):
            continue
        for becomes, evidence in known_integrals(told(s, term), term, deadline, seen, prove, symbolic=True):
            inner = prove(replaced(s, Replaced(term, becomes, evidence, Rewriting())), deadline, seen)
            if inner is not None:
                return Replaced(term, becomes, evidence, inner)
    return None


def _closed_binders(s: Statement) -> list[Binder]:
    """The integrals, sums and products that stand in no other, each once."""
    found: dict[Binder, None] = {}
    for side in (s.lhs, s.rhs):
        for term, depth in walk(side):
            if isinstance(term, Sum | Product | Integral) and depth == 0:
                found.setdefault(term)
    return list(found)


def _replacements(
    s: Statement, term: Binder, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Evidence]]:
    if isinstance(term, Integral):
        yield from by_integrand(s, term, deadline, seen, prove, _replacements)
        if not any(isinstance(bound, Infinity) for bound in (term.lower, term.upper)):
            yield from _integrals(s, term, deadline, seen, prove)
        yield from _improper(s, term, deadline, seen, prove)
        yield from known_integrals(s, term, deadline, seen, prove)
        return
    if isinstance(term, Sum) and is_series(term):
        yield from series_values(s, term, deadline, seen, prove)
        return
    try:
        yield written_out(term), WrittenOut()
    except CertificateError:
        if isinstance(term, Sum | Product):
            yield from _inductions(s, term, deadline, seen, prove)
        if isinstance(term, Sum):
            yield from finite_sums(s, term, deadline, seen, prove)


def _inductions(
    s: Statement, term: Sum | Product, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Induction]]:
    """A sum is what the claim, solved for it, says, by induction."""
    for side, rhs in ((s.lhs, s.rhs), (s.rhs, s.lhs)):
        other = _solved(side, term, rhs)
        if other is None or any(isinstance(t, Binder) for t, _ in walk(other)):
            continue
        for name in free_symbols(term.upper):
            try:
                base, step = induction_statements(s, name, term, other)
            except CertificateError:
                continue
            first, second = prove(base, deadline, seen), prove(step, deadline, seen)
            if first is not None and second is not None:
                yield other, Induction(name, first, second)


def _solved(side: Term, term: Term, value: Term) -> Term | None:
    """What the term is where the side has the value; None if it does not stand there once, as a summand or
    a factor."""
    if side is term:
        return value
    match side:
        case Add(parts) | Mul(parts):
            own = [part for part in parts if term in subterms(part)]
            if len(own) == 1:
                rest = [part for part in parts if part is not own[0]]
                if isinstance(side, Add):
                    return _solved(own[0], term, sub(value, add(*rest)))
                return _solved(own[0], term, div(value, mul(*rest)))
    return None


def _integrals(
    s: Statement, term: Integral, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Primitive]]:
    """An antiderivative that SymPy suggests; it is checked by differentiation."""
    name = f"{term.index}_" + "".join(free_symbols(term))
    for function in primitives(instantiate_bound(term.body, Symbol(name)), name, s.domains):
        for scaled in (False, True):
            evidence = Primitive(name, function, Rewriting(), scaled)
            try:
                slope = prove(slope_statement(s, evidence, term), deadline, seen)
            except (CertificateError, TermError):
                continue
            if slope is not None:
                evidence = Primitive(name, function, slope, scaled)
                yield primitive_difference(evidence, term), evidence
                return


def _improper(
    s: Statement, term: Integral, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Improper]]:
    """An antiderivative with its limits at the ends that need one."""
    name = f"{term.index}_" + "".join(free_symbols(term))
    for function in primitives(instantiate_bound(term.body, Symbol(name)), name, s.domains):
        yield from _improper_by(s, term, name, function, deadline, seen, prove)


def _improper_by(
    s: Statement, term: Integral, name: str, function: Term, deadline: float, seen: Point, prove: Prove
) -> Iterator[tuple[Term, Improper]]:
    for scaled, singular in product((False, True) if _may_be_scaled(term) else (False,), SINGULAR):
        try:
            bare = Improper(name, function, Rewriting(), None, None, scaled)
            plain, own = on_unit_way(bare, term)
            lower = _limit_at(s, plain, own.lower, "+", singular[0], deadline)
            upper = _limit_at(s, plain, own.upper, "-", singular[1], deadline)
            evidence = replace(bare, lower=lower, upper=upper)
            slope = prove(open_slope(s, evidence, term), deadline, seen)
            if slope is not None:
                evidence = replace(evidence, slope=slope)
                yield improper_difference(evidence, term), evidence
        except (CertificateError, TermError, Budget, DividedByZero, ArithmeticError):
            continue


def _may_be_scaled(term: Integral) -> bool:
    """Its bounds are finite and not two numbers in their order."""
    if isinstance(term.lower, Infinity) or isinstance(term.upper, Infinity):
        return False
    lower, upper = rational(term.lower), rational(term.upper)
    return lower is None or upper is None or upper < lower


SINGULAR = ((True, False), (False, True), (True, True))
"""At which ends a limit is needed."""


def _limit_at(
    s: Statement, evidence: Improper, bound: Term, direction: str, singular: bool, deadline: float
) -> LimitValue | None:
    """The limit of the primitive at an end; None where its value there will do."""
    if not singular and not isinstance(bound, Infinity):
        return None
    limit = end_limit(evidence, bound, direction)
    for order in ORDERS:
        try:
            [side] = directions(limit)
            return LimitValue(limit, real_form(computed(s, limit, side, order, deadline)), order)
        except Imprecise:
            continue
    raise CertificateError("the limit is not known")
