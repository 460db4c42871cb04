"""Functions of which a text goes on to speak without a letter, and what captions and footnotes say."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SQUARE = "Let $f(x) = x^2$. Then $f'(x) = 2x$."
LOGISTIC = "Let $\\sigma(z) = 1/(1+e^{-z})$.\n\n## "
FUNCTIONS = [
    # ledger dev-505: the function is another one than that of the letter
    (f"{SQUARE} For the function $x^3$", "f'(x) = 3x^2", "not understood"),
    (f"{SQUARE}\n\nNow take $x^3$.", "f'(x) = 3x^2", "not understood"),
    (f"{SQUARE}\n\nThe same for $x^3$:", "f'(x) = 2x", "not understood"),
    (f"{SQUARE}\n\nThe same for $x^3$:", "f'(x) = 5x", "refuted"),
    (f"{SQUARE}\n\nThe exponential function satisfies", "f'(x) = f(x)", "not understood"),
    (f"{SQUARE}\n\n## Exponential function\n\nWe have", "f'(x) = f(x)", "not understood"),
    (f"{SQUARE}\n\nThe cubic has", "f'(x) = 3x^2", "not understood"),
    ("设 $f(x) = x^2$。\n\n指数函数满足", "f'(x) = f(x)", "not understood"),
    (f"{LOGISTIC}Tanh\n\nNow", r"\sigma'(z) = 1 - \sigma(z)^2", "not understood"),
    (f"{SQUARE} For the exponential function $g(x) = 2$ we get", "f'(x) = 2x", "not understood"),
    # it has a letter of its own
    (f"{SQUARE} The exponential function is $g(x) = e^x$. Then", "f'(x) = 2x", "proved"),
    (f"{SQUARE} The cubic function is given by\n\n$$g(x) = x^3.$$\n\nThen", "g'(x) = 3f(x)", "proved"),
    # and the same one
    (SQUARE, r"f'(x) = 2x \\ &\quad \text{Replace it by the sine function} \\ &= x + x", "proved"),
    (f"{SQUARE}\n\nReplace it; the exponential function satisfies", "f'(x) = f(x)", "not understood"),
    (f"{SQUARE}\n\nSubstitute it and consider the exponential function:", "f'(x) = f(x)", "not understood"),
    (f"{SQUARE} The derivative of $x^2$ is easy:", "f'(x) = 2x", "proved"),
    (f"{SQUARE} The quadratic has", "f'(x) = 3x", "refuted"),
    ("Let $f(x) = e^x$. For $-x$ we find", "f(-x) = 1/f(x)", "proved"),
    (f"{LOGISTIC}Sigmoid\n\nThe sigmoid function has", r"\sigma'(z) = \sigma(z)(1 - \sigma(z))", "proved"),
    (f"{LOGISTIC}More\n\nUnlike tanh, it has", r"\sigma'(z) = \sigma(z)(1 - \sigma(z))", "proved"),
]
ASIDES = [
    # ledger dev-506: captions and footnotes
    ("Figure 1: the case $x > 0$.\n\nThen", "|x| = x", "not understood"),
    ("*Table 2: the case $x > 0$.*\n\nThen", "|x| = x", "not understood"),
    ("图 1：$x > 0$ 的情形。\n\n则", "|x| = x", "not understood"),
    ("Let $x > 0$.\n\nFigure 1: the case $x < 0$.\n\nThen", "|x| = x", "proved"),
    ("The norm[^1] is small.\n\n[^1]: Here $x > 0$.\n\nThen", "|x| = x", "not understood"),
    ("Figure 1: the error.\n\nThen", "|x| = x", "refuted"),
    (":::{figure} a.png\nThe case $x > 0$.\n:::\n\nThen", "|x| = x", "not understood"),
    # ledger dev-507: words that were in no table
    ("- **Positive:** let $x > 0$. Then $|x| = x$.\n- **General:**", "|x| = x", "not understood"),
    ("Let $x > 0$. A new problem: the displacement is $x$.", "|x| = x", "not understood"),
    (
        "# A\n\nLet $x > 0$.\n\n# B\n\nIn this model, where $x$ is the displacement,",
        "|x| = x",
        "not understood",
    ),
    ("# A\n\n设 $x > 0$。\n\n# B\n\n这里 $x$ 是位移。于是", "|x| = x", "not understood"),
    ("# A\n\n设 $x > 0$ 是位移。\n\n# B\n\n这里 $x$ 是位移。于是", "|x| = x", "proved"),
    ("设 $y$ 是 $x$ 的函数。则", r"\frac{d}{dx}(xy) = y", "not understood"),
    ("设 $y$ 随 $x$ 变化。则", r"\frac{d}{dx}(xy) = y", "not understood"),
    ("设 $y$ 是常数。则", r"\frac{d}{dx}(xy) = y", "proved"),
    ("Let $p = 1/2$. A biased coin has", "1 - p = 1/3", "not understood"),
    # ledger dev-508: another population, another loss
    ("Let $\\sigma = 2$. The other population has", r"\sigma^2 = 9", "not understood"),
    ("Let $L = (y-a)^2$. Adding an $L_2$ term", r"\frac{dL}{da} = 2a - 2(y-a)", "not understood"),
    ("Let $L = (y-a)^2$. If we penalize $a$", r"\frac{dL}{da} = 2a - 2(y-a)", "not understood"),
    ("With ridge $L = (y-a)^2 + a^2$. With lasso", r"\frac{dL}{da} = 1 - 2(y-a)", "not understood"),
    ("Let $L = (y-a)^2$. Adding the terms", r"\frac{dL}{da} = 2a - 2(y-a)", "refuted"),
]


@pytest.mark.parametrize(("text", "claim", "status"), FUNCTIONS + ASIDES)
def test_other_functions(text: str, claim: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n$$ {claim} $$", tmp_path)[-1] == status


REST = [
    (".. figure:: a.png\n\n   The case :math:`x > 0`.\n\nThen", "not understood"),
    (".. [1] Let :math:`x > 0`.\n\nThen", "not understood"),
    (".. figure:: a.png\n\n   A picture.\n\nLet :math:`x > 0`. Then", "proved"),
    (".. note::\n\n   Let :math:`x > 0`.\n\nThen", "not understood"),
]


@pytest.mark.parametrize(("text", "status"), REST)
def test_captions_of_restructured_text(text: str, status: str, tmp_path: Path) -> None:
    assert told(f"{text}\n\n.. math:: |x| = x", tmp_path, ".rst")[-1] == status


def test_footnotes_of_latex(tmp_path: Path) -> None:
    text = r"Text\footnote{Let $y < 0$.} and \[ |y| = -y \]"
    assert told(text, tmp_path, ".tex")[-1] == "not understood"
