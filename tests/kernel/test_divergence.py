"""Series and integrals that diverge: what is told of them, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify_derivations.certificate import Diverges, LimitValue
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.divergence import rate_limit
from verify_derivations.model import Claim
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import ONE, ZERO, Integral, Sum, Term


def about(lhs: str, rhs: str = "0", domains: dict[str, str] | None = None, relation: str = "=") -> Claim:
    symbols = {name: {"domain": domain} for name, domain in (domains or {}).items()}
    return read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols, "relation": relation})


DIVERGING = [
    # what is claimed to have a value, why it has none
    ("Sum(1/k, (k, 1, oo))", {}, "k times its terms tends to 1"),
    ("Sum(1/sqrt(k), (k, 1, oo))", {}, "k times its terms tends to oo"),
    ("Sum((k + 1)/k**2, (k, 1, oo))", {}, "k times its terms tends to 1"),
    ("Sum(k, (k, 1, oo))", {}, "tends to oo"),
    ("Sum(r**k, (k, 0, oo))", {"r": "gt1"}, "tends to oo"),
    ("Sum(1/k**p, (k, 1, oo))", {"p": "unit"}, "tends to oo"),
    ("1 - 2*Sum(1/k, (k, 1, oo))", {}, "Sum(1/k, (k, 1, oo)) diverges"),
    ("integrate(1/x, (x, -1, 1))", {}, "diverges at x = 0, as x times its integrand tends to 1"),
    ("integrate(1/x, (x, 1, -1))", {}, "diverges at x = 0"),
    ("integrate(1/x**2, (x, -1, 1))", {}, "diverges at x = 0"),
    ("integrate(1/(x - 1)**2, (x, 0, 2))", {}, "diverges at x = 1, as x - 1 times its integrand tends to"),
    ("integrate(1/(1 - x), (x, 0, 1))", {}, "diverges at x = 1"),
    ("integrate(c**2/x, (x, 1, oo))", {"c": "positive"}, "diverges at infinity"),
    ("integrate(exp(x), (x, 0, oo))", {}, "diverges at infinity"),
    ("integrate(x, (x, -oo, oo))", {}, "diverges at infinity"),
]


@pytest.mark.parametrize(("lhs", "domains", "why"), DIVERGING)
def test_what_diverges_is_told(lhs, domains, why):
    verdict = decide(about(lhs, domains=domains), seconds=10)
    assert verdict.status == "vacuous"
    assert why in verdict.reason


@pytest.mark.parametrize("relation", [">=", ">", "<", "<=", "!="])
def test_an_infinite_value_may_be_compared(relation):  # ledger dev-248
    verdict = decide(about("Sum(1/k, (k, 1, oo))", "5", relation=relation), seconds=10)
    assert verdict.status == "undecided"


@pytest.mark.parametrize("rhs", ["Sum(1/k, (k, 1, oo))/2", "1 + integrate(1/(2*x), (x, 1, oo))"])
def test_both_sides_may_be_infinite(rhs):  # ledger dev-248
    verdict = decide(about("Sum(1/(2*k), (k, 1, oo))", rhs), seconds=10)
    assert verdict.status == "undecided"


NOT_TOLD = [
    # what has a value, or is not known to have none
    ("Sum(1/k**2, (k, 1, oo))", {}),
    ("Sum((-1)**k/k, (k, 1, oo))", {}),
    ("Sum((-1)**k, (k, 0, oo))", {}),
    ("Sum(1/(k*log(k)), (k, 2, oo))", {}),
    ("Sum(1/k**p, (k, 1, oo))", {"p": "positive"}),
    ("Sum(c/k, (k, 1, oo))", {}),  # c may be 0
    ("integrate(1/sqrt(x), (x, 0, 1))", {}),
    ("integrate(1/x, (x, 1, 2))", {}),
    ("integrate(1/(x - a), (x, 0, 1))", {}),
    ("integrate(1/x, (x, a, b))", {}),
    ("integrate(sin(x), (x, 0, oo))", {}),
    ("integrate(sin(x)/x, (x, 0, oo))", {}),
    ("integrate(exp(-a*x), (x, 0, oo))", {}),
    ("Sum(0/k, (k, 1, oo))", {}),
]


@pytest.mark.parametrize(("lhs", "domains"), NOT_TOLD)
def test_what_may_have_a_value_is_not_said_to_diverge(lhs, domains):
    verdict = decide(about(lhs, "12345", domains), seconds=3)
    assert verdict.status != "vacuous"
    assert "bug" not in verdict.reason


# ---- forged ------------------------------------------------------------------------------------------
HARMONIC, SQUARES = parse_plain("Sum(1/k, (k, 1, oo))"), parse_plain("Sum(1/k**2, (k, 1, oo))")
POLE = parse_plain("integrate(1/x, (x, 0, 1))")
STATED = about("Sum(1/k, (k, 1, oo))*integrate(1/x, (x, 0, 1)) - Sum(1/k**2, (k, 1, oo))", "5")


def lie(term: Term, becomes: Term, at: Term = OO, direction: str = "") -> Diverges:
    assert isinstance(term, Sum | Integral)
    return Diverges(term, at, direction, LimitValue(rate_limit(term, at, direction), becomes, 4))


GENUINE = lie(HARMONIC, ONE)

FORGED = [
    # certificate, why it is turned down
    (lie(HARMONIC, OO), "the limit is another"),
    (lie(SQUARES, ONE), "the limit is another"),
    (lie(SQUARES, ZERO), "the limit may be zero"),
    (replace(GENUINE, rate=LimitValue(parse_plain("limit(k, k, oo)"), OO, 4)), "not the limit of the terms"),
    (replace(GENUINE, at=ZERO), "a sum with an end"),
    (lie(parse_plain("Sum(1/k, (k, 1, n))"), ONE), "no series or integral that the statement needs"),
    (lie(parse_plain("Sum(1, (k, 1, oo))"), OO), "no series or integral that the statement needs"),
    (lie(POLE, ONE, ONE, "+"), "does not lie on the way"),
    (lie(POLE, ONE, ZERO, "-"), "does not lie on the way"),
    (lie(POLE, ONE, ZERO), "does not lie on the way"),
    (lie(POLE, ONE, parse_plain("2"), "+"), "does not lie on the way"),
    (lie(POLE, ONE), "does not lie on the way"),
    (lie(POLE, ONE, parse_plain("1/2"), "+"), "the limit is another"),
    (lie(POLE, ZERO, parse_plain("1/2"), "+"), "the limit may be zero"),
]


@pytest.mark.parametrize(("certificate", "why"), FORGED)
def test_a_forged_one_is_turned_down(certificate, why):
    with pytest.raises(CertificateError, match=why):
        judge(STATED, certificate)


def test_the_genuine_ones_are_accepted():
    assert judge(STATED, GENUINE).status == "vacuous"
    assert judge(STATED, lie(POLE, ONE, ZERO, "+")).status == "vacuous"


@pytest.mark.parametrize(
    ("rhs", "relation", "why"),
    [
        ("5", ">=", "larger than every number"),
        ("5", "!=", "larger than every number"),
        ("Sum(2/k, (k, 1, oo))", "=", "both sides may be meant to be infinite"),
        ("x**2 + integrate(1/x, (x, 1, oo))", "=", "both sides may be meant to be infinite"),
    ],
)
def test_an_infinite_value_is_not_called_none(rhs, relation, why):
    with pytest.raises(CertificateError, match=why):
        judge(about("Sum(1/k, (k, 1, oo))", rhs, relation=relation), GENUINE)


def test_what_an_empty_sum_or_a_case_holds_is_not_needed():
    for lhs in (
        "Sum(Sum(1/k, (k, 1, oo)), (j, 1, n))",
        "Piecewise((Sum(1/k, (k, 1, oo)), n > 5), (0, True))",
    ):
        stated = about(lhs, domains={"n": "natural"})
        with pytest.raises(CertificateError, match="no series or integral that the statement needs"):
            judge(stated, GENUINE)


def test_complex_numbers_are_left_alone():
    stated = about("Sum(1/k, (k, 1, oo)) + z", domains={"z": "complex"})
    with pytest.raises(CertificateError, match="over the real numbers only"):
        judge(stated, GENUINE)
