"""Calls of SymPy that would compute are what is written, inside the block of a derivation and only there."""

from __future__ import annotations

import pytest
import sympy

from verify_derivations.check import check_documents, decide
from verify_derivations.errors import TermError
from verify_derivations.model import Claim
from verify_derivations.read.python import read_python
from verify_derivations.term.sympy.from_sympy import term_from_sympy
from verify_derivations.term.sympy.printed_calls import WRITTEN, calls_as_printed

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


def test_a_derivative_by_nothing_is_not_the_function_itself():
    """Ledger dev-143: SymPy takes the only symbol there is."""
    with calls_as_printed(), pytest.raises(TermError, match="by what it is taken"):
        sympy.diff(sympy.Symbol("x") ** 3)


CAUGHT = [
    # what is refused, as a name would be caught: ledger dev-142
    "diff(x*y, x).subs(y, x)",
    "diff(x*y, x).subs({y: 2*x})",
    "diff(x*y, x).subs([(y, t), (t, x)])",
    "diff(x*y, x).xreplace({y: x})",
    "(2*diff(x*y, x)).replace(y, x)",
    "diff(Symbol('u')*Symbol('v'), Symbol('u')).subs('v', 'u')",
    "Matrix([x*y]).diff(x).subs(y, x)",
    "diff(x**2, x).subs(x, 3)",
    "diff(x**2*y, x).subs(x, y)",
    "diff(sin(x)**2, x).subs(sin(x), t)",
    "integrate(x*y, (x, 0, 1)).subs(y, x)",
    "summation(k*y, (k, 1, 3)).subs(y, k)",
    "limit(sin(x*y)/x, x, 0).subs(y, x)",
]

KEPT = [
    # what may be put in, and what it is then
    ("diff(x*y, x).subs(y, t)", "t"),
    ("diff(x**2, x).subs(x, t)", "2*t"),
    ("integrate(x*y, (x, 0, 1)).subs(y, t)", "t/2"),
    ("integrate(x*y, (x, 0, 1)).subs(x, 5)", "y/2"),
    ("integrate(x*t, (x, 0, y)).subs(y, x)", "t*x**2/2"),
    ("Lambda(x, diff(x**2, x))(t)", "2*t"),
    ("x.subs(x, y)", "y"),
]


@pytest.fixture
def names():
    x, y, t, k = sympy.symbols("x y t k", real=True)
    return {**vars(sympy), "x": x, "y": y, "t": t, "k": k}


@pytest.mark.parametrize("written", CAUGHT)
def test_no_name_is_caught_by_what_is_kept_as_written(written, names):
    with calls_as_printed(), pytest.raises(TermError, match="cannot be put in for"):
        eval(written, names)


@pytest.mark.parametrize(("written", "meant"), KEPT)
def test_what_is_put_in_elsewhere_is_put_in(written, meant, names):
    with calls_as_printed():
        lhs, rhs = eval(written, names), eval(meant, names)
    assert decide(Claim(term_from_sympy(lhs), "=", term_from_sympy(rhs))).status == "proved"
