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
    ("Let $z$ be a number.", "proved"),
    ("This is a complex matter.", "proved"),
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
    ("\\log(e^z) = z", "refuted"),
    ("\\sqrt{z w} = \\sqrt{z} \\sqrt{w}", "refuted"),
]


@pytest.mark.parametrize(("formula", "status"), FORMULAS)
def test_what_holds_of_all_numbers_is(formula: str, status: str, tmp_path: Path) -> None:
    assert last(f"Let $z$ and $w$ be complex numbers. Then\n\n$${formula}$$", tmp_path) == status


def test_of_complex_arrays_nothing_is_told(tmp_path: Path) -> None:
    words = "Let $v$ be a complex vector.\n\n"
    assert last(words + "$$\\|v\\|^2 = v^\\top v$$", tmp_path) == "not understood"
