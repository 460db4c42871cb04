"""Words say where numbers live: "lies in $(0, 1)$", "since the variance is positive", 学习率 $x > 0$."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

TAKEN_IN = [
    ("The parameter $x$ lies in $(0, 1)$. Then", r"\sqrt{x^2} = x", "proved"),
    ("Let the parameter $x$ lie in the open interval $(0, 1)$. Then", r"\sqrt{x^2} = x", "proved"),
    ("Here $x$ is in $(-1, 0)$. Then", r"\sqrt{x^2} = x", "refuted"),
    (r"The masses $a, b$ lie in $(0, \infty)$. Then", r"\sqrt{a b} = \sqrt{a} \sqrt{b}", "proved"),
    (r"Suppose that $x$ belongs to $(0, \infty)$. Then", r"\sqrt{x^2} = -x", "refuted"),
    ("Since the variance $x$ is positive, we have", r"\sqrt{x^2} = x", "proved"),
    ("Because $n$ is a positive integer,", r"\cos(2 \pi n) = 1", "proved"),
    ("学习率 $x > 0$。于是", r"\sqrt{x^2} = x", "proved"),
    (r"学习率 $a > 0$，动量系数 $x \in (0, 1)$。于是", r"\sqrt{x^2} = -x", "refuted"),
]


@pytest.mark.parametrize(("words", "formula", "expected"), TAKEN_IN)
def test_what_is_taken_in(words: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{words} ${formula}$.", tmp_path)[-1] == expected


NOT_SUPPOSED = [
    "Nobody says that $x$ lies in $(0, 1)$. Then",
    "Bob hopes that the root $x$ lies in $(0, 1)$. Then",
    "Does $x$ lie in $(0, 1)$? Then",
    "Let $x$ lie in $(0, 1)$ or in $(-2, -1)$. Then",
    "The case that $x$ lies in $(0, 1)$ if $y > 1$. Then",
    "If $x$ lies in $(0, 1)$, all is well. In general,",
    "Since $x$ is positive or zero,",
    "Since $x$ is not positive,",
    "Since $x$ is positive in the first case,",
    "有人认为学习率 $x > 0$。于是",
    "错误：学习率 $x > 0$。于是",
    "With probability one half $x$ lies in $(0, 1)$. Then",
    "With probability one half $x \\in (0, 1)$. Then",
    "Here $x$ lies in $(0, 1)$, and sometimes in $(-1, 0)$. Then",
    "Here $x \\in (0, 1)$, and sometimes in $(-1, 0)$. Then",
    "若学习率 $x > 0$，则收敛。于是",
    "学习率 $x > 0$ 时收敛。于是",
    "学习率 $x > 0$ 不是必要的。于是",
]


@pytest.mark.parametrize("words", NOT_SUPPOSED)
def test_what_is_only_spoken_of(words: str, tmp_path: Path) -> None:
    assert told(rf"{words} $\sqrt{{x^2}} = x$.", tmp_path)[-1] == "not understood"
