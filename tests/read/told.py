"""What is told of the statements of a document: a verdict, or what kind of statement it is."""

from __future__ import annotations

from pathlib import Path

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def results(text: str, folder: Path, suffix: str = ".md") -> list[StepResult]:
    """The steps of a document with this text."""
    path = folder / f"note{suffix}"
    path.write_text(text + "\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()]


def told(text: str, folder: Path, suffix: str = ".md") -> list[str]:
    """The verdicts, with the kinds of statements that have none in their place."""
    return [str(r.step.kind if r.verdict is None else r.status) for r in results(text, folder, suffix)]
