r"""A derivative with an argument behind it, `\frac{df}{dt}(s)`, is the derivative at s (ledger dev-301)."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

F = r"Let $f(t) = e^{-2t}$, $h(x) = x^3$ and $k(a, b) = a^2 b$."

ROWS = [
    (r"\frac{df}{dt}(t) = -2 f(t)", "proved"),
    (r"\frac{df}{dt}(s) = -2 f(s)", "proved"),
    (r"\frac{df}{dt}(0) = -2", "proved"),
    (r"\frac{df}{dt}(0) = 2", "refuted"),
    (r"\frac{dh}{dx}(2)^2 = 144", "proved"),
    (r"\frac{\partial k}{\partial a}(a, b) = 2ab", "proved"),
    (r"\frac{\partial k}{\partial a}(1, 2) = 4", "proved"),
    (r"\frac{\partial k}{\partial a}(1, 2) = 2", "refuted"),
    # a sum in the brackets may be an argument or a factor: told only if both agree
    (r"\frac{df}{dt}(t + 1) = -2 f(t + 1)", "not understood"),
    (r"\frac{dh}{dx}(x^2 + 1) = 3x^4 + 3x^2", "not understood"),
    (r"\frac{d}{dx}(x^2) = 2x", "proved"),
]


@pytest.mark.parametrize(("formula", "verdict"), ROWS)
def test_of_functions(formula: str, verdict: str, tmp_path: Path):
    assert told(f"{F}\n\n$${formula}$$", tmp_path)[-1] == verdict


QUANTITIES = [
    (r"\frac{dy}{dx}(3) = 6", "not understood"),
    (r"\frac{dy}{dx}(x + 1) = 2x + 2", "not understood"),
    (r"\frac{dy}{dx}(x + 1) = 2x^2 + 2x", "proved"),
]


@pytest.mark.parametrize(("formula", "verdict"), QUANTITIES)
def test_of_quantities_a_product_is_not_refuted(formula: str, verdict: str, tmp_path: Path):
    assert told(f"Let $y = x^2$.\n\n$${formula}$$", tmp_path)[-1] == verdict
