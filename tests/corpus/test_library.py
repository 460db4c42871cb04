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
    ("library.backpropagation.error-of-layer-before.2", 1): "the derivative of a constant is 0",
    ("library.diffusion.v-prediction.4", 1): "cos sin - sin cos is 0",
    ("library.fisher-information.categorical.2", 1): "what p(i) is multiplied by adds up to 0",
    ("library.fisher-information.exponential-family-score.3", 0): "the derivative of a constant is 0",
    ("library.fisher-information.gaussian-mean.3", 0): "the derivative of a constant is 0",
    ("library.kalman-matrices.joseph-form.3", 1): "(1 - K H) P H^T - K R is 0 for this gain",
    ("library.kalman-matrices.joseph-form.4", 1): "P H^T - K S is 0 for this gain",
    ("library.linear-models.logistic.8", 1): "the derivative of a constant is 0",
    ("library.linear-models.partialling-out.3", 0): "M X is 0",
    ("library.linear-models.pythagoras.2", 1): "the normal equations say that it is 0",
    ("library.losses.squared-error-decomposition.4", 1): "deviations from the mean add up to 0",
    ("library.matrix-calculus.squared-residual.1", 2): "the derivative of a constant is 0",
    ("library.normalization.mean-and-variance.6", 1): "deviations from the mean add up to 0",
    ("library.pca.reconstruction-error.1", 1): "|X|^2 - |X P|^2 is also the product of X + X P and X - X P",
    ("library.softmax.cross-entropy-hessian.3", 1): "the derivative of a constant is 0",
    ("library.softmax.kl-gradient.2", 0): "the derivative of a constant is 0",
}
"""The summands whose sign nobody can see, nearly all because they are 0: (step, place in the sum)."""

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
    assert len(derivations) >= 384
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
    assert len(found) > 1500
    survived = {at: status for at, status in found.items() if status is not Status.REFUTED}
    assert survived == dict.fromkeys(SIGN_OF_NOTHING, Status.PROVED) | dict.fromkeys(
        NOWHERE_DEFINED, Status.VACUOUS
    )
