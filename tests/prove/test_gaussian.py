"""Moments, entropies and divergences of normal and exponential densities."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.prove.gaussian import gaussian_primitive
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain

P = "exp(-(x - m)**2/(2*s**2))/(s*sqrt(2*pi))"
Q = "exp(-(x - n)**2/(2*t**2))/(t*sqrt(2*pi))"
SYMBOLS = {"m": "real", "n": "real", "s": "positive", "t": "positive"}

ROWS = [
    # the integrand, where from, the value, what is said of it
    (f"x*{P}", "-oo", "m", "proved"),
    (f"(x - m)**4*{P}", "-oo", "3*s**4", "proved"),
    (f"(x - m)**4*{P}", "-oo", "2*s**4", "refuted"),
    (f"{P}*log({P})", "-oo", "-log(2*pi*s**2)/2 - 1/2", "proved"),
    (f"{P}*log({P})", "-oo", "-log(2*pi*s**2)/2 + 1/2", "refuted"),
    (f"{P}*(log({P}) - log({Q}))", "-oo", "log(t/s) + (s**2 + (m - n)**2)/(2*t**2) - 1/2", "proved"),
    (f"{P}*log(({P})/({Q}))", "-oo", "log(t/s) + (s**2 + (m - n)**2)/(2*t**2) - 1/2", "proved"),
    (f"{P}*log(({P})/({Q}))", "-oo", "log(t/s) + (s**2 + (m + n)**2)/(2*t**2) - 1/2", "refuted"),
    ("s*exp(-s*x)*log(s*exp(-s*x)/(t*exp(-t*x)))", "0", "log(s/t) + t/s - 1", "proved"),
    ("s*exp(-s*x)*log(s*exp(-s*x)/(t*exp(-t*x)))", "0", "log(s/t) + s/t - 1", "refuted"),
]


@pytest.mark.parametrize(("integrand", "lower", "value", "status"), ROWS)
def test_an_integral_to_infinity(integrand, lower, value, status):
    record = {"lhs": f"Integral({integrand}, (x, {lower}, oo))", "rhs": value, "symbols": SYMBOLS}
    record["symbols"] = {n: d for n, d in SYMBOLS.items() if n in (integrand + value).replace("sqrt", "")}
    assert decide(read_record(record), seconds=20).status == status


SUGGESTED = [
    # an integrand, whether an antiderivative is suggested
    ("x**3*exp(-2*x)", True),
    ("(x - m)**2*exp(-(x - m)**2)/exp(x)", True),
    ("x**2 + 1", True),
    ("exp(-x**3)", False),
    ("exp(x)/(1 + x)", False),
    ("sin(x)*exp(x)", False),
    ("exp(-x)/(exp(x) + exp(-x))", False),
]


@pytest.mark.parametrize(("integrand", "suggested"), SUGGESTED)
def test_what_is_integrated_without_search(integrand, suggested):
    assert (gaussian_primitive(parse_plain(integrand), "x") is not None) == suggested


@pytest.mark.parametrize("integrand", [integrand for integrand, suggested in SUGGESTED if suggested])
def test_a_suggestion_has_the_derivative(integrand):
    from verify_derivations.term.notation.text import text

    primitive = text(gaussian_primitive(parse_plain(integrand), "x"))
    record = {"lhs": f"diff({primitive}, x)", "rhs": integrand, "symbols": {"x": "real", "m": "real"}}
    if "m" not in integrand:
        del record["symbols"]["m"]
    assert decide(read_record(record), seconds=10).status == "proved"
