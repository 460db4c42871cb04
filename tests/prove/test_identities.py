"""Identities that the provers have to find, each beside one that is false by one number."""

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

IDENTITIES = [
    pytest.param(
        "diff(7*x/625 - 3*x**2/250 + 4*x**3/75 - 2*x**4/35 + x**5/18 + 3/(11*(x + 1)) + log(x + 1)/7, x)",
        "7/625 - 3*x/125 + 4*x**2/25 - 8*x**3/35 + 5*x**4/18 - 3/(11*(x + 1)**2) + 1/(7*(x + 1))",
        "7/625 - 3*x/125 + 4*x**2/25 - 8*x**3/35 + 5*x**4/18 - 3/(11*(x + 1)**2) + 1/(8*(x + 1))",
        id="many numerical denominators",
    ),
    pytest.param(
        "sin(x) + sin(y)",
        "2*sin((x + y)/2)*cos((x - y)/2)",
        "2*sin((x + y)/2)*cos((x - y)/3)",
        id="finer roots of two exponentials",
    ),
    pytest.param("sqrt(2*pi)/sqrt(8*pi)", "1/2", "1/3", id="roots met first in a quotient"),
    pytest.param(
        "cos(15*pi/7) + 3*cos(17*pi/7)",
        "3*sin(pi/14) + cos(pi/7)",
        "3*sin(pi/14) + cos(2*pi/7)",
        id="cosines of sevenths",
    ),
    pytest.param(
        "(sqrt(108) + 10)**(1/3) - (sqrt(108) - 10)**(1/3)",
        "2",
        "2 + 10**(-60)",
        id="cubic roots within which roots stand",
    ),
    pytest.param(
        "tan(3*pi/11) + 4*sin(2*pi/11)", "sqrt(11)", "sqrt(11) + 10**(-40)", id="a number of degree ten"
    ),
    pytest.param(
        "sqrt(2*x*sqrt(x**2 + 1) + 2*x**2 + 1)",
        "sqrt(x**2 + 1) + x",
        "sqrt(x**2 + 1) - x",
        id="a root under a root, with a symbol",
    ),
    pytest.param("2*atan(x)", "atan(2*x/(1 - x**2))", "atan(2*x/(1 - x**3))", id="angles modulo a turn"),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), IDENTITIES)
def test_an_identity_is_proved_and_its_neighbour_refuted(lhs, rhs, wrong):
    symbols = {"x": "sym1"}
    assert decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols})).status == "proved"
    assert decide(read_record({"lhs": lhs, "rhs": wrong, "symbols": symbols})).status == "refuted"


def test_an_integral_is_found_where_sympy_asks_whether_a_parameter_is_zero():
    symbols = {"s": "positive", "T": "positive"}
    for rhs, verdict in (("(1 - exp(-s*T))/s", "proved"), ("(1 + exp(-s*T))/s", "refuted")):
        record = {"lhs": "integrate(exp(-s*x), (x, 0, T))", "rhs": rhs, "symbols": symbols}
        assert decide(read_record(record)).status == verdict
