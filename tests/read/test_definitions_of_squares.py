r"""Definitions of squares: \sigma^2 = ... defines \sigma up to its sign; only what holds for both is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

MEAN = r"Let $\mu = \frac1n \sum_{i=1}^n x_i$. The variance is"
VARIANCE = r"\sigma^2 = \frac1n \sum_{i=1}^n (x_i-\mu)^2"
OF_A_VARIANCE = [
    (r"\sigma^2 = \frac1n \sum_{i=1}^n x_i^2 - \mu^2", "proved"),
    (r"\sigma^2 = \frac1n \sum_{i=1}^n x_i^2 + \mu^2", "refuted"),
    (r"n \sigma^2 = \sum_{i=1}^n x_i^2 - n \mu^2", "proved"),
    (r"n \sigma^2 = \sum_{i=1}^n x_i^2 - \mu^2", "refuted"),
    (r"\sigma^4 = \left(\frac1n \sum_{i=1}^n x_i^2 - \mu^2\right)^2", "proved"),
    (r"n |\sigma|^2 = \sum_{i=1}^n x_i^2 - n \mu^2", "proved"),
]


@pytest.mark.parametrize(("claim", "expected"), OF_A_VARIANCE)
def test_a_variance(claim: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{MEAN}\n\n$${VARIANCE}$$\n\nSo we have\n\n$${claim}$$", tmp_path)[-1] == expected


def test_the_variance_of_a_sample(tmp_path: Path) -> None:
    text = r"""The mean is $\bar x = \frac1n\sum_i x_i$.

$$s^2 = \frac{1}{n-1} \sum_{i=1}^n (x_i - \bar x)^2$$

$$(n-1) s^2 = \sum_{i=1}^n x_i^2 - n \bar x^2$$

$$(n-1) s^2 = \sum_{i=1}^n x_i^2 + n \bar x^2$$"""
    assert told(text, tmp_path) == ["definition", "definition", "proved", "refuted"]


OF_A_RADIUS = [
    (r"\frac{\partial r}{\partial x} = \frac{x}{r}", "proved"),
    (r"\frac{\partial r}{\partial x} = \frac{y}{r}", "refuted"),
    (r"\frac{\partial r^2}{\partial x} = 2x", "proved"),
    (r"\log r^2 = \log(x^2 + y^2)", "proved"),
    (r"r^4 = x^4 + y^4", "refuted"),
    # the sign of r is open
    (r"r^3 = (x^2 + y^2)^{3/2}", "not understood"),
    (r"r = \sqrt{x^2 + y^2}", "not understood"),
    (r"r + x = x - \sqrt{x^2 + y^2}", "not understood"),
]


@pytest.mark.parametrize(("claim", "expected"), OF_A_RADIUS)
def test_a_radius(claim: str, expected: str, tmp_path: Path) -> None:
    assert told(f"$$r^2 = x^2 + y^2$$\n\nSo we have\n\n$${claim}$$", tmp_path) == ["definition", expected]


def test_the_sign_is_what_would_settle_it(tmp_path: Path) -> None:
    found = results("$$r^2 = x^2 + y^2$$\n\nSo we have\n\n$$r^3 = (x^2 + y^2)^{3/2}$$", tmp_path)[-1]
    assert r"let $r \ge 0$" in (found.verdict.reason if found.verdict else "")


def test_a_sign_that_is_declared(tmp_path: Path) -> None:
    text = "Let $r \\ge 0$. Define $r^2 = x^2 + y^2$.\n\nSo we have\n\n$$r^3 = (x^2 + y^2)^{3/2}$$"
    assert told(text, tmp_path) == ["definition", "proved"]


def test_other_names_are_defined_where_words_say_so(tmp_path: Path) -> None:
    claim = "So we have\n\n$$(a - b)(a + b) = c^2$$"
    assert told(f"Let $a^2 = b^2 + c^2$.\n\n{claim}", tmp_path) == ["definition", "proved"]
    assert told(f"$$a^2 = b^2 + c^2$$\n\n{claim}", tmp_path) == ["not understood", "not understood"]


NOT_DEFINED = [
    r"$$\sigma^2 = 4$$",
    r"$$x^2 = y + 1$$",
    r"We solve $$s^2 = t + 1$$",
    r"Suppose that $$r^2 = t + 1$$",
]


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_equations_with_a_square_that_define_nothing(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) in (["not understood"], ["condition"])


def test_two_equations_for_two_squares_are_not_refuted(tmp_path: Path) -> None:
    text = "Let $x^2 = y + 1$ and $y^2 = x + 1$."
    assert told(text, tmp_path) == ["definition", "not understood"]
