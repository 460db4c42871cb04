"""Claims that fail only next to, or at, the edge of what is assumed."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

EDGES = [
    # a claim, where its symbols live, what is assumed, the point that refutes it (none: it is proved)
    ("2**n", ">", "n**2", {"n": "posint"}, "n >= 4", {"n": "4"}),
    ("2**n", ">=", "n**2", {"n": "posint"}, "n >= 4", None),
    ("factorial(n)", ">", "n", {"n": "posint"}, "n >= 2", {"n": "2"}),
    ("Abs(3 - a)", "=", "3 - a", {}, "a <= pi", {"a": "25/8"}),
    ("Abs(a - 3)", "=", "a - 3", {}, "a >= pi", None),
    ("x**2", ">=", "10", {}, "x >= pi", {"x": "22/7"}),
]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "symbols", "given", "point"), EDGES)
def test_the_edge_is_looked_at(lhs, relation, rhs, symbols, given, point):
    record = {"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": symbols, "given": [given]}
    verdict = decide(read_record(record), seconds=10)
    assert verdict.status == ("proved" if point is None else "refuted")
    if point is not None:
        assert verdict.witness is not None
        assert dict(verdict.witness.point) == point
