"""Which steps of a document stand at a line of its file."""

from __future__ import annotations

import ast
from pathlib import Path

from verify_derivations.model import Document, Step


def steps_at(document: Document, line: int) -> list[Step]:
    """The steps that the statement at this line makes; all of a derivation at the line that opens it."""
    for derivation in document.derivations:
        if derivation.span.line == line and all(step.span.line != line for step in derivation.steps):
            return list(derivation.steps)
    first, last = _statement(document, line)
    return [
        step
        for derivation in document.derivations
        for step in derivation.steps
        if first <= step.span.line <= last or step.span.line <= line <= (step.span.end_line or step.span.line)
    ]


def lines_with_steps(document: Document) -> list[int]:
    """The lines at which steps are stated, in order."""
    return sorted({step.span.line for derivation in document.derivations for step in derivation.steps})


def _statement(document: Document, line: int) -> tuple[int, int]:
    """First and last line of the Python statement that this line is part of; else the line alone.

    A call that goes over several lines is one step, whichever of its lines is named.
    """
    if not document.path.endswith(".py"):
        return line, line
    try:
        tree = ast.parse(Path(document.path).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, SyntaxError, RecursionError):
        return line, line
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            last = node.end_lineno or node.lineno
            if node.lineno <= line <= last:
                return node.lineno, last
    return line, line


__all__ = ["lines_with_steps", "steps_at"]
