"""Judging a counterexample to a claim with limits: what they are at a point, where the two sides differ."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Counterexample, WithLimits
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.closed_limits import Check, with_limits
from verify_derivations.kernel.claims.specialised import specialised
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import (
    enclosure,
    evaluation_at,
    polynomial_text,
    refuting_witness,
    sides_at,
)
from verify_derivations.model import Enclosure, Witness
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import ONE, Term


def refuting(s: Statement, certificate: WithLimits, check: Check) -> Witness:
    """The witness that the two sides, with their limits, differ at a point.

    Raises:
        CertificateError: they do not, or are not defined there.
    """
    inner = certificate.certificate
    at = at_point(s, dict(inner.point))
    replaced = with_limits(at, certificate.values, check)
    here = Counterexample((), inner.precision, inner.functions)
    shown = tuple((name, str(real)) for name, (real, _) in inner.point if name in s.symbols)
    functions = tuple((f"{name}(t)", polynomial_text(c)) for name, c in inner.functions)
    sides = (replaced.lhs, replaced.rhs)
    evaluation_at(replace(replaced, lhs=ONE, rhs=ONE), here)  # the rest is defined there
    if any(isinstance(side, Infinity) for side in sides):
        if sides[0] is sides[1]:
            raise CertificateError("both sides are the same infinity")
        lhs, rhs = (_side(replaced, side, here) for side in sides)
        return Witness(shown, lhs, rhs, functions=functions)
    return replace(refuting_witness(replaced, here)[0], point=shown)


def _side(s: Statement, side: Term, here: Counterexample) -> Enclosure:
    """The value of a side: an infinity, or a number at a point at which the rest is defined."""
    if isinstance(side, Infinity):
        return Enclosure("oo" if side.sign > 0 else "-oo")
    return enclosure(sides_at(replace(s, lhs=side, rhs=side), here)[0])


def at_point(s: Statement, point: dict[str, tuple[Fraction, Fraction]]) -> Statement:
    """The statement at a real point of its domain.

    Raises:
        CertificateError: the point does not lie there.
    """
    for name in s.symbols:
        if name not in point:
            raise CertificateError(f"the point says nothing about {name}")
        real, imaginary = point[name]
        if name not in s.domains:
            raise CertificateError(f"{name} is no symbol of the statement")
        if imaginary != 0 or real not in s.domains[name]:
            raise CertificateError(f"{name} = {real} lies outside its domain")
    return specialised(s, {name: point[name][0] for name in s.symbols})
