"""Inequalities about whole numbers by induction: which multiple of the difference is carried on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verify_derivations.certificate import Carried, Order
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import ORDERS
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.induction import carried
from verify_derivations.term.syntax.build import add
from verify_derivations.term.syntax.nodes import ONE, Apply, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

Show = Callable[[Statement], Order | None]

GROWING = ("factorial", "gamma", "binomial")
"""Functions that grow by a factor from n to n + 1."""


def by_carrying(s: Statement, show: Show) -> Order | None:
    """Induction on one of the whole numbers, by the first factor that will do.

    Args:
        s: the statement.
        show: how its base and its step are shown.
    """
    if s.relation not in ORDERS:
        return None
    for name in free_symbols(s.lhs, s.rhs):
        if name in s.domains and s.domains[name].field == "integer":
            for factor in _factors(s, name):
                found = _carried(s, name, factor, show)
                if found is not None:
                    return found
    return None


def _carried(s: Statement, name: str, factor: Term, show: Show) -> Carried | None:
    try:
        first, following = carried(s, name, factor)
    except (CertificateError, TermError):
        return None
    base = show(first)
    step = None if base is None else show(following)
    return None if base is None or step is None else Carried(name, factor, base, step)


def _factors(s: Statement, name: str) -> Iterator[Term]:
    """1, the bases of powers with the symbol in the exponent, and n + 1 for factorials."""
    found: dict[Term, None] = {ONE: None}
    for term in subterms(s.lhs, s.rhs):
        match term:
            case Pow(base, exponent) if name in exponent.names and name not in base.names:
                found.setdefault(base)
            case Apply(function, _) if function in GROWING and name in term.names:
                found.setdefault(add(Symbol(name), ONE))
                found.setdefault(Number(2))
    yield from found


__all__ = ["by_carrying"]
