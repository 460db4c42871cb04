"""What each step of a derivation stands on: the definitions that were put into it, and the line before."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.errors import TermError
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.model import Claim, Kind, Step
from verify_derivations.results import DerivationResult
from verify_derivations.term.syntax.nodes import Apply, Entry, Symbol, Term

Edges = dict[str, frozenset[str]]
"""For the id of each step the ids of those that it stands on."""


def standing(result: DerivationResult) -> Edges:
    """What each step stands on, without what one of the others on which it stands rests on itself.

    Args:
        result: a derivation with its results.
    """
    steps = [r.step for r in result.steps if r.step.corrects is None]
    definitions = {_name(s.claim.lhs): s.id for s in steps if s.kind is Kind.DEFINITION and s.claim}
    before: dict[str, str] = {}
    edges: dict[str, frozenset[str]] = {}
    for step in steps:
        found = {definitions[name] for name in _opened(step, definitions) if name in definitions}
        if step.chain is not None and step.chain in before and step.local is not None:
            found.add(before[step.chain])
        if step.chain is not None:
            before[step.chain] = step.id
        edges[step.id] = _reduced(found - {step.id}, edges)
    return edges


def says_something(edges: Edges) -> bool:
    """Whether it is more than lines one behind the other, or side by side upon one definition.

    Args:
        edges: what each step stands on.
    """
    on = [below for found in edges.values() for below in found]
    starts = {name for name, found in edges.items() if not found and name in on}
    parted = {below for below in on if on.count(below) > 1}
    return any(len(found) > 1 for found in edges.values()) or bool(parted - starts)


def _opened(step: Step, definitions: dict[str, str]) -> Iterator[str]:
    """The names of the definitions that a step makes use of itself."""
    if step.claim is None or not definitions:
        return
    if step.kind is Kind.DEFINITION:  # what its body uses
        claims = [Claim(step.claim.rhs, "=", step.claim.rhs, step.claim.context)]
    else:
        claims = [claim for claim in (step.claim, step.local) if claim is not None]
    for claim in claims:
        try:
            yield from (name for opener, name in statement(claim).opened if not opener)
        except TermError:  # it has no meaning, so it stands on nothing
            continue


def _reduced(found: set[str], edges: Edges) -> frozenset[str]:
    """Without those on which another one of them rests."""
    below = {name: _all_below(name, edges) for name in found}
    return frozenset(name for name in found if not any(name in below[other] for other in found))


def _all_below(name: str, edges: Edges) -> set[str]:
    found: set[str] = set()
    waiting = list(edges.get(name, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(edges.get(one, ()))
    return found


def _name(head: Term) -> str:
    """How `statement` calls a definition."""
    match head:
        case Symbol(name):
            return name
        case Apply(name, _):
            return name + "()"
        case Entry(name, _):
            return name
    return ""


__all__ = ["Edges", "says_something", "standing"]
