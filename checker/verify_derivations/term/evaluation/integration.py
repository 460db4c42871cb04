"""Rigorous enclosures of integrals along the real line (Arb's `acb_calc`), F. Johansson, ICMS 2018.

An integral within the integrand is enclosed on each ball that the outer one asks for. Where that asks for an
analytic function, the inner integrand has to be analytic in both variables together, on all of the inner way.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from flint import acb, arb

from verify_derivations.errors import TermError
from verify_derivations.term.calculus.functions import FUNCTIONS, instantiate
from verify_derivations.term.evaluation.ball_functions import COMPLEX
from verify_derivations.term.evaluation.ball_matrices import integer
from verify_derivations.term.evaluation.balls import (
    Ball,
    Evaluation,
    Undefined,
    root_of_square,
    unknown_value,
)
from verify_derivations.term.evaluation.improper import improper
from verify_derivations.term.evaluation.iterated import factored, levels, unused
from verify_derivations.term.evaluation.patience import is_late, require_time
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import (
    ZERO,
    Add,
    Apply,
    Integral,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound

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

MOST_ITERATED = 40_000
"""The same for integrals within each other, all together."""

NOT_ANALYTIC = acb("nan", "nan")

COARSE = 2.0**-40
"""The relative error that is aimed at where an integral stands within another."""

Way = Mapping[str, Any]
"""Complex balls for the variables of integration, by their names."""


def enclose(e: Evaluation, term: Integral) -> Ball | None:
    """A ball that surely holds the integral at the evaluation's point; None if none is found."""
    if term.body is ZERO:
        return arb(0)
    term = factored(term)
    name = unused(f"{term.index}@", e.point)
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
            return acb(_on_the_way(e, body, {name: z}, bool(analytic)))
        except (Undefined, TermError, ValueError, ZeroDivisionError):
            return NOT_ANALYTIC

    value = acb.integral(integrand, acb(lower), acb(upper), **_effort(body))
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


def _effort(body: Term, within: int = 0) -> dict[str, Any]:
    """How much work is put into an integral of this integrand, and how exact it is to be; `within` so many
    others."""
    if not within and not body.holds(Integral):
        return {"eval_limit": MOST_EVALUATIONS, "depth_limit": DEEPEST}
    most = int(MOST_ITERATED ** (1 / (levels(body) + within + 1)))
    return {"eval_limit": most, "depth_limit": DEEPEST, "rel_tol": COARSE, "abs_tol": COARSE}


def _on_the_way(e: Evaluation, term: Term, at: Way, analytic: bool) -> Any:
    """The integrand on complex balls; not finite if it has to be analytic there and may not be."""
    if at.keys().isdisjoint(term.names):
        return e.value(term)
    match term:
        case Symbol(name):
            return at[name]
        case Add(terms):
            return sum((_on_the_way(e, t, at, analytic) for t in terms), acb(0))
        case Mul(factors):
            product = acb(1)
            for factor in factors:
                product = product * _on_the_way(e, factor, at, analytic)
            return product
        case Pow(base, Number(k)) if k.denominator == 1:
            return acb(_on_the_way(e, base, at, analytic)) ** int(k)
        case Pow() if (u := root_of_square(term)) is not None:
            return acb(_on_the_way(e, u, at, analytic)).real_abs(analytic=analytic)
        case Pow(base, exponent):
            log = acb(_on_the_way(e, base, at, analytic)).log(analytic=analytic)
            return (log * _on_the_way(e, exponent, at, analytic)).exp()
        case Apply(function, arguments):
            values = [acb(_on_the_way(e, a, at, analytic)) for a in arguments]
            return _apply(e, function, arguments, values, at, analytic)
        case Integral():
            return _inner(e, term, at, analytic)
        case Sum() | Product():
            return _range(e, term, at, analytic)
    raise TermError(f"a {type(term).__name__} is not integrated")


def _range(e: Evaluation, term: Sum | Product, at: Way, analytic: bool) -> Any:
    """A sum or product within the integrand, over a range that does not move with the variables."""
    if not at.keys().isdisjoint(term.lower.names | term.upper.names) or isinstance(term.upper, Infinity):
        raise TermError("a range that moves, or a series, within an integral")
    lower, upper = (integer(e.value(bound), bound) for bound in (term.lower, term.upper))
    e.take(upper - lower + 1)
    total = acb(1) if isinstance(term, Product) else acb(0)
    for k in range(lower, upper + 1):
        member = _on_the_way(e, instantiate_bound(term.body, Number(k)), at, analytic)
        total = total * member if isinstance(term, Product) else total + member
    return total


def _inner(e: Evaluation, term: Integral, at: Way, analytic: bool) -> Any:
    """An integral within the integrand, over a bounded way that may move with the outer variables."""
    if any(isinstance(bound, Infinity) for bound in (term.lower, term.upper)):
        raise TermError("an improper integral within another")
    name = unused(f"{term.index}@", {*e.point, *at})
    body = instantiate_bound(term.body, Symbol(name))
    lower, upper = (acb(_on_the_way(e, bound, at, analytic)) for bound in (term.lower, term.upper))
    if not (lower.is_finite() and upper.is_finite()):
        return NOT_ANALYTIC

    def integrand(z: Ball, needs_analytic: bool) -> Ball:
        if is_late():
            return NOT_ANALYTIC
        try:
            return acb(_on_the_way(e, body, {**at, name: z}, analytic or bool(needs_analytic)))
        except (Undefined, TermError, ValueError, ZeroDivisionError):
            return NOT_ANALYTIC

    return acb.integral(integrand, lower, upper, **_effort(body, len(at)))


def _apply(
    e: Evaluation, function: str, arguments: tuple[Term, ...], values: list[Ball], at: Way, analytic: bool
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
        return _on_the_way(e, instantiate(meaning, arguments), at, analytic)
    return NOT_ANALYTIC if analytic or function not in COMPLEX else COMPLEX[function](*values)
