"""A statement at exact values of some of its symbols."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.syntax.nodes import Number, Term
from verify_derivations.term.syntax.substitute import substitute


def specialised(s: Statement, values: Mapping[str, Fraction]) -> Statement:
    """The statement with numbers put for some symbols."""
    put: dict[str, Term] = {name: Number(value) for name, value in values.items()}
    lhs, rhs = substitute(s.lhs, put), substitute(s.rhs, put)
    differentiated = tuple(substitute(t, put) for t in s.differentiated)
    required = tuple(replace(r, term=substitute(r.term, put)) for r in s.required)
    domains = {name: domain for name, domain in s.domains.items() if name not in values}
    return replace(
        s,
        lhs=lhs,
        rhs=rhs,
        differentiated=differentiated,
        required=required,
        domains=domains,
        assumed=tuple((substitute(a, put), relation, substitute(b, put)) for a, relation, b in s.assumed),
    )
