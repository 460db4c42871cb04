"""Arguments that two sides are equal, as plain data: each is a theorem with what it is applied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.certificate.lemmas import EmptyDomain, Lemma, LimitValue, NeverDefined
from verify_derivations.certificate.points import Point
from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.nodes import Term

if TYPE_CHECKING:
    from verify_derivations.certificate.order import Order


@dataclass(frozen=True, slots=True)
class Rewriting:
    """After these lemmas, both sides are the same rational function of independent quantities."""

    lemmas: tuple[Lemma, ...] = ()


@dataclass(frozen=True, slots=True)
class Exponentials:
    """Both sides are real, and their exponentials are equal."""

    argument: Argument


@dataclass(frozen=True, slots=True)
class Powers:
    """Both sides are real and nonnegative, and their powers with this whole exponent are equal."""

    exponent: int
    argument: Argument


@dataclass(frozen=True, slots=True)
class Turn:
    """exp(i factor (lhs - rhs)) = 1 throughout a connected domain, and the sides are near at one point."""

    factor: int
    argument: Argument
    anchor: Point


@dataclass(frozen=True, slots=True)
class ConstantDifference:
    """The sides have equal derivatives by every symbol on a connected domain, and are equal at one point."""

    slopes: tuple[tuple[str, Argument], ...]
    anchor: Point
    at_anchor: Argument


@dataclass(frozen=True, slots=True)
class Cases:
    """The claim holds for positive, for negative and for zero values of a symbol.

    `zero` is None where the statement is not defined for the value zero.
    """

    symbol: str
    positive: Argument
    negative: Argument
    zero: Argument | None


@dataclass(frozen=True, slots=True)
class Primitive:
    """An integral is F(upper) - F(lower): F' is the integrand, and F is smooth on the whole way."""

    name: str
    function: Term
    slope: Argument
    scaled: bool = False
    """The way is gone by lower + (upper - lower)*name, for `name` from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Induction:
    """A sum (or product) up to n is what it is said to be: at the least n, and from n to n + 1."""

    name: str
    base: Argument
    step: Argument


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """A sum (or product) with whole numbers as bounds is its terms, one by one."""


@dataclass(frozen=True, slots=True)
class KnownSeries:
    """A series is one of the table: neighbouring terms have the same ratio, apart from a polynomial.

    Args:
        row: the name of its row.
        at: what is put for the variable of the row.
        shift: the index of the row is that of the series plus this.
        ratio: why the ratios are the same.
        nothing: the claim where the polynomial is zero, and so the sum; None if it is nowhere zero.
    """

    row: str
    at: Term
    shift: int
    ratio: Argument
    nothing: Argument | None = None


@dataclass(frozen=True, slots=True)
class PartialSums:
    """The sum up to n is `partial`, by induction on n, and that has the limit."""

    name: str
    partial: Term
    induction: Induction
    order: int


@dataclass(frozen=True, slots=True)
class Antidifference:
    """A sum is F(upper) - F(lower - 1): F(k) - F(k - 1) is the term with the index k, all the way.

    So many terms as `first` says are written out before, and the way begins behind them.
    """

    name: str
    function: Term
    step: Argument
    first: int = 0


@dataclass(frozen=True, slots=True)
class BinomialSum:
    """A sum is one of the table of sums over binomial coefficients, times a polynomial.

    Args:
        row: the name of its row.
        name: the index, as a symbol.
        size, at: what is put for the parameters of the row.
        shift: the index of the row is that of the sum plus this.
        coefficients: of the polynomial, by falling powers of the index of the row: 1, j, j(j - 1), ...
        identity: why the terms are those of the row.
    """

    row: str
    name: str
    size: Term
    at: Term
    shift: int
    coefficients: tuple[Term, ...]
    identity: Argument


@dataclass(frozen=True, slots=True)
class Improper:
    """An integral is F(upper) - F(lower), or the limits of F there: F' is the integrand all the way between.

    `lower` and `upper` are the limits, where an end is improper. `scaled` says that the way from a to b is
    run through as a + (b - a)*t, for t from 0 to 1, and that the limits are those of F there.
    """

    name: str
    function: Term
    slope: Argument
    lower: LimitValue | None
    upper: LimitValue | None
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class KnownIntegral:
    """An integral is a sum of rows of the table of integrals.

    Args:
        name: the variable, as a symbol.
        parts: the name of each row, its factor, and its parameters.
        identity: why the integrand is the sum of the rows.
    """

    name: str
    parts: tuple[tuple[str, Term, tuple[Term, ...]], ...]
    identity: Argument


@dataclass(frozen=True, slots=True)
class Combination:
    """An integral is a combination of others over the same way, which stand in the statement, perhaps with
    the difference of a function at the bounds: integration by parts.

    Args:
        name: the variable, as a symbol.
        parts: each factor, and the integral that it is put before.
        identity: why the integrand is the same combination of the others, with the function's derivative.
        function: what is taken at the bounds; None for nothing.
    """

    name: str
    parts: tuple[tuple[Term, Term], ...]
    identity: Argument
    function: Term | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """An integral is the sum of others of the same integrand, whose ways make up its way.

    `parts` are these integrals in the order of the way, each with whether it is passed forwards.
    """

    parts: tuple[tuple[bool, Term], ...]


@dataclass(frozen=True, slots=True)
class Integrand:
    """An integral over the same way, of an integrand that is equal at every point of it.

    Args:
        name: the variable, as a symbol.
        body: the other integrand, in which that symbol is free.
        identity: why both integrands are equal.
    """

    name: str
    body: Term
    identity: Argument


@dataclass(frozen=True, slots=True)
class Cut:
    """An integral is the sum of two of the same integrand, up to a point that lies between its bounds and
    from there on."""

    at: Term


Evidence = (
    Primitive
    | Induction
    | WrittenOut
    | KnownSeries
    | PartialSums
    | Improper
    | Antidifference
    | BinomialSum
    | KnownIntegral
    | Combination
    | Joined
    | Integrand
    | Cut
)
"""Why something may stand in the place of an integral, a sum or a product."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """The claim holds with `becomes` in place of `term`, an integral, sum or product that equals it."""

    term: Term
    becomes: Term
    evidence: Evidence
    argument: Argument


@dataclass(frozen=True, slots=True)
class Named:
    """The claim holds whatever real numbers its integrals are: with a name in the place of each."""

    names: tuple[tuple[str, Term], ...]
    argument: Argument


@dataclass(frozen=True, slots=True)
class Multiplied:
    """Both sides, multiplied by an invertible matrix along one of their indices, are equal."""

    matrix: Term
    index: str
    left: bool
    argument: Argument


@dataclass(frozen=True, slots=True)
class Regions:
    """The claim holds in each region in which one case of an expression by cases applies, if it has a point.

    `parts` has an argument for each region, in the order of the kernel.
    """

    term: Term
    parts: tuple[Argument | NeverDefined | EmptyDomain, ...]


@dataclass(frozen=True, slots=True)
class EachValue:
    """The claim holds for each value of an index that runs up to a number, or of a bounded whole number.

    The arguments stand in the order of the values: of 1, then of 2, and so on.
    """

    index: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class EitherSign:
    """The claim holds where a term is nonnegative, and where it is nonpositive."""

    term: Term
    nonnegative: Argument
    nonpositive: Argument


@dataclass(frozen=True, slots=True)
class Inducted:
    """The claim holds at the least value of a whole number, and both sides grow by the same to the next."""

    name: str
    base: Argument
    step: Argument


@dataclass(frozen=True, slots=True)
class BothOrders:
    """Neither side is ever larger than the other: left <= right, and left >= right."""

    below: Order
    above: Order


Argument = (
    Rewriting
    | Exponentials
    | Powers
    | Turn
    | ConstantDifference
    | Cases
    | Regions
    | Replaced
    | Multiplied
    | EachValue
    | EitherSign
    | Inducted
    | BothOrders
    | Named
)
"""The ways to show that two sides are equal."""
