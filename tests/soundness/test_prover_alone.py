"""With nobody looking for counterexamples, the provers and the kernel's rules prove nothing that is false."""

from __future__ import annotations


def test_a_rewriting_that_is_right_only_sometimes_is_proved_only_where_it_is(failures):
    assert failures("prover alone", "forced", 200) == []


def test_a_true_statement_with_a_small_mistake_is_not_proved(failures):
    assert failures("prover alone", "mutant", 150) == []


def test_a_forged_argument_is_accepted_only_for_what_is_true(failures):
    assert failures("forger", "forced", 60) == []


def test_a_closed_form_is_proved_only_where_it_holds(failures):
    assert failures("prover alone", "sums", 100) == []
