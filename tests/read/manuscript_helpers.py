"""A document given as text, and what was found in it as lines that can stand beside it in a test."""

from __future__ import annotations

from pathlib import Path

from verify_derivations.manuscript import Manuscript
from verify_derivations.read.manuscripts import listing, read_manuscript


def manuscript(folder: Path, text: str, suffix: str) -> Manuscript:
    """What is read from a document with this text."""
    path = folder / f"document{suffix}"
    path.write_text(text, encoding="utf-8", newline="")
    return read_manuscript(str(path))


def found(folder: Path, text: str, suffix: str) -> list[str]:
    """The list of what is found, a line each: `line:column kind text`, without the path of the document."""
    path = str(folder / f"document{suffix}")
    return [line.removeprefix(f"{path}:") for line in listing(manuscript(folder, text, suffix))]


def expected(table: str) -> list[str]:
    """The lines of a table in a test."""
    return [line.strip() for line in table.strip().splitlines()] if table.strip() else []
