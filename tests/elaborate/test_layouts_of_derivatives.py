"""Layouts of derivatives by arrays: what is right in one only is asked about unless the text says which."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.elaborate.notation.layouts import Layout, layout_said
from verify_derivations.read.paths import read_paths

SQUARE = r"Let $X, A \in \mathbb{R}^{n \times n}$ and $a, b, x \in \mathbb{R}^n$."
LOG = r"\frac{\partial}{\partial X} \log\det X"
TRACE = r"\frac{\partial}{\partial X} \operatorname{tr}(A X)"
BOTH_SIDES = r"\frac{\partial}{\partial X} (a^\top X b)"
ROW = r"\frac{\partial (a^\top x)}{\partial x}"

UNSAID, DENOMINATOR, NUMERATOR = "", "We use denominator layout.", "Numerator layout is used."
DENIED = "Numerator layout is not used here."


def last(words: str, formula: str, folder: Path) -> tuple[str, str]:
    """The verdict on a display behind words, and its reason."""
    path = folder / "note.md"
    path.write_text(f"{words} {SQUARE} Then $${formula}.$$\n", encoding="utf-8")
    *_, found = check_documents(read_paths([str(path)]), seconds=5).steps()
    return str(found.status), found.verdict.reason if found.verdict is not None else ""


ROWS = [
    # what the text says, the display, the verdict
    (UNSAID, f"{LOG} = X^{{-1}}", "not understood"),
    (UNSAID, rf"{LOG} = X^{{-\top}}", "proved"),
    (UNSAID, f"{TRACE} = A", "not understood"),
    (UNSAID, rf"{TRACE} = A^\top", "proved"),
    (UNSAID, rf"{BOTH_SIDES} = b a^\top", "not understood"),
    (UNSAID, rf"{BOTH_SIDES} = a b^\top", "proved"),
    (DENOMINATOR, f"{LOG} = X^{{-1}}", "refuted"),
    (DENOMINATOR, f"{TRACE} = A", "refuted"),
    (DENOMINATOR, rf"{BOTH_SIDES} = b a^\top", "refuted"),
    (NUMERATOR, f"{LOG} = X^{{-1}}", "proved"),
    (NUMERATOR, f"{TRACE} = A", "proved"),
    (NUMERATOR, rf"{BOTH_SIDES} = b a^\top", "proved"),
    (NUMERATOR, rf"{LOG} = X^{{-\top}}", "not understood"),
    (NUMERATOR, rf"{ROW} = a^\top", "proved"),
    (NUMERATOR, f"{ROW} = a", "not understood"),
    (NUMERATOR, r"\frac{\partial (A x)}{\partial x} = A", "proved"),
    (NUMERATOR, r"\frac{\partial (A x)}{\partial x} = A^\top", "not understood"),
    # gradients have the shape of the array to most, and to some they do not
    (UNSAID, r"\nabla_X \log\det X = X^{-1}", "refuted"),
    (NUMERATOR, r"\nabla_X \log\det X = X^{-1}", "not understood"),
    (NUMERATOR, r"\nabla_X \log\det X = X^{-\top}", "not understood"),
    # the text speaks of a layout, and it is open which one it uses
    (DENIED, f"{LOG} = X^{{-1}}", "not understood"),
    (DENIED, rf"{LOG} = X^{{-\top}}", "not understood"),
    # in none of the two
    (UNSAID, f"{LOG} = 2 X^{{-1}}", "refuted"),
    (UNSAID, rf"{BOTH_SIDES} = 2 a b^\top", "refuted"),
    (NUMERATOR, f"{LOG} = 2 X^{{-1}}", "refuted"),
    # entries are the same in both
    (NUMERATOR, r"\frac{\partial}{\partial X_{ij}} \operatorname{tr}(A X) = A_{ji}", "proved"),
    (UNSAID, r"\frac{\partial}{\partial X_{ij}} \operatorname{tr}(A X) = A_{ij}", "refuted"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "formula", "verdict"), ROWS)
def test_a_refutation_holds_in_both_layouts_or_in_the_one_that_is_said(
    words: str, formula: str, verdict: str, tmp_path: Path
):
    """Ledger dev-402, dev-403."""
    assert last(words, formula, tmp_path)[0] == verdict


def test_the_layout_is_asked_for(tmp_path: Path):
    _, reason = last(UNSAID, f"{LOG} = X^{{-1}}", tmp_path)
    assert "numerator layout, it is proved" in reason
    assert "say in the text which layout" in reason


SAID = [
    ("We use numerator layout throughout.", Layout.NUMERATOR),
    ("本文采用分子布局。", Layout.NUMERATOR),
    ("We use denominator layout.", Layout.DENOMINATOR),
    ("The gradient has the same shape as $X$.", Layout.DENOMINATOR),
    ("Unlike in numerator layout, it is a column.", Layout.OPEN),
    ("We use numerator layout. In denominator layout it is the transpose.", Layout.OPEN),
    ("There are two layouts.", Layout.OPEN),
    ("The numerator is positive.", Layout.UNSAID),
]


@pytest.mark.parametrize(("words", "layout"), SAID)
def test_words_say_a_layout(words: str, layout: Layout):
    assert layout_said([words]) is layout
