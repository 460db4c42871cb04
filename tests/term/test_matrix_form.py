"""From entries of products of matrices back to matrix notation: what is shown of a repair."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations import verify
from verify_derivations.model import Status
from verify_derivations.read.records import read_record
from verify_derivations.term.arrays.matrix_form import NoMatrixForm, matrix_form
from verify_derivations.term.arrays.matrix_notation import form_latex, form_text

SYMBOLS: dict[str, dict[str, Any]] = {
    **{name: {"shape": ["n", "n"]} for name in "ABC"},
    "X": {"shape": ["m", "n"]},
    **{name: {"shape": ["n"]} for name in "xyw"},
    "u": {"shape": ["m"]},
    "c": {"domain": "real"},
}

ROWS = [
    ("A@B", "A@B", "A B"),
    ("T(A@B)", "T(B)@T(A)", r"B^{\top} A^{\top}"),
    ("A@(B + A)", "A@(B + A)", r"A \left(B + A\right)"),
    ("inv(A)@(A + B)@inv(B)", "inv(A)@(A + B)@inv(B)", r"A^{-1} \left(A + B\right) B^{-1}"),
    ("inv(A@B)", "inv(A@B)", r"\left(A B\right)^{-1}"),
    ("T(inv(A))", "T(inv(A))", r"\left(A^{-1}\right)^{\top}"),
    ("-2*T(X)@(u - X@w)", "-2*(T(X)@(u - (X@w)))", r"-2 X^{\top} \left(u - X w\right)"),
    ("A*B", "A*B", r"A \odot B"),
    ("(A*B)@x", "(A*B)@x", r"\left(A \odot B\right) x"),
    ("outer(u, A@x)", "outer(u, x@T(A))", r"u x^{\top} A^{\top}"),
    ("eye(n) + c*A", "eye(n) + c*A", r"I_{n} + c A"),
    ("A@diag(x)@B", "A@diag(x)@B", r"A \operatorname{diag}\left(x\right) B"),
    ("sigmoid(X@w) - u", "sigmoid(X@w) - u", r"\sigma\left({X w}\right) - u"),
    ("x*(1 - x)", "x*(1 - x)", r"x \odot \left(1 - x\right)"),
    ("x**2", "x**2", r"x^{\odot 2}"),
    ("x@A@y", "x@A@y", r"x^{\top} A y"),
    ("tr(A@B)", "tr(A@B)", r"\operatorname{tr}\left(A B\right)"),
    ("tr(A)*x", "tr(A)*x", r"\operatorname{tr}\left(A\right) x"),
    ("sum(x)", "sum(x)", r"\mathbf{1}^{\top} x"),
    ("(x@y)**2", "(x@y)**2", r"\left({x^{\top} y}\right)^{2}"),
    ("(A@x)**2", "(A@x)**2", r"\left(A x\right)^{\odot 2}"),
    ("x*A", "A@diag(x)", r"A \operatorname{diag}\left(x\right)"),
    ("exp(-x@A@x)", "exp(-(x@A@x))", r"e^{{-x^{\top} A x}}"),
    ("x/(x@x)", "(1/(x@x))*x", None),
]


def form_of(source: str) -> Any:
    claim = read_record({"lhs": source, "rhs": source, "symbols": SYMBOLS})
    shapes = {array.name: array.shape for array in claim.context.arrays}
    return matrix_form(claim.lhs, claim.context.indices, shapes)


@pytest.mark.parametrize(("source", "text", "latex"), ROWS, ids=[source for source, _, _ in ROWS])
def test_what_was_written_with_matrices_comes_back_as_matrices(source: str, text: str, latex: str | None):
    form = form_of(source)
    assert form_text(form) == text
    assert latex is None or form_latex(form) == latex


@pytest.mark.parametrize("text", [text for _, text, _ in ROWS])
def test_the_form_says_the_same_as_the_entries(text: str):
    [source] = {source for source, shown, _ in ROWS if shown == text}
    assert verify(text, source, symbols=SYMBOLS).status is Status.PROVED


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("A + c", "a summand without one of the indices"),
        ("sum(A*B*C)", "an index that more than two matrices share"),
        ("grad(x@x, x)", "a Derivative among matrices"),
        ("diagv(A)", "an entry at an index that is none of these"),
        ("diagv(A)*x", "an index that is left over"),
    ],
)
def test_what_has_no_matrix_notation_says_why(source: str, reason: str):
    with pytest.raises(NoMatrixForm, match=reason):
        form_of(source)


@pytest.mark.parametrize(("source", "latex"), [("2**x[i]", "2^{{x}}"), ("x[i]**y[i]", "{x}^{{y}}")])
def test_an_exponent_may_be_an_array(source: str, latex: str):
    claim = read_record({"lhs": source, "rhs": source, "symbols": SYMBOLS, "indices": {"i": "n"}})
    shapes = {array.name: array.shape for array in claim.context.arrays}
    assert form_latex(matrix_form(claim.lhs, claim.context.indices, shapes)) == latex
