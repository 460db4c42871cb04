"""Nearly every wrong statement of the sources gets an edit that mends it, mostly the true correction."""

from __future__ import annotations

from verify_derivations.model import Status
from verify_derivations.render.summary import says, summarize_report
from verify_derivations.results import Report, StepResult

WITHOUT = {
    "000-63": "the derivative of an output by a weight is said to be 0: no small edit of 0 gives it",
    "001-46": "two names that nothing connects",
}
"""Refuted statements for which no small edit is to be expected, and why."""

OTHERWISE = {
    "001-61": "the index of the derivative and that of the term differ; either may be put right",
    "004-11": "sigma(x) = 1/(1 + exp(-z)) has two names for one quantity; either may be put right",
    "000-13": "log x_1 > log x_2: the relation is turned round; the correction puts a sign on both sides",
    "003-13": "the same",
    "000-59": "the sums start one later, and the factor stands before them; the correction subtracts",
    "003-46": "the same sentence in the other language",
    "004-09": "the derivation has numbers in the place of the indices, the correction has letters",
    "004-27": "the slope vanishes at both infinities; one of two corrections names the other one",
    "002-49": "of dw/dz = x either the side left of = may be put right, or the one right of it: 1/x",
}
"""Statements whose repair is another one than the correction in the derivations, and why that is as good."""


def refuted(report: Report) -> list[StepResult]:
    return [r for r in report.steps() if r.status is Status.REFUTED and r.step.corrects is None]


def test_nearly_every_refuted_statement_has_a_repair(report: Report):
    assert {r.step.ref for r in refuted(report) if r.repair is None} == set(WITHOUT)


def test_a_repair_is_what_the_derivations_hold_as_the_corrected_line(report: Report):
    corrections = {r.step.corrects: r.step.claim for r in report.steps() if r.step.corrects}
    others = {
        r.step.ref for r in refuted(report) if r.repair and not says(r.repair, corrections.get(r.step.id))
    }
    assert others == set(OTHERWISE)


def test_the_counts_are_part_of_the_report(report: Report):
    summary = summarize_report(report)
    total = len(refuted(report))
    assert summary.repaired == total - sum(1 for r in refuted(report) if r.step.ref in WITHOUT)
    assert summary.as_corrected == summary.repaired - len(OTHERWISE)
    assert summary.repairs == (
        f"{summary.repaired} of {total} refuted statements would hold after one small edit, "
        f"{summary.as_corrected} of them as corrected"
    )
