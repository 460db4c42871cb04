"""Claims about vectors, matrices and indexed sums: what holds for all sizes is proved, the rest refuted."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import RecordError, read_record

A_SQUARE = {"A": {"shape": ["n", "n"]}, "B": {"shape": ["n", "n"]}, "C": {"shape": ["n", "n"]}}
REGULAR = {name: {"shape": ["n", "n"], "assume": ["inv"]} for name in "ABX"}
DESIGN = {"X": {"shape": ["m", "n"]}, "w": {"shape": ["n"]}, "y": {"shape": ["m"]}}
PROBABILITIES = {"p": {"shape": ["n"]}, "q": {"shape": ["n"]}}
VECTORS = {"x": {"shape": ["n"]}, "z": {"shape": ["n"]}, "c": {}}
RECTANGLES = {
    "P": {"shape": ["n", "m"]},
    "Q": {"shape": ["m", "n"]},
    "u": {"shape": ["n"]},
    "v": {"shape": ["n"]},
}

TRUE_AND_FALSE: list[tuple[dict[str, Any], str, str, str]] = [
    # what the symbols are, the left side, what it is, what it is not
    (A_SQUARE, "T(A@B)", "T(B)@T(A)", "T(A)@T(B)"),
    (A_SQUARE, "tr(A@B@C)", "tr(C@A@B)", "tr(A@C@B)"),
    (A_SQUARE, "sum(A*B)", "tr(T(A)@B)", "tr(A@B)"),
    (A_SQUARE, "(A + B)@(A + B)", "A@A + A@B + B@A + B@B", "A@A + 2*A@B + B@B"),
    (A_SQUARE, "tr(eye(n))", "n", "1"),
    (A_SQUARE, "grad(tr(A@B), A)", "T(B)", "B"),
    (A_SQUARE, "grad(tr(T(A)@B@A), A)", "B@A + T(B)@A", "2*B@A"),
    (A_SQUARE, "vec(A@B@C)", "kron(T(C), A)@vec(B)", "kron(A, T(C))@vec(B)"),
    (A_SQUARE, "det(A@B)", "det(A)*det(B)", "det(A) + det(B)"),
    (A_SQUARE, "det(2*A)", "2**n*det(A)", "2*det(A)"),
    (A_SQUARE, "(A@B).T", "B.T@A.T", "A.T@B.T"),
    (A_SQUARE, "A.dot(B).trace()", "trace(B@A)", "Trace(A)*Trace(B)"),
    (A_SQUARE, "(A.T@A).trace().diff(A)", "2*A", "zeros(n, n)"),
    (A_SQUARE, "A - A", "ZeroMatrix(n, n)", "Identity(n)"),
    (A_SQUARE, "A.sum(0).sum()", "A.sum()", "A.trace()"),
    (A_SQUARE, "diff(tr(A@B)*t**3, A[1, 1]).diff(t, 2)", "6*t*B[1, 1]", "6*t*B[1, 1]*A[1, 1]"),
    (REGULAR, "A.inv()", "A.T.inv().T", "A.T"),
    (REGULAR, "inv(A@B)", "inv(B)@inv(A)", "inv(A)@inv(B)"),
    (REGULAR, "inv(A) + inv(B)", "inv(A)@(A + B)@inv(B)", "inv(A)@(A - B)@inv(B)"),
    (REGULAR, "T(inv(A))", "inv(T(A))", "inv(A)"),
    (REGULAR, "grad(log(det(X)), X)", "T(inv(X))", "inv(X)"),
    (REGULAR, "dd(inv(X), X, A)", "-inv(X)@A@inv(X)", "-inv(X)@inv(X)@A"),
    (DESIGN, "grad(sum((X@w - y)**2)/2, w)", "T(X)@(X@w - y)", "T(X)@(X@w + y)"),
    (DESIGN, "grad(sum((X@w - y)**2)/2, w)", "T(X)@(X@w - y)", "T(X)@(y - X@w)"),
    (DESIGN, "jac(grad(sum((X@w - y)**2)/2, w), w)", "T(X)@X", "2*T(X)@X"),
    (
        DESIGN,
        "grad(-sum(y*log(sigmoid(X@w)) + (1 - y)*log(1 - sigmoid(X@w)))/m, w)",
        "T(X)@(sigmoid(X@w) - y)/m",
        "T(X)@(sigmoid(X@w) - y)/n",
    ),
    (VECTORS, "jac(softmax(x), x)", "diag(softmax(x)) - outer(softmax(x), softmax(x))", "diag(softmax(x))"),
    (VECTORS, "softmax(x + c)", "softmax(x)", "softmax(c*x)"),
    (VECTORS, "sum(softmax(x))", "1", "n"),
    (VECTORS, "grad(log(sum(exp(x))), x)", "softmax(x)", "exp(x)"),
    (VECTORS, "grad(x@x, x)", "2*x", "x"),
    (VECTORS, "sum((x - sum(x)/n)**2)", "sum(x**2) - sum(x)**2/n", "sum(x**2) - sum(x)**2"),
    (VECTORS, "grad(norm(x), x)", "x/norm(x)", "x"),
    (VECTORS, "jac(tanh(x), x)", "diag(1 - tanh(x)**2)", "diag(1 - tanh(x))"),
    (RECTANGLES, "det(eye(n) + P@Q)", "det(eye(m) + Q@P)", "1 + det(Q@P)"),
    (RECTANGLES, "det(eye(n) + outer(u, v))", "1 + u@v", "1 - u@v"),
    (RECTANGLES, "inv(eye(n) + P@Q)@P", "P@inv(eye(m) + Q@P)", "P@inv(eye(m) - Q@P)"),
]


def record(symbols: dict[str, Any], lhs: str, rhs: str, **more: Any) -> dict[str, Any]:
    return {"lhs": lhs, "rhs": rhs, "symbols": symbols, **more}


@pytest.mark.parametrize(("symbols", "lhs", "rhs", "_"), TRUE_AND_FALSE)
def test_what_holds_for_all_sizes_is_proved(symbols: dict[str, Any], lhs: str, rhs: str, _: str) -> None:
    assert str(decide(read_record(record(symbols, lhs, rhs))).status) == "proved"


@pytest.mark.parametrize(("symbols", "lhs", "_", "wrong"), TRUE_AND_FALSE)
def test_what_does_not_is_refuted(symbols: dict[str, Any], lhs: str, _: str, wrong: str) -> None:
    assert str(decide(read_record(record(symbols, lhs, wrong))).status) == "refuted"


INDEXED: list[tuple[str, str, dict[str, str], str]] = [
    ("S(i, S(j, x[i]*x[j]))", "S(i, x[i])**2", {"i": "n", "j": "n"}, "proved"),
    ("S(i, S(j, x[i]*x[j]))", "S(i, x[i]**2)", {"i": "n", "j": "n"}, "refuted"),
    ("S(i, x[i]*delta(i, j))", "x[j]", {"i": "n", "j": "n"}, "proved"),
    ("D(S(i, x[i]**2), x[j])", "2*x[j]", {"i": "n", "j": "n"}, "proved"),
    ("D(S(i, x[i]**2), x[j])", "S(i, 2*x[i])", {"i": "n", "j": "n"}, "refuted"),
    ("delta(i, j)*x[i]", "delta(i, j)*x[j]", {"i": "n", "j": "n"}, "proved"),
    ("delta(i, j)*x[i]", "x[i]", {"i": "n", "j": "n"}, "refuted"),
    ("S(i, x[i])", "S(j, x[j])", {"i": "n", "j": "n"}, "proved"),
    ("S(i, c)", "c", {"i": "n"}, "refuted"),
    ("S(i, c)", "c*n", {"i": "n"}, "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "indices", "status"), INDEXED)
def test_sums_over_indices(lhs: str, rhs: str, indices: dict[str, str], status: str) -> None:
    assert str(decide(read_record(record(VECTORS, lhs, rhs, indices=indices))).status) == status


SMALL = {"A": {"shape": [2, 2]}, "B": {"shape": [2, 2]}, "C": {"shape": [3, 3]}, "x": {"shape": [2]}}
OF_GIVEN_SIZE: list[tuple[str, str, str]] = [
    ("det(A)", "A[1,1]*A[2,2] - A[1,2]*A[2,1]", "proved"),
    ("det(A)", "A[1,1]*A[2,2] + A[1,2]*A[2,1]", "refuted"),
    ("det(A@B)", "det(A)*det(B)", "proved"),
    ("det(A + B)", "det(A) + det(B)", "refuted"),
    ("A@inv(A)", "eye(2)", "proved"),
    ("inv(A)@A", "eye(2)", "proved"),
    ("inv(A)", "T(inv(A))", "refuted"),
    ("inv(A@B)", "inv(B)@inv(A)", "proved"),
    ("det(T(C))", "det(C)", "proved"),
    ("det(-C)", "-det(C)", "proved"),
    ("det(-A)", "-det(A)", "refuted"),
    ("tr(eye(3))", "3", "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "status"), OF_GIVEN_SIZE)
def test_matrices_whose_size_is_a_number(lhs: str, rhs: str, status: str) -> None:
    assert str(decide(read_record(record(SMALL, lhs, rhs))).status) == status


ASSUMED: list[tuple[dict[str, Any], str, str, dict[str, Any], str]] = [
    ({"S": {"shape": ["n", "n"], "assume": ["sym"]}}, "T(S)", "S", {}, "proved"),
    ({"S": {"shape": ["n", "n"]}}, "T(S)", "S", {}, "refuted"),
    ({"W": {"shape": ["n", "k"], "assume": ["orth"]}}, "T(W)@W", "eye(k)", {"sizes": "n >= k"}, "proved"),
    ({"W": {"shape": ["n", "k"], "assume": ["orth"]}}, "W@T(W)", "eye(n)", {"sizes": "n >= k"}, "refuted"),
    ({"p": {"shape": ["n"], "assume": ["simplex"]}}, "sum(p*(1 - p))", "1 - p@p", {}, "proved"),
    ({"p": {"shape": ["n"]}}, "sum(p*(1 - p))", "1 - p@p", {}, "refuted"),
    (
        {"A": {"shape": ["n", "n"], "assume": ["sym"]}, "v": {"shape": ["n"]}, "lam": {}},
        "v@A@v",
        "lam",
        {"given": [["A@v", "lam*v"], ["v@v", "1"]]},
        "proved",
    ),
    (
        {"A": {"shape": ["n", "n"], "assume": ["sym"]}, "v": {"shape": ["n"]}, "lam": {}},
        "v@A@v",
        "2*lam",
        {"given": [["A@v", "lam*v"], ["v@v", "1"]]},
        "refuted",
    ),
]


@pytest.mark.parametrize(("symbols", "lhs", "rhs", "more", "status"), ASSUMED)
def test_what_is_assumed_is_used(
    symbols: dict[str, Any], lhs: str, rhs: str, more: dict[str, Any], status: str
) -> None:
    assert str(decide(read_record(record(symbols, lhs, rhs, **more))).status) == status


CONDITIONS: list[tuple[dict[str, Any], str, str, list[str]]] = [
    ({"A": {"shape": ["n", "n"]}}, "log(det(A@A))", "2*log(det(A))", ["det(A) > 0"]),
    ({"A": {"shape": ["n", "n"]}}, "A@inv(A)", "eye(n)", ["det(A) != 0"]),
    (REGULAR, "A@inv(A)", "eye(n)", []),
    (
        PROBABILITIES,
        "Sum(p[i]*log(p[i]/q[i]), (i, 1, n))",
        "Sum(p[i]*log(p[i]), (i, 1, n)) - Sum(p[i]*log(q[i]), (i, 1, n))",
        ["p[i] > 0", "q[i] > 0"],
    ),
    (
        PROBABILITIES,
        "Sum(sqrt(p[i]**2), (i, 1, n)) + Sum(log(p[k]), (k, 1, n))",
        "Sum(p[i], (i, 1, n)) + Sum(log(p[k]), (k, 1, n))",
        ["p[k] > 0"],
    ),
    (DESIGN, "X@inv(T(X)@X)@T(X)@X", "X", ["det(T(X)@X) != 0"]),
    (DESIGN, "inv(T(X)@X + eye(n))@(eye(n) + T(X)@X)", "eye(n)", ["det(T(X)@X + eye(n)) != 0"]),
    (VECTORS, "grad(norm(x), x)", "x/norm(x)", ["Sum(x[k]**2, (k, 1, n)) > 0"]),
]


@pytest.mark.parametrize(("symbols", "lhs", "rhs", "conditions"), CONDITIONS)
def test_what_a_proof_requires_is_listed(
    symbols: dict[str, Any], lhs: str, rhs: str, conditions: list[str]
) -> None:
    verdict = decide(read_record(record(symbols, lhs, rhs)))
    assert (str(verdict.status), [c.text for c in verdict.conditions]) == ("proved", conditions)


CLASHES: list[tuple[str, str, str]] = [
    ("X@y", "y", "a matrix product of the shapes (m, n) and (m)"),
    ("X + w + y", "X", "the shapes (m, n) and (m) do not fit"),
    ("T(X)@y", "y", "the left side has the shape (n), the right side (m)"),
    ("inv(X)", "X", "the inverse of the shape (m, n), which is not square"),
    ("grad(X@w, w)", "X", "a gradient is taken of a number, not of the shape (m)"),
    ("X[i, i]", "0", "the index i runs to m, the axis to n"),
]


@pytest.mark.parametrize(("lhs", "rhs", "words"), CLASHES)
def test_shapes_that_clash_are_named(lhs: str, rhs: str, words: str) -> None:
    with pytest.raises(RecordError) as raised:
        read_record(record(DESIGN, lhs, rhs, indices={"i": "m"}))
    assert words in raised.value.message
    assert str(raised.value.status) == "ill-formed"


def test_a_witness_shows_sizes_entries_and_the_entry_that_differs() -> None:
    verdict = decide(read_record(record(A_SQUARE, "T(A@B)", "T(A)@T(B)")))
    assert verdict.witness is not None
    shown = dict(verdict.witness.point)
    assert shown["n"] == "2"
    assert {"i", "j", "A", "B"} <= set(shown)
    assert shown["A"].startswith("[[")


def test_sums_in_a_matrix_of_numeric_size_are_not_written_out_for_ever() -> None:
    symbols = {"A": {"shape": [2, 2]}, "B": {"shape": [2, 2]}}
    assert (
        str(decide(read_record(record(symbols, "det(A@B)", "det(B)*det(A)")), seconds=1).status) != "refuted"
    )
