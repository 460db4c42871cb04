"""What a searcher found out about a whole statement: a proof, a counterexample, the limits in it."""

from __future__ import annotations

from verify_derivations.certificate.equality import Argument
from verify_derivations.certificate.lemmas import LimitValue
from verify_derivations.certificate.order import Order
from verify_derivations.certificate.points import Entries, Interpretation, Point
from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.nodes import Term


@dataclass(frozen=True, slots=True)
class Proof:
    """An argument, and a point at which the statement is defined and holds: the proof is about something."""

    argument: Argument | Order
    point: Point
    precision: int = 64
    functions: Interpretation = ()
    entries: Entries = ()


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A refutation: an exact point and the binary precision at which the two sides come apart.

    `elsewhere` are instances of arrays of other sizes at which they do not.
    """

    point: Point
    precision: int = 64
    functions: Interpretation = ()
    entries: Entries = ()
    elsewhere: tuple[Counterexample, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedLimit:
    """A limit along whole numbers of what has sums or products in it: of another body that is equal at each.

    Args:
        term: the limit.
        name: what its variable is called in what follows.
        body: the other body.
        same: why both are equal.
        value: the limit of the other body.
    """

    term: Term
    name: str
    body: Term
    same: Argument
    value: LimitValue

    @property
    def becomes(self) -> Term:
        return self.value.becomes


@dataclass(frozen=True, slots=True)
class WithLimits:
    """What is shown of the statement with limits replaced by what they are.

    For a counterexample the limits are those at its point: the values of the symbols are put in first.
    """

    values: tuple[LimitValue | ClosedLimit, ...]
    certificate: Proof | Counterexample


@dataclass(frozen=True, slots=True)
class NoLimit:
    """A limit without a direction that needs one: from the two sides it is not the same."""

    term: Term
    above: Term
    below: Term
    order: int


@dataclass(frozen=True, slots=True)
class Diverges:
    """A series or an integral of the statement has no value: its terms, or its integrand, are too large.

    Args:
        term: the series or the integral.
        at: where: infinity, or a number between the bounds or at one of them.
        direction: from which side that number is approached.
        rate: the limit there of the term times its index, or of the integrand times the distance: not 0.
    """

    term: Term
    at: Term
    direction: str
    rate: LimitValue
