r"""Means: \bar x is defined by \frac1n\sum_i x_i, and n then is how many there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

WITH_BOUNDS = r"\bar x = \frac{1}{n}\sum_{i=1}^n x_i"
HEADS = [
    WITH_BOUNDS,
    r"\bar x = \frac1n \sum_i x_i",
    r"\bar{x} = \frac{\sum_i x_i}{n}",
    r"\bar{x} = \sum_i x_i / n",
]
CLAIMS = [
    (r"\sum_i (x_i - \bar x) = 0", "proved"),
    (r"\sum_j (x_j - \bar x) = 0", "proved"),
    (r"\sum_i x_i = n \bar x", "proved"),
    (r"\sum_i (x_i - \bar x)^2 = \sum_i x_i^2 - n \bar x^2", "proved"),
    (r"\sum_i (x_i - \bar x)^2 = \sum_i x_i^2 + n \bar x^2", "refuted"),
    (r"\sum_i x_i = (n + 1) \bar x", "refuted"),
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("claim", "expected"), CLAIMS)
def test_what_is_made_of_a_mean(head: str, claim: str, expected: str, tmp_path: Path) -> None:
    assert told(f"The mean is ${head}$. So we have\n\n$${claim}$$", tmp_path) == ["definition", expected]


def test_a_sum_of_deviations_that_is_none_may_be_a_condition(tmp_path: Path) -> None:
    text = f"Let ${WITH_BOUNDS}$.\n\n$$\\sum_i (x_i + \\bar x) = 0$$"
    assert told(text, tmp_path) == ["definition", "not understood"]


def test_conditions_for_a_parameter_stay_conditions(tmp_path: Path) -> None:
    text = r"""Let $L(w) = \frac1n \sum_i (y_i - w x_i)^2$.

$$\sum_i (y_i - w x_i) x_i = 0$$"""
    assert told(text, tmp_path) == ["definition", "condition"]


OF_TWO = r"""$$\bar{y} = \frac{1}{n} \sum_i y_i$$

$$\bar x = \frac{1}{n} \sum_i x_i$$

"""


def test_products_of_deviations(tmp_path: Path) -> None:
    """Ledger dev-260: n was any real number, and not how many there are."""
    left = r"\sum_i (x_i - \bar x)(y_i - \bar y)"
    true, false = r"\sum_i x_i y_i - n \bar x \bar y", r"\sum_i x_i y_i + n \bar x \bar y"
    assert told(f"{OF_TWO}$${left} = {true}$$", tmp_path)[-1] == "proved"
    assert told(f"{OF_TWO}$${left} = {false}$$", tmp_path)[-1] == "refuted"


def test_other_letters_may_number_something_else(tmp_path: Path) -> None:
    text = r"""There are $N$ samples; $k$ numbers the classes. Let $L = \frac{1}{N} \sum_k y_k$. So we have

$$\sum_k y_k = N L$$

$$\sum_k (y_k - L) = \sum_k y_k - N L$$"""
    assert told(text, tmp_path) == ["definition", "proved", "not understood"]


SILENT = r"\sum_i (x_i - a)^2 = \sum_i x_i^2 - 2 a \sum_i x_i + n a^2"


def test_where_nothing_says_how_many_there_are(tmp_path: Path) -> None:
    """Ledger dev-260: n may be how many i there are; then it holds."""
    assert told(f"We have\n\n$${SILENT}$$", tmp_path) == ["not understood"]
    shorter = r"\sum_i (x_i - a) = \sum_i x_i - n a"
    assert told(f"For $i = 1, \\dots, n$ we have\n\n$${shorter}$$", tmp_path) == ["proved"]
    assert told(f"For $i = 1, \\dots, m$ we have\n\n$${shorter}$$", tmp_path) != ["proved"]
