"""Why a sum over a range, or an integral of the table, is what it is said to be, in words."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.certificate import Antidifference, Argument, BinomialSum
from verify_derivations.kernel.calculus.finite_sums import (
    difference_statement,
    first_terms,
    identity_statement,
)
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Sum

Tell = Callable[[Statement, Argument], tuple[Part, ...]]


def by_differences(s: Statement, term: Sum, evidence: Antidifference, tell: Tell) -> tuple[Part, ...]:
    """The antidifference, and why its differences are the terms."""
    step = difference_statement(s, term, evidence)
    function, written = one_line(text(evidence.function)), len(first_terms(term, evidence))
    said = f"with F({evidence.name}) = {function} the terms are differences of neighbouring values"
    said += f", apart from the first {written}" if written else ""
    return (Part(said), Part("", (step.lhs, step.rhs), tell(step, evidence.step)))


def by_binomial_sum(s: Statement, term: Sum, evidence: BinomialSum, tell: Tell) -> tuple[Part, ...]:
    """The row of the table, and why the terms are its terms."""
    identity = identity_statement(s, term, evidence)
    names = {
        "binomial theorem": "by the binomial theorem",
        "alternating": "as the alternating sum of a row of binomial coefficients is 0",
        "Vandermonde": "by Vandermonde's identity",
    }
    said = f"{names[evidence.row]}, where for every {evidence.name} the term is"
    return (Part(said), Part("", (identity.lhs, identity.rhs), tell(identity, evidence.identity)))


__all__ = ["by_binomial_sum", "by_differences"]
