"""Conjugates, real and imaginary parts, moduli of complex quantities: what is proved, and lemmas that lie."""

from __future__ import annotations

import pytest
from forgery import claim

from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS as DOMAIN_NAMES

DOMAINS = {
    "z": "complex",
    "w": "complex",
    "n": "posint",
    "t": "real",
    "x": "real",
    "y": "real",
    "a": "positive",
}

TRUE_AND_FALSE = [
    # left, what it is, what it is not
    ("Abs(z)**2", "z*conjugate(z)", "z**2"),
    ("Abs(z)**2", "re(z)**2 + im(z)**2", "re(z)**2 - im(z)**2"),
    ("re(z*w)", "re(z)*re(w) - im(z)*im(w)", "re(z)*re(w) + im(z)*im(w)"),
    ("conjugate(z/w)", "conjugate(z)/conjugate(w)", "conjugate(z)/w"),
    ("conjugate(exp(z)*sin(w))", "exp(conjugate(z))*sin(conjugate(w))", "exp(z)*sin(conjugate(w))"),
    ("1/z", "conjugate(z)/Abs(z)**2", "conjugate(z)/Abs(z)"),
    ("Abs(z*w)", "Abs(z)*Abs(w)", "Abs(z) + Abs(w)"),
    ("Abs(z/w)", "Abs(z)/Abs(w)", "Abs(w)/Abs(z)"),
    ("Abs(z**n)", "Abs(z)**n", "Abs(z)*n"),
    ("Abs(z**t)", "Abs(z)**t", "Abs(z)**(2*t)"),
    ("Abs(z + w)**2 + Abs(z - w)**2", "2*Abs(z)**2 + 2*Abs(w)**2", "2*Abs(z)**2 - 2*Abs(w)**2"),
    ("Abs(exp(z))", "exp(re(z))", "exp(Abs(z))"),
    ("Abs(z*exp(I*t))", "Abs(z)", "Abs(z)*exp(t)"),
    ("Abs(x + I*y)", "sqrt(x**2 + y**2)", "x + y"),
    ("Abs((1 - I*t)/(1 + I*t))", "1", "t"),
    ("im(exp(I*t))", "sin(t)", "cos(t)"),
    ("Abs(exp(I*x) - exp(I*y))**2", "2 - 2*cos(x - y)", "2 - 2*cos(x + y)"),
    ("re(x)", "x", "0*x"),
    ("(cos(x) + I*sin(x))**n", "cos(n*x) + I*sin(n*x)", "cos(n*x) - I*sin(n*x)"),
    ("(z*w)**n", "z**n*w**n", "z**n + w**n"),
    ("(z*w)**(2*n)", "z**(2*n)*w**(2*n)", "z**(2*n)*w**n"),
    ("exp(z)**n", "exp(n*z)", "exp(z + n)"),
    ("(x**2 - y**2)**n", "(x + y)**n*(x - y)**n", "(x + y)**n*(x + y)**n"),
]


@pytest.mark.parametrize(("lhs", "rhs", "wrong"), TRUE_AND_FALSE)
def test_complex_quantities(lhs, rhs, wrong):
    assert decide(claim(lhs, rhs, **DOMAINS)).status == "proved"
    assert decide(claim(lhs, wrong, **DOMAINS)).status == "refuted"


ON_THE_CUT = [  # true off the negative real axis only
    ("conjugate(log(z))", "log(conjugate(z))"),
    ("conjugate(sqrt(z))", "sqrt(conjugate(z))"),
    ("conjugate(z**t)", "conjugate(z)**t"),
    ("(z*w)**t", "z**t*w**t"),
    ("exp(z)**t", "exp(t*z)"),
]


@pytest.mark.parametrize(("lhs", "rhs"), ON_THE_CUT)
def test_what_fails_on_a_branch_cut_is_refuted(lhs, rhs):
    assert decide(claim(lhs, rhs, **DOMAINS)).status == "refuted"


FORGED = [
    # rule, term, what it is said to be, why it is turned down
    ("conjugate", "conjugate(log(z))", "log(conjugate(z))", "not the conjugate"),
    ("conjugate", "conjugate(z)", "z", "not the conjugate"),
    ("conjugate", "conjugate(z**t)", "conjugate(z)**t", "not the conjugate"),
    ("conjugate", "conjugate(z)", "conjugate(z)", "not the conjugate"),
    ("modulus", "Abs(z*w)", "-Abs(z)*Abs(w)", "may be negative"),
    ("modulus", "Abs(z)", "z", "may be negative"),
    ("modulus", "Abs(2*z)", "3*Abs(z)", "not u times its conjugate"),
    ("modulus", "Abs(exp(z))", "exp(z)", "may be negative"),
    ("modulus", "Abs(x + I*y)", "x + y", "may be negative"),
    ("modulus", "Abs(x + I*y)", "sqrt(x**2 - y**2)", "may be negative"),
    ("modulus of a power", "Abs(z**w)", "Abs(z)**w", "may be complex"),
    ("modulus of a power", "Abs(z**t)", "Abs(w)**t", "not that power"),
    ("whole power", "exp(z)**t", "exp(t*z)", "not a power with a whole number"),
    ("whole power", "(exp(z)*w)**n", "exp(n*z)*w**n", "may be zero"),
    ("whole power", "(2*exp(z))**n", "2*exp(n*z)", "a factor is no such power"),
    ("whole power", "(2*exp(z))**n", "2**n*exp(n*t)", "do not multiply to the base"),
    ("whole power", "exp(z)**n", "exp(n)", "a factor is no such power"),
    (
        "whole power",
        "(1/(1 + exp(z)))**n",
        "((1 + exp(z))**n)**(-1)",
        "may divide by zero|divides by something",
    ),
    ("whole power", "exp(z)**n", "(exp(z)**n)**(-1)", "do not multiply to the base"),
    ("whole power", "exp(-z)**n", "(exp(z)**t)**(-1)", "a factor is no such power"),
    ("modulus of a power", "Abs((z - z)**t)", "Abs(z - z)**t", "may be zero"),
]


@pytest.mark.parametrize(("rule", "term", "becomes", "why"), FORGED)
def test_a_forged_lemma_is_turned_down(rule, term, becomes, why):
    """With nothing known but where the symbols live; nothing is left to the look at a point."""
    v = Valuation({name: DOMAIN_NAMES[domain] for name, domain in DOMAINS.items()}, 32, RULES)
    v.state(rule, parse_plain(term), parse_plain(becomes))
    with pytest.raises(CertificateError, match=why):
        v.value(parse_plain(term))
