"""The independent judge knows right from wrong: one that never objects would make every test pass."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import array_trial
import pytest
from generate import Case, case
from judge_independently import Pair
from rewritings import FORCED, FORCED_COMPLEX, TRUE
from soak import on_trial
from trial import TRIALS, forgeries, read, why_not_refuted

from verify_derivations.certificate import Counterexample
from verify_derivations.model import Claim, Context, Declaration, Definition
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.nodes import Symbol


def pair(lhs: str, rhs: str, define: str = "", **domains: str) -> Pair:
    declarations = tuple(Declaration(name, DOMAINS[d]) for name, d in domains.items())
    texts = [text.split(":=") for text in define.split(";") if text]
    definitions = tuple(Definition(parse_plain(head), parse_plain(body)) for head, body in texts)
    return Pair(Claim(parse_plain(lhs), "=", parse_plain(rhs), Context(declarations, definitions)))


WRONG = [
    pair("sqrt(x**2)", "x", x="real"),
    pair("log(x**2)", "2*log(Abs(x)) + 1/10**6", x="real"),
    pair("diff(Abs(x), x)", "1", x="real"),
    pair("diff(x**3, x, 2)", "7*x", x="real"),
    pair("atan(x) + atan(1/x)", "pi/2", x="nonzero"),
    pair("sqrt(z**2)", "z", z="complex"),
    pair("log(z**2)", "2*log(z)", z="complex"),
    pair("diff(L, a)", "a", define="L := a**2; a := x + 1", x="real"),
    pair("f(x + 1)", "x**2", define="f(t) := t**2", x="real"),
    pair("I*I", "1"),
]

RIGHT = [
    pair("sqrt(x**2)", "x", x="nonnegative"),
    pair("diff(x**3, x, 2)", "6*x", x="real"),
    pair("diff(Abs(x), x)", "sign(x)", x="real"),
    pair("2*log(x)", "log(x**2)", x="real"),
    pair("exp(log(z))", "z", z="complex"),
    pair("diff(L, a)", "2*a", define="L := a**2; a := x + 1", x="real"),
    pair("diff(L, x)", "2*x + 2", define="L := a**2; a := x + 1", x="real"),
    pair("f(x + 1)", "(x + 1)**2", define="f(t) := t**2", x="real"),
    pair("log(-1 - x**2)", "7", x="real"),  # defined nowhere
    pair("diff(Abs(z), z)", "sign(z)", z="complex"),  # has no complex derivative anywhere
]


@pytest.mark.parametrize("wrong", WRONG)
def test_the_judge_finds_where_it_fails(wrong):
    assert wrong.counterexample(Random(1)) is not None


@pytest.mark.parametrize("right", RIGHT)
def test_the_judge_finds_nothing_against_what_is_true(right):
    assert right.counterexample(Random(1), tries=100) is None


def test_the_judge_agrees_that_the_true_rules_are_true():
    for number in range(300):
        made = case(2, number, "true")
        assert Pair(made.claim).counterexample(Random(number), tries=10) is None, made


def test_most_rules_that_are_forced_do_fail_somewhere():
    """The rules of the generator are worth trying: the judge objects to some instance of most."""
    objected, seen = set(), set()
    for number in range(1500):
        made = case(3, number, "forced")
        complex_ = any(d.domain.field == "complex" for d in made.claim.context.declarations)
        seen.add((made.rule, complex_))
        if (made.rule, complex_) not in objected and Pair(made.claim).counterexample(
            Random(number), tries=12
        ):
            objected.add((made.rule, complex_))
    assert len(seen) >= 0.95 * (len(FORCED) + len(FORCED_COMPLEX))
    assert len(objected) >= 0.7 * len(seen), sorted(seen - objected)


def test_a_wrong_refutation_would_be_seen():
    made = Case(Claim(Symbol("x"), "=", Symbol("x"), Context((Declaration("x"),))), "forced", "none")
    at = Counterexample((("x", (Fraction(1), Fraction(0))),))
    assert "where the sides agree" in why_not_refuted(made, at)
    assert "but it is true" in why_not_refuted(Case(made.claim, "true", "none"), at)


def test_what_differs_in_late_digits_only_is_no_agreement():
    """erf(9) and erf(81) are the same to 36 digits; a refutation of their equality is right."""
    assert pair("erf(-3**2)", "-erf(3**4)").differ({}) is None
    assert pair("erf(-3**2)", "-erf(3**2)").differ({}) is False
    assert pair("exp(x)*exp(-x)", "1", x="real").differ({"x": (Fraction(7), Fraction(0))}) is False


def test_the_forger_has_something_to_offer():
    made = case(1, 0, "forced")
    stated = read(made.claim)
    assert stated is not None
    assert sum(1 for _ in forgeries(made, stated, 1.0)) > 10


def test_a_claim_is_made_again_from_its_number():
    for number in range(50):
        assert str(case(5, number)) == str(case(5, number))
    assert set(TRUE) >= {case(5, number, "true").rule for number in range(50)}


def test_the_soak_tries_everything():
    assert [name for name, _, _, _ in on_trial("numbers", 1, 0, 1.0)] == list(TRIALS)
    assert [name for name, _, _, _ in on_trial("arrays", 1, 0, 1.0)] == list(array_trial.TRIALS)
