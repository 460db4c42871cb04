"""Powers with whole numbers in the exponent, taken apart by the factors of the base."""

from __future__ import annotations

from verify_derivations.kernel.algebra.terms import polynomial_term
from verify_derivations.kernel.inference.conjugates import is_whole
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.syntax.build import number
from verify_derivations.term.syntax.nodes import MINUS_ONE, Apply, Mul, Pow, Term

MOST_FACTORS = 8


def of(v: Valuation, base: Term, exponent: Term) -> list[tuple[str, Term]]:
    """A lemma for a power of a product, or of exponentials, that may be complex or negative."""
    if not is_whole(v, exponent):
        return []
    value = v.field.reduced(v.value(base))
    if v.signs.positive(value):
        return []
    content = v.signs.content(value)
    factors: list[Term] = [] if content == 1 else [Pow(number(content), exponent)]
    for p, k in v.signs.factors_of(value):
        power = _power(polynomial_term(v.field, p), exponent)
        factors += [power if k > 0 else Pow(power, MINUS_ONE)] * abs(k)
    if not 1 <= len(factors) <= MOST_FACTORS or (len(factors) == 1 and isinstance(factors[0], Pow)):
        return []
    return [("whole power", factors[0] if len(factors) == 1 else Mul(factors))]


def _power(q: Term, exponent: Term) -> Term:
    match q:
        case Apply("exp", (u,)):
            return Apply("exp", (Mul((exponent, u)),))
    return Pow(q, exponent)


__all__ = ["of"]
