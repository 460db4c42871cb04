"""Proofs region by region that lie: each is turned down, and for its reason."""

from __future__ import annotations

import pytest
from forgery import claim, point

from verify_derivations.certificate import EmptyDomain, NeverDefined, Proof, Regions, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Status
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain

NO_LEMMA = Rewriting(())
RECIPROCAL = parse_plain("Piecewise((1/x, x != 0), (0, True))")
NOWHERE = NeverDefined(parse_plain("x"), "!= 0")
POSITIVE = parse_plain("Piecewise((x, x > 0), (1, True))")


def by_regions(term, *parts, **at):
    return Proof(Regions(term, parts), point(**at))


FORGED = [
    # claim, certificate, why the kernel turns it down
    (
        claim("Piecewise((1/x, x != 0), (0, True))*x", "1"),
        Proof(NO_LEMMA, point(x=1)),
        "to be taken apart first",
    ),
    (
        claim("Piecewise((1/x, x != 0), (0, True))*x", "1"),
        by_regions(RECIPROCAL, NO_LEMMA, NO_LEMMA, x=1),
        "not zero",
    ),
    (
        claim("Piecewise((1/x, x != 0), (0, True))*x", "1"),
        by_regions(RECIPROCAL, NO_LEMMA, x=1),
        "not as many arguments",
    ),
    (
        claim("Piecewise((1/x, x != 0), (0, True))*x", "1"),
        by_regions(RECIPROCAL, NO_LEMMA, NOWHERE, x=1),
        "requires nothing of the kind|may hold somewhere",
    ),
    (
        claim("Piecewise((x, x > 0), (1, True))", "x"),
        by_regions(POSITIVE, NO_LEMMA, EmptyDomain("x"), x=1),
        "is not empty",
    ),
    (
        claim("Piecewise((x, x > 0), (1, True))", "x"),
        by_regions(POSITIVE, NO_LEMMA, EmptyDomain("y"), x=1),
        "is not empty",
    ),
    (claim("x", "x"), by_regions(POSITIVE, NO_LEMMA, NO_LEMMA, x=1), "does not occur outside"),
    (claim("x", "x"), by_regions(parse_plain("x"), NO_LEMMA, x=1), "not an expression by cases"),
    (
        claim("Piecewise((x, x > 0), (1, True))*z", "x*z", z="complex"),
        by_regions(POSITIVE, NO_LEMMA, NO_LEMMA, x=1, z=1),
        "over the real numbers only",
    ),
    (
        claim("diff(Piecewise((x, x > 0), (1, True)), x)", "1"),
        by_regions(POSITIVE, NO_LEMMA, NO_LEMMA, x=1),
        "taken apart first|not zero",
    ),
]


@pytest.mark.parametrize(("stated", "certificate", "why"), FORGED)
def test_a_proof_by_regions_that_lies_is_turned_down(stated, certificate, why):
    with pytest.raises(CertificateError, match=why):
        judge(stated, certificate)


def test_a_genuine_one_is_accepted():
    stated = claim("Piecewise((1/x, x != 0), (0, True))*x**2", "x")
    assert judge(stated, by_regions(RECIPROCAL, NO_LEMMA, NO_LEMMA, x=1)).status is Status.PROVED


def test_a_region_may_be_empty():
    stated = claim("Piecewise((x, x > 0), (1, True))", "x", x="positive")
    assert judge(stated, by_regions(POSITIVE, NO_LEMMA, EmptyDomain("x"), x=1)).status is Status.PROVED


BOUNDARIES = [
    # a derivative, what it is, the conditions that are told
    ("diff(Piecewise((0, x != 0), (x, True)), x)", "Piecewise((0, x != 0), (2, True))", ["x != 0"]),
    ("diff(Piecewise((x, x > 0), (0, True)), x)", "Piecewise((1, x > 0), (0, True))", ["x != 0"]),
    ("diff(Piecewise((x, x < y), (y, True)), x)", "Piecewise((1, x < y), (0, True))", ["x - y != 0"]),
    ("diff(Piecewise((x, x**2 > -1), (0, True)), x)", "1", []),
    ("2*Piecewise((x, x > 0), (0, True))", "Piecewise((2*x, x > 0), (0, True))", []),
]


@pytest.mark.parametrize(("lhs", "rhs", "conditions"), BOUNDARIES)
def test_boundaries_of_what_is_differentiated_are_conditions(lhs, rhs, conditions):
    verdict = decide(read_record({"lhs": lhs, "rhs": rhs}))
    assert verdict.status == "proved"
    assert [condition.text for condition in verdict.conditions] == conditions
