"""Sums over ranges by differences and by a table: what is proved, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import perm

import pytest
from forgery import claim, point

from verify_derivations.certificate import Antidifference, BinomialSum, Lemma, Proof, Replaced, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.binomial_table import BINOMIAL_SUMS
from verify_derivations.kernel.calculus.finite_sums import binomial_value, difference_value
from verify_derivations.model import Claim, Verdict
from verify_derivations.read.records import read_record
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.evaluation.balls import Evaluation
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.build import add, mul, number, sub
from verify_derivations.term.syntax.nodes import ONE, ZERO, Apply, Sum, Symbol
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import subterms

NO_LEMMA = Rewriting()
DOMAINS = {"n": "posint", "m": "posint", "p": "unit", "q": "unit", "x": "positive", "y": "positive"}

TRUE_AND_FALSE = [
    # sum, what it is, what it is not
    ("Sum(k, (k, 1, n))**2", "Sum(k**3, (k, 1, n))", "Sum(k**2, (k, 1, n))"),
    ("Sum(k, (k, 1, 2*n))", "n*(2*n + 1)", "n*(2*n - 1)"),
    ("Sum((-1)**k*k, (k, 1, 2*n))", "n", "-n"),
    ("Sum(k, (k, n, 2*n))", "3*n*(n + 1)/2", "3*n**2/2"),
    ("Sum(Sum(j, (j, 1, i)), (i, 1, n))", "n*(n + 1)*(n + 2)/6", "n*(n + 1)*(2*n + 1)/6"),
    ("Sum(Sum(i*j, (j, i, n)), (i, 1, n))", "n*(n + 1)*(n + 2)*(3*n + 1)/24", "n*(n + 1)*(n + 2)**2/24"),
    ("Sum(Sum(i + j, (j, 1, n)), (i, 1, n))", "n**2*(n + 1)", "n*(n + 1)**2"),
    ("Sum(k**2, (k, 1, 2*n)) - 4*Sum(k**2, (k, 1, n))", "Sum((2*k - 1)**2, (k, 1, n))", "n**3"),
    ("Sum(k/factorial(k + 1), (k, 1, n))", "1 - 1/factorial(n + 1)", "1 - 1/factorial(n)"),
    ("Sum(binomial(n, k), (k, 0, n))", "2**n", "2**(n + 1)"),
    ("Sum((-1)**k*binomial(n, k), (k, 0, n))", "0", "1"),
    ("Sum(binomial(n, k)*x**k*y**(n - k), (k, 0, n))", "(x + y)**n", "(x + 2*y)**n"),
    ("Sum(binomial(n, k)*u**(n - k)*v**k, (k, 0, n))", "(u + v)**n", "(u - v)**n"),
    ("Sum(k*binomial(n, k)*p**k*(1 - p)**(n - k), (k, 0, n))", "n*p", "n*p*(1 - p)"),
    ("Sum((k - n*p)**2*binomial(n, k)*p**k*(1 - p)**(n - k), (k, 0, n))", "n*p*(1 - p)", "n*p"),
    ("Sum(binomial(n, k)/(k + 1), (k, 0, n))", "(2**(n + 1) - 1)/(n + 1)", "2**(n + 1)/(n + 1)"),
    ("Sum(binomial(n, k)**2, (k, 0, n))", "binomial(2*n, n)", "binomial(2*n, n)*n"),
    ("Sum(binomial(m + k, m), (k, 0, n))", "binomial(m + n + 1, m + 1)", "binomial(m + n + 1, m)"),
    ("binomial(m, m)", "1", "m"),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), TRUE_AND_FALSE)
def test_sums_over_ranges(lhs, rhs, wrong):
    assert decide(claim(lhs, rhs, **DOMAINS)).status == "proved"
    assert decide(claim(lhs, wrong, **DOMAINS)).status == "refuted"


@pytest.mark.parametrize("name", BINOMIAL_SUMS)
def test_every_row_of_the_table_against_sums_that_are_written_out(name):
    """In balls, for sizes up to 6, all powers that the row has, several parameters."""
    row = BINOMIAL_SUMS[name]
    for m in range(1, 7):
        term = Sum("k", ZERO, number(m), ONE)
        for z in (m, m + 3) if row.whole else (2, Fraction(-3, 2), 1):
            for degree in range(min(row.highest, 4, m - (row.spare or 0)) + 1):
                coefficients = (*[ZERO] * degree, ONE)
                evidence = BinomialSum(name, "k", number(m), number(z), 0, coefficients, NO_LEMMA)
                put = {"m": number(m), "z": number(z)}
                terms = [substitute(formula(row.terms), {**put, "j": number(j)}) for j in range(m + 1)]
                total = add(*(mul(number(perm(j, degree)), t) for j, t in enumerate(terms)))
                difference = Evaluation({}).value(sub(total, binomial_value(term, evidence)))
                assert abs(difference) < 1e-6


def judged(stated: Claim, becomes: str, evidence: Antidifference | BinomialSum) -> Verdict:
    """The kernel's answer where the left side is said to be what the evidence gives, or `becomes`."""
    term = stated.lhs
    assert isinstance(term, Sum)
    own = (
        difference_value(term, evidence)
        if isinstance(evidence, Antidifference)
        else binomial_value(term, evidence)
    )
    value = parse_plain(becomes) if becomes else own
    return judge(stated, Proof(Replaced(term, value, evidence, NO_LEMMA), point(m=1, n=2, x=1, y=1)))


