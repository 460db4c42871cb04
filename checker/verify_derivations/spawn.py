"""How a worker process comes to be: as a fresh interpreter, or as a fork of this one where that is safe.

A fresh interpreter is always right: it does not depend on the threads of the caller, nor does it run the
caller's main module again, as multiprocessing would. But it imports the engine anew (about 0.08 s). The
command line, which is ours alone and has no threads yet, forks instead, on Linux: the engine is imported
once, and one claim is answered in the time that a second import would take.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from signal import Signals
from typing import BinaryIO, Protocol, cast

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import UsageError
from verify_derivations.worker import serve

START = """
import sys
sys.path[:] = sys.argv[3:]
from verify_derivations.worker import serve_standard
serve_standard(sys.argv[1], int(sys.argv[2]))
"""


class PoolError(UsageError):
    """No worker process can be started."""


class Process(Protocol):
    """A worker process and the two pipes to it."""

    stdin: BinaryIO
    stdout: BinaryIO

    def kill(self) -> None:
        """End it."""

    def wait(self) -> int:
        """Its exit code, or minus the signal that ended it."""


def fresh(task: str, memory: int) -> Process:
    """A worker in a new interpreter, with the options and the path of this one.

    Raises:
        PoolError: there is no such interpreter.
    """
    import subprocess  # a fork needs none of it

    flags = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]  # as multiprocessing does
    command = [sys.executable, *flags, "-c", START, task, str(memory), *sys.path]
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except (OSError, ValueError) as error:
        raise PoolError(f"a worker process cannot be started: {error}") from error
    return cast(Process, process)


def can_fork() -> bool:
    """A fork copies one thread, and whatever locks the others hold; so there must be no others."""
    return sys.platform == "linux" and threading.active_count() == 1


def forked(task: str, memory: int, others: Sequence[Process]) -> Process:
    """A worker that is a copy of this process; `others` are the workers whose pipes it must not keep.

    Raises:
        PoolError: the system does not give us one more process.
    """
    module, _, _ = task.partition(":")
    import_module(module)  # here, so that every copy has it
    requests, to_worker = os.pipe()
    from_worker, answers = os.pipe()
    try:
        pid = os.fork()
    except OSError as error:
        raise PoolError(f"a worker process cannot be started: {error.strerror or error}") from error
    if pid == 0:
        _be_the_worker(task, memory, (requests, answers), [to_worker, from_worker], others)
    os.close(requests)
    os.close(answers)
    return _Forked(pid, os.fdopen(to_worker, "wb"), os.fdopen(from_worker, "rb"))


def _be_the_worker(
    task: str, memory: int, pipes: tuple[int, int], parents: list[int], others: Sequence[Process]
) -> None:
    """In the copy: serve, and end without the parent's farewells (its buffers are not ours to flush)."""
    code = 1
    try:
        for end in [*parents, *(s.fileno() for other in others for s in (other.stdin, other.stdout))]:
            os.close(end)
        serve(task, memory, os.fdopen(pipes[0], "rb"), os.fdopen(pipes[1], "wb"))
        code = 0
    finally:
        os._exit(code)


@dataclass
class _Forked:
    pid: int
    stdin: BinaryIO
    stdout: BinaryIO
    code: int | None = None

    def kill(self) -> None:
        if self.code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, Signals.SIGKILL)

    def wait(self) -> int:
        if self.code is None:
            try:
                self.code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            except ChildProcessError:  # somebody else has waited for it
                self.code = 0
        return self.code


def ending(code: int) -> str:
    """An exit code in words.

    >>> ending(1), ending(-11)
    ('exit code 1', 'SIGSEGV')
    """
    if code >= 0:
        return f"exit code {code}"
    try:
        return Signals(-code).name
    except ValueError:
        return f"signal {-code}"
