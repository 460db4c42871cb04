"""Sums over ranges in the plain notation: a shifted index stays within the axis, or nothing is claimed."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations.check import decide
from verify_derivations.read.records import RecordError, read_record

SHAPES: dict[str, Any] = {"x": {"shape": ["n"]}, "X": {"shape": ["m", "n"]}}
INDICES = {"i": "n", "r": "m", "h": "n - 1"}


def read(lhs: str, rhs: str = "0", **more: Any):
    return read_record({"lhs": lhs, "rhs": rhs, "symbols": SHAPES, "indices": INDICES, **more})


WITHIN = [
    "Sum(x[k], (k, 1, n))",
    "Sum(x[k + 1] - x[k], (k, 1, n - 1))",
    "Sum(x[n + 1 - k], (k, 1, n))",
    "Sum(x[n - k], (k, 0, n - 1))",
    "Sum(x[k], (k, 1, i))",
    "x[h + 1] - x[h]",
    "Sum(x[i + 1 - k], (k, 1, i))",
    "Sum(Sum(X[r, j], (j, 1, k)), (k, 1, n))",
    "Sum(X[r, j], (j, 1, k), (k, 1, n))",
    "prod(x[k], (k, 1, n))",
    "Product(X[a, b], (a, 1, m), (b, 1, n))",
]


@pytest.mark.parametrize("text", WITHIN)
def test_an_index_that_stays_within_its_axis_is_read(text: str) -> None:
    assert read(text, "0*sum(x)").lhs is not None


OUTSIDE = [
    ("Sum(x[k + 1], (k, 1, n))", "the index k + 1 runs up to n + 1, the axis from 1 to n"),
    ("Sum(x[k - 1], (k, 1, n))", "the index k - 1 runs from 0, the axis from 1 to n"),
    ("Sum(x[n - k], (k, 1, n))", "the index n - k runs from 0, the axis from 1 to n"),
    ("x[i + 1]", "the index i + 1 runs up to n + 1, the axis from 1 to n"),
    ("Sum(x[k], (k, 1, m))", "the index k runs up to m, the axis from 1 to n"),
    ("x[2]", "the entry 2 of an axis that runs to n"),
    ("Sum(x[2*k], (k, 1, n))", "the index 2*k runs up to 2*n, the axis from 1 to n"),
]


@pytest.mark.parametrize(("text", "words"), OUTSIDE)
def test_an_index_that_may_leave_its_axis_has_no_meaning(text: str, words: str) -> None:
    with pytest.raises(RecordError) as raised:
        read(text)
    assert words in raised.value.message
    assert str(raised.value.status) == "ill-formed"


NOT_READ = [
    ("Sum(x[k], k)", "a range is written (k, a, b)"),
    ("Sum(x[q], (k, 1, n))", "q is no declared index"),
    ("Sum(x[k*k], (k, 1, n))", "k*k is no declared index"),
    ("Sum(x[k/2], (k, 1, n))", "k/2 is no declared index"),
    ("Sum(x[n], (n, 1, m))", "n is a name already"),
    ("Sum(x[x], (x, 1, m))", "x is a name already"),
]


@pytest.mark.parametrize(("text", "words"), NOT_READ)
def test_what_is_no_range_or_no_index_is_not_read(text: str, words: str) -> None:
    with pytest.raises(RecordError) as raised:
        read(text)
    assert words in raised.value.message


def test_what_is_said_of_a_size_lets_an_entry_be_there() -> None:
    claim = read("x[2]", "x[2]", sizes="n >= 2")
    assert claim.context.domain("n").lower == 2


def test_a_bound_index_may_have_the_name_of_a_declared_one() -> None:
    assert str(decide(read("Sum(x[i], (i, 1, n))", "S(i, x[i])")).status) == "proved"


def test_a_free_index_may_stop_before_the_end() -> None:
    verdict = decide(read("x[h + 1]*2 - x[h]", "x[h + 1] + (x[h + 1] - x[h])"))
    assert str(verdict.status) == "proved"
    verdict = decide(read("x[h + 1]", "x[h]"))
    assert str(verdict.status) == "refuted"
