"""Equations with a zero behind words that conclude: claims of what is defined, or equations to be solved."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ZEROS = [
    # what is defined is said to meet an equation
    ("Let $x(t) = e^{-t}$. Then", "x'(t) + x(t) = 0", "proved"),
    ("Let $m, k > 0$ and $x(t) = \\cos(\\sqrt{k/m} \\, t)$. We have", r"m \ddot{x}(t) + k x(t) = 0",
     "proved"),
    ("Let $m, k > 0$ and $x(t) = \\cos(\\sqrt{k/m} \\, t)$. We have", r"m \ddot{x}(t) - k x(t) = 0",
     "not understood"),
    ("Let $G, M, r > 0$. The velocity is $v = \\sqrt{2 G M / r}$, therefore",
     r"\frac12 v^2 - \frac{G M}{r} = 0", "proved"),
    # these are solved
    ("Let $a, b > 0$ and $f(x) = a x^2 - b$. Then", "f(x) = 0", "condition"),
    ("Let $a, b > 0$ and $f(x) = a x^2 - b$. Then", "f'(x) - b = 0", "condition"),
    ("Let $a > 0$ and $x = a + 1$. Then", "x^2 - 2 x = 0", "condition"),
    ("We look for", r"\ddot{x}(t) + x(t) = 0", "condition"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "formula", "expected"), ZEROS)
def test_zeros(words: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == expected
