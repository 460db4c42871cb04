"""Derivatives of vectors by vectors: in rows or in columns, a proof has to hold of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

SOFTMAX = r"Let $p_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$"
SQUARE = r"Let $x \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n \times n}$."
VECTORS = r"Let $x \in \mathbb{R}^n$ and $A \in \mathbb{R}^{m \times n}$."
SQUARES = r"Let $x \in \mathbb{R}^n$, $y \in \mathbb{R}^n$ and $y_i = x_i^2$."

ROWS = [
    # what stands before, the display, the verdict
    (f"{SOFTMAX}.", r"\frac{\partial p}{\partial z} = \operatorname{diag}(p) - p p^\top", "proved"),
    (f"{SOFTMAX}, $z \\in \\mathbb R^K$.", r"\frac{\partial p}{\partial z} = p p^\top", "refuted"),
    (VECTORS, r"\frac{\partial (A x)}{\partial x} = A", "proved"),
    (VECTORS, r"\frac{\partial (A x)}{\partial x} = 2 A", "refuted"),
    (VECTORS, r"\frac{\partial (A x)}{\partial x} = A^\top", "not understood"),
    (VECTORS, r"\frac{\partial x}{\partial x} = I", "proved"),
    (SQUARES, r"\frac{\partial y}{\partial x} = 2 \operatorname{diag}(x)", "proved"),
    (SQUARES, r"\frac{\partial y}{\partial x} = 3 \operatorname{diag}(x)", "refuted"),
    # whether y is held
    (SQUARES, r"\frac{\partial (x + y)}{\partial x} = I", "not understood"),
    # one of the two layouts
    (SQUARE, r"\frac{\partial (A x)}{\partial x} = A", "not understood"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "formula", "verdict"), ROWS)
def test_a_vector_is_differentiated_by_a_vector(before: str, formula: str, verdict: str, tmp_path: Path):
    path = tmp_path / "note.md"
    path.write_text(f"{before}\n\n$${formula}$$\n", encoding="utf-8")
    *_, last = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert str(last.status) == verdict


@pytest.mark.parametrize("sign", ["O", "o", r"\mathcal{O}"])
def test_a_remainder_is_told_to_be_one(sign: str, tmp_path: Path):
    path = tmp_path / "note.md"
    path.write_text(f"$$\\sin x = x + {sign}(x^3)$$\n", encoding="utf-8")
    (found,) = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert str(found.status) == "not understood"
    assert found.verdict is not None
    assert "stands for what is left out" in found.verdict.reason


def test_one_that_is_defined_is_a_function(tmp_path: Path):
    path = tmp_path / "note.md"
    path.write_text("Let $O(x) = x^2$. Then\n\n$$O(3) = 9$$\n", encoding="utf-8")
    *_, last = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert str(last.status) == "proved"
