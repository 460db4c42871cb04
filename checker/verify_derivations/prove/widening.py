"""Inequalities about whole numbers as ones about all real numbers between the same bounds."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.certificate import Order, Widened
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.widened import widened
from verify_derivations.term.syntax.traverse import free_symbols


def widening(s: Statement, show: Callable[[Statement], Order | None]) -> Widened | None:
    """The first whole number for which the wider claim is shown, or None."""
    for name in free_symbols(s.lhs, s.rhs):
        if s.domains[name].field != "integer":
            continue
        try:
            inner = show(widened(s, name))
        except CertificateError:
            continue
        if inner is not None:
            return Widened(name, inner)
    return None


__all__ = ["widening"]
