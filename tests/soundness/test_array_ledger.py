"""Wrong verdicts about arrays that were once given; those accepted from forgers are in the kernel's tests."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import check_step, decide
from verify_derivations.read.python import read_python
from verify_derivations.read.records import read_record
from verify_derivations.term.syntax.nodes import TWO

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
        {
            "lhs": "Abs(A[i, i])",
            "rhs": "A[i, i]",
            "symbols": {"A": {"shape": ["n", "n"], "domain": "complex", "assume": ["spd"]}},
            "indices": {"i": "n"},
        },
        id="the diagonal of a definite matrix was positive with complex entries, too",
    ),
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


WRITTEN_OUT = """
from sympy import Matrix, OneMatrix
from verify_derivations import derivation, vector

with derivation("ones", "a column of ones") as d:
    d.claim(Matrix([1, 1]), OneMatrix(2, 1))
    d.begin(Matrix([[1, 1], [0, 1]]) * vector("z", 2))
    d.equals(vector("z", 2) + Matrix([vector("z", 2)[2], 0]))
    d.claim(Matrix([1, 2]), OneMatrix(2, 1))
"""


def test_the_rows_of_a_matrix_that_is_written_out_are_those_that_it_has(tmp_path):
    """An index that no entry of an array holds was taken for any number, and there both are not equal."""
    (tmp_path / "ones.py").write_text(WRITTEN_OUT, encoding="utf-8")
    (derivation,) = read_python(str(tmp_path / "ones.py")).derivations
    statuses = [str(check_step(step).status) for step in derivation.steps]
    assert statuses == ["proved", "proved", "refuted"]
    assert all(dict(step.claim.context.indices) == {"i": TWO} for step in derivation.steps if step.claim)


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
