"""Checking that an improper integral is the difference of the limits of a primitive at its ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Argument, Improper, LimitValue
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import (
    covered,
    holds_given,
    require_connected_and_continuous,
)
from verify_derivations.kernel.calculus.limits import check_limit
from verify_derivations.kernel.calculus.ways import way
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity, Limit
from verify_derivations.term.syntax.nodes import ONE, ZERO, Add, Integral, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols

Check = Callable[[Statement, Argument], object]


def on_unit_way(evidence: Improper, term: Integral) -> tuple[Improper, Integral]:
    """The same with the way from 0 to 1, where the evidence says that it is scaled.

    Raises:
        CertificateError: a way to infinity cannot be scaled.
    """
    if not evidence.scaled:
        return evidence, term
    if isinstance(term.lower, Infinity) or isinstance(term.upper, Infinity):
        raise CertificateError("a way to infinity cannot be scaled")
    name, length = evidence.name, minus(term.upper, term.lower)
    along = Add((term.lower, Mul((length, Symbol(name)))))
    body = bind(Mul((instantiate_bound(term.body, along), length)), name)
    function = substitute(evidence.function, {name: along})
    return replace(evidence, function=function, scaled=False), Integral(name, ZERO, ONE, body)


def end_limit(evidence: Improper, bound: Term, direction: str) -> Limit:
    """The limit of the primitive at an end of the way, from within."""
    direction = "" if isinstance(bound, Infinity) else direction
    return Limit(evidence.name, bound, direction, bind(evidence.function, evidence.name))


def ends(evidence: Improper, term: Integral) -> tuple[Term, Term]:
    """What the primitive is at the lower and at the upper end."""
    evidence, term = on_unit_way(evidence, term)
    return (
        _at_end(evidence, term.lower, evidence.lower, "+"),
        _at_end(evidence, term.upper, evidence.upper, "-"),
    )


def _at_end(evidence: Improper, bound: Term, value: LimitValue | None, direction: str) -> Term:
    if value is None:
        if isinstance(bound, Infinity):
            raise CertificateError("at infinity a limit is needed")
        return substitute(evidence.function, {evidence.name: bound})
    if value.term is not end_limit(evidence, bound, direction):
        raise CertificateError("not the limit of the primitive at that end")
    if isinstance(value.becomes, Infinity):
        raise CertificateError("the integral does not converge")
    return value.becomes


def improper_difference(evidence: Improper, term: Integral) -> Term:
    """The difference of what the primitive is at both ends."""
    lower, upper = ends(evidence, term)
    return Add((upper, Mul((Number(-1), lower))))


def open_way(s: Statement, evidence: Improper, term: Integral) -> Domain:
    """An interval that holds all between the ends: without an end that is improper.

    Raises:
        CertificateError: an improper end is neither a rational number nor an infinity, or they are in the
            wrong order.
    """
    if _from_a_term(evidence, term):
        return way(s, term.lower, term.upper)
    bounds: list[Fraction | None] = []
    for bound, sign in ((term.lower, -1), (term.upper, 1)):
        number = rational(bound)
        if number is None and not (isinstance(bound, Infinity) and bound.sign == sign):
            raise CertificateError("the ends of an improper integral are numbers or infinities")
        bounds.append(number)
    lower, upper = bounds
    if lower is not None and upper is not None and not lower < upper:
        raise CertificateError("the ends of an improper integral are in the wrong order")
    return Domain("real", lower, upper, evidence.lower is not None, evidence.upper is not None)


def _from_a_term(evidence: Improper, term: Integral) -> bool:
    """The way begins at a term at which the integrand has a value, and goes to infinity."""
    if term.upper is OO:
        return evidence.lower is None and not isinstance(term.lower, Infinity)
    return term.lower is MINUS_OO and evidence.upper is None and not isinstance(term.upper, Infinity)


def open_slope(s: Statement, evidence: Improper, term: Integral) -> Statement:
    """F' = f on the way, where F is smooth and f continuous."""
    name = evidence.name
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses):
        raise CertificateError("the name of the variable is taken")
    if evidence.scaled and not holds_given(s, Requirement(minus(term.upper, term.lower), "!= 0")):
        raise CertificateError("the way that is scaled may have no length")
    evidence, term = on_unit_way(evidence, term)
    body = instantiate_bound(term.body, Symbol(name))
    slope = differentiate(evidence.function, Symbol(name))
    sides = replace(
        s,
        lhs=slope,
        rhs=body,
        domains={**s.domains, name: open_way(s, evidence, term)},
        differentiated=(evidence.function,),
        required=(),
        assumed=(),
    )
    given = replace(sides, assumed=s.assumed)
    smooth = replace(given, lhs=evidence.function, rhs=evidence.function)
    require_connected_and_continuous(smooth, smooth=True, along=name)
    require_connected_and_continuous(given, along=name)
    return replace(sides, assumed=s.assumed)


def check_improper(s: Statement, term: Integral, becomes: Term, evidence: Improper, check: Check) -> None:
    """The integral converges at every point of the domain, to what is said.

    Raises:
        CertificateError: that is not shown.
    """
    if becomes is not improper_difference(evidence, term):
        raise CertificateError("not the difference of the primitive at the ends")
    if not covered(s, becomes):
        raise CertificateError("what takes the place of a term is not defined everywhere")
    check(open_slope(s, evidence, term), evidence.slope)
    for value in (evidence.lower, evidence.upper):
        if value is not None:
            check_limit(s, value, sequences=False)


__all__ = ["check_improper", "end_limit", "improper_difference", "on_unit_way", "open_slope"]
