"""What would take minutes is given up at once, or when the time is over: long sums within sums, integrals,
values to thousands of digits, derivatives that grow."""

from __future__ import annotations

import time

import pytest

from verify_derivations.check import decide
from verify_derivations.errors import TermError, TooLarge
from verify_derivations.read.records import read_record
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.evaluation.balls import Evaluation
from verify_derivations.term.evaluation.patience import OutOfTime, is_late, until
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Term

LONG = [
    "3 + 10**(-9000)*polylog(5/2, 1/3)*polylog(7/2, 1/3)*polylog(9/2, 1/3)",
    "Product(1 + 1/k, (k, 1, 10000000))",
    "Product(1 + 1/k, (k, 1, 10**30))",
    "Sum(Sum(Sum(j*k*l, (j, 1, 1000)), (k, 1, 1000)), (l, 1, 1000))",
    "Sum(Sum(log(j*k + 1), (j, 1, 900)), (k, 1, 900))",
    "diff(sin(x)*exp(x)*cos(x)*log(x)*tan(x), x, 12)",
]


@pytest.mark.parametrize("lhs", LONG)
def test_it_is_undecided_in_about_the_time_that_is_given(lhs):
    start = time.perf_counter()
    verdict = decide(read_record({"lhs": lhs, "rhs": "3"}), seconds=0.5)
    assert verdict.status == "undecided"
    assert time.perf_counter() - start < 10


def test_terms_of_sums_within_sums_are_counted_together():
    with pytest.raises(TermError, match="more than 30000 terms"):
        Evaluation({}).value(parse_plain("Sum(Sum(1/(j + k), (j, 1, 200)), (k, 1, 200))"))


def test_a_derivative_may_be_too_long():
    def repeatedly(term: Term) -> None:
        for _ in range(12):
            term = differentiate(term, parse_plain("x"))

    with pytest.raises(TooLarge, match="too long to be carried out"):
        repeatedly(parse_plain("sin(x)*exp(x)*cos(x)*log(x)*tan(x)"))


def test_the_reason_names_the_budget():
    verdict = decide(read_record({"lhs": LONG[-1], "rhs": "0"}))
    assert verdict.reason == "budget: a derivative that is too long to be carried out"


@pytest.mark.parametrize(
    "slow",
    [
        "integrate(log(x)*sin(x)/(1 + x**2), (x, 0, 1))",
        "integrate(exp(-x**2), (x, 1, 2))",
        "integrate(log(x)*exp(-x), (x, 0, oo))",
        "Sum(1/k**2, (k, 1, oo))",
        "Sum(log(k), (k, 1, 9000))",
        "Product(1 + 1/k**2, (k, 1, 9000))",
    ],
)
def test_an_evaluation_ends_when_the_search_does(slow):
    term = parse_plain(slow)
    with until(0.0), pytest.raises(OutOfTime):
        Evaluation({}).value(term)
    assert Evaluation({}).value(term).is_finite()  # nothing of it is remembered


def test_the_earlier_of_two_times_counts():
    with until(0.0), until(time.perf_counter() + 100):
        assert is_late()
    assert not is_late()
