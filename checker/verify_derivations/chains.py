"""Chains: which step brings an error in, which carry it on, which undoes it, and whether the ends agree.

Each step of a chain is judged twice: against the first line (its verdict) and against the line before (its
local verdict). What follows here from the two is told, and never more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from verify_derivations.model import Status
from verify_derivations.results import Origin, StepResult


class _Truth(Enum):
    """What is known of the line before: it equals the head of the chain, or does not, or neither."""

    RIGHT = 1
    WRONG = 2
    UNKNOWN = 3


def with_origins(results: Iterable[StepResult]) -> tuple[StepResult, ...]:
    """The results of a derivation, each step of a chain with what it does to the truth of it."""
    truth: dict[str, _Truth] = {}
    out = []
    for result in results:
        chain = result.step.chain
        if chain is not None and result.step.corrects is None:
            result = replace(result, origin=_origin(result, truth.get(chain, _Truth.RIGHT)))
            if result.status is not None:
                truth[chain] = _truth(result.status)
        out.append(result)
    return tuple(out)


def _truth(status: Status) -> _Truth:
    return {Status.PROVED: _Truth.RIGHT, Status.REFUTED: _Truth.WRONG}.get(status, _Truth.UNKNOWN)


def _origin(result: StepResult, before: _Truth) -> Origin | None:
    """What the step does, where the line before is known to be right, or wrong, or neither."""
    local = result.local.status if result.local else None
    if result.status is Status.PROVED:
        undone = local is Status.REFUTED and before is not _Truth.RIGHT
        return Origin.REPAIRED if undone else None
    if result.status is not Status.REFUTED:
        return None
    if before is _Truth.RIGHT or local is Status.REFUTED:
        return Origin.INTRODUCED
    return Origin.INHERITED if local is Status.PROVED else Origin.UNCLEAR


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of a derivation, without corrected lines.

    `ends` is the verdict of its last line against its first: proved if the ends agree, refuted if they do
    not, None if the last line is no claim.
    """

    name: str
    steps: tuple[StepResult, ...]

    @property
    def ends(self) -> Status | None:
        return self.steps[-1].status

    def of(self, *origins: Origin) -> tuple[StepResult, ...]:
        """The steps that do one of these things to the chain."""
        return tuple(step for step in self.steps if step.origin in origins)

    @property
    def is_wrong_somewhere(self) -> bool:
        """A line of it does not agree with the first one."""
        return any(step.status is Status.REFUTED for step in self.steps)


def chains(results: Iterable[StepResult]) -> tuple[Chain, ...]:
    """The chains of a derivation, in the order in which they begin."""
    found: dict[str, list[StepResult]] = {}
    for result in results:
        if result.step.chain is not None and result.step.corrects is None:
            found.setdefault(result.step.chain, []).append(result)
    return tuple(Chain(name, tuple(steps)) for name, steps in found.items())


__all__ = ["Chain", "chains", "with_origins"]
