"""Both sides of a refuted claim about arrays, as they are shown: in a line, as tables, as matrices in TeX."""

from __future__ import annotations

import pytest

from verify_derivations.model import Cell, Enclosure, Tableau
from verify_derivations.render.tableau import nested, rows, tex_matrix


def value(exact: str) -> Enclosure:
    return Enclosure(exact, exact)


SAME = Cell(value("1"), value("1"), False)
OTHER = Cell(value("2"), value("1/2"), True)
NOWHERE = Cell(None, value("3"), False)
MATRIX = Tableau(("i", "j"), (1, 2), ((SAME, OTHER), (OTHER, NOWHERE)))
VECTOR = Tableau(("i",), (2,), ((SAME,), (OTHER,)))


@pytest.mark.parametrize(
    ("tableau", "left", "right"),
    [(MATRIX, "[[1, 2], [2, –]]", "[[1, 1/2], [1/2, 3]]"), (VECTOR, "[1, 2]", "[1, 1/2]")],
)
def test_in_a_line_a_vector_is_a_list_and_a_matrix_a_list_of_rows(tableau, left, right):
    assert (nested(tableau, "left"), nested(tableau, "right")) == (left, right)


def test_marked_are_all_that_differ_and_of_these_the_one_that_the_witness_is_about():
    shown = [entry for row in rows(MATRIX, "left") for entry in row]
    assert [(s.place, s.differs, s.at) for s in shown] == [
        ("i = 1, j = 1", False, False),
        ("i = 1, j = 2", True, True),
        ("i = 2, j = 1", True, False),
        ("i = 2, j = 2", False, False),
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Enclosure("0.25", "1/4"), "1/4"),
        (Enclosure("0.333333333333", "333333/1000000"), "0.33333…"),
        (Enclosure("1.23456789012e-20"), "1.23456…e-20"),
    ],
)
def test_a_long_number_is_cut_and_says_so(value, shown):
    [[entry]] = rows(Tableau(("i",), (1,), ((Cell(value, value, True),),)), "right")
    assert entry.text == shown


def test_in_tex_what_differs_is_in_colour_and_the_entry_of_the_witness_in_a_box():
    assert tex_matrix(MATRIX, "left") == (
        r"$\begin{pmatrix}\text{1} & \fbox{$\textcolor{vdrefuted}{\text{2}}$} \\ "
        r"\textcolor{vdrefuted}{\text{2}} & \text{--}\end{pmatrix}$"
    )
