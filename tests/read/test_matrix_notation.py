"""Notation of linear algebra as lecturers write it: bars, angles, rows and columns, entries, ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def verdict(words: str, left: str, right: str) -> str:
    """What is said of an equation below these words."""
    Path("notes.md").write_text(f"{words}\n\n$${left} = {right}$$\n", encoding="utf-8")
    report = check_documents(read_paths(["notes.md"]), seconds=5)
    result = [*report.steps()][-1]
    return str(result.status or result.step.kind)


SQUARE = r"Let $A, B \in \mathbb{R}^{n\times n}$ be invertible and $x, y, z \in \mathbb{R}^n$."

OF_ARRAYS = [
    ("|A B|", "|A| |B|", "proved"),
    ("|A^{-1}|", r"\frac{1}{|A|}", "proved"),
    ("|c A|", "c^n |A|", "proved"),
    ("|c A|", "c |A|", "refuted"),
    (r"\nabla_A \log |A|", r"A^{-\top}", "proved"),
    (r"|x^\top y|", r"|y^\top x|", "proved"),
    (r"\langle A x, y \rangle", r"\langle x, A^\top y \rangle", "proved"),
    (r"\langle A x, y \rangle", r"\langle x, A y \rangle", "not understood"),
    (r"\|x + y\|^2", r"\|x\|^2 + 2 \langle x, y \rangle + \|y\|^2", "proved"),
    (r"\|A\|_F^2", r"\sum_{i=1}^n \sum_{j=1}^n a_{ij}^2", "proved"),
    (r"\|A\|_F^2", r"\sum_{i=1}^n \sum_{j=1}^n a_{ij}", "refuted"),
    (r"(A x)_i", r"\sum_{j=1}^n a_{ij} x_j", "proved"),
    (r"(A x)_i", r"\sum_{j=1}^n a_{ji} x_j", "refuted"),
    (r"\operatorname{tr}(A)", r"\sum_{i=1}^n a_{ii}", "proved"),  # and no definition of a function tr
    (r"\mathbf{1}^\top x", r"\sum_{i=1}^n x_i", "proved"),
    (r"\mathbf{1}^\top x", r"\sum_{i=1}^n x_i^2", "not understood"),
    (r"\mathbf{1}_n^\top \mathbf{1}_n", "n", "proved"),
    (r"(A \mathbf{1})_i", r"\sum_{j=1}^n A_{ij}", "proved"),
]


@pytest.mark.parametrize(("left", "right", "status"), OF_ARRAYS)
def test_signs_between_arrays_are_what_they_are_in_most_texts(left: str, right: str, status: str) -> None:
    assert verdict(SQUARE, left, right) == status


def test_angles_that_the_text_defines_are_not_read() -> None:
    words = SQUARE + r" We put $\langle x, y\rangle = x^\top B y$."
    assert verdict(words, r"\langle x, z\rangle", r"\langle z, x\rangle") == "not understood"
    assert verdict(SQUARE, r"\langle x, y\rangle", r"x^\top B y") == "not understood"


def test_entries_of_which_something_else_is_said_are_none_of_the_matrix() -> None:
    words = SQUARE + r" Let $a_{ij} = x_i y_j$."
    assert verdict(words, r"\operatorname{tr}(A)", r"\sum_{i=1}^n a_{ii}") == "not understood"


ROTATION = r"""
Let
$$R(\theta) = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}.$$
Then
"""

OF_ROTATIONS = [
    (r"R(\alpha) R(\beta)", r"R(\alpha + \beta)", "proved"),
    (r"R(\alpha) R(\beta)", r"R(\alpha - \beta)", "refuted"),
    (r"R(\theta)^{-1}", r"R(\theta)^\top", "proved"),
    (r"R(\theta)^2", r"R(2 \theta)", "proved"),
    (r"\det R(\theta)", "1", "proved"),
]


@pytest.mark.parametrize(("left", "right", "status"), OF_ROTATIONS)
def test_a_function_may_have_matrices_as_values(left: str, right: str, status: str) -> None:
    assert verdict(ROTATION, left, right) == status


X = r"Let $X \in \mathbb{R}^{n\times d}$ and $y \in \mathbb{R}^n$"

STACKED = [
    r"Let $X \in \mathbb{R}^{n\times d}$ have rows $x_1^\top, \dots, x_n^\top$ and $y \in \mathbb{R}^n$.",
    X + r". The rows of $X$ are $x_1^\top, \dots, x_n^\top$.",
    X + r", where $x_i^\top$ is the $i$-th row of $X$.",
    X + r". Row $i$ of $X$ is $x_i^\top$.",
]


@pytest.mark.parametrize("words", STACKED)
def test_rows_of_a_matrix_have_the_names_that_the_prose_gives_them(words: str) -> None:
    assert verdict(words, r"X^\top X", r"\sum_{i=1}^n x_i x_i^\top") == "proved"
    assert verdict(words, r"X^\top y", r"\sum_{i=1}^n y_i x_i") == "proved"
    assert verdict(words, r"X^\top y", r"2 \sum_{i=1}^n y_i x_i") == "refuted"


NOT_STACKED = [
    X + r". If the rows of $X$ are $x_1^\top, \dots, x_n^\top$, it is well known that",
    X + r". The rows of $X$ are not $x_i^\top$.",
    X + r". The columns of $X$ are $x_1, \dots, x_d$.",
]


@pytest.mark.parametrize("words", NOT_STACKED)
def test_what_is_said_of_a_case_or_denied_names_no_rows(words: str) -> None:
    assert verdict(words, r"X^\top X", r"\sum_{i=1}^n x_i x_i^\top") == "not understood"


def test_columns_have_names_too() -> None:
    words = X + r" and $w \in \mathbb{R}^d$. The columns of $X$ are $x_1, \dots, x_d$."
    assert verdict(words, "X w", r"\sum_{j=1}^d w_j x_j") == "proved"
    assert verdict(words, r"X X^\top", r"\sum_{j=1}^d x_j x_j^\top") == "proved"


EARLIER = "# One\n\nLet $b, x, y \\in \\mathbb{R}^m$, $A \\in \\mathbb{R}^{m\\times m}$.\n\n# Two\n"

USED_ANEW = [
    (r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}", "a d - b c", "proved"),
    (r"\frac{d}{dx} x^3", "3 x^2", "proved"),
    (r"\frac{d}{dx} x^2", "2 x", "proved"),
    (r"\frac{d}{dx} \sin x", r"\cos x", "proved"),
    (r"(1 + x)^2", "1 + 2 x + x^2", "proved"),
    (r"(1 + x)^2", "1 + x + x^2", "not understood"),
    # what could be meant of the vectors is not told as a statement about numbers
    (r"\frac{d^2}{dx^2} x^2", "2", "not understood"),
    (r"\frac{d}{dx} x", "1", "not understood"),
    (r"\frac{x y}{y}", "x", "not understood"),
    ("(x y)^2", "x^2 y^2", "not understood"),
    ("e^{x + y}", "e^x e^y", "not understood"),
    (r"\frac{d}{dx} (A x)", "A", "not understood"),
    (
        r"\begin{pmatrix} x & b \\ y & d \end{pmatrix}^\top",
        r"\begin{pmatrix} x & y \\ b & d \end{pmatrix}",
        "not understood",
    ),
    (
        r"\begin{pmatrix} A & b \\ c & d \end{pmatrix}^\top",
        r"\begin{pmatrix} A & c \\ b & d \end{pmatrix}",
        "not understood",
    ),
]


@pytest.mark.parametrize(("left", "right", "status"), USED_ANEW)
def test_a_letter_of_an_earlier_section_is_a_number_where_the_formula_shows_it(
    left: str, right: str, status: str
) -> None:
    assert verdict(EARLIER, left, right) == status


def test_a_letter_that_is_declared_or_defined_anew_is_what_is_said_last() -> None:
    assert verdict(EARLIER + r"Let $b, c \in \mathbb{R}$.", "b^2 - c^2", "(b - c)(b + c)") == "proved"
    assert verdict(EARLIER + "Let $b = 3$.", "b^2 + c", "9 + c") == "proved"


def test_only_the_parameters_of_a_function_are_given_up() -> None:
    words = (
        "# One\n\nLet $y \\in \\mathbb{R}^n$ and $w \\in \\mathbb{R}^d$.\n\n# Two\n\n"
        r"Let $f(w) = \sum_{i=1}^n (y_i - w x_i)^2$."
    )
    assert verdict(words, "f'(w)", r"-2 \sum_{i=1}^n x_i (y_i - w x_i)") == "proved"
