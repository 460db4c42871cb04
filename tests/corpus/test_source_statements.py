"""Every statement of the five source documents gets the verdict that reading it by hand gave.

The tables below were filled in by hand, statement by statement; the numbers are those of the documents'
inventories. They know nothing of `expect=` in the derivations, so both must agree with the software.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from verify_derivations.model import Kind, Origin, Report, Status, StepResult


def numbered(document: str, numbers: str) -> list[str]:
    """The statements of one document: `numbered("000", "03 21-25")`."""
    found = []
    for part in numbers.split():
        first, _, last = part.partition("-")
        found += [f"{document}-{n:02}" for n in range(int(first), int(last or first) + 1)]
    return found


def table(rows: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """What each statement is to be, from rows (verdict, document, numbers)."""
    return {ref: verdict for verdict, document, numbers in rows for ref in numbered(document, numbers)}


EXPECTED = table(
    [
        ("proved", "000", "03 04 08 09 21-25 30 62 67 69-73 80"),
        ("proved", "001", "09 10 13-16 19 20 29 34-42 58 62 63 72 73"),
        ("proved", "002", "03 07 24 25 27 28 30-32 36 41-44 52 53"),
        ("proved", "003", "04 09 27"),
        ("proved", "004", "29"),
        ("refuted", "000", "34 63 78 79"),
        ("refuted", "001", "11 12 17 18 43"),
        ("refuted", "002", "13 35 37-40"),
        ("refuted", "003", "31"),
        ("refuted", "004", "11 37"),
        ("definition", "000", "02 28 41 51 56 61 75 81"),
        ("definition", "001", "01"),
        ("definition", "002", "01 14 16 17 19 23 33 34 45"),
        # no meaning as printed: an open bracket, a name that stands for nothing, a vector for a number
        ("ill-formed", "000", "65 68 77"),
        ("ill-formed", "001", "33"),
        # two meanings, or a formula that was an image
        ("not understood", "000", "31"),
        ("not understood", "002", "22 26"),
        ("not understood", "003", "02 03 08 22 25 28 44 51-53 56"),
        ("not understood", "004", "30"),
    ]
)

BEYOND_REACH: dict[str, str] = {}
"""Statements that hold and that the software cannot prove yet; they must not get any other verdict."""

# Within its chain a line follows from the line before it, or not.
FOLLOWS = table(
    [
        ("proved", "000", "22-25 69-71 79"),
        ("proved", "001", "10 12 15 16 37 38 40 41"),
        ("proved", "002", "38-40 43 44"),
        ("refuted", "000", "78"),
        ("refuted", "001", "11 17-19 43"),
    ]
)

ORIGIN = table(
    [
        ("introduced here", "000", "78"),
        ("introduced here", "001", "11 17 18 43"),
        ("introduced here", "002", "37"),
        ("inherited", "000", "79"),
        ("inherited", "001", "12"),
        ("inherited", "002", "38-40"),
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
