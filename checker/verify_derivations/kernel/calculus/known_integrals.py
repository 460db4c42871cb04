"""Checking that an integral is a sum of rows of the table of integrals, each times a factor.

Where the statement is defined, the integrand is, all the way between the ends; there it is shown to be the
sum of the rows. Each of them converges for positive parameters, so the integral is the sum of their values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from verify_derivations.certificate import Argument, KnownIntegral
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.calculus.continuity import covered, holds_given, surely_real
from verify_derivations.kernel.calculus.integral_table import INTEGRALS, IntegralRow
from verify_derivations.kernel.calculus.series import follows
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.syntax.build import add, built_anew, mul, rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import Integral, Symbol, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import free_symbols

Check = Callable[[Statement, Argument], object]


def row_of(name: str) -> IntegralRow:
    """The row of the table that is named.

    Raises:
        CertificateError: there is none.
    """
    if name not in INTEGRALS:
        raise CertificateError(f"there is no integral {name!r} in the table")
    return INTEGRALS[name]


def _in_row(text: str, row: IntegralRow, parameters: tuple[Term, ...], variable: Term) -> Term:
    if len(parameters) != len(row.parameters):
        raise CertificateError("the row has other parameters")
    put = {**dict(zip(row.parameters, parameters, strict=True)), "x": variable}
    return built_anew(substitute(formula(text), put))


def identity_statement(s: Statement, term: Integral, evidence: KnownIntegral) -> Statement:
    """The integrand is the sum of the rows, all the way between the ends."""
    name = evidence.name
    if s.complex_values or s.arrays or s.indices:
        raise CertificateError("not a statement about real numbers")
    if name in s.domains or name in free_symbols(s.lhs, s.rhs, *s.hypotheses):
        raise CertificateError("the name of the variable is taken")
    if term not in defined_parts(s.domains, s.lhs, s.rhs):
        raise CertificateError("the statement may be defined where the integral is not")
    x = Symbol(name)
    body = instantiate_bound(term.body, x)
    rows = [mul(c, _in_row(row_of(row).integrand, row_of(row), at, x)) for row, c, at in evidence.parts]
    end = Fraction(1) if rational(term.upper) == 1 else None
    known = requirements((body,))
    out = replace(
        s,
        relation="=",
        lhs=body,
        rhs=add(*rows),
        domains={**s.domains, name: Domain("real", Fraction(0), end, True, True)},
        differentiated=(),
        required=(*(r for r in s.required if not r.bound), *known),
    )
    real = surely_real(replace(out, rhs=out.lhs), out.rhs)  # of the rows it is not known yet
    if not (real and all(follows(out, (), r) for r in requirements((out.rhs,)))):
        raise CertificateError("a row is not defined all the way")
    return out


def known_integral(evidence: KnownIntegral) -> Term:
    """The sum of the values of the rows, each times its factor."""
    return add(
        *(mul(c, _in_row(row_of(row).value, row_of(row), at, Symbol("x"))) for row, c, at in evidence.parts)
    )


def check_known_integral(
    s: Statement, term: Integral, becomes: Term, evidence: KnownIntegral, check: Check
) -> None:
    """The integral is a sum of rows of the table.

    Raises:
        CertificateError: that is not shown.
    """
    if not evidence.parts or becomes is not known_integral(evidence):
        raise CertificateError("not the value of the integral")
    for name, factor, parameters in evidence.parts:
        upper = rational(term.upper) == 1 if row_of(name).unit else term.upper is OO
        if rational(term.lower) != 0 or not upper:
            raise CertificateError("the integral has other ends")
        if evidence.name in free_symbols(factor, *parameters):
            raise CertificateError("a parameter holds the variable")
        if not all(holds_given(s, Requirement(at, "> 0")) for at in parameters):
            raise CertificateError("a parameter may not be positive")
    if not covered(s, becomes):
        raise CertificateError("what takes the place of the integral is not defined everywhere")
    check(identity_statement(s, term, evidence), evidence.identity)


__all__ = ["check_known_integral", "identity_statement", "known_integral"]
