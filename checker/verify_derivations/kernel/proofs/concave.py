"""A concave function on a bounded interval is nowhere smaller than at the lower one of its ends."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.facts import minus
from verify_derivations.kernel.claims.relations import ORDERS, larger_and_smaller
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.lines import (
    alone,
    along,
    at_place,
    interior_of,
    interval_of,
    require_line,
    slope_of,
)
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.syntax.nodes import Number, Symbol


def concave_statements(s: Statement, name: str) -> tuple[Statement, Statement, Statement]:
    """What shows that the difference of the sides is not negative (positive, if that is claimed).

    On the closed interval it is continuous, within it has two continuous derivatives, and the second one is
    nowhere positive; so it lies above the chord between its ends. Where it is negative throughout, the
    difference lies strictly above the chord but for the ends.

    Returns:
        The claims about the second derivative, and about the difference at the lower and at the upper end.

    Raises:
        CertificateError: the interval is not bounded, or the difference not smooth.
    """
    if s.relation not in ORDERS:
        raise CertificateError("a curvature says something about an order only")
    domain = interval_of(s, name)
    if domain.lower is None or domain.upper is None:
        raise CertificateError(f"the values of {name} are not bounded")
    kept, _ = along(s, name)
    difference = minus(*larger_and_smaller(s))
    strict = s.relation in ("<", ">")
    within = interior_of(domain)
    by_itself = alone(s, difference, name, set(), kept)
    require_line(by_itself, difference, name, replace(domain, lower_open=False, upper_open=False), within)
    slope = differentiate(difference, Symbol(name))
    require_line(alone(by_itself, slope, name, set(), kept), slope, name, within, within)
    curvature = slope_of(by_itself, slope, name, within, "<" if strict else "<=", kept)
    ends = [
        at_place(s, name, Number(end), kept, ">" if strict and belongs else ">=", difference)
        for end, belongs in ((domain.lower, not domain.lower_open), (domain.upper, not domain.upper_open))
    ]
    return curvature, ends[0], ends[1]


__all__ = ["concave_statements"]
