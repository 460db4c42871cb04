"""SymPy's matrix expressions, written inside a with block, are read entry by entry and as printed."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Determinant,
    DiagMatrix,
    Function,
    HadamardPower,
    HadamardProduct,
    Identity,
    IndexedBase,
    KroneckerDelta,
    Matrix,
    MatrixSymbol,
    OneMatrix,
    Sum,
    Trace,
    ZeroMatrix,
    exp,
    log,
    sqrt,
    symbols,
)
from sympy.core.parameters import evaluate

from verify_derivations.errors import TermError
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, ShapeError
from verify_derivations.term.arrays.matrix_operations import UNIT
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.notation.text import text
from verify_derivations.term.sympy.from_sympy import D, term_from_sympy
from verify_derivations.term.sympy.from_sympy_arrays import array_from_sympy
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
from verify_derivations.term.syntax.nodes import ONE, Term
from verify_derivations.term.syntax.nodes import Symbol as Name

m, n = symbols("m n", integer=True, positive=True)
i, j, k = symbols("i j k", integer=True)
A, B, S = MatrixSymbol("A", m, n), MatrixSymbol("B", n, m), MatrixSymbol("S", n, n)
x, y, z = vector("x", n), vector("y", n), vector("z", m)
row = MatrixSymbol("r", 1, n)
P, Q = MatrixSymbol("P", 2, 3), MatrixSymbol("Q", 2, 2)
w = IndexedBase("w", shape=(n,))
c, J = symbols("c J", real=True)
sigma = Function("sigma")


def written(make: Any, layout: str = "denominator") -> Any:
    """What is written inside of a with block."""
    with evaluate(False), as_printed(layout):
        return make()


def entry_text(array: Array) -> str:
    """The entry in row i and column j."""
    names = iter("ij")
    return text(arrays.entry(array, [ONE if axis == UNIT else Name(next(names)) for axis in array.axes]))


READ = [
    # what is written, its shape, its entry in row i and column j
    (lambda: A, "(m, n)", "A[i, j]"),
    (lambda: x, "(n, 1)", "x[i]"),
    (lambda: row, "(1, n)", "r[i]"),
    (lambda: A.T, "(n, m)", "A[j, i]"),
    (lambda: A.T.T, "(m, n)", "A[i, j]"),
    (lambda: A + A, "(m, n)", "A[i, j] + A[i, j]"),
    (lambda: A - A + A, "(m, n)", "A[i, j] - A[i, j] + A[i, j]"),
    (lambda: -A, "(m, n)", "-A[i, j]"),
    (lambda: c * A / m, "(m, n)", "c*A[i, j]/m"),
    (lambda: A * x, "(m, 1)", "Sum(A[i, k]*x[k], (k, 1, n))"),
    (lambda: A @ x, "(m, 1)", "Sum(A[i, k]*x[k], (k, 1, n))"),
    (lambda: (A * B).T, "(m, m)", "Sum(A[j, k]*B[k, i], (k, 1, n))"),
    (lambda: A.T * (A * x - z), "(n, 1)", "Sum(A[k, i]*(Sum(A[k, l]*x[l], (l, 1, n)) - z[k]), (k, 1, m))"),
    (lambda: x.T * y, "number", "Sum(x[k]*y[k], (k, 1, n))"),
    (lambda: 1 - x.T * y, "number", "1 - Sum(x[k]*y[k], (k, 1, n))"),
    (lambda: x * y.T, "(n, n)", "x[i]*y[j]"),
    (lambda: (x.T * y) * x, "(n, 1)", "Sum(x[k]*y[k], (k, 1, n))*x[i]"),
    (lambda: x * x.T / (x.T * x), "(n, n)", "x[i]*x[j]/Sum(x[k]*x[k], (k, 1, n))"),
    (lambda: S.I, "(n, n)", "inv(S)[i, j]"),
    (lambda: S**-1, "(n, n)", "inv(S)[i, j]"),
    (lambda: S.I * S, "(n, n)", "Sum(inv(S)[i, k]*S[k, j], (k, 1, n))"),
    (lambda: S**2, "(n, n)", "Sum(S[i, k]*S[k, j], (k, 1, n))"),
    (lambda: (x.T * x) ** 2, "number", "Sum(x[k]*x[k], (k, 1, n))**2"),
    (lambda: sqrt(x.T * x), "number", "sqrt(Sum(x[k]*x[k], (k, 1, n)))"),
    (lambda: exp(-x.T * y), "number", "exp(-Sum(x[k]*y[k], (k, 1, n)))"),
    (lambda: Trace(S * S), "number", "Sum(Sum(S[k, l]*S[l, k], (l, 1, n)), (k, 1, n))"),
    (lambda: log(Determinant(S)), "number", "log(det(S))"),
    (lambda: Identity(n), "(n, n)", "delta(i, j)"),
    (lambda: ZeroMatrix(m, n), "(m, n)", "0"),
    (lambda: OneMatrix(n, 1), "(n, 1)", "1"),
    (lambda: HadamardProduct(x, S * y), "(n, 1)", "x[i]*Sum(S[i, k]*y[k], (k, 1, n))"),
    (lambda: hadamard(x, y, x), "(n, 1)", "x[i]*y[i]*x[i]"),
    (lambda: HadamardPower(x, 3), "(n, 1)", "x[i]**3"),
    (lambda: DiagMatrix(x), "(n, n)", "x[i]*delta(i, j)"),
    (lambda: diag(x), "(n, n)", "x[i]*delta(i, j)"),
    (lambda: outer(x, z), "(n, m)", "x[i]*z[j]"),
    (lambda: norm(x), "number", "sqrt(Sum(x[k]**2, (k, 1, n)))"),
    (lambda: softmax(x), "(n, 1)", "exp(x[i])/Sum(exp(x[k]), (k, 1, n))"),
    (lambda: softmax(A), "(m, n)", "exp(A[i, j])/Sum(exp(A[i, k]), (k, 1, n))"),
    (lambda: x.applyfunc(exp), "(n, 1)", "exp(x[i])"),
    (lambda: (A * x).applyfunc(lambda v: v + 1), "(m, 1)", "Sum(A[i, k]*x[k], (k, 1, n)) + 1"),
    (lambda: elementwise(sigma, x), "(n, 1)", "sigma(x[i])"),
    (lambda: elementwise(lambda a, b: a / b, x, y), "(n, 1)", "x[i]/y[i]"),
    (lambda: Matrix([c, x[2]]), "(2, 1)", "c*delta(i, 1) + x[2]*delta(i, 2)"),
    (
        lambda: stack(1, Matrix([c, J]))[3],
        "number",
        "delta(3, 1) + (c*delta(1, 1) + J*delta(1, 2))*delta(3, 2)"
        " + (c*delta(2, 1) + J*delta(2, 2))*delta(3, 3)",
    ),
    (lambda: x[i], "number", "x[i]"),
    (lambda: A[i, j], "number", "A[i, j]"),
    (lambda: P[2, 3], "number", "P[2, 3]"),
    (lambda: row[j], "number", "r[j]"),
    (lambda: (A * x)[i], "number", "Sum(A[i, k]*x[k], (k, 1, n))"),
    (lambda: w[j] * KroneckerDelta(i, j), "number", "w[j]*delta(i, j)"),
    (lambda: A * w, "(m, 1)", "Sum(A[i, k]*w[k], (k, 1, n))"),
    # derivatives: in the denominator layout, the variable counts the rows
    (lambda: D(J, x), "(n, 1)", "diff(J, x[i])"),
    (lambda: D(J, row), "(1, n)", "diff(J, r[i])"),
    (lambda: D(J, A), "(m, n)", "diff(J, A[i, j])"),
    (lambda: D(J, x[j]), "number", "diff(J, x[j])"),
    (lambda: D(J, w), "(n, 1)", "diff(J, w[i])"),
    (lambda: D(A, c), "(m, n)", "diff(A[i, j], c)"),
    (lambda: D(A * x, x), "(n, m)", "diff(Sum(A[j, k]*x[k], (k, 1, n)), x[i])"),
    (lambda: grad(J, A), "(m, n)", "diff(J, A[i, j])"),
    (lambda: jacobian(A * x, x), "(m, n)", "diff(Sum(A[i, k]*x[k], (k, 1, n)), x[j])"),
    (lambda: sympy.Derivative(x.T * x, x), "(n, 1)", "diff(Sum(x[k]*x[k], (k, 1, n)), x[i])"),
]


@pytest.mark.parametrize(
    ("make", "shape", "entry"), READ, ids=lambda value: value if isinstance(value, str) else ""
)
def test_it_is_read_entry_by_entry_as_printed(make, shape, entry):
    array = array_from_sympy(written(make))
    assert (arrays.shape_text(array), entry_text(array)) == (shape, entry)


NUMERATOR = [
    (lambda: D(J, x), "(1, n)", "diff(J, x[i])"),
    (lambda: D(J, A), "(n, m)", "diff(J, A[j, i])"),
    (lambda: D(A * x, x), "(m, n)", "diff(Sum(A[i, k]*x[k], (k, 1, n)), x[j])"),
    (lambda: grad(J, A), "(m, n)", "diff(J, A[i, j])"),
    (lambda: jacobian(A * x, x), "(m, n)", "diff(Sum(A[i, k]*x[k], (k, 1, n)), x[j])"),
]


@pytest.mark.parametrize(("make", "shape", "entry"), NUMERATOR)
def test_in_the_numerator_layout_derivatives_are_transposed(make, shape, entry):
    array = array_from_sympy(written(make, "numerator"))
    assert (arrays.shape_text(array), entry_text(array)) == (shape, entry)


def test_sympy_knows_the_shapes_of_what_is_written():
    """Its own classes ask for them: the trace of something that is surely not square is refused by SymPy."""
    for make, shape, _ in READ:
        expression = written(make)
        if isinstance(expression, sympy.MatrixBase | sympy.MatrixExpr):
            expected = (1, 1) if shape == "number" else tuple(shape.strip("()").split(", "))
            assert tuple(str(size) for size in expression.shape) == tuple(str(size) for size in expected)


CLASHES = [
    # what is written, what is said: the place and both shapes
    (lambda: A * A, "in A*A: a matrix product of the shapes (m, n) and (m, n)"),
    (lambda: row.T * A, "in r.T*A: a matrix product of the shapes (n, 1) and (m, n)"),
    (lambda: P * Q, "in P*Q: a matrix product of the shapes (2, 3) and (2, 2)"),
    (lambda: A + B, "in A + B: a sum of the shapes (m, n) and (n, m)"),
    (lambda: A + c, "in A + c: a sum of the shapes (m, n) and number"),
    (lambda: x + (A * x), "in x + A*x: a sum of the shapes (n, 1) and (m, 1)"),
    (lambda: hadamard(x, z), "in hadamard(x, z): a product entry by entry of the shapes (n, 1) and (m, 1)"),
    (
        lambda: elementwise(lambda a, b: a * b, x, z),
        "a function entry by entry of the shapes (n, 1) and (m, 1)",
    ),
    (lambda: A.I, "in A.I: the inverse of the shape (m, n), which is not square"),
    (lambda: A**2, "in A**2: the inverse of the shape (m, n), which is not square"),
    (lambda: Trace(A), "in Trace(A): the trace of the shape (m, n), which is not square"),
    (lambda: exp(x), "in x: a number is expected here, not an array of shape (n, 1)"),
    (lambda: diag(A), "in diag(A): diag of the shape (m, n), which is no vector"),
    (lambda: D(z, A), "the derivative of an array of the shape (m, 1) by one of the shape (m, n)"),
    (lambda: grad(x, x), "a gradient is taken of a number, not of the shape (n, 1)"),
    (lambda: jacobian(J, x), "a Jacobian is taken of a vector by a vector"),
    (lambda: x[1, 2], "in x[1, 2]: the index 2 of an axis of size 1"),
    (lambda: stack(1, x), "only numbers and columns of given sizes are stacked, not (n, 1)"),
]


@pytest.mark.parametrize(
    ("make", "message"), CLASHES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_clash_of_shapes_names_the_place_and_both_shapes(make, message):
    with pytest.raises(ShapeError) as error:
        array_from_sympy(written(make))
    assert message in error.value.message


REFUSED = [
    (lambda: S**c, "the exponent of a matrix is a whole number"),
    (lambda: S**9, "the exponent of a matrix is a whole number"),
    (lambda: MatrixSymbol("A", n + 1, 2), "the size n + 1 is neither a name nor a whole number from 1"),
    (lambda: sympy.BlockMatrix([[S, S]]), "BlockMatrix has no meaning here"),
    (lambda: norm(IndexedBase("q")), "q has no shape"),
    (lambda: D(J, x + y), "a derivative by x + y has no meaning here"),
]


@pytest.mark.parametrize(
    ("make", "message"), REFUSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_has_no_meaning_is_refused_for_its_reason(make, message):
    with pytest.raises(TermError) as error:
        array_from_sympy(written(make))
    assert message in error.value.message


def test_an_entry_that_sympy_counts_from_0_is_refused():
    with pytest.raises(TermError, match="SymPy counts from 0"):
        array_from_sympy(P[0, 0])


def test_outside_of_the_block_sympy_is_as_it_was():
    before = A + A
    written(lambda: A + A)
    assert before == A + A
    assert A.T.T == A
    with pytest.raises(ZeroDivisionError):
        written(lambda: 1 // 0)
    assert before == A + A
    assert A.T.T == A


# ---- bound indices -------------------------------------------------------------------------------
SUMS = [
    # a bound index has nothing to do with an index of the same name outside of the sum
    (lambda: Sum(A[i, k] * x[k], (k, 1, n)), "Sum(A[i, k]*x[k], (k, 1, n))"),
    (lambda: x[k] * Sum(x[k], (k, 1, n)), "x[k]*Sum(x[l], (l, 1, n))"),
    (lambda: Sum(x[k] * Sum(x[k], (k, 1, n)), (k, 1, n)), "Sum(x[k]*Sum(x[l], (l, 1, n)), (k, 1, n))"),
    (lambda: Sum((S * x)[k] * x[k], (k, 1, n)), "Sum(Sum(S[k, l]*x[l], (l, 1, n))*x[k], (k, 1, n))"),
    (lambda: Sum((x * x.T)[i, k], (i, 1, n), (k, 1, n)), "Sum(Sum(x[i]*x[k], (i, 1, n)), (k, 1, n))"),
    (
        lambda: Sum(elementwise(lambda v: v * x[k], y)[j], (k, 1, n)),
        "Sum(y[j]*x[k], (k, 1, n))",
    ),
    (
        lambda: elementwise(lambda v: Sum(v * x[k], (k, 1, n)), y)[k],
        "Sum(y[k]*x[l], (l, 1, n))",
    ),
    (
        lambda: elementwise(lambda v: elementwise(lambda u: u * v, x)[i], y)[j],
        "x[i]*y[j]",
    ),
    (lambda: D(Sum(x[k] ** 2, (k, 1, n)), x[k]), "diff(Sum(x[l]**2, (l, 1, n)), x[k])"),
]


@pytest.mark.parametrize(("make", "shown"), SUMS)
def test_a_bound_index_is_never_captured(make, shown):
    assert text(term_from_sympy(written(make))) == shown


def test_a_derivative_by_a_bound_index_is_refused():
    with pytest.raises(TermError, match="a derivative by k has no meaning here"):
        term_from_sympy(written(lambda: Sum(D(k**2, k), (k, 1, n))))


# ---- held against numbers --------------------------------------------------------------------------
SIDE = 2
NUMBERS = {
    name: [[Fraction(a), Fraction(b)], [Fraction(c_), Fraction(d)]]
    for name, (a, b, c_, d) in {"A": (1, 2, -3, 5), "B": (-2, 1, 7, 3), "C": (4, -1, 2, -5)}.items()
}
Rows = list[list[Fraction]]


def times(left: Rows, right: Rows) -> Rows:
    return [
        [sum((a * b for a, b in zip(r, q, strict=True)), Fraction(0)) for q in zip(*right, strict=True)]
        for r in left
    ]


def each(make: Any, *operands: Rows) -> Rows:
    return [[make(*(o[r][q] for o in operands)) for q in range(SIDE)] for r in range(SIDE)]


def swapped(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


def leaves() -> Any:
    return st.sampled_from(sorted(NUMBERS)).map(lambda s: (MatrixSymbol(s, SIDE, SIDE), NUMBERS[s]))


def grown(inner: Any) -> Any:
    """Operations on pairs of an expression and its rows, computed in two ways."""
    pairs = st.tuples(inner, inner)

    def by_sums(pair: Any) -> Any:
        (a, rows), (b, columns) = pair
        product_ = sum_over_k(a, b)
        return product_, times(rows, columns)

    return st.one_of(
        pairs.map(lambda p: (p[0][0] + p[1][0], each(lambda a, b: a + b, p[0][1], p[1][1]))),
        pairs.map(lambda p: (p[0][0] - p[1][0], each(lambda a, b: a - b, p[0][1], p[1][1]))),
        pairs.map(lambda p: (p[0][0] * p[1][0], times(p[0][1], p[1][1]))),
        pairs.map(lambda p: (hadamard(p[0][0], p[1][0]), each(lambda a, b: a * b, p[0][1], p[1][1]))),
        inner.map(lambda e: (e[0].T, swapped(e[1]))),
        inner.map(lambda e: (-3 * e[0], each(lambda a: -3 * a, e[1]))),
        inner.map(lambda e: (elementwise(lambda v: v**2 + 1, e[0]), each(lambda a: a * a + 1, e[1]))),
        pairs.map(by_sums),
        pairs.map(lambda p: (Trace(p[0][0]) * p[1][0], traced(p[0][1], p[1][1]))),
    )


def traced(rows: Rows, others: Rows) -> Rows:
    return each(lambda a: (rows[0][0] + rows[1][1]) * a, others)


def sum_over_k(a: Any, b: Any) -> Any:
    """The matrix product, written entry by entry with an index whose name is used everywhere."""
    entries = Matrix(SIDE, SIDE, lambda r, q: Sum(a[r + 1, k] * b[k, q + 1], (k, 1, SIDE)))
    return hadamard(entries)  # a Matrix of its own is SymPy's, and counts from 0


@settings(deadline=None)
@given(st.data())
def test_entries_have_the_values_that_computing_with_numbers_gives(data):
    with evaluate(False), as_printed():
        expression, rows = data.draw(st.recursive(leaves(), grown, max_leaves=5))
        array = array_from_sympy(expression)
    entries: dict[tuple[str, tuple[int, ...]], Fraction] = {
        (name, (r + 1, q + 1)): value[r][q]
        for name, value in NUMBERS.items()
        for r, q in product(range(2), repeat=2)
    }
    for r, q in product(range(SIDE), repeat=2):
        found: Term = arrays.entry(array, [number(r + 1), number(q + 1)])
        assert rational_value(found, {}, entries) == rows[r][q]


def number(value: int) -> Term:
    return term_from_sympy(value)


def test_a_derivative_by_the_variable_of_an_integral():
    f, a, u = sympy.Function("f"), sympy.Symbol("a"), sympy.Symbol("u")
    integral = sympy.Integral(sympy.Derivative(f(u), u), (u, 0, a))
    assert text(term_from_sympy(integral)) == "integrate(f'(u), (u, 0, a))"
    with pytest.raises(TermError, match="a derivative by u has no meaning here"):
        term_from_sympy(sympy.Integral(sympy.Derivative(sympy.exp(u), u), (u, 0, a)))
