"""Derivatives of integrals: where Leibniz's rule holds.

    d/dx of the integral of f(x, t) for t from a(x) to b(x)
        = f(x, b)*b' - f(x, a)*a' + the integral of df/dx,

if f and df/dx are continuous on a neighbourhood of all points (x, t) with t between a(x) and b(x). The
derivative may exist elsewhere, too, with another value: nothing is said of a statement before that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.calculus.continuity import holds_given, require_continuous
from verify_derivations.kernel.calculus.ways import way
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.differentiate import under_the_integral
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Family, Integral, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import subterms

PIECES = 16
"""A way is cut into so many pieces, on each of which a requirement has to hold."""

MOST_HALVINGS = 64
"""So many times a piece is halved."""


def differentiated_integrals(s: Statement) -> Iterator[Integral]:
    """The integrals that were differentiated by the rule: they stand by themselves among what was.

    Raises:
        CertificateError: one stands under an index, or the numbers are complex.
    """
    for term in s.differentiated:
        if isinstance(term, Family) and any(isinstance(t, Integral) for t in subterms(term)):
            raise CertificateError("the derivative of an integral stands under an index")
        if isinstance(term, Integral) and not any(isinstance(b, Infinity) for b in (term.lower, term.upper)):
            if s.complex_values:
                raise CertificateError("an integral is differentiated over the real numbers only")
            yield term


def require_smooth_ways(s: Statement) -> None:
    """At every point of the domain each integrand that was differentiated is smooth on the whole way.

    Raises:
        CertificateError: that is not shown.
    """
    for term in differentiated_integrals(s):
        name, body = _opened(term)
        if name in s.domains:
            raise CertificateError("the name of the variable is taken")
        domains = {**s.domains, name: way(s, term.lower, term.upper)}
        along = replace(s, lhs=body, rhs=body, domains=domains, differentiated=(), required=())
        for part in subterms(body):
            require_continuous(along, part, smooth=True)
        if not all(holds_given(along, r) for r in _needed(body)):
            raise CertificateError("an integrand may not be smooth on the whole way")


def has_smooth_ways(s: Statement) -> bool:
    """Whether that can be shown.

    >>> from verify_derivations.model import Claim
    >>> from verify_derivations.kernel.claims.statement import statement
    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> slope = parse_plain("diff(integrate(log(t), (t, 1, x)), x)")
    >>> has_smooth_ways(statement(Claim(slope, "=", slope)))
    False
    """
    try:
        require_smooth_ways(s)
    except CertificateError:
        return False
    return True


def require_smooth_ways_at(s: Statement, evaluation: Evaluation) -> None:
    """At the point of an evaluation each of these integrands is smooth on the whole way, its ends included.

    Raises:
        CertificateError: that is not shown.
    """
    for term in differentiated_integrals(s):
        name, body = _opened(term)
        try:
            a, b = evaluation.value(term.lower), evaluation.value(term.upper)
            if not all(_holds_on(evaluation, r, name, a, b) for r in _needed(body)):
                raise CertificateError("an integrand may not be smooth on the whole way at the point")
        except (Undefined, TermError):
            raise CertificateError("the bounds of an integral have no value at the point") from None


def _opened(term: Integral) -> tuple[str, Term]:
    """A name for the variable that no author can use, and the integrand."""
    name = f"{term.index}@way"
    return name, instantiate_bound(term.body, Symbol(name))


def _needed(body: Term) -> list[Requirement]:
    """What makes the integrand smooth; a power whose exponent is no number is so where its base is positive.

    Raises:
        CertificateError: something that is not looked into occurs in it.
    """
    if not under_the_integral(body):
        raise CertificateError("an integrand that was differentiated is not looked into")
    found = requirements((), (body,))
    general = (t for t in subterms(body) if isinstance(t, Pow) and not isinstance(t.exponent, Number))
    found += [Requirement(t.base, "> 0") for t in general]
    # what is positive is none of 0, -1, -2, ...
    return [replace(r, relation="> 0") if r.relation == "nonpole" else r for r in found]


def _holds_on(evaluation: Evaluation, r: Requirement, name: str, a: Ball, b: Ball) -> bool:
    """The requirement holds at all points between the two ends, these included."""
    ends = [a + (b - a) * k / PIECES for k in range(PIECES + 1)]
    todo, halvings = list(pairwise(ends)), 0
    while todo:
        left, right = todo.pop()
        try:
            value = Evaluation(
                {**evaluation.point, name: left.union(right)}, evaluation.entries, evaluation.functions
            ).value(r.term)
            if {"> 0": value > 0, ">= 0": value >= 0, "!= 0": not value.contains(0)}[r.relation]:
                continue
        except Undefined:
            pass
        halvings += 1
        if halvings > MOST_HALVINGS:
            return False
        middle = (left + right) / 2
        todo += [(left, middle), (middle, right)]
    return True


__all__ = ["differentiated_integrals", "has_smooth_ways", "require_smooth_ways", "require_smooth_ways_at"]
