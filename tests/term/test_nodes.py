"""The nodes: equal terms are one object, and terms of any depth are walked."""

from fractions import Fraction

import pytest

from verify_derivations.term.nodes import ONE, Add, Number, Symbol, Term, subterms

SAME_NUMBER = [(1, Fraction(1)), (Fraction(2, 4), Fraction(1, 2)), (-3, Fraction(-3)), (True, 1)]


@pytest.mark.parametrize(("first", "second"), SAME_NUMBER)
def test_equal_numbers_are_one_object(first, second):
    assert Number(first) is Number(second)
    assert type(Number(first).value) is Fraction


def test_subterms_come_before_what_is_made_of_them_each_once():
    x, y = Symbol("x"), Symbol("y")
    inner = Add((x, ONE))
    assert subterms(Add((inner, y, inner)), y) == (x, ONE, inner, y, Add((inner, y, inner)))


def test_subterms_of_a_very_deep_term_are_found():
    term: Term = ONE
    for _ in range(20_000):
        term = Add((term, Number(2)))
    found = subterms(term)
    assert len(found) == 20_002
    assert found[:2] == (ONE, Number(2))
    assert found[-1] is term
