r"""Lists with dots declare every member: `x_1, \dots, x_n \in S` says of x_i and of x_2 where they live."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

MEMBERS = [
    # ledger dev-419: what was said by such lists was dropped
    (r"Let $y_1, \dots, y_n \in \{0, 1\}$.", r"y_i^2 = y_i", "proved"),
    (r"Let $y_1, \dots, y_n \in \{0, 1\}$.", r"y_3^2 = y_3", "proved"),
    (r"Let $y_1, \dots, y_n \in \{0, 1\}$.", r"(y_i + 1)^2 = y_i^2 + 1", "refuted"),
    (r"Let $x_1, \dots, x_n \in \mathbb{R}_{>0}$.", r"\sqrt{x_i^2} = x_i", "proved"),
    (r"Let $x_1, x_2, \dots, x_n \in (0, \infty)$.", r"|x_1| = x_1", "proved"),
    (
        r"Let $x_1, \dots, x_n \in \mathbb{R}_{>0}$.",
        r"\sum_{i=1}^n \sqrt{x_i^2} = \sum_{i=1}^n x_i",
        "proved",
    ),
    (r"Let $(x_1, \dots, x_n) \in (0, \infty)^n$.", r"|x_i| = x_i", "proved"),
    (r"Let $\{x_i\}_{i=1}^n \subset (0, \infty)$.", r"|x_i| = x_i", "proved"),
    (r"Let $x_{1:n} \in (0, 1)^n$.", r"|x_i| = x_i", "proved"),
    (r"Let $x_1, \dots, x_n \overset{\text{iid}}{\sim} \mathrm{Exp}(\lambda)$.", r"|x_i| = x_i", "proved"),
    (r"Let $x_1, \dots, x_n \in \mathbb{R}$.", r"|x_2| = x_2", "refuted"),
    # complex ones
    (r"Let $z_1, \dots, z_n \in \mathbb{C}$.", r"|z_i|^2 = z_i^2", "refuted"),
    (r"Let $z_1, \dots, z_n \in \mathbb{C}$.", r"z_i^2 \ge 0", "not understood"),
    (r"Let $z_1, \dots, z_n \in \mathbb{C}$.", r"z_1^2 + z_2^2 \ge 0", "not understood"),
    (r"Let $z_1, \dots, z_n \in \mathbb{C}^d$.", r"z_1^\top z_1 \ge 0", "not understood"),
    # a set that is not read
    (r"Let $x_1, \dots, x_n \in S$.", r"|x_2| = x_2", "not understood"),
    (r"Let $x_1, \dots, x_n \in S$.", r"(x_1 + x_2)^2 = x_1^2 + 2 x_1 x_2 + x_2^2", "proved"),
    # the set in a formula of its own
    (r"Let $y_1, \dots, y_n$ be in $\{0, 1\}$.", r"y_i^2 = y_i", "not understood"),
    (r"Let $y_1, \dots, y_n$ be elements of $S$.", r"y_2^2 = y_2", "not understood"),
    (r"Let $y_1, \dots, y_n$ be numbers.", r"y_2^2 \cdot y_2^2 = y_2^2", "refuted"),
    # another name
    (r"Let $x_1, \dots, x_n \in (0, 1)$.", r"|x_{ij}| = x_{ij}", "not understood"),
    (r"Let $x_1, \dots, x_n \in (0, 1)$.", r"|y_1| = y_1", "refuted"),
]


@pytest.mark.parametrize(("words", "formula", "status"), MEMBERS)
def test_every_member_lives_there(words: str, formula: str, status: str, tmp_path: Path) -> None:
    assert told(f"{words} Then\n\n$$ {formula} $$", tmp_path)[-1] == status


def test_a_variance_of_labels_is_not_refuted_outside_of_them(tmp_path: Path) -> None:
    words = r"Let $y_1, \dots, y_n \in \{0,1\}$ and $\bar y = \frac1n \sum_{i=1}^n y_i$. Then"
    variance = r"\frac1n \sum_{i=1}^n (y_i - \bar y)^2 = \bar y (1 - \bar y)"
    assert told(f"{words}\n\n$$ {variance} $$", tmp_path)[-1] == "undecided"


def test_one_of_two_values_in_words(tmp_path: Path) -> None:
    assert told("Let $y$ be $0$ or $1$. Then\n\n$$ y^2 = y $$", tmp_path)[-1] == "not understood"


ANOTHER_SECTION = [
    # what the first section says, how the second one begins, what it claims: ledger dev-446
    (r"For a label $y \in \{0, 1\}$ we have $y^2 = y$.", "For $x, y > 0$ we have", r"x y \le x"),
    (r"Let $x > 0$. Then $|x| = x$.", "For $-1 < x < 1$ we have", r"|x| = x"),
    (
        r"Let $\theta \in [0, 1]$. Then $\theta^2 \le \theta$.",
        r"For $\theta \ge 0$ we have",
        r"\theta^2 \le \theta",
    ),
    (r"Let $n \in \mathbb{N}$. Then $2n = n + n$.", "For $n, x > 0$ we have", r"\cos(2 \pi n) = 1"),
]


@pytest.mark.parametrize(("first", "second", "formula"), ANOTHER_SECTION)
def test_what_a_condition_of_another_section_is_about_is_asked(
    first: str, second: str, formula: str, tmp_path: Path
) -> None:
    text = f"# One\n\n{first}\n\n# Two\n\n{second}\n\n$$ {formula} $$"
    assert told(text, tmp_path)[-1] == "not understood"


def test_a_condition_of_the_same_section_is_added(tmp_path: Path) -> None:
    text = "Let $x > 0$. Then $|x| = x$. For $x < 1$ we have\n\n$$ |x| = x $$"
    assert told(text, tmp_path)[-1] == "proved"
