r"""Capitals of which nothing is declared, beside declared vectors and matrices: they may be matrices, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

SQUARE = r"Let $B \in \mathbb R^{n \times n}$."
LAYERS = r"Let $W^{(l)} \in \mathbb R^{n \times n}$."

ROWS = [
    # ledger dev-350: these were proved, with a number for A; of declared matrices they are refuted
    ("Let $A$ be a symmetric matrix in $\\mathbb R^{n\\times n}$. " + SQUARE, r"A B = B A", "refuted"),
    ("Let $A$ be an $n \\times n$ matrix. " + SQUARE, r"A B = B A", "refuted"),
    (SQUARE + " Let $A$ be orthogonal.", r"A B = B A", "not understood"),
    ("设 $A$ 是对称矩阵, $B \\in \\mathbb R^{n \\times n}$。", r"A B = B A", "not understood"),
    (SQUARE, r"A B = B A", "not understood"),
    (SQUARE, r"(A B)^\top = A B^\top", "not understood"),
    (SQUARE, r"A B A = A^2 B", "not understood"),
    (SQUARE + r" Let $v \in \mathbb R^n$.", r"A B v = B A v", "not understood"),
    (SQUARE, r"e^A B = B e^A", "not understood"),
    (SQUARE, r"\hat{A} B = B \hat{A}", "not understood"),
    (SQUARE, r"\mathcal{A} B = B \mathcal{A}", "not understood"),
    (SQUARE, r"A' B = B A'", "not understood"),
    (SQUARE, r"\Pi B = B \Pi", "not understood"),
    # ledger dev-353: so were two layers of one name, declared
    (
        r"Let $W^{(l)} \in \mathbb R^{n \times n}$.",
        r"W^{(l)} W^{(l-1)} = W^{(l-1)} W^{(l)}",
        "not understood",
    ),
    (r"Let $W^{(l)} \in \mathbb R^{n \times n}$.", r"W^{(1)} W^{(2)} = W^{(2)} W^{(1)}", "not understood"),
    ("We have", r"W^{(1)} W^{(2)} = W^{(2)} W^{(1)}", "not understood"),
    # with a matrix it holds as well
    (SQUARE, r"A B + A B = 2 A B", "proved"),
    (SQUARE + r" Let $C \in \mathbb R^{n \times n}$.", r"A (B + C) = A B + A C", "proved"),
    (r"Let $u, v \in \mathbb R^n$.", r"A (u^\top v) = (u^\top v) A", "proved"),
    # declared: a number, or a matrix
    (r"Let $A \in \mathbb R$. " + SQUARE, r"A B = B A", "proved"),
    (r"<!-- vd: constant $A$ -->" + "\n\n" + SQUARE, r"A B = B A", "proved"),
    (r"Let $A \in \mathbb R^{n \times n}$. " + SQUARE, r"A B = B A", "refuted"),
    # below a line nothing but a number has a meaning; small letters are numbers
    (r"Let $X \in \mathbb R^{n \times n}$.", r"\frac{1}{N} X X^\top N = X X^\top", "proved"),
    (SQUARE, r"a B = B a", "proved"),
]


@pytest.mark.parametrize(("before", "formula", "verdict"), ROWS)
def test_a_capital_beside_an_array(before: str, formula: str, verdict: str, tmp_path: Path):
    path = tmp_path / "note.md"
    path.write_text(f"{before}\n\n$${formula}$$\n", encoding="utf-8")
    assert str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status) == verdict
