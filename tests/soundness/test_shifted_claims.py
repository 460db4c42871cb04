"""Random claims about sums and products over ranges, judged independently: no verdict is wrong.

A bounded run; `soak.py --what ranges` tries as many as one likes.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from random import Random

import pytest
from array_judge import differ
from array_numbers import Array
from array_trial import tried
from range_generate import case
from trial import DEFECTS, Outcome

SEED, SECONDS = 1, 1.0
EQUAL, MUTANTS, FORGED = 40, 60, 3


@cache
def outcome(trial: str, kind: str, number: int) -> Outcome:
    return tried(trial, case(SEED, number, kind), Random(number), SECONDS)


def failures(trial: str, kind: str, count: int, *, defects: bool = False) -> list[str]:
    found = [(number, outcome(trial, kind, number)) for number in range(count)]
    return [
        f"case({SEED}, {n}, {kind!r}): {o.failure}"
        for n, o in found
        if o.failure and (o.said in DEFECTS) is defects
    ]


def test_with_nobody_looking_for_counterexamples_only_what_holds_is_proved():
    assert failures("prover alone", "mutant", MUTANTS) == []


def test_what_is_equal_by_laws_is_not_refuted():
    assert failures("refuter alone", "equal", EQUAL) == []


def test_an_instance_that_refutes_is_one_at_which_the_sides_differ():
    assert failures("refuter alone", "mutant", MUTANTS) == []


def test_an_argument_that_assumes_too_much_is_accepted_only_for_what_holds():
    assert failures("forger", "mutant", FORGED) == []


@pytest.mark.parametrize("kind", ["equal", "mutant"])
def test_no_verdict_is_wrong_and_nothing_is_raised(kind):
    assert failures("both", kind, EQUAL) == []
    assert failures("both", kind, EQUAL, defects=True) == []


def test_nearly_all_that_is_equal_by_laws_is_proved():
    said = [outcome("both", "equal", number).said for number in range(EQUAL)]
    assert said.count("proved") >= EQUAL * 90 // 100


# ---- the judge itself ------------------------------------------------------------------------------
KNOWN = [
    # left, right, whether they differ at n = 3 with x = 2, -1, 5
    ("Sum(x[k], (k, 1, n))", "sum(x)", False),
    ("Sum(x[k + 1] - x[k], (k, 1, n - 1))", "x[n] - x[1]", False),
    ("Sum(x[k + 1] - x[k], (k, 1, n - 1))", "x[1] - x[n]", True),
    ("prod(x[k], (k, 1, n))", "-10", False),
    ("prod(x[k], (k, 2, 1))", "1", False),
    ("Sum(x[k], (k, 3, 1))", "0", False),
    ("Sum(Sum(x[j], (j, 1, k)), (k, 1, n))", "3*x[1] + 2*x[2] + x[3]", False),
    ("prod(Sum(x[j], (j, 1, k)), (k, 1, n))", "12", False),
    ("Sum(x[j]*k, (j, 1, k), (k, 1, n))", "Sum(Sum(x[j]*k, (j, 1, k)), (k, 1, n))", False),
    ("prod(prod(x[j], (j, 1, k)), (k, 1, n))", "40", False),
    ("prod(prod(x[j], (j, 1, k)), (k, 1, n))", "-40", True),
]


@pytest.mark.parametrize(("lhs", "rhs", "expected"), KNOWN)
def test_the_judge_computes_over_ranges(lhs: str, rhs: str, expected: bool):
    record = {"lhs": lhs, "rhs": rhs, "symbols": {"x": {"shape": ["n"]}}}
    x = Array((3,), tuple(map(Fraction, (2, -1, 5))))
    assert differ(record, {"n": 3}, {"x": x}) is expected
