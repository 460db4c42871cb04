"""The nodes: equal terms are one object, and terms of any depth are walked."""

import importlib
from fractions import Fraction

import pytest

from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import ONE, Add, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms

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


def test_a_part_is_written_alike_wherever_it_stands_and_a_bound_index_by_its_name():
    part = parse_plain("x - y")
    assert text(part) == "x - y"
    assert text(parse_plain("2*(x - y)")) == "2*(x - y)"
    assert text(parse_plain("Sum(k*(x - y), (k, 1, n))")) == "Sum(k*(x - y), (k, 1, n))"
    assert text(parse_plain("Sum(k*(x - y), (j, 1, n))")) == "Sum(k*(x - y), (j, 1, n))"
    assert text(parse_plain("Sum(m*(x - y), (m, 1, n))")) == "Sum(m*(x - y), (m, 1, n))"


def test_no_more_written_terms_are_kept_than_the_bound(monkeypatch):
    written = importlib.import_module("verify_derivations.term.notation.text")
    monkeypatch.setattr(written, "MOST_KEPT", 5)
    for k in range(20):
        text(parse_plain(f"x**{k + 500} + y*{k}"))
    assert len(written._KEPT) <= 5
