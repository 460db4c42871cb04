"""Primes that transpose, where the text says so; elsewhere they are derivatives, or asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ARRAYS = r"Let $X \in \mathbb{R}^{n \times k}$, $y \in \mathbb{R}^n$, $b \in \mathbb{R}^k$."
SAYS = "A prime denotes the transpose."

ROWS = [
    (r"$$(y - Xb)'(y - Xb) = y'y - 2b'X'y + b'X'Xb$$", "proved"),
    (r"$$(y - Xb)'(y - Xb) = y'y - b'X'y + b'X'Xb$$", "refuted"),
    (r"$$\frac{\partial}{\partial b} \left[(y - Xb)'(y - Xb)\right] = -2X'y + 2X'Xb$$", "proved"),
    (r"Let $P = X(X'X)^{-1}X'$. Then $P' = P$.", "proved"),
    (r"Let $P = X(X'X)^{-1}X'$. Then $P^2 = P$.", "proved"),
    (r"Then $y'b = b'y$.", "ill-formed"),  # of another size
    # a function keeps its derivative
    (r"Let $f(x) = x^2$. Then $f'(x) = 2x$.", "proved"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_where_the_text_says_so(text: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{ARRAYS} {SAYS}\n\n{text}", tmp_path)[-1] == expected


@pytest.mark.parametrize(
    "say", ["", "Some authors say that a prime denotes the transpose.", "No prime transposes."]
)
def test_where_it_does_not(say: str, tmp_path: Path) -> None:
    text = r"Let $P = X(X'X)^{-1}X'$. Then $P' = P$."
    assert told(f"{ARRAYS} {say}\n\n{text}", tmp_path)[-1] == "not understood"


WAYS = [
    "Here $X'$ denotes the transpose of $X$.",
    "We write $A'$ for the transpose of a matrix.",
    "Transposes are denoted by primes.",
    "撇号表示转置。",
]


@pytest.mark.parametrize("say", WAYS)
def test_ways_to_say_it(say: str, tmp_path: Path) -> None:
    assert told(f"{ARRAYS} {say}\n\nThen $(X'X)' = X'X$.", tmp_path)[-1] == "proved"


def test_it_holds_for_annotations_too(tmp_path: Path) -> None:
    text = f"{ARRAYS} {SAYS}\n\n<!-- vd: assume $X'Xb = X'y$ -->\n\nWe get $X'(y - Xb) = 0$."
    assert told(text, tmp_path)[-1] == "proved"
