r"""Equations with a zero behind "then" and "hence": claims, if the text says what all of their names are."""

from __future__ import annotations

from pathlib import Path

from told import told

REAL = r"Let $a, b \in \mathbb{R}$. Hence we have"
RIDGE = (
    r"Let $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$, $\lambda > 0$ and "
    r"$\hat w = (X^\top X + \lambda I)^{-1} X^\top y$. Then"
)


def last(words: str, formula: str, folder: Path) -> str:
    return str(told(f"{words}\n\n$$ {formula} $$", folder)[-1])


def test_what_is_zero_is_proved(tmp_path: Path) -> None:
    assert last(REAL, "(a + b)^2 - a^2 - b^2 - 2 a b = 0", tmp_path) == "proved"


def test_what_is_not_zero_is_asked_about(tmp_path: Path) -> None:
    assert last(REAL, "(a + b)^2 - a^2 - b^2 - a b = 0", tmp_path) == "not understood"
    assert last(RIDGE, r"X^\top (y - X \hat w) = 0", tmp_path) == "not understood"
    assert last("<!-- vd: identity $I$ -->\n" + RIDGE, r"X^\top (y - X \hat w) = 0", tmp_path) != "proved"


def test_what_may_be_there_to_be_solved_is_a_condition(tmp_path: Path) -> None:
    assert last(r"Let $x \in \mathbb{R}$ be the least point. Then", "2 x - 4 = 0", tmp_path) == "condition"
    assert last("Then", "2 t - a = 0", tmp_path) == "condition"


def test_an_identity_in_a_definition_is_one(tmp_path: Path) -> None:
    assert last(RIDGE, r"X^\top (y - X \hat w) = \lambda \hat w", tmp_path) == "proved"
