"""Certificates for steps between conditions: the genuine are accepted, the forged turned down."""

from __future__ import annotations

import re

import pytest
from forgery import counterexample, point

from verify_derivations.certificate import (
    Combined,
    Consequence,
    Implied,
    Inverted,
    Lemma,
    Proof,
    Rewriting,
    Sign,
    Unimplied,
)
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Context, Declaration, Status
from verify_derivations.term.notation.plain import parse_plain, parse_relations
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Symbol, Term
from verify_derivations.term.syntax.piecewise import All, Comparison

SIGN, SAME = Sign(), Rewriting()


def conditions(text: str) -> list[Comparison]:
    return [Comparison(a, sign, b) for a, sign, b in parse_relations(text)]


def condition(text: str) -> Term:
    """`x = 1, y = 2` holds together; of `x = 1 or x = 2` one holds."""
    if " or " in text:
        return AnyOf([part for one in text.split(" or ") for part in conditions(one)])
    found = [part for one in text.split(", ") for part in conditions(one)]
    return found[0] if len(found) == 1 else All(found)


def step(first: str, relation: str, second: str, **domains: str) -> Claim:
    declared = tuple(Declaration(name, DOMAINS[domain]) for name, domain in sorted(domains.items()))
    return Claim(condition(first), relation, condition(second), Context(declared))


def implied(*parts: Consequence, **at: int | str) -> Implied:
    return Implied(parts, counterexample(**at))


def multiple(text: str, exponent: int = 1, defined: tuple[Sign, ...] = ()) -> Combined:
    return Combined(exponent, (parse_plain(text),), (defined,), SAME)


GENUINE = [
    (step("x = 2", "⇒", "x**2 = 4"), implied(Consequence((), SAME), x=0)),
    (step("x**2 = 4", "⇒", "x = 2 or x = -2"), implied(Consequence((), multiple("1")), x=0)),
    (step("x**2 = y**2", "⇒", "x = y", x="positive", y="positive"), implied(
        Consequence((), multiple("1/(x + y)", 1, (SIGN,))), x=1, y=2)),
    (step("x**3 = 0", "⇒", "x = 0"), implied(Consequence((), multiple("1", 3)), x=1)),
    (step("exp(x) = y", "⇒", "x = log(y)"), implied(
        Consequence((SIGN,), Inverted(0, False, SAME)), x=0, y=0)),
    (step("y = sqrt(x)", "⇒", "x = y**2"), implied(Consequence((), Inverted(0, True, SAME)), x=0, y=5)),
    (step("2*x < 4", "⇔", "x < 2"), implied(Consequence((), SIGN), Consequence((), SIGN), x=0)),
    (step("x + y = 3, x - y = 1", "⇒", "x*y = 2"), implied(Consequence((), SAME), x=0, y=0)),
    (step("1/x = 1/x", "⇒", "x/x = 1"), implied(Consequence((SIGN,), SAME), x=0)),
]  # fmt: skip

FORGED = [
    (step("x**2 = 4", "⇒", "x = 2"), implied(Consequence((), SAME), x=2), "not zero"),
    (step("x**2 = 4", "⇒", "x = 2"),
        implied(Consequence((), multiple("1/(x + 2)", 1, (SIGN,))), x=2), "no such sign"),
    (step("x**2 = 4", "⇒", "x = 2"),
        implied(Consequence((), multiple("1/(x + 2)")), x=2), "something is left"),
    (step("x**2 = 4", "⇒", "x = 2"), implied(Consequence((), multiple("1")), x=2), "not zero"),
    (step("x**2 = 4", "⇒", "x = 2"), implied(Consequence((), multiple("0", 0)), x=2), "a power from 1 on"),
    (step("x**2 = 4", "⇒", "x = 2"), implied(Consequence((), multiple("t")), x=2), "does not occur"),
    (step("x**2 = 4", "⇒", "x = 2"), implied(x=2), "something is left to be shown of the step"),
    # what most authors give a value, or the table does not say all of
    (step("x**n = 0", "⇒", "1/x = 1/x", n="posint"),
        implied(Consequence((SIGN,), SAME), x=1, n=1), "exactly"),
    (step("sign(x) = 0", "⇒", "x != 0"), implied(Consequence((), SIGN), x=1), "exactly"),
    (step("x**0 = 1", "⇒", "x != 0"), implied(Consequence((), SIGN), x=1), "exactly"),
    (step("uppergamma(2,x) = 0", "⇒", "x > 0"), implied(Consequence((), SIGN), x=1), "exactly"),
    (step("diff(x*Abs(x),x) = 0", "⇒", "x != 0"), implied(Consequence((), SIGN), x=1), "exactly"),
    (step("x = 2", "⇔", "x**2 = 4"),
        implied(Consequence((), SAME), x=2), "something is left to be shown of the step"),
    (step("x**2 = x", "⇒", "x**2/x = x"), implied(Consequence((), SAME), x=1), "something is left"),
    (step("x**2 = x", "⇒", "x**2/x = x"), implied(Consequence((SIGN,), SAME), x=1), "no such sign"),
    (step("x = y**2", "⇒", "sqrt(x) = y"), implied(Consequence((SIGN,), SAME), x=1, y=1), "not zero"),
    (step("sin(x) = y", "⇒", "x = asin(y)"), implied(
        Consequence((SIGN,), Inverted(0, False, SAME)), x=0, y=0), "can be undone"),
    (step("x**2 = y", "⇒", "x = sqrt(y)"), implied(
        Consequence((SIGN,), Inverted(0, False, SAME)), x=1, y=1), "can be undone"),
    (step("x < y", "⇒", "x = y"),
        implied(Consequence((), Inverted(0, False, SAME)), x=0, y=1), "no equation"),
    (step("x = y", "⇒", "x = y"),
        implied(Consequence((), Inverted(3, False, SAME)), x=0, y=0), "no such hypothesis"),
    (step("x > 0", "⇒", "x = 0"), implied(Consequence((), SIGN), x=1), "no such argument for the relation ="),
    (step("x > 0", "⇒", "x > 1"), implied(Consequence((), SAME), x=2), "no such argument for the relation >"),
    (step("x > 0", "⇒", "x > 1"), implied(Consequence((), SIGN), x=2), "no such sign"),
    (step("x > 0", "⇒", "x > 0 or x < 1"),
        implied(Consequence((), SIGN), x=2), "only equations can be alternatives"),
    (step("z = 1", "⇒", "z**2 = 1", z="complex"),
        implied(Consequence((), SAME), z=1), "defined is not judged|real"),
    (step("x = 1", "⇒", "x = 1", x="positive"), implied(Consequence((), SAME), x=-1), "outside its domain"),
    (Claim(Symbol("x"), "⇔", Symbol("x")), implied(Consequence((), SAME), x=1), "no condition"),
    (step("x = 1", "⇒", "x = 1"), Proof(SAME, point(x=1)), "no such certificate"),
    (Claim(Symbol("x"), "=", Symbol("x")), implied(Consequence((), SAME), x=1), "a step between conditions"),
]  # fmt: skip

