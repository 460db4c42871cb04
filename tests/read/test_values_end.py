"""Values and definitions that a text gives a name: they end where it is said to be something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ENDED = [
    # ledger dev-491: "let y > 0" narrowed a name that had a value, and left the value in force
    ("# A\n\nLet $y = 3$.\n\n# B\n\nLet $x, y > 0$. Then", "x + y = x + 3", "not understood"),
    ("# A\n\nLet $y = 3$.\n\n# B\n\nFor $y > 0$ we have", "x + y = x + 3", "not understood"),
    ("# A\n\nLet $y = 3$.\n\n# B\n\nAssume $y \\geq 0$. Then", "x + y = x + 3", "not understood"),
    ("# A\n\nLet $y = 3$.\n\n# B\n\nLet $|y| < 5$. Then", "x + y = x + 3", "not understood"),
    ("# A\n\nLet $y = 3$.\n\n# B\n\nThe variables $x$ and $y$ are free. Then", "x + y = x + 3",
     "not understood"),
    ("# A\n\nLet $p = \\frac12$ for a fair coin.\n\n# B\n\nLet $0 \\le p \\le 1$. Then",
     r"p (1 - p) = \frac14", "not understood"),
    ("# A\n\nLet $a = 1 + t$. Then $\\frac{da}{dt} = 1$.\n\n# B\n\nFix $a > 0$. Then",
     r"\frac{d}{dt} e^{a t} = a e^{a t}", "not understood"),
    ("# A\n\nLet $f(x) = x^2$.\n\n# B\n\nFor smooth $f$ and $g$ we have", "f'(x) = 2 x", "not understood"),
    ("# A\n\nLet $f(x) = x^2$.\n\n# B\n\nLet $f : \\mathbb{R} \\to \\mathbb{R}$ be differentiable. Then",
     "f'(x) = 2 x", "not understood"),
    ("# A\n\nLet $f(x) = x^2$.\n\n# B\n\nConsider a function $f : (0, \\infty) \\to \\mathbb{R}$. Then",
     "f'(x) = 2 x", "not understood"),
    # ledger dev-492: a value of another section in what this one defines
    ("# A\n\nLet $m = 1$.\n\n# B\n\nLet $J = \\frac{1}{m} s$ with $m$ examples. Then", "J = s",
     "not understood"),
    ("# A\n\nLet $a = 2$.\n\n# B\n\nLet $f(x) = a x$. Then", "f(x) = 2 x", "not understood"),
    ("# A\n\nLet $\\alpha = 1$.\n\n# B\n\nLet $u = v - \\alpha g$, where $\\alpha$ is the step size. Then",
     "u = v - g", "not understood"),
    ("# Notation\n\nLet $a = 2$.\n\n# B\n\nLet $f(x) = a x$. Then", "f(x) = 2 x", "proved"),
    ("# A\n\nLet $a = 2$.\n\n## B\n\nLet $f(x) = a x$. Then", "f(x) = 2 x", "proved"),
    ("Let $a = 2$.\n\nLet $f(x) = a x$. Then", "f(x) = 2 x", "proved"),
    # both ways the same
    ("# A\n\nLet $y = 3$.\n\n# B\n\nLet $x, y > 0$. Then", "x + y = y + x", "proved"),
    ("# A\n\nLet $y = 3$.\n\n# B\n\nLet $x, y > 0$. Then", "x + y = x", "refuted"),
    # what one sentence says, and what is said for good
    ("Let $y = x^2$ with $x > 0$. Then", r"\sqrt{y} = x", "proved"),
    ("# A\n\nLet $y = 3$.\n\n# B\n\nThen", "x + y = x + 3", "proved"),
    ("# A\n\nLet $f(x) = x^2$.\n\n# B\n\nFor all $x$ we have", "f'(x) = 2 x", "proved"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "formula", "expected"), ENDED)
def test_where_values_end(words: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == expected
