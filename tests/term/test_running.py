"""What is defined by a name that runs in a sum, an integral or a limit may be meant in two ways."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

SQUARE = [["y", "x**2"]]

IN_TWO_WAYS = [
    # definitions, left side, right side
    (SQUARE, "integrate(y, (x, 0, 1))", "1/3"),
    (SQUARE, "integrate(y, (x, 0, 1))", "y"),
    (SQUARE, "limit(y, x, 0)", "0"),
    (SQUARE, "x", "limit(y*t, x, 0)"),
    ([["y", "x**2"], ["z", "y + 1"]], "integrate(z*x, (x, 0, 1))", "3/4"),
    ([["y", "x**2"], ["z", "integrate(y, (x, 0, 1))"]], "z", "1/3"),
    ([["z", "t**2"]], "diff(integrate(z, (t, 0, x)), x)", "z"),
]


@pytest.mark.parametrize(("definitions", "lhs", "rhs"), IN_TWO_WAYS)
def test_it_is_not_understood(definitions, lhs, rhs):
    verdict = decide(read_record({"lhs": lhs, "rhs": rhs, "let": definitions}))
    assert verdict.status == "not understood"
    assert "runs where" in verdict.reason


def test_nor_where_it_is_a_hypothesis():
    claimed = {"lhs": "integrate(x*y, (x, 0, 1))", "rhs": "1/3", "given": [["y", "x"]]}
    assert decide(read_record(claimed)).status == "not understood"
    assert decide(read_record({**claimed, "rhs": "y/2", "given": [["y", "t"]]})).status == "proved"


IN_ONE_WAY = [
    (SQUARE, "integrate(y, (t, 0, x))", "x**3"),
    (SQUARE, "integrate(y, (y, 0, 1))", "1/2"),
    (SQUARE, "Sum(y*k, (k, 1, 3))", "6*x**2"),
    ([["a", "integrate(x**2, (x, 0, 1))"]], "a*x", "x/3"),
    (SQUARE, "diff(integrate(y, (t, 0, x)), x)", "3*x**2"),
]


@pytest.mark.parametrize(("definitions", "lhs", "rhs"), IN_ONE_WAY)
def test_what_runs_is_another_name(definitions, lhs, rhs):
    assert decide(read_record({"lhs": lhs, "rhs": rhs, "let": definitions})).status == "proved"
