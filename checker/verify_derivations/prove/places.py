"""Numbers worth trying: points at which a claim would fail, least values, where to divide a domain.

Balls are evaluated here to choose what is tried; nothing is decided by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import fails, holds
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.witness import COMPARISONS
from verify_derivations.kernel.proofs.lines import along
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, exact, set_precision
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import Number, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols

GLANCES = tuple(Fraction(text) for text in "1 -2 1/3 0 5 -1/7 21/2 -30 99/100".split())
MOST_GLANCES = 18
FAILURES = (Undefined, TermError, CertificateError, ArithmeticError)


def refuted_at_a_glance(s: Statement) -> bool:
    """The claim fails at one of a few points of its domain; so it is not worth a proof."""
    set_precision(64)
    for point in _glances(s):
        evaluation = Evaluation({name: exact(value) for name, value in point.items()})
        try:
            if all(_given(evaluation, *hypothesis) for hypothesis in s.assumed) and all(
                r.bound or evaluation.value(r.term) is not None for r in s.required
            ):
                lhs, rhs = evaluation.value(s.lhs), evaluation.value(s.rhs)
                if fails(s, lhs, rhs) and not holds(s, lhs, rhs):
                    return True
        except FAILURES:
            continue
    return False


def _given(evaluation: Evaluation, lhs: Term, relation: str, rhs: Term) -> bool:
    difference = evaluation.value(lhs) - evaluation.value(rhs)
    return relation in COMPARISONS and bool(COMPARISONS[relation](difference))


def _glances(s: Statement) -> Iterator[dict[str, Fraction]]:
    """A few points of the domain; a corner or two for many symbols."""
    names = s.symbols
    choices = [_inside(s.domains.get(name, REAL)) for name in names]
    if not all(choices):
        return
    if len(names) <= 2:
        points: Iterator[tuple[Fraction, ...]] = product(*choices)
    else:
        points = (
            tuple(choice[(k + 2 * i) % len(choice)] for i, choice in enumerate(choices))
            for k in range(MOST_GLANCES)
        )
    for k, point in enumerate(points):
        if k >= MOST_GLANCES * len(names):
            return
        yield dict(zip(names, point, strict=True))


def _inside(domain: Domain) -> list[Fraction]:
    """A few numbers of a domain."""
    lower, upper = domain.lower, domain.upper
    if domain.field == "integer":
        first = lower.__ceil__() if lower is not None else upper.__floor__() - 8 if upper is not None else -3
        numbers = [Fraction(first + k) for k in range(9)]
    elif lower is not None and upper is not None:
        numbers = [lower + (upper - lower) * Fraction(k, 8) for k in range(9)]
        numbers.insert(1, lower + (upper - lower) / 1000)
    elif lower is not None:
        numbers = [lower + abs(value) for value in GLANCES]
    elif upper is not None:
        numbers = [upper - abs(value) for value in GLANCES]
    else:
        numbers = list(GLANCES)
    return [value for value in dict.fromkeys(numbers) if value in domain]


# ---- least values ----------------------------------------------------------------------------------
SIMPLE = tuple(Fraction(text) for text in "0 1 1/2 -1 2".split())


def turning_points(s: Statement, difference: Term, name: str) -> list[Term]:
    """Values of a symbol at which a difference may be smallest: ends, simple numbers, zeros of the slope."""
    domain = s.domains[name]
    found: list[Term] = [Number(value) for value in _zeros_of_slope(s, difference, name)]
    found += [Number(end) for end in (domain.lower, domain.upper) if end is not None]
    found += [Number(value) for value in SIMPLE if value in domain]
    found += [Symbol(other) for other in free_symbols(difference) if other != name]
    found += [end for _, _, end in along(s, name)[1]]
    return list(dict.fromkeys(found))


def _zeros_of_slope(s: Statement, difference: Term, name: str) -> list[Fraction]:
    """Simple numbers at which the slope changes its sign from - to +, for a function of one symbol."""
    if free_symbols(difference) != [name]:
        return []
    try:
        slope = differentiate(difference, Symbol(name))
    except TermError:
        return []
    domain, found = s.domains[name], []
    numbers = sorted(v for v in {*_inside(domain), *(Fraction(k, 4) for k in range(-16, 17))} if v in domain)
    signs = [(x, _sign_at(slope, name, x)) for x in numbers]
    for (a, before), (b, after) in pairwise(signs):
        if before == 0:
            found.append(a)
        elif before < 0 < after:
            found.append(_simplest_zero(slope, name, a, b))
    return [value for value in found if value in domain]


def _simplest_zero(slope: Term, name: str, a: Fraction, b: Fraction) -> Fraction:
    """The simplest number near where the slope changes its sign."""
    for _ in range(24):
        middle = (a + b) / 2
        sign = _sign_at(slope, name, middle)
        if sign == 0:
            return middle.limit_denominator(64)
        a, b = (middle, b) if sign < 0 else (a, middle)
    return ((a + b) / 2).limit_denominator(64)


def _sign_at(term: Term, name: str, value: Fraction) -> int:
    ball = _ball_at(term, {name: value})
    return 0 if ball is None else 1 if ball > 0 else -1 if ball < 0 else 0


def _ball_at(term: Term, values: dict[str, Fraction]) -> Any:
    set_precision(64)
    try:
        return Evaluation({name: exact(value) for name, value in values.items()}).value(term)
    except FAILURES:
        return None


# ---- where to divide -------------------------------------------------------------------------------
def vanishing(s: Statement, name: str) -> list[Fraction]:
    """Simple values of a symbol at which the two sides are equal, whatever the others are."""
    domain, found = s.domains[name], []
    ends = [e for e in (domain.lower, domain.upper) if e is not None]
    for value in dict.fromkeys([*SIMPLE, *ends]):
        if value not in domain:
            continue
        points = [p for p in _glances(s) if p[name] != value][:3]
        balls = [
            _ball_at(side, {**p, name: value}) for p in points or [{name: value}] for side in (s.lhs, s.rhs)
        ]
        if balls and all(
            a is not None and b is not None and (a - b).contains(0)
            for a, b in zip(balls[::2], balls[1::2], strict=True)
        ):
            found.append(value)
    return found


def dividing(s: Statement, names: Sequence[str], left: int) -> tuple[str, Fraction]:
    """A symbol, and the number that divides its domain in two."""
    name = names[left % len(names)]
    domain = s.domains[name]
    lower, upper = domain.lower, domain.upper
    if lower is not None and upper is not None:
        return name, (lower + upper) / 2
    if lower is not None:
        return name, max(lower * 2, lower + 1)
    if upper is not None:
        return name, min(upper * 2, upper - 1)
    return name, Fraction(0)


__all__ = ["dividing", "refuted_at_a_glance", "turning_points", "vanishing"]
