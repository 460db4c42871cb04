"""What integrals to infinity require in order to converge: a condition that is told, and where none is."""

from __future__ import annotations

import pytest
from forgery import claim

from verify_derivations.check import decide
from verify_derivations.kernel.claims.convergent import convergence
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import DOMAINS

REQUIRED = [
    ("Integral(exp(-a*x), (x, 0, oo))", {}, ["a"]),
    ("Integral(exp(t*x)*exp(-b*x), (x, 0, oo))", {}, ["b - t"]),
    ("Integral(3*x**2*exp(a*x**2), (x, -oo, oo))", {}, ["-a"]),
    ("Integral(exp(a*x), (x, -oo, 0))", {}, ["a"]),
    ("Integral(exp(a*x), (x, -oo, oo))", {}, ["-a", "a"]),
    ("Integral((1 + x)**2*exp(-a*x), (x, 1, oo))", {}, ["a"]),
    ("Integral(x**(s - 1)*exp(-a*x), (x, 0, oo))", {}, ["a"]),
    ("Integral(c*exp(-a*x), (x, 0, oo))", {"c": "nonzero"}, ["a"]),
    ("Integral(exp(-a*x)/(2*(1 + c)), (x, 0, oo))*y", {"c": "positive"}, []),  # 1 + c is not looked at
    # nothing is required, or not only this
    ("Integral(c*exp(-a*x), (x, 0, oo))", {}, []),
    ("Integral(exp(-a*x), (x, 0, oo))", {"a": "positive"}, []),
    ("Integral(exp(-(a**2 + 1)*x), (x, 0, oo))", {}, []),
    ("Integral(exp(-a*x), (x, 0, T))", {}, []),
    ("Integral(exp(-a*x)/x**2, (x, 1, oo))", {}, []),
    ("Integral(sin(x)*exp(-a*x), (x, 0, oo))", {}, []),
    ("Integral(exp(-a*x - b*x**2), (x, 0, oo))", {}, []),
    ("Integral(exp(-a*x), (x, m, oo))", {}, []),
    ("Integral((b*x + 1)*exp(-a*x), (x, 0, oo))", {}, []),
    ("Integral(x**2*(1 - x)*exp(-log(a)*x), (x, 0, oo))", {}, []),
    ("Integral(x**s*(1 - x)*exp(-a*x), (x, 0, oo))", {}, []),
    ("Sum(Integral(exp(-a*x), (x, 0, oo)), (k, 1, n))", {}, []),  # which may be empty
]


@pytest.mark.parametrize(("term", "domains", "expected"), REQUIRED)
def test_what_is_required(term: str, domains: dict[str, str], expected: list[str]) -> None:
    names = {name: DOMAINS[domains.get(name, "real")] for name in "abcmnstTy"}
    found = list(convergence(names, parse_plain(term)))
    assert [(text(r.term), r.relation) for r in found] == [(each, "> 0") for each in expected]


PROVED = [
    ("Integral(exp(t*x)*L*exp(-L*x), (x, 0, oo))", "L/(L - t)", {"L": "positive"}, ["L - t > 0"]),
    ("Integral(exp(-a*x), (x, 0, oo))", "1/a", {}, ["a > 0"]),
    ("Integral(x**(s - 1)*exp(-a*x), (x, 0, oo))", "gamma(s)/a**s", {"s": "positive"}, ["a > 0"]),
    (
        "Integral(exp(t*x)*b**a/gamma(a)*x**(a - 1)*exp(-b*x), (x, 0, oo))",
        "(b/(b - t))**a",
        {"a": "positive", "b": "positive"},
        ["b - t > 0"],
    ),
    ("Integral(exp(a*x), (x, -oo, 0))", "1/a", {}, ["a > 0"]),
    ("Integral(exp(-a*x), (x, 0, oo))", "1/a", {"a": "positive"}, []),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains", "conditions"), PROVED)
def test_the_condition_is_told(lhs: str, rhs: str, domains: dict[str, str], conditions: list[str]) -> None:
    verdict = decide(claim(lhs, rhs, **domains))
    assert verdict.status == "proved", verdict.reason
    assert [each.text for each in verdict.conditions] == conditions
    assert decide(claim(lhs, f"{rhs} + 1", **domains)).status == "refuted"


def test_that_an_integral_has_a_value_is_not_shown_by_what_it_requires() -> None:
    integral = "Integral(exp(-a*x), (x, 0, oo))"
    verdict = decide(claim(integral, integral, relation="defined"))
    assert verdict.status != "proved"


def test_where_an_integral_never_converges_nothing_is_proved() -> None:
    verdict = decide(claim("Integral(exp(a*x), (x, -oo, oo))", "1/a"))
    assert verdict.status in ("vacuous", "undecided")
    assert decide(claim("Integral(c*exp(a*x), (x, 0, oo))", "1", a="positive")).status != "proved"


LOGISTIC = [
    ("Integral(exp(-x)/(1 + exp(-x))**2, (x, -oo, oo))", "1", {}),
    ("Integral(exp(-(x - m)/s)/(s*(1 + exp(-(x - m)/s))**2), (x, -oo, oo))", "1", {"s": "positive"}),
    ("Integral(exp(x)/(1 + exp(x))**3, (x, -oo, oo))", "1/2", {}),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains"), LOGISTIC)
def test_one_exponential_may_grow_where_another_falls_faster(
    lhs: str, rhs: str, domains: dict[str, str]
) -> None:
    assert decide(claim(lhs, rhs, **domains)).status == "proved"
    assert decide(claim(lhs, f"{rhs} + 1", **domains)).status == "refuted"


@pytest.mark.parametrize("body", ["exp(x)/(1 + exp(x))", "exp(2*x)/(1 + exp(x))**2", "exp(x)*exp(-x)/x"])
def test_what_grows_as_fast_as_it_falls_has_no_integral(body: str) -> None:
    verdict = decide(claim(f"Integral({body}, (x, 1, oo))", "1"))
    assert verdict.status in ("vacuous", "undecided")
