"""Work in stages, many at a time: each asks for tasks, and goes on as soon as these are answered.

A work is a generator: it yields the tasks of its next stage, is sent their outcomes, and returns what it
comes to. While one waits for its answers, the tasks of others are done, and the next work is taken up only
when the workers want more to do; so neither reading what there is to do nor putting together what came out
is waited for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from verify_derivations.pool import NOTHING_YET, Outcome, Pool

Task = TypeVar("Task", bound=Hashable)
Result = TypeVar("Result")

Work = Generator[Sequence[Task], Mapping[Task, Outcome], Result]
"""Asks for tasks, stage by stage; the outcomes that it is sent hold all that it has asked for so far."""


def carried_out(works: Iterable[Work[Task, Result]], pool: Pool) -> list[Result]:
    """What each work comes to, in order; a task that is asked for twice is done once.

    Args:
        works: taken one by one, as there is room for their tasks.
        pool: who does the tasks.

    Raises:
        PoolError: no worker process can be started.
    """
    plan = _Plan(works)
    for task, outcome in pool.answered(plan.tasks()):
        plan.answer(task, outcome)
    return [plan.results[number] for number in range(len(plan.results))]


def carried_out_here(work: Work[Task, Result], done: Callable[[Task], Outcome]) -> Result:
    """What one work comes to, its tasks done in this process.

    Args:
        work: the work.
        done: does a task.
    """
    outcomes: dict[Task, Outcome] = {}
    try:
        wanted = next(work)
        while True:
            for task in wanted:
                if task not in outcomes:
                    outcomes[task] = done(task)
            wanted = work.send(outcomes)
    except StopIteration as end:
        result: Result = end.value
        return result


class _Plan(Generic[Task, Result]):
    """The works that are under way: what each of them waits for, and the outcomes so far."""

    def __init__(self, works: Iterable[Work[Task, Result]]) -> None:
        self.works = enumerate(works)
        self.results: dict[int, Result] = {}
        self.outcomes: dict[Task, Outcome] = {}
        self.to_do: deque[Task] = deque()
        self.waiting: dict[Task, list[_UnderWay[Task, Result]]] = {}

    def tasks(self) -> Iterator[Any]:
        """The tasks as they come up; `NOTHING_YET` while all there is to do is being done."""
        begun_all = False
        while True:
            if self.to_do:
                yield self.to_do.popleft()
            elif not begun_all:
                begun_all = not self._begin()
            elif self.waiting:
                yield NOTHING_YET
            else:
                return

    def answer(self, task: Task, outcome: Outcome) -> None:
        """Take in an outcome; who has waited for it goes on."""
        self.outcomes[task] = outcome
        for work in self.waiting.pop(task):
            work.missing -= 1
            if not work.missing:
                self._go_on(work)

    def _begin(self) -> bool:
        """Take up the next work, if there is one."""
        for number, stages in self.works:
            self._go_on(_UnderWay(number, stages))
            return True
        return False

    def _go_on(self, work: _UnderWay[Task, Result]) -> None:
        """Let a work ask for its next stage, until there is something in it that is not answered yet."""
        try:
            while not work.missing:
                wanted = work.stages.send(self.outcomes) if work.begun else next(work.stages)
                work.begun = True
                for task in dict.fromkeys(wanted):
                    if task not in self.outcomes:
                        work.missing += 1
                        self._ask(task, work)
        except StopIteration as end:
            self.results[work.number] = end.value

    def _ask(self, task: Task, work: _UnderWay[Task, Result]) -> None:
        if task not in self.waiting:
            self.waiting[task] = []
            self.to_do.append(task)
        self.waiting[task].append(work)


class _UnderWay(Generic[Task, Result]):
    """A work, its place among all, and how many of the tasks that it has asked for are not answered."""

    def __init__(self, number: int, stages: Work[Task, Result]) -> None:
        self.number, self.stages = number, stages
        self.begun, self.missing = False, 0


__all__ = ["Work", "carried_out", "carried_out_here"]
