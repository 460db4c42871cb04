"""Rigorous enclosures of integrals along the real line (Arb's `acb_calc`), F. Johansson, ICMS 2018.

An integral within the integrand is enclosed on each ball that the outer one asks for. Where that asks for an
analytic function, the inner integrand has to be analytic in both variables together, on all of the inner way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from flint import acb, arb

from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.balls import (
    Ball,
    Evaluation,
    Undefined,
)
from verify_derivations.term.evaluation.improper import improper
from verify_derivations.term.evaluation.iterated import factored, levels, unused
from verify_derivations.term.evaluation.kinks import without_kinks
from verify_derivations.term.evaluation.on_the_way import FAILURES, NOT_ANALYTIC, OnTheWay, Step, Values
from verify_derivations.term.evaluation.patience import is_late, require_time
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import (
    ZERO,
    Integral,
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

MOST_ITERATED = 40_000
"""The same for integrals within each other, all together."""

COARSE = 2.0**-40
"""The relative error that is aimed at where an integral stands within another."""


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
        body = instantiate_bound(term.body, Symbol(name))
        if body.holds(Integral):
            body = without_kinks(e, body, name, term.lower, term.upper)
        found = proper(e, body, name, lower, upper)
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

    try:
        on_it = OnTheWay(e, (name,), body, _inner)
    except FAILURES:
        return None

    def integrand(z: Ball, analytic: bool) -> Ball:
        return NOT_ANALYTIC if is_late() else on_it((z,), bool(analytic))  # nothing is raised through Arb

    value = acb.integral(integrand, acb(lower), acb(upper), **_effort(body))
    require_time()
    if not (value.is_finite() and value.imag.contains(0)):
        return None
    return value.real if on_it.all_real else value


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


def _inner(way: OnTheWay, term: Integral) -> Step:
    """An integral within the integrand, over a bounded way that may move with the outer variables."""
    if any(isinstance(bound, Infinity) for bound in (term.lower, term.upper)):
        raise TermError("an improper integral within another")
    outer = len(way.names)
    name = unused(f"{term.index}@", {*way.e.point, *way.names})
    body = instantiate_bound(term.body, Symbol(name))
    lower, upper = way.place(term.lower), way.place(term.upper)
    integrand, effort = OnTheWay(way.e, (*way.names, name), body, _inner), _effort(body, outer)

    def step(values: Values, analytic: bool) -> Ball:
        ends = acb(values[lower]), acb(values[upper])
        if not all(end.is_finite() for end in ends):
            return NOT_ANALYTIC
        at = values[:outer]

        def on_it(z: Ball, needs_analytic: bool) -> Ball:
            return NOT_ANALYTIC if is_late() else integrand((*at, z), analytic or bool(needs_analytic))

        return acb.integral(on_it, *ends, **effort)

    return step
