"""Search for a point of the domain at which the two sides are defined and certainly differ."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from flint import arb

from verify_derivations.certificate import Counterexample, Point
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.statement import Statement
from verify_derivations.kernel.witness import sides_at
from verify_derivations.refute.instances import instances
from verify_derivations.refute.points import fitted, grid, interpretation, points
from verify_derivations.term.nodes import Integral, Number, Pow, subterms
from verify_derivations.term.unknown import unknown_functions

PRECISIONS = (64, 256, 1024)
FINER_PRECISIONS = (64, 512, 4096, 16384)


@dataclass(frozen=True)
class Finding:
    """What sampling saw: a counterexample, or how many points agree and to how many digits."""

    counterexample: Counterexample | None = None
    agreeing: tuple[Counterexample, ...] = ()
    digits: int = 0


def search(
    s: Statement, deadline: float, *, enough: int = 4, tries: int = 24, finer: bool = False
) -> Finding:
    """Try points until the sides differ at one, or `enough` of them agree.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
        enough: how many agreeing points end the search.
        tries: how many points are tried at most.
        finer: go to very high precision, for sides that differ by very little.
    """
    agreeing: list[Counterexample] = []
    functions = unknown_functions(s.lhs, s.rhs, *s.differentiated)
    digits = 0
    precisions: tuple[int, ...] = FINER_PRECISIONS if finer else PRECISIONS
    if any(isinstance(t, Integral) for t in subterms(s.lhs, s.rhs)):
        precisions = precisions[:1]  # finer enclosures of integrals cost too much
    for candidate in _candidates(s, functions, tries):
        if time.perf_counter() > deadline or len(agreeing) >= enough:
            break
        found = _compare(s, candidate, precisions, deadline)
        if isinstance(found, Counterexample):
            return Finding(found, tuple(agreeing), digits)
        if found:
            agreeing.append(candidate)
            digits = found if digits == 0 else min(digits, found)
    return Finding(None, tuple(agreeing), digits)


def _candidates(s: Statement, functions: Sequence[tuple[str, int]], tries: int) -> Iterator[Counterexample]:
    """Where to look: points of the domain that satisfy the hypotheses, instances of arrays."""
    if s.arrays or s.indices:
        yield from instances(s, tries)
        return
    for k, point in enumerate(chain(points(s.symbols, s.domains, tries), _more(s, tries))):
        moved = fitted(point, s.domains, s.assumed) if s.assumed else point
        if moved is not None:
            yield Counterexample(moved, functions=interpretation(functions, k))


MANY = 40


def _more(s: Statement, tries: int) -> Iterator[Point]:
    """In a long search, more points for statements with symbols in exponents."""
    if tries < MANY or not any(
        isinstance(t, Pow) and not isinstance(t.exponent, Number) for t in subterms(s.lhs, s.rhs)
    ):
        return iter(())
    return grid(s.symbols, s.domains)


def _compare(
    s: Statement, at: Counterexample, precisions: tuple[int, ...], deadline: float
) -> Counterexample | int:
    """A counterexample, or the digits to which the sides agree at the point (0: not defined there)."""
    digits = 0
    for precision in precisions:
        if time.perf_counter() > deadline:
            break
        candidate = replace(at, precision=precision)
        try:
            lhs, rhs = sides_at(s, candidate)
        except (CertificateError, TermError, ArithmeticError):
            continue
        if not (lhs - rhs).contains(0):
            return candidate
        size = max(abs(lhs).upper(), abs(rhs).upper(), arb(1))
        digits = _digits(abs(lhs - rhs).upper() / size, precision)
        if precisions is PRECISIONS and digits * 10 >= precision:
            return digits
    return digits


def _digits(relative: Any, precision: int) -> int:
    """Decimal digits of agreement, from an upper bound of the relative difference."""
    if not relative > 0:
        return precision * 3 // 10
    return max(0, int((-relative.log() / arb(10).log()).mid().fmpq().floor()))
