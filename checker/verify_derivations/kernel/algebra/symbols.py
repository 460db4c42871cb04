"""What a declared domain says about a symbol as a quantity of a field: its sign, and a positive parameter."""

from __future__ import annotations

from verify_derivations.kernel.algebra.field import Field
from verify_derivations.term.syntax.domain import Domain


def sign_of(domain: Domain) -> str:
    """The sign of a symbol of the domain."""
    if domain.field == "complex":
        return "c"
    if domain.lower is not None and domain.lower >= 0:
        strict = domain.lower > 0 or domain.lower_open or domain.nonzero
        return "+" if strict else "0+"
    if domain.upper is not None and domain.upper <= 0:
        strict = domain.upper < 0 or domain.upper_open or domain.nonzero
        return "-" if strict else "0-"
    return "r"


def image_of(field: Field, j: int, domain: Domain) -> tuple[object, object, str] | None:
    """The symbol as a quotient of polynomials in a positive parameter, where its domain has a bound."""
    if domain.field == "complex" or (domain.lower is None and domain.upper is None):
        return None
    t, one = field.polynomials[j], field.one[0]
    constant = field.constant
    lower, upper = domain.lower, domain.upper
    if lower is not None and upper is not None:  # x = (a + b t)/(1 + t)
        scale = lower.denominator * upper.denominator
        top = constant(int(lower * scale)) + constant(int(upper * scale)) * t
        closed = not domain.lower_open or not domain.upper_open
        # a closed upper end is t = infinity: only an open one leaves the parameter finite
        return None if not domain.upper_open else (top, constant(scale) * (one + t), "0+" if closed else "+")
    bound = lower if lower is not None else upper
    if bound is None or bound == 0:
        return None
    scale, number = bound.denominator, constant(bound.numerator)
    top = number + constant(scale) * t if lower is not None else number - constant(scale) * t
    open_end = domain.lower_open if lower is not None else domain.upper_open
    return top, constant(scale), "+" if open_end else "0+"
