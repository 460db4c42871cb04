"""The rule of inference for powers whose exponent is a whole number that has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.inference.conjugates import is_whole
from verify_derivations.term.syntax.nodes import Apply, Mul, Number, Pow, Term

if TYPE_CHECKING:
    from verify_derivations.kernel.algebra.field import Element
    from verify_derivations.kernel.inference.valuation import Valuation


def whole_power(v: Valuation, term: Term, becomes: Term) -> None:
    """b**e is the product of q**e, 1/q**e and exp(e*u) for whole e and b != 0, where b is that of q, 1/q and
    exp(u).

    So it is for complex numbers, too; none of the factors is zero, as b is not and no q in a divisor is.
    """
    match term:
        case Pow(base, exponent) if not isinstance(exponent, Number) and is_whole(v, exponent):
            pass
        case _:
            raise CertificateError("not a power with a whole number in its exponent")
    product = v.field.one
    for factor in becomes.factors if isinstance(becomes, Mul) else (becomes,):
        product = v.field.mul(product, _base(v, factor, exponent))
    if not v.signs.nonzero(v.value(base)):
        raise CertificateError("the base of a power may be zero")
    if not v.field.equal(product, v.value(base)):
        raise CertificateError("the factors do not multiply to the base")


def _base(v: Valuation, factor: Term, exponent: Term) -> Element:
    """The value of q where the factor is q to that power."""
    match factor:
        case Pow(q, e) if e is exponent:
            return v.value(q)
        case Pow(Pow(q, e), Number(inverse)) if e is exponent and inverse == -1:
            if not v.signs.nonzero(v.value(q)):
                raise CertificateError("a factor may divide by zero")
            return v.field.inverse(v.value(q))
        case Apply("exp", (Mul((e, *rest)),)) if e is exponent and rest:
            return v.value(Apply("exp", (rest[0] if len(rest) == 1 else Mul(rest),)))
    raise CertificateError("a factor is no such power")


WHOLE_POWER_RULES = {"whole power": whole_power}

__all__ = ["WHOLE_POWER_RULES"]
