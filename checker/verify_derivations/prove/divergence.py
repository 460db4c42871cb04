"""Where a series or an integral may diverge: at infinity, at its ends, where something is zero."""

from __future__ import annotations

import time
from collections.abc import Iterator

from verify_derivations.certificate import Diverges, LimitValue
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.algebra.field import Budget
from verify_derivations.kernel.calculus.asymptotics import Imprecise
from verify_derivations.kernel.calculus.divergence import check_diverges, rate_limit
from verify_derivations.kernel.calculus.limits import computed, directions
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.facts import told
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.prove.limits import ORDERS, real_form
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.syntax.build import number
from verify_derivations.term.syntax.limit import OO, Infinity
from verify_derivations.term.syntax.nodes import Integral, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound

Place = tuple[Term, str]
"""Where, and from which side."""


def diverging(s: Statement, deadline: float) -> Diverges | None:
    """A series or an integral in the statement that has no value, if one is found.

    Args:
        s: the statement.
        deadline: a time of `time.perf_counter`.
    """
    if not (s.holds(Sum) or s.holds(Integral)):
        return None
    for term in defined_parts(s.domains, s.lhs, s.rhs):
        if isinstance(term, Sum | Integral) and not term.loose:
            for at, direction in _places(term):
                found = _at(told(s, term), term, at, direction, deadline)
                if found is not None and _checks(s, found):
                    return found
    return None


def _places(term: Sum | Integral) -> Iterator[Place]:
    if isinstance(term, Sum):
        if term.upper is OO:
            yield OO, ""
        return
    bounds = (term.lower, term.upper)
    yield from ((bound, "") for bound in bounds if isinstance(bound, Infinity))
    numbers = [bound for bound in bounds if not isinstance(bound, Infinity)]
    for at in dict.fromkeys((*numbers, *_zeros(term))):
        yield from ((at, "+"), (at, "-"))


def _zeros(term: Integral) -> Iterator[Term]:
    """Where something is zero that has to be another number; of linear terms in the variable alone."""
    variable = Symbol(f"{term.index}@")
    for requirement in requirements((instantiate_bound(term.body, variable),)):
        form = affine(requirement.term) if not requirement.bound else None
        if form is not None and [name for name, _ in form.parts] == [variable.name]:
            yield number(-form.constant / form.of(variable.name))


def _at(s: Statement, term: Sum | Integral, at: Term, direction: str, deadline: float) -> Diverges | None:
    limit = rate_limit(term, at, direction)
    for order in ORDERS:
        if time.perf_counter() > deadline:
            return None
        try:
            value = real_form(computed(s, limit, directions(limit)[0], order, deadline))
        except Imprecise:
            continue
        except FAILURES:
            return None
        return Diverges(term, at, direction, LimitValue(limit, value, order))
    return None


def _checks(s: Statement, found: Diverges) -> bool:
    try:
        check_diverges(s, found)
    except FAILURES:
        return False
    return True


FAILURES = (CertificateError, TermError, Budget, ArithmeticError, RecursionError)

__all__ = ["diverging"]
