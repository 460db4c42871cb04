r"""In an elementwise product `1 - a` is a vector of ones less the vector a; elsewhere it is not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

LAYER = r"""Let $x, w \in \mathbb{R}^n$ and $\sigma(z) = \frac{1}{1 + e^{-z}}$.
With $a = \sigma(x)$ and $L = w^\top a$ we have

$$\frac{\partial L}{\partial x} = %s.$$"""

ROWS = [
    (r"w \odot a \odot (1 - a)", "proved"),
    (r"w \odot \sigma(x) \odot (1 - \sigma(x))", "proved"),
    (r"(1 - a) \odot w \odot a", "proved"),
    (r"w \odot a - w \odot a \odot a", "proved"),
    (r"w \odot a \odot (1 + a)", "refuted"),
    (r"w \odot a \odot (2 - a)", "refuted"),
    # no elementwise product, a power of the bracket
    (r"a (1 - a)^\top w", "not understood"),
    (r"w \odot a \odot (1 - a)^2", "not understood"),
]


@pytest.mark.parametrize(("gradient", "expected"), ROWS)
def test_a_layer(gradient: str, expected: str, tmp_path: Path) -> None:
    assert told(LAYER % gradient, tmp_path)[-1] == expected
