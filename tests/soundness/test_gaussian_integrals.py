"""Integrals of polynomials times exponentials of degree two: no verdict is wrong, many laws are proved."""

from __future__ import annotations

from random import Random

import gaussian_generate
import gaussian_trial
import pytest

SEED, COUNT, SECONDS = 1, 16, 2.0


@pytest.mark.parametrize("kind", ["true", "mutant"])
def test_no_verdict_is_wrong(kind: str) -> None:
    outcomes = [
        gaussian_trial.tried("both", gaussian_generate.case(SEED, k, kind), Random(k), SECONDS)
        for k in range(COUNT)
    ]
    assert [outcome.failure for outcome in outcomes if outcome.failure] == []
    expected = "proved" if kind == "true" else "refuted"
    assert sum(outcome.said == expected for outcome in outcomes) >= COUNT // 2
