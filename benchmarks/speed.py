"""How long a whole run takes: claims a second with one and more workers, and one claim from a cold start."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.cases import CaseSet

ONE_CLAIM = {"id": "1", "lhs": "diff(sigmoid(t),t)", "rhs": "sigmoid(t)*(1-sigmoid(t))", "symbols": {"t": {}}}

SYMPY_COLD = (
    "from sympy import *; t = Symbol('t', real=True); s = 1/(1 + exp(-t)); "
    "print(simplify(diff(s, t) - s*(1 - s)) == 0)"
)


@dataclass(frozen=True)
class Speed:
    """A measurement of whole processes."""

    what: str
    value: float
    unit: str


def throughput(sets: list[CaseSet], count: int, jobs: tuple[int, ...] = (1, 2)) -> list[Speed]:
    """Claims a second of a `bulk` run, its start included; every set repeated or cut to so many."""
    out = []
    for case_set in sets:
        records = [case.record for case in case_set.cases]
        records = (records * -(-count // len(records)))[:count]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "claims.jsonl"
            file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
            for workers in jobs:
                seconds = _seconds([*_program(), "bulk", str(file), "--jobs", str(workers)])
                what = f"{case_set.name}, {len(records)} claims, {workers} worker{'s' * (workers > 1)}"
                out.append(Speed(what, len(records) / seconds, "claims/s"))
    return out


def cold_start(times: int = 5) -> list[Speed]:
    """One claim in a process of its own, the median of some runs; ours and SymPy's in turn."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "claim.jsonl"
        file.write_text(json.dumps(ONE_CLAIM) + "\n", encoding="utf-8")
        commands = {
            "ours: verify-derivations bulk, one claim": [*_program(), "bulk", str(file)],
            "SymPy: import, diff, simplify": [sys.executable, "-c", SYMPY_COLD],
            "python by itself": [sys.executable, "-c", "pass"],
        }
        taken: dict[str, list[float]] = {what: [] for what in commands}
        for _ in range(times):
            for what, command in commands.items():
                taken[what].append(_seconds(command))
    return [Speed(what, 1000 * median(values), "ms") for what, values in taken.items()]


def _program() -> list[str]:
    return [sys.executable, "-m", "verify_derivations"]


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


__all__ = ["Speed", "cold_start", "throughput"]
