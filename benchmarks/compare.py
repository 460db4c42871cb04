"""The sets side by side: claims go to every engine in turn, some at a time, on the same machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean, median

from benchmarks.cases import TRAPS, Case, CaseSet, sample
from benchmarks.children import children
from benchmarks.engines import LEFT_OUT, OURS, Answer

ALONE = "ours alone"

ROUND = 10
"""So many claims go to an engine in a row, as those of a document do: who is asked only after every claim of
another engine finds the processor's memory full of what is not its own."""


@dataclass(frozen=True)
class Row:
    """What one engine did with some claims of a set."""

    set: str
    engine: str
    claims: int
    true: int
    proved: int
    false: int
    refuted: int
    wrong: int
    undecided: int
    timeouts: int
    left_out: int
    median_ms: float
    mean_ms: float
    ratio: float | None = None
    """Its median over ours, on the claims that both were given in this run."""


def compare(
    sets: list[CaseSet],
    engines: list[str],
    most: int,
    cap: float,
    progress: Callable[[str], None],
    alone: int = 10**6,
) -> tuple[list[Row], list[str]]:
    """The rows, ours by itself on more claims first, and what has to be said about them.

    Args:
        sets: the claims.
        engines: who takes part; ours is the first.
        most: side by side on a sample of at most so many claims of a set.
        cap: seconds for a claim.
        progress: is told what is being done.
        alone: ours by itself on at most so many.
    """
    rows: list[Row] = []
    notes: list[str] = []
    running = children(engines)
    try:
        for case_set in sets:
            larger, larger_step = sample(case_set.cases, alone)
            # few, and each of its own kind: all of the traps
            chosen, step = sample(case_set.cases, most if case_set.name != TRAPS else len(case_set.cases))
            progress(f"{case_set.name}: ours on {len(larger)} claims, all on {len(chosen)}")
            whole = [(case, running[OURS].ask(case.record, cap)) for case in larger]
            rows.append(summary(case_set.name, ALONE, whole))
            answers: dict[str, list[tuple[Case, Answer]]] = {name: [] for name in engines}
            for first in range(0, len(chosen), ROUND):
                for name in engines:
                    for case in chosen[first : first + ROUND]:
                        answers[name].append((case, running[name].ask(case.record, cap)))
            rows += [summary(case_set.name, name, answers[name], answers[OURS]) for name in engines]
            notes += _notes(case_set, step, larger_step)
    finally:
        for child in running.values():
            child.close()
    return rows, notes


def _notes(case_set: CaseSet, step: int, larger_step: int) -> list[str]:
    side, alone = ("every claim" if k == 1 else f"one claim in {k}" for k in (step, larger_step))
    notes = [f"{case_set.name}: side by side on {side}, ours alone on {alone} of {len(case_set.cases)}"]
    return notes + ([f"{case_set.name}: left out are {case_set.left_out}"] if case_set.left_out else [])


def summary(
    name: str,
    engine: str,
    answers: list[tuple[Case, Answer]],
    beside: list[tuple[Case, Answer]] | None = None,
) -> Row:
    """The counts of one engine; with `beside`, our answers to the same claims, its median over ours."""
    kept = [(case, answer) for case, answer in answers if answer[0] != LEFT_OUT]
    of = {True: [a for c, (a, _) in kept if c.truth], False: [a for c, (a, _) in kept if not c.truth]}
    times = [1000 * seconds for _, (_, seconds) in kept]
    middle = median(times) if times else 0.0
    ratio = None
    if beside is not None and engine != OURS and times:
        ids = {case.id for case, _ in kept}
        ratio = middle / max(1e-6, median(1000 * s for case, (_, s) in beside if case.id in ids))
    return Row(
        set=name,
        engine=engine,
        claims=len(kept),
        true=len(of[True]),
        proved=of[True].count("proved"),
        false=len(of[False]),
        refuted=of[False].count("refuted"),
        wrong=of[True].count("refuted") + of[False].count("proved"),
        undecided=sum(a in ("undecided", "timeout") for a in of[True] + of[False]),
        timeouts=sum(a == "timeout" for a in of[True] + of[False]),
        left_out=len(answers) - len(kept),
        median_ms=middle,
        mean_ms=mean(times) if times else 0.0,
        ratio=ratio,
    )


__all__ = ["ALONE", "Row", "compare", "summary"]
