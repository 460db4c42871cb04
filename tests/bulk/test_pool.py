"""Workers in hard bounds: whatever a task does, it is answered, and so are all the others, in order."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify_derivations.pool import NOTHING_YET, WINDOW, Done, Failed, Pool
from verify_derivations.spawn import PoolError

TASK = "pool_tasks:do"
FORK = pytest.mark.parametrize("fork", [True, False], ids=["forked", "fresh"])
JOBS = pytest.mark.parametrize("jobs", [1, 3])

linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded by the kernel of Linux")


@pytest.fixture(autouse=True)
def _tasks_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def outcomes(
    *tasks: tuple[str, object], jobs: int = 1, seconds: float = 0.2, fork: bool = True
) -> list[object]:
    with Pool(TASK, jobs=jobs, seconds=seconds, fork=fork) as pool:
        return [o.value if isinstance(o, Done) else o for o in pool.map(tasks)]


@FORK
@JOBS
def test_answers_come_in_order(fork: bool, jobs: int) -> None:
    tasks = [("sleep", 0.02), *(("say", k) for k in range(100)), ("sleep", 0.01), ("say", "end")]
    assert outcomes(*tasks, jobs=jobs, fork=fork) == ["slept", *range(100), "slept", "end"]


@FORK
@JOBS
def test_only_the_task_that_overruns_is_lost(fork: bool, jobs: int) -> None:
    tasks = [*(("say", k) for k in range(5)), ("spin", None), *(("say", k) for k in range(5, 12))]
    found = outcomes(*tasks, jobs=jobs, fork=fork)
    assert found == [*range(5), Failed("budget (0.2 s)"), *range(5, 12)]


@linux
def test_only_the_task_that_takes_too_much_memory_is_lost() -> None:
    found = outcomes(("say", 1), ("take memory", 1 << 40), ("take memory", 1 << 20), ("say", 2))
    assert found == [1, Failed("budget (memory)"), 1 << 20, 2]


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        (("die", None), "the process that worked on it ended with exit code 7"),
        (("crash", signal.SIGSEGV), "the process that worked on it ended with SIGSEGV"),
        (("crash", signal.SIGKILL), "budget (memory)"),
        (("crash", signal.SIGABRT), "budget (memory)"),
        (("nest", None), "budget (nesting)"),
        (("unheard of", None), "a bug of this software: KeyError: 'unheard of'"),
    ],
)
@JOBS
def test_a_task_that_ends_its_worker_harms_no_other(task: tuple[str, object], reason: str, jobs: int) -> None:
    found = outcomes(("say", 1), task, ("say", 2), task, task, ("say", 3), jobs=jobs)
    assert found == [1, Failed(reason), 2, Failed(reason), Failed(reason), 3]


@FORK
@JOBS
def test_a_worker_that_holds_too_many_terms_gives_way_to_a_new_one(fork: bool, jobs: int) -> None:
    tasks = [("fill up", None), *(("say", k) for k in range(40)), ("fill up", None), ("say", "end")]
    assert outcomes(*tasks, jobs=jobs, fork=fork, seconds=5) == [True, *range(40), True, "end"]


@FORK
def test_what_a_task_prints_disturbs_nothing(fork: bool) -> None:
    assert outcomes(("print", None), ("say", 1), fork=fork) == ["printed", 1]


def test_a_large_task_behind_a_slow_one_does_not_block_the_parent() -> None:
    large = "x" * 1_000_000
    start = time.monotonic()
    assert outcomes(("spin", None), ("say", large), ("say", large)) == [
        Failed("budget (0.2 s)"),
        large,
        large,
    ]
    assert time.monotonic() - start < 15


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def tasks() -> Iterator[tuple[str, object]]:
        nonlocal taken
        while True:
            taken += 1
            yield "say", taken

    with Pool(TASK) as pool:
        found = pool.map(tasks())
        assert [next(found) for _ in range(3)] == [Done(1), Done(2), Done(3)]
        assert taken <= WINDOW + 3
        found.close()


def test_a_stream_that_pauses_gets_its_answers_before_it_goes_on() -> None:
    with Pool(TASK) as pool:

        def tasks() -> Iterator[object]:
            yield "say", 1
            while not answered:
                yield NOTHING_YET
            yield "say", 2

        answered: list[object] = []
        for outcome in pool.map(tasks()):
            answered.append(outcome)
            pool.wake()
    assert answered == [Done(1), Done(2)]


def test_a_worker_that_cannot_start_is_an_error_and_no_endless_loop() -> None:
    with Pool("no_such_module:do") as pool, pytest.raises(PoolError, match="cannot be started"):
        list(pool.map([1, 2, 3]))


def test_a_pool_leaves_no_process_behind() -> None:
    with Pool(TASK, jobs=2, fork=True) as pool:
        assert list(pool.map([("say", os.getpid())])) == [Done(os.getpid())]
        numbers = [worker.process.pid for worker in pool._workers]  # type: ignore[attr-defined]
    assert numbers
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
