"""Instances at which a statement is defined are found where logarithms and roots ask for signs."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

SQUARES: dict[str, Any] = {name: {"shape": ["n", "n"]} for name in "ABC"}
SYMMETRIC: dict[str, Any] = {name: {"shape": ["n", "n"], "assume": ["sym"]} for name in "AB"}
DEFINITE: dict[str, Any] = {name: {"shape": ["n", "n"], "assume": ["spd"]} for name in "AB"}
VECTOR: dict[str, Any] = {"x": {"shape": ["n"]}}

CLAIMS = [
    # symbols, left, right, status, conditions
    (SQUARES, "logdet(A@B)", "logdet(A) + logdet(B)", "proved", ["det(A) > 0", "det(B) > 0"]),
    (SYMMETRIC, "logdet(A@B)", "logdet(A) + logdet(B)", "proved", ["det(A) > 0", "det(B) > 0"]),
    (DEFINITE, "logdet(A@B)", "logdet(A) + logdet(B)", "proved", []),
    (SQUARES, "logdet(A@B)", "logdet(A) - logdet(B)", "refuted", []),
    (
        SQUARES,
        "logdet(A@B@C)",
        "logdet(A) + logdet(B) + logdet(C)",
        "proved",
        ["det(A) > 0", "det(B) > 0", "det(C) > 0"],
    ),
    (SQUARES, "log(det(A)**2)", "2*logdet(A)", "proved", ["det(A) > 0"]),
    (SQUARES, "log(det(A)*det(B))", "2*log(det(A))", "refuted", []),
    (VECTOR, "sqrt(x@x - 100)", "0", "refuted", []),
    (VECTOR, "sum(log(x)) + sqrt(sum(x) - 4)", "sum(log(x))", "refuted", []),
]


@pytest.mark.parametrize(("symbols", "lhs", "rhs", "status", "conditions"), CLAIMS)
def test_a_claim_that_asks_for_signs_is_decided(symbols, lhs, rhs, status, conditions):
    verdict = decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols}))
    assert (str(verdict.status), [c.text for c in verdict.conditions]) == (status, conditions)
