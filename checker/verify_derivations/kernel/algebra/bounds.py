"""Facts about polynomials that differ by a number: where n - k - 1 is not negative, n - k is positive, and
where pi - x is not negative, 2*pi - x is positive."""

from __future__ import annotations

from typing import NamedTuple

from verify_derivations.kernel.algebra.field import Field, Polynomial
from verify_derivations.kernel.algebra.numbers import sign_of_number


class Bound(NamedTuple):
    """The number top/bottom, for a polynomial in quantities that are numbers and a positive whole number; and
    whether it is excluded."""

    top: Polynomial
    bottom: int
    strict: bool


class Apart(NamedTuple):
    """factor * rest + constant: a primitive polynomial, by its name, and a polynomial that is a number."""

    name: str
    factor: int
    constant: Polynomial


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
        up = (sign[-1] == "+") == (parts.factor > 0)
        top = -parts.constant if parts.factor > 0 else parts.constant
        new = Bound(top, abs(parts.factor), not sign.startswith("0"))
        bounds = self.lower if up else self.upper
        known = bounds.get(parts.name)
        if known is None:
            bounds[parts.name] = new
            return
        further = self._compared(new, known)
        if further == ("+" if up else "-") or (further == "0" and new.strict):
            bounds[parts.name] = new

    def sign(self, p: Polynomial) -> str:
        """The sign of a polynomial, as far as the facts tell; r if they do not."""
        parts = self._apart(p) if self.lower or self.upper else None
        if parts is None:
            return "r"
        below, above = self.lower.get(parts.name), self.upper.get(parts.name)
        if parts.factor < 0:
            below, above = above, below
        for bound, side in ((below, "+"), (above, "-")):
            if bound is None:
                continue
            end = self._sign(parts.factor * bound.top + parts.constant * bound.bottom)
            if end == side or (end == "0" and bound.strict):
                return side
            if end == "0":
                return "0" + side
        return "r"

    def _compared(self, a: Bound, b: Bound) -> str:
        """The sign of a - b."""
        return self._sign(a.top * b.bottom - b.top * a.bottom)

    def _sign(self, p: Polynomial) -> str:
        """The sign of a number: + or -, 0, or r if that does not show."""
        if p.is_constant():
            value = 0 if p.is_zero() else int(p.leading_coefficient())
            return "0" if value == 0 else "+" if value > 0 else "-"
        return sign_of_number(self.field, p)

    def _apart(self, p: Polynomial) -> Apart | None:
        constant = self._number_in(p)
        rest = p - constant
        if rest.is_zero():
            return None
        content = int(rest.content())
        factor = content if rest.leading_coefficient() > 0 else -content
        if factor != 1:
            rest = rest // self.field.constant(factor)
        return Apart(str(rest), factor, constant)

    def _number_in(self, p: Polynomial) -> Polynomial:
        """The terms in which nothing has a name."""
        generators = self.field.generators
        named = [j for j, k in enumerate(p.degrees()) if k and generators[j].term.names]
        if p.is_constant() or not named:
            return p
        if len(named) == sum(k > 0 for k in p.degrees()):  # nothing else is in it
            return self.field.constant(int(p.to_dict().get((0,) * self.field.capacity, 0)))
        kept = {ks: c for ks, c in p.to_dict().items() if not any(ks[j] for j in named)}
        return self.field.context.from_dict(kept)


__all__ = ["Bounds"]
