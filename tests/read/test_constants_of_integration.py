r"""Integrals without bounds: constants of integration, and integrals that are summands on either side."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

ROWS = [
    (r"\int x\,dx = \frac{x^2}{2} + C", ["proved"]),
    (r"\int x\,dx = x^2 + C", ["refuted"]),
    (r"\int \cos x\,dx = \sin x + c", ["proved"]),
    (r"\int \sin x\,dx = \cos x + C", ["refuted"]),
    (r"\int \sec^2 x\,dx = \tan x + K", ["proved"]),
    (r"\int \sin^2 x\,dx = \frac{x}{2} - \frac{\sin 2x}{4} + C_1", ["proved"]),
    (r"\int \frac{dx}{1+x^2} = \arcsin x + C", ["refuted"]),
    (r"\int x^n\,dx = n x^{n-1} + C", ["refuted"]),
    # ledger dev-264: a constant without a name
    (r"\int \frac{1}{x}\,dx = \ln|x| + \text{const}", ["proved"]),
    (r"\int e^{2x}\,dx = \frac12 e^{2x} + \text{const.}", ["proved"]),
    (r"\int e^{2x}\,dx = e^{2x} + \mathrm{const}", ["refuted"]),
    (r"\int e^x\,dx = e^x + \text{常数}", ["proved"]),
    # by parts
    (r"\int x e^x dx = x e^x - \int e^x dx = x e^x - e^x + C = (x-1) e^x + C", ["proved"] * 3),
    (r"\int x e^x dx = x e^x + \int e^x dx", ["refuted"]),
    (r"\int \ln x\,dx = x\ln x - \int x \cdot \frac1x\,dx = x \ln x - x + C", ["proved"] * 2),
    (r"\int (3x^2 + 1)\,dx = 3\int x^2\,dx + \int 1\,dx = x^3 + x + C", ["proved"] * 2),
    (r"\int (3x^2 + 1)\,dx = \int x^2\,dx + \int 1\,dx", ["refuted"]),
    # the constant may be another one in the next line
    (r"\int 2x\,dx = x^2 + C = x^2 + 1 + C", ["proved"] * 2),
]


@pytest.mark.parametrize(("latex", "expected"), ROWS)
def test_an_integral_without_bounds(latex: str, expected: list[str], tmp_path: Path) -> None:
    assert told(f"We find\n\n$${latex}$$", tmp_path) == expected


NOT_READ = [
    (r"\int x\,dx = \frac{C x^2}{2}", "C, which stands on the right side only"),
    (r"\int x\,dx = \frac{x^2}{2} + C x", "C, which stands on the right side only"),
    (r"\int x\,dx = x^2 + y", "y, which stands on the right side only"),
    (r"x \int 1\,dx = x^2", "have to be summands"),
    (r"\int x\,dx = \frac12 \left(\int 1\,dx\right)^2", "have to be summands"),
    (r"\int x\,dx = \int y\,dy", "over different variables"),
    (r"\log y = -\frac{x^2}{2} + \text{const}", "give it a name"),
    (r"\log y + \mathrm{const} = -\frac{x^2}{2} + \mathrm{const}", "give it a name"),
]


@pytest.mark.parametrize(("latex", "reason"), NOT_READ)
def test_what_is_no_constant_of_integration(latex: str, reason: str, tmp_path: Path) -> None:
    (found,) = results(f"We find\n\n$${latex}$$", tmp_path)
    assert str(found.status) == "not understood"
    assert reason in (found.verdict.reason if found.verdict else "")
