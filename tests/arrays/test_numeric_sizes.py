"""Sizes that are numbers, beside symbolic ones."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

SYMBOLS: dict[str, Any] = {"x": {"shape": [3]}, "A": {"shape": [2, "n"]}, "B": {"shape": [2, 2]}}

TRUE_AND_FALSE = [
    # the left side, what it is, what it is not
    ("eye(2)@A", "A", "2*A"),
    ("x@x", "x[1]**2 + x[2]**2 + x[3]**2", "x[1]**2 + x[2]**2"),
    ("prod(x[k], (k, 1, 3))", "x[1]*x[2]*x[3]", "x[1]*x[2]"),
    ("Sum(x[k + 1] - x[k], (k, 1, 2))", "x[3] - x[1]", "x[3] - x[2]"),
    ("det(B)", "B[1, 1]*B[2, 2] - B[1, 2]*B[2, 1]", "B[1, 1]*B[2, 2]"),
    ("tr(A@T(A))", "sum(A**2)", "sum(A)**2"),
    ("tr(eye(2)) + tr(eye(n))", "n + 2", "2*n"),
]


@pytest.mark.parametrize(("lhs", "true", "false"), TRUE_AND_FALSE)
def test_what_holds_is_proved_and_what_does_not_is_refuted(lhs: str, true: str, false: str) -> None:
    found = [
        str(decide(read_record({"lhs": lhs, "rhs": r, "symbols": SYMBOLS})).status) for r in (true, false)
    ]
    assert found == ["proved", "refuted"]
