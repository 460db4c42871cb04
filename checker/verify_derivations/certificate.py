"""What a searcher hands to the kernel: arguments, proofs and counterexamples, all of it plain data."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from verify_derivations.term.nodes import Term

Point = tuple[tuple[str, tuple[Fraction, Fraction]], ...]
"""An exact value for every free symbol: real and imaginary part."""

Entries = tuple[tuple[str, tuple[int, ...], Fraction], ...]
"""An exact value for every entry of every array: its name, its indices from 1, the number."""

Interpretation = tuple[tuple[str, tuple[Fraction, ...]], ...]
"""For every unknown function a polynomial, by its coefficients from the constant on."""


@dataclass(frozen=True, slots=True)
class Lemma:
    """`term = becomes` by the named rule of the kernel: one step of a proof, in terms a person can read."""

    rule: str
    term: Term
    becomes: Term


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
class Improper:
    """An integral is F(upper) - F(lower), or the limits of F there: F' is the integrand all the way between.

    `lower` and `upper` are the limits, where an end is improper.
    """

    name: str
    function: Term
    slope: Argument
    lower: LimitValue | None
    upper: LimitValue | None


@dataclass(frozen=True, slots=True)
class Replaced:
    """The claim holds with `becomes` in place of `term`, an integral, sum or product that equals it."""

    term: Term
    becomes: Term
    evidence: Primitive | Induction | WrittenOut | KnownSeries | PartialSums | Improper
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
    """The claim holds for each value of a free index that runs up to a number: 1, then 2, and so on."""

    index: str
    arguments: tuple[Argument, ...]


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
)
"""The ways to show that two sides are equal."""


# ---- relations other than equality -----------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Sign:
    """After these lemmas the difference of the sides has a sign that can be seen."""

    lemmas: tuple[Lemma, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One ball around the difference, over the whole of a bounded domain, has the sign."""

    precision: int = 64


@dataclass(frozen=True, slots=True)
class Ordered:
    """The sides differ, as one of them is always the larger: `relation` is "<" or ">"."""

    relation: str
    argument: Order


@dataclass(frozen=True, slots=True)
class Exponentiated:
    """The exponentials of the sides, which are real, are so related."""

    argument: Order


@dataclass(frozen=True, slots=True)
class Raised:
    """The powers of the sides with a whole exponent are so related, and the larger side is not negative."""

    exponent: int
    argument: Order
    nonnegative: Order


@dataclass(frozen=True, slots=True)
class Natural:
    """The claim holds on the domain as the statement's own requirements narrow it."""

    argument: Order


@dataclass(frozen=True, slots=True)
class Split:
    """The claim holds for the values of a symbol up to a number, and for those from it on."""

    symbol: str
    at: Fraction
    below: Order
    above: Order


@dataclass(frozen=True, slots=True)
class Apart:
    """The claim holds where a symbol has this value, and where it has any other."""

    symbol: str
    at: Fraction
    there: Order
    elsewhere: Order


@dataclass(frozen=True, slots=True)
class Either:
    """The claim holds where a term is nonnegative, and where it is nonpositive."""

    term: Term
    nonnegative: Order
    nonpositive: Order


@dataclass(frozen=True, slots=True)
class Generalised:
    """The claim holds with any number of the range of a function in the place of its value."""

    term: Term
    name: str
    argument: Order


@dataclass(frozen=True, slots=True)
class Least:
    """The difference of the sides is smallest where a symbol is `at`: it falls up to there, then it rises.

    `at` may be an end of the domain; then there is nothing on one side of it.
    """

    symbol: str
    at: Term
    there: Order
    below: Order | None
    above: Order | None


@dataclass(frozen=True, slots=True)
class Slope:
    """One side is the other with a larger value of a symbol, and the derivative by it has the sign.

    It may lack it at the finitely many values `apart`.
    """

    lower: str
    upper: str
    slope: Order
    apart: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Bent:
    """One side is a function between two points, the other one its chord; its second derivative has the sign.

    `function` is written in the symbol `first`; `weight` says how much of that point is taken. A strict sign
    may be missing at the finitely many values `apart`.
    """

    first: str
    second: str
    weight: str
    function: Term
    curvature: Order
    apart: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Squares:
    """The larger side exceeds the smaller one by `term`, which by its writing is nowhere negative."""

    term: Term
    argument: Argument


@dataclass(frozen=True, slots=True)
class Between:
    """A printed decimal: what it stands for lies above the lower and below the upper end of its interval."""

    lower: Order
    upper: Order


@dataclass(frozen=True, slots=True)
class Defined:
    """An expression is defined on its whole domain: each of its requirements holds, in their order."""

    parts: tuple[Order, ...] = ()


Order = (
    Sign
    | Enclosed
    | Ordered
    | Exponentiated
    | Raised
    | Natural
    | Split
    | Apart
    | Either
    | Generalised
    | Least
    | Slope
    | Bent
    | Squares
    | Between
    | Defined
)
"""The ways to show a relation other than equality."""


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
    """A refutation: an exact point and the binary precision at which the two sides come apart."""

    point: Point
    precision: int = 64
    functions: Interpretation = ()
    entries: Entries = ()


@dataclass(frozen=True, slots=True)
class NeverDefined:
    """Nowhere in the domain are both sides defined: a requirement, or a hypothesis, fails at every point.

    `term relation` is what fails (`t > 0`, `>= 0`, `!= 0`, `= 0`, `nonpole`), by these lemmas; `indices` are
    values of the indices of sums and products in which the term stands.
    """

    term: Term
    relation: str
    lemmas: tuple[Lemma, ...] = ()
    indices: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EmptyDomain:
    """There is no point at all: the declared domain of a symbol is empty."""

    symbol: str


@dataclass(frozen=True, slots=True)
class LimitValue:
    """A limit is `becomes`, by an expansion with so many terms; `becomes` may be an infinity."""

    term: Term
    becomes: Term
    order: int


@dataclass(frozen=True, slots=True)
class WithLimits:
    """What is shown of the statement with limits replaced by what they are.

    For a counterexample the limits are those at its point: the values of the symbols are put in first.
    """

    values: tuple[LimitValue, ...]
    certificate: Proof | Counterexample


@dataclass(frozen=True, slots=True)
class NoLimit:
    """A limit without a direction that needs one: from the two sides it is not the same."""

    term: Term
    above: Term
    below: Term
    order: int


# ---- steps between conditions ------------------------------------------------------------------------
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


Certificate = Proof | Counterexample | NeverDefined | EmptyDomain | WithLimits | NoLimit | Implied | Unimplied
"""A closed union of plain data; a new kind is a change of the kernel, with a forger's test."""
