"""Derivatives with a straight d: what defines the name, or is tied to it, may change along with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

ROWS = [
    # ledger dev-415: the first was proved and the second refuted, as if x stayed where it is
    (r"Let $q = 2x$ and $E = q^2 + x$.", r"\frac{dE}{dq} = 2q", "not understood"),
    (r"Let $q = 2x$ and $E = q^2 + x$.", r"\frac{dE}{dq} = 2q + \frac12", "not understood"),
    (r"Let $z = wx + b$, $a = z^2$ and $L = a + w^2$.", r"\frac{dL}{dz} = 2z", "not understood"),
    (r"Let $q = 2x$ and $E = q^2 + x$.", r"\frac{\partial E}{\partial q} = 2q", "proved"),
    (r"Let $q = 2x$ and $E = q^2 + x$.", r"\frac{dE}{dx} = 8x + 1", "proved"),
    (r"Let $q = 2x$ and $E = q^2 + x$.", r"\frac{dE}{dx} = 8x + 2", "refuted"),
    (r"Let $z = wx + b$, $a = z^2$ and $L = a + y$.", r"\frac{dL}{dz} = 2z", "proved"),
    # an equation ties y to x: it was proved with y held where it is, ledger dev-416
    (r"Consider the curve $x^2 + y^2 = 1$.", r"\frac{d}{dx}(x^2 + y^2) = 2x", "not understood"),
    (r"We differentiate $x y = 1$.", r"\frac{d}{dx}(x y) = y", "not understood"),
    (r"Consider the curve $x^2 + y^2 = 1$.", r"\frac{\partial}{\partial x}(x^2 + y^2) = 2x", "proved"),
    (r"Consider the curve $x^2 + y^2 = 1$.", r"\frac{d}{dx}(x^2 + z) = 2x", "proved"),
    # what is told of z leaves w and b free
    (r"We use $z = wx + b$.", r"\frac{dz}{dw} = x", "proved"),
    (r"We use $w x + b = z$.", r"\frac{d}{dw}(wx + b) = x", "proved"),
]


@pytest.mark.parametrize(("words", "statement", "status"), ROWS)
def test_what_both_hold_is_asked_about(words: str, statement: str, status: str, tmp_path: Path) -> None:
    assert told(f"{words} Then\n\n$$ {statement} $$", tmp_path)[-1] == status
