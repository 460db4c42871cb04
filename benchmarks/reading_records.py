"""Labelled equations in LaTeX: verdicts beside labels, readings beside the plain notation.

`python -m benchmarks.reading_records FOLDER` takes `reading.json` and `traps.json` of the folder, or of
`cases` in it: lists of records with `lhs` and `rhs` in LaTeX, `context` (what is said before), `truth`, and
`plain`, the same sides in the plain notation, whose names may be others. A record that gets a verdict though
no reading that was tried is what `plain` says is misread without a word.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path
from typing import Any

from verify_derivations.answers import answer_record
from verify_derivations.check import decide
from verify_derivations.elaborate.notation.free_names import free_in
from verify_derivations.errors import VerifyDerivationsError
from verify_derivations.model import Claim, Status
from verify_derivations.read.records import read_readings
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols

SECONDS = 10.0
MOST_RENAMINGS = 120


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    folder = options.parse_args(arguments).folder
    for name, figures in (("reading.json", readings), ("traps.json", traps)):
        path = next((p for p in (folder / name, folder / "cases" / name) if p.is_file()), None)
        if path is not None:
            for line in figures(json.loads(path.read_text(encoding="utf-8"))):
                print(line)


def record_of(case: Mapping[str, Any]) -> dict[str, Any]:
    """The claim record of a case; what is said of a primed name is a fact, everything else a definition."""
    said = list(case.get("context") or [])
    facts = [text for text in said if "'" in text.partition("=")[0]]
    definitions = [text for text in said if text not in facts]
    return {
        "syntax": "latex",
        "lhs": case["lhs"],
        "rhs": case["rhs"],
        "let": definitions,
        "given": facts,
    }


def readings(cases: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Verdicts beside labels, and readings beside the plain notation."""
    verdicts, compared = Counter[str](), Counter[str]()
    told = []
    for case in cases:
        record = record_of(case)
        answer = answer_record(record, SECONDS)
        outcome = outcome_of(answer["status"], "proved" if case["truth"] else "refuted")
        reading = compared_with_plain(record, case.get("plain"))
        verdicts[outcome] += 1
        compared[reading] += 1
        if outcome != "as labelled" or reading == "differs":
            told.append(f"  {case['id']}: {answer['status']}, reading {reading}: {answer['reason'][:150]}")
    yield f"labelled equations: {len(cases)}, verdicts: " + counted(verdicts)
    yield "their readings beside the plain notation: " + counted(compared)
    yield f"misread without a word: {compared['differs']}"
    yield from told


def traps(cases: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Verdicts of the traps in LaTeX."""
    latex = [case for case in cases if case["kind"] == "latex"]
    answers = [(case, answer_record(record_of(case), SECONDS)) for case in latex]
    outcomes = Counter(outcome_of(answer["status"], case["expected"]) for case, answer in answers)
    yield f"traps in LaTeX: {len(latex)}, verdicts: " + counted(outcomes)
    for case, answer in answers:
        if answer["status"] != case["expected"]:
            yield f"  {case['id']}: expected {case['expected']}, {answer['status']}: {answer['reason'][:150]}"


def outcome_of(status: str, expected: str) -> str:
    """A verdict beside the expected one."""
    if status == expected:
        return "as labelled"
    return "opposite" if {status, expected} == {"proved", "refuted"} else "none"


def counted(counts: Counter[str]) -> str:
    """Counts in one line."""
    return ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))


# ---- the reading -------------------------------------------------------------------------------------------
def compared_with_plain(record: Mapping[str, Any], plain: Mapping[str, str] | None) -> str:
    """`same`, `differs`, which reading it is, or why it is not compared."""
    if plain is None:
        return "without a plain form"
    try:
        read = read_readings(dict(record))
    except VerifyDerivationsError:
        return "not read"
    try:
        sides = parse_plain(plain["lhs"]), parse_plain(plain["rhs"])
    except VerifyDerivationsError:
        return "not in the plain notation"
    if read.claim.context.arrays or read.claim.context.functions or unknown_functions(*sides):
        return "not in the plain notation"
    if _agrees(read.claim, sides):
        return "same"
    others = [other.claim for other in read.alternatives if other.claim is not None]
    return "another one that is tried" if any(_agrees(other, sides) for other in others) else "differs"


def _agrees(claim: Claim, sides: tuple[Term, Term]) -> bool:
    return any(_same(claim, sides, renamed) for renamed in _renamings(claim, sides))


def _same(claim: Claim, sides: tuple[Term, Term], names: Mapping[str, Term]) -> bool:
    for ours, theirs in zip((claim.lhs, claim.rhs), sides, strict=True):
        if ours is claim.rhs and claim.relation == "≈":
            continue  # the digits stand for an interval
        beside = replace(claim, lhs=ours, relation="=", rhs=substitute(theirs, names))
        if decide(beside, seconds=SECONDS).status is not Status.PROVED:
            return False
    return True


def _renamings(claim: Claim, sides: tuple[Term, Term]) -> Iterator[dict[str, Term]]:
    """Our names for theirs, those that look alike first."""
    ours = sorted(name for name in free_in(claim, claim.lhs) | free_in(claim, claim.rhs))
    theirs = free_symbols(*sides)
    for chosen in islice(
        sorted(permutations(ours, len(theirs)), key=lambda c: _distance(c, theirs)), MOST_RENAMINGS
    ):
        yield {theirs_name: Symbol(name) for theirs_name, name in zip(theirs, chosen, strict=True)}


def _distance(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, Sequence[str]]:
    return sum(_letters(a) != _letters(b) for a, b in zip(ours, theirs, strict=True)), ours


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())[:1]


if __name__ == "__main__":
    main()
