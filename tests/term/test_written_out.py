"""Arrays that are written out come back entry by entry, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from verify_derivations.term.arrays.matrix_form import matrix_form
from verify_derivations.term.arrays.matrix_notation import form_latex, form_text
from verify_derivations.term.arrays.written_out import written_entries
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Number, Symbol

SIZES = {"i": Number(2), "j": Number(2)}
PLACES = (Symbol("i"), Symbol("j"))

WRITTEN = [
    # the entry at i, j; as text; as LaTeX
    ("delta(i, 1)*delta(j, 2)*x + y*delta(i, 2)*delta(j, 1)", "[[0, x], [y, 0]]", "0 & x \\\\ y & 0"),
    ("delta(i, 1)*delta(j, 1)", "[[1, 0], [0, 0]]", "1 & 0 \\\\ 0 & 0"),
    ("-delta(i, 2)*delta(j, 2)/(x + 1)", "[[0, 0], [0, -1/(x + 1)]]", None),
]

NOT_WRITTEN = [
    "x + delta(i, 1)*delta(j, 1)",
    "delta(i, 1)*delta(j, 1) + delta(i, 1)*delta(j, 1)",
    "delta(i, j)",
    "delta(i, 1)*i",
    "i*delta(i, 1)*delta(j, 1)",
    "delta(i, x)*delta(j, 1)",
]


@pytest.mark.parametrize(("entry", "as_text", "as_latex"), WRITTEN)
def test_the_entries_come_back_row_by_row(entry, as_text, as_latex):
    form = matrix_form(parse_plain(entry), tuple(SIZES.items()), {})
    assert form_text(form) == as_text
    assert as_latex is None or form_latex(form) == rf"\begin{{pmatrix}}{as_latex}\end{{pmatrix}}"


@pytest.mark.parametrize("entry", NOT_WRITTEN)
def test_what_is_no_sum_of_single_entries_is_not_written_out(entry):
    assert written_entries(parse_plain(entry), PLACES, SIZES) is None


def test_an_array_of_any_size_is_not_written_out():
    entry = parse_plain("delta(i, 1)*delta(j, 1)")
    assert written_entries(entry, PLACES, {**SIZES, "j": Symbol("n")}) is None
