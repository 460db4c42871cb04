"""A matrix that an annotation says is any one, where the text says of another one that it is special."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

B = r"$B \in \mathbb R^{n \times n}$"
ANY = f"<!-- vd: {B}; constant $B$ -->"

ROWS = [
    (f"Let $A$ be a symmetric matrix, {B}.", r"B^\top = B", "not understood"),
    (f"Let $A$ be a symmetric matrix, {B}.\n\n{ANY}", r"B^\top = B", "refuted"),
    (f"Let $A$ be an idempotent matrix and let {B}.\n\n{ANY}", r"B^2 = B", "refuted"),
    (f"设 $A$ 是对称矩阵, {B}。\n\n{ANY}", r"B^\top = B", "refuted"),
    # words beside the name itself count, above the annotation and below it
    (f"Let {B} be idempotent.\n\n{ANY}", r"B^2 = B", "not understood"),
    (f"Let {B}.\n\n{ANY}\n\nThe matrix $B$ is idempotent.", r"B^2 = B", "not understood"),
    (f"Let {B}. Both $A$ and $B$ are idempotent.\n\n{ANY}", r"B^2 = B", "not understood"),
    (f"Let {B}.\n\n{ANY}\n\nThe idempotent matrix $B$ is given.", r"B^2 = B", "not understood"),
    # it settles that one only
    (
        f"Let $A$ be symmetric. Let {B}, $C \\in \\mathbb R^{{n \\times n}}$.\n\n{ANY}",
        r"C^\top = C",
        "not understood",
    ),
]


@pytest.mark.parametrize(("before", "formula", "verdict"), ROWS)
def test_any_matrix(before: str, formula: str, verdict: str, tmp_path: Path):
    assert told(f"{before}\n\n$${formula}$$", tmp_path)[-1] == verdict


def test_the_message_says_how(tmp_path: Path):
    found = results(f"Let $A$ be a symmetric matrix, {B}.\n\n$$B^\\top = B$$", tmp_path)[-1]
    assert found.verdict is not None
    assert found.verdict.reason.endswith(
        r"assume $B^\top = B$, or, if it is any matrix, $B \in \mathbb R^{n \times n}$; constant $B$"
    )
