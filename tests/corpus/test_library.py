"""The library of derivations: everything in it is proved, and a wrong sign in any line of a chain is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flips import flips, is_true_line

from verify_derivations.check import check_documents, decide
from verify_derivations.model import Derivation, Kind, Status
from verify_derivations.read.python import read_python

LIBRARY = Path(__file__).parents[2] / "derivations" / "library"
FILES = sorted(LIBRARY.glob("*.py"))

SIGN_OF_NOTHING = {
    ("library.diffusion.v-prediction.4", 1): "cos sin - sin cos is 0",
    ("library.losses.squared-error-decomposition.4", 1): "deviations from the mean add up to 0",
}
"""The summands that are 0, whose sign nobody can see: (step, place in the sum)."""

NOWHERE_DEFINED = {
    ("library.activations.softplus-inverse.6", 1): "log(1 - exp(x) - 1)",
    ("library.calculus.inverse-functions.1", 0): "sqrt(-1 - sin(asin(t))^2)",
    ("library.calculus.inverse-functions.2", 0): "sqrt(-1 - t^2)",
    ("library.distributions.bernoulli-entropy.3", 0): "log((-1 - p)/p) for a probability p",
    ("library.information.gaussian-channel.1", 0): "log(-1 - rho^2)",
    ("library.numerics.log1mexp.1", 1): "log(-(exp(-u) + 1))",
    ("library.numerics.log1mexp.2", 0): "log(exp(-u)*(-exp(u) - 1))",
}
"""The flips that leave a line without a value at any point."""


@pytest.fixture(scope="module")
def derivations() -> list[Derivation]:
    return [d for path in FILES for d in read_python(str(path)).derivations]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_statement_is_proved_against_the_head_and_against_the_line_before(path: Path):
    report = check_documents([read_python(str(path))])
    assert report.all_diagnostics() == ()
    judged = [(r.step.id, v) for r in report.steps() for v in (r.verdict, r.local) if v is not None]
    assert judged
    assert [(name, v.reason) for name, v in judged if v.status is not Status.PROVED] == []
    assert {r.step.kind for r in report.steps()} <= {Kind.CLAIM, Kind.DEFINITION}


def test_a_derivation_is_found_under_the_name_of_its_file_and_names_its_source(derivations: list[Derivation]):
    assert len(derivations) >= 120
    assert len({d.id for d in derivations}) == len(derivations)
    for d in derivations:
        assert d.id.startswith(f"library.{Path(d.span.path).stem.replace('_', '-')}."), d.id
        assert d.title, d.id
        assert d.source is not None, d.id
        assert d.source.title, d.id


def test_a_wrong_sign_in_a_chain_is_refuted(derivations: list[Derivation]):
    steps = [s for d in derivations for s in d.steps if is_true_line(s)]
    found = {
        (s.id, place): decide(replace(s.claim, rhs=line)).status
        for s in steps
        if s.claim is not None
        for place, line in flips(s.claim.rhs)
    }
    assert len(found) > 500
    survived = {at: status for at, status in found.items() if status is not Status.REFUTED}
    assert survived == dict.fromkeys(SIGN_OF_NOTHING, Status.PROVED) | dict.fromkeys(
        NOWHERE_DEFINED, Status.VACUOUS
    )
