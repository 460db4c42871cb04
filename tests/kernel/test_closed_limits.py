"""Limits of what has sums in it: what is proved and refuted of them, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace

import pytest
from forgery import claim, point

from verify_derivations.certificate import ClosedLimit, LimitValue, Proof, Rewriting, WithLimits
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.render.proof import how_it_was_shown
from verify_derivations.term.notation.plain import parse_plain

ROWS = [
    # a limit, what it is, what it is not, where its symbols live
    ("limit(Sum(k, (k, 1, n))/n**2, n, oo)", "1/2", "1", {}),
    ("limit(Sum((k/n)**2, (k, 1, n))/n, n, oo)", "1/3", "1/2", {}),
    ("limit(Sum(1/(k*(k + 1)), (k, 1, n)) + 1/n, n, oo)", "1", "2", {}),
    ("limit(Sum(k, (k, 1, n))*Sum(1, (k, 1, n))/n**3, n, oo)", "1/2", "1/4", {}),
    # by definition
    ("limit(Sum(1/2**k, (k, 0, n)), n, oo)", "2", "1", {}),
    ("limit(Sum(1/k**2, (k, 1, n)), n, oo)", "pi**2/6", "pi**2/8", {}),
    ("limit(Sum(r**k, (k, 0, n)), n, oo)", "1/(1 - r)", "1/(1 + r)", {"r": "unit"}),
    ("limit(integrate(exp(-a*x), (x, 0, T)), T, oo)", "1/a", "a", {"a": "positive"}),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong", "domains"), ROWS)
def test_a_limit_of_sums(lhs, rhs, wrong, domains):
    stated = claim(lhs, rhs, **domains)
    verdict = decide(stated)
    assert verdict.status == "proved"
    assert how_it_was_shown(stated, verdict)
    assert decide(claim(lhs, wrong, **domains)).status == "refuted"


UNDECIDED = [
    ("limit(Sum(1/k, (k, 1, n)), n, oo)", "5"),
    ("limit(Sum((-1)**k, (k, 0, n)), n, oo)", "1/2"),
    ("limit(integrate(x, (x, -T, T)), T, oo)", "integrate(x, (x, -oo, oo))"),
]


@pytest.mark.parametrize(("lhs", "rhs"), UNDECIDED)
def test_what_has_no_limit_is_never_proved(lhs, rhs):
    verdict = decide(claim(lhs, rhs))
    assert verdict.status in ("undecided", "vacuous")
    assert "bug" not in verdict.reason


TERM = "limit(Sum(k, (k, 1, n))/n**2, n, oo)"


def genuine() -> ClosedLimit:
    certificate = decide(claim(TERM, "1/2")).certificate
    assert isinstance(certificate, WithLimits)
    (value,) = certificate.values
    assert isinstance(value, ClosedLimit)
    return value


def with_value(value: ClosedLimit | LimitValue) -> WithLimits:
    return WithLimits((value,), Proof(Rewriting(), point()))


def limit(term: str, becomes: str, order: int = 6) -> LimitValue:
    return LimitValue(parse_plain(term), parse_plain(becomes), order)


FORGED = [
    # what is changed, why it is turned down
    ({"body": parse_plain("n**2/n**2")}, "not the limit of the other body"),
    ({"value": limit("limit(1/2 + 1/n, n, oo)", "1/2")}, "not the limit of the other body"),
    ({"same": Rewriting()}, "not zero|no rule|not known"),
    ({"name": "k@"}, "may not have a value|taken|not the limit"),
    ({"term": parse_plain("limit(Sum(k, (k, 1, n))/n**2, n, 0)")}, "at infinity"),
]


@pytest.mark.parametrize(("changed", "why"), FORGED)
def test_a_forged_closed_form_is_turned_down(changed, why):
    value = genuine()
    judge(claim(TERM, "1/2"), with_value(value))
    with pytest.raises(CertificateError, match=why):
        judge(claim(TERM, "1/2"), with_value(replace(value, **changed)))


BY_DEFINITION = [
    ("limit(Sum(k*n, (k, 1, n)), n, oo)", "Sum(k, (k, 1, oo))"),
    ("limit(Sum(k, (k, 1, 2*n)), n, oo)", "Sum(k, (k, 1, oo))"),
    ("limit(Sum(1/k**2, (k, 1, n)), n, oo)", "Sum(1/k**3, (k, 1, oo))"),
    ("limit(Sum(1/k**2, (k, 1, n)), n, 0)", "Sum(1/k**2, (k, 1, oo))"),
    ("limit(1/n, n, oo)", "0"),
]


@pytest.mark.parametrize(("term", "becomes"), BY_DEFINITION)
def test_what_no_definition_says_is_turned_down(term, becomes):
    with pytest.raises(CertificateError, match="not the limit by definition"):
        judge(claim(term, becomes), with_value(limit(term, becomes, 0)))
