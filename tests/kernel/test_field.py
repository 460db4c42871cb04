"""The arithmetic of the field: sums and products are in lowest terms, however they were brought there."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_derivations.kernel.algebra import field
from verify_derivations.kernel.algebra.field import Budget, DividedByZero, Field, monomials
from verify_derivations.kernel.algebra.signs import Signs
from verify_derivations.term.syntax.nodes import Symbol

FIELD = Field(4)
X, Y, Z, _ = FIELD.polynomials
ONE = FIELD.one[0]
for name in "xyz":
    FIELD.new(Symbol(name), "r")


def polynomials():
    """Products of a few factors that are likely to meet again."""
    factors = st.sampled_from([X, Y, X + Y, X - Y, X**2 + 1, 2 * X, 3 * ONE, -Y + 2, X * Y - 1, -1 * ONE])
    return st.lists(factors, max_size=4).map(lambda fs: _product(fs))


def _product(factors):
    out = ONE
    for factor in factors:
        out = out * factor
    return out


sums = st.tuples(polynomials(), polynomials(), st.sampled_from([0, 1, -2])).map(lambda t: t[0] + t[2] * t[1])
elements = st.tuples(sums, polynomials()).map(lambda t: FIELD.lowest(*t))


def in_lowest_terms(a):
    n, d = a
    return n.gcd(d).is_one() and d.leading_coefficient() > 0 if not n.is_zero() else d.is_one()


@given(elements, elements)
def test_a_sum_is_the_sum_in_lowest_terms(a, b):
    total = FIELD.add(a, b)
    assert in_lowest_terms(total)
    assert total == FIELD.lowest(a[0] * b[1] + b[0] * a[1], a[1] * b[1])


@given(elements, elements)
def test_a_product_is_the_product_in_lowest_terms(a, b):
    product = FIELD.mul(a, b)
    assert in_lowest_terms(product)
    assert product == FIELD.lowest(a[0] * b[0], a[1] * b[1])


@given(elements, elements)
def test_equal_elements_are_those_whose_difference_is_zero(a, b):
    assert FIELD.equal(a, b) == (a[0] * b[1] - b[0] * a[1]).is_zero()


def test_what_is_equal_only_modulo_a_relation_is_equal():
    field = Field(4)
    two = field.rational(Fraction(2))
    root = field.generator(field.new(Symbol("r"), "+", 2, two))
    assert field.equal(field.mul(root, root), two)
    assert not field.equal(field.mul(root, two), two)
    # 1/(r - 1) = r + 1
    one = field.one
    assert field.equal(field.inverse(field.sub(root, one)), field.add(root, one))


def test_a_relation_that_comes_later_counts_for_what_came_before():
    field = Field(4)
    x = field.new(Symbol("x"), "r")
    square = field.mul(field.generator(x), field.generator(x))
    assert field.reduced(square) == square
    field.relate(x, 1, field.rational(Fraction(3)))
    assert field.reduced(square) == field.rational(Fraction(9))


def test_dividing_by_what_a_relation_makes_zero_is_noticed():
    field = Field(4)
    i = field.new(Symbol("i"), "c", 2, field.rational(Fraction(-1)))
    square = field.mul(field.generator(i), field.generator(i))
    with pytest.raises(DividedByZero):
        field.reduced(field.inverse(field.add(square, field.one)))


def test_too_large_a_product_is_given_up():
    field = Field(8)
    total = field.one
    for g in field.polynomials:
        total = field.add(total, (g, field.one[0]))
    with pytest.raises(Budget):
        _squared_again_and_again(field, total)


def _squared_again_and_again(field, total):
    while True:
        total = field.mul(total, total)


def test_what_is_learned_is_seen_where_it_was_asked_before():
    field = Field(4)
    signs = Signs(field)
    x, y = (field.generator(field.new(Symbol(name), "r")) for name in "xy")
    total = field.add(x, y)
    assert (signs.of_element(x), signs.of_element(total)) == ("r", "r")
    signs.learn(total, "> 0")
    assert (signs.of_element(x), signs.of_element(total)) == ("r", "+")
    signs.learn(x, ">= 0")
    assert signs.of_element(x) == "0+"
    assert signs.of_element(field.mul(x, total)) == "0+"


def test_a_quantity_that_may_be_complex_makes_what_is_built_on_it_so():
    field = Field(4)
    signs = Signs(field)
    x = field.generator(field.new(Symbol("x"), "r"))
    assert signs.real(x)
    z = field.generator(field.new(Symbol("z"), "c"))
    assert signs.real(x)
    assert not signs.real(field.mul(x, z))
    assert not signs.real(field.inverse(z))


@given(sums)
def test_factors_are_those_of_flint_in_its_order(p):
    content, factors = p.factor()
    assert FIELD.factors(p) == (content, [(factor, int(k)) for factor, k in factors])


@pytest.mark.parametrize(
    "p", [X, -2 * X, 6 * X * Y**2 * Z, -3 * X**2 * Y**2, 4 * X - 2 * Y, 2 - 2 * X, 5 * ONE]
)
def test_so_are_those_of_what_is_too_small_to_ask(p):
    content, factors = p.factor()
    assert FIELD.factors(p) == (content, [(factor, int(k)) for factor, k in factors])


@given(sums)
def test_monomials_are_the_terms(p):
    terms = [(tuple(map(int, exponents)), int(coefficient)) for exponents, coefficient in p.terms()]
    assert [
        (tuple(map(int, exponents)), int(coefficient)) for exponents, coefficient in monomials(p)
    ] == terms


@given(polynomials())
def test_factors_that_are_kept_are_those_of_this_polynomial(p):
    first, second = FIELD.factors(p), Field(4).factors(p)
    assert _multiplied(first) == p == _multiplied(second)
    assert all(factor.leading_coefficient() > 0 for factor, _ in first[1])


def _multiplied(found):
    content, factors = found
    return _product([content * ONE, *(factor for factor, exponent in factors for _ in range(exponent))])


def test_who_gets_factors_cannot_change_what_is_kept():
    p = (X + Y) * (X**2 + 1)
    FIELD.factors(p)[1].clear()
    assert len(FIELD.factors(p)[1]) == 2


def test_no_more_polynomials_are_kept_than_the_bound(monkeypatch):
    monkeypatch.setattr(field, "MOST_FACTORED", 3)
    other = Field(5)
    a, b = other.polynomials[:2]
    for k in range(10):
        other.factors((a + b) * (a**2 + k + 1))
    assert len(other.ring.factored) <= 3


def test_numbers_and_ones_are_what_they_are_in_any_product():
    three = FIELD.rational(Fraction(3))
    assert FIELD.mul(FIELD.one, three) == three == FIELD.mul(three, FIELD.one)
    assert FIELD.mul(FIELD.zero, three) == FIELD.zero == FIELD.mul(three, FIELD.zero)
