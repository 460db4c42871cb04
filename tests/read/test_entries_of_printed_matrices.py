r"""Two digits below a matrix that is printed, A_{12}, (A^{-1})_{11}: an entry, which is claimed."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

NUMBERS = r"Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$. "
LETTERS = r"Let $\Sigma = \begin{pmatrix} a & b \\ b & c \end{pmatrix}$. "
PRODUCT = r"Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ and $C = A A^\top$. "

CLAIMS = [
    # these were definitions of A_{12}, so that a slip was silent
    (NUMBERS, "A_{12} = 2", "proved"),
    (NUMBERS, "A_{12} = 3", "refuted"),
    (NUMBERS, "A_{1,2} = 2", "proved"),
    (NUMBERS, "A_{1,2} = 3", "refuted"),
    (NUMBERS, "A_{11} + A_{22} = 5", "proved"),
    (NUMBERS, "A_{11} + A_{22} = 6", "refuted"),
    (NUMBERS, "A_{12}^2 = 4", "proved"),
    (NUMBERS, r"\det A = A_{11} A_{22} - A_{12} A_{21}", "proved"),
    (NUMBERS, r"\det A = A_{11} A_{22} + A_{12} A_{21}", "refuted"),
    (PRODUCT, "C_{12} = 11", "proved"),
    (PRODUCT, "C_{12} = 12", "refuted"),
    (LETTERS, r"\Sigma_{12} = b", "proved"),
    (LETTERS, r"\Sigma_{12} = c", "refuted"),
    (LETTERS, r"(\Sigma^{-1})_{11} = \frac{c}{ac - b^2}", "proved"),
    (LETTERS, r"(\Sigma^{-1})_{11} = \frac{a}{ac - b^2}", "refuted"),
    (LETTERS, r"(\Sigma^{-1})_{1,1} = \frac{c}{ac - b^2}", "proved"),
    (LETTERS, r"[\Sigma^{-1}]_{12} = \frac{-b}{ac - b^2}", "proved"),
    (LETTERS, r"[\Sigma^{-1}]_{12} = \frac{b}{ac - b^2}", "refuted"),
    # in brackets and with a comma it is an entry whatever the text speaks of
    (NUMBERS + "We expand it by cofactors. ", "(A)_{1,2} = 2", "proved"),
    (NUMBERS + "We expand it by cofactors. ", "(A)_{1,2} = 3", "refuted"),
    # no such row or column
    (NUMBERS, "(A^2)_{13} = 3", "not understood"),
    (r"Let $A \in \mathbb{R}^{n \times n}$ be invertible. ", "(A^{-1})_{11} = 1", "not understood"),
]


@pytest.mark.parametrize(("before", "formula", "expected"), CLAIMS)
def test_an_entry_of_a_printed_matrix_is_claimed(
    before: str, formula: str, expected: str, tmp_path: Path
) -> None:
    assert told(f"{before}So\n\n$$ {formula}. $$", tmp_path)[-1] == expected


def test_so_it_is_within_a_sentence(tmp_path: Path) -> None:
    assert told(f"{NUMBERS}So $A_{{12}} = 3$.", tmp_path)[-1] == "refuted"
    assert told(f"{NUMBERS}So $A_{{12}} = 2$.", tmp_path)[-1] == "proved"


DEFINED = [
    # the text defines the name itself
    NUMBERS + "Let $A_{12} = 7$.",
    NUMBERS + "We define $A_{12} = 7$.",
    "Let $A_{12} = 7$.",
    # there is no matrix, or it is one of another section
    "So $A_{12} = 7$.",
    NUMBERS + "\n\n# Another\n\nSo $A_{12} = 7$.",
    # two digits name something else
    NUMBERS + "Its cofactors are $A_{12} = -3$ and so on.",
    NUMBERS + "Deleting a row and a column gives $A_{12} = 3$.",
    NUMBERS + "Rows are counted from 0, $A_{11} = 4$.",
    NUMBERS + "With $A_{01} = 2$ we have $A_{11} = 4$.",
    r"Let $A = \begin{pmatrix} a_{11} & a_{12} \\ a_{21} & a_{22} \end{pmatrix}$. So $A_{11} = a_{22}$.",
    NUMBERS + "So $A_{13} = 7$.",
]


@pytest.mark.parametrize("text", DEFINED)
def test_another_use_of_two_digits_is_no_claim(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] in ("definition", "condition")


OPEN = [
    (NUMBERS + "We expand it by cofactors.", "A_{11} A_{22} = 5"),
    (NUMBERS + "We partition the inverse into blocks.", "(A^{-1})_{11} = 5"),
    (NUMBERS + "Let $A_{12} = 7$.", "A_{12} = 2"),
    (NUMBERS + "Let $A_{12} = 7$.", "A_{12} + 1 = 3"),
    (NUMBERS + "With $A_{01} = 2$ we are done.", "A_{11} + A_{11} = 2"),
    # ledger dev-590: of matrices that the text counts from 0 true lines were refuted
    (NUMBERS + "Rows are counted from 0, so $A_{0,1} = 2$.", "A_{1,1} + 0 = 4"),
    (NUMBERS + "Rows are counted from 0, so $A_{0,1} = 2$.", "A_{1,1} + 0 = 1"),
]


@pytest.mark.parametrize(("text", "formula"), OPEN)
def test_where_it_may_be_another_use_nothing_is_refuted(text: str, formula: str, tmp_path: Path) -> None:
    assert told(f"{text} Then\n\n$$ {formula}. $$", tmp_path)[-1] not in ("proved", "refuted")


NAMED_CELLS = r"Let $S = \begin{pmatrix} S_{11} & S_{12} \\ S_{21} & S_{22} \end{pmatrix}$. "


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (r"(S^{-1})_{11} = (S_{11} - S_{12} S_{22}^{-1} S_{21})^{-1}", "not understood"),
        (r"(S^{-1})_{11} = (S_{11} - S_{21} S_{22}^{-1} S_{12})^{-1}", "not understood"),
        (r"(S^{-1})_{12} = -S_{12} S_{22}^{-1} S_{11}^{-1}", "not understood"),
    ],
)
def test_cells_that_may_be_blocks_stay_open(formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{NAMED_CELLS}Then\n\n$$ {formula}. $$", tmp_path)[-1] == expected
