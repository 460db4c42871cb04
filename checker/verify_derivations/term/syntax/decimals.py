"""Printed decimals: read from text, written as text, and the interval of the numbers that they stand for."""

from __future__ import annotations

import re
from fractions import Fraction

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.syntax.nodes import Decimal, RoughDecimal

PATTERN = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?(\.\.\.|…)?(?:[eE]([+-]?\d{1,4}))?(\.\.\.|…)?")
MOST_DIGITS, MOST_PLACES = 1000, 1000
MOST_ZEROS = 12
"""A decimal with more zeros behind the point, or too few digits before it, is written with an exponent."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `lower` to `upper`; an end that is `open` does not belong to it."""

    lower: Fraction
    upper: Fraction
    lower_open: bool = False
    upper_open: bool = False


def read_decimal(text: str) -> Decimal:
    """A decimal as it is printed: digits, perhaps a point, an exponent, or dots at the end.

    Raises:
        TermError: the text is no decimal.

    >>> read_decimal("0.0040"), read_decimal("3.14..."), read_decimal("-6.02e23")
    (Decimal(40, 4, False), Decimal(314, 2, True), Decimal(-602, -21, False))
    """
    found = PATTERN.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
    if found is None:
        raise TermError(
            f"{text.strip()[:60]!r} is no decimal",
            help='print it with its digits, as in "0.0040" or "3.14..."',
        )
    sign, whole, behind, dots, exponent, late_dots = found.groups()
    digits, places = whole + (behind or ""), len(behind or "") - int(exponent or 0)
    if len(digits) > MOST_DIGITS or abs(places) > MOST_PLACES:
        raise TermError(f"a decimal with more than {MOST_DIGITS} digits or places")
    value = int(digits)
    if value == 0 and sign == "-":
        raise TermError("-0 stands for no interval of its own", help="print 0, or more digits")
    cut = bool(dots or late_dots)
    if value == 0 and cut:
        raise TermError(
            "0 with dots may be the beginning of a number of either sign", help="print more digits"
        )
    return Decimal(-value if sign == "-" else value, places, cut)


def decimal_text(term: Decimal, *, dots: bool = True) -> str:
    """The decimal as printed.

    >>> [decimal_text(read_decimal(text)) for text in ("0.0040", "-3.14...", "6.02e23", "12")]
    ['0.0040', '-3.14...', '6.02e23', '12']
    """
    sign, digits = "-" if term.digits < 0 else "", str(abs(term.digits))
    tail = "..." if term.cut and dots else ""
    if 0 <= term.places <= len(digits) + MOST_ZEROS:
        digits = digits.rjust(term.places + 1, "0")
        whole = digits[: len(digits) - term.places]
        return sign + (f"{whole}.{digits[-term.places :]}" if term.places else whole) + tail
    exponent = len(digits) - 1 - term.places
    mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
    return f"{sign}{mantissa}{tail}e{exponent}"


def unit(term: Decimal) -> Fraction:
    """One unit of the last digit."""
    return Fraction(10) ** -term.places


def printed_value(term: Decimal) -> Fraction:
    """The number that the digits spell."""
    return term.digits * unit(term)


def rounded_interval(term: Decimal) -> Interval:
    """The numbers that are printed so when rounded; a number half-way may be rounded either way."""
    half = unit(term) / 2
    return Interval(printed_value(term) - half, printed_value(term) + half)


def cut_interval(term: Decimal) -> Interval:
    """The numbers whose decimal expansion begins with these digits (for 0: a unit to either side)."""
    value, step = printed_value(term), unit(term)
    if value == 0:
        return Interval(-step, step, lower_open=True, upper_open=True)
    return (
        Interval(value, value + step, upper_open=True)
        if value > 0
        else Interval(value - step, value, lower_open=True)
    )


def meant_interval(term: Decimal) -> Interval:
    """The interval that the decimal claims: by rounding, or by cutting off where dots follow.

    A rough one claims either.

    >>> meant_interval(read_decimal("0.25")).lower, meant_interval(read_decimal("0.25...")).lower
    (Fraction(49, 200), Fraction(1, 4))
    """
    if term.cut or not isinstance(term, RoughDecimal):
        return cut_interval(term) if term.cut else rounded_interval(term)
    rounded, cut = rounded_interval(term), cut_interval(term)
    if cut.lower < rounded.lower:
        return Interval(
            cut.lower, max(cut.upper, rounded.upper), lower_open=True, upper_open=term.digits == 0
        )
    return Interval(rounded.lower, cut.upper, upper_open=True)


SURELY_WRONG = 10
"""A number that is more than so many units of the last digit away is not approximated by a rough decimal."""


def allowed_interval(term: Decimal) -> Interval:
    """The interval outside of which the decimal is wrong: the one that it claims, for a rough one more.

    >>> allowed_interval(RoughDecimal(314, 2)).upper
    Fraction(81, 25)
    """
    if not isinstance(term, RoughDecimal):
        return meant_interval(term)
    slack = SURELY_WRONG * unit(term)
    return Interval(printed_value(term) - slack, printed_value(term) + slack)


__all__ = [
    "Interval",
    "allowed_interval",
    "cut_interval",
    "decimal_text",
    "meant_interval",
    "printed_value",
    "read_decimal",
    "rounded_interval",
    "unit",
]
