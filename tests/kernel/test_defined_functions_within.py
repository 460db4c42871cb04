"""Derivatives of defined functions at what a sum or an integral runs over: g'(z_k), g'(t) under the sign."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

LET = [["g(t)", r"\cos t"], ["s(t)", r"\frac{1}{1 + e^{-t}}"], ["h(t)", "1"], ["f(t)", r"\ln t"]]

TRUE_AND_FALSE = [
    # what runs, what it is, what it is not
    (r"\int_0^1 g'(t)\,dt", r"\cos(1) - 1", r"1 - \cos(1)"),
    (r"\int_0^x s'(t)\,dt", r"s(x) - \frac12", "s(x)"),
    (r"\sum_{k=1}^n g'(k)", r"-\sum_{k=1}^n \sin k", r"\sum_{k=1}^n \sin k"),
    (r"\sum_{k=1}^3 g'(k x)", r"-\sin(x) - \sin(2x) - \sin(3x)", r"\sin(x) + \sin(2x) + \sin(3x)"),
    (r"\sum_{k=1}^n g''(k)", r"-\sum_{k=1}^n \cos k", r"\sum_{k=1}^n \cos k"),
    (r"\sum_{k=1}^n f(f'(k))", r"-\sum_{k=1}^n \ln k", r"\sum_{k=1}^n \ln k"),
    (
        r"\sum_{k=1}^n \sum_{j=1}^m f'(j + k)",
        r"\sum_{k=1}^n \sum_{j=1}^m \frac{1}{j + k}",
        r"\sum_{k=1}^n \sum_{j=1}^m \frac{1}{j k}",
    ),
]


def of(lhs: str, rhs: str):
    names = {"n": "posint", "m": "posint", "x": "real"}
    return read_record({"syntax": "latex", "lhs": lhs, "rhs": rhs, "symbols": names, "let": LET})


@pytest.mark.parametrize(("running", "value", "wrong"), TRUE_AND_FALSE)
def test_the_slope_of_a_defined_function_under_a_sign(running, value, wrong):
    assert decide(of(running, value)).status == "proved"
    assert decide(of(running, wrong)).status == "refuted"


NOWHERE = [
    # the argument of a function is required for all values of the index, as is what is differentiated
    (r"\sum_{k=1}^n h(\frac{1}{k - 1})", "n"),
    (r"\int_0^n h(\frac{1}{t})\,dt", "n"),
    (r"\int_{-2}^{-1} f'(t)\,dt", r"-\ln(2)"),
]


@pytest.mark.parametrize(("lhs", "rhs"), NOWHERE)
def test_what_has_no_value_for_one_of_them_is_not_proved(lhs, rhs):
    assert decide(of(lhs, rhs)).status in ("undecided", "vacuous")


def test_it_is_said_for_which_values_it_holds():
    verdict = decide(of(r"\sum_{k=1}^n f'(k - 3)", r"\sum_{k=1}^n \frac{1}{k - 3}"))
    assert verdict.status == "proved"
    assert [one.text for one in verdict.conditions] == ["k - 3 != 0 for every k from 1 to n"]
