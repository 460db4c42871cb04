"""True lines made wrong by the table of edits are refuted and never proved; `make mutants` tries all."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutant_making import mutants, true_lines
from mutant_trial import EQUAL, MEANINGLESS, NOWHERE, PROVED, REFUTED, REPEATED, Line, outcome, work
from mutants import Score, lines_of, run, told

from verify_derivations.model import Claim, Kind, Step
from verify_derivations.pool import Done
from verify_derivations.read.python import read_python
from verify_derivations.repair.edits import EDITS
from verify_derivations.span import Span
from verify_derivations.term.notation.plain import parse_plain

DERIVATIONS = Path(__file__).parents[2] / "derivations"

LINES, EVERY = 40, 40
"""Here one line of so many is tried, of its mutants one of so many."""


FEWEST = 0.97
"""Of so few, some more may be left; a loaded machine also finishes fewer searches in time."""


def test_the_slips_that_are_put_into_the_derivations_are_refuted():
    documents = [read_python(str(path)) for path in sorted(DERIVATIONS.rglob("*.py"))]
    total = Score()
    words = list(told(run(lines_of(documents, every=EVERY)[::LINES], jobs=2), total))
    assert total.wrong > 200
    assert total.counts[REFUTED] >= FEWEST * total.wrong, "\n".join(words)
    assert (total.counts[PROVED], total.unfinished) == (0, 0), "\n".join(words)


def line(lhs: str, rhs: str) -> Step:
    return Step("line.1", Kind.CLAIM, Claim(parse_plain(lhs), "=", parse_plain(rhs)), Span("s.py", 1))


OUTCOMES = [
    ("x - y", "x - y", "a sign", "x + y", REFUTED),
    ("Abs(x - y)", "Abs(x - y)", "a difference the wrong way round", "Abs(y - x)", EQUAL),
    ("log(1 + x**2)", "log(1 + x**2)", "a sign", "log(-(1 + x**2))", NOWHERE),
    ("sqrt(x**2)", "Abs(x)", "a sign", "Abs(-x)", EQUAL),
    ("f(x)*0", "0*x", "an exponent", "0*x**2", EQUAL),
]


@pytest.mark.parametrize(("lhs", "rhs", "slip", "mutated", "what"), OUTCOMES)
def test_what_survives_is_told_apart(lhs, rhs, slip, mutated, what):
    made = [m for m in mutants(line(lhs, rhs)) if m.slip == slip and m.claim.rhs is parse_plain(mutated)]
    assert outcome(made[0])[0] == what


def everything(step: Step) -> Line:
    return Line(step, tuple(edit.name for edit in EDITS))


def test_the_score_counts_what_is_wrong_and_defined():
    total = Score()
    tried = work(everything(line("x - y", "x - y")), 60.0)
    total.add(Done(tried))
    left_out = sum(tried.counts[what] for what in (EQUAL, NOWHERE, MEANINGLESS, REPEATED))
    assert total.wrong == sum(tried.counts.values()) - left_out
    assert (tried.counts[REFUTED], total.is_enough) == (total.wrong, True)


def test_each_derivation_has_a_line_with_its_survivors():
    lines = [everything(line("x - y", "x - y")), everything(line("x*y", "y*x"))]
    total = Score()
    (words, *_) = told(run(lines, jobs=1), total)
    assert words.startswith("line: ")
    assert total.statements == 2


def test_a_part_of_the_mutants_is_evenly_spread():
    step = line("x - y", "x - y")
    every = list(everything(step).mutants())
    parts = [list(Line(step, everything(step).edits, 3, first).mutants()) for first in range(3)]
    assert sum(len(part) for part in parts) == len(every) > 30
    assert parts[1] == every[1::3]


def test_the_lines_are_those_that_are_to_be_proved():
    document = read_python(str(DERIVATIONS / "document_002.py"))
    assert {str(step.expect) for step in true_lines([document])} <= {"None", "proved"}
