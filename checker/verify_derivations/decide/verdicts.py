"""What the kernel says of a certificate, and what to say where there is none."""

from __future__ import annotations

import time

from verify_derivations.certificate import (
    Apart,
    Argument,
    Arranged,
    Bent,
    Between,
    BothOrders,
    Carried,
    Cases,
    Concave,
    ConstantDifference,
    Defined,
    EachValue,
    Either,
    EitherSign,
    Enclosed,
    Exponentials,
    Exponentiated,
    Generalised,
    Inducted,
    Least,
    Lipschitz,
    Logarithmic,
    Multiplied,
    Named,
    Natural,
    Order,
    Ordered,
    Powers,
    Raised,
    Regions,
    Replaced,
    Resolved,
    Rewriting,
    Sign,
    Slope,
    Split,
    Squares,
    Turn,
    Widened,
)
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import (
    Claim,
    Status,
    Verdict,
)
from verify_derivations.refute.sampling import Finding

NAMES_OF_ARGUMENTS: dict[type[Argument], str] = {
    Rewriting: "canonical form",
    Exponentials: "canonical form of the exponentials",
    Powers: "canonical form of the powers",
    Turn: "angles modulo a turn",
    ConstantDifference: "derivatives and one point",
    Cases: "cases by sign",
    EitherSign: "cases by sign",
    Inducted: "induction",
    BothOrders: "both inequalities",
    Regions: "the regions of expressions by cases",
    Replaced: "integrals and sums replaced",
    Multiplied: "multiplied by a matrix",
    EachValue: "each value of an index or a whole number",
    Named: "integrals as quantities",
}
"""How the finder of a proof is called in a report."""


NAMES_OF_ORDERS: dict[type[Order], str] = {
    Sign: "the sign of the difference",
    Enclosed: "a ball over the domain",
    Ordered: "one side is larger",
    Exponentiated: "order of the exponentials",
    Logarithmic: "order of the logarithms",
    Raised: "order of the powers",
    Natural: "where the sides are defined",
    Widened: "real numbers for whole ones",
    Split: "parts of the domain",
    Apart: "one value apart",
    Either: "cases by sign",
    Resolved: "absolute values whose sign is known",
    Generalised: "range of a function",
    Least: "least value",
    Slope: "sign of the derivative",
    Bent: "sign of the second derivative",
    Lipschitz: "bound of the derivative",
    Concave: "concave, and not negative at the ends",
    Squares: "a sum of squares",
    Carried: "induction",
    Arranged: "each order of the size of the symbols",
    Defined: "what it requires",
    Between: "the ends of an interval",
}
"""The same for relations other than equality."""


def judged(claim: Claim, certificate: object, found_by: str) -> Verdict:
    """The kernel's verdict; a certificate that it turns down is our own bug and is said to be."""
    try:
        return judge(claim, certificate, found_by=found_by)  # type: ignore[arg-type]
    except CertificateError as error:
        return Verdict(
            Status.UNDECIDED,
            reason=f"a bug of this software: the kernel turned down what {found_by} found ({error.message})",
            found_by=found_by,
        )


NOT_SMOOTH = (
    "it is not shown that what is integrated is smooth on the whole way, so it is not differentiated under "
    "the integral; declare where the symbols live"
)


def why_not(found: Finding, deadline: float, seconds: float, relation: str = "=") -> str:
    """Why nothing could be decided, and what was seen."""
    if not found.agreeing:
        return "no point was found at which both sides are defined"
    count = len(found.agreeing)
    seen = f"the sides agree at {count} point{'s' * (count > 1)} to at least {found.digits} digits"
    if relation != "=":
        seen = f"it holds, or may hold, at {count} point{'s' * (count > 1)}"
    if time.perf_counter() > deadline:
        return f"budget ({seconds:g} s); {seen}"
    return f"no proof was found; {seen}"
