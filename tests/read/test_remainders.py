"""Equations beside one with O(x^2) may hold up to that; words with which they are exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

LOOSE = "$$(1+x)^2 = 1 + 2x$$"
UP_TO = "$$(1+x)^2 = 1 + 2x + O(x^2)$$"
OPEN, REFUTED = "not understood", "refuted"

ROWS = [
    # beside a remainder; ledger dev-294
    (f"{UP_TO}\n\n{LOOSE}", [OPEN, OPEN]),
    (f"{LOOSE}\n\nand so\n\n{UP_TO}", [OPEN, OPEN]),
    (r"$$\begin{aligned}(1+x)^2 &= 1 + 2x + O(x^2) \\ &= 1 + 2x\end{aligned}$$", [OPEN, OPEN]),
    (r"$$(1+x)^2 = 1 + 2x + \mathcal{O}\left(x^2\right), \qquad (1+x)^2 = 1 + 2x$$", [OPEN, OPEN]),
    (r"Up to an error of $o(h)$, we have" + "\n\n$$(1+h)^2 = 1 + 2h$$", [OPEN]),
    (f"{UP_TO}\n\n<!-- vd: claim -->\n\n{LOOSE}", [OPEN, REFUTED]),
    # what is said of another letter, and of numbers, is not concerned
    (f"{UP_TO}\n\n$$(1+y)^2 = 1 + 2y$$", [OPEN, REFUTED]),
    (f"{UP_TO}\n\nWe have $2 + 2 = 5$.", [OPEN, REFUTED]),
    (f"{UP_TO}\n\n$$(1+x)^2 = 1 + 2x + x^2$$", [OPEN, "proved"]),
    # in another section it says nothing
    (f"# One\n\nWe have\n\n{UP_TO}\n\nIndeed.\n\n# Two\n\nWe have\n\n{LOOSE}", [OPEN, REFUTED]),
    # words for approximations, and for what is exact among them
    (f"# Linear approximation\n\n{LOOSE}", [OPEN]),
    (f"# Linear approximation\n\nThe following holds exactly:\n\n{LOOSE}", [REFUTED]),
    (f"# Linear approximation\n\nCompleting the square, we get\n\n{LOOSE}", [REFUTED]),
    (f"# Linear approximation\n\nIt does not hold exactly:\n\n{LOOSE}", [OPEN]),
    (f"# Linear approximation\n\n<!-- vd: claim -->\n\n{LOOSE}", [REFUTED]),
    (f"# 线性近似\n\n由恒等式得\n\n{LOOSE}", [REFUTED]),
    (f"# First-order conditions\n\n{LOOSE}", [REFUTED]),
    (f"# Second-order linear ODEs\n\n{LOOSE}", [REFUTED]),
    (f"# First-order terms\n\n{LOOSE}", [OPEN]),
    (f"To first order,\n\n{LOOSE}", [OPEN]),
    (f"Ignoring higher-order terms,\n\n{LOOSE}", [OPEN]),
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_what_may_hold_up_to_something(text: str, found: list[str], tmp_path: Path) -> None:
    assert told(text, tmp_path) == found
