"""Which wrong lines are mended together: an error of a chain and the lines that carry it on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify_derivations.certificate import NoLimit
from verify_derivations.model import Claim, Status
from verify_derivations.repair.search import Wrong
from verify_derivations.results import Origin, StepResult
from verify_derivations.term.syntax.nodes import Term


def wrong_runs(steps: Sequence[StepResult]) -> Iterator[tuple[tuple[int, ...], Wrong]]:
    """The wrong statements of a derivation in groups, by their places, with what is to be mended.

    Args:
        steps: the results of the derivation's steps, in order.
    """
    groups: list[list[int]] = []
    for place, result in enumerate(steps):
        claim = result.step.claim
        if claim is None and result.step.variants:
            groups.append([place])
        if claim is None or not _is_wrong(result, claim):
            continue
        if result.origin is Origin.INHERITED and groups and _same_chain(steps[groups[-1][0]], result):
            groups[-1].append(place)
        else:
            groups.append([place])
    for group in groups:
        yield tuple(group), _wrong(steps, group)


def _is_wrong(result: StepResult, claim: Claim) -> bool:
    """It is refuted (or a limit without the direction that it needs), by the relation that is printed."""
    if result.status is Status.ILL_FORMED:
        return result.verdict is not None and isinstance(result.verdict.certificate, NoLimit)
    return result.status is Status.REFUTED and claim.relation in ("=", result.step.relation)


def _same_chain(first: StepResult, second: StepResult) -> bool:
    return not first.step.variants and first.step.chain is not None and first.step.chain == second.step.chain


def _wrong(steps: Sequence[StepResult], group: list[int]) -> Wrong:
    if steps[group[0]].step.variants:
        return Wrong((), variants=steps[group[0]].step.variants)
    claims = tuple(claim for claim in (steps[place].step.claim for place in group) if claim is not None)
    alternatives = tuple(steps[place].step.alternatives for place in group)
    chain = steps[group[0]].step.chain
    if chain is None or steps[group[0]].step.corrects is not None:
        return Wrong(claims, alternatives=alternatives)
    others = [k for k, r in enumerate(steps) if r.step.chain == chain and k not in group]
    others.sort(key=lambda k: abs(k - group[0]))
    lines = tuple(dict.fromkeys(line for k in others for line in _line(steps[k].step.claim)))
    right = any(steps[k].status is Status.PROVED for k in others)
    return Wrong(claims, lines, right, alternatives=alternatives)


def _line(claim: Claim | None) -> tuple[Term, ...]:
    return () if claim is None else (claim.rhs,)


__all__ = ["wrong_runs"]
