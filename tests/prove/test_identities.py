"""Identities that the provers have to find, each beside one that is false by one number."""

import pytest

from verify_derivations.certificate import Rewriting
from verify_derivations.check import decide
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.prove import search
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
    pytest.param(
        "exp(I*pi*(x + 1 - x)/3)",
        "1/2 + I*sqrt(3)/2",
        "1/2 - I*sqrt(3)/2",
        id="a name that cancels in an angle",
    ),
    pytest.param(
        "Abs(sinh(x/(x + x)) - 1)", "1 - sinh(1/2)", "sinh(1/2) - 1", id="a name that cancels within a number"
    ),
    pytest.param("Abs(sqrt(3*x/x) - 2)", "2 - sqrt(3)", "2 + sqrt(3)", id="a name that cancels under a root"),
    pytest.param(
        "Piecewise((cos(asin(x)), x*x != x), (x, x = 1), (x/2, True))",
        "Piecewise((x, x = 1), (sqrt(1 - x**2), x*x != x), (x/2, True))",
        "Piecewise((x, x = 1), (sqrt(1 + x**2), x*x != x), (x/2, True))",
        id="a sign that is asked for on the way to itself",
    ),
    pytest.param(
        "Piecewise((sin(x)**2 + cos(x)**2, sqrt(x) != x), (x, x < 1), (x + 1, True))",
        "Piecewise((1, sqrt(x) != x), (x, x < 1), (x + 1, True))",
        "Piecewise((2, sqrt(x) != x), (x, x < 1), (x + 1, True))",
        id="a root that equals what it is of",
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
    pytest.param("x*sqrt(5 + 2*sqrt(6)) - x*sqrt(2)", "x*sqrt(3)", "x*sqrt(5)", id="a nested root"),
    pytest.param(
        "x*sqrt(3 - 2*sqrt(2)) + x",
        "x*sqrt(2)",
        "x*(2 - sqrt(2))",
        id="a nested root of a difference",
    ),
    pytest.param(
        "x*sqrt(sqrt(3) + 1)*sqrt(sqrt(3) - 1)",
        "x*sqrt(2)",
        "x*sqrt(3)",
        id="nested roots that depend on each other",
    ),
    pytest.param(
        "x*sqrt(3 + sqrt(5))/sqrt(3 - sqrt(5))",
        "x*(3 + sqrt(5))/2",
        "x*(3 - sqrt(5))/2",
        id="conjugate nested roots",
    ),
    pytest.param(
        "x*sqrt(1 + sec(x))*sqrt(cos(x))",
        "x*sqrt(1 + cos(x))",
        "x*sqrt(1 + cos(2*x))",
        id="roots of what is positive where it is defined",
    ),
    pytest.param(
        "x*sqrt(1 + tan(x)**2)/sqrt(sec(x))",
        "x*sqrt(2/(1 + cos(2*x)))*sqrt(cos(x))",
        "x*sqrt(2/(1 + cos(3*x)))*sqrt(cos(x))",
        id="a root divided by one that it depends on",
    ),
    pytest.param(
        "diff(log(1 + sqrt(sinh(x))), x)",
        "cosh(x)/(2*sqrt(sinh(x))*(1 + sqrt(sinh(x))))",
        "cosh(x)/(2*sqrt(sinh(x))*(2 + sqrt(sinh(x))))",
        id="a root that is met before it is known not to be zero",
    ),
    pytest.param(
        "Sum(k, (k, 1, n))/n + 1",
        "(n + 3)/2",
        "(n + 2)/2",
        id="a sum with a factor and a further summand",
    ),
    pytest.param("2*atan(x)", "atan(2*x/(1 - x**2))", "atan(2*x/(1 - x**3))", id="angles modulo a turn"),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), IDENTITIES)
def test_an_identity_is_proved_and_its_neighbour_refuted(lhs, rhs, wrong):
    symbols = {"x": "sym1", "n": "posint"}
    assert decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols})).status == "proved"
    assert decide(read_record({"lhs": lhs, "rhs": wrong, "symbols": symbols})).status == "refuted"


def test_an_integral_is_found_where_sympy_asks_whether_a_parameter_is_zero():
    symbols = {"s": "positive", "T": "positive"}
    for rhs, verdict in (("(1 - exp(-s*T))/s", "proved"), ("(1 + exp(-s*T))/s", "refuted")):
        record = {"lhs": "integrate(exp(-s*x), (x, 0, T))", "rhs": rhs, "symbols": symbols}
        assert decide(read_record(record)).status == verdict


def looked_at_by_cases(monkeypatch, shows):
    """The parts of the domain of x, y and a that are looked at, by a prover that shows only some of them."""
    looked_at = []

    def counted(s, deadline, seen):
        looked_at.append(tuple(domain.describe("x") for domain in s.domains.values()))
        return Rewriting(()) if shows(looked_at[-1]) else None

    monkeypatch.setattr(search, "PROVERS", (counted, search.by_cases))
    claim = read_record({"lhs": "x*y*a", "rhs": "x*y*a + 1"})
    assert search.by_cases(statement(claim), float("inf"), ()) is None
    return looked_at


def test_what_two_orders_of_cases_have_in_common_is_looked_at_once(monkeypatch):
    """The parts for x and then y are those for y and then x."""
    looked_at = looked_at_by_cases(monkeypatch, lambda part: set(part) == {"x < 0"})
    assert len(looked_at) > 3
    assert len(set(looked_at)) == len(looked_at)


def test_where_all_signs_together_do_not_help_no_other_cases_are_tried(monkeypatch):
    assert looked_at_by_cases(monkeypatch, lambda part: False) == [("x < 0",) * 3]


def test_cases_within_cases_are_told_apart():
    claim = read_record({"lhs": "Abs(x)*Abs(y)*sign(x)*sign(y)", "rhs": "x*y"})
    assert decide(claim).status == "proved"


def test_a_claim_that_is_too_deep_for_a_prover_is_undecided(monkeypatch):
    def deep(s, deadline, seen):
        return deep(s, deadline, seen)

    monkeypatch.setattr(search, "PROVERS", (deep,))
    verdict = decide(read_record({"lhs": "sin(x)**2 + cos(x)**2", "rhs": "1"}))
    assert (verdict.status, verdict.reason) == ("undecided", "budget: the expression is nested too deeply")
