"""The engines for claims about arrays: ours, SymPy's matrix expressions, and one instance in NumPy."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from benchmarks import instances, matrix_calculus
from benchmarks.engines import Answer, Engine, as_declared
from benchmarks.to_sympy import Untranslatable
from verify_derivations.model import Status
from verify_derivations.read.records import RecordError, read_record

OURS, MATRIX, INSTANCE = "arrays-ours", "arrays-sympy", "arrays-numpy"

DECIDED = {
    Status.PROVED: "proved",
    Status.REFUTED: "refuted",
    Status.ILL_FORMED: "ill-formed",
}
RAISED = "raised"


def ours(record: dict[str, Any], cap: float) -> Answer:
    """What a claim record gets from us, from the record on."""
    from verify_derivations.check import decide

    start = time.perf_counter()
    try:
        status = decide(as_declared(read_record(record), record), seconds=cap).status
    except RecordError as error:
        status = error.status
    return DECIDED.get(status, "undecided"), time.perf_counter() - start


def matrix(record: dict[str, Any], cap: float) -> Answer:
    """What SymPy's matrix expressions make of it; Untranslatable goes to the child, which leaves it out."""
    start = time.perf_counter()
    try:
        answer = matrix_calculus.compare(record)
    except Untranslatable:
        raise
    except Exception:  # a rival may raise anything: it is counted
        answer = RAISED
    return answer, time.perf_counter() - start


def instance(record: dict[str, Any], cap: float) -> Answer:
    """Whether both sides agree at one random instance; NumPy objects to shapes with these exceptions."""
    start = time.perf_counter()
    try:
        answer = instances.compare(record)
    except Untranslatable:
        raise
    except (ValueError, IndexError):
        answer = "ill-formed"
    except Exception:  # as above
        answer = RAISED
    return answer, time.perf_counter() - start


ENGINES: dict[str, Engine] = {OURS: ours, MATRIX: matrix, INSTANCE: instance}


def available(asked: Sequence[str]) -> list[str]:
    """Ours, and of the others those that are asked for and can be measured here."""
    return [OURS] + [n for n in (MATRIX, INSTANCE) if n in asked and (n == MATRIX or instances.importable())]


__all__ = ["INSTANCE", "MATRIX", "OURS", "RAISED", "available", "instance", "matrix", "ours"]
