"""What indices run over is told by the axes at which they stand; what does not fit is named."""

from __future__ import annotations

import pytest

from verify_derivations.errors import TermError
from verify_derivations.term.arrays.array import ShapeError
from verify_derivations.term.arrays.index_ranges import IndexRanges
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import (
    ONE,
    ZERO,
    Add,
    Bound,
    Delta,
    Entry,
    Family,
    InverseEntry,
    Mul,
    Number,
    Sum,
    Symbol,
    Term,
)

m, n, i, j = (Symbol(name) for name in "mnij")
SHAPES = {"A": (m, n), "x": (n,), "P": (Number(2), Number(3))}


def entry(array: str, *indices: Term) -> Entry:
    return Entry(array, indices)


def total(upper: Term, body: Term, lower: Term = ONE) -> Sum:
    return Sum("k", lower, upper, body)


MATRIX = Family("i", ONE, n, Family("j", ONE, n, Delta(Bound(0), Bound(1))))

FOUND = [
    # term, what its free indices run over
    (entry("x", i), {"i": "n"}),
    (entry("A", i, j), {"i": "m", "j": "n"}),
    (entry("A", ONE, j), {"j": "n"}),
    (entry("P", Number(2), Number(3)), {}),
    (entry("P", i, ONE), {"i": "2"}),
    (total(n, Mul((entry("A", i, Bound(0)), entry("x", Bound(0))))), {"i": "m"}),
    (total(n, entry("x", Bound(0)), lower=Number(2)), {}),
    (total(Number(3), entry("P", ONE, Bound(0)), lower=Number(2)), {}),
    (Add((entry("x", i), Delta(i, j))), {"i": "n", "j": "n"}),
    (total(n, Delta(Bound(0), j)), {"j": "n"}),
    (InverseEntry(MATRIX, (i,), (j,)), {"i": "n", "j": "n"}),
    (Add((i, ONE)), {}),
]


@pytest.mark.parametrize(("term", "found"), FOUND)
def test_an_index_runs_over_the_axis_at_which_it_stands(term, found):
    ranges = IndexRanges(SHAPES)
    ranges.look_at(term)
    assert {name: text(size) for name, size in ranges.found.items()} == found


CLASHES = [
    (entry("A", i, i), "the index i runs to m, A to n"),
    (Add((entry("A", i, j), entry("x", i))), "the index i runs to m, x to n"),
    (
        Add((entry("x", i), entry("A", j, ONE), Delta(i, j))),
        "the index i runs to n, the other index of a Kronecker delta to m",
    ),
    (total(m, entry("x", Bound(0))), "k runs from 1 to m, x is counted from 1 to n"),
    (total(n, entry("x", Bound(0)), lower=ZERO), "k runs from 0 to n, x is counted from 1 to n"),
    (total(Number(3), entry("x", Bound(0))), "k runs from 1 to 3, x is counted from 1 to n"),
    (total(Number(3), entry("P", Bound(0), ONE)), "k runs from 1 to 3, P is counted from 1 to 2"),
    (entry("P", Number(3), ONE), "there is surely no entry 3 of P, counted from 1 to 2"),
    (entry("x", ZERO), "there is surely no entry 0 of x, counted from 1 to n"),
    (entry("x", Number(2)), "there is surely no entry 2 of x, counted from 1 to n"),
    (entry("x", i, j), "x has 1 index and is used with 2"),
    (entry("A", i), "A has 2 indices and is used with 1"),
]


@pytest.mark.parametrize(
    ("term", "message"), CLASHES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_index_that_does_not_fit_is_named(term, message):
    with pytest.raises(ShapeError) as error:
        IndexRanges(SHAPES).look_at(term)
    assert message in error.value.message


NOT_UNDERSTOOD = [
    (entry("y", i), "y has no declared shape"),
    (entry("x", n), "n is a number and is used as an index of x"),
    (entry("x", Add((i, n))), "i + n is no index of x; a name or a number is"),
]


@pytest.mark.parametrize(("term", "message"), NOT_UNDERSTOOD)
def test_what_is_no_index_is_not_understood(term, message):
    with pytest.raises(TermError) as error:
        IndexRanges(SHAPES, numbers=frozenset({"m", "n"})).look_at(term)
    assert message in error.value.message
    assert not isinstance(error.value, ShapeError)


MOVED = [
    (total(Add((n, Number(-1))), entry("x", Add((Bound(0), ONE)))), ""),
    (total(n, entry("x", Add((n, ONE, Mul((Number(-1), Bound(0))))))), ""),
    (total(i, entry("x", Bound(0))), ""),
    (total(n, entry("x", Add((Bound(0), ONE)))), "an index runs from 2 to n + 1, x is counted from 1 to n"),
    (entry("x", Add((i, ONE))), "an index runs from 2 to n + 1, x is counted from 1 to n"),
]


@pytest.mark.parametrize(("term", "message"), MOVED)
def test_a_moved_index_stays_within_the_axis(term, message):
    ranges = IndexRanges(SHAPES, {"i": n}, numbers=frozenset({"m", "n"}))
    if not message:
        ranges.look_at(term)
        return
    with pytest.raises(ShapeError) as error:
        ranges.look_at(term)
    assert message in error.value.message


def test_what_was_declared_of_an_index_counts():
    with pytest.raises(ShapeError, match="the index i runs to m, x to n"):
        IndexRanges(SHAPES, {"i": m}).look_at(entry("x", i))
