"""The words of docs/annotations.md that say what a formula is: each makes of it what the table says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verify_derivations.elaborate.prose.cues import Cue, cue_of, last_clause

ROOT = Path(__file__).parents[2]

KINDS = {
    "a condition: it is counted, and not checked": Cue.CONDITION,
    "a definition, or a declaration": Cue.DEFINE,
    "an assumption": Cue.ASSUME,
    "a claim that is made beside another one": Cue.FACT,
    "a condition on what is claimed near it": Cue.RESTRICT,
    "a claim": Cue.CLAIM,
}


def rows() -> list[tuple[str, Cue]]:
    """The words of the table, each with what it makes of a formula."""
    table = (
        (ROOT / "docs/annotations.md")
        .read_text(encoding="utf-8")
        .partition("what they make of the formula")[2]
    )
    found = []
    for line in table.partition("\n\n")[0].splitlines():
        words, _, kind = line.strip("| ").partition(" | ")
        if kind in KINDS:
            chinese = [w.strip() for w in re.sub(r'"[^"]*"', "", words).split(",") if w.strip()]
            found += [(word, KINDS[kind]) for word in (*re.findall(r'"([^"]*)"', words), *chinese)]
    return found


def test_all_kinds_are_told() -> None:
    assert {kind for _, kind in rows()} == set(KINDS.values())


@pytest.mark.parametrize(("word", "kind"), rows())
def test_a_word_makes_of_a_formula_what_is_told(word: str, kind: Cue) -> None:
    assert cue_of(f"{word} ") is kind


def test_the_last_word_counts() -> None:
    assert cue_of("so we want ") is Cue.CONDITION
    assert cue_of(last_clause("It is so. Find w s.t. ")) is Cue.CONDITION
