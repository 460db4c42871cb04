"""Equations with their unknown on both sides, in words of calculating: they may be there to be solved."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SOLVED = [
    # words and an equation, true of some number; ledger dev-636
    (r"Adding 3 to both sides, we get", r"5x = x + 8"),
    (r"We multiply both sides by $x$. Then", r"x^2 = 3x + 10"),
    (r"Substituting $a_n = \lambda^n$ into the recurrence gives", r"\lambda^2 = 3\lambda - 2"),
    (r"The line and the parabola intersect. We have", r"x^2 = x + 2"),
    (r"Expanding, we get", r"3x + 3 = 2x - 4"),
    (r"Taking logarithms on both sides,", r"x \log 2 = (x + 1) \log 3"),
    (r"Hence", r"\tan x = x"),
    (r"Setting $MR = MC$, we get", r"100 - 2q = 10 + q"),
    (r"The characteristic equation is", r"(2 - \lambda)(3 - \lambda) = 2\lambda"),
    (r"Adding the two equations, we obtain", r"x^2 + y^2 + x = y^2 + 2x + y"),
    (r"This yields", r"x^2 = 2x"),
    (r"At equality", r"x^2 + 1 = 2x"),
    (r"Hence", r"2x + 3 > x + 5"),
    (r"The equality holds:", r"7(1 - p) = 3p"),
    (r"Let $S(p) = 2p + 1$ and $D(p) = 10 - p$. We get", r"S(p) = D(p)"),
    # several relations in a row; ledger dev-638
    (r"Hence we get", r"x^3 = x^2 + x = 2x + 1"),
    (r"Hence", r"2x + 3 = x + 7 = 11"),
    (r"We get", r"\frac{x}{2} = \frac{x+1}{3} = \frac{x+3}{5}"),
    (r"We obtain", r"x + 2 = 3x = 2y"),
    # what is left out; ledger dev-637
    (r"The leading terms are", r"e^x = 1 + x"),
    (r"The first two terms give", r"\sin x = x - \frac{x^3}{6}"),
    (r"The expansion around zero is", r"\frac{1}{1 - x} = 1 + x + x^2"),
    (r"In the weak-field limit,", r"\frac{1}{1 + x} = 1 - x"),
]


@pytest.mark.parametrize(("words", "equation"), SOLVED)
def test_what_may_be_there_to_be_solved(words: str, equation: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {equation} $$", tmp_path)[-1] == "not understood"


MEANT = [
    # words and an equation that is meant of all values
    (r"Expanding, we get", r"(x + 1)^2 = x^2 + 1"),
    (r"Hence", r"\frac{1}{a + b} = \frac1a + \frac1b"),
    (r"Hence", r"(a + b)^3 = a^3 + b^3"),
    (r"Hence", r"\sin 2x = \sin x \cos x"),
    (r"Let $x > 0$. Hence", r"|x| = -x"),
    (r"Thus", r"e^{n+1} = 2 e^n"),
    (r"Thus", r"x^2 + 1 < 2x"),
    (r"For all real $x$ we have", r"x^2 = x + 2"),
    ("<!-- vd: claim -->\n\nWe have", r"x^2 = x + 2"),
    (r"Let $f(x) = x^2$. Then", r"f(x + 1) = x^2 + x + 1"),
    (r"Expanding, we get", r"(x + 1)^2 = x^2 + 2x + 1 = x^2 + 2x - 1"),
    (r"Thus", r"\begin{aligned} (x + 1)^3 &= x^3 + x^2 \\ &= x^2 (x + 1) \end{aligned}"),
    (r"We differentiate:", r"\frac{d}{dx} x^3 = 3x"),
]


@pytest.mark.parametrize(("words", "equation"), MEANT)
def test_what_is_meant_of_all_values(words: str, equation: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {equation} $$", tmp_path)[-1] == "refuted"
