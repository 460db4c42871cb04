"""From points at which an inequality holds, downhill to one at which it may not."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from flint import arb

from verify_derivations.certificate import Counterexample, Point
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import fails
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import sides_at
from verify_derivations.refute.sampling import Finding
from verify_derivations.term.evaluation.patience import until

ROUNDS = 16
STARTS = 4
STEPS = tuple(Fraction(text) for text in "1 1/2 1/8 1/64 1/512 -1 -1/2 -1/8 -1/64 -1/512".split())
FACTORS = tuple(Fraction(text) for text in "2 1/2 9/10 10".split())


def descend(s: Statement, starts: Sequence[Counterexample], deadline: float) -> Finding:
    """Move one symbol at a time so that the larger side becomes smaller; a counterexample, or nothing.

    Args:
        s: a statement with an order for its relation.
        starts: points at which it holds.
        deadline: a time of `time.perf_counter`.
    """
    with until(deadline):
        return _descended(s, starts, deadline)


def _descended(s: Statement, starts: Sequence[Counterexample], deadline: float) -> Finding:
    for start in starts[:STARTS]:
        at, room = start, _room(s, start)
        for _ in range(ROUNDS):
            if room is None or time.perf_counter() > deadline:
                break
            better = None
            for candidate in _neighbours(s, at):
                now = _room(s, candidate)
                if now is not None and _surely_fails(s, candidate):
                    return Finding(_simplified(s, candidate))
                if now is not None and now < room:
                    better, room = candidate, now
            if better is None:
                break
            at = better
    return Finding()


def _neighbours(s: Statement, at: Counterexample) -> Iterator[Counterexample]:
    """Points that differ in one symbol."""
    for k, (name, (real, imaginary)) in enumerate(at.point):
        domain = s.domains[name]
        moved = [real + step for step in STEPS] + [real * factor for factor in FACTORS]
        moved += [(real + end) / 2 for end in (domain.lower, domain.upper) if end is not None]
        for value in moved:
            value = value.limit_denominator(10**4)
            if value in domain and value != real:
                point: Point = (*at.point[:k], (name, (value, imaginary)), *at.point[k + 1 :])
                yield replace(at, point=point)


def _simplified(s: Statement, at: Counterexample) -> Counterexample:
    """The point with simpler numbers, as far as it still is a counterexample."""
    for k, (name, (real, imaginary)) in enumerate(at.point):
        for most in (1, 2, 4, 10, 100, 1000):
            value = real.limit_denominator(most)
            simpler = replace(at, point=(*at.point[:k], (name, (value, imaginary)), *at.point[k + 1 :]))
            if value in s.domains[name] and _surely_fails(s, simpler):
                at = simpler
                break
    return at


def _room(s: Statement, at: Counterexample) -> Any:
    """How far the sides are from the wrong order, roughly; None where they have no value."""
    try:
        lhs, rhs = sides_at(s, at)
    except (CertificateError, TermError, ArithmeticError):
        return None
    difference = (rhs - lhs if s.relation[0] == "<" else lhs - rhs) if type(lhs - rhs) is arb else None
    return None if difference is None else difference.mid()


def _surely_fails(s: Statement, at: Counterexample) -> bool:
    try:
        return fails(s, *sides_at(s, at))
    except (CertificateError, TermError, ArithmeticError):
        return False


__all__ = ["descend"]
