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
        ("proved", "000", "03 04 08 09 21-25 30 42-45 49 50 54 58 60 62 67 69-74 76 80 83 84"),
        ("proved", "001", "09 10 13-16 19 20 29 34-42 51 54 57-59 62-66 72 73 75-78 82-84"),
        ("proved", "002", "03 07 24 25 27 28 30-32 36 41-44 46 50-53"),
        ("proved", "003", "04 09 27 37 39 41 42 47 57 59 60"),
        ("proved", "004", "07 10 15 17-19 22-24 26 29 31-34 39"),
        ("refuted", "000", "34 59 63 78 79"),
        ("refuted", "001", "11 12 17 18 43 61"),
        ("refuted", "002", "13 35 37-40"),
        ("refuted", "003", "31 46"),
        ("refuted", "004", "08 09 11 35-38"),
        ("definition", "000", "02 27 28 40 41 46 51 52 56 61 75 81"),
        ("definition", "001", "01 23 32 50 52 53 74"),
        ("definition", "002", "01 11 14-17 19 23 33 34 45"),
        ("definition", "004", "12 13 21"),
        ("declared", "000", "38 39"),
        ("declared", "001", "44 45 47"),
        ("no claim", "001", "56"),
        ("update rule", "004", "20"),
        # no meaning as printed: an open bracket, a name that stands for nothing, a vector for a number,
        # shapes that do not fit, an index that is bound nowhere
        ("ill-formed", "000", "47 57 64 65 68 77 82"),
        ("ill-formed", "001", "33 48 60 67 70 71 79-81 85 86"),
        ("ill-formed", "004", "14"),
        # two meanings, or a formula that was an image
        ("not understood", "000", "31 37 48"),
        ("not understood", "001", "68"),
        ("not understood", "002", "12 18 21 22 26 48"),
        ("not understood", "003", "02 03 08 22 24 25 28 34-36 38 40 44 45 49-56 58"),
        ("not understood", "004", "25 30"),
    ]
)

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
