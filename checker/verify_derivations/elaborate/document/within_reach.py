"""Whether a definition for some values is used at these only: for t >= 0, in an integral from 0 on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from verify_derivations.model import Claim, Definition
from verify_derivations.term.syntax.limit import Infinity
from verify_derivations.term.syntax.nodes import Apply, Binder, Bound, Integral, Number, Symbol, Term
from verify_derivations.term.syntax.piecewise import Comparison

Ends = tuple[Fraction | None, Fraction | None]
"""Between which numbers something lies, as far as is known."""

UNKNOWN: Ends = (None, None)


def is_used_within(claim: Claim, definition: Definition, conditions: Iterable[Comparison]) -> bool:
    """Wherever the function stands in the claim, its argument is one for which the conditions hold.

    Where an integral begins or ends does not matter for it.

    Args:
        claim: in which it stands.
        definition: of a function of one number.
        conditions: what has to hold of that.
    """
    head = definition.head
    if not isinstance(head, Apply) or len(head.children) != 1 or not isinstance(head.children[0], Symbol):
        return False
    wanted = [_wanted(one, head.children[0]) for one in conditions]
    terms = [claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions if d is not definition)]
    for assumption in claim.context.assumptions:
        terms += [assumption.lhs, assumption.rhs]
    uses = [use for term in terms for use in _uses(term, head.function, ())]
    return bool(uses) and all(need is not None and _within(use, need) for need in wanted for use in uses)


def _wanted(condition: Comparison, name: Symbol) -> Ends | None:
    """The numbers between which the argument has to lie; None if the condition says something else."""
    left, relation, right = condition.left, condition.relation, condition.right
    if isinstance(left, Number) and right is name:
        left, right, relation = right, left, {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(relation, "")
    if left is not name or not isinstance(right, Number) or relation not in ("<", "<=", ">", ">="):
        return None
    value = Fraction(right.value)
    return (value, None) if relation in (">", ">=") else (None, value)


def _uses(term: Term, function: str, around: tuple[Ends, ...]) -> Iterator[Ends]:
    """Where the arguments of the function lie that are integrated over; of all others nothing is known."""
    if isinstance(term, Apply) and term.function == function:
        argument = term.children[0]
        yield (
            around[argument.level]
            if isinstance(argument, Bound) and argument.level < len(around)
            else UNKNOWN
        )
    if isinstance(term, Binder):
        *outside, body = term.children
        for child in outside:
            yield from _uses(child, function, around)
        yield from _uses(body, function, (_ends(term), *around))
        return
    if term.binds and term.holds(Apply):
        yield UNKNOWN
    for child in term.children:
        yield from _uses(child, function, around)


def _ends(term: Term) -> Ends:
    """Between which numbers an integral runs, if it runs forwards."""
    if not isinstance(term, Integral):
        return UNKNOWN
    low, high = (_number(end) for end in (term.lower, term.upper))
    forwards = (low is not None or _is_far(term.lower)) and (high is not None or _is_far(term.upper))
    return (low, high) if forwards and (low is None or high is None or low <= high) else UNKNOWN


def _number(end: Term) -> Fraction | None:
    return Fraction(end.value) if isinstance(end, Number) else None


def _is_far(end: Term) -> bool:
    return isinstance(end, Infinity)


def _within(found: Ends, wanted: Ends) -> bool:
    low = wanted[0] is None or (found[0] is not None and found[0] >= wanted[0])
    return low and (wanted[1] is None or (found[1] is not None and found[1] <= wanted[1]))


__all__ = ["is_used_within"]
