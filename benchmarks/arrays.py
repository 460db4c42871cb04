"""Claims about arrays: ours beside SymPy's matrix expressions and, as the floor, one instance in NumPy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import mean, median

from benchmarks.array_engines import INSTANCE, MATRIX, OURS, RAISED, available
from benchmarks.cases import Case, CaseSet, sample
from benchmarks.children import Child
from benchmarks.engines import LEFT_OUT, Answer
from benchmarks.tables import Table, number, share

LABELS = {OURS: "ours", MATRIX: "SymPy MatrixSymbol, .diff, .doit", INSTANCE: "NumPy, one instance"}

HEADS = (
    *("set", "engine", "claims", "true: proved", "false: refuted", "false: ill-formed", "wrong"),
    *("undecided", "overran", "raised", "left out", "median ms", "mean ms", "ratio"),
)
NOTES = (
    "Times are those of reading and deciding. “proved” means for all sizes, but for NumPy only that both "
    "sides agree at one random instance: it proves nothing, and what it costs is the floor.",
    "SymPy counts as proved where the difference comes out as zero (doit, refine, expand, then simplify), "
    "as refuted where it comes out as another number, as ill-formed where it objects to the shapes. Indices, "
    "assumed equations, unspecified functions, Jacobians and differentials are left out there.",
    "“raised” counts exceptions other than those about shapes; they are undecided.",
)
NO_NUMPY = "NumPy cannot be imported here: instance checking is not measured."


def measure(
    sets: Sequence[CaseSet],
    asked: Sequence[str],
    most: int,
    cap: float,
    progress: Callable[[str], None],
    alone: int = 10**6,
) -> Table:
    """The table: ours by itself on more claims, then all of them on the same sample.

    Args:
        sets: claims about arrays.
        asked: who takes part beside ours.
        most: side by side on a sample of at most so many claims of a set.
        cap: seconds for a claim.
        progress: is told what is being done.
        alone: ours by itself on at most so many.
    """
    names = available(asked)
    notes = [*NOTES, *([NO_NUMPY] if INSTANCE in asked and INSTANCE not in names else [])]
    rows: list[tuple[str, ...]] = []
    running = {name: Child(name) for name in names}
    try:
        for case_set in sets:
            larger, _ = sample(case_set.cases, alone)
            chosen, _ = sample(case_set.cases, most)
            progress(f"{case_set.name}, arrays: ours on {len(larger)} claims, all on {len(chosen)}")
            whole = [(case, running[OURS].ask(case.record, cap)) for case in larger]
            rows.append(counted(case_set.name, "ours, alone", whole))
            answers: dict[str, list[tuple[Case, Answer]]] = {name: [] for name in names}
            for case in chosen:
                for name in names:
                    answers[name].append((case, running[name].ask(case.record, cap)))
            own = {case.id: answer[1] for case, answer in answers[OURS]}
            rows += [counted(case_set.name, LABELS[n], answers[n], own if n != OURS else None) for n in names]
            notes.append(
                f"{case_set.name}: side by side on {len(chosen)}, ours alone on {len(larger)} claims"
            )
    finally:
        for child in running.values():
            child.close()
    return Table("Claims about arrays", HEADS, tuple(rows), tuple(notes))


def counted(
    name: str,
    engine: str,
    answers: Sequence[tuple[Case, Answer]],
    own: Mapping[str, float] | None = None,
) -> tuple[str, ...]:
    """The counts of one engine; with `own`, our seconds by claim, its median over ours."""
    kept = [(case, answer) for case, answer in answers if answer[0] != LEFT_OUT]
    true = [a for case, (a, _) in kept if case.truth]
    false = [a for case, (a, _) in kept if not case.truth]
    wrong = false.count("proved") + true.count("refuted") + true.count("ill-formed")
    both = true + false
    times = [1000 * seconds for _, (_, seconds) in kept]
    middle = median(times) if times else 0.0
    ratio = ""
    if own is not None and times:
        ratio = f"{number(middle / max(1e-6, median(1000 * own[case.id] for case, _ in kept)))} x"
    return (
        *(name, engine, str(len(kept)), share(true.count("proved"), len(true))),
        *(share(false.count("refuted"), len(false)), share(false.count("ill-formed"), len(false))),
        *(str(wrong), str(sum(both.count(a) for a in ("undecided", "timeout", RAISED)))),
        *(str(both.count("timeout")), str(both.count(RAISED)), str(len(answers) - len(kept))),
        *(number(middle), number(mean(times) if times else 0.0), ratio),
    )


__all__ = ["HEADS", "LABELS", "NO_NUMPY", "counted", "measure"]
