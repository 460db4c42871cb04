r"""Beside integrals: which names may run over a range, and where \pi is a number."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

BESIDE = [
    # a power of a printed number behind \pi is a factor
    (r"Let $n$ be a positive integer. Then",
     r"\int_{-\pi}^{\pi} x \sin (n x) \, dx = \frac{2 \pi (-1)^{n+1}}{n}", "proved"),
    (r"Let $n$ be a positive integer. Then",
     r"\int_{-\pi}^{\pi} x^2 \cos (n x) \, dx = \frac{2 \pi (-1)^n}{n^2}", "refuted"),
    # a root of numbers whose signs are declared is the same over any range
    ("For $a > 0$ we have $\\int_0^1 t \\, dt = \\frac12$ and", r"\sqrt{4 a} = 3 \sqrt{a}", "refuted"),
    ("For $a > 0$ we have $\\int_0^1 t \\, dt = \\frac12$ and", r"\sqrt{4 a} = 2 \sqrt{a}", "proved"),
    # others may be limited by it
    ("We have $\\int_0^1 t \\, dt = \\frac12$ and", r"\sqrt{t^2} = t", "not understood"),
    ("For $a > 0$ we have $\\int_0^a t \\, dt = \\frac{a^2}{2}$ and", r"\sqrt{(a - t)^2} = a - t",
     "not understood"),
    ("For $a, b > 0$ we have $\\int_b^a t \\, dt = \\frac{a^2 - b^2}{2}$ and", r"|a - b| = a - b",
     "not understood"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "formula", "expected"), BESIDE)
def test_beside_integrals(words: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == expected
