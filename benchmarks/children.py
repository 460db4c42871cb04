"""An engine in a process of its own, in which a claim can be stopped."""

from __future__ import annotations

import importlib
import multiprocessing
import time
from multiprocessing.connection import Connection
from typing import Any

from benchmarks import array_engines, engines, maxima
from benchmarks.engines import LEFT_OUT, MAXIMA, Answer, claim_of
from benchmarks.to_sympy import Untranslatable

ENGINES = {**engines.ENGINES, **array_engines.ENGINES}

AT_WORK = {
    engines.OURS: "verify_derivations.check",
    array_engines.OURS: "verify_derivations.check",
    array_engines.INSTANCE: "numpy",
}
"""What does the work, where it is not SymPy."""

KEEPING_TIME = (engines.OURS, array_engines.OURS)
"""These stop by themselves at the cap, and get a moment to do so."""


def serve(name: str, pipe: Connection) -> None:
    """The life of a child: a record in, an answer out."""
    engine = ENGINES[name]
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


__all__ = ["Child", "MaximaChild", "children"]
