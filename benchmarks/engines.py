"""The engines by name, and a process for each in which a claim can be stopped."""

from __future__ import annotations

import importlib
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from benchmarks import maxima
from benchmarks.to_sympy import Untranslatable, difference
from verify_derivations.model import Claim, Reading, Status
from verify_derivations.read.records import RecordError, read_record
from verify_derivations.term.nodes import free_symbols

OURS, SIMPLIFY, EQUALS, MAXIMA = "ours", "simplify", "equals", "maxima"
ARRAYS_OURS, ARRAYS_NUMPY = "arrays-ours", "arrays-numpy"
LEFT_OUT = "left out"

AT_WORK = {
    OURS: "verify_derivations.check",
    ARRAYS_OURS: "verify_derivations.check",
    ARRAYS_NUMPY: "numpy",
}
"""What does the work, where it is not SymPy."""

KEEPING_TIME = (OURS, ARRAYS_OURS)
"""These stop by themselves at the cap, and get a moment to do so."""

Answer = tuple[str, float]
"""proved, refuted, undecided, timeout or left out; and the seconds of thinking."""


def ours(record: dict[str, Any], cap: float) -> Answer:
    """What a claim record gets from us; the time is that of deciding, or of seeing that it cannot be read."""
    from verify_derivations.check import decide

    start = time.perf_counter()
    try:
        claim = as_declared(read_record(record), record)
    except RecordError:
        return "undecided", time.perf_counter() - start
    start = time.perf_counter()
    status = decide(claim, seconds=cap).status
    seconds = time.perf_counter() - start
    return {Status.PROVED: "proved", Status.REFUTED: "refuted"}.get(status, "undecided"), seconds


def as_declared(claim: Claim, record: dict[str, Any]) -> Claim:
    """A record that declares every symbol means all of its domain; any other is read over the reals."""
    declared = set(record.get("symbols") or {})
    names = free_symbols(claim.lhs, claim.rhs)
    reading = Reading.DECLARED if names and declared.issuperset(names) else Reading.NATURAL
    return replace(claim, context=replace(claim.context, reading=reading))


def simplify(record: dict[str, Any], cap: float) -> Answer:
    """SymPy's simplify(lhs - rhs) == 0, derivatives carried out by SymPy."""
    import sympy

    expression = difference(claim_of(record))
    start = time.perf_counter()
    result = sympy.simplify(expression.doit())
    seconds = time.perf_counter() - start
    if result == 0:
        return "proved", seconds
    return ("refuted" if result.is_number and result.is_zero is False else "undecided"), seconds


def equals(record: dict[str, Any], cap: float) -> Answer:
    """SymPy's (lhs - rhs).equals(0)."""
    expression = difference(claim_of(record))
    start = time.perf_counter()
    result = expression.doit().equals(0)
    return {True: "proved", False: "refuted"}.get(result, "undecided"), time.perf_counter() - start


IN_PYTHON: dict[str, Callable[[dict[str, Any], float], Answer]] = {
    OURS: ours,
    SIMPLIFY: simplify,
    EQUALS: equals,
}


def _engine(name: str) -> Callable[[dict[str, Any], float], Answer]:
    if name in IN_PYTHON:
        return IN_PYTHON[name]
    from benchmarks.arrays import ENGINES  # which is built on this module

    return ENGINES[name]


def claim_of(record: dict[str, Any]) -> Claim:
    """The claim, to be translated."""
    try:
        return read_record(record)
    except RecordError as error:
        raise Untranslatable(error.message) from error


def serve(name: str, pipe: Connection) -> None:
    """The life of a child: a record in, an answer out."""
    engine = _engine(name)
    importlib.import_module(AT_WORK.get(name, "sympy"))  # so that the first claim does not pay for it
    pipe.send("ready")
    while True:
        try:
            record, cap = pipe.recv()
        except EOFError:  # the parent is gone
            return
        start = time.perf_counter()
        try:
            pipe.send(engine(record, cap))
        except Untranslatable:
            pipe.send((LEFT_OUT, 0.0))
        except (
            Exception
        ):  # whatever a rival raises, it has not decided the claim; ours would be undecided too
            pipe.send(("undecided", time.perf_counter() - start))


class Child:
    """An engine in a process of its own; it is replaced when a claim overruns."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.process: Any = None
        self.pipe: Any = None

    def ask(self, record: dict[str, Any], cap: float) -> Answer:
        """The answer; `timeout` where the process had to be ended."""
        if self.process is None:
            self._start()
        self.pipe.send((record, cap))
        if self.pipe.poll(cap + (1.0 if self.name in KEEPING_TIME else 0.0)):
            try:
                answer: Answer = self.pipe.recv()
                return answer
            except EOFError:  # it died of the claim
                self.close()
                return "undecided", cap
        self.close()
        return "timeout", cap

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=serve, args=(self.name, other), daemon=True)
        self.process.start()
        other.close()
        self.pipe.recv()

    def close(self) -> None:
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.pipe.close()
            self.process = None


class MaximaChild:
    """Maxima behind the same door."""

    def __init__(self) -> None:
        self.maxima = maxima.Maxima()

    def ask(self, record: dict[str, Any], cap: float) -> Answer:
        """The answer."""
        try:
            return self.maxima.ask(claim_of(record), cap)
        except Untranslatable:
            return LEFT_OUT, 0.0

    def close(self) -> None:
        """End it."""
        self.maxima.close()


def children(names: list[str]) -> dict[str, Child | MaximaChild]:
    """A process for each engine."""
    return {name: MaximaChild() if name == MAXIMA else Child(name) for name in names}


def available() -> list[str]:
    """The engines that can be measured here."""
    return [OURS, SIMPLIFY, EQUALS] + ([MAXIMA] if maxima.installed() else [])


__all__ = [
    "ARRAYS_NUMPY",
    "ARRAYS_OURS",
    "EQUALS",
    "LEFT_OUT",
    "MAXIMA",
    "OURS",
    "SIMPLIFY",
    "Answer",
    "Child",
    "as_declared",
    "available",
    "children",
]
