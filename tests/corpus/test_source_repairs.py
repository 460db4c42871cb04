"""Nearly every wrong statement of the sources gets an edit that mends it, mostly the true correction."""

from __future__ import annotations

from verify_derivations.model import Report, Status, StepResult
from verify_derivations.render.summary import says, summarize_report

WITHOUT = {
    "000-13": "an order between two values of a logarithm; edits are tried of equations",
    "000-63": "the derivative of an output by a weight is said to be 0: no small edit of 0 gives it",
    "000-59": "a factor and the weights of the bias are missing: two errors, one of them three summands long",
    "003-46": "the same sentence in the other language",
    "004-08": "z of another layer: an array is not exchanged for another",
    "004-09": "the bias of another layer: the same",
    "004-35": "the wrong index stands at two places",
    "004-36": "the same",
    "004-38": "the same, at three places on two sides",
    "001-06": "printed digits; the verdict tells the rounded ones",
    "001-07": "the same",
    "001-08": "the same",
    "001-46": "two names that nothing connects",
    "003-13": "an order between two values of a logarithm",
    "004-03": "printed digits, of a number that is 0",
    "004-16": "two derivatives of a cost of which nothing is known",
    "004-27": "a limit that is taken at the wrong point",
}
"""Refuted statements for which no small edit is to be expected, and why."""

OTHERWISE = {
    "001-61": "the index of the derivative and that of the term differ; either may be put right",
    "004-11": "sigma(x) = 1/(1 + exp(-z)) has two names for one quantity; either may be put right",
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
