"""The claims that the tests try, each once; `soak.py` tries as many as one likes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

import pytest
from generate import case
from trial import DEFECTS, Outcome, tried

SEED = 1
SECONDS = 1.0

Found = Callable[[str, str, int], list[str]]


@cache
def outcome(trial: str, kind: str, number: int) -> Outcome:
    return tried(trial, case(SEED, number, kind), Random(number), SECONDS)


def found(trial: str, kind: str, count: int, *, defects: bool) -> list[str]:
    outcomes = [(number, outcome(trial, kind, number)) for number in range(count)]
    return [
        f"case({SEED}, {number}, {kind!r}): {o.failure}"
        for number, o in outcomes
        if o.failure and (o.said in DEFECTS) is defects
    ]


@pytest.fixture(scope="session")
def failures() -> Found:
    """The wrong verdicts of a trial of some claims of a kind: `failures("prover alone", "forced", 200)`."""
    return lambda trial, kind, count: found(trial, kind, count, defects=False)


@pytest.fixture(scope="session")
def defects() -> Found:
    """Where the software raised, or its kernel turned down what its own searchers found."""
    return lambda trial, kind, count: found(trial, kind, count, defects=True)
