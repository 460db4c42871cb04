"""A report is the same for any number of workers, and no claim of a document can overrun its budget."""

from __future__ import annotations

import pytest

from verify_derivations import check
from verify_derivations.check import check_derivation, check_documents
from verify_derivations.model import Claim, Derivation, Document, Kind, Status, Step
from verify_derivations.span import Span
from verify_derivations.term.notation.plain import parse_plain

CLAIMS = [
    ("(a + b)**2", "a**2 + 2*a*b + b**2"),
    ("(a + b)**2", "a**2 + b**2"),
    ("log(x*y)", "log(x) + log(y)"),
    ("diff(sigmoid(z), z)", "sigmoid(z)*(1 - sigmoid(z))"),
    ("sin(x)**2", "1 - cos(x)**2"),
]


def document(*claims: tuple[str, str]) -> Document:
    span = Span("claims.py", 1)
    steps = tuple(
        Step(f"s{k}", Kind.CLAIM, Claim(parse_plain(lhs), "=", parse_plain(rhs)), span)
        for k, (lhs, rhs) in enumerate(claims)
    )
    return Document("claims.py", "", (Derivation("d", "", span, steps=steps),))


def test_the_report_does_not_depend_on_the_number_of_workers() -> None:
    documents = [document(*CLAIMS), document(*reversed(CLAIMS))]
    one, two = check_documents(documents), check_documents(documents, jobs=2)
    assert one == two
    here = tuple(check_derivation(d) for document in documents for d in document.derivations)
    assert tuple(d for result in one.documents for d in result.derivations) == here


def test_a_claim_that_overruns_is_undecided_and_the_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "BUDGET_SECONDS", 0.3)
    endless = "+".join(f"x{k}" for k in range(60_000))
    report = check_documents([document(CLAIMS[0], (endless, "0"), CLAIMS[1])])
    first, second, third = (step.verdict for step in report.steps())
    assert first is not None
    assert first.status is Status.PROVED
    assert second is not None
    assert (second.status, second.reason) == (Status.UNDECIDED, "budget (0.3 s)")
    assert third is not None
    assert third.status is Status.REFUTED
