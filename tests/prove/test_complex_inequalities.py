"""Inequalities between real numbers made of complex ones: absolute values, real and imaginary parts."""

from __future__ import annotations

import pytest

from verify_derivations.answers import verdict_of_record

COMPLEX = {"z": "complex", "w": "complex"}

ROWS = [
    # a claim about complex z and w, what is said of it
    ("abs(z)", ">=", "0", "proved"),
    ("abs(z)", ">", "0", "refuted"),
    ("abs(z) + 1", ">", "0", "proved"),
    ("re(z)", "<=", "abs(z)", "proved"),
    ("-im(z)", "<=", "abs(z)", "proved"),
    ("re(z)", "<", "abs(z)", "refuted"),
    ("abs(z + w)", "<=", "abs(z) + abs(w)", "proved"),
    ("abs(z - w)", "<=", "abs(z) + abs(w)", "proved"),
    ("abs(z - w)", ">=", "abs(w) - abs(z)", "proved"),
    ("abs(z + w)", ">=", "abs(z) + abs(w)", "refuted"),
    ("abs(z + w)", "<", "abs(z) + abs(w)", "refuted"),
    ("abs(z*w + 1)", "<=", "1 + abs(z)*abs(w)", "proved"),
    ("abs(2*z - 3*w)", "<=", "2*abs(z) + 3*abs(w)", "proved"),
    ("abs(2*z - 3*w)", "<=", "2*abs(z) + 2*abs(w)", "refuted"),
]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "status"), ROWS)
def test_an_inequality_between_real_numbers_made_of_complex_ones(lhs, relation, rhs, status):
    record = {"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": COMPLEX}
    assert verdict_of_record(record, 10.0).status == status


MAY_BE_COMPLEX = [
    ("z", ">", "0"),
    ("z**2", ">=", "0"),
    ("sqrt(abs(z) - 1)", ">=", "0"),
    ("log(abs(z))", "<=", "abs(z)"),
    ("abs(z) + I*z", ">=", "0"),
    ("exp(z)", ">", "0"),
    ("conjugate(z)*z", ">=", "0"),  # it is real, but not by how it is written
]


@pytest.mark.parametrize(("lhs", "relation", "rhs"), MAY_BE_COMPLEX)
def test_a_side_that_may_be_complex_has_no_order(lhs, relation, rhs):
    verdict = verdict_of_record({"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": COMPLEX}, 10.0)
    assert verdict.status == "not understood"
    assert "a side may be complex" in verdict.reason
