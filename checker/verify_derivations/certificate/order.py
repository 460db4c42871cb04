"""Arguments for any other relation than equality, as plain data."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.certificate.equality import Argument
from verify_derivations.certificate.lemmas import Lemma
from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.nodes import Term


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
class Logarithmic:
    """The sides are positive, and their logarithms are so related."""

    argument: Order
    smaller: Order
    larger: Order


@dataclass(frozen=True, slots=True)
class Raised:
    """The powers of the sides with a whole exponent are so related, and the larger side is not negative."""

    exponent: int
    argument: Order
    nonnegative: Order


@dataclass(frozen=True, slots=True)
class Carried:
    """Induction on a whole number: the claim at its least value; and from each value to the next the larger
    side exceeds the other one by at least `factor`, which is positive, times what it exceeded it by.
    """

    symbol: str
    factor: Term
    base: Order
    step: Order


@dataclass(frozen=True, slots=True)
class Natural:
    """The claim holds on the domain as the statement's own requirements narrow it."""

    argument: Order


@dataclass(frozen=True, slots=True)
class Widened:
    """The claim holds for all real values of a symbol within its domain, not for whole ones only."""

    symbol: str
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
class Resolved:
    """The claim holds with `becomes` for `term`, an absolute value or the like whose case is known."""

    term: Term
    becomes: Term
    argument: Order


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
class Lipschitz:
    """The sides are |F(first) - F(second)| and a bound times |first - second|: the bound is one of |F'|."""

    first: str
    second: str
    slope: Order


@dataclass(frozen=True, slots=True)
class Concave:
    """As a function of the symbol the difference of the sides is concave on a bounded interval; at its ends
    it is not negative."""

    symbol: str
    curvature: Order
    lower: Order
    upper: Order


@dataclass(frozen=True, slots=True)
class Squares:
    """The larger side exceeds the smaller one by `term`, which by its writing is nowhere negative."""

    term: Term
    argument: Argument


@dataclass(frozen=True, slots=True)
class Arranged:
    """Some symbols run through all positive numbers, or all nonnegative ones: their orders of size.

    `parts` has an argument for each order, as `itertools.permutations` gives them.
    """

    symbols: tuple[str, ...]
    parts: tuple[Order, ...]


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
    | Logarithmic
    | Raised
    | Natural
    | Widened
    | Split
    | Apart
    | Either
    | Resolved
    | Generalised
    | Least
    | Slope
    | Bent
    | Lipschitz
    | Concave
    | Squares
    | Arranged
    | Carried
    | Between
    | Defined
)
"""The ways to show a relation other than equality."""
