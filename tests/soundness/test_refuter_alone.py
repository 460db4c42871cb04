"""The refuters refute nothing that is true, and name no point at which the sides agree."""

from __future__ import annotations


def test_a_true_statement_is_not_refuted(failures):
    assert failures("refuter alone", "true", 300) == []


def test_a_witness_is_a_point_at_which_the_sides_differ(failures):
    assert failures("refuter alone", "forced", 300) == []
