"""Facts about polynomials that differ by a number: where n - k - 1 is not negative, n - k is positive."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.kernel.algebra.field import Field, Polynomial

Bound = tuple[Fraction, bool]
"""A number, and whether it is excluded."""

Apart = tuple[str, Fraction, Fraction]
"""The primitive polynomial without its constant, by its name; the factor before it, and the constant."""


class Bounds:
    """Below or above which number polynomials without a constant are known to lie."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.lower: dict[str, Bound] = {}
        self.upper: dict[str, Bound] = {}

    def learn(self, p: Polynomial, sign: str) -> None:
        """The polynomial has the sign, one of +, -, 0+, 0-, at every point."""
        parts = self._apart(p)
        if parts is None:
            return
        name, factor, constant = parts
        number, strict = -constant / factor, not sign.startswith("0")
        if (sign[-1] == "+") == (factor > 0):
            known = self.lower.get(name)
            if known is None or (number, strict) > known:
                self.lower[name] = number, strict
        else:
            known = self.upper.get(name)
            if known is None or (number, not strict) < (known[0], not known[1]):
                self.upper[name] = number, strict

    def sign(self, p: Polynomial) -> str:
        """The sign of a polynomial, as far as the facts tell; r if they do not."""
        parts = self._apart(p) if self.lower or self.upper else None
        if parts is None:
            return "r"
        name, factor, constant = parts
        below, above = self.lower.get(name), self.upper.get(name)
        if factor < 0:
            below, above = above, below
        if below is not None and (least := factor * below[0] + constant) >= 0:
            return "+" if least > 0 or below[1] else "0+"
        if above is not None and (most := factor * above[0] + constant) <= 0:
            return "-" if most < 0 or above[1] else "0-"
        return "r"

    def _apart(self, p: Polynomial) -> Apart | None:
        if p.is_constant():
            return None
        constant = int(p.to_dict().get((0,) * self.field.capacity, 0))
        rest = p - self.field.constant(constant) if constant else p
        content = int(rest.content())
        factor = content if rest.leading_coefficient() > 0 else -content
        if factor != 1:
            rest = rest // self.field.constant(factor)
        return str(rest), Fraction(factor), Fraction(constant)


__all__ = ["Bounds"]
