"""Inequalities about whole numbers by induction: what is proved, and certificates that lie."""

from __future__ import annotations

from fractions import Fraction

import pytest
from forgery import point

from verify_derivations.certificate import Carried, Order, Proof, Sign
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.proofs.induction import carried
from verify_derivations.model import Claim
from verify_derivations.prove.order import show
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import ONE, ZERO, Number, Symbol, Term


def about(lhs: str, relation: str, rhs: str, given: tuple[str, ...] = (), domain: str = "natural") -> Claim:
    symbols = {"n": {"domain": domain}, "p": {"domain": "positive"}}
    return read_record(
        {"lhs": lhs, "relation": relation, "rhs": rhs, "given": list(given), "symbols": symbols}
    )


TRUE_AND_FALSE = [
    # larger side, relation, smaller side, domain of n, what is assumed, a smaller side that is too large
    ("2**n", ">", "n", "natural", (), "n**2"),
    ("2**n", ">=", "n + 1", "natural", (), "n + 2"),
    ("3**n", ">=", "2*n + 1", "natural", (), "2*n + 2"),
    ("2**n", ">=", "n**2", "posint", ("n >= 4",), "n**2 + 1"),
    ("factorial(n)", ">=", "2**(n - 1)", "posint", (), "2**n"),
    ("(1 + p)**n", ">=", "1 + n*p", "natural", (), "1 + n**2*p"),
    ("2 - 1/n", ">=", "Sum(1/k**2, (k, 1, n))", "posint", (), "Sum(1/k, (k, 1, n))"),
    ("Sum(1/k, (k, 1, n))", ">=", "log(n + 1)", "posint", (), "log(n + 2)"),
    ("Sum(1/sqrt(k), (k, 1, n))", ">=", "sqrt(n)", "posint", (), "n"),
    ("n**2", ">=", "Sum(k, (k, 1, n))", "posint", (), "2*Sum(k, (k, 1, n))"),
]


@pytest.mark.parametrize(("larger", "relation", "smaller", "domain", "given", "wrong"), TRUE_AND_FALSE)
def test_from_each_number_to_the_next(larger, relation, smaller, domain, given, wrong):
    assert decide(about(larger, relation, smaller, given, domain), seconds=30).status == "proved"
    flipped = {">": "<", ">=": "<="}[relation]
    assert decide(about(smaller, flipped, larger, given, domain), seconds=30).status == "proved"
    assert decide(about(larger, relation, wrong, given, domain), seconds=30).status == "refuted"


# ---- forged ------------------------------------------------------------------------------------------
STATED = about("2**n", ">", "n")


def parts(claim: Claim, factor: Term = ONE) -> tuple[Order, Order]:
    """Arguments for the base and the step, which hold."""
    first, following = carried(statement(claim), "n", factor)
    base, step = (show(own, float("inf"), 2) for own in (first, following))
    assert base is not None
    assert step is not None
    return base, step


BASE, STEP = parts(STATED)

FORGED = [
    # claim, argument, why it is turned down
    (STATED, Carried("n", ZERO, BASE, STEP), "may depend on the symbol"),
    (STATED, Carried("n", Number(Fraction(-1)), BASE, STEP), "may depend on the symbol"),
    (STATED, Carried("n", Symbol("p"), BASE, STEP), "no such sign|may depend"),
    (STATED, Carried("n", parse_plain("n"), BASE, STEP), "may depend on the symbol"),
    (STATED, Carried("n", parse_plain("1/n"), BASE, STEP), "may depend on the symbol"),
    (STATED, Carried("n", parse_plain("(0 - 1)**n + 2*I"), BASE, STEP), "depend|real"),
    (STATED, Carried("n", Number(Fraction(5)), BASE, STEP), "no such sign"),
    (STATED, Carried("p", ONE, BASE, STEP), "does not run through the whole numbers"),
    (STATED, Carried("m", ONE, BASE, STEP), "does not run through the whole numbers"),
    (about("2**n", ">", "n + 1"), Carried("n", ONE, Sign(), STEP), "no such sign"),
    (about("2**n", ">", "3*n - 1"), Carried("n", ONE, Sign(), Sign()), "no such sign"),
    (about("2**n", "!=", "n"), Carried("n", ONE, BASE, STEP), "not a plain inequality"),
    (about("2**n", ">", "n", ("n < 7",)), Carried("n", ONE, BASE, STEP), "does not run through"),
    (about("2**n", ">", "n", ("n**2 > 5",)), Carried("n", ONE, BASE, STEP), "assumed of the symbol"),
    (about("2**n + 0/(n - 3)", ">", "n"), Carried("n", ONE, BASE, STEP), "may depend on the symbol"),
    (about("2**n", ">", "n", domain="integer"), Carried("n", ONE, BASE, STEP), "does not run through"),
]


@pytest.mark.parametrize(("claim", "argument", "why"), FORGED)
def test_a_forged_induction_is_turned_down(claim, argument, why):
    with pytest.raises(CertificateError, match=why):
        judge(claim, Proof(argument, point(n=5, p=1)))


def test_the_genuine_one_is_accepted():
    assert judge(STATED, Proof(Carried("n", ONE, BASE, STEP), point(n=5, p=1))).status == "proved"
