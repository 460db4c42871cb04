r"""Shapes that were declared and do not fit: the statement has no meaning as printed."""

from __future__ import annotations

import pytest

from verify_derivations import verify
from verify_derivations.model import Status

SHAPES = {
    "X": {"shape": ["m", "n"]},
    "w": {"shape": ["n"]},
    "y": {"shape": ["m"]},
    "A": {"shape": ["n", "n"]},
}

CLASHES = [
    (
        r"X (X w - y)",
        r"A w",
        "the shapes (m, n) and (m) do not fit in a product; the transpose of the first would fit",
    ),
    (r"X w + w", r"y", "the shapes (m) and (n) do not fit"),
    (r"A X", r"X", "the shapes (n, n) and (m, n) do not fit in a product"),
]


@pytest.mark.parametrize(("lhs", "rhs", "reason"), CLASHES)
def test_sizes_that_are_declared_and_differ_have_no_meaning_together(lhs: str, rhs: str, reason: str):
    verdict = verify(lhs, rhs, symbols=SHAPES, syntax="latex")
    assert (verdict.status, verdict.reason.removeprefix("lhs: ")) == (Status.ILL_FORMED, reason)


def test_what_nobody_declared_is_only_not_understood():
    verdict = verify(r"X (X w - y)", r"A w", symbols={"y": SHAPES["y"]}, syntax="latex")
    assert verdict.status is not Status.REFUTED
    assert verdict.status is not Status.ILL_FORMED


def test_a_name_that_nobody_declared_may_be_a_matrix_that_makes_it_fit():
    verdict = verify(r"y", r"W w + y", symbols={"y": SHAPES["y"], "w": SHAPES["w"]}, syntax="latex")
    assert verdict.status is Status.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("lhs", "rhs", "status"),
    [
        (r"\nabla_w \|X w - y\|^2", r"2 X^T (X w - y)", Status.PROVED),
        (r"\nabla_w \|X w - y\|^2", r"X^T (X w - y)", Status.REFUTED),
        (r"\|w\|", r"2\|w\|", Status.NOT_UNDERSTOOD),
    ],
)
def test_a_square_of_a_norm_without_a_name_is_of_the_euclidean_norm(lhs: str, rhs: str, status: Status):
    assert verify(lhs, rhs, symbols=SHAPES, syntax="latex").status is status
