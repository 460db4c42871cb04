"""Integrals taken apart: another integrand that is equal all the way, or a way that is cut in two.

Where an integral has a value, its integrand has one at every point between the bounds; at the bounds it need
not. So an integrand that is equal wherever the first one has a value has the same integral.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify_derivations.certificate import Argument, Cut, Integrand
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import covered, holds_given
from verify_derivations.kernel.calculus.ways import way
from verify_derivations.kernel.claims.defined import defined_parts, is_made_index
from verify_derivations.kernel.claims.facts import as_hypotheses, minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity
from verify_derivations.term.syntax.nodes import Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols

Check = Callable[[Statement, Argument], object]


def _require_value(s: Statement, term: Integral) -> None:
    """The integral has a real value wherever the statement is defined.

    Raises:
        CertificateError: that does not show.
    """
    if s.complex_values or term.loose or term not in defined_parts(s.domains, s.lhs, s.rhs):
        raise CertificateError("the statement may be defined where the integral is not")


# ---- the same way ------------------------------------------------------------------------------------
def with_integrand(term: Integral, evidence: Integrand) -> Integral:
    """The integral of the other integrand."""
    return Integral(term.index, term.lower, term.upper, bind(evidence.body, evidence.name))


def integrand_statement(s: Statement, term: Integral, evidence: Integrand) -> Statement:
    """Both integrands are equal at every point of the way at which the first one has a value.

    Raises:
        CertificateError: the name of the variable is taken.
    """
    name = evidence.name
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses) or is_made_index(name):
        raise CertificateError("the name of the variable is taken")
    body = instantiate_bound(term.body, Symbol(name))
    return replace(
        s,
        relation="=",
        lhs=body,
        rhs=evidence.body,
        domains={**s.domains, name: way(s, term.lower, term.upper)},
        assumed=(*s.assumed, *_between(s, term, Symbol(name))),
        differentiated=(),
        required=(*(r for r in s.required if not r.bound), *requirements((body,))),
    )


def _between(s: Statement, term: Integral, variable: Symbol) -> tuple[tuple[Term, str, Term], ...]:
    """That the variable lies between the bounds, if these are in order."""
    finite = [bound for bound in (term.lower, term.upper) if not isinstance(bound, Infinity)]
    ends = (term.lower is MINUS_OO or term.lower in finite) and (term.upper is OO or term.upper in finite)
    in_order = len(finite) < 2 or _holds(s, minus(term.upper, term.lower), ">= 0")
    if not (ends and in_order):
        return ()
    below = [(term.lower, "<=", variable)] if term.lower in finite else []
    return (*below, *([(variable, "<=", term.upper)] if term.upper in finite else []))


def _holds(s: Statement, term: Term, relation: str) -> bool:
    given = replace(s, assumed=(*s.assumed, *as_hypotheses(s)))
    return covered(s, term) and holds_given(given, Requirement(term, relation))


def check_integrand(s: Statement, term: Integral, becomes: Term, evidence: Integrand, check: Check) -> None:
    """The integral is that of the other integrand.

    Raises:
        CertificateError: that is not shown.
    """
    if becomes is not with_integrand(term, evidence):
        raise CertificateError("not the integral of the other integrand over the same way")
    _require_value(s, term)
    same = integrand_statement(s, term, evidence)
    if not covered(replace(same, rhs=same.lhs), evidence.body):
        raise CertificateError("the other integrand may not have a value all the way")
    check(same, evidence.identity)


# ---- the same integrand ------------------------------------------------------------------------------
def cut(term: Integral, evidence: Cut) -> Term:
    """The integral up to the point, and from there on."""
    first = Integral(term.index, term.lower, evidence.at, term.body)
    return add(first, Integral(term.index, evidence.at, term.upper, term.body))


def check_cut(s: Statement, term: Integral, becomes: Term, evidence: Cut, _: Check) -> None:
    """The point lies between the bounds, in this order, at every point of the statement.

    It may lie at one of them where the integrand has a value there, so that a part of no length is zero.

    Raises:
        CertificateError: that is not shown.
    """
    if becomes is not cut(term, evidence):
        raise CertificateError("not the sum of both parts of the integral")
    _require_value(s, term)
    if isinstance(evidence.at, Infinity) or not covered(s, evidence.at):
        raise CertificateError("the point of the cut is not a number everywhere")
    for left, right in ((term.lower, evidence.at), (evidence.at, term.upper)):
        if left is MINUS_OO or right is OO:
            continue
        if isinstance(left, Infinity) or isinstance(right, Infinity):
            raise CertificateError("the way goes backwards from infinity")
        length = minus(right, left)
        if not (_holds(s, length, "> 0") or (_holds(s, length, ">= 0") and _has_value(s, term, evidence.at))):
            raise CertificateError("the point of the cut may not lie between the bounds")


def _has_value(s: Statement, term: Integral, at: Term) -> bool:
    """The integrand has a value at the point, at every point of the statement."""
    return covered(s, instantiate_bound(term.body, at))


__all__ = ["check_cut", "check_integrand", "cut", "integrand_statement", "with_integrand"]
