"""Dollar signs that open a display and are never closed: only that formula is lost, and its line is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.manuscript import Manuscript, Prose, Region
from verify_derivations.read.manuscripts import read_manuscript


def read(folder: Path, text: str) -> Manuscript:
    path = folder / "notes.md"
    path.write_text(text, encoding="utf-8")
    return read_manuscript(str(path))


def formulas(manuscript: Manuscript) -> list[str]:
    """What is displayed, and what stands in sentences."""
    found = []
    for block in manuscript.blocks:
        parts = block.parts if isinstance(block, Prose) else [block]
        found += [part.latex for part in parts if isinstance(part, Region)]
    return found


UNCLOSED = [
    ("$$ x + x = 2x\n\n$$ y = y + 0 $$\n\nMore $z$.\n\n$$ a = b $$", [1], ["y = y + 0", "z", "a = b"]),
    ("$$\nx + x = 2x\n\nand then\n$$\ny = y + 0\n$$\n\nso\n$$\na = b\n$$", [1], ["y = y + 0", "a = b"]),
    ("$$ x + x = 2x\n$$ y = y + 0 $$\nso\n$$ a = b $$", [1], ["y = y + 0", "a = b"]),
    ("$$\nx + x = 2x\nso\n$$\ny = y + 0\n$$\n", [1], ["y = y + 0"]),
    ("See $$x + x = 2x and then $$ y = y + 0 $$ and $$ a = b $$.", [1], ["y = y + 0", "a = b"]),
    ("我们有 $$x + x = 2x 所以 $$ y = y + 0 $$", [1], ["y = y + 0"]),
    ("$$ x = y $$\n\nx + x = 2x $$\n\nText.\n\n$$ y = y + 0 $$", [3], ["x = y", "y = y + 0"]),
    ("$$ x = y $$\n\nIn the end $$ a = b", [3], ["x = y"]),
]


@pytest.mark.parametrize(("text", "lines", "expected"), UNCLOSED)
def test_what_is_never_closed_takes_nothing_else_with_it(
    tmp_path: Path, text: str, lines: list[int], expected: list[str]
) -> None:
    found = read(tmp_path, text)
    assert [one.code for one in found.diagnostics] == ["VD401"] * len(lines)
    assert [one.span.line for one in found.diagnostics if one.span is not None] == lines
    assert formulas(found) == expected


CLOSED = [
    ("$$ a = b\n\n+ c $$ and $$ d = e\n$$", ["a = b\n\n+ c", "d = e"]),
    ("$$\nf = g\n$$\n$$ h = i $$ $$ j = k $$", ["f = g", "h = i", "j = k"]),
    ("$$\nl = m \\quad \\text{for all people in the world}\n$$\n\nso\n\n$$ a = b $$", None),
    ("$$n = o$$ where $$p = q$$.", ["n = o", "p = q"]),
    ("$$ f(x) = x for all x $$ and $$ a = b $$", ["f(x) = x for all x", "a = b"]),
    ("$$\na = b\n$$ c.\n\n$$\nd = e\n$$", ["a = b", "d = e"]),
]


@pytest.mark.parametrize(("text", "expected"), CLOSED)
def test_what_is_closed_stays_so(tmp_path: Path, text: str, expected: list[str] | None) -> None:
    found = read(tmp_path, text)
    assert not found.diagnostics
    assert expected is None or formulas(found) == expected
    assert len(formulas(found)) == text.count("$$") / 2
