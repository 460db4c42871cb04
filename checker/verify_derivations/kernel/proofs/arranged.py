"""A statement about positive numbers in one order of their size: each is the one before it plus a rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Add, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute

MOST = 4
"""So many symbols are arranged at most."""

REST = Domain("real", Fraction(0), None, False, True)


def arrangements(s: Statement, symbols: Sequence[str]) -> list[Statement]:
    """The statement for each order of the size of some symbols, which run through all positive numbers, or
    all nonnegative ones: the least is left, and each other stands for what it exceeds the one before by.

    Raises:
        CertificateError: they do not.
    """
    if s.arrays or s.indices or s.complex_values:
        raise CertificateError("not a statement about real numbers")
    if not 2 <= len(symbols) <= MOST or len(set(symbols)) < len(symbols):
        raise CertificateError("too few or too many symbols to arrange")
    domains = [s.domains.get(name) for name in symbols]
    own = domains[0]
    if own is None or any(d != own for d in domains):
        raise CertificateError("the symbols live in different domains")
    if own.field != "real" or own.lower != 0 or own.upper is not None or own.nonzero:
        raise CertificateError("the symbols do not run through all positive numbers")
    return [_arranged(s, order) for order in permutations(symbols)]


def _arranged(s: Statement, order: Sequence[str]) -> Statement:
    put: dict[str, Term] = {}
    for k, name in enumerate(order[1:], start=2):
        put[name] = Add(tuple(Symbol(n) for n in order[:k]))
    return replace(
        s,
        lhs=substitute(s.lhs, put),
        rhs=substitute(s.rhs, put),
        differentiated=tuple(substitute(t, put) for t in s.differentiated),
        required=tuple(replace(r, term=substitute(r.term, put)) for r in s.required if not r.bound),
        assumed=tuple((substitute(a, put), relation, substitute(b, put)) for a, relation, b in s.assumed),
        domains={**s.domains, **dict.fromkeys(order[1:], REST)},
    )


__all__ = ["arrangements"]
