"""Judging that a statement is about nothing: no point of the domain at which both of its sides are defined.

Suppose there were such a point. Every requirement of the statement and every hypothesis holds there; so if
one of them can be shown to fail wherever the others hold, there is none.
"""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.certificate import NeverDefined
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.capacity import in_large_enough_field
from verify_derivations.kernel.algebra.field import DividedByZero, as_rational
from verify_derivations.kernel.calculus.continuity import holds_everywhere
from verify_derivations.kernel.calculus.leibniz import require_smooth_ways
from verify_derivations.kernel.calculus.valued import surely_required
from verify_derivations.kernel.claims.facts import facts, minus
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.kernel.inference.valuation import Valuation
from verify_derivations.term.calculus.conditions import Range, Requirement
from verify_derivations.term.syntax.build import neg, rational
from verify_derivations.term.syntax.limit import OO
from verify_derivations.term.syntax.nodes import Number, Term
from verify_derivations.term.syntax.substitute import substitute

CONTRARY: dict[str, str] = {"> 0": ">= 0", ">= 0": "> 0"}
"""`t > 0` fails where `-t >= 0`, and `t >= 0` where `-t > 0`."""


def demands(s: Statement) -> tuple[Requirement, ...]:
    """What holds at every point of which the statement speaks: its requirements, and its hypotheses as
    comparisons with zero (`= 0` among them)."""
    return (*_facts_of_values(s), *(_compared(*hypothesis) for hypothesis in s.assumed))


def _facts_of_values(s: Statement) -> tuple[Requirement, ...]:
    """What holds because there are values, whatever is a matter of convention."""
    return facts(replace(s, required=surely_required(s)))


def _compared(lhs: Term, relation: str, rhs: Term) -> Requirement:
    if relation.startswith("<"):
        return Requirement(minus(rhs, lhs), f"{relation.replace('<', '>')} 0")
    return Requirement(minus(lhs, rhs), f"{relation} 0")


def check_never_defined(s: Statement, certificate: NeverDefined) -> Requirement:
    """The requirement of the statement that fails at every point of its domain.

    Raises:
        CertificateError: that is not shown.
    """
    require_smooth_ways(s)
    wanted = (certificate.term, certificate.relation)
    found = next((r for r in demands(s) if (r.term, r.relation) == wanted), None)
    if found is None:
        raise CertificateError("the statement requires nothing of the kind")
    failing = instance(found, dict(certificate.indices))
    if not (_fails_by_values(s, found, failing, certificate) or _fails_by_balls(s, failing)):
        raise CertificateError("it may hold somewhere")
    return failing


def instance(requirement: Requirement, indices: dict[str, int]) -> Requirement:
    """What a requirement under sums or products says for these whole numbers as their indices.

    Raises:
        CertificateError: an index is not a whole number between bounds that are numbers.
    """
    for r in requirement.ranges:
        if not _within(r, indices.get(r.name)):
            raise CertificateError(f"the index {r.name} has no such value")
    values = {name: Number(value) for name, value in indices.items()}
    return Requirement(
        substitute(requirement.term, values) if values else requirement.term, requirement.relation
    )


def _within(r: Range, value: int | None) -> bool:
    lower, upper = rational(r.lower), rational(r.upper)
    if not r.whole or value is None or lower is None or lower.denominator != 1 or value < lower:
        return False
    return r.upper is OO or (upper is not None and value <= upper)


def _fails_by_values(s: Statement, own: Requirement, failing: Requirement, certificate: NeverDefined) -> bool:
    """The requirement fails by the value of its term or its sign, where all the others hold."""
    others = [r for r in _facts_of_values(s) if r != own]

    def work(capacity: int) -> bool:
        v = Valuation.of(s, capacity, RULES)
        for lemma in certificate.lemmas:
            v.state(lemma.rule, lemma.term, lemma.becomes)
        v.suppose((s.lhs, s.rhs, *s.differentiated), others, real=not s.complex_values)
        v.assume([a for a in s.assumed if _compared(*a) != own])
        return _contradicted(v, failing)

    try:
        return in_large_enough_field(work)
    except DividedByZero:
        raise CertificateError("something else in the statement divides by zero") from None


def _contradicted(v: Valuation, r: Requirement) -> bool:
    value = v.value(r.term)
    zero, sign = bool(value[0].is_zero()), v.signs.of_element(value)
    match r.relation:
        case "> 0":
            return zero or sign in ("-", "0-")
        case ">= 0":
            return not zero and sign == "-"
        case "!= 0":
            return zero
        case "= 0":
            return v.signs.nonzero(value)
        case "nonpole":
            number = as_rational(value)
            return number is not None and number.denominator == 1 and number <= 0
    return False


def _fails_by_balls(s: Statement, r: Requirement) -> bool:
    """The contrary holds on the whole domain, by signs or by one ball over a bounded domain."""
    free = replace(s, assumed=())
    if s.complex_values:
        return False
    if r.relation == "= 0":
        return holds_everywhere(free, Requirement(r.term, "!= 0"))
    contrary = CONTRARY.get(r.relation)
    return contrary is not None and holds_everywhere(free, Requirement(neg(r.term), contrary))
