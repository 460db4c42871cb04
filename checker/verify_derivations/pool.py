"""Work in processes that can be stopped: a task that overruns is answered as such, and the rest goes on.

A worker imports the engine once; it is given tasks one behind the other and answers each as soon as it is
done, so that it never waits and the parent always knows at which task it is. A worker that takes too long at
one is ended; that task is answered as failed and those behind it go to another worker.
"""

from __future__ import annotations

import os
import pickle
import queue
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import field
from signal import Signals
from typing import Any, TypeVar

from verify_derivations.dataclass import dataclass
from verify_derivations.spawn import PoolError, Process, can_fork, ending, forked, fresh
from verify_derivations.worker import BUG, DONE, MEMORY, NESTING, READY, RETIRED

T = TypeVar("T")

GRACE_SECONDS = 0.5
"""A task is told its budget and should keep to it; that long after it, its worker is ended."""

START_SECONDS = 60.0
MEMORY_BYTES = 2 << 30

MOST_IN_HAND = 16
"""Tasks that a worker has at most: enough that it never waits, few enough that the last are shared out."""

BYTES_IN_HAND = 16_384
"""A pipe takes at least this much without being read, so that giving out tasks never blocks."""

MOST_AHEAD = 200
"""Tasks that are found while all workers are busy: what some of them take long for is made up for later."""

WINDOW = 2_000
WINDOW_BYTES = 32 << 20
"""How far the workers may be ahead of the first task that is not answered yet."""

NOTHING_YET = object()
"""An iterator of tasks may give this if its next one is still to come; `Pool.wake` says when it is there."""


