"""What is defined because a term is: its parts, but for those in cases or in sums that may be empty."""

from __future__ import annotations

from collections.abc import Mapping

from verify_derivations.term.arrays.affine import surely_at_most
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Binder, Product, Sum, Term
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.traverse import kinds, subterms

RESERVED = "#?$@"
"""The software's own names hold one of these characters; no name of an author may."""

_RESERVED = frozenset(RESERVED)

INDICES = ("#", "?")
"""With these begin the names that the kernel makes of indices."""


def is_reserved(name: str) -> bool:
    """The name is one that the software makes."""
    return not _RESERVED.isdisjoint(name)


def is_made_index(name: str) -> bool:
    """The name is one that the kernel makes of an index."""
    return name.startswith(INDICES)


def surely_holds_an_index(lower: Term, upper: Term, domains: Mapping[str, Domain]) -> bool:
    """The range is not empty: its bounds are whole numbers, and the lower one is surely not the larger."""
    names = lower.names | upper.names
    whole = all(name in domains and domains[name].field == "integer" for name in names)
    return whole and surely_at_most(lower, upper, domains)


def defined_parts(domains: Mapping[str, Domain], *terms: Term) -> tuple[Term, ...]:
    """The subterms that have a value wherever the terms have one.

    An empty sum has a value whatever stands in it: its body counts only if the range surely holds an index.
    Of an expression by cases no part counts.
    """
    if not kinds(*terms) & (Binder.kind | Piecewise.kind):
        return subterms(*terms)
    found: dict[Term, None] = {}
    stack = list(reversed(terms))
    while stack:
        term = stack.pop()
        if term in found:
            continue
        found[term] = None
        if isinstance(term, Piecewise):
            continue
        if isinstance(term, Sum | Product) and not surely_holds_an_index(term.lower, term.upper, domains):
            stack += [term.upper, term.lower]
        else:
            stack += reversed(term.children)
    return tuple(found)


__all__ = ["RESERVED", "defined_parts", "is_made_index", "is_reserved", "surely_holds_an_index"]
