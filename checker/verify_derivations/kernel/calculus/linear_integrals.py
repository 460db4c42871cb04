"""Integrals that are no more than quantities: combinations of others, ways joined, names for what is left.

The integral is linear in its integrand and additive in its way, wherever all the integrals have values. So
nothing is used but integrals that stand in the statement by themselves: where it is defined, they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify_derivations.certificate import Argument, Combination, Joined, Named, Primitive, Rewriting
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import covered
from verify_derivations.kernel.calculus.primitives import primitive_difference, slope_statement
from verify_derivations.kernel.calculus.ways import way
from verify_derivations.kernel.claims.defined import defined_parts, is_made_index
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, mul
from verify_derivations.term.syntax.domain import REAL
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import MINUS_ONE, ZERO, Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import exchanged, instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols, walk

Check = Callable[[Statement, Argument], object]


def own_integrals(s: Statement) -> list[Integral]:
    """The integrals that stand in the statement under no index, and have values wherever it is defined.

    Raises:
        CertificateError: it is not about real numbers.
    """
    if s.complex_values or s.arrays or s.indices:
        raise CertificateError("integrals are taken as quantities in statements about real numbers only")
    by_themselves = {term: None for side in (s.lhs, s.rhs) for term, depth in walk(side) if depth == 0}
    defined = set(defined_parts(s.domains, s.lhs, s.rhs))
    return [t for t in by_themselves if isinstance(t, Integral) and not t.loose and t in defined]


def _require_own(s: Statement, *terms: Term) -> None:
    if not set(terms) <= set(own_integrals(s)):
        raise CertificateError("the statement may be defined where one of the integrals is not")


# ---- over the same way -------------------------------------------------------------------------------
def combination(evidence: Combination, term: Integral) -> Term:
    """The sum of the other integrals, each times its factor, and the difference of the function."""
    rest = add(*(mul(factor, integral) for factor, integral in evidence.parts))
    return rest if evidence.function is None else add(rest, _difference(evidence, term))


def _difference(evidence: Combination, term: Integral) -> Term:
    return primitive_difference(_primitive(evidence), term)


def _primitive(evidence: Combination) -> Primitive:
    return Primitive(evidence.name, evidence.function or ZERO, Rewriting())


def combination_statement(s: Statement, term: Integral, evidence: Combination) -> Statement:
    """The integrand is the same combination of the other integrands, all the way.

    Raises:
        CertificateError: an integral is over another way, or none of the statement; the name is taken.
    """
    parts = [integral for _, integral in evidence.parts]
    _require_own(s, term, *parts)
    name = evidence.name
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses) or is_made_index(name):
        raise CertificateError("the name of the variable is taken")
    if any(name in free_symbols(factor) for factor, _ in evidence.parts):
        raise CertificateError("a factor holds the variable")
    x, rows = Symbol(name), []
    for factor, integral in evidence.parts:
        if not isinstance(integral, Integral) or (integral.lower, integral.upper) != (term.lower, term.upper):
            raise CertificateError("an integral is over another way")
        rows.append((factor, instantiate_bound(integral.body, x)))
    body = instantiate_bound(term.body, x)
    known = requirements((body, *(row for _, row in rows)))  # all of them have values all the way
    combined = add(*(mul(factor, row) for factor, row in rows))
    if evidence.function is not None:
        combined = add(combined, _slope(s, term, evidence))
    return replace(
        s,
        relation="=",
        lhs=body,
        rhs=combined,
        domains={**s.domains, name: way(s, term.lower, term.upper)},
        differentiated=(),
        required=(*(r for r in s.required if not r.bound), *known),
    )


def _slope(s: Statement, term: Integral, evidence: Combination) -> Term:
    """The derivative of the function, which is smooth on the whole way, its ends included.

    Raises:
        CertificateError: that is not shown.
    """
    if any(isinstance(bound, Infinity) for bound in (term.lower, term.upper)):
        raise CertificateError("a function has no value at infinity")
    primitive = _primitive(evidence)
    slope = differentiate(primitive.function, Symbol(evidence.name))
    of_slope = Integral(term.index, term.lower, term.upper, bind(slope, evidence.name))
    slope_statement(s, primitive, of_slope)
    return slope


def check_combination(
    s: Statement, term: Integral, becomes: Term, evidence: Combination, check: Check
) -> None:
    """An integral is a combination of others over the same way.

    Raises:
        CertificateError: that is not shown.
    """
    if becomes is not combination(evidence, term):
        raise CertificateError("not the combination of the integrals")
    if not all(covered(s, factor) for factor, _ in evidence.parts):
        raise CertificateError("a factor is not defined everywhere")
    if evidence.function is not None and not covered(s, _difference(evidence, term)):
        raise CertificateError("the function is not defined at the bounds")
    check(combination_statement(s, term, evidence), evidence.identity)


# ---- one integrand -----------------------------------------------------------------------------------
def joined(evidence: Joined) -> Term:
    """The sum of the other integrals, those that are passed backwards subtracted."""
    return add(*(part if forwards else mul(MINUS_ONE, part) for forwards, part in evidence.parts))


def check_joined(s: Statement, term: Integral, becomes: Term, evidence: Joined, _: Check) -> None:
    """Integrals with the same integrand, whose ways follow each other from the lower to the upper bound.

    Raises:
        CertificateError: they do not.
    """
    if not evidence.parts or becomes is not joined(evidence):
        raise CertificateError("not the sum of the integrals")
    _require_own(s, term, *(part for _, part in evidence.parts))
    at = term.lower
    for forwards, part in evidence.parts:
        if not isinstance(part, Integral) or part.body is not term.body:
            raise CertificateError("an integral has another integrand")
        begin, end = (part.lower, part.upper) if forwards else (part.upper, part.lower)
        if begin is not at:
            raise CertificateError("the ways do not follow each other")
        at = end
    if at is not term.upper:
        raise CertificateError("the ways do not lead to the upper bound")


# ---- names -------------------------------------------------------------------------------------------
def named(s: Statement, argument: Named) -> Statement:
    """The statement with real numbers in the place of its integrals: if it holds for all such, it holds.

    Raises:
        CertificateError: a name is taken, or stands for no integral of the statement.
    """
    _require_own(s, *(term for _, term in argument.names))
    taken = {*s.domains, *free_symbols(s.lhs, s.rhs, *s.hypotheses, *s.differentiated)}
    put: list[tuple[Term, Symbol]] = []
    for name, term in argument.names:
        if name in taken or is_made_index(name):
            raise CertificateError("the name of an integral is taken")
        taken.add(name)
        put.append((term, Symbol(name)))

    def changed(side: Term) -> Term:
        for term, symbol in put:
            side = exchanged(side, term, symbol)
        return side

    return replace(
        s,
        lhs=changed(s.lhs),
        rhs=changed(s.rhs),
        domains={**s.domains, **{symbol.name: REAL for _, symbol in put}},
        differentiated=tuple(t for t in s.differentiated if not t.holds(Integral)),
        required=tuple(replace(r, term=changed(r.term)) for r in s.required if not r.bound),
        assumed=tuple((changed(left), relation, changed(right)) for left, relation, right in s.assumed),
    )


__all__ = [
    "check_combination",
    "check_joined",
    "combination",
    "combination_statement",
    "joined",
    "named",
    "own_integrals",
]
