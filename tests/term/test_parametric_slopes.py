"""Derivatives by defined names: what depends on the same quantities, but not on the name, has some slope."""

from __future__ import annotations

import pytest

from verify_derivations.answers import answer_record


def status(lhs: str, rhs: str, let: list[list[str]]) -> str:
    return str(answer_record({"lhs": lhs, "rhs": rhs, "let": let}, 5.0)["status"])


NOT_SAID = [
    # ledger dev-411: these were refuted, with 0 on the left
    ("diff(y, x)", "3*t/2", [["x", "t**2"], ["y", "t**3"]]),
    ("diff(u, q)", "q/2", [["q", "2*x"], ["u", "x**2"]]),
    ("diff(A, eta)", "p", [["eta", "log(p/(1 - p))"], ["A", "-log(1 - p)"]]),
]


@pytest.mark.parametrize(("lhs", "rhs", "let"), NOT_SAID)
def test_a_slope_along_what_both_depend_on_is_not_zero(lhs: str, rhs: str, let: list[list[str]]) -> None:
    assert status(lhs, rhs, let) == "not understood"


SAID = [
    ("diff(y, x)", "3*x**2", [["x", "t**2"], ["y", "x**3"]], "proved"),
    ("diff(y, x)", "2*x**2", [["x", "t**2"], ["y", "x**3"]], "refuted"),
    ("diff(L, a)", "a - y", [["a", "1/(1 + exp(-z))"], ["L", "(a - y)**2/2"]], "proved"),
    ("diff(y, x)", "0", [["x", "t**2"], ["y", "s**3"]], "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "let", "expected"), SAID)
def test_a_function_of_it_has_its_slope(lhs: str, rhs: str, let: list[list[str]], expected: str) -> None:
    assert status(lhs, rhs, let) == expected
