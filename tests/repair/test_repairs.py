"""A refuted statement is given the edit that an author would make, or none at all."""

from __future__ import annotations

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
from verify_derivations.span import Span
from verify_derivations.term.domain import DOMAINS
from verify_derivations.term.nodes import Symbol
from verify_derivations.term.plain import parse_plain
from verify_derivations.term.text import text


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
    from verify_derivations.term.folded import folded as fold

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


def test_an_inequality_is_not_made_an_equation():
    step = Step("s", Kind.CLAIM, Claim(Symbol("x"), "<", parse_plain("x - 1")), Span("s.py", 1))
    (result,) = check_documents(
        [Document("s.py", "", (Derivation("s", "", Span("s.py", 1), steps=(step,)),))]
    ).steps()
    assert (result.status, result.repair) == (Status.REFUTED, None)


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
