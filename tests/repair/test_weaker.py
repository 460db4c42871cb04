"""A refuted equation may be an inequality, equal to some digits, proportional, or true under a condition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify_derivations.check import check_documents, decide, mend
from verify_derivations.model import Claim, Context, Declaration, Repair, Status
from verify_derivations.read.paths import read_paths
from verify_derivations.render import RENDERERS, RenderOptions
from verify_derivations.render.mending import mending, mending_text
from verify_derivations.repair.search import Wrong
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Decimal


def mended(lhs: str, rhs: str, sign: str = "=", **domains: str) -> Repair | None:
    declarations = tuple(Declaration(name, DOMAINS[d]) for name, d in domains.items())
    claim = Claim(parse_plain(lhs), sign, parse_plain(rhs), Context(declarations))
    assert decide(claim).status is Status.REFUTED
    (found,) = mend(Wrong((claim,)))
    return found


INEQUALITIES = [
    ("Abs(x + y)", "Abs(x) + Abs(y)", "<="),
    ("2*a*b", "a**2 + b**2", "<="),
    ("exp(x)", "1 + x", ">="),
]


@pytest.mark.parametrize(("lhs", "rhs", "sign"), INEQUALITIES)
def test_an_equation_may_be_an_inequality(lhs, rhs, sign):
    repair = mended(lhs, rhs)
    assert repair is not None
    assert (repair.side, repair.new, repair.claim.relation) == ("relation", sign, sign)
    assert mending_text(repair) == f"holds if the relation = is {sign} (an equation for an inequality)"


def test_a_difference_that_is_the_same_everywhere_is_no_inequality():
    assert mended("x + 1", "x + 3") is None


NUMBERS = [
    ("pi", "22/7", Decimal(314, 2), "equal to 3 digits only"),
    ("pi", "355/113", Decimal(3141593, 6), "equal to 7 digits only"),
    ("log(2)", "0.6932", Decimal(6931, 4), "a digit"),
    ("log(2)", "0.6913", Decimal(6931, 4), "a digit"),
]


@pytest.mark.parametrize(("lhs", "rhs", "digits", "slip"), NUMBERS)
def test_numbers_may_agree_to_some_digits_or_have_a_digit_wrong(lhs, rhs, digits, slip):
    repair = mended(lhs, rhs)
    assert repair is not None
    assert (repair.claim.rhs, repair.claim.relation, repair.slip) == (digits, "≈", slip)


@pytest.mark.parametrize(("lhs", "rhs"), [("log(2)", "0.5941"), ("pi", "3"), ("pi", "3.25")])
def test_numbers_that_differ_in_more_are_other_numbers(lhs, rhs):
    assert mended(lhs, rhs) is None


def test_a_constant_factor_is_told_as_one():
    repair = mended("diff(x**3*exp(x), x)", "(3*x**2 + x**3)*exp(x)*13/29")
    assert repair is not None
    assert repair.slip == "a constant factor: the sides are proportional"


CONDITIONS = [
    ("sqrt(x**2)", "x", "x >= 0", r"x \ge 0"),
    ("Abs(x)", "-x", "x <= 0", r"x \le 0"),
    ("sin(pi*n)*x", "n - n", "n is an integer", r"n \in \mathbb{Z}"),
]


@pytest.mark.parametrize(("lhs", "rhs", "words", "shown"), CONDITIONS)
def test_it_may_hold_under_a_condition(lhs, rhs, words, shown):
    repair = mended(lhs, rhs)
    assert repair is not None
    under = repair if repair.side == "condition" else repair.under
    assert under is not None
    assert (under.new, under.verdict.status) == (words, Status.PROVED)
    assert words in mending_text(repair)
    told = mending(repair)
    assert shown in (told.new, told.under)


OF_ALL = [
    ("sqrt(s**2*t**2)", "=", "s*t", "s >= 0, t >= 0", r"s \ge 0, t \ge 0"),
    ("x + 1/x", ">=", "2", "x >= 0", r"x \ge 0"),  # at 0 it says nothing
    ("Abs(x)*y", "<=", "x*Abs(y)", "x >= 0", r"x \ge 0"),
]


@pytest.mark.parametrize(("lhs", "sign", "rhs", "words", "shown"), OF_ALL)
def test_it_may_hold_under_conditions_on_all_symbols_and_as_an_inequality(lhs, sign, rhs, words, shown):
    repair = mended(lhs, rhs, sign)
    assert repair is not None
    under = repair if repair.side == "condition" else repair.under
    assert under is not None
    assert (under.new, under.verdict.status) == (words, Status.PROVED)
    told = mending(repair)
    assert shown in (told.new, told.under)


NOWHERE = [
    ("sqrt(s**2*t**2)", "=", "-s*t"),  # of one sign each, and no condition says so
    ("x + 1/x", ">=", "3"),
    ("x", "<", "x**2"),
]


@pytest.mark.parametrize(("lhs", "sign", "rhs"), NOWHERE)
def test_no_usual_condition_makes_it_true(lhs, sign, rhs):
    repair = mended(lhs, rhs, sign)
    assert repair is None or (repair.side != "condition" and repair.under is None)


def test_in_a_document_it_is_told_in_the_notation_of_the_author_and_may_be_declared(tmp_path):
    path = tmp_path / "note.md"
    said = "<!-- vd: constant $\\sigma$ -->\n\n{}$$ \\sqrt{{\\sigma^2}} = \\sigma $$\n"
    path.write_text(said.format(""), encoding="utf-8")
    told = " ".join(RENDERERS["full"](check_documents(read_paths([str(path)])), RenderOptions()).split())
    assert r"is $\left|\sigma\right|$ (a lost function), or as it stands where $\sigma \ge 0$" in told
    advice = r"assume $\sigma \ge 0$"
    assert f"declare that: vd: {advice}" in told
    path.write_text(said.format(f"<!-- vd: {advice} -->\n\n"), encoding="utf-8")
    assert [r.status for r in check_documents(read_paths([str(path)])).steps()] == [Status.PROVED]


def test_a_symbol_that_is_declared_keeps_its_domain():
    repair = mended("sqrt(x**2)", "x", x="negative")
    assert repair is not None
    assert (repair.side, repair.under) == ("right", None)


def test_the_claim_under_the_condition_differs_in_that_alone():
    repair = mended("sqrt(x**2)", "x")
    assert repair is not None
    assert repair.under is not None
    claim = repair.under.claim
    plain = replace(claim, context=Context())
    assert plain == Claim(parse_plain("sqrt(x**2)"), "=", parse_plain("x"))
    assert claim.context.domain("x") == DOMAINS["nonnegative"]
