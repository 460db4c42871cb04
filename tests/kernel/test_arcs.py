"""Sines and cosines between two zeros: their signs, roots that are one of them, inverse functions of them."""

from __future__ import annotations

import pytest
from forgery import claim, rewriting

from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.inference.arcs import ARCS, sign_on_arc
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.read.records import read_record
from verify_derivations.term.evaluation.balls import Evaluation, exact
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS

SIGNS = [
    # a function, where its argument lies, its sign
    ("sin", "0", "pi", "0+"),
    ("sin", "-pi", "0", "0-"),
    ("sin", "0", "3", "0+"),
    ("sin", "0", "4", ""),
    ("sin", "1", "3", "+"),
    ("sin", "4", "6", "-"),
    ("sin", "2*pi", "3*pi", "0+"),
    ("cos", "-pi/2", "pi/2", "0+"),
    ("cos", "0", "1", "+"),
    ("cos", "0", "2", ""),
    ("cos", "2", "4", "-"),
    ("tan", "0", "pi/2", "0+"),
    ("tan", "pi/2", "pi", "0-"),
    ("tan", "0", "2", ""),
    ("cot", "1", "3/2", "+"),
    ("sec", "2", "4", "-"),
    ("csc", "1", "3", "+"),
]


@pytest.mark.parametrize(("function", "lower", "upper", "sign"), SIGNS)
def test_the_sign_on_an_arc(function, lower, upper, sign):
    v = Valuation({"x": DOMAINS["real"]}, 16, RULES)
    x = parse_plain("x")
    v.assume([(x, ">=", parse_plain(lower)), (x, "<=", parse_plain(upper))])
    assert sign_on_arc(v, function, x) == sign


@pytest.mark.parametrize("function", ARCS)
def test_the_table_of_arcs_is_right_in_the_middle_of_each(function):
    first, length = ARCS[function]
    for k in range(-5, 6):
        middle = Evaluation({}).value(parse_plain("pi")) * exact(first + length * k + length / 2)
        value = Evaluation({"x": middle}).value(parse_plain(f"{function}(x)"))
        assert (value < 0) if k % 2 else (value > 0)


CLAIMS = [
    # what is assumed, a claim, what is said of it
    ("x >= 0", "x <= pi", "Abs(sin(x))", "sin(x)", "proved"),
    ("x >= 0", "x <= 2*pi", "Abs(sin(x))", "sin(x)", "refuted"),
    ("x >= 0", "x <= pi", "sqrt(1 - cos(x)**2)", "sin(x)", "proved"),
    ("x >= -pi", "x <= 0", "sqrt(1 - cos(x)**2)", "sin(x)", "refuted"),
    ("x >= -pi", "x <= 0", "sqrt(1 - cos(x)**2)", "-sin(x)", "proved"),
    ("x >= 0", "x <= 2*pi", "sqrt((1 - cos(x))/2)", "sin(x/2)", "proved"),
    ("x > -pi/2", "x < pi/2", "sqrt(1 + tan(x)**2)", "1/cos(x)", "proved"),
    ("x > 0", "x < pi", "sqrt(1 + tan(x)**2)", "1/cos(x)", "refuted"),
    ("x >= 0", "x <= pi", "acos(cos(x))", "x", "proved"),
    ("x >= 0", "x <= 4", "acos(cos(x))", "x", "refuted"),
    ("x >= pi", "x <= 2*pi", "acos(cos(x))", "2*pi - x", "proved"),
    ("x >= pi/2", "x <= 3*pi/2", "asin(sin(x))", "pi - x", "proved"),
    ("x >= 0", "x <= 3/2", "asin(sin(x))", "x", "proved"),
    ("x >= 0", "x <= 2", "asin(sin(x))", "x", "refuted"),
    ("x > pi/2", "x < 3*pi/2", "atan(tan(x))", "x - pi", "proved"),
    ("x > 0", "x < pi", "atan(tan(x))", "x", "refuted"),
    ("x >= 0", "x <= pi/2", "sqrt(a**2 - a**2*sin(x)**2)", "Abs(a)*cos(x)", "proved"),
    ("x >= 0", "x <= pi/2", "sqrt(a**2 - a**2*sin(x)**2)", "a*cos(x)", "refuted"),
]


@pytest.mark.parametrize(("first", "second", "lhs", "rhs", "status"), CLAIMS)
def test_angles_between_two_zeros(first, second, lhs, rhs, status):
    record = {"lhs": lhs, "rhs": rhs, "given": [first, second]}
    assert decide(read_record(record), seconds=10).status == status


def test_what_a_wave_means_has_a_sign_as_well():
    record = {"lhs": "cot(x)", "rhs": "0", "relation": "!=", "given": ["x > -pi/2", "x < pi/2"]}
    assert decide(read_record(record)).status == "proved"


INTEGRALS = [
    ("Integral(Abs(sin(x)), (x, 0, 2*pi))", "4", "proved"),
    ("Integral(Abs(cos(x)), (x, 0, 2*pi))", "4", "proved"),
    ("Integral(Abs(sin(3*x)), (x, 0, pi))", "2", "proved"),
    ("Integral(Abs(sin(x)), (x, -pi, 2*pi))", "4", "refuted"),
]


@pytest.mark.parametrize(("lhs", "rhs", "status"), INTEGRALS)
def test_an_integral_over_several_arcs(lhs, rhs, status):
    assert decide(read_record({"lhs": lhs, "rhs": rhs}), seconds=10).status == status


FORGED = [
    ("asin(sin(x))", "x", "outside the range"),
    ("acos(cos(x))", "x", "outside the range"),
    ("atan(x)", "x", "outside the range"),
    ("asin(sin(x))", "0", "the angle is another one"),
    ("sin(x)", "x", "not an inverse function"),
]


@pytest.mark.parametrize(("term", "becomes", "why"), FORGED)
def test_an_angle_out_of_its_range_is_turned_down(term, becomes, why):
    with pytest.raises(CertificateError, match=why):
        judge(claim(term, becomes), rewriting(("principal", term, becomes), x=0))
