"""Expressions that get a name in words, "write $q$ for $1 - p$"."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

NAMING = [
    "Here $q$ stands for $1-p$.",
    "Write $q$ for $1-p$.",
    "For brevity we write $q$ for $1-p$.",
    "Denote by $q$ the number $1-p$.",
    "We denote $1 - p$ by $q$.",
    "Let $q$ denote $1-p$.",
    "We abbreviate $1 - p$ by $q$.",
    "用 $q$ 表示 $1 - p$。",
    "将 $1 - p$ 记为 $q$。",
]


@pytest.mark.parametrize("sentence", NAMING)
def test_words_that_name_an_expression(sentence: str, tmp_path: Path) -> None:
    """Ledger dev-609."""
    below = "Then\n\n$$ p q = p - p^2. $$"
    assert told(f"{sentence} {below}", tmp_path) == ["definition", "proved"]
    assert told(f"<!-- vd: constant $q$ -->\n\n{sentence} {below}", tmp_path)[-1] in (
        "proved",
        "not understood",
    )


def test_two_names_in_one_sentence(tmp_path: Path) -> None:
    text = r"Write $s$ for $\sin x$ and $c$ for $\cos x$. Then $s^2 + c^2 = 1$ and $\sin 2x = 2 s c$."
    assert told(text, tmp_path) == ["definition", "definition", "proved", "proved"]


NAMES_NOTHING = [
    "Bob writes $q$ for $1-p$.",
    "Do not write $q$ for $1-p$.",
    "Shall we write $q$ for $1-p$?",
    "Here $q$ stands for $1-p$ or $p$.",
    "Here $q$ does not stand for $1-p$.",
    'In the book, "write $q$ for $1-p$" is said.',
    "Some write $q$ for $1-p$.",
    "If we write $q$ for $1-p$, nothing happens.",
    "Write $q$ for $q + 1$.",
]


@pytest.mark.parametrize("sentence", NAMES_NOTHING)
def test_words_that_name_nothing(sentence: str, tmp_path: Path) -> None:
    assert told(f"{sentence} Then\n\n$$ p q = p - p^2. $$", tmp_path)[-1] == "not understood"
