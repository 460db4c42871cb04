"""Rigorous enclosures of integrals along the real line (Arb's `acb_calc`), F. Johansson, ICMS 2018."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from flint import acb, arb

from verify_derivations.errors import TermError
from verify_derivations.term.ball_functions import COMPLEX
from verify_derivations.term.balls import Ball, Evaluation, Undefined, root_of_square, unknown_value
from verify_derivations.term.functions import FUNCTIONS, instantiate
from verify_derivations.term.improper import improper
from verify_derivations.term.limit import Infinity
from verify_derivations.term.nodes import (
    ZERO,
    Add,
    Apply,
    Integral,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
    free_symbols,
)
from verify_derivations.term.patience import is_late, require_time
from verify_derivations.term.substitute import instantiate_bound

PIECES = 32
"""The way is cut into so many pieces, on each of which the integrand has to be real."""

MOST_HALVINGS = 64
"""So many times a piece is halved."""

MOST_EVALUATIONS, DEEPEST = 12_000, 120
"""Where the work on one integral ends; what is known by then is still a sure enclosure."""

MEROMORPHIC = frozenset(
    "exp sin cos tan cot sec csc sinh cosh tanh coth sech csch erf erfc erfi gamma digamma".split()
)
"""Functions that are analytic but for poles, where their balls are not finite."""

NOT_ANALYTIC = acb("nan", "nan")


def enclose(e: Evaluation, term: Integral) -> Ball | None:
    """A ball that surely holds the integral at the evaluation's point; None if none is found."""
    name = f"{term.index}@"
    if term.body is ZERO:
        return arb(0)
    if not any(isinstance(bound, Infinity) for bound in (term.lower, term.upper)):
        lower, upper = e.value(term.lower), e.value(term.upper)
        if type(lower) is not arb or type(upper) is not arb:
            return None
        found = proper(e, instantiate_bound(term.body, Symbol(name)), name, lower, upper)
        if found is not None:
            return found
    try:
        value = improper(e, term, name, proper)
    except (Undefined, TermError, ValueError, ZeroDivisionError):
        return None
    return value if value.is_finite() else None


def proper(e: Evaluation, body: Term, name: str, lower: Ball, upper: Ball) -> Ball | None:
    """The integral over a closed interval on which the integrand is real; None if none is found."""
    if not _real_all_the_way(e, body, name, lower, upper):
        return None

    def integrand(z: Ball, analytic: bool) -> Ball:
        if is_late():  # nothing can be raised through Arb
            return NOT_ANALYTIC
        try:
            return acb(_on_the_way(e, body, name, z, bool(analytic)))
        except (Undefined, TermError, ValueError, ZeroDivisionError):
            return NOT_ANALYTIC

    value = acb.integral(integrand, acb(lower), acb(upper), eval_limit=MOST_EVALUATIONS, depth_limit=DEEPEST)
    require_time()
    return value.real if value.is_finite() and value.imag.contains(0) else None


def _real_all_the_way(e: Evaluation, body: Term, name: str, lower: Ball, upper: Ball) -> bool:
    """The integrand is a real number at every point between the bounds.

    A piece on which that does not show is halved, as the balls of a long one may be too wide.
    """
    step = (upper - lower) / PIECES
    ends = [lower + step * k for k in range(PIECES + 1)]
    todo, halvings = list(pairwise(ends))[::-1], 0
    while todo:
        left, right = todo.pop()
        require_time()
        try:
            Evaluation({**e.point, name: left.union(right)}, e.entries, e.functions).value(body)
        except Undefined:
            halvings += 1
            if halvings > MOST_HALVINGS:
                return False
            middle = (left + right) / 2
            todo += [(middle, right), (left, middle)]
    return True


def _on_the_way(e: Evaluation, term: Term, name: str, z: Ball, analytic: bool) -> Any:
    """The integrand on a complex ball; not finite if it has to be analytic there and may not be."""
    if name not in free_symbols(term):
        return e.value(term)
    match term:
        case Symbol():
            return z
        case Add(terms):
            return sum((_on_the_way(e, t, name, z, analytic) for t in terms), acb(0))
        case Mul(factors):
            product = acb(1)
            for factor in factors:
                product = product * _on_the_way(e, factor, name, z, analytic)
            return product
        case Pow(base, Number(k)) if k.denominator == 1:
            return acb(_on_the_way(e, base, name, z, analytic)) ** int(k)
        case Pow() if (u := root_of_square(term)) is not None:
            return acb(_on_the_way(e, u, name, z, analytic)).real_abs(analytic=analytic)
        case Pow(base, exponent):
            log = acb(_on_the_way(e, base, name, z, analytic)).log(analytic=analytic)
            return (log * _on_the_way(e, exponent, name, z, analytic)).exp()
        case Apply(function, arguments):
            values = [acb(_on_the_way(e, a, name, z, analytic)) for a in arguments]
            return _apply(e, function, arguments, values, name, z, analytic)
    raise TermError(f"a {type(term).__name__} is not integrated")


def _apply(
    e: Evaluation,
    function: str,
    arguments: tuple[Term, ...],
    values: list[Ball],
    name: str,
    z: Ball,
    analytic: bool,
) -> Any:
    if function == "log":
        return values[0].log(analytic=analytic)
    if function == "Abs":
        return values[0].real_abs(analytic=analytic)
    if function == "sign":
        return values[0].real_sgn(analytic=analytic)
    if function in MEROMORPHIC:
        return COMPLEX[function](*values)
    if function not in FUNCTIONS:
        return unknown_value(e, function, values)
    row = FUNCTIONS.get(function)
    meaning = row and (row.means or row.means_real or row.logarithmic)
    if meaning:
        return _on_the_way(e, instantiate(meaning, arguments), name, z, analytic)
    return NOT_ANALYTIC if analytic or function not in COMPLEX else COMPLEX[function](*values)
