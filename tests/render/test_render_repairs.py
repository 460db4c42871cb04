"""What would mend a refuted step is told in every format: what is exchanged, for what, and why."""

from __future__ import annotations

import json

import pytest
from sample_reports import PATH

from verify_derivations.check import check_documents
from verify_derivations.model import Claim, Derivation, Document, Kind, Step
from verify_derivations.render.explanation import explain_step
from verify_derivations.render.html import render_html
from verify_derivations.render.json import render_json
from verify_derivations.render.latex import render_latex
from verify_derivations.render.text import render_concise, render_full
from verify_derivations.results import Report
from verify_derivations.span import Span
from verify_derivations.term.notation.plain import parse_plain


def step(lhs: str, rhs: str) -> Step:
    return Step("s", Kind.CLAIM, Claim(parse_plain(lhs), "=", parse_plain(rhs)), Span(PATH, 3, 5))


def report(lhs: str, rhs: str) -> Report:
    derivation = Derivation("slip", "A slip", Span(PATH, 2), steps=(step(lhs, rhs),))
    return check_documents([Document(PATH, "", (derivation,))])


PART = report("diff(1/(1 + exp(-x)), x)", "exp(-x)/(1 - exp(-x))**2")
WHOLE = report("diff(cos(x), x)", "sin(x)")
LEFT = report("log(a + b)", "log(a) + log(b)")
NONE = report("sqrt(a**2 + b**2)", "a + b")

TOLD = [
    (PART, "holds if 1 - exp(-x) is 1 + exp(-x) (a sign)"),
    (WHOLE, "holds if the right side is -sin(x) (a sign)"),
    (LEFT, "holds if on the left a + b is a*b (a sum for a product)"),
]


@pytest.mark.parametrize(("given", "told"), TOLD)
def test_the_terminal_says_what_would_mend_it(given, told):
    assert f"repair: {told}\n" in render_full(given)
    assert f"; {told}\n" in render_concise(given)


@pytest.mark.parametrize(("given", "told"), TOLD)
def test_explain_says_it_with_the_statement_that_was_proved(given, told):
    (result,) = given.steps()
    lines = "\n".join(explain_step(result, given.documents[0].derivations[0].derivation))
    assert f"repair  {told}" in lines
    assert ": proved" in lines


def test_the_page_shows_both_formulas():
    page = render_html(PART)
    assert '<p class="mending">holds if <math' in page
    assert '<span class="slip">a sign</span>' in page
    assert "holds if the right side is <math" in render_html(WHOLE)


def test_the_latex_file_shows_both_formulas():
    assert r"\vdfact{holds if}{}\vdformula{1 - e^{-x}}\vdsay{is}\vdformula{1 + e^{-x}}" in render_latex(PART)
    assert r"\vdfact{holds if the right side is}{}\vdformula{-\sin" in render_latex(WHOLE)


def test_the_json_report_has_all_of_it():
    (told,) = json.loads(render_json(PART))["documents"][0]["derivations"][0]["steps"]
    assert told["repair"] == {
        "side": "right",
        "slip": "a sign",
        "old_text": "1 - exp(-x)",
        "old_latex": "1 - e^{-x}",
        "new_text": "1 + exp(-x)",
        "new_latex": "1 + e^{-x}",
        "statement": "diff(1/(1 + exp(-x)), x) = exp(-x)/(1 + exp(-x))**2",
        "statement_latex": told["repair"]["statement_latex"],
        "conditions": [],
        "under": None,
        "unless": None,
    }


def test_nothing_is_said_where_nothing_small_would_mend_it():
    assert "holds if" not in render_full(NONE) + render_concise(NONE)
    assert "mending" not in render_html(NONE).partition("<body>")[2]
    assert json.loads(render_json(NONE))["documents"][0]["derivations"][0]["steps"][0]["repair"] is None


def test_the_numbers_say_how_many_would_be_mended():
    assert "1 of 1 refuted statement would hold after one small edit." in render_full(PART)
    assert json.loads(render_json(PART))["summary"]["repaired"] == 1
    assert "small edit" not in render_full(NONE)
