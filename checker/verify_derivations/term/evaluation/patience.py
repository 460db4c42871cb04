"""How long an evaluation may go on: integrals, series and long sums look at the clock on the way.

A searcher says until when (`until`); the kernel, which evaluates once more what was found, says nothing and
is not stopped.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf


class OutOfTime(ArithmeticError):
    """An evaluation was not ready in time."""


_END = [inf]
"""Of all searches that are under way, the times at which they end; the last one is the earliest."""


@contextmanager
def until(deadline: float) -> Iterator[None]:
    """Evaluations within end at this time of `time.perf_counter`, or at an earlier one that was set before.

    >>> with until(0.0):
    ...     is_late()
    True
    """
    _END.append(min(deadline, _END[-1]))
    try:
        yield
    finally:
        _END.pop()


def is_late() -> bool:
    """The time has passed."""
    return time.perf_counter() > _END[-1]


def require_time() -> None:
    """There is time left.

    Raises:
        OutOfTime: the time has passed.
    """
    if is_late():
        raise OutOfTime("an evaluation that takes too long")


__all__ = ["OutOfTime", "is_late", "require_time", "until"]
