"""Inequalities between logarithms, and between whole numbers where real ones show them."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

ROWS = [
    # a claim, where its symbols live, what is said of it
    ("log(x + 1) - log(x)", ">=", "1/(x + 1)", {"x": "positive"}, "proved"),
    ("log(x + 1) - log(x)", "<=", "1/x", {"x": "positive"}, "proved"),
    ("log(x + 1) - log(x)", ">=", "1/x", {"x": "positive"}, "refuted"),
    ("log(a/b)", ">=", "1 - b/a", {"a": "positive", "b": "positive"}, "proved"),
    ("log(a/b)", ">=", "1 - a/b", {"a": "positive", "b": "positive"}, "refuted"),
    ("Sum(1/k, (k, 1, n))", "<=", "1 + log(n)", {"n": "posint"}, "proved"),
    ("Sum(1/k, (k, 1, n))", ">=", "log(n + 1)", {"n": "posint"}, "proved"),
    ("Sum(1/k, (k, 1, n))", "<=", "1/2 + log(n)", {"n": "posint"}, "refuted"),
    ("log(1 + n)", ">=", "n/(1 + n)", {"n": "posint"}, "proved"),
    ("sqrt(n*(n + 1))", "<=", "n + 1/2", {"n": "posint"}, "proved"),
    ("sqrt(n*(n + 1))", "<=", "n + 2/5", {"n": "posint"}, "refuted"),
]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "symbols", "status"), ROWS)
def test_an_inequality(lhs, relation, rhs, symbols, status):
    record = {"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": symbols}
    assert decide(read_record(record), seconds=10).status == status
