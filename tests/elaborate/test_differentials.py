r"""The letter d before names on both sides: `du = x\,dx` is nothing that a factor d is cancelled from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verify_derivations.answers import answer_record
from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths


def status(words: str, statement: str, folder: Path) -> str:
    path = folder / "note.md"
    path.write_text(f"{words}\n\n$$ {statement} $$\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


OPEN = [
    # ledger dev-410: the false ones among these were proved
    (r"Let $u = x^2$. Then", r"du = x\,dx"),
    (r"Let $u = x^2$. Then", r"du = 2x\,dx"),
    (r"Let $u = x^2$. Then", r"\mathrm{d}u = x\,\mathrm{d}x"),
    ("We have", r"d(uv) = u\,dv"),
    ("We have", r"d(x^2) = x\,dx"),
    (r"Let $V = \frac43\pi r^3$. Then", r"dV = \frac43\pi r^2\,dr"),
    (r"Let $F = x^2 y$. Then", r"\delta F = x^2\,\delta y"),
    (r"Let $u = x^2$. Then", r"\Delta u = x\,\Delta x"),
]


@pytest.mark.parametrize(("words", "statement"), OPEN)
def test_a_differential_is_no_factor(words: str, statement: str, tmp_path: Path) -> None:
    assert status(words, statement, tmp_path) == "not understood"


DECIDED = [
    (r"Let $d \in \mathbb R$. Then", r"d(a + b) = da + db", "proved"),
    (r"<!-- vd: constant $d$ -->", r"d(a + b) = da + db", "proved"),
    ("We have", r"d^2 - 1 = (d-1)(d+1)", "proved"),
    ("We have", r"\int_0^1 2x\,dx = \int_0^1 3x^2\,dx", "proved"),
    (r"Let $f(x) = x^2$. Then", r"\frac{df}{dx} = 2x", "proved"),
    (r"Let $f(x) = x^2$. Then", r"f(x)\,dx = x \cdot x\,dx", "proved"),
    (r"Let $\delta = a - y$. Then", r"\delta x = ax - yx", "proved"),
]


@pytest.mark.parametrize(("words", "statement", "expected"), DECIDED)
def test_a_number_called_d_is_one(words: str, statement: str, expected: str, tmp_path: Path) -> None:
    assert status(words, statement, tmp_path) == expected


def test_in_records_too() -> None:
    record = {"syntax": "latex", "lhs": "du", "rhs": r"x\,dx", "let": [["u", "x^2"]]}
    assert answer_record(record, 5.0)["status"] == "not understood"
    declared = {
        **record,
        "lhs": r"d\,u",
        "rhs": r"d\,x^2",
        "symbols": json.loads('{"d": {"domain": "real"}}'),
    }
    assert answer_record(declared, 5.0)["status"] == "proved"