FORGED_DIFFERENCES = [
    # antidifference, what takes the place of the sum, terms that are written out, why it is turned down
    ("j*(j + 1)/2 + j", "", 0, "difference of the two sides"),
    ("j*(j + 1)/2", "n*(n + 1)/2 + 1", 0, "not the difference at the ends"),
    ("j*(j + 1)/2 + 0/j", "", 0, "not defined"),
    ("j*(j + 1)/2 + 0*log(j - n - 2)", "", 0, "not defined|may not be"),
    ("j*(j + 1)/2 + 0*x**y", "", 0, "not defined"),
    ("n*(n + 1)/2", "", 0, "difference of the two sides"),
    ("j*(j + 1)/2", "", -1, "too many terms"),
    ("j*(j + 1)/2", "", 3, "not known to be whole numbers in this order"),  # where n is 1, there are no 3
]


@pytest.mark.parametrize(("function", "becomes", "first", "why"), FORGED_DIFFERENCES)
def test_a_forged_antidifference_is_turned_down(function, becomes, first, why):
    evidence = Antidifference("j", parse_plain(function), NO_LEMMA, first)
    stated = claim("Sum(k, (k, 1, n))", "n*(n + 1)/2", n="posint", x="positive")
    with pytest.raises(CertificateError, match=why):
        judged(stated, becomes, evidence)


OUT_OF_ORDER = [
    # the range may end before it begins, or its ends may be no whole numbers
    ("Sum(k, (k, m, n))", {"n": "posint", "m": "posint"}),
    ("Sum(k, (k, 1, n))", {"n": "positive"}),
    ("Sum(k, (k, 1, n))", {"n": "integer"}),
    ("Sum(k, (k, 1, n/2))", {"n": "posint"}),
]


@pytest.mark.parametrize(("lhs", "domains"), OUT_OF_ORDER)
def test_a_range_that_may_be_out_of_order_does_not_telescope(lhs, domains):
    evidence = Antidifference("j", parse_plain("j*(j + 1)/2"), NO_LEMMA)
    stated = claim(lhs, lhs, **domains)
    with pytest.raises(CertificateError, match="whole numbers in this order"):
        judged(stated, "", evidence)


NEWTON = BinomialSum("binomial theorem", "j", parse_plain("n"), parse_plain("x"), 0, (ONE,), NO_LEMMA)
FORGED_ROWS = [
    # evidence, what takes the place of the sum, why it is turned down
    (replace(NEWTON, row="wish"), "1", "there is no row"),
    (NEWTON, "(1 + x)**(n + 1)", "not the value of the sum"),
    (replace(NEWTON, size=parse_plain("n + 1")), "", "does not end with the row"),
    (replace(NEWTON, size=parse_plain("n - 1"), shift=-1), "", "begins before"),
    (replace(NEWTON, coefficients=(parse_plain("j"),)), "", "hold the index"),
    (replace(NEWTON, coefficients=(number(2),)), "", "difference of the two sides"),
    (replace(NEWTON, at=parse_plain("x + 1")), "", "difference of the two sides"),
    (replace(NEWTON, row="alternating", coefficients=(ZERO, ONE)), "", "too small for the polynomial"),
    (replace(NEWTON, row="Vandermonde"), "", "whole number from its size on"),
    (replace(NEWTON, row="Vandermonde", coefficients=(ONE, ONE)), "", "such a polynomial"),
]


