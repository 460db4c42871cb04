"""What is assumed in formulas or said in words holds for a claim: no counterexample may go against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Kind
from verify_derivations.read.paths import read_paths
from verify_derivations.results import Report


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str) -> Report:
    Path("notes.md").write_text(text, encoding="utf-8")
    return check_documents(read_paths(["notes.md"]), seconds=5)


def verdicts(text: str) -> list[str]:
    return [str(result.status) for result in checked(text).steps() if result.step.kind is Kind.CLAIM]


MATRICES = r"Let $A \in \mathbb{R}^{n \times n}$ and $x \in \mathbb{R}^n$."
GRADIENT = r"$$ \nabla_x (x^\top A x) = 2 A x $$"
HALF = r"$$ \nabla_x (x^\top A x) = A x $$"

ASSUMED = [
    # the names of an assumption need not all stand in the claim
    ("<!-- vd: assume $x > y$; assume $y > 0$ -->\n\n$$ |x| = x $$", ["undecided"]),
    ("Assume that $x > y$ and $y > 0$.\n\n$$ |x| = x $$", ["undecided"]),
    ("<!-- vd: let $c = 3$; assume $x > c$ -->\n\n$$ |x - 3| = x - 3 $$", ["proved"]),
    ("<!-- vd: assume $x > y$; assume $y > 0$ -->\n\n$$ (x + y)^2 = x^2 + y^2 $$", ["refuted"]),
    # a matrix that equals its transpose
    (f"{MATRICES}\n\n<!-- vd: assume $A^\\top = A$ -->\n\n{GRADIENT}", ["proved"]),
    (f"{MATRICES}\n\n<!-- vd: assume $A = A^T$ -->\n\n{GRADIENT}", ["proved"]),
    (f"{MATRICES} Assume $A^\\top = A$.\n\n{GRADIENT}", ["proved"]),
    (f"{MATRICES}\n\n<!-- vd: assume $A^\\top = A$ -->\n\n{HALF}", ["refuted"]),
    (f"{MATRICES}\n\n{GRADIENT}", ["refuted"]),
]


@pytest.mark.parametrize(("text", "expected"), ASSUMED)
def test_what_is_assumed_holds_for_every_counterexample(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


SAID = [
    (f"{MATRICES} If $A$ is symmetric then\n\n{GRADIENT}", "A is symmetric"),
    (f"{MATRICES} For symmetric $A$,\n\n{GRADIENT}", "A is symmetric"),
    (f"{MATRICES} When the matrix is symmetric, this becomes\n\n{GRADIENT}", "A is symmetric"),
    (f"{MATRICES} 若 $A$ 为对称矩阵，则\n\n{GRADIENT}", "A is symmetric"),
    (f"{MATRICES} The matrix is positive semi-definite.\n\n{GRADIENT}", "A is positive definite"),
    (f"{MATRICES} A rotation leaves lengths alone.\n\n$$ A^T A x = x + A x - A x $$", "A is orthogonal"),
    (f"{MATRICES} Let $A$ be symmetric and orthogonal.\n\n$$ A A x = x + A x - A x $$", "A is orthogonal"),
    (f"{MATRICES} It is diagonal.\n\n$$ A = A^T $$", "A is a matrix of a special kind"),
    (
        f"{MATRICES} Both are eigenvectors.\n\n$$ x^T A x = x^T A x x^T x $$",
        "x is a vector of a special kind",
    ),
    ("As $k$ is an integer,\n\n$$ \\cos(2 \\pi k) = 1 + 0 k $$", "k is a whole number"),
    ("For even numbers\n\n$$ (-1)^{2k} + k = k + 2 $$", "k is even or odd"),
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_what_is_said_in_words_may_be_the_names_of_a_claim(text: str, words: str) -> None:
    [result] = [result for result in checked(text).steps() if result.step.kind is Kind.CLAIM]
    assert result.verdict is not None
    assert str(result.status) == "not understood"
    assert words in result.verdict.reason


FALSE_ALL_THE_SAME = [
    f"{MATRICES} Let $A$ be symmetric.\n\n{HALF}",
    "For integers $k$\n\n$$ \\cos(2 \\pi k) = k + 1 - 1 $$",
    f"The covariance matrix is positive.\n\n{MATRICES}\n\n{HALF}",
]


@pytest.mark.parametrize("text", FALSE_ALL_THE_SAME)
def test_what_is_false_for_them_too_is_refuted(text: str) -> None:
    assert verdicts(text) == ["refuted"]


def test_a_proof_stands_whatever_is_said() -> None:
    text = f"{MATRICES} Let $A$ be symmetric.\n\n$$ \\nabla_x (x^\\top A x) = (A + A^\\top) x $$"
    assert verdicts(text) == ["proved"]


LABELS = [
    (r"For a label $t \in \{0, 1\}$ we have" "\n\n$$ t (1 - p) = t - p t $$", "proved"),
    (r"For a label $t \in \{0, 1\}$ we have" "\n\n$$ t + p - t p = t - t p $$", "refuted"),
    (r"For a label $t \in \{-1, +1\}$ we have" "\n\n$$ \\frac{p}{t} = p t + t - 1 $$", "refuted"),
    (r"For a label $t \in \{-1, 1\}$ we have" "\n\n$$ \\sqrt{t^2} = 1 + 0 t $$", "proved"),
    (r"With $t \in \{2, 5\}$ we have" "\n\n$$ t p + p = t p $$", "not understood"),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_labels_of_two_classes_are_numbers(text: str, expected: str) -> None:
    assert verdicts(text) == [expected]


def test_a_counterexample_has_a_label_of_the_set() -> None:
    [result] = checked("Let $t \\in \\{0, 1\\}$.\n\n$$ t + p - t p = t - t p $$").steps()
    assert result.verdict is not None
    assert result.verdict.witness is not None
    assert dict(result.verdict.witness.point)["t"] in ("0", "1")


SQUARE = "# One\n\n$$ (x + 1)^2 = x^2 + 2x + 1 $$"

SECTIONS = [
    # a section that declares an array says nothing of the others
    (
        f"{SQUARE}\n\n# Two\n\n$x \\in \\mathbb{{R}}^n$\n\n$$ x^T x = \\|x\\|_2^2 $$",
        "proved",
    ),
    # one that only uses it does
    (f"{SQUARE}\n\n# Two\n\n$$ x^T x = \\|x\\|_2^2 $$", "not understood"),
]


@pytest.mark.parametrize(("text", "expected"), SECTIONS)
def test_what_is_an_array_in_one_section_may_be_a_number_in_another(text: str, expected: str) -> None:
    assert verdicts(text)[0] == expected


CONDITIONAL = [
    ("If $u = x^2$ then $x = \\sqrt{u}$.\n\nSo\n\n$$ \\sqrt{x^2} = x $$", "not understood"),
    ("若 $u = x^2$，则 $x = \\sqrt{u}$。\n\n$$ \\sqrt{x^2} = x $$", "not understood"),
    ("If $u = x^2$ then\n\n$$ x = \\sqrt{u} $$\n\nSo\n\n$$ \\sqrt{x^2} = x $$", "not understood"),
    ("Then $x = \\sqrt{u}$.\n\nSo\n\n$$ \\sqrt{x^2} = x $$", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), CONDITIONAL)
def test_what_holds_under_a_condition_defines_nothing(text: str, expected: str) -> None:
    found = list(checked(text).steps())
    assert str(found[-1].status) == expected


COLUMNS = r"\begin{bmatrix} 1 \\ 2 \end{bmatrix} = V \begin{bmatrix} 1 \\ 0 \\ 0 \end{bmatrix}"


def test_shapes_fit_or_not_only_where_all_are_known() -> None:
    assert verdicts(f"$$ {COLUMNS} $$") == ["not understood"]
