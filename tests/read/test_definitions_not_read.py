"""A definition that is not read is listed, and explained, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.commands.listing import listing
from verify_derivations.read.paths import read_paths

NOT_READ = [
    (r"Let $g = \int_\gamma f\,ds$.", "the domain of this integral is not read"),
    (r"Put $h = u \star v$.", "a convolution is not read yet"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_READ)
def test_the_list_has_the_reason(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    [line] = listing(read_paths([str(path)]))
    assert line.endswith(f" ~ what it is defined to be is not read: {reason}")


def test_one_that_is_read_has_none(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("Let $g = a + b$.\n", encoding="utf-8")
    [line] = listing(read_paths([str(path)]))
    assert line.endswith(": definition: g := a + b")