@pytest.mark.parametrize(("evidence", "becomes", "why"), FORGED_ROWS)
def test_a_forged_binomial_sum_is_turned_down(evidence, becomes, why):
    stated = claim("Sum(binomial(n, k)*x**k, (k, 0, n))", "(1 + x)**n", n="posint", x="positive")
    with pytest.raises(CertificateError, match=why):
        judged(stated, becomes, evidence)


def test_an_index_has_no_name_that_the_kernel_gives_to_one():
    """Ledger dev-121: what the sum of logarithms tells of its index would be told of the other one, too."""
    lhs = "x*(Sum(0*Sum(log(j), (j, 1, n)) + Abs(k)*binomial(8, k + 3)*1**(k + 3), (k, -3, 5)) - 256)"
    stated = claim(lhs, "0", n="posint")
    term = next(t for t in subterms(stated.lhs) if isinstance(t, Sum) and t.lower is number(-3))
    for name, why in (("#0:n", "a name that the kernel gives"), ("k", "absolute|it may be negative|sign")):
        lemma = Lemma("absolute", Apply("Abs", (Symbol(name),)), Symbol(name))
        row = BinomialSum("binomial theorem", name, number(8), ONE, 3, (number(-3), ONE), Rewriting((lemma,)))
        proof = Proof(Replaced(term, binomial_value(term, row), row, NO_LEMMA), point(n=1, x=0))
        with pytest.raises(CertificateError, match=why):
            judge(stated, proof)


CONVENTIONS = [
    # a claim about binomial coefficients, hypotheses, what is said of it
    ("binomial(n, k)", "binomial(n, n - k)", ["n >= k"], "proved"),
    ("binomial(n, k)", "binomial(n, n - k)", [], "undecided"),
    ("binomial(n, k)", "binomial(n - 1, k - 1) + binomial(n - 1, k)", ["k < n"], "proved"),
    ("binomial(n, k)", "binomial(n - 1, k - 1) + binomial(n - 1, k)", ["k <= n"], "undecided"),
    ("Sum(binomial(n, k), (k, 0, n + 1))", "2**n", [], "undecided"),
    ("Sum(k*binomial(n, k), (k, 1, n))", "n*2**(n - 1)", [], "proved"),
    ("Sum(Sum(binomial(i, j), (j, 0, i)), (i, 0, n))", "2**(n + 1)", [], "refuted"),
    ("Sum(Sum(binomial(i, j + 1), (j, 0, i)), (i, 0, n))", "2**(n + 1) - n - 2", [], "undecided"),
]


@pytest.mark.parametrize(("lhs", "rhs", "given", "status"), CONVENTIONS)
def test_a_binomial_coefficient_outside_of_its_triangle_is_a_matter_of_convention(lhs, rhs, given, status):
    symbols = {name: {"domain": "posint"} for name in ("n", "k")}
    found = decide(read_record({"lhs": lhs, "rhs": rhs, "symbols": symbols, "given": given}))
    assert found.status == status
    if status == "undecided":
        assert "is a matter of convention unless" in found.reason


OUTSIDE_OF_THE_SIDES = [
    # with binomial(1, 2) = 0, as most authors have it, x = 5 solves the first, and k > n is what is given
    {"lhs": "x*binomial(1, 2) = 0", "relation": "implies", "rhs": "x = 0"},
    {"lhs": "x*binomial(n, k) = 0", "relation": "equivalent", "rhs": "x = 0"},
    {"lhs": "k", "rhs": "n + 1", "given": [["binomial(n, k)", "0"]]},
    {"lhs": "diff(binomial(1, 2) + x, x)", "rhs": "1"},
]


@pytest.mark.parametrize("record", OUTSIDE_OF_THE_SIDES, ids=lambda r: f"{r['lhs']} {r['rhs']}")
def test_it_is_one_in_conditions_hypotheses_and_derivatives_too(record):
    found = decide(read_record({"symbols": {"n": "natural", "k": "natural"}, **record}))
    assert found.status == "undecided"
    assert "is a matter of convention unless" in found.reason
