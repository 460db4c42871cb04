r"""The figures of labelled equations: what is counted as right, as opposite, as misread."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SQUARE = {"lhs": "(x + y)^2", "rhs": "x^2 + 2xy + y^2", "truth": True}
SIGMA = r"\sigma'(z) = u(1 - u)"

CASES = [
    {**SQUARE, "id": "same", "plain": {"lhs": "(p + q)**2", "rhs": "p**2 + 2*p*q + q**2"}},
    {**SQUARE, "id": "misread", "plain": {"lhs": "(p + q)**2", "rhs": "p**2 + q**2"}},
    {**SQUARE, "id": "mislabelled", "truth": False},
    {"id": "layer", "lhs": "a_{12}^2", "rhs": "a_{12}^2", "truth": True, "plain": {"lhs": "a", "rhs": "a"}},
    {"id": "unread", "lhs": r"\lg x", "rhs": r"\lg x", "truth": True, "plain": {"lhs": "x", "rhs": "x"}},
    {"id": "fact", "lhs": r"\sigma'(z) a", "rhs": "u(1 - u) b", "context": [SIGMA, "a = b"], "truth": True},
]
TRAPS = [
    {"id": "t", "kind": "latex", "lhs": "x + x", "rhs": "2x", "expected": "proved"},
    {"id": "o", "kind": "latex", "lhs": "x + x", "rhs": "3x", "expected": "proved"},
    {"id": "p", "kind": "domain", "lhs": None, "rhs": None, "expected": "proved"},
]


def test_the_figures_count_verdicts_and_readings(tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "reading.json").write_text(json.dumps(CASES), encoding="utf-8")
    (cases / "traps.json").write_text(json.dumps(TRAPS), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.reading_records", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert lines[0] == "labelled equations: 6, verdicts: 4 as labelled, 1 none, 1 opposite"
    assert lines[1] == (
        "their readings beside the plain notation: "
        "1 another one that is tried, 1 differs, 1 not read, 1 same, 2 without a plain form"
    )
    assert lines[2] == "misread without a word: 1"
    assert [line.split(":")[0].strip() for line in lines[3:6]] == ["misread", "mislabelled", "unread"]
    assert lines[6] == "traps in LaTeX: 2, verdicts: 1 as labelled, 1 opposite"
