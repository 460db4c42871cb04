"""What stands under absolute values, maxima and the like: where its sign is known, they are resolved."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

BY_SIGN = {
    "Abs": ("u", "-u"),
    "sign": ("1", "-1"),
    "relu": ("u", "0"),
    "Heaviside": ("1", "0"),
    "Max": ("s", "u"),
    "Min": ("u", "s"),
}
"""Functions of which one formula holds where their argument, or the difference of two, is positive, and
another one where it is negative."""


def told_by(call: Apply) -> Term:
    """What the function goes by the sign of: its argument, or the difference of two."""
    return call.arguments[0] if len(call.arguments) == 1 else minus(*call.arguments)


def inside_jumps(*terms: Term) -> list[Term]:
    """The arguments of jumping functions, or the differences of two, the simplest first."""
    found = dict.fromkeys(
        told_by(term) for term in subterms(*terms) if isinstance(term, Apply) and term.function in BY_SIGN
    )
    return sorted(found, key=lambda term: len(subterms(term)))


def undecided(s: Statement) -> Iterator[Term]:
    """What stands under an absolute value, and the symbols that may have any sign."""
    inside = inside_jumps(s.lhs, s.rhs)
    known = {a for a, _, _ in s.assumed}
    for term in inside:
        if term not in known and (not isinstance(term, Symbol) or _any_sign(s, term.name)):
            yield term
    if not inside:
        for name in free_symbols(s.lhs, s.rhs)[:2]:
            if _any_sign(s, name):
                yield Symbol(name)


def _any_sign(s: Statement, name: str) -> bool:
    domain = s.domains[name]
    return (
        domain.field == "real"
        and (domain.lower is None or domain.lower < 0)
        and (domain.upper is None or domain.upper > 0)
    )


__all__ = ["BY_SIGN", "inside_jumps", "told_by", "undecided"]
