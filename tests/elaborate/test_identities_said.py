"""Identity matrices that the text names: what it says of I is heard, with the size if it says one."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def verdict(words: str, formula: str, folder: Path) -> str:
    path = folder / "note.md"
    text = f"Let $A \\in \\mathbb{{R}}^{{n \\times n}}$. {words}\n\n$${formula}$$\n"
    path.write_text(text, encoding="utf-8")
    *_, last = check_documents(read_paths([str(path)]), seconds=5).steps()
    return str(last.status)


SAID = [
    "Let $I$ be the identity matrix.",
    "Let $I$ denote the identity.",
    "Here $I$ is the $n \\times n$ identity matrix.",
    "We write $A$, where $I_n$ denotes the identity.",
    "Let $I \\in \\mathbb{R}^{n \\times n}$ denote the identity matrix.",
    "This holds with the identity matrix $I$.",
    "<!-- vd: identity $I$ -->",
]


@pytest.mark.parametrize("words", SAID)
def test_what_is_said_to_be_the_identity_is(words: str, tmp_path: Path):
    assert verdict(words, "I A = A", tmp_path) == "proved"
    assert verdict(words, "A^{-1} A = 2 I", tmp_path) == "refuted"


ANOTHER = [
    "",
    "If $I$ is the identity matrix, this is clear.",
    "The matrix $I$ is not the identity matrix.",
    "Let $I$ be the identity function.",
    "Let $I$ be twice the identity matrix.",
    "Let $I$ be the identity matrix. Let $I = 2 A$.",
]


@pytest.mark.parametrize("words", ANOTHER)
def test_else_it_may_be_another_matrix(words: str, tmp_path: Path):
    assert verdict(words, "A^{-1} A = 2 I", tmp_path) == "not understood"


def test_its_size_is_what_is_said(tmp_path: Path):
    sized = "Here $I$ is the $n \\times n$ identity matrix."
    assert verdict(sized, r"\operatorname{tr}(I) = n", tmp_path) == "proved"
    assert verdict(sized, r"\operatorname{tr}(I) = n + 1", tmp_path) == "refuted"
    assert (
        verdict("Let $I$ be the identity matrix.", r"\operatorname{tr}(I) = n", tmp_path) == "not understood"
    )


def test_one_of_another_size_has_the_same_name(tmp_path: Path):
    words = "Here $I$ is the $n \\times n$ identity matrix. Let $B \\in \\mathbb{R}^{m \\times m}$."
    assert verdict(words, "I B = B", tmp_path) == "proved"
