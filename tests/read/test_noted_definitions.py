"""Definitions in displays, beside words or below signs that do not surely define: they hold for a moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

OPEN = "not understood"
DISPLAYS = [
    # ledger dev-605: words beside a definition were not heard
    (r"y = 2z \quad \text{(wrong!)}", OPEN),
    (r"\text{guess: } y = 2z", OPEN),
    (r"y = 2z \quad \text{(special case)}", OPEN),
    (r"y = 2z \quad \text{in this example}", OPEN),
    (r"y = 2z \tag{if convenient}", OPEN),
    # a question or a demand above the sign defines nothing
    (r"y \stackrel{?}{=} 2z", OPEN),
    (r"y \overset{!}{=} 2z", OPEN),
    # words that say nothing of where it holds
    (r"y = 2z", "proved"),
    (r"y = 2z \quad \text{by the chain rule}", "proved"),
    (r"y = 2z \tag{3}", "proved"),
    (r"y \overset{\text{def}}{=} 2z", "proved"),
    (r"\text{so } y = 2z", "proved"),
]


@pytest.mark.parametrize(("latex", "expected"), DISPLAYS)
def test_words_beside_a_definition(latex: str, expected: str, tmp_path: Path) -> None:
    assert told(f"$$ {latex} $$\n\nWe have $y + z = 3z$.", tmp_path)[-1] == expected
