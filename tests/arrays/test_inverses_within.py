"""Inverses of what holds inverses of inverses: the inner ones exist before the outer ones are looked at."""

from __future__ import annotations

import pytest

from verify_derivations.answers import answer_record

SHAPES = {"T": ["p", "n"], "W": ["q", "p"], "V": ["q", "q"], "G": ["p", "m"], "H": ["p", "p"]}

ROWS = [
    # lhs, rhs, where U is the inverse of T(W)@inv(V)@W
    ("inv(T(T)@inv(U)@T)", "inv(T(T)@inv(U)@T)", "proved"),
    ("inv(T(T)@inv(U)@T)", "inv(T(T)@(T(W)@inv(V)@W)@T)", "proved"),
    ("inv(T(T)@inv(U)@T)@T(T)@inv(U)@G", "inv(T(T)@(T(W)@inv(V)@W)@T)@T(T)@T(W)@inv(V)@W@G", "proved"),
    ("inv(inv(inv(H)))", "inv(H)", "proved"),
    ("inv(T(T)@inv(U)@T)", "inv(T(T)@U@T)", "refuted"),
    ("inv(T(T)@inv(U)@T)", "inv(T(T)@(T(W)@V@W)@T)", "refuted"),
    ("inv(T(T)@inv(inv(H))@T)", "inv(T(T)@T(H)@T)", "refuted"),
]


@pytest.mark.parametrize(("lhs", "rhs", "expected"), ROWS)
def test_inverses_of_inverses(lhs: str, rhs: str, expected: str) -> None:
    symbols = {name: {"shape": shape} for name, shape in SHAPES.items()}
    record = {"lhs": lhs, "rhs": rhs, "symbols": symbols, "let": [["U", "inv(T(W)@inv(V)@W)"]]}
    assert answer_record(record, 5.0)["status"] == expected
