"""Where an integral without bounds is refuted, the message compares derivatives and leaves constants out."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.render.slopes import failure

ROWS = [
    # the constant is no part of the point
    (r"\int 2x\,dx = x^2 + x + C", "x = -2 the derivatives by x of the two sides differ: left -4, right -3"),
    (r"\int 2x\,dx = x^2 + x + \text{const}", "x = -2 the derivatives by x of the two sides differ"),
    # but where it is more than a summand
    (r"\int C\,dx = C x^2 + C", "C = "),
    # where nothing is differentiated, both sides are compared
    (r"\int_0^1 2x\,dx = x - x + 2", "x = 1 left 1.00000000000, right 2"),
    (r"(x + C)^2 = x^2 + C^2", " left "),
]


@pytest.mark.parametrize(("latex", "found"), ROWS)
def test_what_differs_is_told(latex: str, found: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(f"So we have\n\n$$ {latex} $$\n", encoding="utf-8")
    [step] = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert step.verdict is not None
    assert step.verdict.witness is not None
    assert found in failure(step.verdict.witness, step.step.claim)


def test_a_constant_of_integration_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("$$ \\int 2x\\,dx = x^2 + C $$\n", encoding="utf-8")
    [step] = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert "C: any constant, as beside an integral without bounds" in step.step.remarks
