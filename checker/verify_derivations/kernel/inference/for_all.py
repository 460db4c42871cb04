"""What is required under sums, products and integrals: whether the declarations give it for every index."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import DividedByZero
from verify_derivations.term.calculus.conditions import Range, Requirement
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.limit import MINUS_OO, OO, Infinity

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.valuation import Valuation

MOST_KEPT = 2_000

_MET_FOR_ALL: dict[tuple[object, ...], bool] = {}
"""Whether declarations give a requirement: the search and each check of a proof ask the same anew."""


def meets_for_all(v: Valuation, requirement: Requirement) -> bool:
    """The declarations give the requirement for every value of the indices that it stands under."""
    domains = dict(v.domains)
    for r in requirement.ranges:
        field: Literal["integer", "real"] = "integer" if r.whole else "real"
        lower, upper = rational(r.lower), rational(r.upper)
        if not r.whole:  # an integral may run backwards
            if lower is not None and upper is not None:
                lower, upper = min(lower, upper), max(lower, upper)
            elif not (r.upper is OO or r.lower is MINUS_OO):
                lower = upper = None
            if lower is None and upper is None and not any(o.name in _ends(r) for o in requirement.ranges):
                lower, upper = _side_of_zero(v, r)
        domains[r.name] = Domain(field, lower, upper, not r.whole, not r.whole)
    indices = {name: v.sums.ranges[name][1] for name in v.sums.free}
    known = frozenset(domains.items()), frozenset(v.earlier.items()), frozenset(indices.items())
    question = requirement, v.field.capacity, known
    found = _MET_FOR_ALL.get(question)
    if found is None:
        inner = type(v)(
            domains,
            v.field.capacity,
            v.rules,
            v.field.deadline,
            arrays=v.earlier,
            indices=indices,
        )
        if len(_MET_FOR_ALL) >= MOST_KEPT:
            _MET_FOR_ALL.clear()
        found = _MET_FOR_ALL[question] = inner.meets_within(requirement)
    return found


def _side_of_zero(v: Valuation, way: Range) -> tuple[Fraction | None, Fraction | None]:
    """Zero as a bound of what lies between two bounds of the same sign; both are left out."""
    finite = [bound for bound in (way.lower, way.upper) if not isinstance(bound, Infinity)]
    try:
        values = [v.value(bound) for bound in finite]
    except (CertificateError, DividedByZero):
        return None, None
    if way.lower is not MINUS_OO and all(v.signs.positive(value) for value in values):
        return Fraction(0), None
    if way.upper is not OO and all(v.signs.positive(v.field.neg(value)) for value in values):
        return None, Fraction(0)
    return None, None


def _ends(way: Range) -> frozenset[str]:
    """The names in the bounds; one of them may be an index, whatever else is called like it."""
    return way.lower.names | way.upper.names


__all__ = ["meets_for_all"]
