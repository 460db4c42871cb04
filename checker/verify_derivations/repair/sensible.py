"""Edits that nobody would propose: a sum that is zero, a fraction that can be reduced."""

from __future__ import annotations

from math import gcd

from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import MINUS_ONE, ZERO, Add, Mul, Number, Pow, Term
from verify_derivations.term.syntax.traverse import subterms


def is_sensible(whole: Term, printed: Term) -> bool:
    """The edited side has no sum that is plainly zero and no fraction to be reduced that is not printed.

    >>> from verify_derivations.term.notation.plain import parse_plain as p
    >>> [is_sensible(p(text), p("x*(1 - x)/4")) for text in ("x*(1 - 1)/4", "x*(1 - x)*2/4", "x*(1 - x)/2")]
    [False, False, True]
    """
    before = frozenset(subterms(printed))
    new = [part for part in subterms(whole) if part not in before]
    return not any(_vanishes(part) or _is_reducible(part) for part in new)


def _vanishes(term: Term) -> bool:
    return isinstance(term, Add) and folded(term) is ZERO


def _is_reducible(term: Term) -> bool:
    """Whole numbers above and below the line have a factor in common."""
    if not isinstance(term, Mul):
        return False
    above = [f.value.numerator for f in term.factors if isinstance(f, Number) and f.value.denominator == 1]
    below = [
        f.base.value.numerator
        for f in term.factors
        if isinstance(f, Pow) and f.exponent is MINUS_ONE and isinstance(f.base, Number)
    ]
    return any(gcd(int(a), int(b)) > 1 for a in above for b in below)


__all__ = ["is_sensible"]
