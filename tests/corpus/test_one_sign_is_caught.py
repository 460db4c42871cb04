"""One wrong sign in a chain is refuted at the very line it stands in, and nothing above that line changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flips import flips, is_true_line

from verify_derivations.check import check_documents
from verify_derivations.model import Derivation, Document, Status
from verify_derivations.read.python import read_python
from verify_derivations.results import Report, StepResult
from verify_derivations.term.syntax.nodes import Term

DERIVATIONS = Path(__file__).parents[2] / "derivations"

VANISHING = {
    ("001-sigmoid.5", 0): "v times the derivative of the constant u",
    ("001-binary-loss-slope.3", 1): "the derivative of the constant t",
    ("001-binary-loss-slope.4", 1): "a product with 0",
    ("001-binary-loss-slope.6", 1): "the derivative of the constant 1 - t",
    ("001-binary-loss-slope.7", 1): "a product with 0",
    ("002-loss-if-0.3", 1): "the label y, which is 0",
    ("004-output-layer.14", 1): "the derivative of the bias by a weight",
}
"""The summands that are 0, whose sign nobody can see: (step, place in the sum)."""

NOWHERE_DEFINED = {
    ("002-loss-if-0.4", 0): "log(-1 - yhat) for yhat between 0 and 1",
}
"""The flips that leave a line without a value: there is no point at which it fails, and it is not proved."""


def verdicts_to_expect(step: str, place: int) -> tuple[Status, ...]:
    """What a line with that sign flipped may be."""
    if (step, place) in VANISHING:
        return (Status.PROVED,)
    if (step, place) in NOWHERE_DEFINED:
        return (Status.VACUOUS, Status.UNDECIDED)
    return (Status.REFUTED,)


def with_line(derivation: Derivation, index: int, line: Term) -> Derivation:
    """The derivation up to the step at `index`, which now says `line`."""
    step = derivation.steps[index]
    changed = replace(
        step,
        claim=step.claim and replace(step.claim, rhs=line),
        local=step.local and replace(step.local, rhs=line),
    )
    return replace(derivation, steps=(*derivation.steps[:index], changed))


def mutants() -> Iterator[object]:
    for path in sorted(DERIVATIONS.glob("document_*.py")):
        for derivation in read_python(str(path)).derivations:
            for index, step in enumerate(derivation.steps):
                if step.claim is not None and is_true_line(step):
                    for place, line in flips(step.claim.rhs):
                        yield pytest.param(derivation, index, place, line, id=f"{step.id}-sign-{place}")


def verdicts(results: tuple[StepResult, ...]) -> list[tuple[str, Status | None]]:
    return [(r.step.id, r.status) for r in results]


@pytest.mark.parametrize(("derivation", "index", "place", "line"), list(mutants()))
def test_flipped_sign_is_refuted_where_it_stands(
    report: Report, derivation: Derivation, index: int, place: int, line: Term
):
    mutated = with_line(derivation, index, line)
    checked = check_documents([Document("mutant", "", (mutated,))])
    (result,) = checked.documents[0].derivations
    *before, last = result.steps

    expected = verdicts_to_expect(last.step.id, place)
    assert last.status in expected, last.verdict
    if last.local is not None and result.steps[index - 1].status is Status.PROVED:
        assert last.local.status in expected, last.local

    (printed,) = (d for doc in report.documents for d in doc.derivations if d.derivation.id == derivation.id)
    assert verdicts(tuple(before)) == verdicts(printed.steps[:index])
