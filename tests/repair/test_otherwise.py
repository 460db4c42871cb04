"""Repairs of statements that can be read in several ways: where one is proved for one only, it says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from verify_derivations.check import check_documents, mend
from verify_derivations.model import Alternative, Declaration
from verify_derivations.read.paths import read_paths
from verify_derivations.read.records import read_record
from verify_derivations.render import RENDERERS, RenderOptions
from verify_derivations.repair.search import Wrong
from verify_derivations.results import Report, StepResult
from verify_derivations.term.syntax.domain import DOMAINS


def report(folder: Path, text: str) -> Report:
    path = folder / "notes.md"
    path.write_text(text, encoding="utf-8")
    return check_documents(read_paths([str(path)]))


def step(found: Report) -> StepResult:
    return list(found.steps())[-1]


NUMBERS_ONLY = [
    r"2AB = BA",
    r"(A+B)^2 = A^2 + AB + B^2",
]


@pytest.mark.parametrize("printed", NUMBERS_ONLY)
def test_what_mends_a_statement_about_numbers_may_not_mend_it_for_matrices(printed, tmp_path):
    found = report(tmp_path, f"We get\n\n$${printed}$$\n")
    repair = step(found).repair
    assert step(found).status == "refuted"
    assert repair is not None
    assert repair.unless == "A and B are matrices"
    for kind in RENDERERS:
        assert "A and B are matrices" in " ".join(RENDERERS[kind](found, RenderOptions()).split())


@pytest.mark.parametrize("printed", NUMBERS_ONLY)
def test_of_what_is_declared_to_be_numbers_nothing_is_left_open(printed, tmp_path):
    repair = step(report(tmp_path, f"Let $A, B \\in \\mathbb{{R}}$.\n\n$${printed}$$\n")).repair
    assert repair is not None
    assert repair.unless == ""


CLAIM = read_record({"lhs": "sqrt(x**2)", "rhs": "2*x", "symbols": {"x": "positive"}})
"""It is mended for positive x, by `x` on the right."""

OTHER_DOMAINS = [
    # where x may live, too; whether a proof for it is said to stand there; what is left open
    ("gt1", False, ""),
    ("nonzero", False, "x is another one"),
    ("nonzero", True, ""),
]


@pytest.mark.parametrize(("domain", "covered", "unless"), OTHER_DOMAINS)
def test_the_edited_statement_is_proved_in_each_other_context(domain, covered, unless):
    context = replace(CLAIM.context, declarations=(Declaration("x", DOMAINS[domain]),))
    other = Alternative("x is another one", "", replace(CLAIM, context=context), covered)
    (repair,) = mend(Wrong((CLAIM,), alternatives=((other,),)))
    assert repair is not None
    assert repair.unless == unless


def test_of_other_terms_nothing_is_known():
    other = Alternative("it is about y", "", read_record({"lhs": "sqrt(y**2)", "rhs": "2*y"}))
    (repair,) = mend(Wrong((CLAIM,), alternatives=((other, Alternative("it is none", "")),)))
    assert repair is not None
    assert repair.unless == "it is about y, or it is none"
