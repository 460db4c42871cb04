"""What has no meaning as it is printed is given the edit that is proved, wherever it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Status
from verify_derivations.parse.rebalancing import rebalanced
from verify_derivations.read.paths import read_paths
from verify_derivations.render import RENDERERS, RenderOptions
from verify_derivations.results import Report, StepResult

SHAPES = (
    r"Let $W\in\mathbb R^{m\times n}$, $x\in\mathbb R^n$, $y\in\mathbb R^m$, $s\in\mathbb R^m$, "
    r"$A\in\mathbb R^{m\times n}$ and $B\in\mathbb R^{n\times p}$."
)


def report(folder: Path, text: str, name: str = "notes.md") -> Report:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return check_documents(read_paths([str(path)]))


def last(found: Report) -> StepResult:
    return list(found.steps())[-1]


CLASHES = [
    (r"(AB)^T = A^T B^T", r"B^T A^T", "the order of a product"),
    (r"x^T W^T y = y^T W^T x", r"y^T W x", "a transpose too many"),
    (r"x^T W^T y = y^T W^\top x", r"y^T W x", "a transpose too many"),
    (r"y^T W x = x^T W y", r"x^T W^T y", "a lost transpose"),
    (r"(AB)^T = B^T \odot A^T", r"B^T A^T", "a product by entries for a matrix product"),
]


@pytest.mark.parametrize(("printed", "meant", "slip"), CLASHES)
def test_shapes_that_clash_are_mended_by_the_edit_that_is_proved(printed, meant, slip, tmp_path):
    step = last(report(tmp_path, f"{SHAPES}\n\n$${printed}$$\n"))
    assert step.status is Status.ILL_FORMED
    assert step.repair is not None
    assert (step.repair.new, step.repair.slip) == (meant, slip)
    assert step.repair.verdict.status is Status.PROVED


BRACKETS = [
    ("2(a + b = 2a + 2b", "2(a + b) = 2a + 2b", "a missing bracket"),
    ("(a+b)^2 = a^2 + 2ab + b^2)", "(a+b)^2 = a^2 + 2ab + b^2", "a bracket too many"),
    ("a(b - c = ab + ac", None, ""),
    (
        r"\frac{1}{1 + x} = \left(1 + x^{-1}",
        r"\frac{1}{1 + x} = \left(1 + x\right)^{-1}",
        "a missing bracket",
    ),
    (r"\frac{(1+x}{2} = \frac12 + \frac x2", r"\frac{1+x}{2} = \frac12 + \frac x2", "a bracket too many"),
    ("a - b + c) = a - b - c", "a - (b + c) = a - b - c", "a missing bracket"),
    ("A B + C) = B A + C", None, ""),  # of numbers, and not of matrices; ledger dev-90
    ("1) (a+b)^2 = a^2 + 2ab + b^2", None, ""),  # an item, and nothing is wrong with it
    ("iv) a + a = 2a", None, ""),
]


@pytest.mark.parametrize(("printed", "meant", "slip"), BRACKETS)
def test_a_bracket_is_placed_where_the_statement_is_proved_or_nowhere(printed, meant, slip, tmp_path):
    step = last(report(tmp_path, f"$${printed}$$\n"))
    if meant is None:
        assert (step.status, step.repair) == (Status.NOT_UNDERSTOOD, None)
        return
    assert step.status is Status.ILL_FORMED
    assert step.repair is not None
    assert (step.repair.new, step.repair.slip) == (meant, slip)


def test_a_line_of_a_chain_whose_bracket_is_missing_goes_on_from_its_head(tmp_path):
    text = "$$\\begin{aligned}\n(a+b)^2 &= a(a+b) + b(a+b) \\\\\n&= a^2 + b(2a + b\n\\end{aligned}$$\n"
    step = last(report(tmp_path, text))
    assert step.status is Status.ILL_FORMED
    assert step.repair is not None
    assert step.repair.new == "= a^2 + b(2a + b)"


PYTHON = """
from sympy import MatrixSymbol, symbols
from verify_derivations import derivation, grad, hadamard, vector

m, n = symbols("m n", integer=True, positive=True)
W, x, y, s = MatrixSymbol("W", m, n), vector("x", n), vector("y", m), vector("s", m)
with derivation("clash", "Shapes that clash") as d:
    d.claim({})
"""

CLAIMS = [
    ("grad(y.T*W*x, W), x*y.T", r"y x^{\top}", "a lost transpose"),
    ("grad(y.T*W*x, W), x*y", r"y x^{\top}", "a lost transpose, and the order of a product"),
    ("grad(y.T*W*x, x), W*y", r"W^{\top} y", "a lost transpose"),
    ("hadamard(y, s), s*y", r"s \odot y", "a matrix product for one by entries"),
    ("y.T*hadamard(y, s), hadamard(y, y)*s", r"\left(y \odot y\right)^{\top} s", "a lost transpose"),
]


@pytest.mark.parametrize(("printed", "meant", "slip"), CLAIMS)
def test_in_a_claim_file_too(printed, meant, slip, tmp_path):
    step = last(report(tmp_path, PYTHON.format(printed), "clash.py"))
    assert step.status is Status.ILL_FORMED
    assert step.repair is not None
    assert (step.repair.new, step.repair.slip) == (meant, slip)


def test_what_no_edit_proves_is_left(tmp_path):
    for printed in ("W x = W W x", r"A B = A \odot B"):  # the second would just repeat the left side
        step = last(report(tmp_path, f"{SHAPES}\n\n$${printed}$$\n"))
        assert (step.status, step.repair) == (Status.ILL_FORMED, None)


@pytest.mark.parametrize("name", ["full", "concise", "html", "latex", "json"])
def test_every_output_tells_what_would_mend_it(name, tmp_path):
    out = RENDERERS[name](report(tmp_path, "$$2(a + b = 2a + 2b$$\n"), RenderOptions())
    assert "a missing bracket" in out


def test_brackets_that_pair_are_left_and_so_are_braces():
    assert list(rebalanced("(a + b)")) == []
    assert list(rebalanced(r"\frac{a}{b")) == []
