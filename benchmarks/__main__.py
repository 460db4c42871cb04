"""`python -m benchmarks`: measure, print the tables, and write the Markdown page."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks import arrays
from benchmarks.cases import SHIPPED, TRAPS, load, load_arrays
from benchmarks.compare import compare
from benchmarks.engines import available
from benchmarks.growth import growth
from benchmarks.speed import cold_start, throughput
from benchmarks.tables import markdown, tables, terminal

LARGEST = 1_000_000
ENGINES = "ours,simplify,equals,maxima,arrays-sympy,arrays-numpy"


def main(arguments: Sequence[str]) -> int:
    """Do it."""
    told = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that no engine is left running
    folder = told.cases or SHIPPED
    sets = load(folder) if folder.is_dir() else []
    of_arrays = load_arrays(folder) if folder.is_dir() else []
    if not sets and not of_arrays:
        print(f"benchmarks: there are no case files in {folder}", file=sys.stderr)
        return 2
    asked = told.engines.split(",")
    engines = [name for name in available() if name in asked]
    rows, notes = compare(sets, engines, told.sample, told.cap, _progress, told.alone)
    speeds = []
    if told.bulk:
        _progress("whole runs")
        speeds = [*throughput([s for s in sets if s.name != TRAPS], told.bulk), *cold_start()]
    _progress("growth")
    grown = growth(engines, told.cap, told.largest) if told.largest else []
    found = tables(rows, notes, speeds, grown)
    if of_arrays:
        found.append(arrays.measure(of_arrays, asked, told.sample, told.cap, _progress, told.alone))
    print(terminal(found))
    if told.output:
        settings = f"samples of at most {told.sample} claims a set, cap {told.cap:g} s"
        page = markdown(
            found, date=told.date, machine=told.machine or _machine(), versions=_versions(), settings=settings
        )
        told.output.parent.mkdir(parents=True, exist_ok=True)
        told.output.write_text(page, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--cases", type=Path, help="folder of .jsonl claim records with truth (default: those shipped here)")
    add("--engines", default=ENGINES, help="a comma list; ours has to be among them")
    add("--sample", type=int, default=60, help="side by side on at most so many claims of a set")
    add("--alone", type=int, default=LARGEST, help="ours by itself on at most so many")
    add("--cap", type=float, default=10.0, help="seconds for a claim")
    add("--bulk", type=int, default=2000, help="number of claims of a whole run; 0 leaves these out")
    add("--largest", type=int, default=LARGEST, help="largest size of the growing claims; 0 leaves them out")
    add("--output", type=Path, help="the Markdown page to write")
    add("--date", default=datetime.date.today().isoformat(), help="the date on the page (default: today)")
    add("--machine", help="the machine on the page (default: processor and number of cores)")
    return parser


def _progress(what: str) -> None:
    print(f"benchmarks: {what}", file=sys.stderr, flush=True)


def _machine() -> str:
    cores = os.cpu_count() or 1
    return f"{_processor()}, {cores} core{'s' * (cores > 1)}, {platform.system()}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def _versions() -> str:
    names = ("verify-derivations", "sympy", "python-flint")
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
