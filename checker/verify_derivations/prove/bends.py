"""Inequalities by the sign or size of a derivative: one function at two points, arcs, chords, concavity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from verify_derivations.certificate import Bent, Concave, Lipschitz, Order, Sign, Slope
from verify_derivations.errors import CertificateError, TermError
from verify_derivations.kernel.claims.relations import ORDERS, larger_and_smaller
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.proofs.concave import concave_statements
from verify_derivations.kernel.proofs.curvature import curvature_statement
from verify_derivations.kernel.proofs.lines import slope_statement
from verify_derivations.kernel.proofs.lipschitz import distance_times, lipschitz_statement
from verify_derivations.prove.chords import chords
from verify_derivations.prove.places import refuted_at_a_glance
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import free_symbols

Show = Callable[[Statement], Order | None]
"""How another claim is shown."""


def by_slope(s: Statement, show: Show) -> Slope | None:
    """One function at two values of a symbol."""
    for a, relation, b in s.assumed:
        if relation not in ("<", ">") or not isinstance(a, Symbol) or not isinstance(b, Symbol):
            continue
        lower, upper = (a.name, b.name) if relation == "<" else (b.name, a.name)
        for apart in ((), (Fraction(0),)):
            argument = Slope(lower, upper, Sign(), apart)
            inner = show(slope_statement(s, argument))
            if inner is not None:
                return replace(argument, slope=inner)
    return None


def by_curvature(s: Statement, show: Show) -> Bent | None:
    """An arc and its chord."""
    for bent in chords(s):
        for apart in ((), (Fraction(0),)):
            argument = replace(bent, apart=apart)
            inner = show(curvature_statement(s, argument))
            if inner is not None:
                return replace(argument, curvature=inner)
    return None


def by_bound_of_slope(s: Statement, show: Show) -> Lipschitz | None:
    """How far apart two values of one function are, compared with their arguments."""
    if s.relation not in ("<=", ">="):
        return None
    larger, _ = larger_and_smaller(s)
    for first, second in permutations(free_symbols(larger), 2):
        try:
            distance_times(larger, first, second)
            argument = Lipschitz(first, second, Sign())
            inner = show(lipschitz_statement(s, argument))
        except (CertificateError, TermError):
            continue
        if inner is not None:
            return replace(argument, slope=inner)
    return None


def by_concavity(s: Statement, show: Show) -> Concave | None:
    """A concave difference that is not negative at the ends of an interval."""
    if s.relation not in ORDERS:
        return None
    for name in free_symbols(s.lhs, s.rhs):
        domain = s.domains[name]
        if domain.lower is None or domain.upper is None:
            continue
        try:
            claims = concave_statements(s, name)
        except (CertificateError, TermError):
            continue
        if any(refuted_at_a_glance(claim) for claim in claims):
            continue
        shown = [show(claim) for claim in claims]
        if shown[0] is not None and shown[1] is not None and shown[2] is not None:
            return Concave(name, shown[0], shown[1], shown[2])
    return None


__all__ = ["by_bound_of_slope", "by_concavity", "by_curvature", "by_slope"]
