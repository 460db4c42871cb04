"""What is shown of a step from one condition to another: each consequence, or a solution that is lost."""

from __future__ import annotations

from verify_derivations.certificate.equality import Argument
from verify_derivations.certificate.order import Order
from verify_derivations.certificate.whole import Counterexample
from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.nodes import Term


@dataclass(frozen=True, slots=True)
class Combined:
    """A power of the difference of the sides is the sum of the hypotheses' differences, each multiplied.

    `multipliers` has a term for each hypothesis that is an equation, `defined` shows where each has a value.
    """

    exponent: int
    multipliers: tuple[Term, ...]
    defined: tuple[tuple[Order, ...], ...]
    argument: Argument


@dataclass(frozen=True, slots=True)
class Inverted:
    """The hypothesis with this number, an equation f(u) = c, says that u is what f takes to c.

    `right` says that f(u) stands on the right.
    """

    hypothesis: int
    right: bool
    argument: Argument | Order | Combined | Inverted


@dataclass(frozen=True, slots=True)
class Consequence:
    """Where the hypotheses hold, a comparison is defined, each requirement in its order, and holds."""

    defined: tuple[Order, ...]
    holds: Argument | Order | Combined | Inverted


@dataclass(frozen=True, slots=True)
class Implied:
    """All that a step between conditions claims, in the order of the kernel; `place` lies in the domain."""

    parts: tuple[Consequence, ...]
    place: Counterexample


@dataclass(frozen=True, slots=True)
class Unimplied:
    """A point at which one condition holds and a part of the other does not, or is not even defined."""

    part: int
    at: Counterexample
    undefined: bool = False