REFUTED = [
    # a point of one side only, and those that are none
    (step("x**2 = 4", "⇒", "x = 2"), Unimplied(0, counterexample(x=-2)), ""),
    (step("x**2 = 4", "⇒", "x = 2"), Unimplied(0, counterexample(x=2)), "may agree"),
    (step("x**2 = 4", "⇒", "x = 2"), Unimplied(0, counterexample(x=3)), "hypothesis"),
    (step("x**2 = 4", "⇒", "x = 2", x="positive"), Unimplied(0, counterexample(x=-2)), "outside its domain"),
    (step("x**2 = 4", "⇒", "x = 2"), Unimplied(1, counterexample(x=-2)), "no such part"),
    (step("x**2 = 4", "⇒", "x = 2 or x = -2"), Unimplied(0, counterexample(x=-2)), "may agree"),
    (step("x = 2", "⇔", "x**2 = 4"), Unimplied(1, counterexample(x=-2)), ""),
    (step("x**2 = x", "⇒", "x**2/x = 1"), Unimplied(0, counterexample(x=0), True), ""),
    (step("x**2 = x", "⇒", "x**2/x = 1"), Unimplied(0, counterexample(x=1), True), "is defined at the point"),
    (step("x**2 = x", "⇒", "x**2/x = 1"), Unimplied(0, counterexample(x=0)), "not defined"),
    (
        step("1/x = 1/x", "⇒", "log(x) = log(x)"),
        Unimplied(0, counterexample(x=0), True),
        "defined|hypothesis",
    ),
    (step("x = 0", "⇒", "1/x = 1 or x = 0"), Unimplied(0, counterexample(x=0), True), "another of several"),
    (step("x/x = 1", "⇒", "x**2/x = 5"), Unimplied(0, counterexample(x=0), True), "defined|hypothesis"),
    (step("x > 0", "⇔", "x >= 0"), Unimplied(1, counterexample(x=0)), ""),
    (
        step("x = 0", "⇒", "sign(x) = 0"),
        Unimplied(0, counterexample(x=0), True),
        "defined at the point all the same",
    ),
    (
        step("x = 0", "⇒", "li(x) = 0"),
        Unimplied(0, counterexample(x=0), True),
        "defined at the point all the same",
    ),
    (
        step("x = 0", "⇒", "diff(x*Abs(x),x) = 0"),
        Unimplied(0, counterexample(x=0), True),
        "defined at the point all the same",
    ),
]


@pytest.mark.parametrize(("stated", "certificate"), GENUINE)
def test_a_genuine_argument_is_accepted(stated: Claim, certificate: Implied) -> None:
    verdict = judge(stated, certificate)
    assert (verdict.status, verdict.conditions) == (Status.PROVED, ())


@pytest.mark.parametrize(("stated", "certificate", "why"), FORGED)
def test_a_forged_argument_is_turned_down(stated: Claim, certificate: Implied, why: str) -> None:
    with pytest.raises(CertificateError) as refusal:
        judge(stated, certificate)
    if not re.search(why, str(refusal.value)):
        pytest.fail(f"turned down for another reason: {refusal.value}")


@pytest.mark.parametrize(("stated", "certificate", "why"), REFUTED)
def test_a_step_is_refuted_by_a_point_of_one_condition_that_is_none_of_the_other(
    stated: Claim, certificate: Unimplied, why: str
) -> None:
    if not why:
        assert judge(stated, certificate).status is Status.REFUTED
        return
    with pytest.raises(CertificateError) as refusal:
        judge(stated, certificate)
    if not re.search(why, str(refusal.value)):
        pytest.fail(f"turned down for another reason: {refusal.value}")


def test_a_lemma_that_is_wrong_is_turned_down_here_as_elsewhere() -> None:
    wrong = Rewriting((Lemma("exponential", parse_plain("exp(2*x)"), parse_plain("exp(x)")),))
    with pytest.raises(CertificateError):
        judge(step("x = y", "⇒", "exp(2*x) = exp(y)"), implied(Consequence((), wrong), x=0, y=0))
