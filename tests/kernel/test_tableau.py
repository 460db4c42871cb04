"""What is shown of a refuted claim about arrays: all entries of both sides at the point where it fails."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify_derivations import verify
from verify_derivations.model import Tableau

SYMBOLS: dict[str, dict[str, object]] = {
    "A": {"shape": ["n", "n"]},
    "B": {"shape": ["n", "n"]},
    "x": {"shape": ["n"]},
    "u": {"shape": [1]},
    "c": {"domain": "real"},
}


def refuted(lhs: str, rhs: str) -> tuple[dict[str, str], Tableau | None]:
    """The point at which the claim fails, and what is shown there."""
    witness = verify(lhs, rhs, symbols=SYMBOLS).witness
    assert witness is not None
    return dict(witness.point), witness.tableau


def shown(lhs: str, rhs: str) -> tuple[dict[str, str], Tableau]:
    point, tableau = refuted(lhs, rhs)
    assert tableau is not None
    return point, tableau


def values(tableau: Tableau, side: str) -> list[list[str | None]]:
    found = [[cell.lhs if side == "left" else cell.rhs for cell in row] for row in tableau.rows]
    return [[None if value is None else value.exact for value in row] for row in found]


def matrix(text: str) -> list[list[str]]:
    return [row.split(", ") for row in text.strip("[]").split("], [")]


def test_of_a_vector_there_is_a_row_for_each_entry():
    point, tableau = shown("A@x", "T(A)@x")
    assert (tableau.indices, len(tableau.at), len(tableau.rows)) == (("i",), 1, int(point["n"]))
    assert all(len(row) == 1 for row in tableau.rows)


def test_the_left_side_is_the_matrix_itself_and_the_right_side_its_transpose():
    point, tableau = shown("A", "T(A)")
    a = matrix(point["A"])
    assert values(tableau, "left") == a
    assert values(tableau, "right") == [list(column) for column in zip(*a, strict=True)]


def test_marked_are_the_entries_that_differ_and_the_one_of_the_witness_is_among_them():
    _, tableau = shown("A", "T(A)")
    marks = [[cell.differs for cell in row] for row in tableau.rows]
    assert not any(marks[k][k] for k in range(len(marks)))
    i, j = tableau.at
    assert marks[i - 1][j - 1]


def test_an_entry_where_a_side_is_not_defined_is_left_empty():
    point, tableau = shown("log(1 - x)", "x")
    defined = [cell.lhs is not None for row in tableau.rows for cell in row]
    assert defined == [Fraction(entry) < 1 for entry in point["x"].strip("[]").split(", ")]
    assert not all(defined)


@pytest.mark.parametrize(("lhs", "rhs"), [("tr(A@B)", "tr(A)*tr(B)"), ("x@x", "2*c"), ("u", "2*u")])
def test_a_number_and_a_single_entry_are_no_table(lhs: str, rhs: str):
    assert refuted(lhs, rhs)[1] is None
