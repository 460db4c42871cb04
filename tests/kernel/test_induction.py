"""Induction over whole statements: what is carried on from n to n + 1, and where nothing can be."""

from __future__ import annotations

import pytest
from forgery import claim, point

from verify_derivations.certificate import Inducted, Proof, Rewriting
from verify_derivations.decide import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.judge import judge
from verify_derivations.kernel.proofs.induction import inducted
from verify_derivations.term.notation.text import text

PROVED = [
    ("r*Sum(r**k, (k, 0, n))", "Sum(r**k, (k, 1, n + 1))"),
    ("(1 - r)*Sum(r**k, (k, 0, n))", "1 - r**(n + 1)"),
    ("Sum(1/k, (k, 1, n)) - Sum(1/(k + 1), (k, 1, n))", "1 - 1/(n + 1)"),
    ("Sum(k, (k, 1, n)) + Sum(k**2, (k, 1, n))", "n*(n + 1)*(n + 2)/3"),
]


@pytest.mark.parametrize(("lhs", "rhs"), PROVED)
def test_both_sides_grow_by_the_same(lhs: str, rhs: str) -> None:
    assert decide(claim(lhs, rhs, n="posint")).status.value == "proved"


@pytest.mark.parametrize(
    ("lhs", "rhs"), [("(1 - r)*Sum(r**k, (k, 0, n))", "1 - r**n"), ("Sum(k, (k, 1, n))", "n*(n + 1)/2 + 1")]
)
def test_what_grows_otherwise_or_begins_otherwise_is_refuted(lhs: str, rhs: str) -> None:
    assert decide(claim(lhs, rhs, n="posint")).status.value == "refuted"


def test_a_step_says_what_each_side_gains() -> None:
    base, step = inducted(statement(claim("Sum(k, (k, 1, n))", "n*(n + 1)/2", n="posint")), "n")
    assert (text(base.lhs), text(base.rhs)) == ("1", "(1 + 1)/2")
    assert text(step.lhs) == "Sum(k, (k, 1, n)) + (n + 1) - Sum(k, (k, 1, n))"


NOT_CARRIED_ON = [
    # the sum is not defined from n = 3 on: it holds at n = 1, and says nothing further on
    ("Sum(1/(k - 3), (k, 1, n))", "-1/2 - (n - 1)", {}, "may depend on the symbol"),
    ("n*Sum(k, (k, 1, n))/(n - 3)", "n", {}, "may depend on the symbol"),
    ("Sum(k, (k, 1, n))", "Sum(k, (k, 1, m))", {"m": "posint"}, "not a whole number and n plus"),
    ("Sum(n*k, (k, 1, n))", "n", {}, "its terms hold the symbol"),
    ("Sum(Sum(j, (j, 1, k)), (k, 1, n))", "n", {}, "a sum in a sum"),
    ("Product(k, (k, 1, n))", "n", {}, "something else than sums"),
    ("Sum(k, (k, 5, n))", "n", {}, "ends before its first term"),
    ("n", "n", {}, "there is no sum"),
    ("Sum(k, (k, 1, n))*z", "z", {"z": "complex"}, "not a plain equation of real numbers"),
]


@pytest.mark.parametrize(("lhs", "rhs", "more", "why"), NOT_CARRIED_ON)
def test_what_cannot_be_carried_on_is_turned_down(lhs: str, rhs: str, more: dict[str, str], why: str) -> None:
    with pytest.raises(CertificateError, match=why):
        inducted(statement(claim(lhs, rhs, n="posint", **more)), "n")


@pytest.mark.parametrize("domain", ["real", "integer", "positive"])
def test_the_symbol_has_to_run_through_the_whole_numbers_from_a_least_one(domain: str) -> None:
    with pytest.raises(CertificateError, match="does not run through the whole numbers"):
        inducted(statement(claim("Sum(k, (k, 1, n))", "n", n=domain)), "n")


def test_a_forged_induction_is_turned_down() -> None:
    forged = Proof(Inducted("n", Rewriting(()), Rewriting(())), point(n=1, r=1))
    with pytest.raises(CertificateError):
        judge(claim("r*Sum(r**k, (k, 0, n))", "Sum(r**k, (k, 1, n + 1)) + (n - 1)", n="posint"), forged)
