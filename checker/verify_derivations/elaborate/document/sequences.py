"""Members of sequences that stay free in a claim, or may be of another sequence: what is not ruled out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.meaning.recurrences import Index, Rule, key_of, moved
from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import quantity, stem
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.errors import TermError
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Node, Scripts, nodes

GENERIC = 2
"""So far behind the first member that is defined stands one that is like any other."""


def of_sequences(sides: Sides, context: Context, known: Known, claim: Claim) -> Iterator[Alternative]:
    """What cannot be ruled out of the members of sequences in a claim.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    if not context.rules:
        return
    rested = {key[0] for head, _ in known.definitions if (key := key_of(head)) and key[0] in context.rules}
    for base in sorted(rested):
        yield from _another(base, context)
    free = free_names(claim)
    found = dict[str, Index]()
    for root in (sides[0], sides[2], *(body for _, body in known.definitions)):
        found |= _members(root, free, context)
    if found:
        yield from _tied(found, sides, context, free)


def _another(base: str, context: Context) -> Iterator[Alternative]:
    """The sequence of another section, or one that starts anew, may have other members."""
    said = _said(context.rules[base], context)
    if said is not None and context.rules[base].order and said.section != context.section:
        words = f"{said.name} is not what {said.place}, in another section, defines"
        yield Alternative(words, f"let ${said.name}=...$", covered=True)
    ways = dict[str, set[tuple[object, ...]]]()
    for found in context.below.get(base, ()):
        key = key_of(found.head)
        if key is None or key[0] != base or key[1][0]:
            continue
        if found.name in context.said or not names_in(found.body):
            ways.setdefault(found.name, set()).add(_printed(found.body))
    for name in sorted(name for name, bodies in ways.items() if len(bodies) > 1):
        yield Alternative(f"the sequence of {name} starts anew here", f"let ${name}=...$", covered=True)


def _printed(body: Node) -> tuple[object, ...]:
    """What is printed, wherever it stands."""
    return tuple((type(node).__name__, getattr(node, "text", "")) for node in nodes(body))


def _said(rule: Rule, context: Context) -> Said | None:
    return next((said for said in context.said.values() if said.head is rule.head), None)


def _members(root: Node, free: set[str], context: Context) -> dict[str, Index]:
    """The members of recurrences in this notation that stand for themselves, with their indices."""
    found = dict[str, Index]()
    for node in nodes(root):
        key = key_of(node) if isinstance(node, Scripts) else None
        rule = context.rules.get(key[0]) if key is not None else None
        name = quantity(node)
        if key and rule and rule.order and name in free and key[1][0] == rule.letter:
            found[name] = key[1]
    return found


def _tied(found: dict[str, Index], sides: Sides, context: Context, free: set[str]) -> Iterator[Alternative]:
    """They are no free numbers where the first members are given, or where two of them or the index occur.

    What fails for the members of one number fails: with this number put in, the claim is looked at again.
    """
    letters = {letter for letter, _ in found.values()}
    bases = {stem(name) for name in found}
    numbers = {
        key[1][1]
        for said in context.said.values()
        if said.head is not None and (key := key_of(said.head)) and key[0] in bases and not key[1][0]
    }
    if not numbers and len(found) == 1 and not letters & free:
        return
    claim = None
    if numbers and len(letters) == 1:
        least = min(number for _, number in found.values())
        claim = _at(letters.pop(), min(numbers) + GENERIC - least, sides, context, bases)
    words = f"{' and '.join(sorted(found))} cannot be any number, as the sequence begins with given ones"
    if not numbers:
        words = f"{' and '.join(sorted(found))} cannot be any number"
    yield Alternative(words, f"constant ${min(found)}$", claim, covered=True)


def _at(letter: str, number: int, sides: Sides, context: Context, bases: set[str]) -> Claim | None:
    """The claim for one number in the place of the letter; None where that is not read or not settled."""
    left, right = (moved(side, letter, ("", number)) for side in (sides[0], sides[2]))
    if left is None or right is None:
        return None
    made = None
    with suppress(NotRead, TermError):
        made = read_claim((left, sides[1], right), context.known([left, right])).claim
    return made if made is not None and not bases & set(map(stem, free_names(made))) else None


__all__ = ["of_sequences"]
