"""Why a series is what it is said to be, in words: by a row of the table, or by its partial sums."""

from __future__ import annotations

from verify_derivations.certificate import KnownSeries, PartialSums
from verify_derivations.kernel.calculus.replacements import induction_statements
from verify_derivations.kernel.calculus.series import (
    convergence,
    limit_of_partial,
    partial_sum,
    ratio_statement,
    row_of,
    taken_apart,
    without_terms,
)
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.render.finite_sums import Tell
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import ONE, Sum, Term


def by_known_series(s: Statement, term: Sum, evidence: KnownSeries, tell: Tell) -> tuple[Part, ...]:
    """The row of the table, why it is that, and where it converges."""
    ratios = ratio_statement(s, term, evidence)
    row, at = row_of(evidence), one_line(text(evidence.at))
    factor = one_line(text(taken_apart(term).polynomial()))
    said = f"it is the {evidence.row} series, with the sum {row.value}"
    said += f" at z = {at}" if row.converges or row.needs else ""
    said += f", its terms multiplied by {factor}" if factor != "1" else ""
    parts = [Part(said + ": neighbouring terms have the same ratio")]
    parts.append(Part("", (ratios.lhs, ratios.rhs), tell(ratios, evidence.ratio)))
    where = " and ".join(f"{one_line(text(r.term))} {r.relation}" for r in convergence(evidence))
    if where:
        parts.append(Part(f"It converges, with terms that are defined, where {where}, and nowhere else."))
    if evidence.nothing is not None:
        nothing = without_terms(s, term, evidence)
        parts.append(Part("Where all of its terms are zero, the claim is"))
        parts.append(Part("", (nothing.lhs, nothing.rhs), tell(nothing, evidence.nothing)))
    return tuple(parts)


def by_partial_sums(
    s: Statement, term: Sum, becomes: Term, evidence: PartialSums, tell: Tell
) -> tuple[Part, ...]:
    """The partial sums by induction, then their limit."""
    extended, finite = partial_sum(s, term, evidence)
    base, step = induction_statements(extended, evidence.name, finite, evidence.partial)
    return (
        Part(f"the sum up to {evidence.name} is", (finite, evidence.partial)),
        Part(f"by induction on {evidence.name}; for its least value"),
        Part("", (base.lhs, base.rhs), tell(base, evidence.induction.base)),
        Part(f"and from {evidence.name} to {evidence.name} + 1"),
        Part("", (step.lhs, step.rhs), tell(step, evidence.induction.step)),
        Part("and by an asymptotic expansion its limit is", (limit_of_partial(ONE, evidence).term, becomes)),
    )


__all__ = ["by_known_series", "by_partial_sums"]
