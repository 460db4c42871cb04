"""Statements about nothing: what is called vacuous, and certificates of it that lie."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from forgery import claim

from verify_derivations.certificate import EmptyDomain, Lemma, NeverDefined
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Context, Declaration, Reading, Status
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import Domain


def assumed(lhs: str, rhs: str, *hypotheses: tuple[str, str, str], **domains: str) -> Claim:
    """`lhs = rhs` under hypotheses."""
    given = tuple(Claim(parse_plain(a), relation, parse_plain(b)) for a, relation, b in hypotheses)
    declared = claim(lhs, rhs, **domains).context
    return Claim(parse_plain(lhs), "=", parse_plain(rhs), replace(declared, assumptions=given))


NOTHING = Claim(
    parse_plain("x"),
    "=",
    parse_plain("x"),
    Context((Declaration("x", Domain("real", Fraction(2), Fraction(1))),)),
)

VACUOUS = [
    (claim("sqrt(-1 - x**2)", "x"), "-1 - x**2 >= 0 holds nowhere"),
    (claim("log(-x**2)", "x"), "-x**2 > 0 holds nowhere"),
    (claim("log(-x**2) + uppergamma(2, x) + x**y", "x"), "-x**2 > 0 holds nowhere"),
    (assumed("diff(sqrt(x), x)", "1", ("x", "<", "-1")), "holds nowhere"),
    (assumed("diff(Abs(x), x)", "0", ("x", "=", "0")), "holds nowhere"),
    (assumed("y*diff(relu(x), x)", "0", ("x", "=", "0")), "holds nowhere"),
    (claim("log(x) + log(-x)", "0"), "holds nowhere"),
    (claim("acos(x + 2)", "x", x="unit"), "1 - (x + 2)**2 >= 0 holds nowhere"),
    (claim("log(log(1/2))", "x"), "log(1/2) > 0 holds nowhere"),
    (claim("1/(x - x)", "1"), "x - x != 0 holds nowhere"),
    (claim("1/(sin(x)**2 + cos(x)**2 - 1)", "x"), "sin(x)**2 + cos(x)**2 - 1 != 0 holds nowhere"),
    (claim("1/(z - z)", "z", z="complex"), "z - z != 0 holds nowhere"),
    (claim("gamma(-2)", "1"), "-2 is one of 0, -1, -2, ... everywhere"),
    (claim("Sum(1/k, (k, -1, 3))", "1"), "0 != 0 holds nowhere"),
    (assumed("x", "1", ("x**2", "=", "-1")), "x**2 - (-1) = 0 holds nowhere"),
    (assumed("x", "1", ("x", ">", "y**2"), ("x", "<", "0")), "holds nowhere"),
    (NOTHING, "no value is left for x"),
]

ABOUT_SOMETHING = [
    claim("diff(Abs(0), x)", "0"),
    claim("diff(Abs(x - x), x)", "0"),
    claim("diff(sqrt(0), x)", "0"),
    claim("diff(Max(x, x), x)", "1"),
    claim("sqrt(-1 - x)", "x"),
    claim("log(x) + log(1 - x)", "0"),
    claim("sqrt(-x**2)", "0"),  # at x = 0, and nowhere else
    claim("Sum(1/k, (k, 1, n))", "0", n="posint"),
    claim("sqrt(sin(x) - 1)", "0"),  # at isolated points
    claim("0**y", "0"),  # 0**1 is 0 for most authors
    # functions with real values where their row of the table does not say so
    claim("uppergamma(2, 0)", "1"),
    claim("uppergamma(2, x)", "(x + 1)*exp(-x)", x="negative"),
    claim("uppergamma(s, 0)", "gamma(s)", s="positive"),
    claim("lowergamma(2, -1)", "1"),
    claim("expint(2, 0)", "1"),
    claim("polylog(-2, 2)", "-6"),
    claim("li(0)", "0"),
    claim("acot(0)", "pi/2"),
    # x**1 has a value at 0, and the derivative of x*|x| is 0 there: neither contradicts a hypothesis
    assumed("x**n", "0", ("x", "=", "0"), n="posint"),
    assumed("x**n + y", "y", ("x*y", "=", "0"), ("y", ">", "0"), n="posint"),
    assumed("x", "0", ("x**n", "=", "0"), n="posint"),
    assumed("diff(x*Abs(x), x)", "0", ("x", "=", "0")),
    assumed("diff(Abs(x), y)", "0", ("x", "=", "0")),
    assumed("diff(Abs(x), x) + diff(x*Abs(x), x)*0 - diff(Abs(x), x)", "0", ("x", "=", "1")),
    assumed("diff(Max(x, 0)**2, x)", "0", ("x", "=", "0")),
    assumed("diff(x*sqrt(x), x)", "0", ("x", "=", "0")),
    assumed("x", "0", ("diff(x*Abs(x), x)", "=", "0")),
]

FORGED = [
    # claim, certificate, why the kernel turns it down
    (claim("sqrt(-x**2)", "0"), NeverDefined(parse_plain("-x**2"), ">= 0"), "it may hold somewhere"),
    (claim("log(x)", "x"), NeverDefined(parse_plain("x"), "> 0"), "it may hold somewhere"),
    (claim("1/x", "x"), NeverDefined(parse_plain("x"), "!= 0"), "it may hold somewhere"),
    (claim("0**y", "1"), NeverDefined(parse_plain("0"), "!= 0"), "requires nothing of the kind"),
    (claim("x", "x"), NeverDefined(parse_plain("-1 - x**2"), ">= 0"), "requires nothing of the kind"),
    (claim("uppergamma(2, -1)", "0"), NeverDefined(parse_plain("-1"), "> 0"), "requires nothing of the kind"),
    (
        assumed("x**n", "0", ("x", "=", "0"), n="posint"),
        NeverDefined(parse_plain("x - 0"), "= 0"),
        "may hold somewhere",
    ),
    (
        assumed("diff(x*Abs(x), x)", "0", ("x", "=", "0")),
        NeverDefined(parse_plain("x"), "!= 0"),
        "requires nothing of the kind",
    ),
    (
        claim("sqrt(-1 - z**2)", "z", z="complex"),
        NeverDefined(parse_plain("-1 - z**2"), ">= 0"),
        "requires nothing of the kind",
    ),
    (
        claim("log(sin(x))", "x"),
        NeverDefined(
            parse_plain("sin(x)"), "> 0", (Lemma("parity", parse_plain("sin(x)"), parse_plain("-1")),)
        ),
        "not of the form that parity gives",
    ),
    (
        claim("Sum(1/k, (k, 1, 3))", "1"),
        NeverDefined(parse_plain("k"), "!= 0", (), (("k", 0),)),
        "the index k has no such value",
    ),
    (
        claim("Sum(1/k, (k, -1, n))", "1", n="posint"),
        NeverDefined(parse_plain("k"), "!= 0", (), (("k", 0),)),
        "the index k has no such value",
    ),
    (
        assumed("x", "1", ("x**2", "=", "1")),
        NeverDefined(parse_plain("x**2 - 1"), "= 0"),
        "may hold somewhere",
    ),
    (claim("x", "x", x="unit"), EmptyDomain("x"), "is not empty"),
    (NOTHING, EmptyDomain("y"), "is not empty"),
]


@pytest.mark.parametrize(("stated", "reason"), VACUOUS)
def test_a_statement_about_nothing_is_vacuous_and_says_why(stated, reason):
    verdict = decide(stated)
    assert verdict.status is Status.VACUOUS
    assert reason in verdict.reason


@pytest.mark.parametrize("stated", ABOUT_SOMETHING)
def test_a_statement_about_something_is_not_vacuous(stated):
    assert decide(stated).status is not Status.VACUOUS


@pytest.mark.parametrize(("stated", "certificate", "why"), FORGED)
def test_a_certificate_that_lies_is_turned_down(stated, certificate, why):
    with pytest.raises(CertificateError, match=why):
        judge(stated, certificate)


def test_what_holds_for_principal_values_is_proved_and_not_vacuous():
    assert decide(claim("log(-1) - log(-4)", "-log(4)")).status is Status.PROVED


def test_where_every_domain_is_declared_the_principal_values_decide():
    stated = claim("sqrt(-1 - x**2)", "x", x="real")
    context = Context(stated.context.declarations, reading=Reading.DECLARED)
    assert decide(Claim(stated.lhs, "=", stated.rhs, context)).status is Status.REFUTED
