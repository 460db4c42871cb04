"""How the names of a claim are understood, and which line of the text says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

SAID = [
    # a document, what is told of the names of its last statement
    ("Let $x > 0$.\n\nThen $|x| = x$.", ["x > 0, line 1"]),
    ("Let $x > 0$ and\n$y > x$. Then $|x - y| = y - x$.", ["x > 0, line 1", "y > x, line 2"]),
    ("<!-- vd: $z \\in (0, 1)$ -->\nSo $|z| = z$.", ["0 < z < 1, line 1"]),
    ("<!-- vd: assume $a < b$ -->\nSo $|a - b| = b - a$.", ["a < b, line 1"]),
    ("We have\n$$|x| = x \\quad (x > 0).$$", ["x > 0, line 2"]),
    ("Let $x > 0$.\n\nLet $x > 1$. Then\n\n$$|x - 1| = x - 1.$$", ["x > 1, line 3"]),
    (
        "Let $x > 0$.\n\nThen $x + y = y + x$.",
        ["x > 0, line 1", "y: any real number, as nothing else is said"],
    ),
    ("So $x + 1 = 1 + x$.", ["x: any real number, as nothing else is said"]),
]


@pytest.mark.parametrize(("text", "told"), SAID)
def test_each_name_with_the_line_that_says_what_it_is(text: str, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    [*_, last] = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert list(last.step.remarks) == told
