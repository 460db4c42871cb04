"""Footnotes hold by themselves, what is struck out is not said, and letters may come to mean other things."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

LATEX = "\\documentclass{{article}}\n\\begin{{document}}\n{}\n\\end{{document}}"

OPEN = "not understood"

NOTES = [
    # ledger dev-302: the condition of the note left no value for x, and both lines were vacuous
    (
        ".tex",
        r"Let $x > 0$.\footnote{For $x < 0$ we have $|x| = -x$.} Then \[ |x| = x. \]",
        ["proved", OPEN],
    ),
    (".md", "Let $x > 0$.[^1]\n\n$$|x| = x$$\n\n[^1]: If $x < 0$, then $|x| = -x$.", ["proved", OPEN]),
    (".md", "Let $x > 0$. For $x < 0$ we would have $|x| = -x$. Hence $|x| = x$.", [OPEN, "proved"]),
    (".md", "Let $x > 0$, as for $x < 0$ there is nothing to show. Then\n\n$$|x| = x$$", [OPEN]),
    (".md", "Let $n \\geq 2$ be an integer. When $n < 2$, it is trivial. So\n\n$$|n - 2| = n - 2$$", [OPEN]),
    (".tex", r"Let $x > 0$.\footnote{We have $|x| = -x$.} Then \[ |x| = x. \]", ["proved", "refuted"]),
]


@pytest.mark.parametrize(("suffix", "text", "verdicts"), NOTES)
def test_notes(suffix: str, text: str, verdicts: list[str], tmp_path: Path):
    whole = LATEX.format(text) if suffix == ".tex" else text
    assert told(whole, tmp_path, suffix) == verdicts


STRUCK = [
    (".tex", r"\st{We have $x + x = 3x$.} In fact \[ x + x = 2x. \]", ["proved"]),
    (".tex", r"\sout{Therefore $1 = 2$.} We have $1 + 1 = 2$.", ["proved"]),
    (".tex", r"\st We have $1 + 1 = 2$.", ["proved"]),
    (
        ".tex",
        r"\newcommand\st{\text{ so that }} We have $1 + 1 = 2$. \st{We have $1 + 1 = 3$.}",
        ["proved", "refuted"],
    ),
    (".md", "~~We have $2 + 2 = 5$ and~~ we have $2 + 2 = 4$.", ["proved"]),
    (".md", "It is ~~ about this: we have $2 + 2 = 4$.", ["proved"]),
]


@pytest.mark.parametrize(("suffix", "text", "verdicts"), STRUCK)
def test_what_is_struck_out(suffix: str, text: str, verdicts: list[str], tmp_path: Path):
    whole = LATEX.format(text) if suffix == ".tex" else text
    assert told(whole, tmp_path, suffix) == verdicts


def test_an_integer_is_a_quantity_in_another_section(tmp_path: Path):
    """Ledger dev-303: it was proved, as n was an integer still."""
    text = (
        "# A\n\nLet $n \\in \\mathbb Z$.\n\n# B\n\nThe refractive index of glass is $n = \\frac{c}{v}$. Then"
    )
    assert told(f"{text}\n\n$$\\cos(2\\pi n) = 1$$", tmp_path)[-1] == "not understood"
