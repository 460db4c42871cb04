"""Functions that are defined for whole numbers, or for odd ones, and where they are used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.tables import COUNTS
from verify_derivations.model import Claim, Definition
from verify_derivations.term.calculus.unknown import parse_name
from verify_derivations.term.syntax.domain import REAL, Domain
from verify_derivations.term.syntax.nodes import (
    Add,
    Apply,
    Bound,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import applied_functions

Fits = Callable[[Term, tuple[bool, ...]], bool]
"""Whether a function has a value at an argument; for each index around it, whether that is a whole number."""


def is_used_at_the_name(claim: Claim, definition: Definition, name: str) -> bool:
    """Wherever the function stands in the claim, it stands behind this name itself: "f(n) = 1 for odd n".

    Args:
        claim: in which it stands.
        definition: of the function.
        name: of its argument.
    """
    return _is_used_so(claim, definition, name, lambda argument, around: argument is Symbol(name))


def is_used_at_whole_numbers(
    claim: Claim, definition: Definition, name: str, domains: Mapping[str, Domain]
) -> bool:
    """Wherever the function stands in the claim, this argument of it may be a whole number.

    Args:
        claim: in which it stands.
        definition: of the function.
        name: of the argument.
        domains: where names live that are declared.
    """

    def is_whole(term: Term, around: tuple[bool, ...]) -> bool:
        match term:
            case Number():
                return term.value.denominator == 1
            case Symbol():
                domain = domains.get(term.name, claim.context.domain(term.name))
                counts = term.name == name or stem(term.name) in COUNTS
                return domain.field == "integer" or (domain == REAL and counts)
            case Bound():
                return term.level < len(around) and around[term.level]
            case Add() | Mul():
                return all(is_whole(part, around) for part in term.children)
            case Pow(base=base, exponent=Number(value=power)):
                return power >= 0 and power.denominator == 1 and is_whole(base, around)
        return False

    return _is_used_so(claim, definition, name, is_whole)


def _is_used_so(claim: Claim, definition: Definition, name: str, fits: Fits) -> bool:
    head = definition.head
    if not isinstance(head, Apply) or Symbol(name) not in head.children:
        return True
    place = head.children.index(Symbol(name))
    terms = [claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions if d is not definition)]
    for assumption in claim.context.assumptions:
        terms += [assumption.lhs, assumption.rhs]
    uses = [use for term in terms for use in _uses(term, head.function, ())]
    return all(call is not None and fits(call.children[place], around) for call, around in uses)


def _uses(
    term: Term, function: str, around: tuple[bool, ...]
) -> Iterator[tuple[Apply | None, tuple[bool, ...]]]:
    """The calls of the function; None for what takes it at numbers around a point, as a derivative does."""
    if isinstance(term, Apply) and term.function == function:
        yield term, around
        for child in term.children:
            yield from _uses(child, function, around)
        return
    if isinstance(term, Sum | Product):
        *outside, body = term.children
        for child in outside:
            yield from _uses(child, function, around)
        yield from _uses(body, function, (True, *around))
        return
    derived = isinstance(term, Apply) and parse_name(term.function, len(term.arguments))[0] == function
    if derived or (not isinstance(term, Add | Mul | Pow | Apply) and function in applied_functions(term)):
        yield None, around
        return
    for child in term.children:
        yield from _uses(child, function, around)


__all__ = ["is_used_at_the_name", "is_used_at_whole_numbers"]
