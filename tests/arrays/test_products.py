"""Products over an index with symbolic bounds: what holds for all sizes is proved, what is near refuted."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import read_record

SYMBOLS: dict[str, Any] = {
    "x": {"shape": ["n"]},
    "y": {"shape": ["n"]},
    "u": {"shape": ["n"], "domain": "positive"},
    "w": {"shape": ["n"], "domain": "positive"},
    "p": {"shape": ["K"], "domain": "positive"},
    "Y": {"shape": ["n", "K"]},
    "Z": {"shape": ["n", "K"], "domain": "positive"},
    "a": {},
    "c": {"domain": "positive"},
    "mu": {},
    "sigma": {"domain": "positive"},
    "q": {"domain": "unit"},
}
INDICES = {"i": "n", "j": "n", "k": "K", "h": "n - 1"}
GAUSSIAN = "prod(exp(-(x[i] - mu)**2/(2*sigma**2))/sqrt(2*pi*sigma**2), (i, 1, n))"
BERNOULLI = "prod(q**y[i]*(1 - q)**(1 - y[i]), (i, 1, n))"
POISSON = "prod(c**u[i]*exp(-c)/gamma(u[i] + 1), (i, 1, n))"
CATEGORICAL = "prod(prod(p[k]**Y[i, k], (k, 1, K)), (i, 1, n))"

TRUE_AND_FALSE: list[tuple[str, str, str]] = [
    # the left side, what it is, what it is not
    ("prod(x[i], (i, 1, n))", "prod(x[j], (j, 1, n))", "prod(y[j], (j, 1, n))"),
    ("prod(x[i]*y[i], (i, 1, n))", "prod(x[i], (i, 1, n))*prod(y[j], (j, 1, n))", "prod(x[i], (i, 1, n))"),
    (
        "prod(x[i]/w[i], (i, 1, n))",
        "prod(x[i], (i, 1, n))/prod(w[i], (i, 1, n))",
        "prod(x[i]*w[i], (i, 1, n))",
    ),
    ("prod(x[i]**3, (i, 1, n))", "prod(x[i], (i, 1, n))**3", "prod(x[i], (i, 1, n))**2"),
    ("prod(u[i]**a, (i, 1, n))", "prod(u[i], (i, 1, n))**a", "a*prod(u[i], (i, 1, n))"),
    ("prod(sqrt(u[i]), (i, 1, n))", "sqrt(prod(u[i], (i, 1, n)))", "prod(u[i], (i, 1, n))"),
    ("prod(c, (i, 1, n))", "c**n", "c*n"),
    ("prod(a*x[i], (i, 1, n))", "a**n*prod(x[i], (i, 1, n))", "a*prod(x[i], (i, 1, n))"),
    ("prod(2*x[i], (i, 1, n))", "2**n*prod(x[i], (i, 1, n))", "2*prod(x[i], (i, 1, n))"),
    ("prod(-x[i], (i, 1, n))", "(-1)**n*prod(x[i], (i, 1, n))", "-prod(x[i], (i, 1, n))"),
    ("prod(1 - x[i], (i, 1, n))", "(-1)**n*prod(x[i] - 1, (i, 1, n))", "prod(x[i] - 1, (i, 1, n))"),
    ("prod(exp(x[i]), (i, 1, n))", "exp(sum(x))", "exp(prod(x[i], (i, 1, n)))"),
    ("prod(Abs(x[i]), (i, 1, n))", "Abs(prod(x[i], (i, 1, n)))", "prod(x[i], (i, 1, n))"),
    ("log(prod(u[i], (i, 1, n)))", "sum(log(u))", "log(sum(u))"),
    ("log(prod(u[i]/w[i], (i, 1, n)))", "sum(log(u)) - sum(log(w))", "sum(log(u)) + sum(log(w))"),
    ("log(c*prod(u[i]**2, (i, 1, n)))", "log(c) + 2*sum(log(u))", "n*log(c) + 2*sum(log(u))"),
    ("log(prod(Z[i, k], (i, 1, n), (k, 1, K)))", "sum(log(Z))", "log(sum(Z))"),
    (
        "prod(prod(Y[i, k], (i, 1, n)), (k, 1, K))",
        "prod(prod(Y[i, k], (k, 1, K)), (i, 1, n))",
        "prod(Sum(Y[i, k], (k, 1, K)), (i, 1, n))",
    ),
    ("det(diag(x))", "prod(x[i], (i, 1, n))", "sum(x)"),
    ("logdet(diag(u))", "sum(log(u))", "log(sum(u))"),
    # likelihoods, their logarithms and derivatives
    (GAUSSIAN, "(2*pi*sigma**2)**(-n/2)*exp(-sum((x - mu)**2)/(2*sigma**2))", "exp(-sum((x - mu)**2))"),
    (
        f"log({GAUSSIAN})",
        "-n*log(2*pi*sigma**2)/2 - sum((x - mu)**2)/(2*sigma**2)",
        "-log(2*pi*sigma**2)/2 - sum((x - mu)**2)/(2*sigma**2)",
    ),
    (f"D(log({GAUSSIAN}), mu)", "(sum(x) - n*mu)/sigma**2", "(sum(x) - mu)/sigma**2"),
    (
        f"D(log({GAUSSIAN}), sigma)",
        "-n/sigma + sum((x - mu)**2)/sigma**3",
        "-1/sigma + sum((x - mu)**2)/sigma**3",
    ),
    (f"D({GAUSSIAN}, mu)", f"{GAUSSIAN}*(sum(x) - n*mu)/sigma**2", f"{GAUSSIAN}*sum(x - mu)"),
    (
        f"log({BERNOULLI})",
        "sum(y)*log(q) + (n - sum(y))*log(1 - q)",
        "sum(y)*log(q) + (1 - sum(y))*log(1 - q)",
    ),
    (f"D(log({BERNOULLI}), q)", "sum(y)/q - (n - sum(y))/(1 - q)", "sum(y)/q + (n - sum(y))/(1 - q)"),
    (BERNOULLI, "q**sum(y)*(1 - q)**(n - sum(y))", "q**sum(y)*(1 - q)**(1 - sum(y))"),
    (
        f"log({POISSON})",
        "log(c)*sum(u) - n*c - sum(loggamma(u + 1))",
        "log(c)*sum(u) - c - sum(loggamma(u + 1))",
    ),
    (f"D(log({POISSON}), c)", "sum(u)/c - n", "sum(u)/c - 1"),
    (f"log({CATEGORICAL})", "S(i, S(k, Y[i, k]*log(p[k])))", "S(i, S(k, Y[i, k]*p[k]))"),
    (f"D(log({CATEGORICAL}), p[k])", "S(i, Y[i, k])/p[k]", "S(i, Y[i, k])*p[k]"),
    # derivatives
    ("D(prod(u[i], (i, 1, n)), u[j])", "prod(u[i], (i, 1, n))/u[j]", "prod(u[i], (i, 1, n))"),
    (
        "D(prod(x[i], (i, 1, n)), x[j])",
        "prod((1 - delta(i, j))*x[i] + delta(i, j), (i, 1, n))",
        "prod((1 - delta(i, j))*x[i], (i, 1, n))",
    ),
    ("x[j]*D(prod(x[i], (i, 1, n)), x[j])", "prod(x[i], (i, 1, n))", "n*prod(x[i], (i, 1, n))"),
    ("grad(prod(u[i], (i, 1, n)), u)", "prod(u[i], (i, 1, n))/u", "prod(u[i], (i, 1, n))*u"),
    (
        "D(prod(u[i] + c, (i, 1, n)), c)",
        "prod(u[i] + c, (i, 1, n))*S(i, 1/(u[i] + c))",
        "prod(u[i] + c, (i, 1, n))*S(i, 1/u[i])",
    ),
    # a body that has no value where it is not asked for: Lagrange's polynomials
    (
        "prod((1 - delta(i, j))*(a + x[i]) + delta(i, j), (i, 1, n))*(a + x[j])",
        "prod(a + x[i], (i, 1, n))",
        "prod(a - x[i], (i, 1, n))",
    ),
    (
        "prod(1/((1 - delta(i, j))*(x[j] - x[i]) + delta(i, j)), (i, 1, n))",
        "1/prod((1 - delta(i, j))*(x[j] - x[i]) + delta(i, j), (i, 1, n))",
        "1/prod((1 - delta(i, j))*(x[i] - x[j]) + delta(i, j), (i, 1, n))",
    ),
    # other ranges
    ("prod(x[i], (i, 1, n))", "x[n]*prod(x[i], (i, 1, n - 1))", "x[1]*prod(x[i], (i, 1, n - 1))"),
    ("prod(x[i], (i, 1, n))", "x[1]*prod(x[i + 1], (i, 1, n - 1))", "x[n]*prod(x[i + 1], (i, 1, n - 1))"),
    ("prod(x[n + 1 - i], (i, 1, n))", "prod(x[i], (i, 1, n))", "prod(-x[i], (i, 1, n))"),
    ("prod(x[i + 1]/x[i], (i, 1, n - 1))", "x[n]/x[1]", "x[1]/x[n]"),
    ("prod((i + 1)/i, (i, 1, n))", "n + 1", "n"),
    ("prod(x[i], (i, 1, h + 1))", "prod(x[i], (i, 1, h))*x[h + 1]", "prod(x[i], (i, 1, h))*x[h]"),
    ("prod(2, (i, 2, n))", "2**(n - 1)", "2**n"),
]


def status(lhs: str, rhs: str, **more: Any) -> str:
    used = {"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS, "indices": INDICES, **more}
    return str(decide(read_record(used)).status)


@pytest.mark.parametrize(("lhs", "true", "false"), TRUE_AND_FALSE)
def test_what_holds_is_proved_and_what_does_not_is_refuted(lhs: str, true: str, false: str) -> None:
    assert (status(lhs, true), status(lhs, false)) == ("proved", "refuted")


CONDITIONS = [
    ("log(prod(x[i], (i, 1, n)))", "sum(log(x))", ["x[k] > 0"]),
    ("D(prod(x[i], (i, 1, n)), x[j])", "prod(x[i], (i, 1, n))/x[j]", ["x[j] != 0"]),
    ("prod(x[i + 1]/x[i], (i, 1, n - 1))", "x[n]/x[1]", ["x[i] != 0", "x[1] != 0"]),
    ("prod(a, (i, 1, n))", "a**n", ["a != 0"]),
    (
        "log(prod(x[i]**2, (i, 1, n)))",
        "S(i, log(x[i]**2))",
        ["x[i]**2 > 0"],
    ),
]


@pytest.mark.parametrize(("lhs", "rhs", "conditions"), CONDITIONS)
def test_what_has_to_be_positive_or_nonzero_is_listed(lhs: str, rhs: str, conditions: list[str]) -> None:
    verdict = decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS, "indices": INDICES}))
    assert (str(verdict.status), [c.text for c in verdict.conditions]) == ("proved", conditions)


EDGES = [
    # what only looks true: factors that are zero or negative, ranges that are empty, signs that pair up
    ("prod(x[i], (i, 1, n))/prod(x[i], (i, 1, n))", "1", "proved"),
    ("prod(x[i], (i, 2, n - 1))*x[1]*x[n]", "prod(x[i], (i, 1, n))", "refuted"),
    ("prod(x[i]**2, (i, 1, n))", "prod(x[i], (i, 1, n))", "refuted"),
    ("sqrt(prod(x[i]**2, (i, 1, n)))", "prod(x[i], (i, 1, n))", "refuted"),
    ("sqrt(prod(x[i]**2, (i, 1, n)))", "prod(Abs(x[i]), (i, 1, n))", "proved"),
    ("prod(-1, (i, 1, n))**2", "1", "proved"),
    ("prod(-1, (i, 1, n))", "1", "refuted"),
    ("prod(x[j], (i, 1, n))", "prod(x[i], (i, 1, n))", "refuted"),
    ("prod(prod(x[j], (j, 1, i)), (i, 1, n))", "prod(prod(x[i], (i, 1, j)), (j, 1, n))", "proved"),
    ("prod(prod(x[j], (j, 1, i)), (i, 1, n))", "prod(prod(x[j], (j, 1, n)), (i, 1, n))", "refuted"),
]


@pytest.mark.parametrize(("lhs", "rhs", "expected"), EDGES)
def test_zeros_signs_and_empty_ranges(lhs: str, rhs: str, expected: str) -> None:
    assert status(lhs, rhs) == expected


def test_a_size_that_is_large_enough_makes_it_true() -> None:
    assert status("prod(x[i], (i, 2, n - 1))*x[1]*x[n]", "prod(x[i], (i, 1, n))", sizes="n >= 2") == "proved"
