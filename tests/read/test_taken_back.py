"""What a text assumed, and then takes back: in another section, behind "however", with "again"."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

SAID = [
    # ledger dev-494: a condition of another section on the names in what this one defines
    ("# A\n\nAssume $x > y$.\n\n# B\n\nLet $z = x - y$. Then", "|z| = z", "not understood"),
    ("# A\n\nAssume $x > y$.\n\n# B\n\nLet $f(x, y) = |x - y|$. Then", "f(x, y) = x - y", "not understood"),
    ("# A\n\nAssume $x > y$.\n\n## B\n\nLet $z = x - y$. Then", "|z| = z", "proved"),
    ("Assume $x > y$.\n\nLet $z = x - y$. Then", "|z| = z", "proved"),
    # ledger dev-495: "if, however" left the case before in force
    ("Let $x > 0$. Then $|x| = x$.\n\nIf, however, $x < 1$, then", r"\sqrt{x^2} = x", "not understood"),
    ("Let $x > 0$. Then $|x| = x$.\n\nHowever, if $x < 1$, then", r"\sqrt{x^2} = x", "not understood"),
    ("Let $x > 0$. Then $|x| = x$.\n\nBut when $x < 1$, we get", r"\sqrt{x^2} = x", "not understood"),
    ("设 $x > 0$。则 $|x| = x$。\n\n但若 $x < 1$，则", r"\sqrt{x^2} = x", "not understood"),
    ("Let $x > 0$. Then $|x| = x$.\n\nIf $x < 1$, then", r"\sqrt{x^2} = x", "proved"),
    # ledger dev-496: a name with a value is positive "again"
    ("# Units\n\nWe put $c = 1$.\n\n# SI\n\nNow the speed of light is $c > 0$ again. We get", "m c^2 = m c",
     "not understood"),
    ("We put $c = 1$. Then $m c^2 = m$.\n\nHere $c > 0$ is the speed of light again. We get", "m c^2 = m c",
     "not understood"),
    ("# Units\n\nWe put $c = 1$.\n\n# Energy\n\nWe get", "m c^2 = m c", "proved"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "formula", "expected"), SAID)
def test_what_is_taken_back(words: str, formula: str, expected: str, tmp_path: Path) -> None:
    assert told(f"{words}\n\n$$ {formula} $$", tmp_path)[-1] == expected
