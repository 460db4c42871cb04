"""How the names of a claim are understood, and from where, in words for its author."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from verify_derivations.elaborate.meaning.counts import counted_remark
from verify_derivations.elaborate.notation.free_names import free_names, head_name
from verify_derivations.elaborate.notation.known import Sides
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Claim, Declaration
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import REAL
from verify_derivations.term.syntax.nodes import Symbol
from verify_derivations.term.syntax.traverse import subterms


def remarks(
    claim: Claim,
    context: Context,
    relevant: Iterable[Said],
    given: Iterable[Sides] = (),
    constants: Collection[str] = (),
    why: str = "",
) -> Iterator[str]:
    """A remark for each kind of thing that is known of the names in a claim.

    Args:
        claim: as it was read.
        context: what the document says.
        relevant: definitions of names in it.
        given: what is assumed of names in it.
        constants: names of constants of integration.
        why: what stands in the way of putting in more definitions.
    """
    symbols = {part.name for part in subterms(claim.lhs, claim.rhs) if isinstance(part, Symbol)}
    told = set[str]()
    left = free_names(claim) - {head_name(d) for d in claim.context.definitions}
    for said in relevant:
        told.add(said.name)
        what = f"not read there: {said.opaque}" if said.opaque else "defined there"
        if not said.opaque and said.name in left:
            what += f", and not put in here{why and f': {why}'}"
        elif said.limits is not None:
            what += ", for some values only"
        yield f"{said.name}: {said.place}, {what}"
    for name in sorted({head_name(d) for d in claim.context.definitions} - told):
        rule = context.rules.get(stem(name))
        origin = rule and next((s for s in context.said.values() if s.head is rule.head), None)
        if origin:
            told.add(name)
            yield f"{name}: by {origin.place}, which defines {origin.name}"
    sizes = {name for array in claim.context.arrays for size in array.shape for name in size.names}
    for array in claim.context.arrays:
        shape = " x ".join(map(text, array.shape))
        where = f", {_place(context, array.name)}" if array.name in context.places else ", by how it is used"
        yield f"{array.name}: an array, {shape}{where}"
    told_at = (context.assumed_at.get(id(one)) for one in given)
    assumed = {found[1]: found[2] for found in told_at if found is not None}
    for declaration in claim.context.declarations:
        if declaration.name in symbols and declaration.domain != REAL and declaration.name not in sizes:
            where = context.worded.get(declaration.name) or _said_of(declaration, context)
            lives = declaration.domain.describe(declaration.name)
            if where or lives not in assumed:
                yield lives + (f", {where}" if where else "")
            told.add(declaration.name)
    yield from counted_remark(claim)
    yield from (f"{shown}, {place.where}" for shown, place in assumed.items())
    indices = {name for name, _ in claim.context.indices}
    of_integration = sorted(symbols & {*constants} - told)
    if of_integration:
        yield f"{', '.join(of_integration)}: any constant, as beside an integral without bounds"
    for one in claim.context.assumptions:
        told |= {part.name for part in subterms(one.lhs, one.rhs) if isinstance(part, Symbol)}
    free = sorted(symbols - told - sizes - indices - context.constants - {*of_integration})
    if free:
        yield f"{', '.join(free)}: any real number, as nothing else is said"


def _place(context: Context, name: str) -> str:
    return context.places[name].where


def _said_of(declaration: Declaration, context: Context) -> str:
    """Where the text says in a formula in which set a number lives."""
    domain, place = context.lived_since.get(declaration.name, (None, None))
    return place.where if place is not None and domain == declaration.domain else ""


__all__ = ["remarks"]
