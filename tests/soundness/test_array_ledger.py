"""Wrong verdicts about arrays that were once given; those accepted from forgers are in the kernel's tests."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

X = {"x": {"shape": ["n"]}}
COMPLEX = {"x": {"shape": ["n"], "domain": "complex"}}

NOT_REFUTED = [
    pytest.param(
        {"lhs": "sqrt(x**2)", "rhs": "x", "symbols": X, "given": [["x", ">=", "0"]]},
        id="an inequality between arrays was taken to hold everywhere",
    ),
    pytest.param(
        {"lhs": "Abs(x)", "rhs": "-x", "symbols": X, "given": [["x", "<=", "zeros(n)"]]},
        id="the same, the other way round",
    ),
]

NOT_PROVED = [
    pytest.param(
        {"lhs": "Abs(x)**2", "rhs": "x**2", "symbols": COMPLEX},
        id="entries declared to be complex were taken for real ones",
    ),
]

STILL_PROVED = [
    {"lhs": "sqrt(x**2)", "rhs": "x", "symbols": X, "given": [["x", ">=", "0"]]},
    {"lhs": "Abs(x)", "rhs": "-x", "symbols": X, "given": [["x", "<=", "zeros(n)"]]},
    {
        "lhs": "S(i, sqrt(x[i]**2))",
        "rhs": "sum(x)",
        "symbols": X,
        "given": [["x", ">=", "0"]],
        "indices": {"i": "n"},
    },
    {"lhs": "Abs(x)**2", "rhs": "x**2", "symbols": X},
    {"lhs": "(x + 1)**2", "rhs": "x**2 + 2*x + 1", "symbols": COMPLEX},
]
"""Neighbours of the above that hold: mending must not have gone too far."""


def status(record: dict[str, Any]) -> str:
    return str(decide(read_record(record)).status)


@pytest.mark.parametrize("record", NOT_REFUTED)
def test_it_is_not_refuted(record):
    assert status(record) != "refuted"


@pytest.mark.parametrize("record", NOT_PROVED)
def test_it_is_not_proved(record):
    assert status(record) != "proved"


@pytest.mark.parametrize("record", STILL_PROVED)
def test_it_is_still_proved(record):
    assert status(record) == "proved"
