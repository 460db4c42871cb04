"""Printed decimals: read with their digits, written as they were, and the intervals that they stand for."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_derivations.errors import TermError
from verify_derivations.term.notation.latex import latex
from verify_derivations.term.syntax.decimals import (
    cut_interval,
    decimal_text,
    meant_interval,
    printed_value,
    read_decimal,
    rounded_interval,
)
from verify_derivations.term.syntax.nodes import Decimal

READ = [
    # text, units, places, dots
    ("0.0040", 40, 4, False),
    ("0.40", 40, 2, False),
    ("12", 12, 0, False),
    ("-3.14...", -314, 2, True),
    ("\N{MINUS SIGN}2.5", -25, 1, False),
    ("3.14…", 314, 2, True),
    ("6.02e23", 602, -21, False),
    ("1.5E-7", 15, 8, False),
    (" 5. ", 5, 0, False),
]

REFUSED = [
    ("", "no decimal"),
    ("x", "no decimal"),
    (".5", "no decimal"),
    ("1/2", "no decimal"),
    ("1,5", "no decimal"),
    ("0.5.1", "no decimal"),
    ("-0.00", "-0 stands for no interval"),
    ("0.0...", "either sign"),
    ("1e9999", "more than 1000"),
    ("1" * 1001, "more than 1000"),
]


@pytest.mark.parametrize(("text", "digits", "places", "cut"), READ)
def test_a_decimal_is_read_with_its_digits(text: str, digits: int, places: int, cut: bool) -> None:
    assert read_decimal(text) is Decimal(digits, places, cut)


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_decimal_is_refused(text: str, why: str) -> None:
    with pytest.raises(TermError, match=why):
        read_decimal(text)


@given(st.integers(-(10**8), 10**8), st.integers(-30, 30), st.booleans())
def test_a_decimal_is_written_as_it_is_read(digits: int, places: int, cut: bool) -> None:
    printed = Decimal(digits, places, cut and digits != 0)
    again = read_decimal(decimal_text(printed))
    assert (printed_value(again), again.cut) == (printed_value(printed), printed.cut)


@given(st.fractions(Fraction(-50), Fraction(50), max_denominator=10**6), st.integers(0, 4))
def test_a_number_lies_in_the_intervals_of_its_own_digits(value: Fraction, places: int) -> None:
    scale = 10**places
    rounded = Decimal(round(value * scale), places)
    cut = Decimal(int(value * scale), places, True)
    interval = rounded_interval(rounded)
    assert interval.lower <= value <= interval.upper
    begins = cut_interval(cut)
    assert begins.lower <= value <= begins.upper
    assert not (begins.lower_open and value == begins.lower)
    assert not (begins.upper_open and value == begins.upper)


def test_dots_choose_the_interval() -> None:
    assert meant_interval(read_decimal("0.25")) == rounded_interval(read_decimal("0.25"))
    assert meant_interval(read_decimal("0.25...")) == cut_interval(read_decimal("0.25"))


@pytest.mark.parametrize(
    ("text", "tex"), [("0.0040", "0.0040"), ("3.14...", r"3.14\dots"), ("6.02e23", r"6.02 \cdot 10^{23}")]
)
def test_a_decimal_in_latex(text: str, tex: str) -> None:
    assert latex(read_decimal(text)) == tex
