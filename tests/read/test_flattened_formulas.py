"""Formulas that were copied without their layout are told, where they stand; words and settings are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Status
from verify_derivations.read.flattened import flattened
from verify_derivations.read.paths import read_paths

FORMULAS = [
    "f′(z)=(11+e−z)′=e−z(1+e−z)2",
    "J(Θ)=−1m∑i=1m[y(i)klog((hΘ(x(i)))k)]+λ2m∑l=1L−1∑i=1sl(Θ(l)j,i)2",
    "a1=⎡⎣⎢⎢x0x1x2⎤⎦⎥⎥",
    "e=(a+b)(b+1)",
]
OTHERS = [
    "we have x = 1 − y",
    "其中a=(b+c)",
    "learning_rate=0.1",
    "n = 3",
    "(0,1)",
    r"a = \frac{1}{2}(b)",
    "$a=(b+c)$",
    "the end.",
]


@pytest.mark.parametrize("line", FORMULAS)
def test_a_line_that_is_a_formula_without_layout_is_one(line: str):
    assert flattened(f"  {line}  ") == (2, 2 + len(line) + 2) or flattened(line) == (0, len(line))


@pytest.mark.parametrize("line", OTHERS)
def test_anything_else_is_none(line: str):
    assert flattened(line) is None


def test_it_is_told_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    text = "Sigmoid\n\nFunction: F (z) = 11 + e − Z\n\n$$ x + x = 2x $$\n"
    Path("page.txt").write_text(text, encoding="utf-8")
    first, second = check_documents(read_paths(["page.txt"]), seconds=5).steps()
    assert (first.status, second.status) == (Status.NOT_UNDERSTOOD, Status.PROVED)
    assert (first.step.printed, first.step.span.line, first.step.span.column) == ("F (z) = 11 + e − Z", 3, 11)
    assert first.verdict is not None
    assert "copied without its layout" in first.verdict.reason
