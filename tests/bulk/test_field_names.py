"""A field with a name that is not ours: the message says which one is meant."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.errors import VerifyDerivationsError
from verify_derivations.read.records import read_record

NAMES = [
    ("left", "lhs"),
    ("right", "rhs"),
    ("assume", "given"),
    ("where", "let"),
    ("relatoin", "relation"),
]


@pytest.mark.parametrize(("name", "meant"), NAMES)
def test_a_field_with_another_name_is_told(name: str, meant: str) -> None:
    record: dict[str, Any] = {"lhs": "x", "rhs": "x", name: "x"}
    with pytest.raises(VerifyDerivationsError, match=f'did you mean "{meant}"'):
        read_record(record)
