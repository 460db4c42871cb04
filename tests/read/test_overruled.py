"""What an author says in a comment settles what the text nearby would put in doubt."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import results

NEARBY = "At the fixed points we have $z^2 = z$, as $y = 1$. "

ROWS = [
    # what stands before the formula, the formula, its verdict
    (NEARBY + "So", "z^3 = z", "not understood"),
    (NEARBY + "<!-- vd: constant $z$ --> So", "z^3 = z", "refuted"),
    (NEARBY + "<!-- vd: constant $y$ --> So", "z^3 = z", "not understood"),
    (NEARBY + "<!-- vd: let $y = 1 + h$ --> So", "z^3 = z", "not understood"),
]


@pytest.mark.parametrize(("before", "formula", "status"), ROWS)
def test_a_relation_nearby(before, formula, status, tmp_path: Path):
    found = results(f"{before}\n$$ {formula} $$", tmp_path)
    assert str(found[-1].status) == status


def test_what_was_said_of_the_base_of_logarithms_further_up_is_no_doubt(tmp_path: Path):
    text = (
        "In the figure $u = \\frac{1}{1 + e^{-z}}$ is steep.\n\n"
        "<!-- vd: let $\\sigma(t) = \\frac{1}{1 + e^{-t}}$; constant $z$ -->\n\n"
        "Therefore $$ \\sigma'(z) = \\sigma(z) \\sigma(1 - \\sigma(z)) $$"
    )
    assert str(results(text, tmp_path)[-1].status) == "refuted"
