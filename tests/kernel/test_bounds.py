"""What is assumed of a polynomial tells the signs of those that differ from it by a number."""

from __future__ import annotations

import pytest

from verify_derivations.check import decide
from verify_derivations.kernel.algebra.bounds import Bounds
from verify_derivations.kernel.algebra.field import Field
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain

TOLD = [
    # what is assumed, a claim, what is said of it
    ("a - b >= 1", "Abs(a - b)", "=", "a - b", "proved"),
    ("b - a <= -1", "Abs(a - b)", "=", "a - b", "proved"),
    ("a - b >= 1", "Abs(a - b - 2)", "=", "a - b - 2", "refuted"),
    ("a - b > -1", "Abs(a - b + 1)", "=", "a - b + 1", "proved"),
    ("a - b <= 2", "Abs(a - b - 3)", "=", "3 - a + b", "proved"),
    ("2*a - 2*b >= 3", "Abs(a - b - 1)", "=", "a - b - 1", "proved"),
    ("2*a - 2*b >= 3", "Abs(a - b - 2)", "=", "a - b - 2", "refuted"),
    ("a*b >= 1", "Abs(a*b + 1)", "=", "a*b + 1", "proved"),
    ("a - b > 1", "a - b - 1", ">", "0", "proved"),
    ("a - b >= 1", "a - b - 1", ">", "0", "refuted"),
    ("a - b >= 1", "a - b - 1", ">=", "0", "proved"),
    ("a - b < 1", "a - b - 1", "<", "0", "proved"),
    ("a - b < 1", "a - b - 2", "<", "0", "proved"),
    ("a - b < 1", "a - b", "<", "0", "refuted"),
    ("a <= pi", "Abs(2*pi - a)", "=", "2*pi - a", "proved"),
    ("a <= pi", "Abs(3 - a)", "=", "3 - a", "refuted"),
    ("a <= 3", "Abs(pi - a)", "=", "pi - a", "proved"),
    ("a >= sqrt(2)", "Abs(a - 1)", "=", "a - 1", "proved"),
    ("a >= sqrt(2)", "Abs(a - 3/2)", "=", "a - 3/2", "refuted"),
    ("a*b >= pi", "a*b - pi", ">", "0", "undecided"),  # no rational point is on the edge
    ("a*b > pi", "a*b - pi", ">", "0", "proved"),
]


@pytest.mark.parametrize(("given", "lhs", "relation", "rhs", "status"), TOLD)
def test_what_is_assumed_tells_of_its_neighbours(given, lhs, relation, rhs, status):
    record = {"lhs": lhs, "relation": relation, "rhs": rhs, "given": [given]}
    assert decide(read_record(record), seconds=10).status == status


PASCAL = [
    # a rule of binomial coefficients, what it needs, what is said of it
    ("binomial(n, k) + binomial(n, k + 1)", "binomial(n + 1, k + 1)", "k <= n - 1", "proved"),
    ("binomial(n, k) + binomial(n, k - 1)", "binomial(n + 1, k)", "k <= n", "proved"),
    ("binomial(n, k + 1)*(k + 1)", "binomial(n, k)*(n - k)", "n - k >= 1", "proved"),
    ("binomial(n, k) + binomial(n, k + 1)", "binomial(n + 1, k)", "k <= n - 1", "refuted"),
]


@pytest.mark.parametrize(("lhs", "rhs", "given", "status"), PASCAL)
def test_pascals_rule(lhs, rhs, given, status):
    symbols = {"n": {"domain": "natural"}, "k": {"domain": "posint"}}
    record = {"lhs": lhs, "rhs": rhs, "given": [given], "symbols": symbols}
    assert decide(read_record(record), seconds=10).status == status


FACTS = [
    # facts about 2*x + 3*y + c as (c, sign), then what is asked as (factor, c), and the sign
    ([(0, "+")], (1, 1), "+"),
    ([(0, "+")], (1, 0), "+"),
    ([(0, "0+")], (1, 0), "0+"),
    ([(0, "+")], (1, -1), "r"),
    ([(0, "+")], (-1, 0), "-"),
    ([(0, "0+")], (-2, 0), "0-"),
    ([(0, "0+")], (-2, -1), "-"),
    ([(0, "0+")], (-2, 1), "r"),
    ([(5, "-")], (1, 5), "-"),
    ([(5, "-")], (1, 6), "r"),
    ([(5, "-")], (3, 15), "-"),
    ([(5, "-")], (-1, -5), "+"),
    ([(0, "0+"), (0, "+")], (1, 0), "+"),
    ([(0, "+"), (0, "0+")], (1, 0), "+"),
    ([(-3, "0+"), (0, "+")], (1, -3), "0+"),
    ([(3, "0-"), (0, "-")], (1, 3), "0-"),
    ([], (1, 0), "r"),
]


@pytest.mark.parametrize(("facts", "asked", "sign"), FACTS)
def test_the_best_bound_is_kept(facts, asked, sign):
    field = Field(4)
    x, y = (field.polynomials[field.new(parse_plain(name), "r")] for name in "xy")
    bounds = Bounds(field)
    for constant, known in facts:
        bounds.learn(2 * x + 3 * y + constant, known)
    factor, constant = asked
    assert bounds.sign(factor * (2 * x + 3 * y) + constant) == sign
