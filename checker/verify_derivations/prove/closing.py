"""Limits of what has sums in it: their closed forms, by which the limit is found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from verify_derivations.certificate import Argument, Point, Replaced, Rewriting
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.calculus.closed_limits import body_statement
from verify_derivations.kernel.calculus.replacements import replaced
from verify_derivations.kernel.claims.facts import told
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.prove.finite_sums import finite_sums
from verify_derivations.prove.rewriting import rewriting
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols, walk


def closing(s: Statement, term: Limit, deadline: float) -> Iterator[tuple[str, Term, Argument]]:
    """Bodies without sums that are equal to that of the limit: the variable, the body, why it is equal."""
    taken = {*s.domains, *free_symbols(s.lhs, s.rhs, *s.hypotheses)}
    name = next(name for name in (term.index + "_" * k for k in count()) if name not in taken)
    first = instantiate_bound(term.body, Symbol(name))
    try:
        same = body_statement(s, term, name, first)
    except CertificateError:
        return
    yield from ((name, body, argument) for body, argument in _closed(same, first, deadline))


def _closed(s: Statement, body: Term, deadline: float) -> Iterator[tuple[Term, Argument]]:
    """The body without its first sum, and so on."""
    inner = next((t for t, depth in walk(body) if depth == 0 and isinstance(t, Sum)), None)
    if inner is None:
        yield body, Rewriting()
        return
    for becomes, evidence in finite_sums(told(s, inner), inner, deadline, (), _by_rewriting):
        step = Replaced(inner, becomes, evidence, Rewriting())
        try:
            after = replaced(s, step)
        except (CertificateError, TermError):
            continue
        for last, rest in _closed(after, exchanged(body, inner, becomes), deadline):
            yield last, Replaced(inner, becomes, evidence, rest)


def _by_rewriting(s: Statement, deadline: float, _: Point) -> Argument | None:
    return rewriting(s, deadline)


__all__ = ["closing"]
