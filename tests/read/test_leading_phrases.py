"""Phrases at the head of a sentence, without a formula: what they restrict is refuted of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

OF_A_KIND = [
    # ledger dev-574: true of what the phrase speaks of, and refuted
    ("If the signs agree we get", "|a + b| = |a| + |b|"),
    ("For a projection $p$ we therefore get", "(1 - p)^2 = 1 - p"),
    ("For idempotent elements it follows that", "(1 - e)^2 = 1 - e"),
    ("For vectors at right angles,", "|a + b|^2 = |a|^2 + |b|^2"),
    ("By Pythagoras the hypotenuse is therefore", "|a - b|^2 = |a|^2 + |b|^2"),
    ("At low speeds we get", r"\frac{1}{\sqrt{1 - v^2}} = 1 + \frac{v^2}{2}"),
    ("For logic gates we therefore have", "(A + B)(A + C) = A + BC"),
    ("In the min-plus algebra we have", "a + a = a"),
    (r"For cardinals we have", r"\kappa + \kappa = \kappa"),
]


@pytest.mark.parametrize(("words", "formula"), OF_A_KIND)
def test_a_kind_of_things(words: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$${formula}$$", tmp_path)[-1] == "not understood"


@pytest.mark.parametrize("behind", ["for idempotent elements.", "if the signs agree.", "at low speeds."])
def test_a_kind_of_things_behind_the_formula(behind: str, tmp_path: Path) -> None:
    assert told(f"We have $(1 - e)^2 = 1 - e$ {behind}", tmp_path)[-1] == "not understood"


OF_EVERYTHING = [
    "If we expand the square, we get",
    "For the gradient we get",
    "For all numbers we have",
    "At the output layer we get",
    "For simplicity we write it out:",
    "In matrix notation we get",
    "When multiplying out we get",
    "By the chain rule we get",
    "For real numbers we have",
]


@pytest.mark.parametrize("words", OF_EVERYTHING)
def test_phrases_that_restrict_nothing(words: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$(x + y)^2 = x^2 + y^2$$", tmp_path)[-1] == "refuted"


def test_a_proof_stands(tmp_path: Path) -> None:
    assert told("For idempotent elements we have\n\n$$(1 - e)^2 = 1 - 2e + e^2$$", tmp_path)[-1] == "proved"


def test_words_before_the_next_display_are_about_that(tmp_path: Path) -> None:
    square = "$$(x + y)^2 = x^2 + y^2$$"
    found = told(f"We get\n\n{square}\n\nFor softmax outputs we find\n\n{square}", tmp_path)
    assert found == ["refuted", "not understood"]
