"""Sentences about a case, "if x = 2, then": what is said in them is decided where the equation holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SAID = [
    # the sentence, what is told of what it claims
    ("If $x = 2$, then $x^2 = 4$.", "proved"),
    ("If $x = 2$, then $x^2 = 5$.", "refuted"),
    ("If $y = 2x$, we get $x + y = 3x$.", "proved"),
    ("If $y = 2x$, we get $x^2 + y^2 = 3x^2$.", "refuted"),
    ("When $n = 2$, we have $n^2 = 2n$.", "proved"),
    ("So if $x = 2$ and $y = 3$, then $x y = 6$.", "proved"),
    ("If $a + b = 1$, then $a^2 + 2ab + b^2 = 1$.", "proved"),
    ("若 $x = 2$，则 $x^2 = 4$。", "proved"),
    ("Let $a, b > 0$. If $a = b$, then $\\sqrt{ab} = a$.", "proved"),
    ("If $q = 1$, then $\\sum_{k=0}^n q^k = n + 1$.", "proved"),
    ("Let $R = R_1 + R_2$. If $R_1 = R_2$, then $R^2 = 4 R_1^2$.", "proved"),
    ("Let $R = R_1 + R_2$. If $R_1 = R_2$, then $R^2 = 3 R_1^2$.", "refuted"),
    # another thing is said: whether it holds, that one of two holds, what is the root of what
    ("We check if $a = b$: then $a + b = 2a$.", "not understood"),
    ("If $x = 2$ or $x = 3$, then $x^2 = 4$.", "not understood"),
    ("If $x = 2$ is a root of the polynomial, then $x^2 = 4$.", "not understood"),
    ("The bound holds only if $x = 2$, then $x^2 = 4$.", "not understood"),
    ("It is unclear whether, if $x = 2$ holds, then $x^2 = 4$.", "not understood"),
    # what the text says of the names already
    ("Let $u = 3$. If $u = 2$, then $u^2 = 4$.", "not understood"),
    ("# A\n\nLet $t > 0$.\n\n# B\n\nIf $t = -1$, then $t^2 = 1$.", "not understood"),
    # it holds in its paragraph, as long as no word ends it
    ("If $x = 2$, then $x^2 = 4$. We get $x^3 = 8$.", "proved"),
    ("If $x = 2$, then $x^2 = 4$. Otherwise we get $x^3 = 8$.", "not understood"),
    ("If $x = 2$, then $x^2 = 4$.\n\nNow we have $x^3 = 8$.", "not understood"),
]


@pytest.mark.parametrize(("words", "expected"), SAID)
def test_what_is_said_of_a_case(words: str, expected: str, tmp_path: Path) -> None:
    assert told(words, tmp_path)[-1] == expected


def test_a_display_goes_on_with_the_sentence(tmp_path: Path) -> None:
    assert told("If $y = 2x$, then\n\n$$x + y = 3x$$", tmp_path)[-1] == "proved"
    assert told("If $y = 2x$, then\n\n$$x + y = 2x$$", tmp_path)[-1] == "refuted"
