"""A certificate that does not check is turned down, and for its reason. Also run under `python -O`."""

from __future__ import annotations

import re

import pytest
from forgery import about_entries, claim, counterexample, each_value, rewriting

from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Status

EXPONENTIALS = ("meaning", "cos(x)", "(exp(I*x) + exp(-(I*x)))/2")

GENUINE = [
    # claim, certificate, status
    (claim("(x + 1)**2", "x**2 + 2*x + 1"), rewriting(x=1), Status.PROVED),
    (claim("x/x", "1"), rewriting(x=1), Status.PROVED),
    (
        claim("exp(2*x)", "exp(x)**2"),
        rewriting(("exponential", "exp(2*x)", "exp(x)**2"), x=1),
        Status.PROVED,
    ),
    (
        claim("log(x*y)", "log(x) + log(y)"),
        rewriting(("logarithm", "log(x*y)", "log(x) + log(y)"), x=1, y=2),
        Status.PROVED,
    ),
    (claim("sqrt(x**2)", "Abs(x)"), rewriting(("root", "sqrt(x**2)", "Abs(x)"), x=1), Status.PROVED),
    (
        claim("Abs(x*y)", "Abs(x)*Abs(y)"),
        rewriting(("absolute", "Abs(x*y)", "Abs(x)*Abs(y)"), x=1, y=1),
        Status.PROVED,
    ),
    (claim("sign(x)*Abs(x)", "x"), rewriting(("sign", "sign(x)", "x/Abs(x)"), x=1), Status.PROVED),
    (claim("atan(-x)", "-atan(x)"), rewriting(("parity", "atan(-x)", "-1*atan(x)"), x=1), Status.PROVED),
    (
        claim("sinh(x)", "(exp(x) - exp(-x))/2"),
        rewriting(("meaning", "sinh(x)", "(exp(x) - exp(-x))/2"), x=1),
        Status.PROVED,
    ),
    (
        claim("x**y", "exp(y*log(x))", x="positive"),
        rewriting(("power", "x**y", "exp(y*log(x))"), x=1, y=1),
        Status.PROVED,
    ),
    (  # a logarithm says of what is written with complex exponentials that it is positive
        claim("sqrt(cos(x)**2) + log(cos(x))", "cos(x) + log(cos(x))"),
        rewriting(EXPONENTIALS, ("root", "sqrt(cos(x)**2)", "cos(x)"), x=1),
        Status.PROVED,
    ),
    (
        claim("sqrt((1 - sqrt(2))**2)", "sqrt(2) - 1"),
        rewriting(("root", "sqrt((1 - sqrt(2))**2)", "sqrt(2) - 1")),
        Status.PROVED,
    ),
    (
        claim("x*sqrt(5 + 2*sqrt(6))", "x*sqrt(2) + x*sqrt(3)"),
        rewriting(
            ("root", "sqrt(6)", "sqrt(2)*sqrt(3)"), ("root", "sqrt(5 + 2*sqrt(6))", "sqrt(2) + sqrt(3)"), x=1
        ),
        Status.PROVED,
    ),
    (about_entries("v[1]*delta(i, 1) + v[2]*delta(i, 2)", "v[i]"), each_value("i", 2), Status.PROVED),
    (claim("(x + 1)**2", "x**2 + 1"), counterexample(x=1), Status.REFUTED),
    (claim("diff(x**2, x)", "x"), counterexample(x=1), Status.REFUTED),
]

