"""What is printed and easily read as something else: accents over powers, mixed numbers, a name said anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def statuses(text: str, folder: Path) -> list[str]:
    """The verdicts on the statements of a document, definitions left out."""
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    return [str(step.status) for step in steps if step.status is not None]


MEAN = "Let $\\bar{x} = \\frac1n \\sum_{i=1}^n x_i$. Then\n\n"

ROWS = [
    # a document, its verdicts; ledger dev-290: an accent over a power is not one over its base
    (MEAN + r"$$\overline{x^2} = \bar{x}^2$$", ["not understood"]),
    (MEAN + r"$$\frac1n \sum_{i=1}^n (x_i - \bar x)^2 = \overline{x^2} - \bar x^2$$", ["not understood"]),
    (r"$$\dot{x^2} = \dot{x}^2$$", ["not understood"]),
    (r"$$\widehat{y^{(i)}} + 1 = \hat{y}^{(i)} + 1$$", ["proved"]),
    (r"$$\mathbf{x^2} = \mathbf{x}^2$$", ["proved"]),
    # ledger dev-291: below a sentence that is over, what was defined in it is claimed
    (
        "Let $g(n) = \\sum_{k=1}^n k$.\n\n$$g(n) = \\frac{n(n-1)}{2}$$\n\n$$g(3) = 6$$",
        ["not understood", "proved"],
    ),
    ("Let $S = \\sum_{k=1}^n k$.\n\n$$S = \\frac{n(n+1)}{2}$$", ["proved"]),
    ("Let $h(x) = (x+1)^2$.\n\n$$h(x) = x^2 + x + 1$$", ["not understood"]),
    ("Let $h(x) = (x+1)^2$. Let\n\n$$h(x) = x^2 + x + 1$$\n\nThen $h(1) = 3$.", ["proved"]),
    # ledger dev-292: the constant that everybody knows, where the author says that it is one
    ("<!-- vd: constant $\\pi$ -->\n\n$$\\int_{-\\infty}^\\infty e^{-x^2} dx = \\sqrt{\\pi}$$", ["proved"]),
    ("<!-- vd: constant $\\pi$ -->\n\n$$\\int_{-\\infty}^\\infty e^{-x^2} dx = \\pi$$", ["refuted"]),
    # three and a half
    (r"$$3\frac12 = \frac72$$", ["not understood"]),
    (r"$$3 \cdot \frac12 = \frac72$$", ["refuted"]),
    (r"$$3\frac{a}{b} = \frac{2a}{b}$$", ["refuted"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_as_it_is_printed(text: str, expected: list[str], tmp_path: Path) -> None:
    assert statuses(text, tmp_path) == expected


def test_words_about_some_numbers_say_nothing_of_a_number(tmp_path: Path) -> None:
    words = "As $x$ grows bigger, g tends to 1. Examples,\n\n"
    text = "The function is defined as\n\n$$g(x) = \\frac{1}{1 + e^{-x}}$$\n\n" + words
    assert statuses(text + "$$g(6.5) = 0.9984$$", tmp_path) == ["refuted"]
    assert statuses(text + "$$|x| = x$$", tmp_path) == ["not understood"]
