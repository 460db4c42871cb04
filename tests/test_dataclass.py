"""Our data classes are those of the standard library, whatever is done with them first."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, InitVar
from typing import Any

import pytest

from verify_derivations.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    left: int
    right: int = 0
    rest: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)
    check: InitVar[int] = 0

    def __post_init__(self, check: int) -> None:
        if check < 0:
            raise ValueError("negative")


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    left: int
    right: int = 0
    rest: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)
    check: InitVar[int] = 0

    def __post_init__(self, check: int) -> None:
        if check < 0:
            raise ValueError("negative")


def fresh() -> tuple[type[Any], type[Any]]:
    """Both, not used yet. (Pickle wants to find them by name, so they stand in the module.)"""

    @dataclass(frozen=True)
    class Mine:
        left: int
        right: int = 0

    @dataclasses.dataclass(frozen=True)
    class Usual:
        left: int
        right: int = 0

    return Mine, Usual


USES: list[Callable[[type[Any]], Any]] = [
    lambda c: c(1) == c(1, 0),
    lambda c: c(1) == c(2),
    lambda c: c(1) == (1, 0),
    lambda c: c(left=1, right=3).right,
    lambda c: repr(c(1)).rpartition(".")[2][-len("(left=1, right=0)") :],
    lambda c: hash(c(1)) == hash(c(1)),
    lambda c: {c(1): "a"}[c(1)],
    lambda c: dataclasses.replace(c(1), right=5).right,
    lambda c: dataclasses.astuple(c(1)),
    lambda c: [f.name for f in dataclasses.fields(c)],
    lambda c: c.__match_args__,
    lambda c: dataclasses.is_dataclass(c),
    lambda c: copy.copy(c(1, 2)) == c(1, 2),
    lambda c: copy.deepcopy(c(1, 2)) == c(1, 2),
]


@pytest.mark.parametrize("use", USES)
def test_each_use_may_be_the_first(use: Callable[[type[Any]], Any]) -> None:
    ours, theirs = fresh()
    assert use(ours) == use(theirs)


@pytest.mark.parametrize("make", [lambda c: c(), lambda c: c(1, 2, 3), lambda c: c(1, other=2)])
def test_wrong_arguments_are_turned_down(make: Callable[[type[Any]], Any]) -> None:
    for kind in fresh():
        with pytest.raises(TypeError):
            make(kind)


def test_what_is_frozen_stays_as_it_is() -> None:
    for made in (Ours(1), *(kind(1) for kind in fresh())):
        with pytest.raises(FrozenInstanceError):
            made.left = 2
        with pytest.raises(FrozenInstanceError):
            del made.left
        assert made.left == 1


def test_fields_that_are_made_or_only_looked_at() -> None:
    for kind in (Ours, Theirs):
        assert kind(1).rest == []
        assert kind(1).rest is not kind(1).rest
        assert kind(1, rest=[1]) == kind(1)
        with pytest.raises(ValueError, match="negative"):
            kind(1, check=-1)
    assert repr(Ours(1)) == "Ours(left=1, right=0)"


def test_what_comes_out_of_a_pickle_can_be_compared_at_once() -> None:
    """In a process that has made none itself."""
    kept = pickle.dumps(Ours(1, 2, [3]))
    again = pickle.loads(kept)
    assert (again, again.rest) == (Ours(1, 2), [3])
    ours, _ = fresh()
    first, second = object.__new__(ours), object.__new__(ours)
    for blank in (first, second):
        blank.__setstate__((1, 2))
    assert first == second
    assert hash(first) == hash(second)


def test_what_can_change_has_no_hash() -> None:
    @dataclass
    class Counter:
        count: int = 0

    counter = Counter()
    counter.count = 3
    assert counter == Counter(3)
    with pytest.raises(TypeError, match="unhashable"):
        hash(counter)


def test_a_class_without_fields_and_methods_of_its_own() -> None:
    @dataclass(frozen=True)
    class Nothing:
        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "nothing"

    assert (Nothing() == Nothing(), hash(Nothing()), repr(Nothing())) == (True, 7, "nothing")
