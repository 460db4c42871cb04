"""What stands under absolute values, maxima and the like: where its sign is known, they are resolved."""

from __future__ import annotations

from verify_derivations.kernel.claims.facts import minus
from verify_derivations.term.nodes import Apply, Term, subterms

JUMPING = frozenset(("Abs", "sign", "relu", "Heaviside", "Max", "Min"))
"""Functions of which one formula holds where their argument, or the difference of two, has one sign."""


def inside_jumps(*terms: Term) -> list[Term]:
    """The arguments of jumping functions, or the differences of two, the simplest first."""
    found = dict.fromkeys(
        term.arguments[0] if len(term.arguments) == 1 else minus(*term.arguments)
        for term in subterms(*terms)
        if isinstance(term, Apply) and term.function in JUMPING and len(term.arguments) <= 2
    )
    return sorted(found, key=lambda term: len(subterms(term)))


__all__ = ["JUMPING", "inside_jumps"]
