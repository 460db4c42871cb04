"""How else a name `i` is understood in a claim record that says nothing of it: as the imaginary unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from verify_derivations.model import Alternative, Claim, Definition
from verify_derivations.term.syntax.nodes import I, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute

ORDERS = ("<", "<=", ">", ">=")


def with_imaginary_unit(claim: Claim, record: dict[str, Any]) -> tuple[Alternative, ...]:
    """The other reading of a claim in which `i` stands free and undeclared; none where that cannot be."""
    context = claim.context
    declared = {*(record.get("symbols") or {}), *(record.get("indices") or {})}
    if "i" in declared or context.arrays or _says_that_i_is_real(claim):
        return ()
    definitions = tuple(_defined(definition) for definition in context.definitions)
    assumptions = tuple(_claimed(assumption) for assumption in context.assumptions)
    other = replace(
        _claimed(claim), context=replace(context, definitions=definitions, assumptions=assumptions)
    )
    if other == claim:
        return ()
    help = 'write I for that, or name "i" among the "symbols"'
    return (Alternative("i is the imaginary unit", help, other),)


def _says_that_i_is_real(claim: Claim) -> bool:
    """It is defined, bounded, or compared in what is given."""
    context = claim.context
    return (
        any(definition.head is Symbol("i") for definition in context.definitions)
        or any(declaration.name == "i" for declaration in context.declarations)
        or any(a.relation in ORDERS and "i" in {*a.lhs.names, *a.rhs.names} for a in context.assumptions)
    )


def _defined(definition: Definition) -> Definition:
    """A function may have an argument that is called so."""
    if "i" in definition.head.names:
        return definition
    return replace(definition, body=_with_unit(definition.body))


def _claimed(claim: Claim) -> Claim:
    return replace(claim, lhs=_with_unit(claim.lhs), rhs=_with_unit(claim.rhs))


def _with_unit(term: Term) -> Term:
    return substitute(term, {"i": I}) if "i" in term.names else term


__all__ = ["with_imaginary_unit"]
