"""Balls around improper integrals hold the value, and are small enough to tell it from a neighbour."""

from __future__ import annotations

import pytest
from flint import arb

from verify_derivations.term.evaluation.balls import Evaluation, Undefined, set_precision
from verify_derivations.term.notation.plain import parse_plain

VALUES = [
    # integral, its value
    ("integrate(log(x), (x, 0, 1))", "-1"),
    ("integrate(1/sqrt(x), (x, 0, 1))", "2"),
    ("integrate(x**4*exp(-3*x), (x, 0, oo))", "24/3**5"),
    ("integrate(1/(1 + x**2), (x, -oo, oo))", "pi"),
    # where the integrand has no value at an end, but a limit
    ("integrate(sin(x)/x, (x, 0, 1))", "Si(1)"),
    ("integrate(log(1 + x)/x, (x, 0, 1))", "pi**2/12"),
    ("integrate(log(1 + 2*x)/x, (x, 0, 1))", "-polylog(2, -2)"),
    ("integrate(log(x)/(1 - x), (x, 0, 1))", "-pi**2/6"),
    ("integrate(log(x)/(1 - x**2), (x, 0, 1))", "-pi**2/8"),
    ("integrate(log(1 - x)/x, (x, 0, 1))", "-pi**2/6"),
    ("integrate((exp(x) - 1)/x, (x, 0, 1))", "Ei(1) - EulerGamma"),
    # over the difference of an exponential and a number
    ("integrate(x/(exp(x) - 1), (x, 0, oo))", "pi**2/6"),
    ("integrate(x**3/(exp(2*x) - 1), (x, 0, oo))", "pi**4/240"),
    ("integrate(x**3*exp(-x)/(1 - exp(-x)), (x, 0, oo))", "pi**4/15"),
    ("integrate(1/(3*exp(x) + 1), (x, 0, oo))", "log(4/3)"),
    # with what is multiplied by 0, or cancels, and has a value all the way
    ("integrate(exp(-x) + 0*sin(x) + x - x, (x, 0, oo))", "1"),
    ("integrate(0*x**2, (x, 0, oo))", "0"),
]

NONE = [
    "integrate(1/x, (x, 0, 1))",
    "integrate(1/(exp(x) - 1), (x, 0, oo))",
    "integrate(1/(1 - x), (x, 0, 1))",
    "integrate(1/log(x), (x, 0, 1))",
    "integrate(log(1 + x)/x**2, (x, 0, 1))",
    "integrate(1/(exp(x) - 2), (x, 0, oo))",
    # ledger dev-246, dev-247: without a value far away, or within, though it is multiplied by 0 or cancels
    "integrate(exp(-x) + 0*log(100 - x), (x, 0, oo))",
    "integrate(exp(-x) + 0/(200 - x), (x, 0, oo))",
    "integrate(exp(-x) + log(200 - x) - log(200 - x), (x, 0, oo))",
    "integrate(integrate(log(y), (x, 0, 0)), (y, -1, 1))",
    "integrate(integrate(0*log(x), (x, -1, 1)), (y, 0, 1))",
    "integrate(integrate(y*0*log(-2), (x, 0, 1)), (y, 0, 1))",
    "integrate(integrate(exp(0*(y + log(-2))), (x, 0, 1)), (y, 0, 1))",
]


@pytest.mark.parametrize(("integral", "value"), VALUES)
def test_the_ball_holds_the_value(integral, value):
    set_precision(64)
    found = Evaluation({}).value(parse_plain(integral))
    assert found.overlaps(Evaluation({}).value(parse_plain(value)))
    assert found.rad() < arb("1e-3")


@pytest.mark.parametrize("integral", NONE)
def test_there_is_no_ball_where_the_integral_does_not_converge(integral):
    set_precision(64)
    with pytest.raises(Undefined):
        Evaluation({}).value(parse_plain(integral))
