"""Whether a polynomial is a sum of multiples of others: then it is zero wherever these are.

Of one polynomial that is divisibility. Of several a Groebner basis is made, as far as it stays small; what
is reduced to zero by some of its members is such a sum in any case (D. Cox, J. Little, D. O'Shea, Ideals,
Varieties, and Algorithms, ch. 2).
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import fmpz_mpoly_vec

from verify_derivations.kernel.algebra.field import Field, Polynomial

MOST_TERMS, MOST_DEGREE, MOST_POLYNOMIALS = 400, 16, 6
"""Larger polynomials, and more of them, are not looked at."""

LIMITS = (12, 80, 400)
"""How many polynomials, terms of each and bits of their coefficients a basis may have."""


def is_combination(field: Field, p: Polynomial, zeros: Sequence[Polynomial]) -> bool:
    """The polynomial is a sum of multiples of the others.

    >>> field = Field(2)
    >>> x, y = field.polynomials
    >>> is_combination(field, 3*x*y**2 - 3*y, [x*y - 1]), is_combination(field, x - 1, [x**2 - 1])
    (True, False)
    """
    zeros = [zero for zero in zeros if not zero.is_zero() and _is_small(zero)]
    if not zeros or len(zeros) > MOST_POLYNOMIALS or not _is_small(p):
        return False
    if len(zeros) == 1:
        return _is_divisible(p, zeros[0])
    basis, _ = fmpz_mpoly_vec(zeros, field.context).buchberger_naive(limits=LIMITS)
    return _is_reduced_to_zero(p, [*basis])


def _is_small(p: Polynomial) -> bool:
    return len(p) <= MOST_TERMS and p.total_degree() <= MOST_DEGREE


def _is_divisible(p: Polynomial, by: Polynomial) -> bool:
    """By the lemma of Gauss it is enough to look at whole quotients by the primitive part."""
    _, rest = divmod(p, by.primitive()[1])
    return bool(rest.is_zero())


def _is_reduced_to_zero(p: Polynomial, basis: Sequence[Polynomial]) -> bool:
    """Multiples of the basis are taken away as long as that makes the polynomial smaller."""
    for _ in range(2 * MOST_DEGREE):
        before = p
        for one in basis:
            if p.is_zero():
                return True
            scale = one.leading_coefficient() ** (p.total_degree() + 1)
            quotient, rest = divmod(p * scale, one)
            if not quotient.is_zero():
                p = rest.primitive()[1] if not rest.is_zero() else rest
        if p.is_zero() or p == before or not _is_small(p):
            break
    return bool(p.is_zero())


__all__ = ["is_combination"]
