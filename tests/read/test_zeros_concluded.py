"""Equations with a zero behind words that conclude: claimed where all in them is made of what is defined."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

CONCLUDED = [
    (r"Let $x(t) = A \cos(\omega t)$. Then", r"x''(t) + \omega^2 x(t) = 0"),
    (r"Let $x(t) = A \cos(\omega t)$. Hence", r"\ddot x + \omega^2 x = 0"),
    (
        r"Let $u(x, y) = x^2 - y^2$. Then",
        r"\frac{\partial^2 u}{\partial x^2} + \frac{\partial^2 u}{\partial y^2} = 0",
    ),
    (r"Let $f(x) = x^2 - 2x$. We find", "f'(1) = 0"),
    (r"Let $f(x) = (x - 1)^2 + b$. At the minimum we find", "f(1) = b"),
]


@pytest.mark.parametrize(("words", "formula"), CONCLUDED)
def test_what_is_concluded_is_claimed(words: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula}. $$", tmp_path) == ["definition", "proved"]


def test_values_that_are_found(tmp_path: Path) -> None:
    text = r"Let $y(t) = h + v t - \frac12 g t^2$. At $t = 0$ we find $y(0) = h$ and $y'(0) = v$."
    assert told(text, tmp_path) == ["definition", "condition", "proved", "proved"]


SOLVED = [
    (r"Let $f(x) = x^2 - 2x$. Setting the derivative to zero gives", "f'(x) = 0"),
    (r"Let $f(x) = x^2 - 2x$. At the minimum we find", "f'(x) = 0"),
    (r"Let $f(x) = x^2 - 2x$. Hence", "2x - 2 = 0"),
    (r"Let $x(t) = A \cos(\omega t)$. We have to solve", r"x''(t) + k x(t) = 0"),
]


@pytest.mark.parametrize(("words", "formula"), SOLVED)
def test_what_is_to_be_solved_is_a_condition(words: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula}. $$", tmp_path) == ["definition", "condition"]


def test_an_ansatz_is_not_refuted(tmp_path: Path) -> None:
    text = "Let $x(t) = e^{r t}$. Then\n\n$$ x''(t) - 3x'(t) + 2 x(t) = 0. $$"
    assert told(text, tmp_path) == ["definition", "not understood"]
