"""Claims with limits: the limits are found first, then it is a claim like another."""

from __future__ import annotations

from verify_derivations.certificate import (
    ClosedLimit,
    LimitValue,
    NoLimit,
    Proof,
    Rewriting,
    WithLimits,
)
from verify_derivations.decide.verdicts import NAMES_OF_ARGUMENTS, judged, why_not
from verify_derivations.kernel.calculus.closed_limits import with_limits
from verify_derivations.kernel.calculus.limits import same_infinity
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.model import (
    Claim,
    Status,
    Verdict,
)
from verify_derivations.prove.closing import closing
from verify_derivations.prove.limits import limit_values
from verify_derivations.prove.search import prove
from verify_derivations.refute.limits import refute_with_limits
from verify_derivations.refute.points import points
from verify_derivations.refute.sampling import Finding, search
from verify_derivations.term.syntax.limit import has_limits


def decide_limits(claim: Claim, s: Statement, deadline: float, seconds: float) -> Verdict:
    """The verdict where limits or infinities occur: they are found first, then it is a claim like another."""

    def found_in(at: Statement) -> tuple[LimitValue | ClosedLimit, ...] | NoLimit | None:
        return limit_values(at, deadline, lambda own, term: closing(own, term, deadline))

    def values_of(at: Statement) -> tuple[LimitValue | ClosedLimit, ...] | None:
        found = found_in(at)
        return None if isinstance(found, NoLimit) else found

    values = found_in(s)
    if isinstance(values, NoLimit):
        return judged(claim, values, "expansions")
    after = with_limits(s, values, check_argument) if values is not None else None
    if after is not None and same_infinity(after):
        for point in points(after.symbols, after.domains, 4):
            verdict = judged(claim, WithLimits(values or (), Proof(Rewriting(()), point)), "expansions")
            if verdict.status is Status.PROVED:
                return verdict
    found = Finding() if after is None or has_limits(after.lhs, after.rhs) else search(after, deadline)
    seen_to_differ = None if found.counterexample is None else [found.counterexample.point]
    if seen_to_differ or not found.agreeing:
        different = refute_with_limits(s, values_of, deadline, seen_to_differ)
        if different is not None:
            return judged(claim, different, "expansions")
    if after is None or values is None:
        return Verdict(Status.UNDECIDED, reason="a limit was not found")
    argument = prove(after, deadline, found.agreeing[0]) if found.agreeing else None
    if argument is None:
        return Verdict(Status.UNDECIDED, reason=why_not(found, deadline, seconds))
    seen = found.agreeing[0]
    proof = Proof(argument, seen.point, seen.precision, seen.functions)
    return judged(claim, WithLimits(values, proof), "expansions, then " + NAMES_OF_ARGUMENTS[type(argument)])
