"""A worker process: it takes tasks from its standard input, one after the other, and answers each.

It imports what it works with once, before the first task.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

READY, DONE, MEMORY, NESTING, BUG, RETIRED = "ready", "done", "memory", "nesting", "bug", "retired"
"""The first word of each message to the parent; with all but the first and the last comes an answer."""

MOST_TERMS = 400_000
"""Terms are never forgotten (equal ones are one object); a worker that holds more gives way to a new one."""

RECURSION_LIMIT = 3_000
ORPHAN_SECONDS = 60.0
"""How long after its budget a worker ends itself, should its parent no longer be there to do it."""


def serve_standard(task: str, memory: int) -> None:
    """Serve at the standard input and output."""
    serve(task, memory, os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))


def serve(task: str, memory: int, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer tasks until the input ends.

    Args:
        task: the function that does them, as "package.module:function"; it gets what is asked and a number
            of seconds.
        memory: the bytes of address space that the process may have.
        requests: what comes from the parent.
        answers: what goes to it.
    """
    module, _, function = task.partition(":")
    work = getattr(import_module(module), function)
    _settle(memory)
    _send(answers, (READY, None))
    while True:
        try:
            payload, seconds = pickle.load(requests)
        except EOFError:
            return
        _alarm(seconds + ORPHAN_SECONDS)
        kind, answer = _answer(work, payload, seconds)
        _alarm(0)
        _send(answers, (kind, answer))
        if kind == MEMORY or _is_full():
            _send(answers, (RETIRED, None))
            return


def _settle(memory: int) -> None:
    """Make this process one that works: bounded, undisturbed, and silent."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends us
    sys.setrecursionlimit(RECURSION_LIMIT)
    _limit_memory(memory)
    gc.freeze()  # what is imported stays; only what a task leaves behind is looked through
    gc.set_threshold(50_000, 20, 100)
    faulthandler.disable()
    nothing = os.open(os.devnull, os.O_RDWR)
    # whatever else prints, prints into nothing: a library that gives up tells the terminal, we tell the user
    for stream in (0, 1) if os.environ.get("VERIFY_DERIVATIONS_DEBUG") else (0, 1, 2):
        os.dup2(nothing, stream)


def _answer(work: Callable[[Any, float], Any], payload: bytes, seconds: float) -> tuple[str, Any]:
    try:
        return DONE, work(pickle.loads(payload), seconds)
    except MemoryError:
        return MEMORY, None
    except RecursionError:
        return NESTING, None
    except Exception as error:  # a task that breaks is answered as broken; the worker goes on
        return BUG, f"{type(error).__name__}: {error}"


def _send(answers: BinaryIO, message: tuple[str, Any]) -> None:
    try:
        pickle.dump(message, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()
    except BrokenPipeError:  # nobody is left to read it
        os._exit(0)


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there, only time is bounded
        return
    with suppress(ValueError, OSError):  # a stricter limit may be in force already
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)  # unhandled, the signal ends the process


def _is_full() -> bool:
    nodes = sys.modules.get("verify_derivations.term.syntax.nodes")
    return nodes is not None and nodes.pool_size() > MOST_TERMS
