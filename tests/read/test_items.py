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


OWN = [
    # ledger dev-598: what an item supposes for its own claim was in force in the next one, and below the list
    "- Let $x > 0$. Then $|x| = x$.\n- Moreover $\\sqrt{x^2} = x$.",
    "- Suppose $x > 0$. Then\n\n  $$|x| = x$$\n\n- $\\sqrt{x^2} = x$",
    "1. Take $x > 0$; then $|x| = x$.\n2. We get $\\sqrt{x^2} = x$.",
    "- Let $x > 0$. Then $|x| = x$.\n\nBelow the list, $\\sqrt{x^2} = x$.",
    "- Let $x = 2$. Then $|x| = x$.\n- Here $\\sqrt{x^2} = 2$.",
]


@pytest.mark.parametrize("text", OWN)
def test_what_an_item_supposes_for_itself(text: str, tmp_path: Path) -> None:
    found = [one for one in told(text, tmp_path) if one not in ("condition", "definition", "declared")]
    assert found == ["proved", "not understood"]


OF_A_LIST = [
    # an item that supposes and claims nothing does so for what stands below it
    "- Let $x > 0$.\n- Then $\\sqrt{x^2} = x$.",
    "- Let $x > 0$. Then $|x| = x$.\n- Hence $\\sqrt{x^2} = x$.",
    # the words before a list are those of each formula in it
    "We assume:\n\n- $x > 0$\n- $y > 0$\n\nThen $\\sqrt{x^2 y^2} = x y$.",
    "We assume:\n\n1. $x > 0$;\n2. $x < 1$.\n\nThen $|x - 1| = 1 - |x|$.",
    "Suppose that\n\n- $x > 0$, and\n- $y > 0$, the radius.\n\nThen $\\sqrt{x^2 y^2} = x y$.",
]


@pytest.mark.parametrize("text", OF_A_LIST)
def test_what_a_list_supposes(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"


NOT_OF_A_LIST = [
    # ledger dev-610: of alternatives the last one held, and of items that exclude each other
    "Suppose one of the following:\n\n- $x > 0$\n- $x < 0$\n\nThen $\\sqrt{x^2} = -x$.",
    "Suppose that either\n\n- $x > 0$, or\n- $x < 0$.\n\nThen $\\sqrt{x^2} = -x$.",
    "Suppose:\n\n- $x > 0$\n- $x < 0$\n\nThen $\\sqrt{x^2} = -x$.",
    "There are two options. Let:\n\n- $a = 2$\n- $a = 3$\n\nThen $a^2 = 9$.",
    "Nobody assumes:\n\n- $x > 0$\n\nThen $\\sqrt{x^2} = x$.",
    "We assume:\n\n- $x > 0$ is wrong\n\nThen $\\sqrt{x^2} = x$.",
    "We assume:\n\n- $y > 0$\n\nWe see:\n\n- $x > 0$\n\nThen $\\sqrt{x^2} = x$.",
]


@pytest.mark.parametrize("text", NOT_OF_A_LIST)
def test_what_it_does_not_suppose(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "not understood"
