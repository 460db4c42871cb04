"""The benchmarks run, count right, and name what they left out; how fast the machine is does not matter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.model import Status
from verify_derivations.read.records import read_record

ROOT = Path(__file__).resolve().parents[2]
SETS = sorted((ROOT / "benchmarks" / "sets").glob("*.jsonl"))

RECORDS: list[dict[str, Any]] = [
    {"id": "a", "lhs": "(x + 1)**2", "rhs": "x**2 + 2*x + 1", "symbols": {"x": {}}, "truth": True},
    {"id": "a1", "lhs": "(x + 1)**2", "rhs": "x**2 + 2*x + 2", "symbols": {"x": {}}, "truth": False},
    {"id": "b", "lhs": "sin(x)**2", "rhs": "1 - cos(x)**2", "symbols": {"x": {}}, "truth": True},
]
ARRAYS = {"id": "m", "lhs": "A@B", "rhs": "A@B", "symbols": {"A": {"shape": ["n", "n"]}}, "truth": True}
TRAPS: list[dict[str, Any]] = [
    {"id": "t1", "plain": {"lhs": "sqrt(x**2)", "rhs": "x"}, "assume": {"real": True}, "expected": "refuted"},
    {
        "id": "t2",
        "plain": {"lhs": "sqrt(x**2)", "rhs": "x"},
        "assume": {"positive": True},
        "expected": "proved",
    },
    {"id": "t3", "lhs": "\\theta", "rhs": "\\theta", "assume": {}, "expected": "proved"},
    {"id": "t4", "plain": {"lhs": "(-8)**Rational(1,3)", "rhs": "-2"}, "assume": {}, "expected": None},
]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def cells(table: str, first: str, second: str) -> list[str]:
    """The row of the Markdown page that starts with these two cells."""
    for line in table.splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if row[:2] == [first, second]:
            return row
    raise LookupError(f"no row {first}, {second} in\n{table}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [json.dumps(record) for record in [*RECORDS, ARRAYS]]
    (tmp_path / "small.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "traps.json").write_text(json.dumps(TRAPS), encoding="utf-8")
    return tmp_path


def test_a_small_run_from_end_to_end(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "page.md"
    words = ["--cases", str(folder), "--engines", "ours,simplify", "--cap", "20", "--largest", "1"]
    told = run(
        *words, "--bulk", "10", "--output", str(page), "--date", "2001-02-03", "--machine", "an abacus"
    )
    assert told.returncode == 0, told.stderr
    text = page.read_text(encoding="utf-8")
    assert "Measured 2001-02-03 on an abacus" in text
    assert "abacus" not in told.stdout
    assert cells(text, "small", "ours")[2:9] == ["3", "100.0 % (2/2)", "100.0 % (1/1)", "0", "0", "0", "0"]
    assert cells(text, "small", "simplify(lhs-rhs)==0")[3:5] == ["100.0 % (2/2)", "100.0 % (1/1)"]
    assert cells(text, "ours", "2")[2:4] == ["2", "0"]
    assert "small: left out are 1 claims about arrays" in text
    assert "1 written in LaTeX only, 1 without an expected verdict" in text
    assert "claims/s" in told.stdout
    assert "softmax" not in told.stdout  # no size of it is as small as 1
    assert "chain of sigmoid units" in told.stdout


def test_a_folder_without_cases_is_told(tmp_path: Path) -> None:
    told = run("--cases", str(tmp_path))
    assert told.returncode == 2
    assert "there are no case files in" in told.stderr


def test_a_claim_that_overruns_is_stopped_and_the_next_one_answered() -> None:
    script = (
        "from benchmarks.children import Child\n"
        "if __name__ == '__main__':\n"
        "    child = Child('simplify')\n"
        "    hard = {'lhs': '*'.join(f'(sin({k}*x)+cos({k}*y))' for k in range(1, 40)), 'rhs': '1'}\n"
        "    print(child.ask(hard, 0.5)[0], child.ask({'lhs': 'x+x', 'rhs': '2*x'}, 20)[0])\n"
        "    child.close()\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert told.stdout == "timeout proved\n", told.stdout + told.stderr


@pytest.mark.parametrize("path", SETS, ids=[path.stem for path in SETS])
def test_what_the_shipped_sets_say_of_themselves_is_so(path: Path) -> None:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({record["id"] for record in records}) == len(records) >= 40
    for record in records:
        expected = Status.PROVED if record["truth"] else Status.REFUTED
        status = decide(read_record(record)).status
        assert status is expected, record
