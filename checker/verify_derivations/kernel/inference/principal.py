"""The rule of inference for inverse functions: the value is the angle of a range that has the sine, cosine or
tangent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.syntax.nodes import Apply, Term

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation


class Range(NamedTuple):
    """Of which function one is the inverse, and between which ends its values lie; if `open`, not at them."""

    of: str
    lower: str
    upper: str
    open: bool = False


RANGES: dict[str, Range] = {
    "asin": Range("sin", "-pi/2", "pi/2"),
    "acos": Range("cos", "0", "pi"),
    "atan": Range("tan", "-pi/2", "pi/2", open=True),
}
"""On its range the function takes every value once."""


def within(v: Valuation, function: str, angle: Term) -> bool:
    """The angle surely is real and lies in the range of the inverse function."""
    row, allowed = RANGES[function], ("+",) if RANGES[function].open else ("+", "0+")
    parts = minus(angle, formula(row.lower)), minus(formula(row.upper), angle)
    return v.is_real(angle) and all(v.signs.of_element(v.value(part)) in allowed for part in parts)


def principal(v: Valuation, term: Term, becomes: Term) -> None:
    """asin(u) = w where w is real, lies in [-pi/2, pi/2], and sin(w) = u; and so for acos and atan."""
    if not (isinstance(term, Apply) and term.function in RANGES):
        raise CertificateError("not an inverse function with a range")
    if not within(v, term.function, becomes):
        raise CertificateError("the angle may lie outside the range")
    of_it = v.value(Apply(RANGES[term.function].of, (becomes,)))
    if not v.field.equal(of_it, v.value(term.arguments[0])):
        raise CertificateError("the angle is another one")


PRINCIPAL_RULES = {"principal": principal}

__all__ = ["PRINCIPAL_RULES", "RANGES", "within"]
