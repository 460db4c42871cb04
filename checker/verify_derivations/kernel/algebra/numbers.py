"""Elements that are numbers: their signs, and whether they are zero, by certified balls."""

from __future__ import annotations

from flint import arb, ctx

from verify_derivations.errors import TermError
from verify_derivations.kernel.algebra.field import Field, Polynomial
from verify_derivations.term.evaluation.balls import Ball, Evaluation, Undefined

PRECISION = 256
"""In bits; what is not told apart from zero by then is left open."""


def number(field: Field, p: Polynomial) -> Ball | None:
    """A ball that holds the value of a polynomial in quantities that are numbers; None if it is no number.

    What has no real value has its principal value. A quantity that has no value at all tells nothing.
    """
    used = [(j, int(k)) for j, k in enumerate(p.degrees()) if k]
    if any(field.generators[j].term.names for j, _ in used):
        return None
    with ctx.workprec(PRECISION):
        evaluation = Evaluation({}, complex_values=True)
        try:
            values = [evaluation.value(field.generators[j].term) for j, _ in used]
        except (Undefined, TermError):
            return None
        total = arb(0)
        for exponents, coefficient in p.terms():
            term = arb(coefficient)
            for (j, _), value in zip(used, values, strict=True):
                term = term * value ** int(exponents[j])
            total = total + term
        return total


def sign_of_number(field: Field, p: Polynomial) -> str:
    """ "+" or "-" where the polynomial is a real number that surely has that sign; else "r"."""
    ball = number(field, p)
    if ball is None or type(ball) is not arb:
        return "r"
    return "+" if ball > 0 else "-" if ball < 0 else "r"


def is_nonzero_number(field: Field, p: Polynomial) -> bool:
    """The polynomial is a number, perhaps a complex one, that surely is not zero."""
    ball = number(field, p)
    return ball is not None and not ball.contains(0)
