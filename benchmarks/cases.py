"""The claims that are measured: labelled claim records from a folder, and traps where it has them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd
from pathlib import Path
from typing import Any

from verify_derivations.term.notation.plain_syntax import Node, parse

LABELS = ("truth", "mutation", "mutant_of", "ref", "latex", "kind")
TRAP_DOMAINS = ("positive", "negative", "integer")
"""What a trap may assume beyond the default; "real" is the default and stays undeclared."""

TRAPS = "traps"

SHIPPED = Path(__file__).parent / "sets"


@dataclass(frozen=True)
class Case:
    """A claim record without its labels, and what is true of it."""

    id: str
    record: dict[str, Any]
    truth: bool


@dataclass(frozen=True)
class CaseSet:
    """Claims that are counted together; `left_out` says what of the file is not among them."""

    name: str
    cases: tuple[Case, ...]
    left_out: str = ""


def load(folder: Path) -> list[CaseSet]:
    """The sets of a folder: every .jsonl file of scalar claims, in order of name, then the traps."""
    sets = [_records(path) for path in sorted(folder.glob("*.jsonl"))]
    traps = folder / "traps.json"
    if traps.exists():
        sets.append(_traps(traps))
    return [s for s in sets if s.cases]


def load_arrays(folder: Path) -> list[CaseSet]:
    """The claims about arrays in the .jsonl files of a folder."""
    sets = []
    for path in sorted(folder.glob("*.jsonl")):
        arrays = [record for record in _lines(path) if _about_arrays(record)]
        sets.append(CaseSet(path.stem, _cases(arrays)))
    return [s for s in sets if s.cases]


def _records(path: Path) -> CaseSet:
    records = _lines(path)
    scalar = [record for record in records if not _about_arrays(record)]
    arrays = len(records) - len(scalar)
    return CaseSet(path.stem, _cases(scalar), f"{arrays} claims about arrays" if arrays else "")


def _lines(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _cases(records: list[dict[str, Any]]) -> tuple[Case, ...]:
    return tuple(Case(r["id"], {k: v for k, v in r.items() if k not in LABELS}, r["truth"]) for r in records)


def _about_arrays(record: dict[str, Any]) -> bool:
    symbols = (record.get("symbols") or {}).values()
    return bool(record.get("indices")) or any(isinstance(s, dict) and s.get("shape") for s in symbols)


def _traps(path: Path) -> CaseSet:
    rows = json.loads(path.read_text(encoding="utf-8"))
    readable = [row for row in rows if row.get("plain") and row.get("expected")]
    cases = tuple(Case(row["id"], _trap_record(row), row["expected"] == "proved") for row in readable)
    latex = sum(1 for row in rows if not row.get("plain"))
    open_ = len(rows) - len(readable) - latex
    return CaseSet(TRAPS, cases, f"{latex} written in LaTeX only, {open_} without an expected verdict")


def _trap_record(row: dict[str, Any]) -> dict[str, Any]:
    from verify_derivations.errors import TermError
    from verify_derivations.term.notation.plain import parse_plain
    from verify_derivations.term.syntax.traverse import free_symbols

    record = {"id": row["id"], **row["plain"]}
    for side in ("lhs", "rhs"):  # SymPy's word for carrying a sum out; here a term is its value
        record[side] = record[side].replace(".doit()", "")
    unspecified = _unspecified(record)
    if unspecified:
        record["functions"] = unspecified
    domains = [word for word in TRAP_DOMAINS if row["assume"].get(word)]
    if domains:
        try:
            names = free_symbols(*(parse_plain(record[side]) for side in ("lhs", "rhs")))
        except TermError:  # what cannot be read here goes to the engine, which says so
            names = []
        record["symbols"] = {name: {"domain": domains[0]} for name in names}
    if row.get("pre") == "indexed":
        record.update(_declared_arrays(record["lhs"], record["rhs"]))
    if row.get("pre") == "matrix":
        record.update(_declared_matrices(record["lhs"], record["rhs"]))
    return record


def _declared_arrays(*sides: str) -> dict[str, Any]:
    """What SymPy's IndexedBase leaves open: vectors are as long as the index runs that stands at them, and an
    index where no sum binds it runs over the vector at which it stands."""
    ends = dict(re.findall(r"\((\w+), *1, *(\w+)\)", " = ".join(sides)))
    entries = [entry for side in sides for entry in _entries(parse(side), frozenset())]
    lengths = {array: ends[index] for array, index, _ in entries if index in ends}
    free = {index: lengths[array] for array, index, bound in entries if not bound and array in lengths}
    return {"symbols": {a: {"shape": [n]} for a, n in sorted(lengths.items())}, "indices": free}


def _entries(node: Node, bound: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """The entries x[i] of a text: array, index, and whether a sum around it binds the index."""
    if node.kind == "call" and node.value == "Sum":
        bound |= {str(limits.parts[0].value) for limits in node.parts[1:] if limits.kind == "tuple"}
    if node.kind == "index":
        array, *indices = node.parts
        yield from ((str(array.value), str(i.value), str(i.value) in bound) for i in indices)
    for part in node.parts:
        yield from _entries(part, bound)


def _declared_matrices(*sides: str) -> dict[str, Any]:
    """SymPy's matrices, where every capital letter is one of three rows; there * is the matrix product."""
    names = sorted({name for side in sides for name in re.findall(r"\b[A-Z]\b(?!\()", side)} - {"T"})
    products = dict(zip(("lhs", "rhs"), (side.replace("*", "@") for side in sides), strict=True))
    return {"symbols": {name: {"shape": [3, 3]} for name in names}, **products}


def _unspecified(record: dict[str, Any]) -> list[str]:
    """The functions that no table knows: SymPy reads them as any functions, so they are declared to be."""
    from verify_derivations.errors import TermError
    from verify_derivations.term.calculus.functions import FUNCTIONS
    from verify_derivations.term.notation.plain import parse_plain
    from verify_derivations.term.syntax.traverse import applied_functions

    try:
        used = applied_functions(*(parse_plain(record[side]) for side in ("lhs", "rhs")))
    except TermError:
        return []
    return [name for name in used if name not in FUNCTIONS]


def sample(cases: tuple[Case, ...], most: int) -> tuple[tuple[Case, ...], int]:
    """Every k-th case, so that at most so many are left; and k.

    A claim and its mutants stand together, in groups of two to six: k has no factor in common with those.
    """
    step = max(1, -(-len(cases) // most))
    while gcd(step, 60) != 1:
        step += 1
    return cases[::step], step


__all__ = ["SHIPPED", "TRAPS", "Case", "CaseSet", "load", "load_arrays", "sample"]
