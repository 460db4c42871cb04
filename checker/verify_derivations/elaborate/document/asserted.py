"""Equations behind "satisfies", or with a zero: claimed where all in them is determined, else conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.document.in_context import in_context
from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.notation.free_names import (
    free_names,
    head_name,
    is_of_numbers,
    names_of,
)
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name
from verify_derivations.elaborate.notation.statements import Statement, statements
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.asserting import ASKED, FORMULA, FUNCTION, STAYS, UNNAMED, WANTED
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Digits, Node, Product, Scripts
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply, Derivative, Sum, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

CONDITION = Alternative("this is a condition", "vd: claim before it, or write := 0", covered=True)

WISH = Alternative(
    "this says what is wanted, or is about something else",
    "say that it is claimed: so, hence, we have, or vd: claim",
    covered=True,
)


def as_claimed(statement: Statement, context: Context, place: Place) -> Place:
    """The place of a statement that something defined is said to satisfy, as one of a claim.

    Where f is defined, "the derivative satisfies $f'(x) = ...$" is claimed; "x satisfies $f(x) = 2$" says
    what x is.
    """
    words = " ".join(place.words.split()).replace("$ ,", "$,")
    if place.cue is not Cue.CONDITION or statement.continues or WANTED.search(words):
        return place
    if any(relation.name not in ("=", "==") for relation in statement.relations):
        return place
    claim = _read(statement.members[0], statement.members[1], context)
    if claim is None or not _is_determined(claim, statement.members):
        return place
    used = _used(claim)
    if FUNCTION.search(words):
        return replace(place, cue=Cue.CLAIM, asked=_is_from_elsewhere(used, context))
    if FORMULA.search(words) and place.subject is not None:
        if _subject(place.subject) not in used:
            return place
        return replace(place, cue=Cue.CLAIM, asked=_is_from_elsewhere(used, context))
    return replace(place, cue=Cue.CLAIM, asked=True) if UNNAMED.search(words) else place


def is_settled(sides: tuple[Node, Node], context: Context, place: Place) -> bool:
    r"""An equation without an unknown, f(0) = 0 of a function that is defined: there is nothing to solve.

    No more is there in one between numbers, \cos\pi = 0, unless a name may be meant, e = 0.
    """
    if place.cue is Cue.CONDITION or ASKED.search(place.words):
        return False
    claim = _read(*sides, context)
    if claim is not None and _is_at_a_point(claim):
        return not _is_from_elsewhere(_used(claim), context)
    if claim is None or free_names(claim):
        return False
    if is_of_numbers(claim):
        return not any(scripted_name(plain(side)) for side in sides)
    used = _used(claim)
    return bool(used) and not _is_from_elsewhere(used, context)


def _is_at_a_point(claim: Claim) -> bool:
    """Functions that are defined, at names that are defined: G'(q^*) = 0 with q^* = p/c says nothing of p."""
    defined = {head_name(definition) for definition in claim.context.definitions}
    called = [
        part
        for part in subterms(claim.lhs, claim.rhs)
        if isinstance(part, Apply) and part.function.rstrip("'") in defined
    ]
    at = {name for part in called for name in names_of(*part.arguments)}
    printed = {name.rstrip("'") for name in names_of(claim.lhs, claim.rhs)}
    return bool(at) and at <= defined and printed <= defined


def is_of_means(sides: tuple[Node, Node], context: Context) -> bool:
    r"""No unknown stands in it, but data and what is made of them by sums: \sum_i (x_i - \bar x) = 0."""
    claim = _read(*sides, context)
    if claim is None or claim.context.functions or any(scripted_name(plain(side)) for side in sides):
        return False
    if claim.lhs.holds(Derivative) or claim.rhs.holds(Derivative):
        return False
    used = _used(claim)
    made = [d for d in claim.context.definitions if head_name(d) in used]
    arrays = {array.name for array in claim.context.arrays}
    sums = all(isinstance(d.head, Symbol) and _of_data(d.body, arrays) for d in made)
    sizes = {name for array in claim.context.arrays for name in free_symbols(*array.shape)}
    return bool(made) and sums and free_names(claim) <= arrays | sizes


