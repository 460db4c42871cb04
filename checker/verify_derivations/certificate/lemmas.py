"""What arguments stand on: a term that becomes another, the value of a limit, a domain without points."""

from __future__ import annotations

from verify_derivations.dataclass import dataclass
from verify_derivations.term.syntax.nodes import Term


@dataclass(frozen=True, slots=True)
class Lemma:
    """`term = becomes` by the named rule of the kernel: one step of a proof, in terms a person can read."""

    rule: str
    term: Term
    becomes: Term


@dataclass(frozen=True, slots=True)
class LimitValue:
    """A limit is `becomes`, by an expansion with so many terms; `becomes` may be an infinity.

    With no term at all it is the limit by definition: a series, an improper integral.
    """

    term: Term
    becomes: Term
    order: int


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
