"""Convexity: a function between two of its points lies below the chord if its second derivative is nowhere
negative."""

from __future__ import annotations

from verify_derivations.certificate import Bent
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.relations import ORDERS
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.lines import (
    FLIP,
    alone,
    interior_of,
    interval_of,
    require_line,
    slope_of,
)
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, Add, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols


def between(weight: str, first: Term, second: Term) -> Term:
    """`t*a + (1 - t)*b`: the point, or the height of the chord, between two."""
    t = Symbol(weight)
    return Add((Mul((t, first)), Mul((Add((ONE, Mul((MINUS_ONE, t)))), second))))


def arc_and_chord(function: Term, first: str, second: str, weight: str) -> tuple[Term, Term]:
    """The value of the function between two points, and the height of its chord there.

    Args:
        function: a term in the symbol `first`.
        first: the symbol of one point.
        second: that of the other one.
        weight: the symbol of how much of the first point is taken.
    """
    place = between(weight, Symbol(first), Symbol(second))
    there = substitute(function, {first: Symbol(second)})
    return substitute(function, {first: place}), between(weight, function, there)


def curvature_statement(s: Statement, argument: Bent) -> Statement:
    """The second derivative has the sign on the whole interval: so no arc lies above its chord.

    The function is continuous on the interval, and has two continuous derivatives within. So its first
    derivative does not fall (it rises, where the sign is strict but for finitely many places), and by the
    mean value theorem on both parts of the way it lies below the chord.

    Raises:
        CertificateError: the sides are not arc and chord of one function, or it is not smooth.
    """
    first, second, weight = argument.first, argument.second, argument.weight
    function = argument.function
    if s.relation not in ORDERS or len({first, second, weight}) != 3:
        raise CertificateError("a curvature says something about an order only")
    if {second, weight} & set(free_symbols(function)):
        raise CertificateError("the function holds more than its own symbol")
    domain = interval_of(s, first)
    if s.domains.get(second) != domain:
        raise CertificateError("the two points lie in different domains")
    strict = s.relation in ("<", ">")
    _require_weight(s.domains.get(weight), strict)
    kept = _kept(s, first, second, weight, strict)
    arc, chord = arc_and_chord(function, first, second, weight)
    if (s.lhs, s.rhs) == (arc, chord):
        relation = FLIP[s.relation]
    elif (s.lhs, s.rhs) == (chord, arc):
        relation = s.relation
    else:
        raise CertificateError("the sides are not arc and chord of one function")
    by_itself = alone(s, function, first, {second, weight}, kept)
    within = interior_of(domain)
    require_line(by_itself, function, first, domain, within)
    slope = differentiate(function, Symbol(first))
    require_line(alone(by_itself, slope, first, set(), kept), slope, first, within, within)
    apart = tuple((Symbol(first), "!=", Number(value)) for value in argument.apart)
    return slope_of(by_itself, slope, first, within, relation, (*kept, *apart))


def _require_weight(domain: Domain | None, strict: bool) -> None:
    """It runs through numbers from 0 to 1; between them, for a strict claim."""
    if domain is None or domain.field != "real" or domain.lower is None or domain.upper is None:
        raise CertificateError("the weight does not run from 0 to 1")
    if domain.lower < 0 or domain.upper > 1:
        raise CertificateError("the weight does not run from 0 to 1")
    ends = (domain.lower == 0 and not domain.lower_open) or (domain.upper == 1 and not domain.upper_open)
    if strict and ends:
        raise CertificateError("at the ends an arc and its chord meet")


def _kept(
    s: Statement, first: str, second: str, weight: str, strict: bool
) -> tuple[tuple[Term, str, Term], ...]:
    """The hypotheses about other symbols.

    Raises:
        CertificateError: something else is assumed about the points, or, for a strict claim, they may be one.
    """
    kept, different = [], False
    for a, relation, b in s.assumed:
        if {a, b} == {Symbol(first), Symbol(second)} and relation in ("<", ">", "!="):
            different = True
        elif {first, second, weight} & set(free_symbols(a, b)):
            raise CertificateError("something else is assumed about the two points")
        else:
            kept.append((a, relation, b))
    if strict and not different:
        raise CertificateError("the two points may be one")
    return tuple(kept)


__all__ = ["arc_and_chord", "curvature_statement"]
