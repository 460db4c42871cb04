"""A refuted statement is given the edit that an author would make, or none at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify_derivations.check import check_documents, decide, mend
from verify_derivations.errors import CertificateError
from verify_derivations.model import (
    Claim,
    Context,
    Declaration,
    Definition,
    Derivation,
    Document,
    Kind,
    Repair,
    Status,
    Step,
    Verdict,
)
from verify_derivations.repair.search import Wrong
from verify_derivations.results import StepResult
from verify_derivations.span import Span
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Decimal, Symbol


def claim(lhs: str, rhs: str, define: str = "", **domains: str) -> Claim:
    declarations = tuple(Declaration(name, DOMAINS[d]) for name, d in domains.items())
    pairs = [one.split(":=") for one in define.split(";") if one]
    definitions = tuple(Definition(parse_plain(head), parse_plain(body)) for head, body in pairs)
    return Claim(parse_plain(lhs), "=", parse_plain(rhs), Context(declarations, definitions))


def mended(wrong: Claim) -> Repair | None:
    (found,) = mend(Wrong((wrong,)))
    return found


MENDED = [
    (claim("(a + b)**2", "a**2 + b**2"), "right", "a**2 + 2*a*b + b**2"),
    (claim("x**3 - y**3", "(x - y)*(x**2 + y**2)"), "right", "(x - y)*(x**2 + x*y + y**2)"),
    (claim("(x + 1)**3", "x**3 + 3*x**2 + 3*x"), "right", "x**3 + 3*x**2 + 3*x + 1"),
    (claim("a - (b - x)", "a - b - x"), "right", "a - b + x"),
    (
        claim("diff(Abs(x), x)", "Piecewise((1, x > 0), (1, x < 0))"),
        "right",
        "Piecewise((1, x > 0), (-1, x < 0))",
    ),
    (  # exp(sqrt(x)) + 1 would hold as well: it has no value where it applies
        claim(
            "diff(Piecewise((x, x > 0), (exp(x) - 1, x < 0)), x)",
            "Piecewise((1, x > 0), (exp(x) + 1, x < 0))",
        ),
        "right",
        "Piecewise((1, x > 0), (exp(x), x < 0))",
    ),
    (claim("diff(sin(2*x), x)", "cos(2*x)"), "right", "2*cos(2*x)"),
    (claim("diff(x**3, x)", "3*x**3"), "right", "3*x**2"),
    (claim("diff(x**n, x)", "n*x**n", x="positive"), "right", "n*x**(n - 1)"),
    (claim("diff(1/x, x)", "1/x**2"), "right", "-1/x**2"),
    (claim("diff(log(x**2 + 1), x)", "1/(x**2 + 1)"), "right", "2*x/(x**2 + 1)"),
    (claim("diff(x*sin(x), x)", "x*cos(x)"), "right", "x*cos(x) + sin(x)"),
    (claim("diff(x*log(x) - x, x)", "log(x) + 1"), "right", "log(x)"),
    (claim("diff(log(x), x)", "x"), "right", "1/x"),
    (claim("diff(x/(1 + x), x)", "1/(1 + x)"), "right", "1/(1 + x)**2"),
    (claim("sqrt(x**2)", "x"), "right", "Abs(x)"),
    (claim("exp(a + b)", "exp(a) + exp(b)"), "right", "exp(a)*exp(b)"),
    (claim("log(a/b)", "log(a)/log(b)", a="positive", b="positive"), "right", "log(a) - log(b)"),
    (claim("log(x**2)", "2*log(x)**2", x="positive"), "right", "2*log(x)"),
    (claim("log(a + b)", "log(a) + log(b)"), "left", "log(a*b)"),
    (claim("sin(2*x)", "2*sin(x)"), "right", "2*sin(x)*cos(x)"),
    (claim("sin(x)**2 - cos(x)**2", "1"), "left", "sin(x)**2 + cos(x)**2"),
    (claim("cos(x + y)", "cos(x)*cos(y) + sin(x)*sin(y)"), "right", "cos(x)*cos(y) - sin(x)*sin(y)"),
    (claim("Integral(x**2, (x, 0, 1))", "1/2"), "right", "1/3"),
    (claim("Sum(k, (k, 1, n))", "n*(n - 1)/2", n="posint"), "right", "n*(n + 1)/2"),
    (claim("gamma(p + 1)", "gamma(p)", p="positive"), "right", "p*gamma(p)"),
    # by definitions
    (claim("diff(s, z)", "s**2", define="s := 1/(1 + exp(-z))"), "right", "s*(1 - s)"),
    (claim("z", "w*x", "z := w*x + b"), "right", "w*x + b"),
    (claim("diff(s(t), x)", "-1/t**2", "t := 1 + x**2; s(u) := 1/u"), "right", "-diff(t, x)/t**2"),
    (
        claim("diff(e, b)", "diff(e, c)*diff(c, b)", "c := a + b; d := b + 1; e := c*d"),
        "right",
        "diff(e, c)*diff(c, b) + diff(e, d)*diff(d, b)",
    ),
    (claim("diff(f(x), x)", "f(x)*f(1 - f(x))", "f(u) := 1/(1 + exp(-u))"), "right", "f(x)*(1 - f(x))"),
    (claim("f(x) - f(x)**2", "f(x)*1 - f(x)", "f(u) := 1/(1 + exp(-u))"), "right", "f(x)*(1 - f(x))"),
]


def folded(term: str) -> object:
    from verify_derivations.term.syntax.folded import folded as fold

    return fold(parse_plain(term))


@pytest.mark.parametrize(("wrong", "side", "meant"), MENDED, ids=lambda value: str(value)[:40])
def test_the_edit_is_the_one_that_an_author_would_make(wrong, side, meant):
    assert decide(wrong).status is Status.REFUTED
    repair = mended(wrong)
    assert repair is not None
    edited = repair.claim.lhs if repair.side == "left" else repair.claim.rhs
    assert (repair.side, folded(text(edited))) == (side, folded(meant)), text(edited)


FAR_FETCHED = [
    claim("x + 1", "x + 2"),  # the same on both sides would say nothing
    claim("x + y", "x"),
    claim("x", "2*y"),
    claim("x**2", "y**2"),
    claim("sqrt(a**2 + b**2)", "a + b"),
    claim("1/(a + b)", "1/a + 1/b"),
    claim("diff(a, x)", "0", "a := 1/(1 + exp(-w*x))"),  # a constant in the place of a would say nothing
    claim("Sum(k**2, (k, 1, 5))", "50"),
    claim("sin(x)", "exp(x) + x**5"),
]


@pytest.mark.parametrize("wrong", FAR_FETCHED, ids=lambda c: f"{text(c.lhs)} = {text(c.rhs)}")
def test_no_edit_is_better_than_a_far_fetched_one(wrong):
    assert decide(wrong).status is Status.REFUTED
    assert mended(wrong) is None


@pytest.mark.parametrize("wrong", [row[0] for row in MENDED], ids=lambda c: f"{text(c.lhs)} = {text(c.rhs)}")
def test_the_edited_statement_is_proved_and_differs_in_what_is_shown_only(wrong):
    repair = mended(wrong)
    assert repair is not None
    assert decide(repair.claim).status is Status.PROVED
    assert repair.old is not repair.new
    kept = (wrong.rhs, repair.claim.rhs) if repair.side == "left" else (wrong.lhs, repair.claim.lhs)
    assert kept[0] is kept[1]
    assert repair.claim.context is wrong.context


def test_what_is_not_proved_cannot_be_shown_as_a_repair():
    x, one = Symbol("x"), parse_plain("1")
    with pytest.raises(CertificateError, match="not proved"):
        Repair("right", "a sign", x, one, Claim(x, "=", one), Verdict(Status.UNDECIDED))


# ---- chains ----------------------------------------------------------------------------------------
def chain(head: str, *lines: str) -> Document:
    first, terms = parse_plain(head), [parse_plain(line) for line in lines]
    steps = tuple(
        Step(
            f"s.{k}",
            Kind.CLAIM,
            Claim(first, "=", term),
            Span("s.py", k),
            chain="s",
            local=Claim(terms[k - 1], "=", term) if k else None,
        )
        for k, term in enumerate(terms)
    )
    return Document("s.py", "", (Derivation("s", "", Span("s.py", 1), steps=steps),))


def found(document: Document) -> list[tuple[str, str] | None]:
    """For every line the side that is edited, and what it becomes."""
    (result,) = check_documents([document]).documents[0].derivations
    return [_edited(step.repair) if step.repair else None for step in result.steps]


def _edited(repair: Repair) -> tuple[str, str]:
    return repair.side, text(repair.claim.lhs if repair.side == "left" else repair.claim.rhs)


def test_a_line_that_carries_an_error_on_is_mended_as_the_line_that_brought_it_in():
    document = chain("diff(x*exp(x), x)", "exp(x) - x*exp(x)", "exp(x)*(1 - x)", "(1 + x)/exp(-x)")
    assert found(document) == [("right", "exp(x) + x*exp(x)"), ("right", "exp(x)*(1 + x)"), None]


def one_step(wrong: Claim) -> StepResult:
    step = Step("s", Kind.CLAIM, wrong, Span("s.py", 1), relation=wrong.relation)
    derivation = Derivation("s", "", Span("s.py", 1), steps=(step,))
    (result,) = check_documents([Document("s.py", "", (derivation,))]).steps()
    return result


def related(lhs: str, relation: str, rhs: str, **domains: str) -> Claim:
    return replace(claim(lhs, "0", **domains), relation=relation, rhs=parse_plain(rhs))


TURNED = [
    (related("x", "<", "x - 1"), ">"),
    (related("x**2", "<", "0"), ">="),
    (related("exp(x)", ">", "1 + x"), ">="),
    (related("log(x)", ">=", "x", x="positive"), "<"),
    (related("log(x)", ">=", "x - 1", x="positive"), "<="),
    (related("x + y", "!=", "y + x"), "="),
]


@pytest.mark.parametrize(("wrong", "sign"), TURNED)
def test_of_an_inequality_the_sign_is_mended_and_nothing_else(wrong, sign):
    result = one_step(wrong)
    assert result.repair is not None
    assert (result.status, result.repair.side, result.repair.new) == (Status.REFUTED, "relation", sign)
    assert result.repair.claim == replace(wrong, relation=sign)


def test_an_inequality_that_holds_in_neither_direction_is_left():
    result = one_step(related("x", "<", "x**2"))
    assert (result.status, result.repair) == (Status.REFUTED, None)


DIGITS = [
    ("exp(1)", Decimal(271, 2), Decimal(272, 2)),
    ("exp(1)", Decimal(272, 2, True), Decimal(271, 2, True)),
    ("-exp(1)", Decimal(-271, 2), Decimal(-272, 2)),
    ("1/3", Decimal(0, 1), Decimal(3, 1)),
]


@pytest.mark.parametrize(("value", "printed", "rounded"), DIGITS)
def test_printed_digits_are_mended_by_those_that_should_be_printed(value, printed, rounded):
    result = one_step(Claim(parse_plain(value), "≈", printed))
    assert result.repair is not None
    assert (result.repair.new, result.repair.verdict.status) == (rounded, Status.PROVED)


def test_a_number_that_was_rounded_is_not_equal():
    result = one_step(claim("exp(1)", "2.72"))
    assert result.repair is not None
    assert (result.repair.old, result.repair.new, result.repair.claim.rhs) == ("=", "≈", Decimal(272, 2))


def test_digits_of_what_depends_on_a_point_are_left():
    assert one_step(Claim(parse_plain("x**2"), "≈", Decimal(25, 2))).repair is None


LIMITS = [
    (claim("limit(1/(1 + exp(-x)), x, 1)", "1"), "limit(1/(1 + exp(-x)), x, oo)"),
    (claim("limit(1/x, x, 0)", "oo"), 'limit(1/x, x, 0, "+")'),
    (claim('limit(1/x, x, 0, "+")', "-oo"), 'limit(1/x, x, 0, "-")'),
]


@pytest.mark.parametrize(("wrong", "meant"), LIMITS)
def test_a_limit_is_taken_elsewhere(wrong, meant):
    result = one_step(wrong)
    assert result.status in (Status.REFUTED, Status.ILL_FORMED)
    assert result.repair is not None
    assert result.repair.claim.lhs is parse_plain(meant)


def test_two_slips_in_a_long_line_are_found_together():
    wrong = claim("diff((x**2 + 1)**3*sin(2*x), x)", "6*x*(x**2 - 1)**2*sin(2*x) + (x**2 + 1)**3*cos(2*x)")
    repair = mended(wrong)
    assert repair is not None
    assert repair.slip == "a sign, and a lost number"
    assert repair.claim.rhs is parse_plain("6*x*(x**2 + 1)**2*sin(2*x) + 2*(x**2 + 1)**3*cos(2*x)")


def test_a_head_that_no_line_agrees_with_may_be_what_is_wrong():
    document = chain("(x + 1)*(x + 1)", "x**2 - 1", "x*x - 1")
    assert found(document) == [("left", "(x - 1)*(x + 1)"), ("left", "(x - 1)*(x + 1)")]


def test_a_head_that_some_line_agrees_with_stays():
    document = chain("(x + 1)*(x + 1)", "x**2 + 2*x + 1", "x**2 - 1")
    assert all(repair is None or repair[0] == "right" for repair in found(document))


def test_an_edit_does_not_just_repeat_another_line():
    document = chain("(exp(x) + 1)**2", "exp(2*x) + 2*exp(x) + 1", "exp(2*x) + 2*exp(x)")
    assert found(document) == [None, None]
    assert found(chain("(exp(x) + 1)**2", "exp(2*x) + 2*exp(x)")) == [("right", "exp(2*x) + 2*exp(x) + 1")]
