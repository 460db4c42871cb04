"""What each relation says about two values: when it surely fails, and in which words."""

from __future__ import annotations

from collections.abc import Callable

from flint import acb

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.decimals import in_words, outside
from verify_derivations.kernel.claims.real_sides import has_real_sides
from verify_derivations.kernel.claims.statement import APPROXIMATELY, DEFINED, Statement
from verify_derivations.term.evaluation.balls import Ball
from verify_derivations.term.syntax.nodes import Term

ORDERS = ("<", "<=", ">", ">=")
"""The relations of which complex numbers know nothing."""

FAILS: dict[str, Callable[[Ball], bool]] = {
    "=": lambda d: not d.contains(0),
    "!=": lambda d: bool(d == 0),
    "<": lambda d: bool(d >= 0),
    "<=": lambda d: bool(d > 0),
    ">": lambda d: bool(d <= 0),
    ">=": lambda d: bool(d < 0),
}
"""By the ball of the difference of the sides: the relation does not hold for any number of the ball."""

HOLDS: dict[str, Callable[[Ball], bool]] = {
    "=": lambda d: bool(d == 0),
    "!=": lambda d: not d.contains(0),
    "<": lambda d: bool(d < 0),
    "<=": lambda d: bool(d <= 0),
    ">": lambda d: bool(d > 0),
    ">=": lambda d: bool(d >= 0),
}
"""By the ball of the difference of the sides: the relation holds for every number of the ball."""

RELATIONS = (*FAILS, APPROXIMATELY, DEFINED)
"""The relations between two values that the kernel can judge."""

IMPLIES, EQUIVALENT = "⇒", "⇔"
IMPLICATIONS = (IMPLIES, EQUIVALENT)
"""Those between conditions."""

WORDS: dict[str, str] = {
    "=": "the two sides differ at this point",
    "!=": "the two sides are equal at this point",
    "<": "the left side is not smaller at this point",
    "<=": "the left side is larger at this point",
    ">": "the left side is not larger at this point",
    ">=": "the left side is smaller at this point",
}
"""What a refutation says."""


def larger_and_smaller(s: Statement) -> tuple[Term, Term]:
    """The side that is claimed to be the larger one (the left one for `!=`), and the other."""
    return (s.rhs, s.lhs) if s.relation in ("<", "<=") else (s.lhs, s.rhs)


def fails(s: Statement, lhs: Ball, rhs: Ball) -> bool:
    """The relation surely does not hold between a number of the one ball and one of the other.

    Raises:
        CertificateError: it is an order, and the statement is about complex numbers.
    """
    _require_order(s)
    if s.relation == APPROXIMATELY:
        return outside(s, lhs)
    return s.relation in FAILS and FAILS[s.relation](_difference(s, lhs, rhs))


def failure(s: Statement, lhs: Ball) -> str:
    """What a refutation says, in words."""
    if s.relation == APPROXIMATELY:
        return in_words(s, lhs) or "the value does not lie in the interval of the printed digits"
    return WORDS[s.relation]


def holds(s: Statement, lhs: Ball, rhs: Ball) -> bool:
    """The relation surely holds between every number of the one ball and every one of the other."""
    _require_order(s)
    return s.relation in HOLDS and HOLDS[s.relation](_difference(s, lhs, rhs))


def _difference(s: Statement, lhs: Ball, rhs: Ball) -> Ball:
    """A ball of lhs - rhs; a real one where the sides are real numbers, so that they have an order."""
    difference = lhs - rhs
    return difference.real if type(difference) is acb and s.relation in ORDERS else difference


def _require_order(s: Statement) -> None:
    if not s.complex_values or s.relation not in (*ORDERS, APPROXIMATELY, DEFINED):
        return
    if s.relation not in ORDERS or not has_real_sides(s):
        raise CertificateError("complex numbers have no order")


__all__ = ["ORDERS", "RELATIONS", "fails", "failure", "holds", "larger_and_smaller"]
