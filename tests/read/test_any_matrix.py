"""What words say of a matrix or a number, beside an annotation that says it is any one."""

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


CONSTANT = "<!-- vd: constant $n$ -->\n\n"

PARITY = [
    # ledger dev-352: behind our own advice these were refuted at n = 1
    "$n$ 为偶数时,有",
    "$n$ 取偶数,则",
    "在 $n$ 为偶数的情况下",
    "An even number $n$ gives",
    "Every even $n$ gives",
    "Since $n$ is even, we get",
    "当 $n$ 为偶数时,",
    "Let $n$ be even.",
]


@pytest.mark.parametrize("words", PARITY)
@pytest.mark.parametrize("annotation", ["", CONSTANT])
def test_words_of_parity_count_beside_an_annotation(annotation: str, words: str, tmp_path: Path):
    assert told(f"{annotation}{words}\n\n$$(-1)^n n = n$$", tmp_path)[-1] == "not understood"


def test_of_a_constant_of_which_no_words_speak_a_refutation_is_told(tmp_path: Path):
    assert told(f"{CONSTANT}We get\n\n$$(-1)^n n = n$$", tmp_path)[-1] == "refuted"


CONDITIONS = [
    # ledger dev-351: the words were read as a claim (得 within 使得), and refuted
    ("选取 $w$ 使得", "w + 1 = 2w"),
    ("存在常数 $c$ 使得", "c^2 + 1 = 2c"),
    ("求 $x$ 使", "x + 1 = 2x"),
    ("Choose $w$ s.t.", "w + 1 = 2w"),
]


@pytest.mark.parametrize(("words", "formula"), CONDITIONS)
def test_what_is_to_hold_for_some_value_is_a_condition(words: str, formula: str, tmp_path: Path):
    assert told(f"{words}\n\n$${formula}$$", tmp_path)[-1] == "condition"


SAID_IN_CHINESE = [
    ("设 $A$ 是对称矩阵。", r"A^\top = A", "proved"),
    ("设 $A$ 为实对称矩阵,则", r"A^\top = A", "proved"),
    ("设 $A$ 是对称正定矩阵。", r"A^{-1} A = I", "proved"),
    ("设 $A$ 为可逆矩阵。", r"A^{-1} A = I", "proved"),
    ("设 $A$ 为可逆矩阵。", r"A^\top = A", "not understood"),
    # denied, asked, of a case
    ("设 $A$ 不是对称矩阵。", r"A^\top = A", "not understood"),
    ("若 $A$ 是对称矩阵。一般地,", r"A^\top = A", "not understood"),
    ("设 $A$ 是对称矩阵或反对称矩阵。", r"A^\top = A", "not understood"),
    ("设 $A$ 是半正定矩阵。", r"A^\top = A", "not understood"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), SAID_IN_CHINESE)
def test_kinds_of_matrices_in_chinese(words: str, formula: str, verdict: str, tmp_path: Path):
    before = r"设 $A \in \mathbb R^{n \times n}$。"
    assert told(f"{before}{words}\n\n$${formula}$$", tmp_path)[-1] == verdict
