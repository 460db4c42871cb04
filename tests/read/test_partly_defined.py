"""Definitions for some values only: for others nothing is told of what is defined."""

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


SAYINGS = [
    # where f(x) = x^2 is said to hold: ledger dev-173
    "Let $f(x) = x^2$ for $x > 0$ and $f(x) = 0$ otherwise.",
    "Let $f(x) = x^2$ for $x > 0$.",
    "Let $f(x) = x^2$ for positive $x$.",
    "For $x > 0$ let $f(x) = x^2$.",
    "Define, for $x > 0$,\n\n$$f(x) = x^2$$",
    "$$f(x) = x^2 \\quad (x > 0)$$",
    "$$f(x) = x^2, \\quad x > 0$$\n\n$$f(x) = -x, \\quad x \\le 0$$",
    "$$f(x) = x^2$$\n\nfor $x > 0$. There is more to say.",
    "$$\\begin{aligned} f(x) &= x^2 & x > 0 \\\\ f(x) &= -x & x \\le 0 \\end{aligned}$$",
    "$$f(x) = x^2 \\quad \\text{if } x > 0, \\quad f(x) = -x \\text{ otherwise}$$",
]


@pytest.mark.parametrize("words", SAYINGS)
def test_nothing_is_told_of_other_values(words: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$$f(-1) = 1$$", tmp_path) == "not understood"


TOLD = [
    # a definition, what follows from it, the verdict
    ("Let $f(x) = x^2$.", "f(-1) = 1", "proved"),
    ("For $x > 0$ let $f(x) = x^2$.", "f(3) = 9", "proved"),
    ("For $x > 0$ let $f(x) = x^2$.", "f'(x) = 2 x", "proved"),
    ("$$f(x) = x \\log x, \\quad x > 0$$", "f'(x) = \\log x + 1", "proved"),
    ("$$M(t) = (1 - 2 t)^{-3}, \\quad t < \\frac{1}{2}$$", "M(t)^2 = (1 - 2 t)^{-6}", "proved"),
    ("Let $\\sigma > 0$ and $f(x) = e^{-x^2 / \\sigma^2}$.", "f(0) = 1", "proved"),
    ("Let $a_n = n^2$ for $n \\ge 1$.", "\\sum_{n=1}^3 a_n = 14", "proved"),
    # a value of its own: ledger dev-174
    ("Let $g(x) = \\frac{1}{x}$ for $x \\ne 0$ and $g(0) = 5$.", "x g(x) = 1", "not understood"),
    ("Let $g(x) = \\frac{\\sin x}{x}$ and $g(0) = 1$.", "g(0) = 1", "not understood"),
    ("Let $x_i = 1$ for $i \\neq k$ and $x_k = 0$.", "\\sum_{i=1}^n x_i = n", "not understood"),
    # of two cases the second one is a definition, too
    ("Let $y = x^2$ if $x > 0$ and $y = -x$ otherwise.", "y = x^2", "not understood"),
    # a condition that has no solution together with one before: ledger dev-173
    ("$$f(x) = x^2, \\quad x > 0$$\n\n$$f(x) = 0, \\quad x \\le 0$$", "f(2) = 4", "not understood"),
]


@pytest.mark.parametrize(("words", "formula", "status"), TOLD)
def test_what_is_told_of_it(words: str, formula: str, status: str, tmp_path: Path) -> None:
    assert last(f"{words}\n\n$${formula}$$", tmp_path) == status


IN_WORDS = [
    # a definition by cases, and what does not follow from it: ledger dev-258
    ("Let $f(n) = 1$ if $n$ is even, and $f(n) = 0$ if $n$ is odd.", "f(3) = 1"),
    ("Let $f(n) = 1$ if $n$ is a positive integer, and $f(n) = 0$ otherwise.", "f(-3) = 1"),
    ("设 $f(n) = 1$，若 $n$ 为偶数。", "f(3) = 1"),
]


@pytest.mark.parametrize(("words", "formula"), IN_WORDS)
def test_a_definition_by_cases_in_words(words: str, formula: str, tmp_path: Path) -> None:
    assert last(f"{words} Then ${formula}$.", tmp_path) == "not understood"
