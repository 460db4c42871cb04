"""Judging a counterexample: both sides defined at an exact point of the domain, and certainly different."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from flint import acb

from verify_derivations.certificate import Counterexample, Entries, Interpretation, Point, Proof
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.calculus.leibniz import require_smooth_ways_at
from verify_derivations.kernel.claims.relations import fails, failure
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.instances import check_arrays, holds_exactly, ranges
from verify_derivations.model import ArrayDeclaration, Enclosure, Witness
from verify_derivations.term.calculus.cases import settled
from verify_derivations.term.calculus.conditions import Range, Requirement, requirements
from verify_derivations.term.evaluation.ball_matrices import integer
from verify_derivations.term.evaluation.balls import (
    Ball,
    Evaluation,
    SurelyUndefined,
    Undefined,
    exact,
    holds,
    set_precision,
)
from verify_derivations.term.evaluation.holomorphic import has_complex_derivative
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import add, mul, number, power
from verify_derivations.term.syntax.domain import REAL
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Decimal, Family, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute

DIGITS = 12

MEMBERS = 1 << 14
"""So many are kept: at each point the same sizes mostly ask for the same."""


class Outside(CertificateError):
    """A requirement surely fails at the point, or a term has no value; and so it is at any precision."""


def evaluation_at(s: Statement, certificate: Counterexample | Proof) -> Evaluation:
    """An evaluation at an exact point, at which the statement is defined.

    Raises:
        CertificateError: the point lies outside the domain, or the statement is not defined there.
    """
    point, precision = certificate.point, certificate.precision
    for kept in _KEPT:
        if (
            kept.statement is s
            and kept.point is point
            and kept.precision == precision
            and kept.functions is certificate.functions
            and kept.entries is certificate.entries
        ):
            break
    else:
        kept = _evaluated_anew(s, certificate)
    set_precision(precision)
    return kept.evaluation


def _evaluated_anew(s: Statement, certificate: Counterexample | Proof) -> _Kept:
    if not (_is_fixed(certificate.point) and _has_hash((certificate.functions, certificate.entries))):
        raise CertificateError("the point is not made of tuples, names and numbers")
    at = certificate.point, certificate.precision, certificate.functions, certificate.entries
    kept = _Kept(s, *at, _evaluation_at(s, certificate))
    _KEPT.append(kept)
    return kept


def _is_fixed(point: object) -> bool:
    """It is made of tuples, names and exact numbers, so it cannot change; the hash of a Fraction, which would
    show it too, is computed in Python, slowly."""
    if type(point) is not tuple:
        return False
    for pair in point:
        if type(pair) is not tuple or len(pair) != 2 or type(pair[0]) is not str:
            return False
        value = pair[1]
        if type(value) is not tuple or len(value) != 2:
            return False
        if type(value[0]) is not Fraction or type(value[1]) is not Fraction:
            return False
    return True


def _has_hash(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


class _Kept(NamedTuple):
    """An evaluation, and what it is of: objects that cannot change, so identity is enough to know them."""

    statement: Statement
    point: Point
    precision: int
    functions: Interpretation
    entries: Entries
    evaluation: Evaluation


_KEPT: deque[_Kept] = deque(maxlen=8)
"""A searcher asks, then the judge asks again."""


def _evaluation_at(s: Statement, certificate: Counterexample | Proof) -> Evaluation:
    evaluation = evaluation_in_domain(s, certificate)
    try:
        for term in s.differentiated:
            evaluation.value(term)
        if s.complex_values and not has_complex_derivative(s.differentiated, evaluation, _complex_names(s)):
            raise CertificateError("a complex derivative may not exist at the point")
        require_smooth_ways_at(s, evaluation)
        by_cases = _required_by_cases(s, evaluation) if s.has_cases else ()
        for requirement in (*s.required, *by_cases):
            for member in _members(evaluation, requirement) if requirement.ranges else (requirement,):
                _check_requirement(evaluation, member, s.complex_values)
    except SurelyUndefined as error:
        raise Outside("the statement is not defined at the point") from error
    except (Undefined, TermError) as error:
        raise CertificateError("the statement is not defined at the point") from error
    return evaluation


def evaluation_in_domain(s: Statement, certificate: Counterexample | Proof) -> Evaluation:
    """An evaluation at an exact point of the domain that satisfies the hypotheses.

    Raises:
        CertificateError: it is no such point.
    """
    set_precision(certificate.precision)
    point = dict(certificate.point)
    for name in s.symbols:
        if name not in point:
            raise CertificateError(f"the point says nothing about {name}")
        real, imaginary = point[name]
        domain = s.domains.get(name)
        if domain is REAL and not imaginary:
            continue
        if domain is None:
            raise CertificateError(f"{name} is no symbol of the statement")
        if domain.field != "complex" if imaginary else real not in domain:
            raise CertificateError(f"{name} = {real} lies outside its domain")
    values: dict[str, Ball] = {}
    rational: dict[str, Fraction] = {}
    for name, (real, imaginary) in point.items():
        if imaginary:
            values[name] = acb(exact(real), exact(imaginary))
        else:
            values[name], rational[name] = exact(real), real
    functions = dict(certificate.functions)
    entries: dict[tuple[str, tuple[int, ...]], Fraction] = {}
    if s.arrays or s.indices:
        entries = check_arrays(s, rational, certificate.entries)
    balls = {place: exact(value) for place, value in entries.items()}
    evaluation = Evaluation(values, balls, functions, complex_values=s.complex_values, rationals=rational)
    try:
        for lhs, relation, rhs in s.assumed:
            _check_hypothesis(evaluation, rational, entries, lhs, relation, rhs)
    except (Undefined, TermError) as error:
        raise CertificateError("a hypothesis is not defined at the point") from error
    return evaluation


def _required_by_cases(s: Statement, evaluation: Evaluation) -> list[Requirement]:
    """What expressions by cases require at the point, in those of their cases that apply there."""

    def applied(terms: Iterable[Term]) -> list[Term]:
        return [settled(term, lambda condition: holds(evaluation, condition)) for term in terms]

    return requirements(applied((s.lhs, s.rhs, *s.hypotheses)), applied(s.differentiated))


def _complex_names(s: Statement) -> frozenset[str]:
    return frozenset(name for name, domain in s.domains.items() if domain.field == "complex")


def _members(evaluation: Evaluation, requirement: Requirement) -> Iterator[Requirement]:
    """The requirement for every value of the indices of the sums that it stands under."""
    if not requirement.ranges:
        yield requirement  # one of an inner range
    elif requirement.ranges[0].whole and not isinstance(requirement.ranges[0].upper, Infinity):
        first, *rest = requirement.ranges
        lower, upper = (integer(evaluation.value(bound), bound) for bound in (first.lower, first.upper))
        inner_bounds = [bound for r in rest for bound in (r.lower, r.upper)]
        if not any(first.name in t.names for t in (requirement.term, *inner_bounds)):
            upper = min(upper, lower)  # it says the same for all of them
        evaluation.take(upper - lower + 1)
        for k in range(lower, upper + 1):
            yield from _members(evaluation, _member(requirement, k))


@lru_cache(MEMBERS)
def _member(requirement: Requirement, value: int) -> Requirement:
    """The requirement where the outermost of its indices has this value."""
    first, *rest = requirement.ranges
    put = {first.name: Number(value)}
    inner = tuple(Range(r.name, substitute(r.lower, put), substitute(r.upper, put), r.whole) for r in rest)
    return Requirement(substitute(requirement.term, put), requirement.relation, inner)


def _check_hypothesis(
    evaluation: Evaluation,
    rational: dict[str, Fraction],
    entries: dict[tuple[str, tuple[int, ...]], Fraction],
    lhs: Term,
    relation: str,
    rhs: Term,
) -> None:
    """A hypothesis surely holds at the point: an equation exactly, an inequality by balls."""
    if relation == "=":
        holds = holds_exactly(lhs, rhs, rational, entries)
    elif isinstance(lhs, Family) or isinstance(rhs, Family):
        for left, right in _pairs(evaluation, lhs, rhs):
            _check_hypothesis(evaluation, rational, entries, left, relation, right)
        return
    else:
        difference = evaluation.value(lhs) - evaluation.value(rhs)
        if type(difference) is acb and difference.imag == 0:
            difference = difference.real
        if type(difference) is acb and relation != "!=":
            raise CertificateError("a hypothesis compares numbers that are not real")
        holds = bool(COMPARISONS[relation](difference)) if relation in COMPARISONS else False
    if not holds:
        raise CertificateError("a hypothesis does not surely hold at the point")


def _pairs(evaluation: Evaluation, lhs: Term, rhs: Term) -> Iterator[tuple[Term, Term]]:
    """What a hypothesis about families says of their members."""
    if not (isinstance(lhs, Family) and isinstance(rhs, Family)):
        raise CertificateError("a hypothesis compares a number with an array")
    if (lhs.lower, lhs.upper) != (rhs.lower, rhs.upper):
        raise CertificateError("a hypothesis compares arrays of different sizes")
    first, last = (integer(evaluation.value(bound), bound) for bound in (lhs.lower, lhs.upper))
    for k in range(first, last + 1):
        yield instantiate_bound(lhs.body, Number(k)), instantiate_bound(rhs.body, Number(k))


COMPARISONS: dict[str, Callable[[Ball], bool]] = {
    "<": lambda d: d < 0,
    "<=": lambda d: d <= 0,
    ">": lambda d: d > 0,
    ">=": lambda d: d >= 0,
    "!=": lambda d: not d.contains(0),
}
"""What a relation says about the ball of the difference of its sides."""


def _check_requirement(evaluation: Evaluation, requirement: Requirement, complex_values: bool) -> None:
    value, relation = evaluation.value(requirement.term), requirement.relation
    fails = False
    match relation:
        case ">= 0" if complex_values:
            holds = True
        case "!= 0" | "> 0" if complex_values or relation == "!= 0":
            holds, fails = not value.contains(0), value == 0
        case "> 0":
            holds, fails = bool(value > 0), value <= 0
        case ">= 0":
            holds, fails = bool(value >= 0), value < 0
        case _:  # nonpole: the evaluation itself is infinite at a pole
            holds = True
    if not holds:
        raise (Outside if fails else CertificateError)("the statement is not defined at the point")


def sides_at(s: Statement, certificate: Counterexample | Proof) -> tuple[Ball, Ball]:
    """Both sides at the point.

    Raises:
        CertificateError: the statement is not defined there.
    """
    return sides_of(s, evaluation_at(s, certificate))


def sides_of(s: Statement, evaluation: Evaluation) -> tuple[Ball, Ball]:
    """Both sides by an evaluation at a point at which the statement is defined.

    Raises:
        CertificateError: a side has no value there all the same.
    """
    try:
        return evaluation.value(s.lhs), evaluation.value(s.rhs)
    except SurelyUndefined as error:
        raise Outside("a side is not defined at the point") from error
    except Undefined as error:
        raise CertificateError("a side is not defined at the point") from error


def refuting_witness(s: Statement, certificate: Counterexample) -> tuple[Witness, str]:
    """The witness that the certificate describes, if the relation surely fails there; and how it fails.

    Raises:
        CertificateError: it may hold there, or a side is not defined.
    """
    lhs, rhs = sides_at(s, certificate)
    if not fails(s, lhs, rhs):
        raise CertificateError(
            "the sides may agree at the point" if s.relation == "=" else "the relation may hold at the point"
        )
    shown = shown_point(s, certificate)
    functions = tuple((f"{name}(t)", polynomial_text(c)) for name, c in certificate.functions)
    return Witness(shown, enclosure(lhs), _printed(s, rhs), functions=functions), failure(s, lhs)


def _printed(s: Statement, rhs: Ball) -> Enclosure:
    """The value of the right side; the digits as they stand where they were printed."""
    return Enclosure(text(s.rhs)) if isinstance(s.rhs, Decimal) else enclosure(rhs)


def shown_point(s: Statement, certificate: Counterexample) -> tuple[tuple[str, str], ...]:
    """The symbols and arrays of the statement with their values at the point, in words."""
    shown = tuple((name, _shown(value)) for name, value in certificate.point if name in s.symbols)
    return shown + tuple((name, nested(s, certificate, array)) for name, array in s.arrays.items())


def nested(s: Statement, certificate: Counterexample, declaration: ArrayDeclaration) -> str:
    """The entries of an array as nested lists."""
    values = {name: real for name, (real, _) in certificate.point}
    found = {indices: value for name, indices, value in certificate.entries if name == declaration.name}

    def shown(before: tuple[int, ...], rest: list[range]) -> str:
        if not rest:
            return str(found[before])
        return "[" + ", ".join(shown((*before, k), rest[1:]) for k in rest[0]) + "]"

    return shown((), ranges(declaration, values))


def polynomial_text(coefficients: tuple[Fraction, ...]) -> str:
    """The polynomial in t with these coefficients, as text."""
    t = Symbol("t")
    return text(add(*(mul(number(c), power(t, k)) for k, c in reversed(list(enumerate(coefficients))))))


def _shown(value: tuple[Fraction, Fraction]) -> str:
    real, imaginary = value
    return str(real) if imaginary == 0 else f"{real} + {imaginary}*I"


def enclosure(ball: Ball) -> Enclosure:
    """The certain digits of a ball, and the rational it is if it is exact and short."""
    if type(ball) is acb:
        if ball.imag == 0:
            return enclosure(ball.real)
        return Enclosure(f"{enclosure(ball.real).decimal} + {enclosure(ball.imag).decimal}*I")
    if ball.is_exact():
        middle = ball.fmpq() if hasattr(ball, "fmpq") else ball.mid().fmpq()
        value = Fraction(int(middle.p), int(middle.q))
        if value.denominator < 10**6 and abs(value.numerator) < 10**9:
            text = str(value) if value.denominator == 1 else _trimmed(ball)
            return Enclosure(text, str(value))
    return Enclosure(_decimal(ball))


def _trimmed(ball: Ball) -> str:
    """The digits of an exact ball, without zeros at the end."""
    digits = _decimal(ball)
    return digits if "e" in digits else digits.rstrip("0")


def _decimal(ball: Ball) -> str:
    """The digits of the ball that are certain, at most DIGITS of them."""
    return str(ball.str(DIGITS, radius=False)).removesuffix(".")
