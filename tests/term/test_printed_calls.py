"""Calls of SymPy that would compute are what is written, inside the block of a derivation and only there."""

from __future__ import annotations

import pytest
import sympy

from verify_derivations.check import check_documents
from verify_derivations.errors import TermError
from verify_derivations.read.python import read_python
from verify_derivations.term.printed_calls import WRITTEN, calls_as_printed

HEAD = """
from sympy import *
from verify_derivations import derivation

x, y, L = symbols("x y L", real=True)
n = symbols("n", integer=True, positive=True)
k = symbols("k", integer=True)
f = Function("f")
M = Matrix([[1, x], [0, 1]])
N = Matrix([[y, x], [x, 1]])

with derivation("calls", "Calls") as d:
    d.define(L, x**2)
"""

CLAIMS = [
    # what an author writes, and the verdict
    ("diff(L, x), 2*x", "proved"),
    ("diff(L, x), 0", "refuted"),
    ("L.diff(x, 2), 2", "proved"),
    ("Derivative(L, x, x), 2", "proved"),
    ("Derivative(L, (x, 2)), 2*x", "refuted"),
    ("diff(x*y, x, y), 1", "proved"),
    ("diff(f(x)**2, x), 2*f(x)*f(x).diff(x)", "proved"),
    ("diff(M, x), Matrix([[0, 1], [0, 0]])", "proved"),
    ("M.diff(x), Matrix([[0, 0], [1, 0]])", "refuted"),
    ("Matrix([x**2*y, y]).jacobian([x, y]), Matrix([[2*x*y, x**2], [0, 1]])", "proved"),
    ("hessian(x**2*y, [x, y]), Matrix([[2*y, 2*x], [2*x, 0]])", "proved"),
    ("integrate(x*exp(x), (x, 0, 1)), 1", "proved"),
    ("integrate(x*exp(x), (x, 0, 1)), 2", "refuted"),
    ("summation(k, (k, 1, n)), n*(n + 1)/2", "proved"),
    ("product(k, (k, 1, n)), factorial(n)", "proved"),
    ("limit(sin(x)/x, x, 0), 1", "proved"),
    ("M.inv(), Matrix([[1, -x], [0, 1]])", "proved"),
    ("N.inv()*N, eye(2)", "proved"),
    ("M**2, M*M", "proved"),
    ("M**-1, M", "refuted"),
    ("N.det(), y - x**2", "proved"),
    ("N.det(), y + x**2", "refuted"),
]


def test_a_derivative_of_an_order_that_is_no_number_is_not_one_by_the_order():
    """Ledger dev-99: of exp(2*x) by x, n times, it is no number that does not depend on n."""
    x, n = sympy.Symbol("x"), sympy.Symbol("n")
    with calls_as_printed(), pytest.raises(TermError, match="n is none"):
        sympy.diff(sympy.exp(2 * x), (x, n))


@pytest.mark.parametrize(("sides", "verdict"), CLAIMS)
def test_a_call_is_judged_as_written(sides, verdict, tmp_path):
    path = tmp_path / "calls.py"
    path.write_text(f"{HEAD}    d.claim({sides})\n", encoding="utf-8")
    document = read_python(str(path))
    assert document.diagnostics == ()
    *_, last = check_documents([document]).steps()
    assert str(last.status) == verdict


def test_what_computes_all_the_same_is_told_to_go_before_the_block(tmp_path):
    path = tmp_path / "calls.py"
    path.write_text(f"{HEAD}    d.claim(expand((x + 1)**2), x**2 + 2*x + 1)\n", encoding="utf-8")
    (diagnostic,) = read_python(str(path)).diagnostics
    assert (diagnostic.code, "SymPy's expand" in diagnostic.help) == ("VD201", True)


def test_after_the_block_sympy_computes_again():
    x = sympy.Symbol("x")
    before = [owner.__dict__[name] for owner, name, _ in WRITTEN]
    with pytest.raises(ZeroDivisionError), calls_as_printed():
        raise ZeroDivisionError
    assert [owner.__dict__[name] for owner, name, _ in WRITTEN] == before
    assert sympy.diff(x**2, x) == 2 * x
