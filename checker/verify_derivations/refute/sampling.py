"""Search for a point of the domain at which the two sides are defined and certainly differ."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from flint import arb

from verify_derivations.certificate import Counterexample, Point
from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import fails, holds
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import Outside, sides_at
from verify_derivations.refute.boundaries import boundary_points
from verify_derivations.refute.edges import edge_points, equal_points
from verify_derivations.refute.points import coincidences, fitted, grid, interpretation, points
from verify_derivations.term.evaluation.patience import until
from verify_derivations.term.syntax.limit import OO, Infinity
from verify_derivations.term.syntax.nodes import Integral, Number, Pow, Sum
from verify_derivations.term.syntax.traverse import applied_functions, subterms

TRIES = 24
PRECISIONS = (64, 256, 1024)
FINER_PRECISIONS = (64, 512, 4096, 16384)


@dataclass(frozen=True)
class Finding:
    """What sampling saw: a counterexample, or where the sides agree and to how many digits.

    `tried` is the number of points that were looked at.
    """

    counterexample: Counterexample | None = None
    agreeing: tuple[Counterexample, ...] = ()
    digits: int = 0
    tried: int = 0


NOTHING = Finding()

SLOW = frozenset(("digamma", "polygamma", "polylog", "zeta"))
"""Functions of which one value takes seconds at very high precision, and cannot be stopped."""


def search(
    s: Statement,
    deadline: float,
    *,
    enough: int = 4,
    tries: int = TRIES,
    after: Finding = NOTHING,
    finer: bool = False,
) -> Finding:
    """Try points until the sides differ at one, or `enough` of them agree.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
        enough: how many agreeing points end the search.
        tries: how many points are tried at most.
        after: what was seen before; the search goes on from there.
        finer: go to very high precision, for sides that differ by very little.
    """
    agreeing, digits, tried = [*after.agreeing], after.digits, after.tried
    functions = s.unknown
    precisions = _precisions(s, FINER_PRECISIONS if finer else PRECISIONS)
    if not s.symbols and not functions:
        tries = 1  # there is only one point
    border = boundary_points(s) if after.tried == 0 else []  # looked at in addition to the others
    enough, tried = enough + len(border), tried - len(border)
    at_border = (Counterexample(p, functions=interpretation(functions, k)) for k, p in enumerate(border))
    for candidate in chain(at_border, candidates(s, functions, tries, after.tried)):
        if time.perf_counter() > deadline or len(agreeing) >= enough:
            break
        tried += 1
        if candidate is None:
            continue
        found = _compare(s, candidate, precisions, deadline)
        if isinstance(found, Counterexample):
            return Finding(found, tuple(agreeing), digits, tried)
        if found:
            agreeing.append(candidate)
            digits = found if digits == 0 else min(digits, found)
    return Finding(None, tuple(agreeing), digits, max(tried, 0))


def _precisions(s: Statement, all_of_them: tuple[int, ...]) -> tuple[int, ...]:
    """Without those at which what stands in the statement takes too long."""
    if s.holds(Integral):
        return all_of_them[:1]
    if s.holds(Infinity) and any(isinstance(t, Sum) and t.upper is OO for t in subterms(s.lhs, s.rhs)):
        return PRECISIONS[:2]
    if all_of_them is not PRECISIONS and not SLOW.isdisjoint(applied_functions(s.lhs, s.rhs)):
        return tuple(p for p in all_of_them if p <= PRECISIONS[-1])
    return all_of_them


def candidates(
    s: Statement, functions: Sequence[tuple[str, int]], tries: int, first: int = 0
) -> Iterator[Counterexample | None]:
    """Where to look, from the `first` place on: points of the domain that satisfy the hypotheses (None where
    that fails), instances of arrays."""
    if s.arrays or s.indices:
        from verify_derivations.refute.instances import instances  # numbers need none of it

        yield from islice(instances(s, tries), first, None)
        return
    regular = chain(points(s.symbols, s.domains, tries, first), _more(s, tries))
    for k, point in enumerate(regular, start=first):
        moved = fitted(point, s.domains, s.assumed) if s.assumed else point
        yield None if moved is None else Counterexample(moved, functions=interpretation(functions, k))


MANY = 40


def _more(s: Statement, tries: int) -> Iterator[Point]:
    """In a long search, points where symbols are equal, next to where hypotheses end, where whole numbers
    coincide, and more for symbols in exponents."""
    if tries < MANY:
        return iter(())
    same = chain(equal_points(s), edge_points(s), coincidences(s.symbols, s.domains))
    if any(isinstance(t, Pow) and not isinstance(t.exponent, Number) for t in subterms(s.lhs, s.rhs)):
        return chain(same, grid(s.symbols, s.domains))
    return same


def _compare(
    s: Statement, at: Counterexample, precisions: tuple[int, ...], deadline: float
) -> Counterexample | int:
    """A counterexample, or the digits to which the sides agree at the point (0: not defined there).

    For any other relation than `=` it is 1 where the relation holds, or may hold.
    """
    digits = 0
    for precision in precisions:
        if time.perf_counter() > deadline:
            break
        candidate = at if precision == at.precision else replace(at, precision=precision)
        try:
            with until(deadline):
                lhs, rhs = sides_at(s, candidate)
        except Outside:
            return 0
        except (CertificateError, TermError, ArithmeticError):
            continue
        if fails(s, lhs, rhs):
            return candidate
        if s.relation != "=":
            if holds(s, lhs, rhs):
                return 1
            digits = 1
            continue
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
