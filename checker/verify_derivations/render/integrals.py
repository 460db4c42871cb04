"""Why integrals are what takes their place: by rows of the table, other integrals, limits of a primitive."""

from __future__ import annotations

from verify_derivations.certificate import Combination, Improper, Integrand, KnownIntegral
from verify_derivations.kernel.calculus import integrands, known_integrals, linear_integrals
from verify_derivations.kernel.calculus.improper import open_slope
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.render.finite_sums import Tell
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Integral


def by_known_integral(s: Statement, term: Integral, evidence: KnownIntegral, tell: Tell) -> tuple[Part, ...]:
    """The rows of the table, and why the integrand is their sum."""
    identity = known_integrals.identity_statement(s, term, evidence)
    rows = " and ".join(dict.fromkeys(f"the {name} integral" for name, _, _ in evidence.parts))
    said = f"by {rows} of the table, as all the way between the ends the integrand is"
    return (Part(said), Part("", (identity.lhs, identity.rhs), tell(identity, evidence.identity)))


def by_combination(s: Statement, term: Integral, evidence: Combination, tell: Tell) -> tuple[Part, ...]:
    """The function that is taken at the bounds, and why the integrand is the combination."""
    identity = linear_integrals.combination_statement(s, term, evidence)
    said = f"for every {evidence.name} on the way the integrand is"
    if evidence.function is not None:
        said = f"by parts, with {one_line(text(evidence.function))} at the bounds: {said}"
    return (Part(said), Part("", (identity.lhs, identity.rhs), tell(identity, evidence.identity)))


def by_integrand(s: Statement, term: Integral, evidence: Integrand, tell: Tell) -> tuple[Part, ...]:
    """Why both integrands are equal."""
    identity = integrands.integrand_statement(s, term, evidence)
    said = f"for every {evidence.name} on the way the integrand is"
    return (Part(said), Part("", (identity.lhs, identity.rhs), tell(identity, evidence.identity)))


def by_limits_of_a_primitive(
    s: Statement, term: Integral, evidence: Improper, tell: Tell
) -> tuple[Part, ...]:
    """The primitive with its derivative, and its limits."""
    slope = open_slope(s, evidence, term)
    function = one_line(text(evidence.function))
    said = f"the integral is the difference of {function} at its ends, as that has the derivative"
    parts = [Part(said), Part("", (slope.lhs, slope.rhs), tell(slope, evidence.slope))]
    for value in (evidence.lower, evidence.upper):
        if value is not None:
            parts.append(Part("and at an end the limit", (value.term, value.becomes)))
    return tuple(parts)


__all__ = ["by_combination", "by_integrand", "by_known_integral", "by_limits_of_a_primitive"]
