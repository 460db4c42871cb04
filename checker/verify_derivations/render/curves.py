"""Both sides of a refuted statement near the point where it fails: numbers for a picture, no judgement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import TermError
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.model import Claim, Status, Verdict
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Integral, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

MOST_SYMBOLS = 2
"""A statement with more free symbols is not drawn: too much would have to be held fast."""

SAMPLES = 120
PRECISION = 64
MARGIN = Fraction(1, 1000)
"""The part of the width by which a picture stays away from an end that is not in the domain."""


@dataclass(frozen=True, slots=True)
class Curves:
    """Both sides along one symbol, through the point at which they differ.

    `xs` are the places, `left` and `right` the values there, None where a side has none. `at` is the point,
    with the values of the sides there; `fixed` says what the other symbols are.
    """

    symbol: str
    xs: tuple[float, ...]
    left: tuple[float | None, ...]
    right: tuple[float | None, ...]
    at: tuple[float, float, float]
    fixed: str


def curves(claim: Claim, verdict: Verdict) -> tuple[Curves, ...]:
    """What can be drawn of a refuted claim: a curve for each of its one or two free symbols, or nothing."""
    certificate = verdict.certificate
    if verdict.status is not Status.REFUTED or not isinstance(certificate, Counterexample):
        return ()
    try:
        s = statement(claim)
    except (TermError, RecursionError):
        return ()
    names = free_symbols(s.lhs, s.rhs)
    if not 0 < len(names) <= MOST_SYMBOLS or not _is_drawable(s, certificate):
        return ()
    point = {name: real for name, (real, _) in certificate.point}
    found = (_along(s, name, point, [n for n in names if n != name]) for name in names)
    return tuple(one for one in found if one is not None)


def _is_drawable(s: Statement, certificate: Counterexample) -> bool:
    """Real functions of real symbols, none of them an integral, which would take too long."""
    if s.complex_values or certificate.functions or any(d.field != "real" for d in s.domains.values()):
        return False
    return not any(isinstance(t, Integral) for t in subterms(s.lhs, s.rhs))


def _along(s: Statement, name: str, point: dict[str, Fraction], others: list[str]) -> Curves | None:
    set_precision(PRECISION)
    middle = point[name]
    at = [_value(side, point) for side in (s.lhs, s.rhs)]
    if at[0] is None or at[1] is None:
        return None
    xs = list(_places(s.domains[name], middle))
    points = [{**point, name: x} for x in xs]
    left, right = ([_value(side, p) for p in points] for side in (s.lhs, s.rhs))
    if len([y for y in left if y is not None]) < 2 or len([y for y in right if y is not None]) < 2:
        return None
    fixed = ", ".join(f"{other} = {point[other]}" for other in others)
    return Curves(
        name, tuple(map(float, xs)), tuple(left), tuple(right), (float(middle), at[0], at[1]), fixed
    )


def _places(domain: Domain, middle: Fraction) -> Iterator[Fraction]:
    """Places of the domain on both sides of the point."""
    reach = max(Fraction(2), 2 * abs(middle))
    lower, upper = middle - reach, middle + reach
    margin = MARGIN * 2 * reach
    if domain.lower is not None:
        lower = max(lower, domain.lower + margin)
    if domain.upper is not None:
        upper = min(upper, domain.upper - margin)
    for k in range(SAMPLES + 1):
        yield lower + (upper - lower) * k / SAMPLES


def _value(side: Term, point: dict[str, Fraction]) -> float | None:
    """The middle of the ball: good enough to be drawn."""
    try:
        value = Evaluation({name: exact(x) for name, x in point.items()}).value(side)
    except (Undefined, TermError, ArithmeticError):
        return None
    number = float(value.mid())
    return number if abs(number) < 1e12 else None


__all__ = ["Curves", "curves"]
