r"""Values of which a text does not say what has them: "the labels are $0$ or $1$", and lists with dots."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results, told

NAMELESS = [
    # ledger dev-451: a claim that holds of these values is not refuted
    ("The labels are $0$ or $1$.", "y^2 = y", "not understood"),
    ("Each target is either $0$ or $1$.", "t^2 = t", "not understood"),
    ("The entries of $x$ are zero or one.", "x_i^2 = x_i", "not understood"),
    (r"The components of $x$ lie in $\{0, 1\}$.", "x_i^2 = x_i", "not understood"),
    (r"Write $\mathcal{Y} = \{0, 1\}$ for the labels.", "y^2 = y", "not understood"),
    ("Binary labels are used.", "y^2 = y", "not understood"),
    ("$y$ is $1$ for spam and $0$ for ham.", "y^2 = y", "not understood"),
    ("$y_i$ is $1$ if the mail is spam and $0$ otherwise.", "y_i^2 = y_i", "not understood"),
    ("We encode the classes as $0$ and $1$.", "y^2 = y", "not understood"),
    (r"The spins are $\pm 1$.", "s^3 = s", "not understood"),
    ("The spins are plus or minus one.", "s^3 = s", "not understood"),
    # ledger dev-468: other words for them
    ("Cats have label $1$ and dogs have label $0$.", "y^2 = y", "not understood"),
    ("The entries are all $0$ or $1$.", "A_{ij}^2 = A_{ij}", "not understood"),
    ("The matrix $A$ has entries $0$ and $1$.", "A_{ij}^2 = A_{ij}", "not understood"),
    ("Let $A$ be a permutation matrix.", "A_{ij}^2 = A_{ij}", "not understood"),
    ("The mask consists of zeros and ones.", "m_i^2 = m_i", "not understood"),
    ("All variables are binary.", "x_i^2 = x_i", "not understood"),
    ("All variables are binary.", "(x_i + 1)^2 = x_i^2 + 1", "refuted"),
    ("Let $z_{ik}$ be one if $x_i$ is near and zero otherwise.", "z_{ik}^2 = z_{ik}", "not understood"),
    # what is false of these values is refuted all the same
    ("The labels are $0$ or $1$.", "(y + 1)^2 = y^2 + 1", "refuted"),
    ("The labels are $0$ or $1$. Let $c \\in \\mathbb{R}_{>0}$.", "c^2 c^2 = c^2", "refuted"),
    ("The sum of $0$ and $1$ is needed.", "y^2 y^2 = y^2", "refuted"),
    ("The labels are $0$ or $1$.", "(a + b)^2 = a^2 + 2ab + b^2", "proved"),
]
RUNNING = [
    # ledger dev-450: letters other than those of indices run, too
    (r"Let $x \in \{1, \dots, 9\}$.", "|x| = x", "not understood"),
    (r"Let $x \in \{1, 2, \ldots, n\}$.", "|x| = x", "not understood"),
    (r"Let $x = 1, 2, \dots, n$.", "|x| = x", "not understood"),
    (r"Let $x \in \{1, \dots, 9\}$.", "(x + 1)^2 = x^2 + 2x + 1", "proved"),
    (r"Let $x \in \{1, 2, 3\}$.", "|x| = x", "proved"),
    (r"For $i = 1, \dots, n$ we have", "x_i^2 x_i^2 = x_i^2", "refuted"),
]
BUILT = [
    # ledger dev-462: sets that are given by a condition
    (r"Let $S = \{x : x > 0\}$. On $S$ we have", "|x| = x", "not understood"),
    (r"Let $S = \{x \in \mathbb{R} \mid x > 0\}$. On $S$ we have", "|x| = x", "not understood"),
    (r"Let $S = \{x : x > 0\}$. We have", "(x + 1)^2 = x^2 + 2x + 1", "proved"),
    (r"Let $S = \{x_i : i = 1, \dots, n\}$. We have", "x_i^2 x_i^2 = x_i^2", "refuted"),
]
RECODED = [
    # ledger dev-452: labels that are recoded
    (r"Let $y \in \{0, 1\}$. Recode $y$ as $\pm 1$. Then", "y^2 = y", "not understood"),
    (r"Let $y \in \{0, 1\}$. We relax $y$ to $[0, 1]$. Then", "y^2 = y", "not understood"),
    (r"Let $y \in \{0, 1\}$. With label smoothing,", "y^2 = y", "not understood"),
    (r"Let $y \in \{0, 1\}$. Labels are now $-1$ and $+1$. Then", "y^2 = y", "not understood"),
    (r"Let $y \in \{0, 1\}$ be a label. Then", "y^2 = y", "proved"),
]


@pytest.mark.parametrize(("text", "claim", "status"), [*NAMELESS, *RUNNING, *BUILT, *RECODED])
def test_values_of_which_a_text_speaks(text: str, claim: str, status: str, tmp_path: Path) -> None:
    found = told(f"{text}\n\n$$ {claim} $$", tmp_path)
    assert found[-1] == status


def test_the_values_are_told(tmp_path: Path) -> None:
    found = results("The labels are $0$ or $1$.\n\n$$ y^2 = y $$", tmp_path)
    assert found[-1].verdict is not None
    assert "y may be what the text speaks of: 0 <= y <= 1, integer" in found[-1].verdict.reason
