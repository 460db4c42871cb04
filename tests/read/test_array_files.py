"""What a claim file may say about vectors, matrices and indexed symbols, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Document, Status
from verify_derivations.read.python import read_python
from verify_derivations.render.mending import mending, mending_text

HEAD = """
from sympy import *
from verify_derivations import *

m, n = symbols("m n", integer=True, positive=True)
i, j, k = symbols("i j k", integer=True)
A, B, S = MatrixSymbol("A", m, n), MatrixSymbol("B", m, n), MatrixSymbol("S", n, n)
R = MatrixSymbol("R", n, n)
x, y, z = vector("x", n), vector("y", n), vector("z", m)
x2, y2 = vector("x2", 2), vector("y2", 2)
w, u, h = IndexedBase("w", shape=(n,)), IndexedBase("u"), IndexedBase("h")
P = MatrixSymbol("P", 2, 3)
t, J, c = symbols("t J c", real=True)
f, s = Function("f"), Function("s")

with derivation("d", "A derivation"{told}) as d:
"""

Read = Callable[..., Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The document that lines of a with block make."""

    def read(lines: str, told: str = "") -> Document:
        body = "".join(f"    {line.strip()}\n" for line in lines.strip().split("\n"))
        path = tmp_path / "claims.py"
        path.write_text(HEAD.replace("{told}", told) + body, encoding="utf-8")
        return read_python(str(path))

    return read


def statuses(document: Document) -> list[str]:
    assert document.diagnostics == (), document.diagnostics
    report = check_documents([document])
    return [str(step.status) for step in report.steps() if step.status is not None]


DECIDED = [
    # lines, statuses of the claims
    ("d.claim(A + A, A)", ["refuted"]),
    ("d.claim(A - A, A)", ["refuted"]),
    ("d.claim(A - A, 0)", ["proved"]),
    ("d.claim(S*S.I, Identity(n))", ["proved"]),
    ("d.claim(S*S.I, S)", ["refuted"]),
    ("d.claim((S*x).T, x.T*S.T)", ["proved"]),
    ("d.claim((S*x).T, x.T*S)", ["refuted"]),
    ("d.claim(trace(S*R), trace(R*S))", ["proved"]),
    ("d.claim(det(S*R), det(S)*det(R))", ["proved"]),
    ("d.claim(D(x.T*S*x, x), (S + S.T)*x)", ["proved"]),
    ("d.claim(D(x.T*S*x, x), 2*S*x)", ["refuted"]),
    ("d.assume(Q.symmetric(S))\nd.claim(D(x.T*S*x, x), 2*S*x)", ["proved"]),
    ('d.declare(S, assume="symmetric")\nd.claim(S.T, S)', ["proved"]),
    ('d.declare(S, assume=["positive definite"])\nd.claim(log(det(S.I)), -log(det(S)))', ["proved"]),
    ('d.declare(A, assume="orthonormal columns")\nd.claim(A.T*A, Identity(n))', ["proved"]),
    ('d.declare(x, assume="simplex rows")\nd.claim(Sum(x[k], (k, 1, n)), 1)', ["proved"]),
    ('d.declare(x, domain="positive")\nd.claim(sqrt(x[i]**2), x[i])', ["proved"]),
    ("d.assume(x[k] > 0)\nd.claim(sqrt(x[i]**2), x[i])", ["proved"]),
    ("d.claim(sqrt(x[i]**2), x[i])", ["refuted"]),
    ("d.assume(Eq(S*x, c*x))\nd.claim(S*S*x, c**2*x)", ["proved"]),
    ("d.assume(Eq(Sum(A[i, k], (k, 1, n)), 0))\nd.claim(A*OneMatrix(n, 1), 0)", ["proved"]),
    ("d.define(J, (A*x - z).T*(A*x - z))\nd.claim(D(J, x), 2*A.T*(A*x - z))", ["proved"]),
    ("d.define(z, A*x)\nd.claim(z.T*z, x.T*A.T*A*x)", ["proved"]),
    (
        "d.define(u[i], Sum(A[i, k]*x[k], (k, 1, n)))\nd.claim(Sum(u[i]**2, (i, 1, m)), (A*x).T*(A*x))",
        ["proved"],
    ),
    ("d.define(u[i], x[i]**2)\nd.claim(D(u[i], x[j]), 2*x[i]*KroneckerDelta(i, j))", ["proved"]),
    ("d.define(u[i], x[i]**2)\nd.claim(D(u[i], x[j]), 2*x[i])", ["refuted"]),
    # a definition through another one: the names of indices are local
    (
        "d.define(u[i], x[i]**2)\nd.define(h[j], u[j] + Sum(u[i], (i, 1, n)))\n"
        "d.claim(h[i], x[i]**2 + x.T*x)",
        ["proved"],
    ),
    ("d.define(u[i], i*x[i])\nd.define(c, 3)\nd.claim(u[j], j*x[j])", ["proved"]),
    ("d.claim(softmax(x)[i], exp(x[i])/Sum(exp(x[k]), (k, 1, n)))", ["proved"]),
    ("d.claim(jacobian(elementwise(f, x), x), diag(elementwise(f, x)))", ["refuted"]),
    ("d.claim(D(norm(x)**2, x), 2*x)", ["proved"]),
    # given sizes: sums are written out, free indices looked at value by value
    ("d.claim(x2.T*y2, x2[1]*y2[1] + x2[2]*y2[2])", ["proved"]),
    ("d.claim(x2, Matrix([x2[1], x2[2]]))", ["proved"]),
    ("d.claim(x2, Matrix([x2[2], x2[1]]))", ["refuted"]),
    (
        "d.claim(P*stack(1, x2), Matrix([P[j, 1] + P[j, 2]*x2[1] + P[j, 3]*x2[2] for j in (1, 2)]))",
        ["proved"],
    ),
    ("d.claim(stack(1, x2)[1], 1)", ["proved"]),
    # what is assumed of a size or an index restricts the statement
    ("d.claim(Sum(x[k]**2, (k, 1, n)) - x[1]**2, Sum(x[k]**2, (k, 2, n)))", ["proved"]),
    ("d.assume(n >= 2)\nd.claim(1/(n - 1)*(n - 1)*x.T*x, x.T*x)", ["proved"]),
    ("d.assume(n >= 2)\nd.claim(Abs(n - 2)*x[1], (n - 2)*x[1])", ["proved"]),
    ("d.claim(Abs(n - 2)*x[1], (n - 2)*x[1])", ["refuted"]),
    ("d.assume(n <= 3)\nd.claim(Abs(n - 3)*x[1], (3 - n)*x[1])", ["proved"]),
    ('d.declare(i, domain="posint")\nd.claim(x[i], x[i])', ["proved"]),
    # chains
    ("d.begin(A*(x + y))\nd.equals(A*x + A*y)\nd.equals(A*y + A*x)", ["proved", "proved"]),
    ("d.claim(0, x - x)", ["proved"]),
]


