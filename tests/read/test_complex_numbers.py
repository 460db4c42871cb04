"""Names that words call complex: what is told of them holds for complex numbers, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> str:
    """The verdict on the last formula of a document."""
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


WORDS = [
    # the words before |z|^2 = z^2, its verdict: ledger dev-172
    ("Let $z$ be a real number.", "proved"),
    # nobody prints bars there for real numbers: ledger dev-442
    ("Let $z$ be a number.", "not understood"),
    ("This is a complex matter.", "not understood"),
    ("Let $w$ be a complex number of another chapter.", "not understood"),
    ("Let $z$ be a complex number.", "refuted"),
    ("Let $z$ be complex.", "refuted"),
    ("In the complex plane", "not understood"),
    ("We work over the complex numbers.", "not understood"),
    ("Over $\\mathbb{C}$ we have", "not understood"),
    ("设 $z$ 为复数。", "refuted"),
    # said in a formula, it is known
    ("Let $z \\in \\mathbb{C}$.", "refuted"),
]


@pytest.mark.parametrize(("words", "status"), WORDS)
def test_what_holds_of_real_numbers_only_is_not_told(words: str, status: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$|z|^2 = z^2$$", tmp_path) == status


FORMULAS = [
    # what is said of complex numbers z, w; its verdict
    ("(z + w)^2 = z^2 + 2 z w + w^2", "proved"),
    ("e^{z + w} = e^z e^w", "proved"),
    ("\\frac{d}{dz} z^2 = 2 z", "proved"),
    ("(z + w)^2 = z^2 + w^2", "refuted"),
    ("1 + \\log(e^z) = \\log(e^{z + 2})", "refuted"),
    ("\\sqrt{z w} = \\sqrt{z} \\sqrt{w}", "not understood"),
]


@pytest.mark.parametrize(("formula", "status"), FORMULAS)
def test_what_holds_of_all_numbers_is(formula: str, status: str, tmp_path: Path) -> None:
    assert last(f"Let $z$ and $w$ be complex numbers. Then\n\n$${formula}$$", tmp_path) == status


def test_of_complex_arrays_nothing_is_told(tmp_path: Path) -> None:
    words = "Let $v$ be a complex vector.\n\n"
    assert last(words + "$$\\|v\\|^2 = v^\\top v$$", tmp_path) == "not understood"


COMPLEX_ARRAYS = [
    # what comes before x^T x >= 0: ledger dev-413
    r"Let $x \in \mathbb C^n$. Then",
    r"Let $x \in ℂ^n$ be a vector. Then",
    r"Let $x$ be a vector in $\mathbb{C}^n$. Then",
    r"Let $x \in \mathbb K^n$ with $\mathbb K = \mathbb C$. Then",
    r"We work with complex vectors. Let $x$ be a vector. Then",
    r"Let $V$ be a complex vector space and $x \in V$. Then",
    r"All entries are from $\mathbb C$. Let $x$ be a vector. Then",
    r"Let $U$ be a unitary matrix and $x$ be a vector. Then",
    r"设 $x$ 为复向量。则",
]


@pytest.mark.parametrize("words", COMPLEX_ARRAYS)
def test_complex_arrays_have_no_squares_of_real_numbers(words: str, tmp_path: Path) -> None:
    assert last(words + "\n\n$$x^\\top x \\ge 0$$", tmp_path) == "not understood"


def test_words_declare_no_real_matrix_where_complex_ones_are_spoken_of(tmp_path: Path) -> None:
    claim = "Let $A$ be an $n\\times n$ matrix. Then\n\n$$\\operatorname{tr}(A^\\top A) \\ge 0$$"
    assert last("All matrices are over $\\mathbb C$. " + claim, tmp_path) == "not understood"
    assert last("Matrices are real. " + claim, tmp_path) == "proved"


def test_what_is_declared_real_is_real_beside_complex_numbers(tmp_path: Path) -> None:
    words = "Let $x \\in \\mathbb R^n$ and $z \\in \\mathbb C$. Then\n\n"
    assert last(words + "$$x^\\top x \\ge 0$$", tmp_path) == "proved"


SOLVED = [
    # words, an inequality, its verdict: eigenvalues and roots may be complex, ledger dev-414
    (
        r"Let $\lambda$ be an eigenvalue of $A \in \mathbb R^{n\times n}$.",
        r"\lambda^2 \ge 0",
        "not understood",
    ),
    (r"Let $r$ be a root of $p$.", r"r^2 \ge 0", "not understood"),
    (r"Let $v$ be an eigenvector of $A$.", r"v^\top v \ge 0", "not understood"),
    (r"Let $\lambda$ be an eigenvalue of a symmetric matrix.", r"\lambda^2 \ge 0", "proved"),
    (r"Let $\lambda$ be an eigenvalue of $A$.", r"(\lambda + 1)^2 = \lambda^2 + 2\lambda + 1", "proved"),
]


@pytest.mark.parametrize(("words", "statement", "status"), SOLVED)
def test_what_solves_an_equation_may_be_complex(
    words: str, statement: str, status: str, tmp_path: Path
) -> None:
    assert last(f"{words} Then\n\n$${statement}$$", tmp_path) == status
