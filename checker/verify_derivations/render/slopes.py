"""What a counterexample compares: both sides, or their derivatives where an integral has no bounds."""

from __future__ import annotations

from collections.abc import Iterable

from verify_derivations.model import Claim, Witness
from verify_derivations.render.plain import printable
from verify_derivations.render.wording import point_text, value_text
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import Add, Antiderivative, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms


def failure(witness: Witness, claim: Claim | None, between: str = "") -> str:
    r"""The point and both values: of the sides, or of their derivatives.

    Args:
        witness: the counterexample.
        claim: what it refutes.
        between: what parts the point from the values.
    """
    values = f"left {value_text(witness.lhs)}, right {value_text(witness.rhs)}"
    variables = () if claim is None else _variables(claim)
    if claim is None or not variables:
        return f"{point_text(witness)}{between} {values}"
    by = " and ".join(variables)
    return f"{_where(witness, claim)}{between} the derivatives by {by} of the two sides differ: {values}"


def _variables(claim: Claim) -> tuple[str, ...]:
    """The variables of integrals without bounds."""
    found = (p.variable for p in subterms(claim.lhs, claim.rhs) if isinstance(p, Antiderivative))
    return tuple(dict.fromkeys(text(variable) for variable in found))


def _where(witness: Witness, claim: Claim) -> str:
    """The point, without constants that are summands of a side and stand nowhere else."""
    summands = [*_summands(claim.lhs), *_summands(claim.rhs)]
    alone = {one.name for one in summands if isinstance(one, Symbol)}
    others = _names(one for one in summands if not isinstance(one, Symbol))
    constants = alone - others - {*_variables(claim)}
    constants -= _names(part for d in claim.context.definitions for part in (d.head, d.body))
    parts = [f"{name} = {value}" for name, value in witness.point if name not in constants]
    if witness.sizes or witness.functions or not parts:
        return point_text(witness)
    return printable(", ".join(parts))


def _names(terms: Iterable[Term]) -> set[str]:
    return {name for term in terms for name in term.names}


def _summands(side: Term) -> tuple[Term, ...]:
    return side.children if isinstance(side, Add) else (side,)


__all__ = ["failure"]
