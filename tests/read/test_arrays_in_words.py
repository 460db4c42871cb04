r"""Arrays that sentences declare in words: the same as in formulas, where nothing more is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.elaborate.notation.qualities import spoken_of
from verify_derivations.elaborate.prose.adjectives import KIND
from verify_derivations.elaborate.prose.array_words import KINDS
from verify_derivations.manuscript import Prose, SourceText
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def result(words: str, statement: str, folder: Path) -> StepResult:
    path = folder / "note.md"
    path.write_text(f"{words}\n\n$$ {statement} $$\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


DECLARED = [
    (r"Let $A$ be a symmetric matrix in $\mathbb R^{n\times n}$ and $x$ a vector in $\mathbb R^n$. Then",
     r"\nabla_x (x^\top A x) = 2 A x"),
    (r"Let $A$ be an $n \times n$ symmetric matrix, and let $x \in \mathbb R^n$. Then",
     r"\nabla_x (x^\top A x) = 2 A x"),
    (r"Let $A$ be a real symmetric $n \times n$ matrix and $x \in \mathbb R^n$. Then",
     r"x^\top A = (A x)^\top"),
    (r"Let $A$, $B$ be $n\times n$ matrices. Then", r"(A + B)^2 = A^2 + AB + BA + B^2"),
    (r"Let $A$ and $B$ be square matrices in $\mathbb R^{n\times n}$. Then",
     r"\operatorname{tr}(AB) = \operatorname{tr}(BA)"),
    (r"Here $X$ is an $m\times n$ matrix, $y$ is a vector in $\mathbb R^m$. Then",
     r"(X^\top y)^\top = y^\top X"),
    (r"Let $X$ be a matrix of size $m\times n$. Then", r"(X^\top X)^\top = X^\top X"),
    (r"设 $A$ 为 $n\times n$ 对称矩阵，$x \in \mathbb R^n$。则", r"x^\top A = (A x)^\top"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "statement"), DECLARED)
def test_words_declare_an_array(words: str, statement: str, tmp_path: Path) -> None:
    found = result(words, statement, tmp_path)
    assert found.verdict is not None
    assert found.verdict.status == "proved", found.verdict.reason


def test_what_is_false_of_declared_matrices_is_refuted(tmp_path: Path) -> None:
    words = r"Let $A$ and $B$ be matrices in $\mathbb R^{n\times n}$. Then"
    verdict = result(words, r"(AB)^\top = A^\top B^\top", tmp_path).verdict
    assert verdict is not None
    assert verdict.status == "refuted"


def test_that_rows_are_samples_restricts_nothing(tmp_path: Path) -> None:
    words = r"Let $X \in \mathbb R^{n\times d}$. Each row of $X$ is one training example. Then"
    verdict = result(words, r"\operatorname{tr}(X^\top X) = 2 \operatorname{tr}(X X^\top)", tmp_path).verdict
    assert verdict is not None
    assert verdict.status == "refuted"


def test_shapes_in_words_clash(tmp_path: Path) -> None:
    words = r"Let $X$ be an $m\times n$ matrix and $w$ a vector in $\mathbb R^m$. Then"
    verdict = result(words, r"X w = w", tmp_path).verdict
    assert verdict is not None
    assert verdict.status == "ill-formed"


MORE_IS_SAID = [
    (r"Let $A$ be a random matrix in $\mathbb R^{n\times n}$. Then", r"A = A^\top"),
    (r"Let $A$ be a matrix in $\mathbb R^{n\times n}$ with $A = A^\top$. Then", r"A^2 = A A^\top"),
    (r"Let $A$ be an $n\times n$ matrix of ones. Then", r"A^2 = n A"),
    (r"Let $A$ be an $n\times n$ matrix whose rows are all the same. Then", r"A^2 = \operatorname{tr}(A) A"),
    (r"Let $A$ be an $n\times n$ matrix over a field with two elements. Then", r"A + A = 0"),
    # ledger dev-400: these were refuted
    (
        r"Let $A \in \mathbb R^{n\times n}$ be a matrix whose rows are all the same. Then",
        r"A^2 = \operatorname{tr}(A) A",
    ),
    (r"Let $v \in \mathbb R^n$, all of whose entries are equal to one. Then", r"v^\top v = n"),
    (r"Let $A \in \mathbb R^{n\times n}$. Assume that it squares to itself. Then", r"A^3 = A"),
    (r"Let $J \in \mathbb R^{n\times n}$. All its entries are one. Then", r"J^2 = n J"),
    (r"Let $x, y \in \mathbb R^n$. Suppose they are orthogonal. Then", r"\|x+y\|^2 = \|x\|^2+\|y\|^2"),
    (r"Let $x, y \in \mathbb R^n$ be parallel. Then", r"(x^\top y)^2 = \|x\|^2\|y\|^2"),
    (r"Let $H \in \mathbb R^{n\times n}$. It is the hat matrix. Then", r"H^2 = H"),
    (r"Let $S \in \mathbb R^{d\times d}$. As a covariance,", r"S^\top = S"),
    (r"设 $A \in \mathbb R^{n\times n}$ 为反对称矩阵。则", r"A^\top = -A"),
    (r"Let $A$ be a nilpotent matrix in $\mathbb R^{n\times n}$. Then", r"\operatorname{tr}(A) = 0"),
    (r"Let $Q$ be an orthogonal matrix in $\mathbb R^{n\times n}$. Then", r"Q^\top Q = Q Q^\top"),
    (r"Let $A$ be an $n\times n$ matrix, all of whose entries are $1$. Then", r"A^2 = n A"),
    (r"Let $A$ be an $n\times n$ matrix. Suppose it commutes with $B$. Then", r"AB = BA"),
    (r"Let $u$ be a unit vector in $\mathbb R^n$. Then", r"u^\top u = 1"),
    (r"Let $D$ be a diagonal $n\times n$ matrix. Then", r"D^\top = D"),
]


@pytest.mark.parametrize(("words", "statement"), MORE_IS_SAID)
def test_what_else_is_said_keeps_it_from_being_refuted(words: str, statement: str, tmp_path: Path) -> None:
    verdict = result(words, statement, tmp_path).verdict
    assert verdict is None or verdict.status not in ("refuted", "ill-formed")


ELSEWHERE = [
    r"If $A$ is an $n\times n$ matrix, something holds.",
    r"It is not true that $A$ is an $n\times n$ matrix.",
    r"Is $A$ an $n\times n$ matrix?",
    r"Unlike before, whenever $A$ is a matrix in $\mathbb R^{n\times n}$, something holds.",
]


@pytest.mark.parametrize("words", ELSEWHERE)
def test_what_is_supposed_or_denied_declares_nothing(words: str, tmp_path: Path) -> None:
    verdict = result(words, r"A v = v A", tmp_path).verdict
    assert verdict is not None
    assert verdict.status not in ("refuted", "ill-formed")


KINDS_OF_MATRICES = """
symmetric; positive definite; positive semi-definite; semi-definite; psd; spd; orthogonal; diagonal;
upper triangular; idempotent; skew-symmetric; antisymmetric; invertible; non-singular; nilpotent;
stochastic; normalized
"""


@pytest.mark.parametrize("kind", [kind.strip() for kind in KINDS_OF_MATRICES.split(";")])
def test_each_kind_is_heard_elsewhere(kind: str) -> None:
    """A word that may stand beside a declaration narrows the matrix: somebody has to hear it."""
    assert re.fullmatch(KINDS, kind)
    text = f"a {kind} vector or matrix"
    said = Prose((SourceText("notes.md", text).placed(0, len(text)),))
    assert spoken_of([said]) or re.search(KIND, kind)


def test_the_words_and_the_line_that_raise_a_doubt_are_quoted(tmp_path: Path) -> None:
    words = "Classes are\nbinary here.\n\nLet $x, y \\in \\mathbb R^n$."
    verdict = result(words, r"(x + y)^\top (x + y) = x^\top x + x^\top y + y^\top y", tmp_path).verdict
    reason = verdict.reason if verdict else ""
    assert 'x and y are vectors of a special kind, as line 2 says of something ("binary")' in reason
    assert r"they are any vectors, $x \in \mathbb R^{n}$; constant $x$; $y \in" in reason