@dataclass(frozen=True, slots=True)
class Done:
    """The answer to a task."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """A task without an answer, and why: a bound that it overran, or what it broke."""

    reason: str


Outcome = Done | Failed


@dataclass(slots=True)
class _Task:
    number: int
    data: bytes


@dataclass(eq=False)
class _Worker:
    """A worker process, the tasks it has in hand (the first is being done), and since when."""

    process: Process
    tasks: deque[_Task] = field(default_factory=deque)
    since: float = field(default_factory=time.monotonic)
    ready: bool = False
    retired: bool = False

    def overdue(self, seconds: float) -> float:
        """When it is to be ended; infinitely late if it has nothing to do."""
        if not self.ready:
            return self.since + START_SECONDS
        return self.since + seconds + GRACE_SECONDS if self.tasks else float("inf")

    def give(self, task: _Task, seconds: float) -> None:
        if not self.tasks and self.ready:
            self.since = time.monotonic()
        self.tasks.append(task)
        try:
            pickle.dump((task.data, seconds), self.process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self.process.stdin.flush()
        except OSError:  # it has just died; its reader says so next
            pass

    def has_room(self, size: int) -> bool:
        held = sum(len(task.data) + 100 for task in self.tasks)
        return not self.tasks or (len(self.tasks) < MOST_IN_HAND and held + size < BYTES_IN_HAND)


class Pool:
    """Workers for one kind of task.

    Args:
        task: the function that does it, as "package.module:function"; it takes what is asked and a number
            of seconds.
        jobs: how many workers there may be; they are started when there is work for them, the first at once.
        seconds: the time that a task may take.
        memory: the bytes of address space of a worker.
        fork: workers may be forks of this process (see `spawn`): for the command line.
    """

    def __init__(
        self,
        task: str,
        *,
        jobs: int = 1,
        seconds: float = 10.0,
        memory: int = MEMORY_BYTES,
        fork: bool = False,
    ) -> None:
        self.task, self.jobs, self.seconds, self.memory = task, jobs, seconds, memory
        self.owner = os.getpid()
        self._events: queue.SimpleQueue[tuple[_Worker | None, str, Any]] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._failed_starts = 0
        self._start_at_once(fork)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers."""
        while self._workers:
            self._end(self._workers.pop())

    def wake(self) -> None:
        """Another thread says that the iterator of tasks has something again."""
        self._events.put((None, "", None))

    # ---- the run -----------------------------------------------------------------------------------
    def map(self, payloads: Iterable[Any]) -> Generator[Outcome, None, None]:
        """The outcome of each task, in order, as soon as it and all before it are there.

        The tasks are taken from the iterable as they are needed.

        Raises:
            PoolError: no worker process can be started.
        """
        yield from (outcome for _, outcome in self._outcomes(_Run(iter(payloads))))

    def answered(self, payloads: Iterable[T]) -> Generator[tuple[T, Outcome], None, None]:
        """Each task with its outcome, as soon as that is there; what comes next may depend on it.

        While the workers are busy the tasks to come are found already, so that none of them waits for that
        later. Where the iterable gives `NOTHING_YET`, it is asked again after the next outcome.

        Raises:
            PoolError: no worker process can be started.
        """
        asked: dict[int, T] = {}
        run = _Run(_noted(payloads, asked), in_order=False)
        yield from ((asked.pop(number), outcome) for number, outcome in self._outcomes(run))

    def _outcomes(self, run: _Run) -> Generator[tuple[int, Outcome], None, None]:
        """The numbers of tasks and their outcomes."""
        try:
            while True:
                self._give_out(run)
                while (number := run.handed_on()) is not None:
                    yield number, run.pop(number)
                    self._give_out(run)
                if run.finished:
                    return
                ahead = not run.in_order and self._events.empty() and run.look_ahead()
                if not ahead and run.handed_on() is None and not run.finished:
                    self._wait(run)
        finally:
            if not run.finished:  # given up half way: whatever is in hand is nobody's any more
                self.close()

    def _give_out(self, run: _Run) -> None:
        while True:
            task = run.task()
            if task is None:
                return
            worker = self._free(len(task.data))
            if worker is None:
                run.again.appendleft(task)
                return
            worker.give(task, self.seconds)

    def _free(self, size: int) -> _Worker | None:
        """The worker with the least in hand, a new one rather than one that is busy."""
        best = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
        if (best is None or best.tasks) and len(self._workers) < self.jobs:
            best = self._start()
        return best if best is not None and best.has_room(size) else None

    def _wait(self, run: _Run) -> None:
        """Take in what happens next: an answer, the end of a worker, or the end of its time."""
        due = min((worker.overdue(self.seconds) for worker in self._workers), default=float("inf"))
        wait = min(max(due - time.monotonic(), 0.0), 3600.0)
        try:
            worker, kind, answer = self._events.get(timeout=wait)
        except queue.Empty:
            self._end_overdue(run)
            return
        if worker in self._workers:
            self._take(run, worker, kind, answer)

    def _take(self, run: _Run, worker: _Worker, kind: str, answer: Any) -> None:
        worker.since = time.monotonic()
        if kind == READY:
            worker.ready, self._failed_starts = True, 0
        elif kind == RETIRED:
            worker.retired = True
        elif kind == "end":
            self._lose(run, worker)
        else:
            run.outcomes[worker.tasks.popleft().number] = _outcome(kind, answer)

    def _end_overdue(self, run: _Run) -> None:
        now = time.monotonic()
        for worker in [w for w in self._workers if w.overdue(self.seconds) <= now]:
            if not worker.ready:
                raise PoolError(f"a worker process did not start within {START_SECONDS:g} s")
            failed = worker.tasks.popleft()
            run.outcomes[failed.number] = Failed(f"budget ({self.seconds:g} s)")
            self._dismiss(run, worker)

    def _lose(self, run: _Run, worker: _Worker) -> None:
        """A worker has ended by itself: retired, or died of the task that it had in hand."""
        code = worker.process.wait()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts > 1:
                raise PoolError(f"a worker process cannot be started; it ended with {ending(code)}")
        elif worker.tasks and not worker.retired:
            run.outcomes[worker.tasks.popleft().number] = Failed(_death(code))
        self._dismiss(run, worker)

    def _dismiss(self, run: _Run, worker: _Worker) -> None:
        """Do without this worker; what it has not begun is given out again."""
        self._workers.remove(worker)
        run.again.extendleft(reversed(worker.tasks))
        self._end(worker)

    # ---- processes ---------------------------------------------------------------------------------
    def _start_at_once(self, fork: bool) -> None:
        """The first worker; if by forking then all of them, as later there are threads."""
        if not (fork and can_fork()):
            self._start()
            return
        processes: list[Process] = []
        for _ in range(self.jobs):
            processes.append(forked(self.task, self.memory, processes))
        for process in processes:
            self._employ(process)

    def _start(self) -> _Worker:
        return self._employ(fresh(self.task, self.memory))

    def _employ(self, process: Process) -> _Worker:
        worker = _Worker(process)
        self._workers.append(worker)
        threading.Thread(target=self._listen, args=(worker,), daemon=True).start()
        return worker

    def _listen(self, worker: _Worker) -> None:
        """In a thread of its own: what the worker says, until it ends."""
        stream = worker.process.stdout
        try:
            while True:
                kind, answer = pickle.load(stream)
                self._events.put((worker, kind, answer))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self._events.put((worker, "end", None))

    def _end(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.wait()
        for stream in (worker.process.stdin, worker.process.stdout):
            with suppress(OSError):  # what was not written yet has nowhere to go
                stream.close()


class _Run:
    """The tasks of one call: to come, to be given out again, answered and not yet handed on."""

    def __init__(self, payloads: Iterator[Any], *, in_order: bool = True) -> None:
        self.payloads, self.in_order = payloads, in_order
        self.again: deque[_Task] = deque()
        self.outcomes: dict[int, Outcome] = {}
        self.sizes: dict[int, int] = {}
        self.done = self.count = self.size = 0
        self.exhausted = False

    @property
    def finished(self) -> bool:
        return self.exhausted and self.done == self.count

    def task(self) -> _Task | None:
        """The next task to give out, if there is one and the window has room."""
        return self.again.popleft() if self.again else self._next()

    def look_ahead(self) -> bool:
        """Find one more task, to be given out when its turn comes; whether there was one."""
        task = self._next() if len(self.again) < MOST_AHEAD else None
        if task is not None:
            self.again.append(task)
        return task is not None

    def _next(self) -> _Task | None:
        """The next task that was not given out yet, if there is one and the window has room."""
        if self.exhausted or self.count - self.done >= WINDOW or self.size >= WINDOW_BYTES:
            return None
        try:
            payload = next(self.payloads)
        except StopIteration:
            self.exhausted = True
            return None
        if payload is NOTHING_YET:
            return None
        return self._made(payload)

    def _made(self, payload: Any) -> _Task | None:
        number, self.count = self.count, self.count + 1
        try:
            data = pickle.dumps(payload, protocol=pickle.HIGHEST_PROTOCOL)
        except RecursionError:
            self.outcomes[number] = Failed(f"budget ({NESTING})")
            return self._next()
        self.sizes[number] = len(data)
        self.size += len(data)
        return _Task(number, data)

    def handed_on(self) -> int | None:
        """The number of the task whose outcome is handed on next, if it is there."""
        if self.in_order:
            return self.done if self.done in self.outcomes else None
        return next(iter(self.outcomes), None)

    def pop(self, number: int) -> Outcome:
        """The outcome of a task, for good."""
        self.size -= self.sizes.pop(number, 0)
        self.done += 1
        return self.outcomes.pop(number)


def _noted(payloads: Iterable[T], asked: dict[int, T]) -> Iterator[T]:
    """The same; each task is put down under its number."""
    count = 0
    for payload in payloads:
        if payload is not NOTHING_YET:
            asked[count], count = payload, count + 1
        yield payload


def _outcome(kind: str, answer: Any) -> Outcome:
    if kind == DONE:
        return Done(answer)
    if kind in (MEMORY, NESTING):
        return Failed(f"budget ({kind})")
    return Failed(f"a bug of this software: {answer}" if kind == BUG else f"an unknown answer: {kind}")


def _death(code: int) -> str:
    """Why a worker died in the middle of a task: most often it got no more memory."""
    if code in (-Signals.SIGABRT, -getattr(Signals, "SIGKILL", 9)):
        return "budget (memory)"
    return f"the process that worked on it ended with {ending(code)}"