@pytest.mark.parametrize(("lines", "expected"), DECIDED, ids=lambda value: str(value)[:60])
def test_a_claim_about_arrays_is_decided(read: Read, lines: str, expected: list[str]):
    assert statuses(read(lines)) == expected


LEFT_ALONE = [
    # an index has no other range than that of its axis
    (
        "d.assume(i > 1)\nd.claim(Abs(i - 2)*x[i], (i - 2)*x[i])",
        "i is declared i > 1, integer and is used as an index",
    ),
    ('d.declare(i, domain="unit")\nd.claim(x[i], x[i])', "i is declared 0 < i < 1 and is used as an index"),
    (
        "q = Symbol('q', integer=True, negative=True)\nd.claim(x[q], x[q])",
        "q is declared q < 0, integer and is used as an index",
    ),
    ("d.claim(x[n], x[n])", "n is a number and is used as an index of x"),
    ("d.claim(x[i*k], x[i*k])", "is no index of x; a name or a number is"),
    ("d.claim(KroneckerProduct(x2, y2), stack(1, 1, 1, 1))", "are not compared"),
]


@pytest.mark.parametrize(("lines", "reason"), LEFT_ALONE)
def test_what_an_index_cannot_be_is_not_understood(read: Read, lines: str, reason: str):
    *_, step = read(lines).derivations[0].steps
    assert step.unreadable is not None
    assert step.unreadable[0] is Status.NOT_UNDERSTOOD
    assert reason in step.unreadable[1]


ILL_FORMED = [
    ("d.claim(A, A.T)", "the left side has the shape (m, n), the right side (n, m)"),
    ("d.claim(A*x, x.T*A)", "in x.T*A: a matrix product of the shapes (1, n) and (m, n)"),
    ("d.claim(x, 1)", "the left side has the shape (n, 1), the right side number"),
    ("d.claim(Sum(x[k], (k, 0, n)), 1)", "k runs from 0 to n, x is counted from 1 to n"),
    ("d.claim(A[i, j] + x[i], 1)", "the index i runs to m, x to n"),
    ("d.begin(x)\nd.equals(z)", "the left side has the shape (n, 1), the right side (m, 1)"),
]


@pytest.mark.parametrize(("lines", "reason"), ILL_FORMED)
def test_what_does_not_fit_is_ill_formed(read: Read, lines: str, reason: str):
    document = read(lines)
    *_, step = document.derivations[0].steps
    assert step.unreadable == (Status.ILL_FORMED, reason)
    assert statuses(document)[-1] == "ill-formed"


def test_an_ill_formed_statement_may_be_expected_and_corrected(read: Read):
    document = read('d.claim(z, x.T*A, expect="ill-formed", wrong="the order", corrected=(A*x, A*x))')
    report = check_documents([document])
    assert [(str(r.status), r.as_expected) for r in report.steps()] == [
        ("ill-formed", True),
        ("proved", True),
    ]


def test_an_ill_formed_line_does_not_poison_those_behind_it(read: Read):
    document = read("d.begin(A*x)\nd.equals(x.T*A)\nd.equals(A*(1*x))\nd.claim(A*x, A*(x + y - y))")
    assert statuses(document) == ["ill-formed", "proved", "proved"]


