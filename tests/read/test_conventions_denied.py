"""What convention says of a notation, and documents that say something else of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path) -> str:
    """The verdict on the last formula of a document."""
    path = folder / "notes.md"
    path.write_text(text, encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


SHAPES = r"Let $A, M \in \mathbb{R}^{n\times n}$, $x, y \in \mathbb{R}^n$ and $X \in \mathbb{R}^{n\times d}$."
ADJOINT = r"\langle A x, y\rangle = \langle x, A^\top y\rangle"
ENTRIES = r"\sum_{j=1}^n a_{ij} x_j = (A x)_i"
SCATTER = r"X^\top X = \sum_{i=1}^n x_i x_i^\top"

SAID = [
    # what the document says, a statement, its verdict
    ("", ADJOINT, "proved"),
    (r"Here $\langle x, y\rangle = x^\top y$.", ADJOINT, "proved"),
    (r"Here $\langle x, y\rangle = \sum_i x_i y_i$.", ADJOINT, "proved"),
    ("", ENTRIES, "proved"),
    ("The entries of $A$ are $a_{ij}$.", ENTRIES, "proved"),
    ("", r"\mathbf{1}_n^\top \mathbf{1}_n = n", "proved"),
    (r"With the vector of ones $\mathbf{1}$,", r"x^\top \mathbf{1} = \sum_{i=1}^n x_i", "proved"),
    ("The $i$-th row of $X$ is $x_i^\\top$.", SCATTER, "proved"),
    ("Here $x_i$ is the $i$-th row of $X$.", SCATTER, "proved"),
    (r"The rows of $X$ are $x_1^\top, \dots, x_n^\top$.", SCATTER, "proved"),
]

DENIED = [
    # ledger dev-95
    (r"Here $|\cdot|$ is the Frobenius norm.", r"|A|^2 = \operatorname{tr}(A^\top A)"),
    ("", r"|A|^2 = \sum_{i=1}^n \sum_{j=1}^n A_{ij}^2"),
    # ledger dev-96
    (r"With the inner product $\langle x, y\rangle = x^\top M y$,", ADJOINT),
    (r"With the inner product $\langle x, y\rangle = \frac1n x^\top y$,", r"\langle x, x\rangle = x^\top x"),
    (r"With the inner product $\langle x, y\rangle = 2 x^\top y$,", r"\langle x, x\rangle = x^\top x"),
    (r"The brackets denote the inner product induced by a positive definite matrix.", ADJOINT),
    (r"Let $\langle\cdot,\cdot\rangle$ be any inner product.", ADJOINT),
    # ledger dev-97
    (
        r"Let $\mathbf{1}_n \in \mathbb{R}^n$ be the indicator of the last one.",
        r"\mathbf{1}_n^\top \mathbf{1}_n = n",
    ),
    (r"The vector $\mathbf{1}$ is the first unit vector.", r"x^\top \mathbf{1} = \sum_{i=1}^n x_i"),
    ("The cofactors of $A$ are $a_{ij}$.", ENTRIES),
    ("The entries of the inverse of $A$ are $a_{ij}$.", ENTRIES),
    # ledger dev-98
    ("The $i$-th row of $X$ is $x_i$ divided by its norm.", SCATTER),
    ("The $i$-th row of $X$ is $x_i$ as it was measured.", SCATTER),
    ("The mean of $x_i$ is the $i$-th row of $X$.", SCATTER),
    ("Twice $x_i$ is the $i$-th row of $X$.", SCATTER),
    ("Here $x_i$ is the $i$-th row of $X$ after centering.", SCATTER),
    ("Assume for a contradiction that $x_i$ is the $i$-th row of $X$.", SCATTER),
    ("Some authors say that $x_i$ is the $i$-th row of $X$.", SCATTER),
    ("The $(i+1)$-th row of $X$ is $x_i$.", SCATTER),
    ("The first rows of $X$ are $x_i$.", SCATTER),
    (r"The rows of $X$ are $x_0, \dots, x_{n-1}$.", SCATTER),
]


@pytest.mark.parametrize(("words", "formula", "status"), SAID)
def test_what_convention_says_is_taken_for_granted(
    words: str, formula: str, status: str, tmp_path: Path
) -> None:
    assert last(f"{SHAPES} {words}\n\n$${formula}$$\n", tmp_path) == status


@pytest.mark.parametrize(("words", "formula"), DENIED)
def test_where_the_document_says_something_else_it_is_not(words: str, formula: str, tmp_path: Path) -> None:
    assert last(f"{SHAPES} {words}\n\n$${formula}$$\n", tmp_path) == "not understood"


CASES = [
    # ledger dev-134: a comparison that is denied, or was said of a case, says nothing of what follows
    ("It is not true that $x > 0$. Hence", "not understood"),
    ("Suppose not $x > 0$. Then", "not understood"),
    ("Either $x > 0$ or $x < 0$. So", "not understood"),
    ("Unless $x > 0$, this may fail. So", "not understood"),
    ("If $x > 0$ then fine. In general", "refuted"),
    ("If $x > 0$, then", "proved"),
    ("Let $x > 0$. Then in general", "proved"),
]


@pytest.mark.parametrize(("words", "status"), CASES)
def test_comparisons_of_a_case(words: str, status: str, tmp_path: Path) -> None:
    assert last(f"{words}\n$$|x| = x$$\n", tmp_path) == status
