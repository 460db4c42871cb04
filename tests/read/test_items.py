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


PARTS = [
    # ledger dev-592: what part (a) of an exercise supposes was in force in part (b)
    (
        "(a) Suppose $u = 2v$. Show that $u + v = 3v$.\n\n(b) Show that $u + 2v = 4v$.",
        ["proved", "not understood"],
    ),
    ("(a) Suppose $u = 2v$. Show that $u + v = 3v$.\n\n(b) Show that $u + v = v + u$.", ["proved", "proved"]),
    ("Suppose $u = 2v$.\n\nShow that $u + 2v = 4v$.", ["proved"]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_an_exercise(text: str, expected: list[str], tmp_path: Path) -> None:
    assert [one for one in told(text, tmp_path) if one != "condition"] == expected
