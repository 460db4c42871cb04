"""Numbers made of roots and roots of unity: equal ones are found equal, near ones are told apart."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.algebraic import Extension, require_equal, turns
from verify_derivations.term.evaluation.balls import Evaluation, exact, set_precision
from verify_derivations.term.notation.plain import parse_plain

EQUAL = [
    ("sqrt(2)*sqrt(3)", "sqrt(6)"),
    ("sqrt(3 + 2*sqrt(2))", "1 + sqrt(2)"),
    ("(2 + sqrt(5))**(1/3) - (sqrt(5) - 2)**(1/3)", "1"),
    ("cos(pi/7)*cos(2*pi/7)*cos(3*pi/7)", "1/8"),
    ("exp(2*I*pi/5)**5", "1"),
    ("1/(sqrt(2) + sqrt(3) + sqrt(5))", "(2*sqrt(3) + 3*sqrt(2) - sqrt(30))/12"),
    ("(-8)**(1/3)", "1 + I*sqrt(3)"),
    ("tan(pi/8)", "sqrt(2) - 1"),
    ("sec(pi/5)*csc(pi/10)*cot(pi/4)", "4"),
]

DIFFERENT = [
    ("sqrt(2)*sqrt(3)", "sqrt(6) + 10**(-50)", "differ"),
    ("sqrt(3 - 2*sqrt(2))", "1 - sqrt(2)", "differ"),
    ("(-8)**(1/3)", "-2", "differ"),
    ("exp(2*I*pi/5)", "exp(-2*I*pi/5)", "differ"),
    ("1/(sqrt(2) - sqrt(2))", "0", "not defined"),
    ("sqrt(x)", "sqrt(x)", "not made of roots"),
    ("log(2)", "log(2)", "not a rational multiple|not made of roots"),
    ("cos(1)", "cos(1)", "not a rational multiple of pi"),
    ("exp(pi/2)", "exp(pi/2)", "not a rational multiple of pi"),
    ("2**sqrt(2)", "2**sqrt(2)", "not made of roots"),
    ("exp(I*pi/5003)", "exp(I*pi/5003)", "too fine"),
    ("2**(1/1000)", "2**(1/1000)", "too large an exponent"),
]


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_equal_numbers_are_equal(left, right):
    require_equal(parse_plain(left), parse_plain(right))


@pytest.mark.parametrize(("left", "right", "why"), DIFFERENT)
def test_others_are_turned_down_with_a_reason(left, right, why):
    with pytest.raises(CertificateError, match=why):
        require_equal(parse_plain(left), parse_plain(right))


@pytest.mark.parametrize(
    ("angle", "with_i", "turn"),
    [("3*pi/7", False, "3/7"), ("pi/2 - pi/3", False, "1/6"), ("I*pi*5/2", True, "5/2"), ("0", True, "0")],
)
def test_an_angle_is_read(angle, with_i, turn):
    assert turns(parse_plain(angle), with_i=with_i) == Fraction(turn)


@given(st.lists(st.integers(1, 30), min_size=2, max_size=4), st.integers(-9, 9), st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_no_number_but_zero_lies_within_the_bound(radicands, p, q):
    term = parse_plain(" - ".join(f"sqrt({n})" for n in radicands) + f" + {p}/{q}")
    extension = Extension()
    above, below = extension.sizes(term)
    set_precision(2048)
    value = abs(Evaluation({}).value(term))
    bound = 1 / (exact(Fraction(above)) ** (extension.degree - 1) * below)
    assert value > bound or value < exact(Fraction(1, 2**1900))
    set_precision(64)
