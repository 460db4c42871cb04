"""What is supposed of something else than the claim: further down, by computing, in a cell of a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

OPEN = "not understood"
ROOT = r" We have $\sqrt{x^2} = x$."
WURZEL = r"我们有 $\sqrt{x^2}=x$。"

ELSEWHERE = [
    # ledger dev-627: words with which a condition is one of something else
    "Now integrate over $x > 0$." + ROOT,
    "Given if $x > 0$." + ROOT,
    "Because if $x > 0$." + ROOT,
    "In the following theorem, suppose $x > 0$." + ROOT,
    "Throughout the next example, let $x > 0$." + ROOT,
    "在下面的定理中，设 $x>0$。" + WURZEL,
    # ledger dev-628: the same in Chinese
    "错误的做法：设 $x>0$。" + WURZEL,
    "设 $x>0$。对一般的 $x$，有 $\\sqrt{x^2}=x$。",
    "设 $a=3$。把 $a$ 加倍后，$a^2=9$。",
    "设 $a=3$。将 $a$ 增加一，得 $a^2=9$。",
    "设 $a=3$。若 $a$ 翻倍，则 $a^2=9$。",
    # ledger dev-629: words within displays
    r"$$\sqrt{x^2} = x \quad \text{except for } x>0$$",
    r"$$\sqrt{x^2} = x \quad \text{regardless of whether } x>0$$",
    # ledger dev-630: cells of tables
    "| a | b |\n|---|---|\n| Let $x>0$ | $y$ |\n\n" + ROOT,
    "| a | b |\n|---|---|\n| Let $b=2a$ | $y$ |\n\nWe have $a+b=3a$.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_is_supposed_elsewhere(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == OPEN


OTHER_FORMATS = [
    (
        ".rst",
        "+----------------+---+\n| Let :math:`b=2a` | x |\n+----------------+---+\n\nWe have :math:`a+b=3a`.",
    ),
    (".rst", ".. list-table::\n\n   * - Let :math:`b=2a`\n     - x\n\nWe have :math:`a+b=3a`."),
    # ledger dev-630: lists of definitions and of fields
    (
        ".rst",
        "Case one\n   Let :math:`x>0`. Then :math:`|x|=x`.\n\nCase two\n   We have :math:`\\sqrt{x^2} = x`.",
    ),
    (".rst", ":one: Let :math:`x>0`. Then :math:`|x|=x`.\n:two: We have :math:`\\sqrt{x^2} = x`."),
    # ledger dev-631: the text of a link, and what is to be done
    (".tex", r"\href{http://a.b}{Suppose $x>0$}." + ROOT),
    (".tex", r"\todo{Suppose $x>0$.}" + ROOT),
]


@pytest.mark.parametrize(("suffix", "text"), OTHER_FORMATS)
def test_so_it_is_in_other_formats(suffix: str, text: str, tmp_path: Path) -> None:
    body = f"\\begin{{document}}\n{text}\n\\end{{document}}" if suffix == ".tex" else text
    assert told(body, tmp_path, suffix)[-1] == OPEN


HERE = [
    "Let us suppose $x > 0$." + ROOT,
    "As we assume $x > 0$, we have $\\sqrt{x^2} = x$.",
    "为了方便，设 $x>0$。" + WURZEL,
    "下面证明：设 $x>0$，则 $\\sqrt{x^2}=x$。",
    "考虑简单的情形，设 $x>0$，则 $\\sqrt{x^2}=x$。",
    "| a | b |\n|---|---|\n| square | $f(x) = x^2$ |\n\nWe have $f(-x) = f(x)$.",
]


@pytest.mark.parametrize("text", HERE)
def test_what_is_supposed_here(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == "proved"


def test_what_holds_otherwise_is_not_proved_from_the_condition(tmp_path: Path) -> None:
    """Ledger dev-628."""
    assert told("若 $x>0$（否则 $\\sqrt{x^2}=x$）。", tmp_path) == ["condition"]


OF_SOMETHING_ELSE = [
    # ledger dev-633: alternatives, and what is said of a function, a set or an assumption
    "Take $x > 0$, $x < 0$ or $x = 0$." + ROOT,
    "Suppose the density is positive for $x > 0$." + ROOT,
    "Let $f$ be zero for $x > 0$." + ROOT,
    "Consider the set with $x > 0$." + ROOT,
    "Let $H$ denote the hypothesis $x > 0$." + ROOT,
    # ledger dev-634: definitions that are taken back
    "Let $b=2a$. A different choice gives $a+b=3a$.",
    "Let $b=2a$. Ignoring this, $a+b=3a$.",
    "Let $b=2a$. Undo this. Then $a+b=3a$.",
    "Let $n=3$. Then increase it. We have $n^2=9$.",
    "Start with $n=3$. In each step add one to it. We have $n^2=9$.",
    "Let $n=3$ first. Later we get $n^2=9$.",
    "Let $n=3$; then let it grow. We have $n^2=9$.",
]


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_what_is_said_of_something_else(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path)[-1] == OPEN
