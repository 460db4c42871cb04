"""Integrals at points at which a symbol is a complex number: enclosures that hold the value."""

from __future__ import annotations

import pytest
from flint import acb

from verify_derivations.answers import answer_record
from verify_derivations.term.evaluation.balls import Evaluation
from verify_derivations.term.notation.plain import parse_plain

VALUES = [
    # an integral, what it is at z = 4i
    ("Integral(Abs(z + t)**2, (t, -1, 1))", acb(2) / 3 + 32),
    ("Integral(sign(z + t)*conjugate(sign(z + t)), (t, -1, 1))", acb(2)),
    ("Integral(re(z + t)**2, (t, -1, 1))", acb(2) / 3),
    ("Integral(conjugate(z + t)*(z + t), (t, -1, 1))", acb(2) / 3 + 32),
    ("Integral(z*sqrt((z*t + z)**2), (t, 0, 1))", acb(-24)),
    ("Integral(z*(z + t), (t, -1, 1))", acb(-32)),
]


@pytest.mark.parametrize(("term", "value"), VALUES)
def test_the_enclosure_holds_the_value(term, value):
    assert Evaluation({"z": acb(0, 4)}).value(parse_plain(term)).overlaps(value)


CLAIMS = [
    # a claim about a complex z, what is never said of it
    ("Integral(Abs(z + t)**2, (t, -1, 1))", "2/3 + 2*Abs(z)**2", "refuted"),
    ("Integral(conjugate(z + t)*(z + t), (t, -1, 1))", "2/3 + 2*Abs(z)**2", "refuted"),
    ("Integral(z*sqrt((z*t)**2), (t, -1, 1))", "z*sqrt(z**2)", "refuted"),
    ("Integral(Abs(z + t)**2, (t, -1, 1))", "2/3 + 3*Abs(z)**2", "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "status"), CLAIMS)
def test_what_is_not_said_of_them(lhs, rhs, status):
    record = {"lhs": lhs, "rhs": rhs, "symbols": {"z": {"domain": "complex"}}}
    assert answer_record(record, 2)["status"] != status


def test_inner_ways_to_complex_ends_are_left_as_they_are():
    record = {
        "lhs": "Integral(Integral(Abs(s - t), (s, 0, z)), (t, 0, 1))",
        "rhs": "z",
        "symbols": {"z": {"domain": "complex"}},
    }
    assert "bug" not in answer_record(record, 2)["reason"]
