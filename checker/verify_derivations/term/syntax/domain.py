"""Where a symbol may live: a named or rational interval of the reals, the integers, or the complex plane."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError

Field = Literal["real", "integer", "complex"]


@dataclass(frozen=True, slots=True)
class Domain:
    """A set of numbers: an interval of `field`, open or closed at its ends, perhaps without zero.

    `lower` and `upper` are exact rationals or None for no bound. A complex domain has no bounds.

    >>> Domain("real", Fraction(0), Fraction(1)).describe("a")
    '0 < a < 1'
    >>> Fraction(1, 2) in DOMAINS["unit"]
    True
    """

    field: Field = "real"
    lower: Fraction | None = None
    upper: Fraction | None = None
    lower_open: bool = True
    upper_open: bool = True
    nonzero: bool = False

    def __post_init__(self) -> None:
        if self.field == "complex" and (self.lower is not None or self.upper is not None):
            raise TermError("a complex symbol has no lower or upper bound", code="VD207")

    def __hash__(self) -> int:
        # hashes of Fractions are computed in Python, slowly; equal domains have equal hashes without them
        return hash((self.field, self.lower is None, self.upper is None, self.lower_open, self.nonzero))

    @property
    def is_empty(self) -> bool:
        """No number satisfies the declaration."""
        if self.lower is None or self.upper is None:
            return False
        if self.field == "integer":
            return not any(Fraction(n) in self for n in range(int(self.lower) - 1, int(self.upper) + 2))
        if self.lower == self.upper:
            return self.lower_open or self.upper_open or (self.nonzero and self.lower == 0)
        return self.lower > self.upper

    def __contains__(self, value: Fraction) -> bool:
        if self.field == "integer" and value.denominator != 1:
            return False
        if self.nonzero and value == 0:
            return False
        if self.lower is not None and not (value > self.lower if self.lower_open else value >= self.lower):
            return False
        return self.upper is None or (value < self.upper if self.upper_open else value <= self.upper)

    def describe(self, name: str) -> str:
        """The declaration as an author would write it, in plain text."""
        ends = {"real": "", "integer": " integer", "complex": " complex"}[self.field]
        left = "" if self.lower is None else f"{self.lower} {'<' if self.lower_open else '<='} "
        right = "" if self.upper is None else f" {'<' if self.upper_open else '<='} {self.upper}"
        if left and not right:
            bounds = f"{name} {'>' if self.lower_open else '>='} {self.lower}"
        elif left or right:
            bounds = f"{left}{name}{right}"
        else:
            bounds = f"{name}{ends or ' real'}"
            ends = ""
        return bounds + (f",{ends}" if ends else "") + (f", {name} != 0" if self.nonzero else "")


ZERO, ONE = Fraction(0), Fraction(1)

DOMAINS: dict[str, Domain] = {
    "real": Domain(),
    "positive": Domain(lower=ZERO),
    "negative": Domain(upper=ZERO),
    "nonnegative": Domain(lower=ZERO, lower_open=False),
    "nonpositive": Domain(upper=ZERO, upper_open=False),
    "nonzero": Domain(nonzero=True),
    "unit": Domain(lower=ZERO, upper=ONE),
    "sym1": Domain(lower=-ONE, upper=ONE),
    "gt1": Domain(lower=ONE),
    "integer": Domain("integer"),
    "posint": Domain("integer", lower=ONE, lower_open=False),
    "natural": Domain("integer", lower=ZERO, lower_open=False),
    "complex": Domain("complex"),
}
"""The names that a declaration may use."""

REAL = DOMAINS["real"]
