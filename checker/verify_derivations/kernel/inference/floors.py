"""The rule of inference for the greatest whole number that is not larger than a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.inference.conjugates import is_whole
from verify_derivations.term.syntax.nodes import Add, Apply, Term

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation


def floor(v: Valuation, term: Term, becomes: Term) -> None:
    """floor(u) = floor(w) + m where u = w + m, or floor(u) = m where m <= u < m + 1, for a whole number m."""
    match term:
        case Apply("floor", (u,)):
            pass
        case _:
            raise CertificateError("not a floor")
    parts = becomes.terms if isinstance(becomes, Add) else (becomes,)
    rounded = [part for part in parts if isinstance(part, Apply) and part.function == "floor"]
    whole = [part for part in parts if part not in rounded]
    if len(rounded) > 1 or not all(is_whole(v, part) for part in whole):
        raise CertificateError("what is taken out may be no whole number")
    rest = v.value(u)
    for part in whole:
        rest = v.field.sub(rest, v.value(part))
    if rounded:
        if not v.field.equal(rest, v.value(rounded[0].arguments[0])):
            raise CertificateError("the arguments differ by something else")
        return
    if not v.is_real(u):
        raise CertificateError("the argument may be complex")
    if not (v.signs.nonnegative(rest) and v.signs.positive(v.field.sub(v.field.one, rest))):
        raise CertificateError("the number does not lie within 1 below the argument")


FLOOR_RULES = {"floor": floor}

__all__ = ["FLOOR_RULES"]
