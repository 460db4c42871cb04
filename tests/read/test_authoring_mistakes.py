"""Slips of the pen in a claim file: each gets its own message, and the rest of the file is still read."""

from __future__ import annotations

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.python import read_python

HEAD = """
from sympy import Integral, Rational, Sum, Symbol, airyai, sqrt
from verify_derivations import derivation

a, x = Symbol("a", real=True), Symbol("x", real=True)

with derivation("slip", "A slip") as d:
"""

AFTER = """
with derivation("after", "What follows") as d:
    d.claim(x + x, 2 * x)
"""

SLIPS = [
    # lines of the block, code, what is said
    ("    d.begin(x)", "VD205", "has no second expression"),
    ("    d.equals(x)", "VD205", "call begin first"),
    ("    d.claim(x, x, becuase='so')", "VD202", "there is no argument becuase"),
    ("    d.claim(x, x + 1, expect='refutd')", "VD202", "'refutd' is no verdict"),
    ("    d.claim(x, x + 1, expect='refuted')", "VD206", "needs wrong=, the reason"),
    ("    d.claim(x + x == 2 * x)", "VD202", "Python's == compares at once"),
    ("    d.claim(x + 1)", "VD202", "is no relation"),
    ("    d.define(a, x)\n    d.define(a, 2 * x)", "VD202", "a is defined already"),
    ("    d.define(x + 1, a)", "VD202", "cannot be defined"),
    ("    d.declare(x, domain='posititive')", "VD207", "is no domain"),
]


@pytest.mark.parametrize(("block", "code", "words"), SLIPS)
def test_a_slip_is_named_and_the_rest_is_read(block, code, words, tmp_path):
    path = tmp_path / "slip.py"
    path.write_text(HEAD + block + "\n" + AFTER, encoding="utf-8")
    document = read_python(str(path))
    assert [(d.code, words in d.message) for d in document.diagnostics] == [(code, True)]
    assert [d.id for d in document.derivations] == ["slip", "after"]


def test_an_expression_without_meaning_does_not_hide_the_next_line(tmp_path):
    path = tmp_path / "slip.py"
    path.write_text(HEAD + "    d.claim(airyai(x), 0)\n    d.claim(x, x + 1)\n", encoding="utf-8")
    report = check_documents([read_python(str(path))])
    assert [str(step.status) for step in report.steps()] == ["not understood", "refuted"]
    assert not any(step.as_expected for step in report.steps())


def test_a_line_after_the_block_is_no_claim_that_passes_unseen(tmp_path):
    path = tmp_path / "slip.py"
    path.write_text(HEAD + "    d.claim(x, x)\nd.claim(x, x + 1)\n", encoding="utf-8")
    document = read_python(str(path))
    assert "is closed" in document.diagnostics[0].message


def test_integrals_and_sums_are_read_as_printed(tmp_path):
    path = tmp_path / "slip.py"
    block = "    d.claim(Integral(x, (x, 0, 1)), Rational(1, 2))\n    d.claim(Sum(x**2, (x, 1, 4)), 30)\n"
    path.write_text(HEAD + block, encoding="utf-8")
    report = check_documents([read_python(str(path))])
    assert [str(step.status) for step in report.steps()] == ["proved", "proved"]
    assert [step.read_as for step in report.steps()][1].startswith(r"\sum_{x=1}^{4} x^{2}")


def test_an_assumption_about_a_defined_name_counts(tmp_path):
    path = tmp_path / "slip.py"
    path.write_text(
        HEAD + "    d.define(a, x)\n    d.assume(a > 0)\n    d.claim(sqrt(x**2), x)\n", encoding="utf-8"
    )
    report = check_documents([read_python(str(path))])
    assert [str(step.status) for step in report.steps() if step.status] == ["proved"]
