"""Sizes of arrays of which something is said: a claim about the arrays holds for these sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

from verify_derivations.answers import answer_record

COMMUTE = "\n\n$$ AB = BA $$"

OF_SIZE_ONE = [
    # ledger dev-412: each of these was refuted at n = 2
    r"Let $A, B \in \mathbb R^{n\times n}$. If $n = 1$ then",
    r"Let $A, B \in \mathbb R^{n\times n}$. For $n \le 1$ we have",
    r"Let $A, B \in \mathbb R^{n\times n}$. For $n < 2$ we have",
    r"Let $n \le 1$. Let $A, B \in \mathbb R^{n\times n}$. Then",
    r"Let $n = 1$. Let $A, B \in \mathbb R^{n\times n}$. Then",
    r"Let $A, B \in \mathbb R^{n\times n}$, where $n$ is one. Then",
    r"Let $A, B \in \mathbb R^{n\times n}$, where $n$ equals 1. Then",
    r"Let $A, B \in \mathbb R^{n\times n}$. We first treat $n = 1$. Then",
    r"In one dimension, for $A, B \in \mathbb R^{n\times n}$,",
    r"Let $A, B \in \mathbb R^{n\times n}$. In the one-dimensional case",
    r"Let $A, B \in \mathbb R^{n\times n}$. For scalars",
    r"Let $A, B \in \mathbb R^{n\times n}$. When the size is one,",
    "设 $A, B \\in \\mathbb R^{n\\times n}$。在一维情形，",
]


@pytest.mark.parametrize("words", OF_SIZE_ONE)
def test_matrices_with_one_entry_commute(words: str, tmp_path: Path) -> None:
    assert told(words + COMMUTE, tmp_path)[-1] in ("undecided", "not understood", "proved")


REFUTED = [
    r"Let $n \ge 2$. Let $A, B \in \mathbb R^{n\times n}$. Then",
    r"Let $n \ge 1$ and $A, B \in \mathbb R^{n\times n}$. Then",
    r"Let $A, B \in \mathbb R^{n\times n}$, where $n$ is the number of features. Then",
]


@pytest.mark.parametrize("words", REFUTED)
def test_what_fails_for_a_size_that_is_meant_is_refuted(words: str, tmp_path: Path) -> None:
    assert told(words + COMMUTE, tmp_path)[-1] == "refuted"


def test_of_a_defined_size_the_claim_holds_for_that_one(tmp_path: Path) -> None:
    words = "Let $A \\in \\mathbb R^{m\\times n}$ with $m = n$. Then\n\n"
    trace = "$$\\operatorname{tr}(A^\\top A) = \\operatorname{tr}(A A^\\top)$$"
    assert told(words + trace, tmp_path)[-1] == "proved"


RECORDS = [
    # what defines n, or is given of it; the statuses of A@B = B@A
    ({"let": [["n", "1"]]}, "undecided"),
    ({"given": [["n", "1"]]}, "undecided"),
    ({"given": [["n", "<", "2"]]}, "undecided"),
    ({"let": [["n", "2"]]}, "refuted"),
    ({"let": [["n", "k + 1"]]}, "refuted"),
    ({"let": [["n", "1 - k**2"]]}, "undecided"),
    ({}, "refuted"),
]


@pytest.mark.parametrize(("said", "status"), RECORDS)
def test_a_definition_of_a_size_is_what_the_size_is(said: dict[str, object], status: str) -> None:
    square = {"shape": ["n", "n"]}
    record = {"lhs": "A@B", "rhs": "B@A", "symbols": {"A": square, "B": square, "k": "integer"}, **said}
    assert answer_record(record, 5.0)["status"] == status
