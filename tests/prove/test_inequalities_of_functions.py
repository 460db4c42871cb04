"""Inequalities between maxima, sines, exponentials and distances, as they stand in courses on learning."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

POSITIVE, UNIT, NONNEGATIVE = {"x": "positive"}, {"x": "unit"}, {"x": "nonnegative"}

ROWS = [
    # a claim, where its symbols live, what is said of it
    # absolute values and maxima whose case is known, or is told apart
    ("log(exp(a) + exp(b))", "<=", "Max(a, b) + log(2)", {}, "proved"),
    ("log(exp(a) + exp(b))", "<=", "Max(a, b) + log(3/2)", {}, "refuted"),
    ("log(exp(a) + exp(b))", "<=", "Min(a, b) + log(2)", {}, "refuted"),
    ("Abs(sin(x))", "<=", "Abs(x)", {}, "proved"),
    ("Abs(tanh(x))", "<=", "Abs(x)", {}, "proved"),
    ("Abs(tanh(x))", ">=", "Abs(x)", {}, "refuted"),
    # logarithms of both sides
    ("cosh(x)", "<=", "exp(x**2/2)", {}, "proved"),
    ("cosh(x)", "<=", "exp(x**2/3)", {}, "refuted"),
    ("(1 - 1/n)**n", "<=", "exp(-1)", {"n": "posint"}, "proved"),
    ("(1 + 1/n)**n", "<=", "exp(1)", {"n": "posint"}, "proved"),
    ("(1 - 1/n)**n", "<=", "exp(-2)", {"n": "posint"}, "refuted"),
    # how far apart the values of a function are
    ("Abs(sigmoid(x) - sigmoid(y))", "<=", "Abs(x - y)/4", {}, "proved"),
    ("Abs(sigmoid(x) - sigmoid(y))", "<=", "Abs(x - y)/5", {}, "refuted"),
    ("Abs(softplus(x) - softplus(y))", "<=", "Abs(y - x)", {}, "proved"),
    ("Abs(sin(a*x) - sin(a*y))", "<=", "Abs(a)*Abs(x - y)", {}, "proved"),
    ("Abs(x**2 - y**2)", "<=", "Abs(x - y)", {}, "refuted"),
    ("Abs(x**2 - y**2)", "<=", "2*Abs(x - y)", {"x": "unit", "y": "unit"}, "proved"),
    ("Abs(log(x) - log(y))", "<=", "Abs(x - y)", {"x": "gt1", "y": "gt1"}, "proved"),
    ("Abs(log(x) - log(y))", "<=", "Abs(x - y)", {"x": "positive", "y": "positive"}, "refuted"),
    # concave on an interval, and higher derivatives
    ("exp(x)", "<=", "1 + x + x**2", UNIT, "proved"),
    ("exp(x)", "<=", "1 + x + x**2/2", UNIT, "refuted"),
    ("log(1 + x)", ">=", "x*log(2)", UNIT, "proved"),
    ("log(1 + x)", ">=", "x*log(3)", UNIT, "refuted"),
    ("x - x**3/6", "<=", "sin(x)", NONNEGATIVE, "proved"),
    ("x - x**3/7", "<=", "sin(x)", NONNEGATIVE, "refuted"),
]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "symbols", "status"), ROWS)
def test_an_inequality(lhs, relation, rhs, symbols, status):
    names = {"a": "real", "b": "real", "x": "real", "y": "real", "n": "posint"} | symbols
    used = {name: domain for name, domain in names.items() if name in lhs.replace("exp", "") + rhs}
    record = {"lhs": lhs, "relation": relation, "rhs": rhs, "symbols": used}
    assert decide(read_record(record), seconds=20).status == status


def test_a_hypothesis_narrows_the_interval():
    record = {
        "lhs": "exp(-2*x)",
        "relation": "<=",
        "rhs": "1 - x",
        "symbols": {"x": "positive"},
        "given": ["x <= 1/2"],
    }
    assert decide(read_record(record), seconds=10).status == "proved"
    assert decide(read_record(record | {"given": ["x <= 1"]}), seconds=10).status == "refuted"
