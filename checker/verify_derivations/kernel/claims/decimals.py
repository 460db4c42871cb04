"""Printed decimals: what they claim as two inequalities, and what a value says about the digits printed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.evaluation.balls import Ball, exact
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.decimals import (
    Interval,
    allowed_interval,
    cut_interval,
    decimal_text,
    meant_interval,
    rounded_interval,
    unit,
)
from verify_derivations.term.syntax.nodes import Decimal, Number

Value = Any
"""A ball, or a `Fraction` where the value is known exactly."""


def ends(s: Statement) -> tuple[Statement, Statement]:
    """That the left side lies above the lower end of the decimal's interval, and below the upper one.

    Raises:
        CertificateError: the right side is no printed decimal.
    """
    if not isinstance(s.rhs, Decimal):
        raise CertificateError("there is no printed decimal on the right side")
    meant = meant_interval(s.rhs)
    return (
        replace(s, relation=">" if meant.lower_open else ">=", rhs=Number(meant.lower)),
        replace(s, relation="<" if meant.upper_open else "<=", rhs=Number(meant.upper)),
    )


def outside(s: Statement, ball: Ball) -> bool:
    """The left side, whose value is in the ball, is none of the numbers that the decimal may stand for.

    An end of the interval is told from its neighbours only where the left side is written as a rational.
    """
    return isinstance(s.rhs, Decimal) and _apart(allowed_interval(s.rhs), _value(s, ball))


def _value(s: Statement, ball: Ball) -> Value:
    number = rational(s.lhs)
    return ball if number is None else number


def _apart(interval: Interval, value: Value) -> bool:
    lower, upper = _ends(interval, value)
    below = value <= lower if interval.lower_open else value < lower
    above = value >= upper if interval.upper_open else value > upper
    return bool(below or above)


def _within(interval: Interval, value: Value) -> bool:
    lower, upper = _ends(interval, value)
    after = value > lower if interval.lower_open else value >= lower
    before = value < upper if interval.upper_open else value <= upper
    return bool(after and before)


def _ends(interval: Interval, value: Value) -> tuple[Value, Value]:
    if isinstance(value, Fraction):
        return interval.lower, interval.upper
    return exact(interval.lower), exact(interval.upper)


def in_words(s: Statement, ball: Ball) -> str:
    """What the value of the left side says about the printed digits: rounded, truncated, or wrong."""
    if not isinstance(s.rhs, Decimal):
        return ""
    decimal, value = s.rhs, _value(s, ball)
    printed = decimal_text(decimal, dots=False)
    rounded, cut = rounded_interval(decimal), cut_interval(decimal)
    if _within(rounded, value):
        if _within(cut, value):
            return f"{printed} is the rounded value, and the truncated one as well"
        also = ", not the truncated one" if _apart(cut, value) else ""
        return f"{printed} is the rounded value{also}"
    if not _apart(rounded, value):
        return ""
    should_be = _rounded(decimal, value)
    if _within(cut, value):
        return f"{printed} is the truncated value{should_be}"
    return (
        f"{printed} is neither the rounded nor the truncated value{should_be}" if _apart(cut, value) else ""
    )


def _rounded(decimal: Decimal, value: Value) -> str:
    """`; rounded to as many digits it is ...`, where there is no doubt about it."""
    if isinstance(value, Fraction):
        value = exact(value)
    digits = (value / exact(unit(decimal)) + exact(Fraction(1, 2))).floor().unique_fmpz()
    if digits is None:
        return ""
    shown = decimal_text(Decimal(int(digits), decimal.places))
    return f"; rounded to as many digits it is {shown}"


__all__ = ["ends", "in_words", "outside"]
