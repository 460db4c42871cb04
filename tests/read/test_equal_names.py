"""One value of several names, "let $a = b = 2$"; what a sentence asks for is asked of its own formula."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ONE_VALUE = [
    ("Let $a = b = 2$. Then $a + b = 4$.", "proved"),
    ("Let $a = b = 2$. Then $a + b = 5$.", "refuted"),
    ("With $p = q = r = 2$, we get $p q r = 8$.", "proved"),
    ("Let $u = v = x^2$. Then $u v = x^4$.", "proved"),
    # of b something is said already
    ("Let $b > 3$. Let $a = b = 2$. Then $a = 2$.", "not understood"),
    ("If $a = b = 2$, then $a b = 4$.", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), ONE_VALUE)
def test_names_with_one_value_are_defined(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected


ASKED = [
    # the display behind was a condition, too, and no verdict was given on it
    ("The price $y$ satisfies $y = 2x$.\n\n$$x + x = 2x$$", "proved"),
    ("The price $y$ satisfies $y = 2x$.\n\n$$x + y = 3x$$", "not understood"),
    ("The price $y$ satisfies $y = 2x$.\n\n<!-- vd: assume $y = 2x$ -->\n$$x + y = 4x$$", "refuted"),
]


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_what_a_sentence_asks_of_its_formula_is_not_asked_of_the_next(
    text: str, expected: str, tmp_path: Path
) -> None:
    assert told(text, tmp_path)[-1] == expected


WANTED = [
    "We want $x$ to satisfy the following equation.\n\n$$x^2 = 4$$",
    "We look for $x$ such that\n\n$$x^2 = 4$$",
    "The following must hold of $x$.\n\n$$x^2 = 4$$",
]


@pytest.mark.parametrize("text", WANTED)
def test_what_it_asks_of_the_display_is(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == ["condition"]


ANEW = [
    # ledger dev-578: what is made of b was computed before b was defined anew, or it was not
    ("Let $b = 2$ and $a = b + 1$. Let $b = 5$. Then $a = 6$.", "not understood"),
    ("Let $b = 2$ and $a = b + 1$. Again, let $b = 2$. Then $a = 3$.", "proved"),
    ("Let $a = b = 2$. Let $b = 3$. Then we have $a + 1 = 4$.", "refuted"),
]


@pytest.mark.parametrize(("text", "expected"), ANEW)
def test_a_name_that_is_defined_anew_is_another_one(text: str, expected: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == expected