FORGED = [
    # the zeta function and the polylogarithm at the points that the table lists, and at no others
    (claim("zeta(2)", "pi**2/6"), rewriting(("value", "zeta(2)", "pi**4/90")), "argument is another"),
    (claim("zeta(3)", "zeta(3)"), rewriting(("value", "zeta(3)", "pi**3/26")), "not a value of the table"),
    (
        claim("polylog(2, x)", "zeta(2)"),
        rewriting(("value", "polylog(2, x)", "zeta(2)"), x=1),
        "argument is another",
    ),
    (
        claim("polylog(s, 1)", "zeta(s)"),
        rewriting(("value", "polylog(s, 1)", "zeta(s)"), s=2),
        "first argument is another",
    ),
    (
        claim("polylog(2, 1)", "polylog(2, 1)"),
        rewriting(("value", "polylog(2, 1)", "zeta(3)")),
        "not a value",
    ),
    # claim, certificate, why the kernel turns it down
    (claim("x", "x"), rewriting(("algebraic", "x", "1"), x=1), "not made of roots"),
    (claim("exp(1)", "exp(1)"), rewriting(("algebraic", "exp(1)", "2")), "not a rational multiple of pi"),
    (claim("2**pi", "2**pi"), rewriting(("algebraic", "2**pi", "9")), "not made of roots"),
    (
        claim("x*(sqrt(2) - 7/5)", "x*0"),
        rewriting(("algebraic", "sqrt(2) - 7/5", "0"), x=0),
        "the two numbers differ",
    ),
    # what is known of one quantity with complex exponentials is not known of another
    (
        claim("sqrt(cos(x)**2) + log(sin(x))", "cos(x) + log(sin(x))"),
        rewriting(EXPONENTIALS, ("root", "sqrt(cos(x)**2)", "cos(x)"), x=1),
        "the root may be negative",
    ),
    (
        claim("sqrt(cos(x)**2) + log(sin(x)*cos(x))", "cos(x) + log(sin(x)*cos(x))"),
        rewriting(EXPONENTIALS, ("root", "sqrt(cos(x)**2)", "cos(x)"), x=1),
        "the root may be negative",
    ),
    (
        claim("sqrt(cos(x)**2) + log(cos(x))", "-1*cos(x) + log(cos(x))"),
        rewriting(EXPONENTIALS, ("root", "sqrt(cos(x)**2)", "-1*cos(x)"), x=1),
        "the sides differ at the point",
    ),
    (
        claim("sqrt(cos(x)**4) + sqrt(cos(x))", "cos(x)**2 + sqrt(cos(x))"),
        rewriting(EXPONENTIALS, ("root", "sqrt(cos(x)**4)", "cos(x)**3/cos(x)"), x=1),
        "a lemma divides by something that may be zero",
    ),
    # numbers are told apart by balls, and only where they are numbers
    (
        claim("x*sqrt((1 - sqrt(2))**2)", "x*(1 - sqrt(2))"),
        rewriting(("root", "sqrt((1 - sqrt(2))**2)", "1 - sqrt(2)"), x=0),
        "the root may be negative",
    ),
    (
        claim("x*sqrt((x - sqrt(2))**2)", "x*(x - sqrt(2))"),
        rewriting(("root", "sqrt((x - sqrt(2))**2)", "x - sqrt(2)"), x=2),
        "the root may be negative",
    ),
    (  # exp(10**-400) is more than 1 by less than the balls can tell
        claim("x*Abs(exp(1/10**400) - 1)", "x*(exp(1/10**400) - 1)"),
        rewriting(
            (
                "absolute",
                "Abs(exp(1/10**400) - 1)",
                "exp(1/10**400) - 1",
            ),
            x=1,
        ),
        "it may be negative",
    ),
    # a root is zero nowhere only if what it is a root of is
    (
        claim("Abs(x) + sqrt(x**2 + y**2)", "x**2/Abs(x) + sqrt(x**2 + y**2)"),
        rewriting(("absolute", "Abs(x)", "x**2*sqrt(x**2 + y**2)/(Abs(x)*sqrt(x**2 + y**2))"), x=1, y=1),
        "a lemma",
    ),
    (  # in the complex numbers what a logarithm is taken of is not zero, and need not be positive
        claim("log(z**2)", "2*log(z)", z="complex"),
        rewriting(("logarithm", "log(z**2)", "2*log(z)"), z=1),
        "the argument of a logarithm may not be positive",
    ),
    (claim("x", "x + 1"), rewriting(x=1), "the sides differ at the point"),
    (claim("x**3", "x"), rewriting(x=1), "the difference of the two sides is not zero"),
    (claim("log(x)", "log(x)"), rewriting(x=-1), "not defined at the point"),
    (claim("1/x", "1/x"), rewriting(x=0), "not defined at the point"),
    (claim("x", "x"), rewriting(), "says nothing about x"),
    (claim("x", "x", x="positive"), rewriting(x=-1), "outside its domain"),
    (claim("x", "x", x="integer"), rewriting(x="1/2"), "outside its domain"),
    (claim("x", "x", relation="<"), rewriting(x=1), "the relation fails at the point"),
    (claim("exp(x)", "exp(x)"), rewriting(("wish", "exp(x)", "1"), x=1), "there is no rule 'wish'"),
    # each rule, misused so that the sides agree at the point but the lemma is false
    (claim("exp(x)", "1"), rewriting(("exponential", "exp(x)", "1"), x=0), "the exponents do not add up"),
    (
        claim("exp(x*y)", "exp(x)*exp(y)"),
        rewriting(("exponential", "exp(x*y)", "exp(x)*exp(y)"), x=2, y=2),
        "the exponents do not add up",
    ),
    (
        claim("exp(x)", "x", x="real"),
        rewriting(("exponential", "exp(x)", "x"), x=1),
        "the sides differ at the point",
    ),
    (
        claim("log(x + y)", "log(x) + log(y)"),
        rewriting(("logarithm", "log(x + y)", "log(x) + log(y)"), x=2, y=2),
        "the factors do not multiply to u",
    ),
    (
        claim("log(x**2)", "2*log(x + 0*y)", x="positive"),
        rewriting(("logarithm", "log(x**2)", "3*log(x)"), x=1, y=1),
        "the factors do not multiply to u",
    ),
    (
        claim("log(x**2)", "2*log(Abs(y))"),
        rewriting(("logarithm", "log(x**2)", "2*log(x)"), x=1, y=1),
        "the argument of a logarithm may not be positive",
    ),
    (claim("sqrt(x**2)", "x"), rewriting(("root", "sqrt(x**2)", "x"), x=1), "the root may be negative"),
    (
        claim("sqrt(x)", "x"),
        rewriting(("root", "sqrt(x)", "x"), x=1),
        "the root may be negative|not that root",
    ),
    (
        claim("sqrt(x)", "x", x="positive"),
        rewriting(("root", "sqrt(x)", "x"), x=1),
        "it is not that root",
    ),
    (claim("Abs(x)", "x"), rewriting(("absolute", "Abs(x)", "x"), x=1), "it may be negative"),
    (claim("Abs(x)", "x**2"), rewriting(("absolute", "Abs(x)", "x**2"), x=1), "the squares differ"),
    (claim("sign(x)", "1"), rewriting(("sign", "sign(x)", "1"), x=1), "it is not the sign"),
    (
        claim("exp(x)*1", "1 + 0*x"),
        rewriting(("parity", "exp(x)", "exp(-x)"), x=0),
        "not of the form that parity gives",
    ),
    (
        claim("cos(x)", "cos(y)"),
        rewriting(("parity", "cos(x)", "cos(y)"), x=1, y=1),
        "the arguments are not opposite",
    ),
    (
        claim("atan(x)", "-atan(y)"),
        rewriting(("parity", "atan(x)", "-1*atan(y)"), x=0, y=0),
        "the arguments are not opposite",
    ),
    (
        claim("sinh(x)", "cosh(x) - 1"),
        rewriting(("meaning", "sinh(x)", "cosh(x) - 1"), x=0),
        "no meaning in other functions|not the meaning",
    ),
    (
        claim("Max(x, y)", "x", x="complex"),
        rewriting(("meaning", "Max(x, y)", "(x + y + Abs(x - y))/2"), x=2, y=1),
        "an argument may be complex",
    ),
    (
        claim("x**y", "exp(y*log(x))"),
        rewriting(("power", "x**y", "exp(y*log(x))"), x=1, y=1),
        None,  # log(x) on the right makes x positive: this one is genuine
    ),
    (
        claim("sqrt(x**2)", "Abs(x)"),
        rewriting(("power", "sqrt(x**2)", "exp(Rational(1,2)*log(x**2))"), x=1),
        "the base may be zero",
    ),
    # a lemma may not bring in a division by something that can be zero
    (
        claim("Abs(x)", "Abs(x) + y - y"),
        rewriting(("absolute", "Abs(x)", "x**2/sqrt(x**2)"), x=1, y=1),
        "divides by something that may be zero",
    ),
    # lemmas may not rest on each other in a circle
    (
        claim("exp(x)", "exp(y)"),
        rewriting(("exponential", "exp(x)", "exp(y)"), ("exponential", "exp(y)", "exp(x)"), x=1, y=1),
        "the exponents do not add up|rests on itself",
    ),
    # one value of an index says nothing about the others
    (about_entries("v[1]", "v[i]"), each_value("i", 2), "the difference of the two sides is not zero"),
    (about_entries("v[1]", "v[i]"), each_value("i", 1), "i has 2 values, and 1 are looked at"),
    (about_entries("v[i]", "v[i]"), each_value("i", 3), "i has 2 values, and 3 are looked at"),
    (
        about_entries("v[i]", "v[i]"),
        each_value("j", 2),
        "j is no index or whole number that runs up to a small number",
    ),
    (
        about_entries("v[1]", "v[i]", size="n"),
        each_value("i", 1),
        "i is no index or whole number that runs up to a small number",
    ),
    (
        about_entries("v[i]", "v[i]", size=17),
        each_value("i", 17),
        "i is no index or whole number that runs up to a small number",
    ),
    # refutations
    (claim("x", "x"), counterexample(x=1), "may agree"),
    (claim("x**2", "x"), counterexample(x=1), "may agree"),
    (claim("x", "x + 1", x="positive"), counterexample(x=-1), "outside its domain"),
    (claim("log(x)", "x"), counterexample(x=-1), "not defined at the point"),
    (claim("x/x", "2"), counterexample(x=0), "not defined at the point"),
    (claim("diff(log(x), x)", "1/x + 1"), counterexample(x=-1), "not defined at the point"),
    (claim("diff(Abs(x), x)", "7*Abs(x)"), counterexample(x=0), "not defined at the point"),
    (claim("x", "y"), counterexample(x=1), "says nothing about y"),
    (claim("f(x)", "f(x) + 1"), counterexample(x=1), "f cannot be evaluated"),
    (claim("x", "x + 1", define="x := x + 1"), counterexample(x=1), "cannot be recomputed"),
]


def test_a_genuine_certificate_is_accepted():
    """The table of forgeries means something only if the same forms pass when they are right."""
    for stated, certificate, status in GENUINE:
        assert judge(stated, certificate).status is status


@pytest.mark.parametrize(("stated", "certificate", "why"), FORGED)
def test_a_forged_certificate_is_turned_down(stated, certificate, why):
    if why is None:
        assert judge(stated, certificate).status is Status.PROVED
        return
    with pytest.raises(CertificateError) as refusal:
        judge(stated, certificate)
    if not re.search(why, str(refusal.value)):
        pytest.fail(f"turned down for another reason: {refusal.value}")
