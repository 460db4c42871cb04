"""How else the letters e, i and j are understood in a claim record that says nothing of them: as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim, Definition
from verify_derivations.term.syntax.build import call
from verify_derivations.term.syntax.nodes import ONE, I, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute


class Number(NamedTuple):
    """What a letter may stand for: in words, how that is written, and whether it is a real number."""

    words: str
    written: str
    term: Term
    real: bool = False


LETTERS = {
    "e": Number("the base of natural logarithms", "E", call("exp", ONE), real=True),
    "i": Number("the imaginary unit", "I", I),
    "j": Number("the imaginary unit", "I", I),
}

ORDERS = ("<", "<=", ">", ">=")


def with_letters_as_numbers(claim: Claim, record: dict[str, Any]) -> tuple[Alternative, ...]:
    """The other readings of a claim in which such letters stand free and undeclared."""
    if claim.context.arrays:
        return ()
    written = _names(claim)
    if written.isdisjoint(LETTERS):
        return ()
    declared = {*(record.get("symbols") or {}), *(record.get("indices") or {})}
    free = [
        name for name in LETTERS if name in written and name not in declared and _may_be_a_number(claim, name)
    ]
    choices = [(name,) for name in free if _read_as(claim, (name,)) not in (claim, None)]
    together = tuple(name for (name,) in choices)
    found = [_alternative(claim, c) for c in [*choices, *([together] if len(together) > 1 else [])]]
    return tuple(other for other in found if other.claim is not None)


def _names(claim: Claim) -> frozenset[str]:
    """The free names of a claim and of what is said for it."""
    context = claim.context
    terms = [side for c in (claim, *context.assumptions) for side in (c.lhs, c.rhs)]
    terms += [definition.body for definition in context.definitions]
    return frozenset().union(*[term.names for term in terms])


def _alternative(claim: Claim, names: tuple[str, ...]) -> Alternative:
    words = " and ".join(f"{name} is {LETTERS[name].words}" for name in names)
    written = " and ".join(dict.fromkeys(LETTERS[name].written for name in names))
    named = " and ".join(f'"{name}"' for name in names)
    help = f'write {written} for that, or name {named} among the "symbols"'
    return Alternative(words, help, _read_as(claim, names), covered=all(LETTERS[n].real for n in names))


def _may_be_a_number(claim: Claim, name: str) -> bool:
    """The letter is not defined, bounded, or compared in what is given."""
    context = claim.context
    return not (
        any(definition.head is Symbol(name) for definition in context.definitions)
        or any(declaration.name == name for declaration in context.declarations)
        or any(a.relation in ORDERS and name in {*a.lhs.names, *a.rhs.names} for a in context.assumptions)
    )


def _read_as(claim: Claim, names: Iterable[str]) -> Claim | None:
    """The claim with these letters as numbers; None where a derivative is taken by one of them."""
    try:
        return _with_numbers(claim, names)
    except TermError:
        return None


def _with_numbers(claim: Claim, names: Iterable[str]) -> Claim:
    for name in names:
        number = LETTERS[name].term
        definitions = tuple(_defined(definition, name, number) for definition in claim.context.definitions)
        assumptions = tuple(_claimed(assumption, name, number) for assumption in claim.context.assumptions)
        context = replace(claim.context, definitions=definitions, assumptions=assumptions)
        claim = replace(_claimed(claim, name, number), context=context)
    return claim


def _defined(definition: Definition, name: str, number: Term) -> Definition:
    """A function may have an argument that is called so."""
    if name in definition.head.names:
        return definition
    return replace(definition, body=_put(definition.body, name, number))


def _claimed(claim: Claim, name: str, number: Term) -> Claim:
    return replace(claim, lhs=_put(claim.lhs, name, number), rhs=_put(claim.rhs, name, number))


def _put(term: Term, name: str, number: Term) -> Term:
    return substitute(term, {name: number}) if name in term.names else term


__all__ = ["with_letters_as_numbers"]
