"""Forged sums of squares: quadratic forms that are none, triangle inequalities the wrong way round."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from verify_derivations.certificate import Proof, Rewriting, Squares
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Status
from verify_derivations.read.records import read_record

SYMBOLS: dict[str, Any] = {
    "A": {"shape": ["n", "n"], "assume": ["spd"]},
    "B": {"shape": ["n", "n"], "assume": ["sym"]},
    "x": {"shape": ["n"]},
    "y": {"shape": ["n"]},
}
ONES = tuple(
    (name, place, Fraction(1)) for name, place in (("A", (1, 1)), ("B", (1, 1)), ("x", (1,)), ("y", (1,)))
)


def read(text: str) -> Claim:
    """What is stated of the arrays, or a term of them on the left side."""
    lhs, _, rhs = text.partition(" >= ")
    return read_record({"lhs": lhs, "relation": ">=", "rhs": rhs or "0", "symbols": SYMBOLS})


def exceeds(term: str) -> Proof:
    """The left side exceeds the right one by this; seen at n = 1 where all entries are 1."""
    return Proof(Squares(read(term).lhs, Rewriting()), (("n", (Fraction(1), Fraction(0))),), entries=ONES)


def double(body: str, last: str = "n") -> str:
    return f"Sum(Sum({body}, (j, 1, n)), (i, 1, {last}))"


FORM = double("x[i]*A[i, j]*x[j]")
SHORT = "Sum(abs(x[i]), (i, 1, n)) - abs(Sum(x[i], (i, 1, n)))"

GENUINE = [
    ("x@A@x >= 0", FORM),
    ("x@A@x >= 0", double("x[i]*A[j, i]*x[j]")),
    ("3*x@A@x >= 0", double("3*x[i]*A[i, j]*x[j]")),
    ("(x*y)@A@(x*y) >= 0", double("x[i]*y[i]*A[i, j]*y[j]*x[j]")),
    ("tr(A) >= 0", "Sum(A[i, i], (i, 1, n))"),
    ("sum(abs(x)) >= abs(sum(x))", SHORT),
]

FORGED = [
    # (what is claimed, what it is said to exceed by, why not); the claims hold at the point
    ("x@B@x >= 0", double("x[i]*B[i, j]*x[j]"), "not seen to be nowhere negative"),
    ("x@A@y >= 0", double("x[i]*A[i, j]*y[j]"), "not seen to be nowhere negative"),
    ("-x@A@x >= -9", double("-1*x[i]*A[i, j]*x[j]"), "not seen to be nowhere negative"),
    ("x@A@(x*x) >= 0", double("x[i]*A[i, j]*x[j]*x[j]"), "not seen to be nowhere negative"),
    ("sum(A) + 0*sum(x) >= 0", double("A[i, j]*x[i]"), "not seen to be nowhere negative"),
    ("x@(A*A*A)@x >= 0", double("x[i]*A[i, j]*A[i, j]*A[i, j]*x[j]"), "not seen to be nowhere negative"),
    ("sum(x)*x@A@x >= 0", double("x[i]*A[i, j]*x[j]*Sum(x[k], (k, 1, n))"), "not seen to be"),
    ("A[1, 1] >= 0", "Sum(A[1, i], (i, 1, n))", "not seen to be nowhere negative"),
    ("sum(x) >= abs(sum(x))", "Sum(x[i], (i, 1, n)) - abs(Sum(x[i], (i, 1, n)))", "not seen to be"),
    ("sum(abs(x)) >= abs(sum(y))", "Sum(abs(x[i]), (i, 1, n)) - abs(Sum(y[i], (i, 1, n)))", "not seen to be"),
    (
        "sum(abs(x)) >= 2*abs(sum(x)) - 1",
        "Sum(abs(x[i]), (i, 1, n)) - 2*abs(Sum(x[i], (i, 1, n)))",
        "not seen",
    ),
    ("sum(abs(x)) >= abs(sum(x)) - 1", SHORT, "not zero"),
]


@pytest.mark.parametrize(("stated", "term"), GENUINE)
def test_a_form_or_a_triangle_shows_it(stated: str, term: str) -> None:
    assert judge(read(stated), exceeds(term)).status is Status.PROVED


@pytest.mark.parametrize(("stated", "term", "why"), FORGED)
def test_what_may_be_negative_is_turned_down(stated: str, term: str, why: str) -> None:
    with pytest.raises(CertificateError, match=why):
        judge(read(stated), exceeds(term))


def test_a_form_over_a_part_of_the_indices_of_a_matrix_is_not_recognised() -> None:
    parts = double("x[i]*A[i, j]*x[j]", "n - 1")
    with pytest.raises(CertificateError, match="not seen to be nowhere negative"):
        judge(read(f"{parts} >= 0"), exceeds(parts))
