"""How else a name `i` is understood in a claim record that says nothing of it: as the imaginary unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import I
from verify_derivations.term.syntax.substitute import substitute


def with_imaginary_unit(claim: Claim, record: dict[str, Any]) -> tuple[Alternative, ...]:
    """The other reading of a claim in which `i` stands free and undeclared; none where that cannot be."""
    context = claim.context
    declared = {*(record.get("symbols") or {}), *(record.get("indices") or {})}
    if "i" in declared or not any("i" in side.names for side in (claim.lhs, claim.rhs)):
        return ()
    if context.definitions or context.assumptions or context.arrays:
        return ()
    lhs, rhs = (substitute(side, {"i": I}) for side in (claim.lhs, claim.rhs))
    help = 'write I for that, or name "i" among the "symbols"'
    return (Alternative("i is the imaginary unit", help, replace(claim, lhs=lhs, rhs=rhs)),)


__all__ = ["with_imaginary_unit"]
