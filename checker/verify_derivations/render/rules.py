"""The rules of the kernel in words: what a lemma of a proof rests on, one sentence each."""

from __future__ import annotations

from verify_derivations.certificate import Lemma
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply

RULES_IN_WORDS: dict[str, str] = {
    "meaning": "definition: {f} written in simpler functions",
    "exponential": "exponential: exp(a + b) = exp(a) exp(b), and exp(r log p) = p**r",
    "logarithm": "logarithm: log(p q) = log p + log q, and log(p**r) = r log p, for positive p and q",
    "scaled logarithm": "logarithm: log(Q q) = log Q + log q for positive Q",
    "negative": "logarithm of a negative number: log(u) = log(-u) + i pi",
    "root": "root: a number that is not negative has one such root that is not negative",
    "scaling": "root of a product: (Q q)**r = Q**r q**r for positive Q",
    "power": "power: b**e = exp(e log b) where b is not zero",
    "absolute": "absolute value: |u| is the number that is not negative and has the square u**2",
    "conjugate": "conjugate: that of a sum, a product or a function without a cut, part by part",
    "modulus": "absolute value: |u| is not negative, and its square is u times its conjugate",
    "modulus of a power": "absolute value of a power: |b**e| = |b|**e for real e, where b is not zero",
    "floor": "rounding down: floor(u + m) = floor(u) + m for whole m, and m where m <= u < m + 1",
    "whole power": "power of a product: (p q)**n = p**n q**n, and exp(u)**n = exp(n u), for whole n",
    "sign": "sign: sign(u) |u| = u, where u is not zero",
    "parity": "parity: {f} is {parity}",
    "logarithmic": "inverse function: {f} written as a logarithm",
    "principal": "inverse function: {f}(u) is the angle in its range with that value",
    "inverse": "inverse function: the exponential undoes it",
    "recurrence": "recurrence of {f}: its value one step further along",
    "value": "known value of {f}",
    "inverse matrix": "inverse: the product of the two matrices is the unit matrix",
    "inverse of a product": "inverse of a product: inv(P Q) = inv(Q) inv(P) for square P and Q",
    "inverse of a Kronecker product": "inverse of a Kronecker product: that of the inverses",
    "determinant of a product": "determinant of a product: det(P Q) = det P det Q",
    "determinant of a multiple": "determinant of a multiple: det(c P) = c**n det P for n rows",
    "determinant of an inverse": "determinant of an inverse: the reciprocal",
    "logarithm of a product": "the logarithm of a product of positive factors is the sum of their logarithms",
    "determinant of a diagonal matrix": "the determinant of a diagonal matrix is the product of its diagonal",
    "Sylvester": "Sylvester's theorem: det(1 + A B) = det(1 + B A)",
    "unity": "angle: exp(i pi p/q) is a root of unity, told from the others by its numerical value",
    "algebraic": "numbers made of roots: their difference is smaller than any such number but 0 can be",
}
"""By the name that a lemma gives; {f} is the function that the lemma is about."""

PARITIES = {"odd": "odd, f(-u) = -f(u)", "even": "even, f(-u) = f(u)", "": "odd or even"}


def rule_in_words(lemma: Lemma) -> str:
    """What the lemma rests on.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> rule_in_words(Lemma("value", parse_plain("sin(0)"), parse_plain("0")))
    'known value of sin'
    """
    words = RULES_IN_WORDS.get(lemma.rule, f"the rule {lemma.rule}")
    if not isinstance(lemma.term, Apply):
        return words.format(f="the function", parity=PARITIES[""])
    return words.format(f=lemma.term.function, parity=PARITIES[_parity(lemma.term.function)])


def _parity(function: str) -> str:
    return FUNCTIONS[function].parity if function in FUNCTIONS else ""


__all__ = ["RULES_IN_WORDS", "rule_in_words"]
