"""What holds at every point of which a statement speaks, because it is defined there."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.kernel.claims.defined import defined_parts, surely_holds_an_index
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.syntax.nodes import (
    ZERO,
    Add,
    Binder,
    Integral,
    Mul,
    Number,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound


def facts(s: Statement) -> tuple[Requirement, ...]:
    """What definedness gives: over the reals all of it, in the complex numbers what is not 0.

    Whatever has to be positive over the reals (what a logarithm is taken of, what a root divides by) has to
    differ from 0 in the complex numbers.
    """
    if not s.complex_values:
        return s.required
    return tuple(replace(r, relation="!= 0") for r in s.required if r.relation in ("!= 0", "> 0"))


def as_hypotheses(s: Statement) -> tuple[tuple[Term, str, Term], ...]:
    """The same over the reals as hypotheses: the statement speaks of no points at which one of them fails.

    >>> from verify_derivations.kernel.claims.statement import statement
    >>> from verify_derivations.model import Claim
    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> as_hypotheses(statement(Claim(parse_plain("x/y"), "=", parse_plain("x/y"))))
    ((Symbol('y'), '!=', Number(Fraction(0, 1))),)
    """
    if s.complex_values:
        return ()
    signs = {"> 0": ">", ">= 0": ">=", "!= 0": "!="}
    plain = (r for r in s.required if not r.bound and r.relation in signs and r.term.names)
    plain = (r for r in plain if not r.term.holds(Binder))
    return tuple((r.term, signs[r.relation], ZERO) for r in plain)


def told(s: Statement, term: Binder) -> Statement:
    """The statement with what is required in one of its integrals, sums or products apart from the variable:
    there are points on a way, at least one, and terms of a sum whose range surely holds an index."""
    if term.loose or term not in defined_parts(s.domains, s.lhs, s.rhs):
        return s
    if not (
        isinstance(term, Integral)
        or (isinstance(term, Sum | Product) and surely_holds_an_index(term.lower, term.upper, s.domains))
    ):
        return s
    variable = Symbol(f"{term.index}@")
    own = requirements((instantiate_bound(term.body, variable),))
    apart = (r for r in own if not r.bound and variable.name not in r.term.names)
    return replace(s, required=(*s.required, *apart))


def minus(left: Term, right: Term) -> Term:
    """left - right, written out."""
    return Add((left, Mul((Number(-1), right))))
