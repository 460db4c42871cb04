"""One claim: refuters, provers and the kernel, each kind of claim in its own way.

The ways of the rarer kinds are loaded where such a claim is met: a run over one equation starts without them.
"""

from __future__ import annotations

import time

from verify_derivations.certificate import (
    EmptyDomain,
)
from verify_derivations.decide.conventions import disputed
from verify_derivations.decide.equations import decide_equation
from verify_derivations.decide.verdicts import NOT_SMOOTH, judged
from verify_derivations.errors import TermError, TooLarge
from verify_derivations.kernel.calculus.leibniz import has_smooth_ways
from verify_derivations.kernel.claims.relations import IMPLICATIONS, RELATIONS
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.model import (
    Claim,
    Status,
    Verdict,
)
from verify_derivations.refute.sampling import search
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.limit import has_limits
from verify_derivations.term.syntax.nodes import Product, Sum
from verify_derivations.term.syntax.traverse import subterms

BUDGET_SECONDS = 10.0
"""How long a claim may take before it is left undecided."""


def decide(claim: Claim, *, seconds: float = BUDGET_SECONDS) -> Verdict:
    """The verdict of one claim; never raises for a claim that is strange, hard or wrong.

    Args:
        claim: the claim in its context.
        seconds: its budget.
    """
    try:
        return _decide(claim, seconds)
    except RecursionError:
        return Verdict(Status.UNDECIDED, reason="budget: the expression is nested too deeply")


def _decide(claim: Claim, seconds: float) -> Verdict:
    if claim.relation not in RELATIONS and claim.relation not in IMPLICATIONS:
        return Verdict(Status.NOT_UNDERSTOOD, reason=f"nothing is known about the relation {claim.relation}")
    empty = [d.name for d in claim.context.declarations if d.domain.is_empty]
    if empty:
        return judged(claim, EmptyDomain(empty[0]), "declarations")
    try:
        s = statement(claim)
    except TooLarge as error:
        return Verdict(Status.UNDECIDED, reason=f"budget: {error.message}")
    except TermError as error:
        return Verdict(Status.NOT_UNDERSTOOD, reason=error.message)
    known = claim.context.functions
    unknown = [name for name, _ in unknown_functions(s.lhs, s.rhs) if name not in known]
    if unknown:
        return Verdict(
            Status.NOT_UNDERSTOOD, reason=f"nothing is known about the function {', '.join(unknown)}"
        )
    if claim.relation in IMPLICATIONS:
        from verify_derivations.decide.implications import decide_implication

        return decide_implication(claim, time.perf_counter() + seconds)
    broken = _broken_range(s)
    if broken:
        return Verdict(Status.ILL_FORMED, reason=broken)
    convention = disputed(s)
    if convention:
        return Verdict(Status.UNDECIDED, reason=convention)
    limits = has_limits(s.lhs, s.rhs, *s.hypotheses)
    if limits and claim.relation != "=":
        return Verdict(Status.UNDECIDED, reason="a limit in an inequality cannot be decided yet")
    if limits:
        from verify_derivations.decide.limits import decide_limits

        return decide_limits(claim, s, time.perf_counter() + seconds, seconds)
    if not has_smooth_ways(s):  # only points can tell
        found = search(s, time.perf_counter() + seconds).counterexample
        return (
            Verdict(Status.UNDECIDED, reason=NOT_SMOOTH)
            if found is None
            else judged(claim, found, "sampling")
        )
    if claim.relation == "=":
        return decide_equation(claim, s, time.perf_counter() + seconds, seconds)
    from verify_derivations.decide.orders import decide_order

    return decide_order(claim, s, time.perf_counter() + seconds, seconds)


def _broken_range(s: Statement) -> str:
    """A sum or product that runs from or to a number that is not whole."""
    if not (s.holds(Sum) or s.holds(Product)):
        return ""
    for term in subterms(s.lhs, s.rhs):
        for bound in (term.lower, term.upper) if isinstance(term, Sum | Product) else ():
            value = rational(bound)
            if value is not None and value.denominator != 1:
                return f"the bound {value} in {text(term)} is no whole number"
    return ""
