"""Quadratic forms that are sums of squares, and others that look like them."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

SYMBOLS = {
    "X": {"shape": ["n", "p"]},
    "Y": {"shape": ["n", "p"]},
    "Q": {"shape": ["p", "p"]},
    "H": {"shape": ["p", "p"], "assume": ["sym"]},
    "A": {"shape": ["n", "m"]},
    "B": {"shape": ["m", "p"]},
    "z": {"shape": ["p"]},
    "y": {"shape": ["p"]},
    "u": {"shape": ["n"]},
    "w": {"shape": ["n"], "assume": ["pos"]},
    "c": {"domain": "positive"},
    "Z": {"shape": ["n", "p"], "domain": "complex"},
}

NEVER_NEGATIVE = [
    "T(z)@T(X)@X@z",
    "T(z)@(T(X)@X + c*eye(p))@z",  # ridge regression
    "T(z)@T(B)@T(A)@A@B@z",
    "T(z)@T(X)@diag(w)@X@z",  # the Hessian of logistic regression
    "T(z)@H@H@z",
    "T(z)@T(X)@X@T(X)@X@z",
    "tr(T(X)@X)",
    "tr(T(X)@A@T(A)@X)",
    "tr(T(X)@diag(w)@X)",
]

NEGATIVE_SOMEWHERE = [
    "T(z)@T(X)@Y@z",  # two matrices
    "T(z)@T(X)@X@y",  # two vectors
    "T(z)@T(X)@diag(u)@X@z",  # weights of any sign
    "T(z)@Q@Q@z",  # not symmetric
    "T(z)@H@z",
    "T(z)@H@H@H@z",
    "T(z)@(T(X)@X - 9*eye(p))@z",
    "tr(T(Q)@H@Q@H)",
]


def about(lhs: str, relation: str = ">="):
    used = {name: said for name, said in SYMBOLS.items() if name in lhs}
    return read_record({"lhs": lhs, "relation": relation, "rhs": "0", "symbols": used})


@pytest.mark.parametrize("form", NEVER_NEGATIVE)
def test_a_sum_of_squares(form):
    assert decide(about(form), seconds=30).status == "proved"
    assert decide(about(f"-({form})", "<="), seconds=30).status == "proved"
    assert decide(about(form, ">"), seconds=30).status != "proved"  # where all is zero


@pytest.mark.parametrize("form", NEGATIVE_SOMEWHERE)
def test_no_sum_of_squares(form):
    assert decide(about(form), seconds=30).status == "refuted"


def test_squares_of_complex_numbers_may_be_anything():
    assert decide(about("sum((Z@z)**2)"), seconds=10).status != "proved"
