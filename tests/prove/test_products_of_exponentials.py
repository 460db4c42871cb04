"""Integrals of products of exponentials, of which one may grow: generating functions, entropies."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

ROWS = [
    # an integral, what it is, what it is not, where the symbols live
    ("integrate(exp(t*x)*exp(-x**2/2)/sqrt(2*pi), (x, -oo, oo))", "exp(t**2/2)", "exp(t**2)", {}),
    (
        "integrate(exp(t*x)*exp(-(x - m)**2/(2*s**2))/(s*sqrt(2*pi)), (x, -oo, oo))",
        "exp(m*t + s**2*t**2/2)",
        "exp(m*t + s*t**2/2)",
        {"s": "positive"},
    ),
    (
        "integrate(exp(-x**2/2)*exp(-(y - x)**2/2)/(2*pi), (x, -oo, oo))",
        "exp(-y**2/4)/sqrt(4*pi)",
        "exp(-y**2/2)/sqrt(2*pi)",
        {},
    ),
    (
        "integrate(-log(a*exp(-a*x))*a*exp(-a*x), (x, 0, oo))",
        "1 - log(a)",
        "1 + log(a)",
        {"a": "positive"},
    ),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong", "symbols"), ROWS)
def test_a_product_of_exponentials(lhs, rhs, wrong, symbols):
    assert decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols}), seconds=30).status == "proved"
    assert decide(read_record({"lhs": lhs, "rhs": wrong, "symbols": symbols}), seconds=30).status == "refuted"


@pytest.mark.parametrize(
    ("lhs", "rhs", "said"),
    [
        ("integrate(x**0*exp(-x), (x, 0, oo))", "1", "proved"),
        ("integrate((x + 1)**0*exp(-x**2), (x, 0, oo))", "sqrt(pi)/2", "proved"),
        ("integrate((x + 1)**0*exp(-x**2), (x, 0, oo))", "sqrt(pi)", "refuted"),
        ("integrate((x - 1)**0*exp(-x), (x, 0, oo))", "1", "undecided"),  # no value at 1
    ],
)
def test_a_power_of_zero_is_a_factor(lhs, rhs, said):
    assert decide(read_record({"lhs": lhs, "rhs": rhs}), seconds=5).status == said


def test_what_grows_has_no_value():
    growing = read_record({"lhs": "integrate(exp(x)*exp(-x/2), (x, 0, oo))", "rhs": "2"})
    assert decide(growing, seconds=10).status in ("vacuous", "undecided")
