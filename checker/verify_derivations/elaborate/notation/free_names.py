"""The names that a claim depends on, with definitions put in."""

from __future__ import annotations

from verify_derivations.model import Claim, Definition
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply, Entry, Symbol, Term
from verify_derivations.term.syntax.traverse import subterms


def free_names(claim: Claim) -> set[str]:
    """The names of both sides that nothing defines."""
    return free_in(claim, claim.lhs) | free_in(claim, claim.rhs)


def free_in(claim: Claim, term: Term) -> set[str]:
    """The names that a side depends on, with definitions put in."""
    bodies = {head_name(d): d for d in claim.context.definitions}
    found, waiting = set[str](), [term]
    seen = set[str]()
    while waiting:
        for name in names_of(waiting.pop()):
            if name in seen:
                continue
            seen.add(name)
            made = bodies.get(name)
            if made is None:
                found.add(name)
            else:
                waiting.append(made.body)
    parameters = {
        a.name
        for d in claim.context.definitions
        if isinstance(d.head, Apply | Entry)
        for a in (d.head.arguments if isinstance(d.head, Apply) else d.head.indices)
        if isinstance(a, Symbol)
    }
    indices = {name for name, _ in claim.context.indices}
    symbols = {part.name for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Symbol)}
    return found - indices - (parameters - symbols)


def names_of(*terms: Term) -> set[str]:
    """The names of quantities, arrays and unknown functions in terms."""
    return {name for name in map(_name, subterms(*terms)) if name is not None}


def is_of_numbers(claim: Claim) -> bool:
    """Nothing but numbers stands on both sides: no name, defined or not, no array, no unknown function."""
    context = claim.context
    return not (names_of(claim.lhs, claim.rhs) or context.functions or context.arrays or context.indices)


def head_name(definition: Definition) -> str:
    """What a definition defines."""
    head = definition.head
    if isinstance(head, Entry):
        return head.array
    return head.name if isinstance(head, Symbol) else head.function if isinstance(head, Apply) else ""


def _name(part: Term) -> str | None:
    match part:
        case Symbol(name):
            return name
        case Entry(array):
            return array
        case Apply(function) if function not in FUNCTIONS:
            return function.rstrip("'")
    return None


__all__ = ["free_in", "free_names", "head_name", "is_of_numbers", "names_of"]
