r"""Expressions with vectors and matrices as LaTeX, as they are written."""

from __future__ import annotations

import pytest
import sympy
from sympy import (
    Determinant,
    Function,
    Identity,
    KroneckerProduct,
    MatrixSymbol,
    OneMatrix,
    Sum,
    Trace,
    exp,
    log,
)
from sympy.core.parameters import evaluate

from verify_derivations.term.sympy.printed_latex import printed_latex, printed_relation
from verify_derivations.term.sympy.printed_matrices import (
    as_printed,
    diag,
    elementwise,
    grad,
    hadamard,
    jacobian,
    norm,
    outer,
    softmax,
    stack,
    vector,
)

m, n = sympy.symbols("m n", integer=True, positive=True)
c, lam = sympy.symbols("c lambda")
i, k = sympy.symbols("i k", integer=True)
X, A, B, theta2 = MatrixSymbol("X", m, n), *(MatrixSymbol(name, n, n) for name in ("A", "B", "theta2"))
w, x, y = vector("w", n), vector("x", n), vector("y", m)
sigma = Function("sigma")

WRITTEN = [
    (lambda: X.T * (X * w - y) / m, r"\frac{1}{m} X^{\top} \left(X w - y\right)"),
    (lambda: -A * B.T, r"-A B^{\top}"),
    (lambda: A - B + 2 * A, r"A - B + 2 A"),
    (lambda: A - (A - B), r"A - \left(A - B\right)"),
    (lambda: (A * B).T, r"\left(A B\right)^{\top}"),
    (lambda: hadamard(A, B) * B, r"\left(A \odot B\right) B"),
    (lambda: -hadamard(A, B), r"-A \odot B"),
    (
        lambda: KroneckerProduct(A, B) * KroneckerProduct(B, A),
        r"\left(A \otimes B\right) \left(B \otimes A\right)",
    ),
    (lambda: (A + B).I * x, r"\left(A + B\right)^{-1} x"),
    (lambda: A.T.T, r"\left(A^{\top}\right)^{\top}"),
    (lambda: A**2, r"A^{2}"),
    (lambda: (x.T * x) ** 2, r"\left(x^{\top} x\right)^{2}"),
    (lambda: theta2 * x, r"\theta^{2} x"),
    (lambda: hadamard(A, B + A), r"A \odot \left(B + A\right)"),
    (lambda: elementwise(sigma, X * w + y), r"\sigma\left({X w + y}\right)"),
    (lambda: elementwise(lambda a, b: a / b, x, w), r"x \oslash w"),
    (lambda: elementwise(lambda a: a**2, x + w), r"\left(x + w\right)^{\odot 2}"),
    (lambda: softmax(x)[i], r"\operatorname{softmax}\left(x\right)_{i}"),
    (lambda: (A * x)[i], r"\left(A x\right)_{i}"),
    (lambda: diag(x) - outer(x, x), r"\operatorname{diag}\left(x\right) - x x^{\top}"),
    (lambda: KroneckerProduct(A, B), r"A \otimes B"),
    (lambda: Identity(n) + lam * A, r"I_{n} + \lambda A"),
    (lambda: X.T * OneMatrix(m, 1), r"X^{\top} \mathbf{1}"),
    (lambda: stack(1, w), r"\begin{pmatrix}1 \\ w\end{pmatrix}"),
    (lambda: grad(log(Determinant(A)), A), r"\nabla_{A} \log\left({\det\left(A\right)}\right)"),
    (
        lambda: jacobian(softmax(x), x),
        r"\frac{\partial}{\partial x^{\top}} \operatorname{softmax}\left(x\right)",
    ),
    (lambda: c - norm(x), r"c - {\left\lVert x \right\rVert}"),
    (lambda: Trace(A * B), r"\operatorname{tr}\left(A B\right)"),
    (lambda: exp(-x.T * A * x), r"e^{{-x^{\top} A x}}"),
    (
        lambda: Sum(log(softmax(x)[k]), (k, 1, n)),
        r"\sum_{k=1}^{n} \log\left({\operatorname{softmax}\left(x\right)_{k}}\right)",
    ),
    (lambda: sympy.Matrix([[1, c], [0, 1]]) * w, r"\begin{pmatrix}1 & c \\ 0 & 1\end{pmatrix} w"),
]


@pytest.mark.parametrize(("make", "latex"), WRITTEN, ids=[latex for _, latex in WRITTEN])
def test_an_expression_is_printed_as_it_is_written(make, latex):
    with evaluate(False), as_printed():
        assert printed_latex(make()) == latex


def test_a_statement_without_arrays_or_with_nothing_but_entries_is_printed_as_a_term_is():
    with evaluate(False), as_printed():
        assert printed_relation(c + 1, "=", c) == ""
        assert printed_relation(x[i] + 1, "=", w[i]) == ""
        assert printed_relation(A * x, "=", 0) == "A x = 0"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: sympy.Derivative(Trace(A), c, c), id="a derivative of a number made of arrays"),
        pytest.param(lambda: sympy.Integral(Trace(A) + c, c), id="an integral"),
        pytest.param(lambda: Sum(k * softmax(x)[k], (k, 1, k)), id="an index that is bound and free"),
    ],
)
def test_what_has_no_notation_of_its_own_is_left_to_the_terms(make):
    with evaluate(False), as_printed():
        assert printed_latex(make()) == ""
