"""Improper integrals: what is proved and refuted of them, what has no value, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace

import pytest
from forgery import claim

from verify_derivations.certificate import Improper, LimitValue, Primitive, Proof, Replaced, Rewriting
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.improper import improper_difference, on_unit_way
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.proofs.arguments import check_argument
from verify_derivations.read.records import read_record
from verify_derivations.render.proof import how_it_was_shown
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Integral

PROVED = [
    ("Integral(exp(-x), (x, 0, oo))", "1", {}),
    ("Integral(exp(-a*x), (x, 0, oo))", "1/a", {"a": "positive"}),
    ("Integral(exp(-x**2), (x, -oo, oo))", "sqrt(pi)", {}),
    ("Integral(exp(-(x - m)**2/(2*s**2)), (x, -oo, oo))/(s*sqrt(2*pi))", "1", {"s": "positive"}),
    ("Integral(x*L*exp(-L*x), (x, 0, oo))", "1/L", {"L": "positive"}),
    ("Integral(1/(1 + x**2), (x, -oo, oo))", "pi", {}),
    ("Integral(1/x**2, (x, 1, oo))", "1", {}),
    ("Integral(log(x), (x, 0, 1))", "-1", {}),
    ("Integral(1/sqrt(x), (x, 0, 1))", "2", {}),
    ("Integral(1/(1 + x), (x, 0, T))", "log(1 + T)", {"T": "positive"}),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains"), PROVED)
def test_an_integral_is_proved_and_its_neighbour_refuted(lhs, rhs, domains):
    stated = claim(lhs, rhs, **domains)
    verdict = decide(stated)
    assert verdict.status == "proved", verdict.reason
    told = str(how_it_was_shown(stated, verdict))
    assert "cannot be retold" not in told
    assert "the integral is the difference" in told
    assert decide(claim(lhs, f"{rhs} + 1", **domains)).status == "refuted"


WITHOUT_VALUE = [
    ("Integral(1/x**2, (x, -1, 1))", "-2", {}),
    ("Integral(1/x, (x, -1, 1))", "0", {}),
    ("Integral(1/x, (x, 1, oo))", "1", {}),
    ("Integral(1/x, (x, 0, 1))", "1", {}),
    ("Integral(x, (x, -oo, oo))", "0", {}),
    ("Integral(x/(1 + x**2), (x, -oo, oo))", "0", {}),
    ("Integral(tan(x), (x, 0, pi))", "0", {}),
    ("Integral(1/(x - 1)**2, (x, 0, oo))", "1", {}),
    ("Integral(1/x**2, (x, -T, T))", "-2/T", {"T": "positive"}),
    ("Integral(exp(-a*x), (x, 0, oo))", "1/a", {"a": "negative"}),
    ("Integral(sin(x), (x, 0, oo))", "1", {}),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains"), WITHOUT_VALUE)
def test_an_integral_that_does_not_converge_gets_no_verdict(lhs, rhs, domains):
    assert decide(claim(lhs, rhs, **domains)).status in ("undecided", "vacuous")


def by_limits(term: str, becomes: str, function: str, lower: str = "", upper: str = "") -> Proof:
    """A certificate; the limits are given as 'limit(...) = value'."""
    ends = []
    for text in (lower, upper):
        limit, _, value = text.partition(" = ")
        ends.append(LimitValue(parse_plain(limit), parse_plain(value), 3) if text else None)
    evidence = Improper("t", parse_plain(function), Rewriting(), ends[0], ends[1])
    return Proof(Replaced(parse_plain(term), parse_plain(becomes), evidence, Rewriting()), ())


SQUARES = "Integral(1/x**2, (x, 1, oo))"
FAR = "limit(-1/t, t, oo) = 0"


def test_a_genuine_certificate_is_accepted():
    proof = by_limits(SQUARES, "0 + -1*(-1/1)", "-1/t", upper=FAR)
    assert judge(claim(SQUARES, "1"), proof).status == "proved"


@pytest.mark.parametrize(
    ("becomes", "function", "lower", "upper", "why"),
    [
        ("0 + -1*(-1/1)", "-1/t", "", "", "at infinity a limit is needed"),
        ("1 + -1*(-1/1)", "-1/t", "", FAR, "not the difference"),
        ("1 + -1*(-1/1)", "-1/t", "", "limit(-1/t, t, oo) = 1", "the limit is another"),
        ("0 + -1*(1/1)", "1/t", "", "limit(1/t, t, oo) = 0", "is not zero"),
        ("0 + -1*(-1/1)", "-1/t", "", "limit(1/t, t, oo) = 0", "not the limit of the primitive"),
        ("0 + -1*(-1/1)", "-1/t", "", "limit(-1/t, t, oo) = oo", "does not converge"),
    ],
)
def test_a_forged_primitive_is_turned_down(becomes, function, lower, upper, why):
    with pytest.raises(CertificateError, match=why):
        judge(claim(SQUARES, "1"), by_limits(SQUARES, becomes, function, lower, upper))


def test_no_way_leads_over_a_pole():
    term = "Integral(1/x**2, (x, -1, 1))"
    proof = by_limits(term, "-1/1 + -1*(-1/(-1))", "-1/t")
    replacement = proof.argument
    assert isinstance(replacement, Replaced)
    with pytest.raises(CertificateError, match="not defined"):
        judge(claim(term, "-2"), proof)
    with pytest.raises(CertificateError, match="not defined on the whole domain"):
        check_argument(statement(claim(term, "-2")), replacement)


def test_a_scaled_way_is_smooth_from_end_to_end():
    def scaled(term: str, becomes: str, function: str) -> Replaced:
        evidence = Primitive("t", parse_plain(function), Rewriting(), scaled=True)
        return Replaced(parse_plain(term), parse_plain(becomes), evidence, Rewriting())

    term = "Integral(x, (x, 0, T))"
    genuine = scaled(term, "T**2/2 + -1*(0**2/2)", "t**2/2")
    check_argument(statement(claim(term, "T**2/2")), genuine)
    for integrand, becomes, function, why in [
        ("x", "T**3/3 + -1*(0**3/3)", "t**3/3", "is not zero"),
        ("1/x**2", "-1/T + -1*(-1/(-T))", "-1/t", "not defined|not smooth"),
    ]:
        lower = "-T" if integrand != "x" else "0"
        wrong = f"Integral({integrand}, (x, {lower}, T))"
        with pytest.raises(CertificateError, match=why):
            check_argument(statement(claim(wrong, "1", T="positive")), scaled(wrong, becomes, function))


SCALED = [
    # an integral with an improper end at a symbol, a claim of it, where the symbols live, what is said
    ("Integral(sqrt(a**2 - x**2), (x, -a, a))", "pi*a**2/2", {"a": "positive"}, "proved"),
    ("Integral(sqrt(a**2 - x**2), (x, -a, a))", "pi*a**2/4", {"a": "positive"}, "refuted"),
    (
        "Integral(sqrt(a**2 - x**2), (x, -a, a))",
        "pi*a**2/2",
        {"a": "nonzero"},
        "refuted",
    ),  # backwards for a < 0
    ("Integral(1/sqrt(a**2 - x**2), (x, -a, a))", "-pi", {"a": "negative"}, "proved"),
    ("Integral(log(x), (x, 0, a))", "a*log(a) - a", {"a": "positive"}, "proved"),
    ("Integral(1/sqrt(1 - x**2), (x, 1, -1))", "-pi", {}, "proved"),
    ("Integral(1/sqrt(1 - x**2), (x, 1, -1))", "pi", {}, "refuted"),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains", "status"), SCALED)
def test_a_way_between_symbols_may_have_improper_ends(lhs, rhs, domains, status):
    assert decide(claim(lhs, rhs, **domains)).status == status


def test_the_way_may_go_to_where_a_hypothesis_says():
    lhs, rhs = "Integral(1/sqrt(x - a), (x, a, b))", "2*sqrt(b - a)"
    assert decide(read_record({"lhs": lhs, "rhs": rhs, "given": ["b > a"]})).status == "proved"


LOGARITHM = ("Integral(log(x), (x, 0, a))", "a*log(a) - a")


def scaled_proof() -> tuple[Replaced, Improper]:
    certificate = decide(claim(*LOGARITHM, a="positive")).certificate
    assert isinstance(certificate, Proof)
    argument = certificate.argument
    assert isinstance(argument, Replaced)
    assert isinstance(argument.evidence, Improper)
    assert argument.evidence.scaled
    return argument, argument.evidence


def test_a_scaled_way_has_a_length():
    argument, _ = scaled_proof()
    check_argument(statement(claim(*LOGARITHM, a="positive")), argument)
    with pytest.raises(CertificateError, match=r"may have no length|not defined everywhere"):
        check_argument(statement(claim(*LOGARITHM, a="nonnegative")), argument)


def test_a_way_to_infinity_is_not_scaled():
    evidence = replace(scaled_proof()[1], lower=None)
    term = parse_plain("Integral(log(x), (x, 1, oo))")
    assert isinstance(term, Integral)
    with pytest.raises(CertificateError, match="to infinity cannot be scaled"):
        on_unit_way(evidence, term)


FORGED = [
    # what is changed in the evidence, why it is turned down
    ({"scaled": False}, "not the limit of the primitive|numbers or infinities"),
    ({"lower": None}, "not the difference of the primitive"),
    ({"function": parse_plain("2*x_a*log(x_a)")}, "not the limit of the primitive"),
]


@pytest.mark.parametrize(("changed", "why"), FORGED)
def test_forged_evidence_for_a_scaled_way_is_turned_down(changed, why):
    argument, evidence = scaled_proof()
    forged = replace(argument, evidence=replace(evidence, **changed))
    with pytest.raises(CertificateError, match=why):
        check_argument(statement(claim(*LOGARITHM, a="positive")), forged)


def test_a_scaled_end_without_its_limit_is_turned_down():
    argument, evidence = scaled_proof()
    bare = replace(evidence, lower=None)
    term = argument.term
    assert isinstance(term, Integral)
    forged = replace(argument, evidence=bare, becomes=improper_difference(bare, term))
    with pytest.raises(CertificateError, match="not defined"):
        check_argument(statement(claim(*LOGARITHM, a="positive")), forged)