def is_of_declared(sides: tuple[Node, Node], context: Context) -> bool:
    r"""Something that is defined stands in it, and more than one name besides, of which all is said.

    What \ddot x(t) + x(t) = 0 is taken at, of a function x that is defined, is no unknown, nor is what it is
    made of.
    """
    claim = _read(*sides, context)
    if claim is None or claim.context.functions or claim.context.arrays:
        return False
    used = _used(claim)
    if not used or _is_from_elsewhere(used, context):
        return False
    free = {name for name in free_names(claim) if not name.startswith("#")}
    at = _arguments_of_equations(claim)
    if at and free <= at | names_of(*(definition.body for definition in claim.context.definitions)):
        return True
    return not any(context.is_open(name) for name in free - at) and (len(free) > 1 or bool(at))


def is_of_what_stays(sides: tuple[Node, Node], context: Context, place: Place) -> bool:
    r"""A derivative of something that is defined, and said to stay the same: \frac{dE}{dt} = 0."""
    if STAYS.search(place.words) is None or ASKED.search(place.words):
        return False
    claim = _read(*sides, context)
    if claim is None or not _used(claim) or _is_from_elsewhere(_used(claim), context):
        return False
    bodies = names_of(*(definition.body for definition in claim.context.definitions))
    return free_names(claim) <= bodies


def _arguments_of_equations(claim: Claim) -> set[str]:
    """What functions are taken at that stand there by themselves and derived, or derived twice."""
    derived = set[tuple[str, str]]()
    for part in subterms(claim.lhs, claim.rhs):
        match part:
            case Derivative(Apply(function), Symbol(name)):
                derived.add((function, name))
            case Apply(function, (Symbol(name),)) if function.endswith("'"):
                derived.add((function.rstrip("'"), name))
    alone = {
        part.function
        for part in _outside_of_derivatives(claim)
        if isinstance(part, Apply) and part.function not in FUNCTIONS
    }
    several = {
        function for function, name in derived if derived & {(function, n) for _, n in derived if n != name}
    }
    return {name for function, name in derived if function in alone | several}


def _outside_of_derivatives(claim: Claim) -> Iterator[Term]:
    """The parts of a claim that do not stand within a derivative."""
    waiting = [claim.lhs, claim.rhs]
    while waiting:
        part = waiting.pop()
        yield part
        if not isinstance(part, Derivative):
            waiting += part.children


def _of_data(body: Term, arrays: set[str]) -> bool:
    """A sum over entries, with a factor before it."""
    return body.holds(Sum) and bool(names_of(body) & arrays)


def _read(left: Node, right: Node, context: Context) -> Claim | None:
    try:
        return in_context((left, "=", right), context).read.claim
    except NotRead:
        return None


def _used(claim: Claim) -> set[str]:
    """The names in a claim that something defines."""
    defined = {head_name(definition) for definition in claim.context.definitions}
    return defined & names_of(claim.lhs, claim.rhs)


def _is_determined(claim: Claim, members: tuple[Node, ...]) -> bool:
    """All that is free in it is what functions are taken at, or belongs to what defines them: no unknown."""
    free = free_names(claim)
    if free and any(isinstance(side, Digits) for side in members):
        return False  # f'(x) = 0 is solved for x
    at = {
        name
        for part in subterms(claim.lhs, claim.rhs)
        if isinstance(part, Apply) and part.function not in FUNCTIONS
        for name in names_of(*part.arguments)
    }
    bodies = names_of(*(definition.body for definition in claim.context.definitions))
    return bool(_used(claim)) and free <= at | bodies


def _is_from_elsewhere(names: set[str], context: Context) -> bool:
    """Another section defines one of them: here it may be another one."""
    return any(name in context.said and context.said[name].section != context.section for name in names)


def _subject(root: Node) -> str:
    """The name of which the formula before the verb speaks: f of f, f(x), f' and f(x) = x^2."""
    found = statements(root)
    node = found[-1].members[0] if found else root
    if isinstance(node, Product):
        node = node.parts[0][1]
    if isinstance(node, Scripts) and node.primes:
        node = node.base
    names = sorted(names_in(node), key=len, reverse=True)
    return names[0].rstrip("'") if names else ""


__all__ = [
    "CONDITION",
    "WISH",
    "as_claimed",
    "is_of_declared",
    "is_of_means",
    "is_of_what_stays",
    "is_settled",
]