LAYOUTS = [
    ("", "d.claim(D(J, x), x)", "denominator: the gradient is a column"),
    (', layout="numerator"', "d.claim(D(J, x), x.T)", "numerator: the gradient is a row"),
]


@pytest.mark.parametrize(("told", "lines", "why"), LAYOUTS, ids=lambda value: str(value)[:20])
def test_the_layout_is_that_of_the_derivation(read: Read, told: str, lines: str, why: str):
    assert statuses(read("d.define(J, x.T*x/2)\n" + lines, told)) == ["proved"]


MISTAKES = [
    ("d.define(J, x[i])", "the definition of J depends on the index i"),
    ("d.define(J, x)", "J is a number and is defined as an array of shape (n, 1)"),
    ("d.define(x, z)", "x has the shape (n, 1) and is defined as (m, 1)"),
    ("d.define(x[1], 2)", "its indices are no distinct symbols"),
    ("d.define(u[i], c)", "the shape of u is not known"),
    ("d.define(u[i], A[i, j])", "the definition of u depends on the index j"),
    ("d.define(x, y)\nd.define(x, 2*y)", "x is defined already"),
    ('d.declare(A, assume="symmetric")', "A is assumed to be symmetric and has not the shape"),
    ('d.declare(S, assume="pretty")', "'pretty' cannot be assumed of an array"),
    ('d.declare(c, assume="symmetric")', "c is no array"),
    ("d.assume(Q.diagonal(S))", "cannot be assumed"),
    ("d.claim(MatrixSymbol('A', n, m), 0)\nd.claim(A, 0)", "A is declared with two shapes"),
    ("d.claim(x[1] + Symbol('x', real=True), 0)", "x is both an array and a number"),
]


@pytest.mark.parametrize(("lines", "message"), MISTAKES)
def test_a_mistake_is_told_at_its_line(read: Read, lines: str, message: str):
    (diagnostic,) = read(lines).diagnostics
    assert message in diagnostic.message
    assert diagnostic.span is not None
    assert diagnostic.span.line == HEAD.count("\n") + lines.count("\n") + 1


def test_there_are_two_layouts(read: Read):
    (diagnostic,) = read("d.claim(x, x)", ', layout="upright"').diagnostics
    assert "'upright' is no layout" in diagnostic.message


def test_an_index_may_be_declared(read: Read):
    assert statuses(read("d.declare(i, over=n)\nd.claim(KroneckerDelta(i, i)*x[i], x[i])")) == ["proved"]
    step = read("d.declare(i, over=m)\nd.claim(x[i], x[i])").derivations[0].steps[0]
    assert step.unreadable == (Status.ILL_FORMED, "the index i runs to m, x to n")


def test_a_statement_without_latex_is_printed_as_its_author_wrote_it(read: Read):
    [derivation] = read(
        """
        d.claim((R * x).T, "=", x.T * R.T)
        d.begin(c * R * x)
        d.equals(R * (c * x))
        d.claim(c + 1, 1 + c)
        d.claim(R * x, x, tex="given")
        """
    ).derivations
    assert [step.printed for step in derivation.steps] == [
        r"\left(R x\right)^{\top} = x^{\top} R^{\top}",
        r"c R x = R \left(c x\right)",
        "",
        "given",
    ]


MOVED = [
    ("d.claim(Product(x[k], (k, 1, n)), x[1]*Product(x[k + 1], (k, 1, n - 1)))", "proved"),
    ("d.claim(Product(x[k], (k, 1, n)), Product(x[n + 1 - k], (k, 1, n)))", "proved"),
    ("d.claim(Product(x[k], (k, 1, n)), Product(x[k + 1], (k, 1, n - 1)))", "refuted"),
    ("d.claim(Sum(x[k + 1]**2, (k, 1, n - 1)), x.T*x - x[1]**2)", "proved"),
    (
        'd.declare(x, domain="positive")\nd.claim(log(Product(x[k], (k, 1, n))), Sum(log(x[k]), (k, 1, n)))',
        "proved",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), MOVED)
def test_products_and_moved_indices_of_a_claim_file_are_decided(read: Read, lines: str, expected: str):
    assert statuses(read(lines)) == [expected]


@pytest.mark.parametrize(
    ("claim", "text", "latex"),
    [
        ("d.claim((R * S).T, R.T * S.T)", "T(S)@T(R)", r"S^{\top} R^{\top}"),
        ("d.claim((R * S).I, R.I * S.I)", "inv(S)@inv(R)", r"S^{-1} R^{-1}"),
    ],
)
def test_what_would_mend_a_statement_about_matrices_is_told_in_matrices(
    read: Read, claim: str, text: str, latex: str
):
    report = check_documents([read(claim)])
    repair = report.documents[0].derivations[0].steps[0].repair
    assert repair is not None
    assert mending_text(repair) == f"holds if the right side is {text} (the order of a product)"
    assert mending(repair).new == latex
