"""Limits of what has sums in it, along whole numbers: of another body, that is equal at each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify_derivations.certificate import Argument, ClosedLimit, LimitValue
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import covered
from verify_derivations.kernel.calculus.limits import check_limit, replaced_limit
from verify_derivations.kernel.calculus.partial import by_definition
from verify_derivations.kernel.claims.defined import is_made_index
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.limit import OO, Limit, has_limits
from verify_derivations.term.syntax.nodes import Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols

Check = Callable[[Statement, Argument], object]


def body_statement(s: Statement, term: Term, name: str, body: Term) -> Statement:
    """Both bodies are equal at every whole number from 1 on at which the first one has a value.

    Raises:
        CertificateError: the limit is none at infinity, or the name of the variable is taken.
    """
    if not isinstance(term, Limit) or term.point is not OO or s.complex_values or s.arrays or s.indices:
        raise CertificateError("not a limit of real numbers at infinity")
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses) or is_made_index(name):
        raise CertificateError("the name of the variable is taken")
    first = instantiate_bound(term.body, Symbol(name))
    if has_limits(first, body):
        raise CertificateError("another limit stands in it")
    kept = (r for r in s.required if not r.bound and not has_limits(r.term) and r.term.names <= {*s.domains})
    return replace(
        s,
        relation="=",
        lhs=first,
        rhs=body,
        domains={**s.domains, name: DOMAINS["posint"]},
        differentiated=(),
        required=(*kept, *requirements((first,))),
    )


def closed(term: Limit, name: str, body: Term) -> Limit:
    """The limit of the other body."""
    return Limit(term.index, term.point, term.direction, bind(body, name))


def check_closed(s: Statement, value: ClosedLimit, check: Check) -> None:
    """The limit is that of the other body, and what is said of it.

    Raises:
        CertificateError: that is not shown.
    """
    same = body_statement(s, value.term, value.name, value.body)
    if not covered(replace(same, rhs=same.lhs), value.body):
        raise CertificateError("the other body may not have a value at every whole number")
    if not isinstance(value.term, Limit) or value.value.term is not closed(
        value.term, value.name, value.body
    ):
        raise CertificateError("not the limit of the other body")
    check(same, value.same)
    check_limit(s, value.value)


def with_limits(s: Statement, values: tuple[LimitValue | ClosedLimit, ...], check: Check) -> Statement:
    """The statement with limits replaced by what they are, each checked.

    Raises:
        CertificateError: a limit is not shown to be that.
    """
    for value in values:
        if isinstance(value, ClosedLimit):
            check_closed(s, value, check)
        elif value.order == 0:  # it has a value exactly where the limit exists
            if value.becomes is not by_definition(value.term) or s.complex_values:
                raise CertificateError("it is not the limit by definition")
        else:
            check_limit(s, value)
        s = replaced_limit(s, value.term, value.becomes)
    return s


__all__ = ["Check", "body_statement", "check_closed", "closed", "with_limits"]
