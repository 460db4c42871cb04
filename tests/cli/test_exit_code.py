"""Which steps fail a run: the rule by itself, on reports made by hand."""

from __future__ import annotations

import pytest

from verify_derivations.cli import exit_code, fails
from verify_derivations.config import FAILING, Config
from verify_derivations.errors import Diagnostic
from verify_derivations.model import Derivation, Document, Kind, Status, Step, Verdict
from verify_derivations.results import DerivationResult, DocumentResult, Report, StepResult
from verify_derivations.span import Span

HERE = Span("claims.py", 1)
ALL = tuple(FAILING.values())


def result(status: Status | None, expect: Status | None = None) -> StepResult:
    step = Step("s.1", Kind.CLAIM, None, HERE, expect=expect)
    return StepResult(step, None if status is None else Verdict(status, "by hand"))


def report(*steps: StepResult, diagnostics: tuple[Diagnostic, ...] = ()) -> Report:
    derivation = Derivation("s", "By hand", HERE, steps=tuple(step.step for step in steps))
    document = Document("claims.py", "By hand", (derivation,), diagnostics)
    return Report((DocumentResult(document, (DerivationResult(derivation, steps),)),))


@pytest.mark.parametrize(
    ("status", "expect", "fail_on", "fatal"),
    [
        (Status.UNDECIDED, None, ALL, True),
        (Status.UNDECIDED, None, (Status.REFUTED,), False),
        (Status.NOT_UNDERSTOOD, None, (Status.NOT_UNDERSTOOD,), True),
        (Status.NOT_UNDERSTOOD, Status.NOT_UNDERSTOOD, ALL, False),
        (Status.ILL_FORMED, Status.ILL_FORMED, ALL, False),
        # a known error that is not found is a failure of ours or a correction of theirs: always told
        (Status.UNDECIDED, Status.REFUTED, (Status.REFUTED,), True),
        (Status.UNDECIDED, Status.REFUTED, (), True),
        # to say that a step should be proved is no more than the default
        (Status.UNDECIDED, Status.PROVED, (Status.REFUTED,), False),
        (None, None, ALL, False),
    ],
)
def test_a_step_fails_the_run_if_it_is_unexpected_and_listed(
    status: Status | None, expect: Status | None, fail_on: tuple[Status, ...], fatal: bool
) -> None:
    assert fails(result(status, expect), fail_on) is fatal


def test_broken_input_outranks_an_unexpected_step() -> None:
    broken = (Diagnostic("VD201", "ValueError: no", HERE),)
    assert exit_code(report(), Config()) == 0
    assert exit_code(report(result(Status.UNDECIDED)), Config()) == 1
    assert exit_code(report(diagnostics=broken), Config()) == 2
    assert exit_code(report(result(Status.UNDECIDED), diagnostics=broken), Config()) == 2


def test_exit_zero_forgives_steps_but_not_broken_input() -> None:
    forgiving = Config(exit_zero=True)
    broken = (Diagnostic("VD001", "there is no such file or folder", HERE),)
    assert exit_code(report(result(Status.UNDECIDED, Status.REFUTED)), forgiving) == 0
    assert exit_code(report(diagnostics=broken), forgiving) == 2
