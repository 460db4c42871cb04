"""Hypotheses that are solved for no symbol: what is a sum of their multiples is zero."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.kernel.algebra.field import Field
from verify_derivations.kernel.algebra.ideal import is_combination
from verify_derivations.read.records import read_record

PROVED = [
    ("x*y*z", "z", ["x*y = 1"]),
    ("(x - 1)*(y - 1)", "1", ["x*y = x + y"]),
    ("(x + y)**3", "x**3 + y**3 + 3*(x + y)", ["x*y = 1"]),
    ("x**2*y", "1", ["x**2*y = 1"]),
    ("1/x + 1/y + 1/z", "1/(x*y*z)", ["x*y + y*z + z*x = 1"]),
    ("x*y", "0", ["x**2*y = 0"]),
]


def decided(lhs: str, rhs: str, given: list[str], domain: str = "real") -> str:
    record = {"lhs": lhs, "rhs": rhs, "given": given, "symbols": {name: {"domain": domain} for name in "xyz"}}
    return str(decide(read_record(record)).status)


@pytest.mark.parametrize(("lhs", "rhs", "given"), PROVED)
def test_multiples_of_a_hypothesis_are_zero(lhs: str, rhs: str, given: list[str]) -> None:
    assert decided(lhs, rhs, given, "positive" if "1/x" in lhs else "real") in ("proved", "vacuous")
    assert decided(lhs, f"{rhs} + x", given, "positive" if "1/x" in lhs else "real") != "proved"


def test_reciprocals_that_add_up_to_one() -> None:
    assert decided("x + y", "x*y", ["1/x + 1/y = 1"], "positive") == "proved"


REFUTED = [
    ("x*y*z", "2*z", ["x*y = 1"]),
    ("x", "1", ["x**2 = 1"]),
    ("x**3 + y**3 + z**3", "3*x*y*z", ["x*(x + y + z) = 0"]),
    ("x", "0", ["x**2*y = 0"]),
]


@pytest.mark.parametrize(("lhs", "rhs", "given"), REFUTED)
def test_what_a_hypothesis_does_not_give(lhs: str, rhs: str, given: list[str]) -> None:
    """Roots of the hypothesis are no multiples of it: its radical is not meant."""
    assert decided(lhs, rhs, given) == "refuted"


def test_combinations_of_several() -> None:
    field = Field(4)
    x, y, z, _ = field.polynomials
    zeros = [x * y - 1, x + y - 3]
    assert is_combination(field, x**2 + y**2 - 7, zeros)
    assert is_combination(field, 5 * x**3 + 5 * y**3 - 90, zeros)
    assert not is_combination(field, x**2 + y**2 - 8, zeros)
    assert not is_combination(field, z, zeros)
    assert not is_combination(field, x - 1, [x**2 - 1])
    assert is_combination(field, x - y, [2 * x - 2 * y])
    assert not is_combination(field, x * y, [])
