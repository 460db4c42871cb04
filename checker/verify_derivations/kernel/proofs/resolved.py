"""Absolute values, maxima and the like, where it is known which of their cases applies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import holds_given
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.supposed import outer_terms, require_real
from verify_derivations.term.calculus.conditions import Requirement
from verify_derivations.term.syntax.build import neg
from verify_derivations.term.syntax.nodes import MINUS_ONE, ONE, ZERO, Apply, Term
from verify_derivations.term.syntax.substitute import exchanged


class Case(NamedTuple):
    """Where this real number has the sign, the function is that."""

    term: Term
    relation: str
    becomes: Term


CASES: dict[str, Callable[[Term], tuple[Case, Case]]] = {
    "Abs": lambda u: (Case(u, ">= 0", u), Case(neg(u), ">= 0", neg(u))),
    "relu": lambda u: (Case(u, ">= 0", u), Case(neg(u), ">= 0", ZERO)),
    "sign": lambda u: (Case(u, "> 0", ONE), Case(neg(u), "> 0", MINUS_ONE)),
    "Heaviside": lambda u: (Case(u, "> 0", ONE), Case(neg(u), "> 0", ZERO)),
}
"""Functions of one number that go by its sign; of two numbers there are `Max` and `Min`."""


def cases(call: Apply) -> tuple[Case, ...]:
    """The cases of such a function; none of any other."""
    match call:
        case Apply("Max", (a, b)):
            return Case(minus(a, b), ">= 0", a), Case(minus(b, a), ">= 0", b)
        case Apply("Min", (a, b)):
            return Case(minus(b, a), ">= 0", a), Case(minus(a, b), ">= 0", b)
        case Apply(function, (argument,)) if function in CASES:
            return CASES[function](argument)
    return ()


def resolved(s: Statement, term: Term, becomes: Term) -> Statement:
    """The claim with what the function is in the one case that applies wherever the statement is defined.

    Raises:
        CertificateError: it is no such function, or the case does not show.
    """
    if not isinstance(term, Apply) or s.complex_values:
        raise CertificateError("the term goes by no sign")
    if term not in outer_terms(s.lhs, s.rhs) or term.loose:
        raise CertificateError("the term does not stand where its value is a real number")
    require_real(term)
    for case in cases(term):
        if case.becomes is becomes and holds_given(s, Requirement(case.term, case.relation)):
            lhs, rhs = (exchanged(side, term, becomes) for side in (s.lhs, s.rhs))
            return replace(s, lhs=lhs, rhs=rhs)
    raise CertificateError("it does not show that the case applies")


__all__ = ["cases", "resolved"]
