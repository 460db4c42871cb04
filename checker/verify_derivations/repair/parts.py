"""Sums, products and signs of printed terms, put together again as somebody would print them."""

from __future__ import annotations

from verify_derivations.term.notation.layout import split_sign
from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, ZERO, Add, Mul, Number, Pow, Term


def total(*terms: Term) -> Term:
    """The printed sum of terms; sums among them are opened."""
    flat = tuple(t for term in terms for t in (term.terms if isinstance(term, Add) else (term,)))
    return ZERO if not flat else flat[0] if len(flat) == 1 else Add(flat)


def product(*factors: Term) -> Term:
    """The printed product of factors; products among them are opened."""
    flat = tuple(f for factor in factors for f in (factor.factors if isinstance(factor, Mul) else (factor,)))
    return ONE if not flat else flat[0] if len(flat) == 1 else Mul(flat)


def negated(term: Term) -> Term:
    """The term with the other sign, as it would be printed."""
    minus, rest = split_sign(term)
    if minus:
        return rest
    if isinstance(term, Number):
        return Number(-term.value)
    if isinstance(term, Add):
        return Mul((MINUS_ONE, term))
    return product(MINUS_ONE, term)


def inverted(factor: Term) -> Term:
    """The factor on the other side of the fraction bar."""
    match factor:
        case Pow(base, Number(value)):
            return base if value == -1 else Pow(base, Number(-value))
        case Number(value) if value:
            return Number(1 / value)
    return Pow(factor, MINUS_ONE)


def without(items: tuple[Term, ...], place: int) -> tuple[Term, ...]:
    """The items but one."""
    return items[:place] + items[place + 1 :]


def exchanged_at(items: tuple[Term, ...], place: int, new: Term) -> tuple[Term, ...]:
    """The items with another one at a place."""
    return (*items[:place], new, *items[place + 1 :])


__all__ = ["exchanged_at", "inverted", "negated", "product", "total", "without"]
