"""Values and arguments of functions in what is assumed: u(2) = 4 is no product, nor is x = x(t)."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

AT_A_NUMBER = [
    # ledger dev-575: a letter before a number in brackets was a factor
    ("Assume $u(2) = 4$. Then we have", "u + 1 = 3"),
    ("Assume that $y(0) = b$. Then", "b + y = y"),
    ("Suppose $x(0) = a$ and $x > 1$. Then", "a x + x = x"),
]


@pytest.mark.parametrize(("text", "formula"), AT_A_NUMBER)
def test_a_value_at_a_number_is_no_product(text: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$${formula}$$", tmp_path)[-1] == "not understood"


DEPENDING = [
    # ledger dev-576: what says on what a name depends was an equation with a product
    ("Assume $x = x(t)$.", "x t + 1 = x + 1", "not understood"),
    (r"Let $\theta = \theta(t)$ be the angle.", r"\theta t + 1 = \theta + 1", "not understood"),
    ("$$q = q(s)$$", "q s + 1 = q + 1", "not understood"),
    ("Here $u = u(x)$.", r"\frac{d}{dx} u^2 = 2 u", "not understood"),
    ("Here $u = u(x)$.", "(u + 1)^2 = u^2 + 2u + 1", "proved"),
]


@pytest.mark.parametrize(("text", "formula", "expected"), DEPENDING)
def test_what_says_on_what_a_name_depends_is_no_equation(
    text: str, formula: str, expected: str, tmp_path: Path
) -> None:
    assert told(f"{text} Then\n\n$${formula}$$", tmp_path)[-1] == expected


SIZES = [
    # the sum over an index without a letter was over k, which is a size here, and nothing was said of it
    (r"X \in \mathbb{R}^{n \times k}$ and $b \in \mathbb{R}^k", "proved"),
    (r"X \in \mathbb{R}^{k \times j}$ and $b \in \mathbb{R}^j", "proved"),
]


@pytest.mark.parametrize(("shapes", "expected"), SIZES)
def test_a_size_may_have_any_name(shapes: str, expected: str, tmp_path: Path) -> None:
    text = f"Let ${shapes}$, and $h = X b$. Then\n\n$$ h^\\top h = b^\\top X^\\top X b $$"
    assert told(text, tmp_path)[-1] == expected
