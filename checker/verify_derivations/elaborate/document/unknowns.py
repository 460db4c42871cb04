"""Statements with a name on both sides, claimed in plain words: they may be there to be solved.

"Adding 3 to both sides, we get $5x = x + 8$" says something of one number x, in the words of an identity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.notation.any_value import any_value
from verify_derivations.elaborate.notation.free_names import free_in
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative, Claim, Declaration
from verify_derivations.term.syntax.domain import DOMAINS, REAL
from verify_derivations.term.syntax.folded import folded
from verify_derivations.term.syntax.nodes import Add, Antiderivative, Apply, Binder, Derivative, Term
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import rebuild
from verify_derivations.term.syntax.traverse import subterms

WORKED_OUT = (Derivative, Antiderivative, Binder, Piecewise)
"""What is worked out on the other side: derivatives, integrals, sums, limits, cases."""


def to_be_solved(claim: Claim, context: Context) -> Iterator[Alternative]:
    """The doubt whether a statement says of its unknown what it is, instead of being claimed of all values.

    Args:
        claim: as it was read, a statement by itself.
        context: what the document says.
    """
    names = free_in(claim, claim.lhs) & free_in(claim, claim.rhs)
    unknown = {name for name in names if not context.is_constant(name) and name not in context.for_all}
    if not unknown or claim.context.arrays or _is_worked_out(claim):
        return
    if claim.context.functions and all(name in context.functions for name in claim.context.functions):
        return  # of any function it is a law, and no equation for a number
    if _is_shared_out(claim.lhs, claim.rhs) or _is_shared_out(claim.rhs, claim.lhs):
        return
    shown = " or ".join(sorted(unknown))
    words = f"it may be there to be solved for {shown}"
    help = f"claim, if it is claimed of all values, or {any_value(min(unknown), claim)}"
    insoluble = (_without_solution(claim, names),) if claim.relation == "=" else ()
    yield Alternative(words, help, covered=True, settling=True, solvable=True, supposed=insoluble)


def _without_solution(claim: Claim, names: set[str]) -> Claim:
    """That it holds for no values of its names but 0: then it cannot be there to be solved."""
    declared = {one.name: one for one in claim.context.declarations}
    free = {name for name in names if name not in declared or declared[name].domain == REAL}
    kept = (one for name, one in declared.items() if name not in free)
    declarations = (*kept, *(Declaration(name, DOMAINS["nonzero"]) for name in free))
    ordered = tuple(sorted(declarations, key=lambda one: one.name))
    return replace(claim, relation="!=", context=replace(claim.context, declarations=ordered))


def _is_worked_out(claim: Claim) -> bool:
    """A side is what is calculated on the other, or it is a law of a function that the text defines."""
    if any(isinstance(part, WORKED_OUT) for part in subterms(claim.lhs, claim.rhs)):
        return True
    heads = [definition.head for definition in claim.context.definitions]
    if (claim.lhs in heads) != (claim.rhs in heads):
        return True
    defined = {head.function for head in heads if isinstance(head, Apply)}
    left, right = _called(claim.lhs) & defined, _called(claim.rhs) & defined
    return bool(left | right) and not (left and right and left.isdisjoint(right))


def _called(side: Term) -> set[str]:
    """The functions in a side, without their primes."""
    return {part.function.rstrip("'") for part in subterms(side) if isinstance(part, Apply)}


def _is_shared_out(whole: Term, parts: Term) -> bool:
    """What stands around a sum is shared out among its summands, as in 1/(a + b) = 1/a + 1/b."""
    sums = {part for part in subterms(*whole.children) if isinstance(part, Add)}
    wanted = folded(parts)
    return any(folded(Add(tuple(_with(whole, one, t) for t in one.terms))) is wanted for one in sums)


def _with(term: Term, old: Term, new: Term) -> Term:
    """The term with another one wherever the old one stands."""
    return new if term is old else rebuild(term, tuple(_with(child, old, new) for child in term.children))


__all__ = ["to_be_solved"]
