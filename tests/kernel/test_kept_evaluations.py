"""What was evaluated once is not evaluated again, and not taken for another point, statement or precision."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from verify_derivations.certificate import Counterexample
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.kernel.counterexamples.witness import evaluation_at, sides_at
from verify_derivations.model import Claim
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS

CLAIM = Claim(parse_plain("x + exp(x)"), "=", parse_plain("2*x"))


def at(value: int, precision: int = 64) -> Counterexample:
    return Counterexample((("x", (Fraction(value), Fraction(0))),), precision)


def test_the_judge_gets_what_the_searcher_got() -> None:
    s, seen = statement(CLAIM), at(1)
    assert evaluation_at(s, seen) is evaluation_at(s, replace(seen, elsewhere=()))


@pytest.mark.parametrize("other", [at(2), at(1, precision=128)])
def test_another_point_or_precision_is_evaluated_anew(other: Counterexample) -> None:
    s, seen = statement(CLAIM), at(1)
    assert evaluation_at(s, seen) is not evaluation_at(s, other)


def test_another_statement_is_evaluated_anew() -> None:
    seen = at(1)
    other = statement(Claim(parse_plain("x"), "=", parse_plain("3*x")))
    assert sides_at(statement(CLAIM), seen)[1] == 2
    assert sides_at(other, seen)[1] == 3


def test_the_same_point_made_twice_has_the_same_values() -> None:
    s = statement(CLAIM)
    assert [str(side) for side in sides_at(s, at(3))] == [str(side) for side in sides_at(s, at(3))]


def test_a_point_that_could_change_is_turned_down() -> None:
    """Else it could be evaluated, changed, and shown as what it has become."""
    changing = Counterexample([("x", (Fraction(1), Fraction(0)))], 64)  # type: ignore[arg-type]
    with pytest.raises(CertificateError, match="not made of tuples"):
        evaluation_at(statement(CLAIM), changing)


def test_a_range_with_a_bound_that_is_no_whole_number_is_turned_down_at_once() -> None:
    """2/3 as a ball is a fraction of large whole numbers, and no range is as long as one of them."""
    forged = replace(
        statement(Claim(parse_plain("Sum(1/k, (k, 1, n))"), "=", parse_plain("n"))),
        domains={"n": DOMAINS["real"]},
    )
    with pytest.raises(CertificateError, match="not defined at the point"):
        evaluation_at(forged, Counterexample((("n", (Fraction(2, 3), Fraction(0))),)))
