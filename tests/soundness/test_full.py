"""Verdicts, with all searchers at work: none is wrong, whatever the claim."""

from __future__ import annotations

import pytest

KINDS = ["true", "forced", "mutant", "sums"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_verdict_is_wrong(failures, kind):
    assert failures("both", kind, 150) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_raised_and_the_kernel_takes_what_the_searchers_find(defects, kind):
    assert defects("both", kind, 150) == []
