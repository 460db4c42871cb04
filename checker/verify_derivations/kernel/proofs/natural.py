"""The part of the domain of which a statement speaks, as far as bounds of single symbols tell it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.evaluation.exact import rational_value
from verify_derivations.term.syntax.bounds import FLIPPED, narrowed, rational
from verify_derivations.term.syntax.nodes import Add, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols


def natural(s: Statement) -> Statement:
    """The statement over those values of its symbols that its requirements and hypotheses leave: it speaks of
    no others."""
    domains = dict(s.domains)
    for lhs, relation, rhs in s.assumed:
        domains.update(narrowed(domains, lhs, relation, rhs) or {})
    for r in s.required:
        names = free_symbols(r.term)
        if r.bound or len(names) != 1 or r.relation not in ("> 0", ">= 0", "!= 0"):
            continue
        bound = _linear_bound(r.term, names[0], r.relation)
        if bound is not None:
            domains.update(narrowed(domains, *bound) or {})
    return replace(s, domains=domains)


def _linear_bound(term: Term, name: str, relation: str) -> tuple[Term, str, Term] | None:
    """`a*x + b relation 0` as a bound of x, where the term is of that form with numbers a and b."""
    values = [rational_value(term, {name: Fraction(k)}) for k in range(2)]
    if not _is_linear(term) or values[0] is None or values[1] is None or values[0] == values[1]:
        return None
    slope = values[1] - values[0]
    sign = relation.removesuffix(" 0")
    return Symbol(name), sign if slope > 0 else FLIPPED[sign], Number(-values[0] / slope)


def _is_linear(term: Term) -> bool:
    """A sum of numbers, and of products of numbers with at most one symbol."""
    match term:
        case Number() | Symbol():
            return True
        case Add(terms):
            return all(_is_linear(t) for t in terms)
        case Mul(factors):
            open_ones = [f for f in factors if rational(f) is None]
            return len(open_ones) <= 1 and all(_is_linear(f) for f in open_ones)
    return rational(term) is not None


__all__ = ["natural"]
