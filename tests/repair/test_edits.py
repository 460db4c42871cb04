"""Every row of the table of edits does what its name says, to the terms that it is about and to no others."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from verify_derivations.repair.edits import EDITS, Edit
from verify_derivations.repair.losses import summand_lost
from verify_derivations.repair.places import at, edited, exchanged_at, occurrences, shown
from verify_derivations.repair.setting import Setting
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Bound, Entry, Mul, Number, Sum, Symbol

SETTING = Setting(
    names=("x", "y"),
    declared=("x", "y", "w1", "w2", "c", "d"),
    defined=("c", "d"),
    functions=("f", "g"),
    terms=(parse_plain("y"), parse_plain("diff(y, x)")),
    inner_derivatives=(parse_plain("diff(c, x)"),),
    shapes=(
        ("w", (Symbol("n"), Symbol("n"))),
        ("v", (Symbol("n"), Symbol("n"))),
        ("b1", (Number(2),)),
        ("b2", (Number(2),)),
    ),
    written=("w", "v"),
    indices=(("i", Symbol("n")), ("j", Symbol("n"))),
    ranges=(Symbol("n"),),
    prefactors=(parse_plain("c/2"),),
)

MEANT = [
    ("a sign", "1 - exp(-x)", "1 + exp(-x)"),
    ("a sign", "-x*y", "x*y"),
    ("a sign", "exp(-x)", "exp(x)"),
    ("a difference the wrong way round", "x - y", "y - x"),
    ("a bracket", "x*y + 1", "x*(y + 1)"),
    ("a bracket", "x*1 - y", "x*(1 - y)"),
    ("a bracket", "1/x + y", "1/(x + y)"),
    ("a bracket", "x + y*2", "(x + y)*2"),
    ("a bracket", "sin(x) + y", "sin(x + y)"),
    ("a bracket", "sin(x)*y", "sin(x*y)"),
    ("a bracket", "2*x**3", "(2*x)**3"),
    ("a bracket", "x + y**2", "(x + y)**2"),
    ("a bracket", "sin(x**2)", "sin(x)**2"),
    ("a bracket too many", "x*(y + 1)", "x*y + 1"),
    ("a bracket too many", "(x + y)**2", "x + y**2"),
    ("a bracket too many", "(2*x)**3", "2*x**3"),
    ("a bracket too many", "-(x + y)", "-x + y"),
    ("a bracket too many", "sin(x + y)", "sin(x) + y"),
    ("an exponent", "x**3", "x**2"),
    ("an exponent", "x**n", "x**(n - 1)"),
    ("an exponent", "1/(1 + x)", "1/(1 + x)**2"),
    ("an exponent", "sqrt(x)", "x"),
    ("a number", "1/2", "1/3"),
    ("a number", "3", "2"),
    ("a complement", "x*y", "x*(1 - y)"),
    ("a complement", "x**2", "x*(1 - x)"),
    ("a complement", "x*(1 - y)", "x*y"),
    ("a fraction upside down", "x/y", "y/x"),
    ("a fraction upside down", "x*y", "x/y"),
    ("a function", "sin(x)", "cos(x)"),
    ("a function", "f(x)", "g(x)"),
    ("an index", "w1*x", "w2*x"),
    ("a symbol", "sin(y)", "sin(x)"),
    ("the order of a derivative", "diff(x**3, x)", "diff(x**3, x, 2)"),
    ("a limit of a range", "Sum(k, (k, 1, x))", "Sum(k, (k, 1, x - 1))"),
    ("a limit of a range", "Integral(t, (t, 0, x))", "Integral(t, (t, x, 0))"),
    ("a limit of a range", "Sum(k, (k, 1, x))", "Sum(k, (k, 1, n))"),
    (
        "a limit of a range",
        "Sum(k, (k, 1, n)) + Sum(k**2, (k, 1, n))",
        "Sum(k, (k, 2, n)) + Sum(k**2, (k, 2, n))",
    ),
    ("the point of a limit", "limit(1/x, x, 1)", "limit(1/x, x, oo)"),
    ("the point of a limit", "limit(1/x, x, 2)", "limit(1/x, x, -2)"),
    ("the direction of a limit", "limit(1/x, x, 0)", 'limit(1/x, x, 0, "+")'),
    ("a lost factor", "x + y", "c/2*(x + y)"),
    ("a factor too many", "2*x*y", "2*x"),
    ("a summand too many", "x + y + 1", "x + y"),
    ("a function too many", "f(1 - f(x))", "f(1 - x)"),
    ("a lost number", "x", "2*x"),
    ("a lost number", "-x", "-2*x"),
    ("a lost inner derivative", "-1/c**2", "-diff(c, x)/c**2"),
    ("a lost summand of the same kind", "diff(x, c)*2", "diff(x, c)*2 + diff(x, d)*2"),
    ("a lost middle term", "x**2 + y**2", "x**2 + 2*x*y + y**2"),
    ("a lost middle term", "x**2 + 1", "x**2 - 2*x + 1"),
    ("a product for a sum", "log(x)*log(y)", "log(x) + log(y)"),
    ("a product for a sum", "log(x)/log(y)", "log(x) - log(y)"),
    ("a sum for a product", "exp(x) + exp(y)", "exp(x)*exp(y)"),
    ("a lost summand", "x", "x - y"),
    ("a lost factor", "x + 1", "(x + 1)/y"),
    ("a lost function", "x + 1", "f(x + 1)"),
    ("a lost function", "x", "log(x)"),
    ("a lost derivative", "f(y)", "diff(f(y), x)"),
]


def rows(name: str) -> tuple[Edit, ...]:
    return tuple(edit for edit in EDITS if edit.name == name)


@pytest.mark.parametrize(("name", "printed", "meant"), MEANT)
def test_a_row_leads_from_what_is_printed_to_what_is_meant(name, printed, meant):
    found = {text(change.whole) for change in edited(parse_plain(printed), rows(name), SETTING)}
    assert text(parse_plain(meant)) in found


def test_no_number_is_lost_beside_a_number():
    setting = replace(SETTING, terms=(Number(1), Symbol("y")))
    assert {text(term) for term in summand_lost(Number(2), setting)} == {"2 + y", "2 - y"}


I, J, N = Bound(1), Bound(0), Symbol("n")
W_IJ_X_J = Mul((Entry("w", (I, J)), Entry("x", (J,))))

INDICES = [
    ("a number", Number(Fraction(1, 2)), Number(Fraction(1, 3))),
    ("swapped indices", W_IJ_X_J, Mul((Entry("w", (J, I)), Entry("x", (J,))))),
    (
        "the order of a product",
        Mul((Entry("w", (I, J)), Entry("v", (J, I)))),
        Mul((Entry("v", (I, J)), Entry("w", (J, I)))),
    ),
    (
        "a matrix product for one by entries",
        Sum("k", Number(1), N, Mul((Entry("w", (Symbol("i"), J)), Entry("v", (J, Symbol("j")))))),
        Mul((Entry("w", (Symbol("i"), Symbol("j"))), Entry("v", (Symbol("i"), Symbol("j"))))),
    ),
    (
        "a product by entries for a matrix product",
        Mul((Entry("w", (Symbol("i"), Symbol("j"))), Entry("v", (Symbol("i"), Symbol("j"))))),
        Sum("k", Number(1), N, Mul((Entry("w", (Symbol("i"), J)), Entry("v", (J, Symbol("j")))))),
    ),
    ("another index", W_IJ_X_J, Mul((Entry("w", (I, J)), Entry("x", (I,))))),
    ("another index", Entry("w", (Symbol("k"), Symbol("j"))), Entry("w", (Symbol("i"), Symbol("j")))),
    (
        "another index",
        Sum("k", Number(1), N, Mul((Entry("x", (Symbol("j"),)), Entry("y", (J,))))),
        Sum("k", Number(1), N, Mul((Entry("x", (J,)), Entry("y", (J,))))),
    ),
    ("another array", Entry("b1", (Number(1),)), Entry("b2", (Number(1),))),
    ("another array", Entry("w", (Symbol("i"), Symbol("j"))), Entry("v", (Symbol("i"), Symbol("j")))),
    ("a layer for an index", Entry("b1", (Number(2),)), Entry("b2", (Number(1),))),
    ("a lost sum", Entry("b1", (Symbol("i"),)), Sum("i", Number(1), Symbol("n"), Entry("b1", (Bound(0),)))),
]


@pytest.mark.parametrize(("name", "printed", "meant"), INDICES)
def test_what_the_plain_notation_cannot_write_is_edited_too(name, printed, meant):
    assert meant in {change.whole for change in edited(printed, rows(name), SETTING)}


def test_every_row_has_an_example_here():
    assert {edit.name for edit in EDITS} == {name for name, *_ in (*MEANT, *INDICES)}


def test_no_row_gives_what_is_printed():
    for _, printed, _ in MEANT:
        term = parse_plain(printed)
        assert term not in [change.whole for change in edited(term, EDITS, SETTING)]


def test_an_edit_is_made_everywhere_or_at_one_place():
    term = parse_plain("(1 - x)/(1 - x)**2")
    found = [text(change.whole) for change in edited(term, rows("a sign"), SETTING)]
    assert "(1 + x)/(1 + x)**2" in found
    assert "(1 - x)/(1 + x)**2" in found
    assert "(1 + x)/(1 - x)**2" in found


def test_a_subterm_is_found_at_all_its_places_and_exchanged_there():
    term = parse_plain("(1 - x)/(1 - x)**2")
    inner = parse_plain("1 - x")
    paths = occurrences(term)[inner]
    assert [at(term, path) for path in paths] == [inner, inner]
    assert exchanged_at(term, paths, Symbol("u")) is parse_plain("u/u**2")


@pytest.mark.parametrize(
    ("printed", "name", "old", "new"),
    [
        ("2*x**3 + 1", "an exponent", "x**3", "x**2"),
        ("2*x + 1", "a number", "2*x", "3*x"),
        ("(1 - x)/(1 - x)**2", "a sign", "1 - x", "1 + x"),
        ("1/(1 + exp(x))", "a sign", "exp(x)", "exp(-x)"),
        ("sin(x) + y", "a symbol", "x", "y"),
    ],
)
def test_what_is_shown_says_enough(printed, name, old, new):
    term = parse_plain(printed)
    pairs = [shown(term, change) for change in edited(term, rows(name), SETTING)]
    assert (text(parse_plain(old)), text(parse_plain(new))) in [(text(a), text(b)) for a, b in pairs]


def test_what_a_sum_binds_is_not_shown_outside_of_it():
    term = Mul((Number(2), Sum("k", Number(1), Symbol("n"), Mul((Bound(0), Symbol("x"))))))
    for change in edited(term, EDITS, SETTING):
        old, new = shown(term, change)
        assert "#" not in text(old) + text(new)  # it can be printed at all
