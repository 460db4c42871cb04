"""Sums with shifted indices: telescoping, differences, convolution, running and discounted sums."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

SYMBOLS: dict[str, Any] = {
    "x": {"shape": ["n"]},
    "y": {"shape": ["n"]},
    "u": {"shape": ["n"], "domain": "positive"},
    "w": {"shape": ["m"]},
    "X": {"shape": ["m", "n"]},
    "a": {},
    "g": {"domain": "unit"},
}
INDICES = {"i": "n", "j": "n", "t": "n", "h": "n - 1"}
ADVANTAGE = "Sum(g**l*y[t + l], (l, 0, n - t))"

TRUE_AND_FALSE: list[tuple[str, str, str]] = [
    # the left side, what it is, what it is not
    ("Sum(x[k + 1], (k, 1, n - 1))", "Sum(x[k], (k, 2, n))", "Sum(x[k], (k, 1, n - 1))"),
    ("Sum(x[k + 1], (k, 1, n - 1))", "sum(x) - x[1]", "sum(x) - x[n]"),
    ("Sum(x[k + 1] - x[k], (k, 1, n - 1))", "x[n] - x[1]", "x[1] - x[n]"),
    ("Sum(1/x[k + 1] - 1/x[k], (k, 1, n - 1))", "1/x[n] - 1/x[1]", "1/x[1] - 1/x[n]"),
    (
        "Sum((x[k + 1] - x[k])**2, (k, 1, n - 1))",
        "2*sum(x**2) - x[1]**2 - x[n]**2 - 2*Sum(x[k]*x[k + 1], (k, 1, n - 1))",
        "2*sum(x**2) - 2*Sum(x[k]*x[k + 1], (k, 1, n - 1))",
    ),
    (
        "Sum(x[k]*(y[k + 1] - y[k]), (k, 1, n - 1))",
        "x[n]*y[n] - x[1]*y[1] - Sum(y[k + 1]*(x[k + 1] - x[k]), (k, 1, n - 1))",
        "x[n]*y[n] - x[1]*y[1] - Sum(y[k]*(x[k + 1] - x[k]), (k, 1, n - 1))",
    ),
    ("Sum(k*x[k], (k, 1, n)) - Sum(k*x[k + 1], (k, 1, n - 1))", "sum(x)", "sum(x) - x[1]"),
    ("Sum(log(u[k + 1]/u[k]), (k, 1, n - 1))", "log(u[n]/u[1])", "log(u[1]/u[n])"),
    ("Sum(f(k + 1) - f(k), (k, 1, n))", "f(n + 1) - f(1)", "f(n) - f(1)"),
    ("Sum(1/(k + 1), (k, 1, n))", "Sum(1/k, (k, 1, n)) + 1/(n + 1) - 1", "Sum(1/k, (k, 1, n)) - 1"),
    # counted backwards; convolution
    ("Sum(x[n + 1 - k], (k, 1, n))", "sum(x)", "-sum(x)"),
    ("Sum(x[n + 1 - k]*y[k], (k, 1, n))", "Sum(x[k]*y[n + 1 - k], (k, 1, n))", "Sum(x[k]*y[k], (k, 1, n))"),
    ("Sum(x[k]*y[i + 1 - k], (k, 1, i))", "Sum(y[k]*x[i + 1 - k], (k, 1, i))", "Sum(y[k]*x[k], (k, 1, i))"),
    ("Sum(x[k]*x[n + 1 - k], (k, 1, n))", "Sum(x[n + 1 - k]*x[k], (k, 1, n))", "sum(x**2)"),
    # running sums
    ("Sum(x[k], (k, 1, i))", "sum(x) - Sum(x[k], (k, i + 1, n))", "sum(x) - Sum(x[k], (k, i, n))"),
    ("Sum(x[k], (k, 1, h + 1))", "Sum(x[k], (k, 1, h)) + x[h + 1]", "Sum(x[k], (k, 1, h)) + x[h]"),
    ("Sum(Sum(x[k], (k, 1, i)) - Sum(x[k], (k, 1, i - 1)), (i, 1, n))", "sum(x)", "n*sum(x)"),
    ("Sum(Sum(x[k], (k, 1, i)), (i, 1, n))", "Sum(Sum(x[j], (j, 1, k)), (k, 1, n))", "n*sum(x)"),
    # discounted sums: one step of the recursion, and the same from another origin
    (
        ADVANTAGE,
        "y[t] + g*Sum(g**l*y[t + 1 + l], (l, 0, n - t - 1))",
        "y[t] + Sum(g**l*y[t + 1 + l], (l, 0, n - t - 1))",
    ),
    (ADVANTAGE, "Sum(g**(k - t)*y[k], (k, t, n))", "Sum(g**k*y[k], (k, t, n))"),
    # the number of members
    ("Sum(1, (k, 2, n))", "n - 1", "n"),
    ("Sum(a, (k, 0, n))", "(n + 1)*a", "n*a"),
    # derivatives and deltas at the ends
    ("D(sum(x**2), x[1])", "2*x[1]", "2*x[n]"),
    ("Sum(delta(k, 1)*x[k], (k, 1, n))", "x[1]", "x[n]"),
    ("Sum(delta(k, i)*x[k], (k, 1, n))", "x[i]", "x[1]"),
    ("Sum(delta(k + 1, 1)*x[k], (k, 1, n))", "0", "x[1]"),
]


def status(lhs: str, rhs: str, **more: Any) -> str:
    record = {"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS, "indices": INDICES, "functions": ["f"], **more}
    return str(decide(read_record(record)).status)


@pytest.mark.parametrize(("lhs", "true", "false"), TRUE_AND_FALSE)
def test_what_holds_is_proved_and_what_does_not_is_refuted(lhs: str, true: str, false: str) -> None:
    assert (status(lhs, true), status(lhs, false)) == ("proved", "refuted")


FROM_TWO_ON = [
    # true from n = 2 on; at n = 1 a range is shorter than its bounds say
    ("Sum(x[k], (k, 2, n - 1))", "sum(x) - x[1] - x[n]"),
    ("Sum(a, (k, 3, n))", "a*(n - 2)"),
    ("D(Sum((x[k + 1] - x[k])**2, (k, 1, n - 1)), x[1])", "2*x[1] - 2*x[1 + 1]"),
    ("Sum(delta(k, 2)*x[k], (k, 1, n))", "x[2]"),
]


@pytest.mark.parametrize(("lhs", "rhs"), FROM_TWO_ON)
def test_what_holds_from_two_on_needs_that_said(lhs: str, rhs: str) -> None:
    assert status(lhs, rhs, sizes="n >= 2") == "proved"


@pytest.mark.parametrize(("lhs", "rhs"), FROM_TWO_ON[:2])
def test_an_empty_range_refutes_it_otherwise(lhs: str, rhs: str) -> None:
    verdict = decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS, "indices": INDICES}))
    assert str(verdict.status) == "refuted"
    assert verdict.witness is not None
    assert dict(verdict.witness.point)["n"] == "1"


def test_a_sum_up_to_an_index_is_not_joined_with_the_one_around_it() -> None:
    swapped = status("Sum(Sum(x[k], (k, 1, i)), (i, 1, n))", "Sum(Sum(x[k], (i, 1, n)), (k, 1, n))")
    assert swapped == "refuted"
