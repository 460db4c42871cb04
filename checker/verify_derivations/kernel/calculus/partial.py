"""Limits of partial sums, and of integrals up to T: by definition a series, and an improper integral."""

from __future__ import annotations

from verify_derivations.term.syntax.limit import OO, Limit
from verify_derivations.term.syntax.nodes import Integral, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound


def by_definition(term: Term) -> Term | None:
    """What the limit is by definition, or None where it is of no such form.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> from verify_derivations.term.notation.text import text
    >>> text(by_definition(parse_plain("limit(Sum(x**k, (k, 0, n)), n, oo)")))
    'Sum(x**k, (k, 0, oo))'
    """
    if not isinstance(term, Limit) or term.point is not OO:
        return None
    end = Symbol(f"{term.index}@")
    body = instantiate_bound(term.body, end)
    if not isinstance(body, Sum | Integral) or body.upper is not end:
        return None
    if end.name in body.lower.names or end.name in body.body.names:
        return None
    return type(body)(body.index, body.lower, OO, body.body)


__all__ = ["by_definition"]
