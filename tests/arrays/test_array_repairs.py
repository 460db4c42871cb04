"""Refuted statements about arrays are mended too: transposes, orders of products, signs, lost factors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from verify_derivations.check import decide, mend
from verify_derivations.read.records import read_record
from verify_derivations.repair.search import Wrong

SQUARE = {name: {"shape": ["n", "n"]} for name in "ABC"}
REGULAR = {name: {"shape": ["n", "n"], "assume": ["inv"]} for name in "ABX"}
DESIGN = {"X": {"shape": ["m", "n"]}, "w": {"shape": ["n"]}, "y": {"shape": ["m"]}}
VECTOR = {"x": {"shape": ["n"]}}

MENDED = [
    # what the symbols are, the left side, what is printed, what it is meant to be, the slip
    (SQUARE, "T(A@B)", "T(A)@T(B)", "T(B)@T(A)", "the order of a product"),
    (SQUARE, "grad(tr(A@B), A)", "B", "T(B)", "swapped indices"),
    (SQUARE, "sum(A*B)", "tr(A@B)", "tr(T(A)@B)", "swapped indices"),
    (SQUARE, "det(A@B)", "det(A) + det(B)", "det(A)*det(B)", "a sum for a product"),
    (SQUARE, "A@(B + C)", "A@B - A@C", "A@B + A@C", "a sign"),
    (SQUARE, "T(T(A)@B)", "T(B)*A", "T(B)@A", "a product by entries for a matrix product"),
    (SQUARE, "A*(B + C)", "A@B + A*C", "A*B + A*C", "a matrix product for one by entries"),
    (REGULAR, "inv(A@B)", "inv(A)@inv(B)", "inv(B)@inv(A)", "the order of a product"),
    (REGULAR, "T(inv(A))", "inv(A)", "inv(T(A))", "swapped indices"),
    (DESIGN, "grad(sum((X@w - y)**2)/2, w)", "T(X)@(X@w + y)", "T(X)@(X@w - y)", "a sign"),
    (
        DESIGN,
        "jac(grad(sum((X@w - y)**2)/2, w), w)",
        "2*T(X)@X",
        "T(X)@X",
        "a factor too many",
    ),
    (VECTOR, "grad(x@x, x)", "x", "2*x", "a lost number"),
    (VECTOR, "jac(tanh(x), x)", "diag(1 - tanh(x))", "diag(1 - tanh(x)**2)", "an exponent"),
]


@pytest.mark.parametrize(("symbols", "lhs", "printed", "meant", "slip"), MENDED)
def test_the_slip_is_found(symbols: dict[str, Any], lhs: str, printed: str, meant: str, slip: str) -> None:
    wrong = read_record({"lhs": lhs, "rhs": printed, "symbols": symbols})
    (repair,) = mend(Wrong((wrong,)))
    assert repair is not None
    assert (repair.side, repair.slip) == ("right", slip)
    as_meant = read_record({"lhs": lhs, "rhs": meant, "symbols": symbols})
    assert str(decide(replace(as_meant, lhs=repair.claim.rhs)).status) == "proved"


ROWS = {"a": {"shape": ["n", "n"]}, "b": {"shape": ["n", "n"]}, "y": {"shape": ["n", "n"]}}
LAYERS = {"w1": {"shape": ["n", "n"]}, "w2": {"shape": ["n", "n"]}, "x": {"shape": ["n"]}}
RIDGE = {**DESIGN, "c": "positive"}

MENDED_TOO = [
    # what is meant on both sides, or in other arrays
    (ROWS, "sum((y - a)**2)", "sum(y**2) - 2*sum(y*b) + sum(a**2)", "another array"),
    (LAYERS, "w2@(w1@x)", "(w2@w2)@x", "another array"),
    (
        RIDGE,
        "grad(sum((X@w - y)**2)/2 + c*sum(w**2)/2, w)",
        "T(X)@(X@w + y) + 2*c*w",
        "a sign, and a lost number",
    ),
]


@pytest.mark.parametrize(("symbols", "lhs", "printed", "slip"), MENDED_TOO)
def test_arrays_are_mistaken_and_slips_come_in_pairs(
    symbols: dict[str, Any], lhs: str, printed: str, slip: str
) -> None:
    (repair,) = mend(Wrong((read_record({"lhs": lhs, "rhs": printed, "symbols": symbols}),)))
    assert repair is not None
    assert (repair.slip, str(repair.verdict.status)) == (slip, "proved")


NOT_MENDED = [
    (SQUARE, "det(2*A)", "2*det(A)"),
    (SQUARE, "(A + B)@(A + B)", "A@A + 2*A@B + B@B"),
    (VECTOR, "sum(softmax(x))", "sum(x**2)"),
]


@pytest.mark.parametrize(("symbols", "lhs", "printed"), NOT_MENDED)
def test_what_no_small_edit_mends_is_left(symbols: dict[str, Any], lhs: str, printed: str) -> None:
    assert mend(Wrong((read_record({"lhs": lhs, "rhs": printed, "symbols": symbols}),))) == (None,)
