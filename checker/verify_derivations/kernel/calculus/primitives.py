"""Integrals as differences of primitives at their bounds: the fundamental theorem."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Primitive
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import holds_given, require_connected_and_continuous
from verify_derivations.kernel.calculus.ways import way
from verify_derivations.kernel.claims.facts import as_hypotheses
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import Add, Integral, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols

CLOSED_UNIT = Domain("real", Fraction(0), Fraction(1), False, False)


def primitive_difference(evidence: Primitive, term: Integral) -> Term:
    """F(upper) - F(lower)."""
    at = [substitute(evidence.function, {evidence.name: bound}) for bound in (term.upper, term.lower)]
    return Add((at[0], Mul((Number(-1), at[1]))))


def slope_statement(s: Statement, evidence: Primitive, term: Integral) -> Statement:
    """F' = f, both smooth, on an interval that holds the way of the integral, or along the way scaled.

    What is assumed of the symbols of the statement holds there, too.
    """
    name = evidence.name
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses):
        raise CertificateError("the name of the variable is taken")
    variable: Term = Symbol(name)
    function, body = evidence.function, term.body
    if evidence.scaled:
        length = Add((term.upper, Mul((Number(-1), term.lower))))
        along = Add((term.lower, Mul((length, variable))))
        function, domain = substitute(function, {name: along}), CLOSED_UNIT
        body = Mul((instantiate_bound(body, along), length))
    else:
        body, domain = instantiate_bound(body, variable), way(s, term.lower, term.upper)
    slope = differentiate(function, variable)
    given = (*s.assumed, *as_hypotheses(s))
    sides = replace(
        s,
        lhs=slope,
        rhs=body,
        domains={**s.domains, name: domain},
        differentiated=(function,),
        required=(),
        assumed=(),
    )
    smooth = replace(sides, lhs=function, rhs=body, assumed=given)
    require_connected_and_continuous(smooth, along=name)
    for requirement in requirements((slope,), (function,)):
        if not holds_given(smooth, requirement):
            raise CertificateError("the primitive is not smooth on the way of the integral")
    return replace(sides, assumed=given)


__all__ = ["primitive_difference", "slope_statement"]
