"""All 324 statements of the five documents, and what each is to be; run on a report, it prints the counts.

The table was filled in by hand when the documents were gone through, statement by statement, each with a
computation beside it. It knows nothing of derivations/, and stands for itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROWS = [
    # holds, as printed or told
    (
        "proved",
        "000",
        "01 03 04 06-12 16 19-26 29 30 32 35 36 42-45 49 50 53 54 58 60 62 66 67 69-74 76 80 83 84",
    ),
    ("proved", "001", "02-05 09 10 13-16 19 20 26-31 34-42 51 54 55 57-59 62-66 72 73 75-78 82-84"),
    ("proved", "002", "03 04 06-08 10 24 25 27-32 36 41-44 46 50-53"),
    ("proved", "003", "01 04 06 07 09-12 15 17 20 21 23 26 27 29 32 33 37 39 41 42 47 57 59 60"),
    ("proved", "004", "01 02 07 10 15 17-19 22-24 26 29 31-34 39"),
    # fails
    ("refuted", "000", "13 34 59 63 64 78 79"),
    ("refuted", "001", "06-08 11 12 17 18 43 46 49 61"),
    ("refuted", "002", "13 35 37-40 49"),
    ("refuted", "003", "13 31 46"),
    ("refuted", "004", "03 08 09 11 16 27 35-38"),
    # says what something is
    ("definition", "000", "02 27 28 40 41 46 51 52 56 61 75 81"),
    ("definition", "001", "01 23 32 50 52 53 74"),
    ("definition", "002", "01 11 14-17 19 23 33 34 45"),
    ("definition", "004", "12 13 21"),
    # says where something lives
    ("declared", "000", "38 39"),
    ("declared", "001", "25 44 45 47"),
    ("declared", "002", "20"),
    # has no meaning as printed: an open bracket, a name that stands for nothing, shapes that do not fit, an
    # index that is bound nowhere; what it must mean is a statement beside it
    ("ill-formed", "000", "47 57 65 68 77 82"),
    ("ill-formed", "001", "22 33 48 60 67 70 71 79-81 85 86"),
    ("ill-formed", "004", "14"),
    # has several meanings, leaves open what is meant, or was an image
    ("not understood", "000", "05 14 15 17 18 31 33 37 48 55"),
    ("not understood", "001", "68 69 55a"),
    ("not understood", "002", "05 09 12 18 21 22 26 47 48 54"),
    ("not understood", "003", "02 03 05 08 14 16 18 19 22 24 25 28 30 34-36 38 40 43-45 48-56 58"),
    ("not understood", "004", "04 06 25 28 30"),
    # an aim, a name, a question
    ("no claim", "001", "21 24 56"),
    ("no claim", "002", "02"),
    # how something is changed, step by step
    ("update rule", "004", "05 20"),
]

GROUPS = {
    "declared": "definition",
    "ill-formed": "not understood",
    "update rule": "no claim",
}
"""What is counted together; everything else is counted by itself."""

OTHERWISE: dict[str, tuple[str, str]] = {
    "000-64": ("ill-formed", "a number is said to be a vector: at no point could the two be compared"),
}
"""Statements on which the software differs from the table and is right: what it says, and why."""


def numbered(document: str, numbers: str) -> Iterator[str]:
    """The statements of one document: `numbered("000", "03 21-25 55a")`."""
    for part in numbers.split():
        first, _, last = part.partition("-")
        if first.isdigit():
            yield from (f"{document}-{n:02}" for n in range(int(first), int(last or first) + 1))
        else:
            yield f"{document}-{part}"


def table(rows: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """What each statement is to be, from rows (verdict, document, numbers).

    Raises:
        ValueError: a statement stands in two rows.
    """
    found: dict[str, str] = {}
    for verdict, document, numbers in rows:
        for ref in numbered(document, numbers):
            if ref in found:
                raise ValueError(f"{ref} is {found[ref]} and {verdict}")
            found[ref] = verdict
    return found


INVENTORY = table(ROWS)


def group(verdict: str) -> str:
    """As what a verdict, or the kind of something that is no claim, is counted."""
    return GROUPS.get(verdict, verdict)


def joined(verdicts: Iterable[str]) -> str:
    """What a statement is as a whole, which may take several steps; "mixed" if they differ."""
    found = set(verdicts)
    return found.pop() if len(found) == 1 else "mixed"


def outcomes(report: Mapping[str, Any]) -> dict[str, str]:
    """What each statement is according to a report as JSON; corrected forms are left out."""
    found: dict[str, list[str]] = {}
    for step in steps(report):
        if step["ref"] and not step["corrects"]:
            found.setdefault(step["ref"], []).append(step["status"] or step["kind"])
    return {ref: joined(verdicts) for ref, verdicts in found.items()}


def steps(report: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """All steps of a report as JSON."""
    for document in report["documents"]:
        for derivation in document["derivations"]:
            yield from derivation["steps"]


def figures(found: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each group of verdicts: how many statements are in it as they are to be, and how many are to be."""
    counts: dict[str, tuple[int, int]] = {}
    for ref, verdict in INVENTORY.items():
        have, wanted = counts.get(group(verdict), (0, 0))
        counts[group(verdict)] = (have + (group(found.get(ref, "")) == group(verdict)), wanted + 1)
    return counts


def summary(found: Mapping[str, str]) -> str:
    """The figures as text, and every statement that is not what the table says."""
    lines = [f"Of the {len(INVENTORY)} statements of the sources, as they were judged by hand:"]
    lines += [f"  {verdict:<15}{have:>4} of {wanted}" for verdict, (have, wanted) in figures(found).items()]
    for ref, verdict in INVENTORY.items():
        outcome = found.get(ref, "not written down")
        if group(outcome) != group(verdict):
            known, why = OTHERWISE.get(ref, ("", ""))
            lines.append(f"  {ref} is {outcome}, not {verdict}" + (f": {why}" if outcome == known else ""))
    return "\n".join(lines)


if __name__ == "__main__":
    print(summary(outcomes(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
