"""Units in which the numbers of a statement may be: angles in degrees, shares in percent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    PI,
    Apply,
    Binder,
    Constant,
    Decimal,
    Derivative,
    Mul,
    Number,
    Pow,
    Term,
)
from verify_derivations.term.syntax.substitute import exchanged
from verify_derivations.term.syntax.traverse import subterms

OF_ANGLES = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))
TO_ANGLES = frozenset(("asin", "acos", "atan", "acot", "asec", "acsc"))

DEGREE = Mul((PI, Pow(Number(180), MINUS_ONE)))
IN_DEGREES = "write ^\\circ, or \\pi for half a turn"
IN_PERCENT = "write \\%, or the share itself"


def in_other_units(claim: Claim) -> Iterator[Alternative]:
    """The readings of a statement without unknowns in which its angles are in degrees, or a side in percent.

    In calculus angles are in radians.
    """
    if free_names(claim):
        return
    terms = list(subterms(claim.lhs, claim.rhs))
    of = [t for t in terms if isinstance(t, Apply) and t.function in OF_ANGLES and _is_plain(t.arguments[0])]
    to = [t for t in terms if isinstance(t, Apply) and t.function in TO_ANGLES]
    if (of or to) and not any(isinstance(t, Binder | Derivative) for t in terms):
        other = _put(claim, [(t, Apply(t.function, (Mul((t.arguments[0], DEGREE)),))) for t in of])
        other = _put(other, [(t, Mul((t, Pow(DEGREE, MINUS_ONE)))) for t in to])
        yield Alternative("its angles are in degrees", IN_DEGREES, other, covered=True)
    elif any(term is PI for term in terms) and not any(
        isinstance(t, Apply | Binder | Derivative) for t in terms
    ):
        yield Alternative(
            "its angles are in degrees", IN_DEGREES, _put(claim, [(PI, Number(180))]), covered=True
        )
    if isinstance(claim.rhs, Decimal | Number):
        percent = replace(claim, lhs=Mul((Number(100), claim.lhs)))
        yield Alternative("it is in percent", IN_PERCENT, percent, covered=True)


def _is_plain(argument: Term) -> bool:
    """A number in which there is no pi."""
    return not any(isinstance(part, Constant) for part in subterms(argument))


def _put(claim: Claim, pairs: list[tuple[Term, Term]]) -> Claim:
    for old, new in pairs:
        lhs, rhs = (exchanged(side, old, new, throughout=True) for side in (claim.lhs, claim.rhs))
        claim = replace(claim, lhs=lhs, rhs=rhs)
    return claim


__all__ = ["in_other_units"]
