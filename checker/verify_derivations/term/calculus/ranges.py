"""Where the values of functions lie, as intervals with rational ends: true wherever the value is real."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain
from verify_derivations.term.syntax.nodes import Apply, Number, Pow, Term


def _closed(lower: int, upper: int | None) -> Domain:
    return Domain("real", Fraction(lower), None if upper is None else Fraction(upper), False, upper is None)


def _open(lower: Fraction | int, upper: Fraction | int) -> Domain:
    return Domain("real", Fraction(lower), Fraction(upper))


QUARTER = Fraction(11, 7)
"""A little more than pi/2."""

RANGES: dict[str, Domain] = {
    "exp": DOMAINS["positive"],
    "sigmoid": DOMAINS["unit"],
    "softplus": DOMAINS["positive"],
    "sin": _closed(-1, 1),
    "cos": _closed(-1, 1),
    "tanh": _open(-1, 1),
    "cosh": _closed(1, None),
    "sech": Domain("real", Fraction(0), Fraction(1), True, False),
    "asin": _open(-QUARTER, QUARTER),
    "acos": Domain("real", Fraction(0), 2 * QUARTER, False, True),
    "atan": _open(-QUARTER, QUARTER),
    "acosh": DOMAINS["nonnegative"],
    "Abs": DOMAINS["nonnegative"],
    "relu": DOMAINS["nonnegative"],
    "sign": _closed(-1, 1),
    "Heaviside": _closed(0, 1),
    "erf": _open(-1, 1),
    "erfc": _open(0, 2),
}
"""By the name of the function; any other has real values."""


def range_of(term: Term) -> Domain:
    """An interval in which the value of a term lies wherever it is a real number.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> range_of(parse_plain("sin(x)")).describe("t")
    '-1 <= t <= 1'
    """
    match term:
        case Apply(name, _):
            return RANGES.get(name, REAL)
        case Pow(_, Number(exponent)) if exponent.denominator != 1:
            return DOMAINS["positive"] if exponent < 0 else DOMAINS["nonnegative"]
    return REAL


__all__ = ["RANGES", "range_of"]
