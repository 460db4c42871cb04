"""Every statement of the five source documents gets the verdict that reading it by hand gave.

The tables here and in `inventory` were filled in by hand, and number the statements of each document.
They know nothing of `expect=` in the derivations, so both must agree with the software.
"""

from __future__ import annotations

import json

import pytest
from inventory import INVENTORY, OTHERWISE, figures, joined, outcomes, summary, table

from verify_derivations.model import Kind, Status
from verify_derivations.render.json import render_json
from verify_derivations.results import Origin, Report, StepResult

EXPECTED = {**INVENTORY, **{ref: verdict for ref, (verdict, _) in OTHERWISE.items()}}

BEYOND_REACH: dict[str, str] = {}
"""Statements that hold and that the software cannot prove yet; they must not get any other verdict."""

# Within its chain a line follows from the line before it, or not.
FOLLOWS = table(
    [
        ("proved", "000", "22-25 69-71 79"),
        ("proved", "001", "10 12 15 16 37 38 40 41 65 76-78 82 84"),
        ("proved", "002", "38-40 43 44"),
        ("proved", "004", "15 18 19 23 24 33 34 36"),
        ("refuted", "000", "78"),
        ("refuted", "001", "11 17-19 43"),
    ]
)

ORIGIN = table(
    [
        ("introduced here", "000", "78"),
        ("introduced here", "001", "11 17 18 43"),
        ("introduced here", "002", "37"),
        ("introduced here", "004", "35"),
        ("inherited", "000", "79"),
        ("inherited", "001", "12"),
        ("inherited", "002", "38-40"),
        ("inherited", "004", "36"),
        ("repaired here", "001", "19"),
    ]
)


def outcome(result: StepResult) -> str:
    """The verdict, or the kind of what is no claim."""
    return str(result.step.kind) if result.verdict is None else str(result.verdict.status)


def stated(report: Report, ref: str) -> list[StepResult]:
    """The statement as printed, which may take several claims; the corrected forms are left out."""
    return [r for r in report.steps() if r.step.ref == ref and r.step.corrects is None]


def test_every_statement_is_in_the_table_and_in_the_derivations(report: Report):
    assert {r.step.ref for r in report.steps() if r.step.ref} == set(EXPECTED)


def test_the_inventory_is_of_324_statements():
    assert len(INVENTORY) == 324
    assert set(OTHERWISE) <= set(INVENTORY)


def test_the_report_as_json_is_counted_as_the_report_is(report: Report):
    found = outcomes(json.loads(render_json(report)))
    assert found == {ref: joined(map(outcome, stated(report, ref))) for ref in EXPECTED}
    assert figures(found) == {
        "proved": (162, 162),
        "refuted": (37, 38),
        "definition": (40, 40),
        "not understood": (78, 78),
        "no claim": (6, 6),
    }


def test_what_differs_is_told_with_the_reason():
    wrong = {**EXPECTED, "001-04": "undecided"}
    told = summary(wrong)
    assert "  001-04 is undecided, not proved" in told.splitlines()
    assert "000-64 is ill-formed, not refuted: a number is said to be a vector" in told
    assert figures(wrong)["proved"] == (161, 162)
    assert joined(["proved", "undecided"]) == "mixed"


def test_the_derivations_are_read_without_a_complaint(report: Report):
    assert report.all_diagnostics() == ()


@pytest.mark.parametrize(("ref", "verdict"), sorted(EXPECTED.items()))
def test_statement_gets_its_verdict(report: Report, ref: str, verdict: str):
    results = stated(report, ref)
    assert results
    for result in results:
        if ref in BEYOND_REACH:
            assert result.status in (Status.UNDECIDED, Status.NOT_UNDERSTOOD)
        else:
            assert outcome(result) == verdict, result.verdict and result.verdict.reason


@pytest.mark.parametrize(("ref", "verdict"), sorted(FOLLOWS.items()))
def test_line_of_a_chain_follows_from_the_line_before_it(report: Report, ref: str, verdict: str):
    (result,) = stated(report, ref)
    assert result.local is not None
    assert str(result.local.status) == verdict, result.local.reason


def test_errors_of_a_chain_are_traced_to_their_origin(report: Report):
    found = {r.step.ref: str(r.origin) for r in report.steps() if r.origin and r.step.ref}
    assert {ref: found.get(ref) for ref in ORIGIN} == ORIGIN
    known_to_be_unreadable = {"000-68", "000-77"}
    assert set(found) - set(ORIGIN) <= known_to_be_unreadable


def test_every_correction_is_proved(report: Report):
    corrections = [r for r in report.steps() if r.step.corrects]
    assert len(corrections) > 20
    assert [(r.step.id, outcome(r)) for r in corrections if r.status is not Status.PROVED] == []


def test_every_refuted_or_unreadable_line_of_a_chain_is_corrected(report: Report):
    corrected = {r.step.corrects for r in report.steps()}
    wrong = {r.step.id for r in report.steps() if r.step.chain and r.step.expect not in (None, Status.PROVED)}
    assert wrong <= corrected


def test_claims_without_a_number_are_proved(report: Report):
    lone = [r for r in report.steps() if r.step.kind is Kind.CLAIM and r.step.ref is None]
    assert [(r.step.id, outcome(r)) for r in lone if r.status is not Status.PROVED] == []


def test_the_run_is_as_the_derivations_expect(report: Report):
    assert {r.step.ref for r in report.steps() if not r.as_expected} == set(BEYOND_REACH)


def test_a_refutation_names_a_point_where_both_sides_have_a_value(report: Report):
    refuted = [r for r in report.steps() if r.status is Status.REFUTED]
    assert refuted
    for result in refuted:
        assert result.verdict is not None
        assert result.verdict.witness is not None
        assert result.verdict.witness.lhs.decimal != result.verdict.witness.rhs.decimal
    assert Origin.REPAIRED in {r.origin for r in report.steps()}
