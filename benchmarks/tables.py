"""The measurements as tables, for a terminal and for the Markdown page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.cases import TRAPS
from benchmarks.compare import ALONE, Row
from benchmarks.growth import Growth
from benchmarks.speed import Speed

ENGINES = {
    "ours": "ours",
    ALONE: "ours, alone",
    "simplify": "simplify(lhs-rhs)==0",
    "equals": "(lhs-rhs).equals(0)",
    "maxima": "Maxima radcan",
}

HOW = (
    "The claims of a sample go to all engines in turn, ten at a time, each engine in a process of its own "
    "that lives on, so that all see the same machine and warm caches. Times are those of deciding, without "
    "reading the claim. “ratio” is the engine's median over ours on the same claims.",
    "simplify and radcan count as proved where the difference comes out as 0, as refuted where it comes "
    "out as another number, else as undecided; equals as it answers. A claim that overruns is undecided and "
    "counts with the cap. SymPy is told of the domains what its assumptions can say. Claims that cannot be "
    "written in a rival's language (left out) count neither for nor against it.",
    "“wrong” counts false claims called proved and true claims called refuted.",
)


@dataclass(frozen=True)
class Table:
    """A title, the heads of the columns, and the cells."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def tables(
    rows: Sequence[Row], notes: Sequence[str], speeds: Sequence[Speed], grown: Sequence[Growth]
) -> list[Table]:
    """All of it."""
    side_by_side = [r for r in rows if r.set != TRAPS]
    traps = [r for r in rows if r.set == TRAPS]
    found = [_compared("Claims side by side", side_by_side, tuple(notes))] if side_by_side else []
    if traps:
        found.append(_trapped(traps))
    if speeds:
        cells = tuple((s.what, f"{number(s.value)} {s.unit}") for s in speeds)
        found.append(Table("Whole runs", ("what", "measured"), cells))
    if grown:
        found.append(_grown(grown))
    return found


def _compared(title: str, rows: Sequence[Row], notes: tuple[str, ...]) -> Table:
    heads = ("set", "engine", "claims", "proved", "refuted", "wrong", "undecided", "overran", "left out")
    cells = tuple(
        (
            *(row.set, ENGINES[row.engine], str(row.claims)),
            *(share(row.proved, row.true), share(row.refuted, row.false)),
            *(str(row.wrong), str(row.undecided), str(row.timeouts), str(row.left_out)),
            *(number(row.median_ms), number(row.mean_ms), _ratio(row)),
        )
        for row in rows
    )
    return Table(title, (*heads, "median ms", "mean ms", "ratio"), cells, notes)


def _trapped(rows: Sequence[Row]) -> Table:
    heads = ("engine", "traps", "as expected", "opposite", "undecided", "left out", "median ms", "ratio")
    cells = tuple(
        (
            *(ENGINES[row.engine], str(row.claims), str(row.proved + row.refuted), str(row.wrong)),
            *(str(row.undecided), str(row.left_out), number(row.median_ms), _ratio(row)),
        )
        for row in rows
    )
    return Table("Traps", heads, cells, ("Statements on which existing tools err.",))


def _grown(grown: Sequence[Growth]) -> Table:
    engines = list(dict.fromkeys(name for g in grown for name in g.answers))
    cells = tuple(
        (g.family, str(g.size), str(g.characters), *(_answered(g, name) for name in engines)) for g in grown
    )
    heads = ("claim", "size", "characters", *(f"{ENGINES[name]}, ms" for name in engines))
    note = "An engine that overran is not asked for larger sizes. All claims here are true."
    return Table("Growth", heads, cells, (note,))


def _answered(g: Growth, engine: str) -> str:
    if engine not in g.answers:
        return "not asked"
    answer, milliseconds = g.answers[engine]
    return number(milliseconds) + ("" if answer == "proved" else f" ({answer})")


def share(part: int, whole: int) -> str:
    """A part of a whole in per cent, and both."""
    return f"{100 * part / whole:.1f} % ({part}/{whole})" if whole else "-"


def _ratio(row: Row) -> str:
    return "" if row.ratio is None else f"{number(row.ratio)} x"


def number(value: float) -> str:
    """Three figures: as many as a measurement of this kind is good for.

    >>> number(1234.5), number(0.12345), number(12.345)
    ('1,230', '0.123', '12.3')
    """
    if value >= 100:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.3g}"


def terminal(found: Sequence[Table]) -> str:
    """Columns filled with blanks."""
    lines: list[str] = []
    for table in found:
        widths = [max(map(len, column)) for column in zip(table.heads, *table.rows, strict=True)]
        lines += ["", table.title]
        for cells in (table.heads, *table.rows):
            lines.append("  ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip())
        lines += [f"  {note}" for note in table.notes]
    return "\n".join(lines).lstrip("\n") + "\n"


def markdown(found: Sequence[Table], *, date: str, machine: str, versions: str, settings: str) -> str:
    """The page. Date and machine stand here and nowhere else."""
    lines = [
        "# Benchmarks",
        "",
        f"Measured {date} on {machine}, with {versions}; {settings}. Made by `make bench`.",
    ]
    for paragraph in HOW:
        lines += ["", paragraph]
    for table in found:
        lines += ["", f"## {table.title}", ""]
        lines.append(f"| {' | '.join(table.heads)} |")
        lines.append("|" + " --- |" * len(table.heads))
        lines += [f"| {' | '.join(cells)} |" for cells in table.rows]
        lines += ["", *(f"- {note}" for note in table.notes)] if table.notes else []
    return "\n".join(lines) + "\n"


__all__ = ["Table", "markdown", "number", "share", "tables", "terminal"]
