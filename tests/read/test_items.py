"""Items of lists in Markdown are paragraphs, with a sign or a number, with blank lines between or without."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

LISTS = [
    # ledger dev-546
    "1. If $y = x$, then $x + y = 2x$.\n2. We have $x + y = 2x$.",
    "1) If $y = x$, then $x + y = 2x$.\n2) We have $x + y = 2x$.",
    "1. If $y = x$, then $x + y = 2x$.\n1. We have $x + y = 2x$.",
    "7. If $y = x$, then $x + y = 2x$.\n8. We have $x + y = 2x$.",
    "1. If $y = x$, then $x + y = 2x$.\n\n2. We have $x + y = 2x$.",
    "- If $y = x$, then $x + y = 2x$.\n- We have $x + y = 2x$.",
    "- 1. If $y = x$, then $x + y = 2x$.\n  2. We have $x + y = 2x$.",
]


@pytest.mark.parametrize("text", LISTS)
def test_items_of_lists_are_paragraphs(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == ["condition", "proved", "not understood"]


ONE = [
    # a number that begins a line of a paragraph is no item, but for 1
    "If $y = x$, then $x + y = 2x$ in\n2024. We have $x + y = 2x$.",
    "1. If $y = x$, then $x + y = 2x$.\n   We have $x + y = 2x$.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_number_at_the_beginning_of_a_line(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == ["condition", "proved", "proved"]
