"""Works that go on as soon as what they asked for is answered: each gets its answers, and ends in order."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import pytest

from verify_derivations.pool import Done, Failed, Outcome, Pool
from verify_derivations.stages import carried_out, carried_out_here

Task = tuple[str, object]
Stages = Generator[Sequence[Task], Mapping[Task, Outcome], object]


@pytest.fixture(autouse=True)
def _tasks_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def said(outcome: Outcome) -> object:
    return outcome.value if isinstance(outcome, Done) else outcome


def counting(first: int) -> Stages:
    """Asks for a number, then for the two behind what came out; comes to all that it was told."""
    outcomes = yield [("say", first)]
    start = int(str(said(outcomes["say", first])))
    outcomes = yield [("say", start + 1), ("say", start + 2)]
    return [said(outcomes["say", k]) for k in range(first, first + 3)]


def idle() -> Stages:
    """Asks for nothing, twice."""
    yield []
    yield []
    return "nothing"


def slow() -> Stages:
    """Asks for something that takes long, and then for more."""
    yield [("sleep", 0.1)]
    outcomes = yield [("say", "late")]
    return said(outcomes["say", "late"])


def broken() -> Stages:
    """Asks for what overruns its time and goes on with that."""
    outcomes = yield [("spin", None)]
    return said(outcomes["spin", None])


@pytest.mark.parametrize("jobs", [1, 3])
def test_works_come_out_in_order_whenever_they_end(jobs: int) -> None:
    works: list[Stages] = [slow(), counting(0), idle(), broken(), *map(counting, range(1, 40))]
    with Pool("pool_tasks:do", jobs=jobs, seconds=0.3, fork=True) as pool:
        found = carried_out(works, pool)
    numbers = [[k, k + 1, k + 2] for k in range(40)]
    assert found == ["late", numbers[0], "nothing", Failed("budget (0.3 s)"), *numbers[1:]]


def test_there_may_be_nothing_to_do() -> None:
    nothing: list[Stages] = []
    with Pool("pool_tasks:do", fork=True) as pool:
        assert carried_out(nothing, pool) == []
        assert carried_out([idle(), idle()], pool) == ["nothing", "nothing"]


def twice() -> Stages:
    yield [("say", 1), ("say", 2), ("say", 1)]
    yield [("say", 2), ("say", 3)]
    return "done"


def test_what_is_asked_for_twice_is_done_once() -> None:
    asked: list[Task] = []

    def done(task: Task) -> Outcome:
        asked.append(task)
        return Done(task[1])

    assert carried_out_here(twice(), done) == "done"
    assert asked == [("say", 1), ("say", 2), ("say", 3)]


def test_what_several_works_ask_for_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    answered = Pool.answered

    def noted(pool: Pool, payloads: Iterator[Task]) -> Iterator[tuple[Task, Outcome]]:
        for task, outcome in answered(pool, payloads):
            given.append(task)
            yield task, outcome

    monkeypatch.setattr(Pool, "answered", noted)
    with Pool("pool_tasks:do", jobs=2, seconds=5, fork=True) as pool:
        assert carried_out([twice(), twice(), twice()], pool) == ["done"] * 3
    assert sorted(given, key=repr) == [("say", 1), ("say", 2), ("say", 3)]


def test_a_work_is_taken_up_only_when_there_is_room_for_it() -> None:
    begun: list[int] = []

    def works() -> Iterator[Stages]:
        for k in range(5000):
            begun.append(k)
            yield counting(k)

    def first_answer(pool: Pool) -> int:
        for _ in pool.answered(task for work in works() for task in next(work)):
            break
        return len(begun)

    with Pool("pool_tasks:do", jobs=2, seconds=5, fork=True) as pool:
        assert first_answer(pool) < 500


def test_while_all_workers_are_busy_the_works_to_come_are_taken_up() -> None:
    begun: list[int] = []

    def works() -> Iterator[Stages]:
        for k in range(100):
            begun.append(k)
            yield counting(k)

    with Pool("pool_tasks:do", jobs=1, seconds=5, fork=True) as pool:
        given = pool.answered(chain([("sleep", 0.5)], (task for work in works() for task in next(work))))
        assert next(given) == (("sleep", 0.5), Done("slept"))
        assert len(begun) == 100
        assert len(list(given)) == 100


def test_an_error_of_who_hands_over_the_works_ends_the_run() -> None:
    def works() -> Iterator[Stages]:
        yield counting(1)
        raise ValueError("cannot be read")

    with Pool("pool_tasks:do", fork=True) as pool, pytest.raises(ValueError, match="cannot be read"):
        carried_out(works(), pool)
