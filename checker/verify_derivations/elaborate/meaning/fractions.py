"""Fractions, binomial coefficients and roots."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.derivatives import derivative
from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.trouble import NotRead, ill_formed
from verify_derivations.parse.tree import Empty, Fraction, Root
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array
from verify_derivations.term.syntax.nodes import HALF, MINUS_ONE, Apply, Mul, Number, Pow, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator


def fraction(reading: Elaborator, node: Fraction) -> Array:
    """A derivative as Leibniz writes it, a quotient, or a binomial coefficient."""
    if leibniz(node) is not None:
        return derivative(reading, node)
    rule = FRACTIONS.get(node.command)
    if rule is None:
        raise NotRead(f"{node.command} is not read yet", node)
    for part in (node.top, node.bottom):
        if isinstance(part, Empty):
            raise ill_formed("a part of this fraction is missing", node)
    bottom = reading.term(node.bottom)
    return arrays.elementwise(lambda top: rule(top, bottom), reading.value(node.top))


def root(reading: Elaborator, node: Root) -> Term:
    """A root, as a power."""
    if isinstance(node.radicand, Empty):
        raise ill_formed("there is nothing under the root", node)
    radicand = reading.term(node.radicand)
    if node.degree is None:
        return Pow(radicand, HALF)
    degree = reading.term(node.degree)
    if isinstance(degree, Number) and degree.value % 2 == 1 and not isinstance(radicand, Symbol):
        options = (
            "roots are of what is not negative",
            "a root of odd degree may be of a negative number",
        )
        reading.choose(Choice("odd roots", options, "write the power that is meant", modelled=False))
    if isinstance(degree, Number) and degree.value:
        return Pow(radicand, Number(1 / degree.value))
    return Pow(radicand, Pow(degree, MINUS_ONE))


def _quotient(top: Term, bottom: Term) -> Term:
    return Mul((top, Pow(bottom, MINUS_ONE)))


def _binomial(top: Term, bottom: Term) -> Term:
    return Apply("binomial", (top, bottom))


FRACTIONS: dict[str, Callable[[Term, Term], Term]] = {
    **dict.fromkeys(
        ("\\frac", "\\dfrac", "\\tfrac", "\\cfrac", "\\nicefrac", "\\sfrac", "\\flatfrac", "\\over"),
        _quotient,
    ),
    **dict.fromkeys(("\\binom", "\\dbinom", "\\tbinom", "\\choose"), _binomial),
}
"""What the commands make of what stands above and below."""


__all__ = ["fraction", "root"]
