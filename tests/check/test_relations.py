"""What is decided of `<`, `<=`, `>`, `>=`, `!=` and printed decimals: a table of claims and verdicts."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.model import Verdict
from verify_derivations.read.records import read_record

ORDERED = ["x < y"]


def verdict(lhs: str, relation: str, rhs: str, given: list[str] | None = None, **symbols: str) -> Verdict:
    record: dict[str, Any] = {"lhs": lhs, "relation": relation, "rhs": rhs, "given": given or []}
    return decide(read_record({**record, "symbols": symbols, "functions": ["f"]}))


PROVED = [
    # by the signs of what stands there
    ("x**2", ">=", "0", []),
    ("x**2 - 2*x*y + y**2", ">=", "0", []),
    ("x**2 + y**2 + z**2", ">=", "x*y + y*z + z*x", []),
    ("x**2 + x + 1", "!=", "0", []),
    ("1/(1 + exp(-x))", "<", "1", []),
    ("1/(1 + exp(-x))", ">", "0", []),
    ("sigmoid(x)*(1 - sigmoid(x))", "<=", "1/4", []),
    ("f(x)**2", ">=", "0", []),
    ("exp(x)", "!=", "0", []),
    ("x", "<=", "2*x", ["x >= 0"]),
    ("(x**2 - 1)/(x - 1)", ">", "x", []),
    ("2*x", "<=", "x + x", []),
    # by what a function's value says of its argument
    ("exp(x)", ">=", "1 + x", []),
    ("log(x)", "<=", "x - 1", []),
    ("log(x)", "<", "0", ["0 < x < 1"]),
    ("Abs(x)", ">=", "-x", []),
    ("atan(x)", "<", "pi/2", []),
    ("erf(x)", ">", "-1", []),
    # by a range
    ("sin(x)", "<=", "1", []),
    ("sin(x) + cos(y)", ">=", "-2", []),
    ("tanh(x)", "<", "1", []),
    # by exponentials and powers
    ("log(exp(x) + exp(y))", ">=", "x", []),
    ("softplus(x)", ">", "x", []),
    ("sqrt(x*y)", "<=", "(x + y)/2", ["x > 0", "y > 0"]),
    ("Abs(x + y)", "<=", "Abs(x) + Abs(y)", []),
    # by slopes
    ("log(1 + x)", "<", "x", ["x > 0"]),
    ("tanh(x)", "<", "x", ["x > 0"]),
    ("cosh(x)", ">=", "1 + x**2/2", []),
    ("exp(x)", ">", "1 + x + x**2/2", ["x > 0"]),
    ("-y*log(p) - (1 - y)*log(1 - p)", ">=", "-y*log(y) - (1 - y)*log(1 - y)", ["0 < y < 1", "0 < p < 1"]),
    ("-y*log(p) - (1 - y)*log(1 - p)", ">=", "0", ["0 <= y <= 1", "0 < p < 1"]),
    # by parts of the domain
    ("x**4 - x + 1", ">", "0", []),
    ("Max(x, y)", ">=", "x", []),
    ("softplus(x)", ">", "relu(x)", []),
    # two values
    ("sigmoid(x)", "<", "sigmoid(y)", ORDERED),
    ("x**3", "<", "y**3", ORDERED),
    ("-log(x)", ">", "-log(y)", [*ORDERED, "x > 0", "y > 0"]),
    ("sqrt(x)", "<", "sqrt(y)", [*ORDERED, "x >= 0", "y >= 0"]),
]

REFUTED = [
    # with the point at which it fails
    ("x**2", ">", "0", [], "x = 0"),
    ("x**2", ">=", "x", [], "x = 1/2"),
    ("x**2", "!=", "4", [], "x = -2"),
    ("exp(x)", ">", "1 + x", [], "x = 0"),
    ("1/x", ">", "0", [], "x = -2"),
    ("sin(x) + cos(x)", "<=", "1", [], "x = 1"),
    ("x**4 - x + 1/4", ">", "0", [], "x = 1/2"),
    ("sigmoid(x)*(1 - sigmoid(x))", "<", "1/5", [], "x = 1/2"),
    ("-log(x)", "<", "-log(y)", [*ORDERED, "x > 0", "y > 0"], "x = 1, y = 2"),
    ("1/x", ">", "1/y", ORDERED, "x = -1/2, y = 3/2"),
    ("f(x)", ">", "0", [], "f(t) = t + 1, x = -2"),
    ("(x - 57/100)**2", ">=", "1/100000", [], "x = 4/7"),
    ("(x - 51/100)**2", ">=", "1/5000", [], "x = 1/2"),
]

OPEN: list[tuple[str, str, str, list[str]]] = [
    # true, or false where no rational number shows it
    ("sin(x)", "<", "1", []),
    ("x**2", "!=", "2", []),
]

NOT_UNDERSTOOD = [
    ("I*x", "<", "1", {}, "over the real numbers"),
    ("z", ">", "0", {"z": "complex"}, "over the real numbers"),
    ("z", "≈", "0.5", {"z": "complex"}, "over the real numbers"),
]


@pytest.mark.parametrize(("lhs", "relation", "rhs", "given"), PROVED)
def test_a_relation_that_holds_is_proved(lhs: str, relation: str, rhs: str, given: list[str]) -> None:
    found = verdict(lhs, relation, rhs, given)
    assert str(found.status) == "proved", found.reason


@pytest.mark.parametrize(("lhs", "relation", "rhs", "given"), PROVED)
def test_its_opposite_is_refuted(lhs: str, relation: str, rhs: str, given: list[str]) -> None:
    opposite = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "="}[relation]
    assert str(verdict(lhs, opposite, rhs, given).status) == "refuted"


@pytest.mark.parametrize(("lhs", "relation", "rhs", "given", "point"), REFUTED)
def test_a_relation_that_fails_is_refuted_at_a_point(
    lhs: str, relation: str, rhs: str, given: list[str], point: str
) -> None:
    found = verdict(lhs, relation, rhs, given)
    assert (str(found.status), str(found.witness)) == ("refuted", point)


@pytest.mark.parametrize(("lhs", "relation", "rhs", "given"), OPEN)
def test_what_cannot_be_decided_stays_open(lhs: str, relation: str, rhs: str, given: list[str]) -> None:
    assert str(verdict(lhs, relation, rhs, given).status) == "undecided"


@pytest.mark.parametrize(("lhs", "relation", "rhs", "symbols", "why"), NOT_UNDERSTOOD)
def test_complex_numbers_have_no_order(
    lhs: str, relation: str, rhs: str, symbols: dict[str, str], why: str
) -> None:
    found = verdict(lhs, relation, rhs, None, **symbols)
    assert str(found.status) == "not understood"
    assert why in found.reason


def test_conditions_are_listed() -> None:
    assert [c.text for c in verdict("log(x)", "<=", "x - 1").conditions] == ["x > 0"]
    assert [c.text for c in verdict("(x**2 - 1)/(x - 1)", ">", "x").conditions] == ["x - 1 != 0"]


# ---- printed decimals ----------------------------------------------------------------------------
DIGITS = [
    # value, as printed, verdict, what is said of the digits
    ("sigmoid(-11/2)", "0.0041", "proved", "0.0041 is the rounded value, not the truncated one"),
    ("sigmoid(-11/2)", "0.0040", "refuted", "0.0040 is the truncated value; rounded to as many"),
    ("sigmoid(-11/2)", "0.0040...", "proved", "0.0040 is the truncated value"),
    ("sigmoid(-11/2)", "0.0041...", "refuted", "0.0041 is the rounded value, not the truncated one"),
    ("sigmoid(13/2)", "0.9984", "refuted", "rounded to as many digits it is 0.9985"),
    ("sigmoid(2/5)", "0.5986", "refuted", "rounded to as many digits it is 0.5987"),
    ("sigmoid(2/5)", "0.60", "proved", "rounded value"),
    ("sigmoid(2/5)", "0.6", "proved", "rounded value"),
    ("sigmoid(2/5)", "0.61", "refuted", "neither the rounded nor the truncated value"),
    ("pi", "3.14", "proved", "the rounded value, and the truncated one as well"),
    ("-pi", "-3.1415...", "proved", "truncated"),
    ("-pi", "-3.1416...", "refuted", "not the truncated one"),
    # exactly half-way: either neighbour; exactly at an end of what is cut off
    ("1/8", "0.13", "proved", "rounded"),
    ("1/8", "0.12", "proved", "rounded"),
    ("1/20", "0.1", "proved", "rounded"),
    ("1/20", "0.0", "proved", "rounded"),
    ("3/10", "0.3...", "proved", "truncated"),
    ("3/10", "0.2...", "refuted", "neither"),
    ("602214076*10**15", "6.02e23", "proved", "rounded"),
    ("exp(1)", "2.718281828459045235360287471352662497757247093700", "proved", "rounded"),
    ("log(2)/log(4)", "0.500", "proved", "rounded"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "printed", "status", "said"), DIGITS)
def test_printed_digits_are_rounded_truncated_or_wrong(
    value: str, printed: str, status: str, said: str
) -> None:
    found = verdict(value, "≈", printed)
    assert str(found.status) == status
    assert said in found.reason


def test_digits_may_be_claimed_for_every_value_of_a_symbol() -> None:
    near_zero = ["-1/100 < x < 1/100"]
    assert str(verdict("exp(x)", "~=", "1.0", near_zero).status) == "proved"
    assert str(verdict("exp(x)", "~=", "1.00", near_zero).status) == "refuted"
    assert str(verdict("exp(x)", "~=", "1.0").status) == "refuted"
