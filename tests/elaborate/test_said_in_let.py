r"""Equations in a clause that declares, "let $x \in \mathbb R$ and $x^2 = x$": conditions, not claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def results(words: str, statement: str, folder: Path) -> list[StepResult]:
    path = folder / "note.md"
    path.write_text(f"{words}\n\n$$ {statement} $$\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()]


CONDITIONS = [
    # ledger dev-401: the equation in the sentence was refuted
    (r"Let $x \in \mathbb R$ and $x^2 = x$. Then", r"x^3 = x"),
    (r"Let $x^2 = x$. Then", r"x^3 = x"),
    (r"Let $x, y$ be numbers with $xy = x + y$. Then", r"(x-1)(y-1) = 1"),
    (r"Let $u, v \in \mathbb R^n$ and $u^\top v = 0$. Then", r"\|u+v\|^2 = \|u\|^2 + \|v\|^2"),
    (r"Let $A, B \in \mathbb R^{n\times n}$ and $AB = BA$. Then", r"(A+B)^2 = A^2+2AB+B^2"),
    (r"Let $A$ be an $n\times n$ matrix and $A^2 = A$. Then", r"A^3 = A"),
    (r"Let $p, q$ be positive and $\frac1p + \frac1q = 1$. Then", r"p + q = pq"),
    (r"设 $x \in \mathbb R$ 且 $x^2 = x$。则", r"x^3 = x"),
]


@pytest.mark.parametrize(("words", "statement"), CONDITIONS)
def test_an_equation_in_a_declaration_is_a_condition(words: str, statement: str, tmp_path: Path) -> None:
    *before, last = results(words, statement, tmp_path)
    assert [str(step.step.kind) for step in before] == ["condition"]
    assert last.verdict is not None
    assert last.verdict.status == "proved", last.verdict.reason


def test_without_the_condition_it_is_refuted(tmp_path: Path) -> None:
    [last] = results(r"Let $x \in \mathbb R$. For all $x$", r"x^3 = x", tmp_path)
    assert last.verdict is not None
    assert last.verdict.status == "refuted"


def test_an_equation_behind_where_may_be_one(tmp_path: Path) -> None:
    first, _ = results(r"where $x^2 = x$.", r"x^3 = x", tmp_path)
    assert first.verdict is not None
    assert first.verdict.status == "not understood"


CLAIMS = [
    r"Let $\sigma(z) = \frac{1}{1+e^{-z}}$, where $\sigma'(z) = \sigma(z)(1+\sigma(z))$.",
    r"Let us compute $(a+b)^2 = a^2 + b^2$ for real $a$ and $b$.",
]


@pytest.mark.parametrize("words", CLAIMS)
def test_what_is_said_of_a_definition_or_computed_is_a_claim(words: str, tmp_path: Path) -> None:
    *_, claimed, _ = results(words, "0 = 0", tmp_path)
    assert claimed.verdict is not None
    assert claimed.verdict.status == "refuted"
