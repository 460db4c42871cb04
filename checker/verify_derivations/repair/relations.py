"""Other relations with which a refuted claim would hold, and the digits that should have been printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from verify_derivations.errors import TermError
from verify_derivations.model import Claim
from verify_derivations.term.evaluation.balls import Ball, exact
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.decimals import unit
from verify_derivations.term.syntax.nodes import Decimal, Term

TURNED = "a relation the wrong way round"
STRICT = "a strict relation"

RELATIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "<": ((STRICT, "<="), (TURNED, ">"), (TURNED, ">=")),
    ">": ((STRICT, ">="), (TURNED, "<"), (TURNED, "<=")),
    "<=": ((TURNED, ">"), (TURNED, ">=")),
    ">=": ((TURNED, "<"), (TURNED, "<=")),
    "!=": (("a relation", "="),),
    "⇔": (("a solution lost or gained", "⇒"),),
}
"""What is tried in the place of a relation, with what would have been wrong."""

FEWEST_PLACES = 2
"""A number is taken for a printed decimal if it has so many places behind the point."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A claim with another relation, or other digits: `old` was printed where `new` would stand."""

    slip: str
    side: str
    old: Term | str
    new: Term | str
    claim: Claim


def exchanges(claim: Claim, value: Ball | None) -> Iterator[Exchange]:
    """Claims that differ from this one in the relation, or in printed digits; likeliest first.

    Args:
        claim: the refuted claim.
        value: a ball around the left side, if there is one that does not depend on a point.
    """
    for slip, sign in RELATIONS.get(claim.relation, ()):
        yield Exchange(slip, "relation", claim.relation, sign, replace(claim, relation=sign))
    if claim.relation == "≈" and isinstance(claim.rhs, Decimal) and value is not None:
        yield from _other_digits(claim, claim.rhs, value)
    if claim.relation == "=" and value is not None:
        decimal = as_decimal(claim.rhs)
        if decimal is not None:
            changed = replace(claim, relation="≈", rhs=decimal)
            yield Exchange("a rounded number", "relation", "=", "≈", changed)
            yield from (one for one in _other_digits(changed, decimal, value) if _is_misprinted(decimal, one))


def _other_digits(claim: Claim, printed: Decimal, value: Ball) -> Iterator[Exchange]:
    """The value rounded to as many digits; cut off, where dots follow."""
    for cut in (True, False) if printed.cut else (False,):
        digits = _digits(printed, value, cut)
        if digits is not None:
            decimal = Decimal(digits, printed.places, cut)
            yield Exchange("a digit", "right", printed, decimal, replace(claim, rhs=decimal))


def rounded(value: Ball, places: int) -> int | None:
    """How many units of the last of so many places a number is, rounded; None where that is in doubt."""
    return _digits(Decimal(0, places), value, cut=False)


def _is_misprinted(printed: Decimal, other: Exchange) -> bool:
    """One digit of the printed number is wrong, or two that stand side by side are exchanged."""
    if not isinstance(other.new, Decimal):
        return False
    old, new = (str(abs(number.digits)).zfill(number.places) for number in (printed, other.new))
    wrong = [k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b]
    if len(old) != len(new) or (printed.digits < 0) != (other.new.digits < 0):
        return False
    exchanged = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(old) == sorted(new)
    return len(wrong) == 1 or exchanged


def _digits(printed: Decimal, value: Ball, cut: bool) -> int | None:
    """How many units of the last digit the value is, rounded or cut off; None where that is in doubt."""
    try:
        units = abs(value) / exact(unit(printed))
        whole = (units if cut else units + exact(Fraction(1, 2))).floor().unique_fmpz()
    except (TypeError, AttributeError, ArithmeticError):  # not a real number
        return None
    if whole is None or (not value > 0 and not value < 0 and value != 0):
        return None
    return -int(whole) if value < 0 else int(whole)


def as_decimal(term: Term) -> Decimal | None:
    """A number as a printed decimal, if it looks like one: 0.73, but not 2, 1/2 or 1/4.

    >>> from verify_derivations.term.syntax.nodes import Number
    >>> as_decimal(Number(Fraction(73, 100))), as_decimal(Number(Fraction(1, 4)))
    (Decimal(73, 2, False), None)
    """
    try:
        value = rational(term)
    except TermError:
        return None
    if value is None or value.denominator % 5:
        return None
    for places in range(FEWEST_PLACES, 20):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return Decimal(int(scaled), places)
    return None


__all__ = ["Exchange", "as_decimal", "exchanges", "rounded"]
