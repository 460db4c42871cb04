"""A claim about whole numbers as one about all real numbers between the same bounds, which says more."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.syntax.nodes import Binder, Pow
from verify_derivations.term.syntax.traverse import subterms


def widened(s: Statement, name: str) -> Statement:
    """The statement with all real numbers between the bounds of its domain for a whole number.

    What is required of the points stays as it is: it holds at the whole ones of which the statement speaks.
    Powers with the number in their exponent would need a positive base, and sums end at whole numbers: with
    these there is no wider statement.

    Raises:
        CertificateError: it is no whole number, or there is no such statement.
    """
    domain = s.domains.get(name)
    if domain is None or domain.field != "integer" or s.complex_values:
        raise CertificateError(f"{name} is no whole number")
    for term in subterms(s.lhs, s.rhs, *s.differentiated, *s.hypotheses):
        if isinstance(term, Binder) and name in term.names:
            raise CertificateError(f"{name} stands under a sum or an integral")
        if isinstance(term, Pow) and name in term.exponent.names:
            raise CertificateError(f"{name} stands in an exponent")
    return replace(s, domains={**s.domains, name: replace(domain, field="real")})


__all__ = ["widened"]
