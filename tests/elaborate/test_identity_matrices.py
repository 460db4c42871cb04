"""The letter I: the identity matrix where a number has no meaning in its place, and nothing else is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verify_derivations import verify
from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

A: dict[str, Any] = {"A": {"shape": ["n", "n"]}, "x": {"shape": ["n"]}}
DATA: dict[str, Any] = {"X": {"shape": ["m", "n"]}, "w": {"shape": ["n"]}, "y": {"shape": ["m"]}}

VERDICTS: list[tuple[str, str, dict[str, Any], str]] = [
    ("A A^{-1}", "I", A, "proved"),
    ("A A^{-1}", "I_n", A, "proved"),
    ("(A + I)(A - I)", "A^2 - I", A, "proved"),
    ("(A + I)(A - I)", "A^2 + I", A, "not understood"),
    (r"X^\top X w + \lambda w", r"(X^\top X + \lambda I) w", DATA, "proved"),
    (r"X^\top X w + \lambda w", r"(X^\top X - \lambda I) w", DATA, "not understood"),
    (r"\operatorname{tr}(A A^{-1} I_n)", "n", A, "proved"),
    (r"\operatorname{tr}(I_v)", "v", {}, "proved"),  # ledger dev-84: v was any real number
    # a number, where that has a meaning
    ("V + I R", "I R + V", {}, "proved"),
    ("I^2", "I", {}, "not understood"),
    # a moment of inertia: ledger dev-86
    ("y", "I x", {**A, "y": {"shape": ["n"]}}, "not understood"),
    (r"x^\top I x", r"x^\top x", A, "not understood"),
    ("I", "A + A", A, "not understood"),
    # what is declared is what it is declared to be
    ("A A^{-1}", "I", {**A, "I": {"shape": ["n", "n"]}}, "refuted"),
    ("I x", "x", {**A, "I": "real"}, "refuted"),
]


@pytest.mark.parametrize(("lhs", "rhs", "symbols", "status"), VERDICTS)
def test_the_letter_is_read_as_the_shapes_ask(lhs: str, rhs: str, symbols: Any, status: str) -> None:
    verdict = verify(lhs, rhs, syntax="latex", symbols=symbols)
    assert verdict.status.value == status, verdict.reason


SAID = [
    (r"Let $A \in \mathbb{R}^{n\times n}$.", "proved"),
    (r"Let $A \in \mathbb{R}^{n\times n}$, and let $I = \int_V \rho(r)\,dV$.", "not understood"),
    (r"Let $A, I \in \mathbb{R}^{n\times n}$.", "not understood"),
    (r"Let $A \in \mathbb{R}^{n\times n}$, and $I = 2 A$.", "not understood"),
]


@pytest.mark.parametrize(("words", "status"), SAID)
def test_what_a_document_says_of_it_counts(
    words: str, status: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.md").write_text(f"{words} Then\n$$A A^{{-1}} = I$$\n", encoding="utf-8")
    *_, last = check_documents(read_paths(["notes.md"]), seconds=5).steps()
    assert str(last.status) == status, last
