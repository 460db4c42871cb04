"""Two points and a weight at which an arc lies on the wrong side of its chord, near a wrong curvature."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Bent, Counterexample, Point
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import fails
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import Outside, sides_at
from verify_derivations.kernel.proofs.curvature import curvature_statement
from verify_derivations.refute.sampling import search
from verify_derivations.term.evaluation.patience import until

TRIES = 200
STEPS = tuple(Fraction(1, 4**k) for k in range(9))
PRECISIONS = (64, 256)


def refute_curvature(s: Statement, chords: Sequence[Bent], deadline: float) -> Counterexample | None:
    """From a point at which the second derivative has the wrong sign to two points around it.

    Args:
        s: the statement about an arc and its chord.
        chords: what function it may be about.
        deadline: a time of `time.perf_counter`.
    """
    for bent in chords:
        try:
            found = search(curvature_statement(s, bent), deadline, enough=TRIES, tries=TRIES)
        except (CertificateError, TermError):
            continue
        if found.counterexample is not None:
            around = _around(s, bent, found.counterexample, deadline)
            if around is not None:
                return around
    return None


def _around(s: Statement, bent: Bent, at: Counterexample, deadline: float) -> Counterexample | None:
    values = dict(at.point)
    middle = values[bent.first][0]
    domain = s.domains[bent.first]
    for step in STEPS:
        if middle - step not in domain or middle + step not in domain:
            continue
        put = {bent.first: middle - step, bent.second: middle + step, bent.weight: Fraction(1, 2)}
        point: Point = tuple(
            (name, (put[name], Fraction(0)) if name in put else values[name]) for name in s.symbols
        )
        for precision in PRECISIONS:
            if time.perf_counter() > deadline:
                return None
            there = replace(at, point=point, precision=precision)
            with until(deadline):
                if _refutes(s, there):
                    return there
    return None


def _refutes(s: Statement, there: Counterexample) -> bool:
    try:
        return fails(s, *sides_at(s, there))
    except (Outside, CertificateError, TermError, ArithmeticError):
        return False


__all__ = ["refute_curvature"]
