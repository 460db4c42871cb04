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
    # ledger dev-420: b was held fixed in the derivative by c, too: two were proved, the next refuted
    ("diff(diff(b**2, c), b)", "0", [["b", "2*c"]]),
    ("diff(diff(b**2, c)*b, b)", "0", [["b", "2*c"]]),
    ("diff(diff(a, c), b)", "4", [["b", "2*c"], ["a", "b**2"]]),
    ("diff(diff(a, c), b)", "4", [["a", "b**2"], ["b", "d + 1"], ["d", "2*c - 1"]]),
    ("diff(diff(b**2, a), b)", "0", [["b", "2*a"], ["a", "c**3"]]),
    ("diff(L, b)", "0", [["L", "diff(b**2, c)"], ["b", "2*c"]]),
]


@pytest.mark.parametrize(("lhs", "rhs", "let"), NOT_SAID)
def test_a_slope_along_what_both_depend_on_is_not_zero(lhs: str, rhs: str, let: list[list[str]]) -> None:
    assert status(lhs, rhs, let) == "not understood"


SAID = [
    ("diff(y, x)", "3*x**2", [["x", "t**2"], ["y", "x**3"]], "proved"),
    ("diff(y, x)", "2*x**2", [["x", "t**2"], ["y", "x**3"]], "refuted"),
    ("diff(L, a)", "a - y", [["a", "1/(1 + exp(-z))"], ["L", "(a - y)**2/2"]], "proved"),
    ("diff(y, x)", "0", [["x", "t**2"], ["y", "s**3"]], "proved"),
    ("diff(diff(a, b), c)", "4", [["b", "2*c"], ["a", "b**2"]], "proved"),
    ("diff(diff(a*d, d), b)", "2*b", [["b", "2*c"], ["a", "b**2"], ["d", "5*c"]], "proved"),
    ("diff(diff(b**2*s, s), b)", "2*b", [["b", "2*c"]], "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "let", "expected"), SAID)
def test_a_function_of_it_has_its_slope(lhs: str, rhs: str, let: list[list[str]], expected: str) -> None:
    assert status(lhs, rhs, let) == expected


GIVEN = [
    # ledger dev-421: by a hypothesis y depends on x, and its slope by x was 0
    ("diff(y, x)", "0", ["y = x**2"], [], "not understood"),
    ("diff(y, x)", "2*x", ["y = x**2"], [], "not understood"),
    ("diff(x**2, t)", "8*t", ["x = 2*t"], [], "not understood"),
    ("diff(p*q, p)", "1 - 2*p", ["q = 1 - p"], [], "not understood"),
    ("diff(L, x)", "3*x**2", ["y = x**2"], [["L", "x*y"]], "not understood"),
    ("diff(y, x)", "0", ["x = t**2", "y = t**3"], [], "not understood"),
    ("diff(t**3, x)", "0", ["x = t**2"], [], "not understood"),
    # ledger dev-470: so it does by an equation that is written the other way round, or not solved for it
    ("diff(y, x)", "0", ["x**2 = y"], [], "not understood"),
    ("diff(y, x)", "-x/y", ["x**2 + y**2 = 1"], [], "not understood"),
    ("diff(y, x)", "0", ["y - 3*x = 0"], [], "not understood"),
    ("diff(p*q, p)", "q", ["p + q = 1"], [], "not understood"),
    ("diff(x*y, x)", "y", ["x = y**2"], [], "not understood"),
    ("diff(x*y, x)", "y", ["x*y = 1"], [], "not understood"),
    ("diff(L, x)", "0", ["x*y = 1"], [["L", "y**3"]], "not understood"),
    ("diff(z, x)", "0", ["x*y = 1", "z = y"], [], "not understood"),
    ("diff(a*b, a)", "b", ["a = exp(w)", "b = w**2"], [], "not understood"),
    # nothing in these depends on what is moved
    ("diff(c*x, x)", "c", ["a*b = 1", "c = a + b"], [], "proved"),
    ("diff(x**2, x)", "2*x", ["2*x + y = 1"], [], "proved"),
    ("diff(x**2, x)", "2*x", ["x**2 + x = 2"], [], "proved"),
    ("diff(x**2, x)", "2", ["x = 1"], [], "proved"),
    ("diff(x**2, x)", "2*y", ["x = y"], [], "proved"),
    ("diff(x**2, x)", "2*y", ["y = x"], [], "proved"),
    ("diff(x**2*z, x)", "2*x*y", ["z = y"], [], "proved"),
    ("diff(x*y, x)", "y", ["x > 0", "y = 3"], [], "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "given", "let", "expected"), GIVEN)
def test_what_a_hypothesis_makes_of_a_name_has_some_slope(
    lhs: str, rhs: str, given: list[str], let: list[list[str]], expected: str
) -> None:
    record = {"lhs": lhs, "rhs": rhs, "given": given, "let": let}
    assert str(answer_record(record, 5.0)["status"]) == expected


RUNNING = [
    # ledger dev-472: what is tied to the variable of an integral or a limit was held fixed there
    ("integrate(y, (x, 0, 1))", "y", ["x = y"], "not understood"),
    ("integrate(y, (x, 0, 1))", "y", ["x**2 = y"], "not understood"),
    ("integrate(y, (x, 0, 1))", "y", ["y - x = 0"], "not understood"),
    ("integrate(y, (x, 0, 1))", "1/2", ["y - x = 0"], "not understood"),
    ("limit(y, x, 0)", "y", ["x + y = 1"], "not understood"),
    ("limit(y, x, 0)", "1", ["x + y = 1"], "not understood"),
    # nothing in these is
    ("integrate(x, (x, 0, 1))", "1/2", ["x + y = 1"], "proved"),
    ("integrate(y*x, (x, 0, 2))", "2*y", ["y + z = 1"], "proved"),
    ("integrate(a*exp(-a*x), (x, 0, t))", "1 - b", ["exp(-a*t) = b", "a > 0"], "proved"),
]


@pytest.mark.parametrize(("lhs", "rhs", "given", "expected"), RUNNING)
def test_what_is_tied_to_a_variable_may_change_with_it(
    lhs: str, rhs: str, given: list[str], expected: str
) -> None:
    assert str(answer_record({"lhs": lhs, "rhs": rhs, "given": given}, 5.0)["status"]) == expected


def test_so_does_an_array() -> None:
    shapes = {"A": {"shape": ["m", "n"]}, "x": {"shape": ["n"]}, "y": {"shape": ["m"]}}
    record = {"lhs": "grad(y@y, x)", "rhs": "0*x", "given": [["y", "A@x"]], "symbols": shapes}
    assert str(answer_record(record, 5.0)["status"]) == "not understood"
