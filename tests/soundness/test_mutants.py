"""True lines made wrong by the table of edits are refuted and never proved; `make mutants` tries all."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutants import (
    ENOUGH,
    EQUAL,
    NOWHERE,
    PROVED,
    REFUTED,
    UNDECIDED,
    mutants,
    score,
    told,
    tried,
    true_lines,
)

from verify_derivations.model import Claim, Document, Kind, Step
from verify_derivations.read.python import read_python
from verify_derivations.repair.edits import EDITS
from verify_derivations.span import Span
from verify_derivations.term.plain import parse_plain

DERIVATIONS = Path(__file__).parents[2] / "derivations"

PRINTED_WRONGLY = tuple(edit for edit in EDITS if edit.cost == 1)
EVERY = 16
"""Here one mutant of so many is tried."""


def documents() -> list[Document]:
    return [read_python(str(path)) for path in sorted(DERIVATIONS.glob("*.py"))]


def test_the_slips_that_are_put_into_the_derivations_are_refuted():
    made = [m for line in true_lines(documents()) for m in mutants(line, PRINTED_WRONGLY)]
    outcomes = tried(made[::EVERY], jobs=2)
    refuted, wrong = score(outcomes)
    assert wrong > 500
    assert refuted >= ENOUGH * wrong, "\n".join(told(outcomes))
    assert [str(o.mutant) for o in outcomes if o.what == PROVED] == []


def line(lhs: str, rhs: str) -> Step:
    return Step("line", Kind.CLAIM, Claim(parse_plain(lhs), "=", parse_plain(rhs)), Span("s.py", 1))


OUTCOMES = [
    ("x - y", "x - y", "a sign", "x + y", REFUTED),
    ("x*y*0", "0*(x - y)", "a sign", "0*(x + y)", EQUAL),
    ("Abs(x - y)", "Abs(x - y)", "a difference the wrong way round", "Abs(y - x)", EQUAL),
    ("log(1 + x**2)", "log(1 + x**2)", "a sign", "log(-(1 + x**2))", NOWHERE),
]


@pytest.mark.parametrize(("lhs", "rhs", "slip", "mutated", "what"), OUTCOMES)
def test_what_survives_is_told_apart(lhs, rhs, slip, mutated, what):
    made = [m for m in mutants(line(lhs, rhs)) if m.slip == slip and m.claim.rhs is parse_plain(mutated)]
    (outcome,) = tried(made[:1], jobs=1)
    assert outcome.what == what, outcome.why
    assert line(lhs, rhs).id in "\n".join(told([outcome]))


def test_the_score_counts_what_is_wrong_and_defined():
    made = list(mutants(line("x - y", "x - y")))
    outcomes = tried(made, jobs=1)
    refuted, wrong = score(outcomes)
    left_out = sum(1 for o in outcomes if o.what not in (REFUTED, PROVED, UNDECIDED))
    assert wrong == len(made) - left_out
    assert refuted == wrong
