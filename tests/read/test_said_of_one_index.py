"""What is said of x_i may be said of every entry; until it is known, nothing is refuted for those."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

ROWS = [
    # what is said, what is claimed below it, the verdict
    ("$x_i > 0$", r"\sqrt{x_k^2} = x_k", "not understood"),
    ("$x_i > 0$", r"\sqrt{x_1^2} = x_1", "not understood"),
    ("$x_i > 0$", r"\sum_{k=1}^n \sqrt{x_k^2} = \sum_{k=1}^n x_k", "not understood"),
    (r"$x_1, \dots, x_n > 0$", r"\sum_{i=1}^n \sqrt{x_i^2} = \sum_{i=1}^n x_i", "not understood"),
    (r"$x_i \in [0, 1]$", r"\sqrt{x_k^2} = x_k", "not understood"),
    ("$x_i < y_i$", r"x_k + 1 = y_k", "not understood"),
    ("$x_i > 0$", r"\sqrt{x_i^2} = x_i", "proved"),
    ("$x_i > 0$", r"\sqrt{x_i^2} = 2 x_i", "refuted"),
    ("$x_i > 0$", r"x_k + x_k = 2 x_k", "proved"),
    ("$x_1 > 0$", r"\sqrt{x_2^2} = x_2", "refuted"),
    ("$y_i > 0$", r"\sqrt{x_k^2} = x_k", "refuted"),
    (
        r"$x_i > 0$ for $i = 1, \dots, n$",
        r"\sum_{i=1}^n \sqrt{x_i^2} = 2 \sum_{i=1}^n x_i",
        "refuted",
    ),
]


@pytest.mark.parametrize(("said", "claimed", "verdict"), ROWS)
def test_a_condition_on_one_index(said: str, claimed: str, verdict: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(f"Let {said}.\n\n$${claimed}$$\n", encoding="utf-8")
    (*_, last) = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert str(last.status) == verdict
