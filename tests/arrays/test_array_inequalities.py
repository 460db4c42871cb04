"""Inequalities between arrays, and numbers made of them: proved for all sizes, refuted at small ones."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.model import Verdict
from verify_derivations.read.records import read_record

VECTORS = {"x": {"shape": ["n"]}, "y": {"shape": ["n"]}}
WEIGHTS = {"p": {"shape": ["n"], "assume": ["pos"]}, "x": {"shape": ["n"]}}
SIMPLEX = {"p": {"shape": ["n"], "assume": ["simplex"]}, "x": {"shape": ["n"]}}
FORM = {
    "A": {"shape": ["n", "n"], "assume": ["spd"]},
    "x": {"shape": ["n"]},
    "y": {"shape": ["n"]},
    "X": {"shape": ["n", "k"]},
}
SYMMETRIC = {"A": {"shape": ["n", "n"], "assume": ["sym"]}, "x": {"shape": ["n"]}}
MODEL = {"B": {"shape": ["m", "n"]}, "x": {"shape": ["n"]}, "y": {"shape": ["m"]}, "c": "nonnegative"}

PROVED = [
    (VECTORS, "x@x >= 0"),
    (VECTORS, "sqrt(x@x) >= 0"),
    (VECTORS, "-sum(x**2) <= 0"),
    (VECTORS, "sum(abs(x)) >= 0"),
    (VECTORS, "sum(exp(x)) > 0"),
    (VECTORS, "exp(x) > 0"),
    (VECTORS, "softmax(x) > 0"),
    (VECTORS, "x**2 >= 0"),
    (VECTORS, "sum((x - y)**2) >= 0"),
    (VECTORS, "2*x@y <= x@x + y@y"),
    (VECTORS, "(x@y)**2 <= (x@x)*(y@y)"),  # Cauchy and Schwarz, by Lagrange's identity
    (VECTORS, "sum(x)**2 <= n*sum(x**2)"),
    (VECTORS, "n*sum(x**2) >= sum(x**2)"),
    (VECTORS, "1/(1 + sum(x**2)) <= 1"),
    (VECTORS, "Sum(x[i]**2, (i, 2, n)) >= 0"),
    (VECTORS, "Sum(x[i]**2 + 1, (i, 1, n)) > 0"),
    (WEIGHTS, "sum(p*x**2) >= 0"),
    (WEIGHTS, "sum(p) > 0"),
    (SIMPLEX, "sum(p*x**2) >= 0"),
    (SIMPLEX, "sum(p*x**2) >= sum(p*x)**2"),  # a variance
    (VECTORS, "abs(sum(x)) <= sum(abs(x))"),
    (VECTORS, "abs(sum(x - y)) <= sum(abs(x - y))"),
    (VECTORS, "abs(x@y) <= sum(abs(x)*abs(y))"),
    (FORM, "x@A@x >= 0"),
    (FORM, "-(x@A@x) <= 0"),
    (FORM, "(x - y)@A@(x - y) >= 0"),
    (FORM, "2*x@A@y <= x@A@x + y@A@y"),
    (FORM, "tr(X.T@A@X) >= 0"),
    (FORM, "tr(A) > 0"),
    (FORM, "A[1, 1] > 0"),
    (MODEL, "sum((B@x)**2) >= 0"),
    (MODEL, "sum((B@x - y)**2) + c*sum(x**2) >= 0"),
]

REFUTED = [
    (VECTORS, "sum(x) >= 0"),
    (VECTORS, "x >= 0"),
    (VECTORS, "x@y >= 0"),
    (VECTORS, "x@x > 0"),  # at 0
    (VECTORS, "sum(abs(x)) > 0"),
    (VECTORS, "(x@y)**2 < (x@x)*(y@y)"),
    (VECTORS, "(x@y)**2 >= (x@x)*(y@y)"),
    (VECTORS, "sum(x**2) <= sum(x)**2"),
    (VECTORS, "sum(x**3) >= 0"),
    (VECTORS, "n >= 2"),
    (VECTORS, "Sum(x[i]**2 + 1, (i, 2, n)) > 0"),  # an empty sum
    (WEIGHTS, "p@x >= 0"),
    (FORM, "x@A@x > 0"),
    (FORM, "x@A@y >= 0"),
    (FORM, "A >= 0"),
    (FORM, "sum(A) <= 0"),
    (VECTORS, "sum(abs(x)) <= abs(sum(x))"),
    (SYMMETRIC, "x@A@x >= 0"),
    (SYMMETRIC, "tr(A) >= 0"),
]

UNDECIDED = [
    (FORM, "x@A@x > -1"),
    (VECTORS, "abs(sum(x))/n <= sum(abs(x))/n"),
]


def verdict(symbols: dict[str, Any], stated: str) -> Verdict:
    relation = next(sign for sign in ("<=", ">=", "<", ">") if f" {sign} " in stated)
    lhs, rhs = stated.split(f" {relation} ")
    return decide(read_record({"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": symbols}), seconds=5)


@pytest.mark.parametrize(("symbols", "stated"), PROVED)
def test_what_is_a_sum_of_squares_or_the_like_is_proved(symbols: dict[str, Any], stated: str) -> None:
    assert str(verdict(symbols, stated).status) == "proved"


@pytest.mark.parametrize(("symbols", "stated"), REFUTED)
def test_what_fails_is_refuted_at_a_small_instance(symbols: dict[str, Any], stated: str) -> None:
    found = verdict(symbols, stated)
    assert (str(found.status), found.witness is not None) == ("refuted", True)


@pytest.mark.parametrize(("symbols", "stated"), UNDECIDED)
def test_what_is_out_of_reach_is_undecided(symbols: dict[str, Any], stated: str) -> None:
    assert str(verdict(symbols, stated).status) == "undecided"
