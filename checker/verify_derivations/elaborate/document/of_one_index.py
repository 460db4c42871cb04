"""What is said of a quantity under one index, "let $x_i > 0$", may be said of it under every index."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.elaborate.document.suppositions import CONCRETE
from verify_derivations.elaborate.meaning.families import numbered_name
from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.domain import REAL


def said_of_one_index(claim: Claim, context: Context) -> Iterator[Alternative]:
    """The reading in which what is said of x_i holds for the x_k, or for all of the array x, of the claim.

    It cannot be put into the claim, as it may be meant of one of them only; so no refutation stands.
    """
    for name in sorted(free_names(claim)):
        if _is_restricted(claim, name):
            continue
        said = next((other for other in _restricted(context) if _may_be_one_of(other, name)), None)
        if said is not None:
            shown = stem(name) if "#" in name else name
            words = f"what is said of {said} holds for {shown}, too"
            yield Alternative(words, f"${said}$ with the range of its index, or ${shown}$", covered=True)
            return


def _is_restricted(claim: Claim, name: str) -> bool:
    """The claim knows where the name lives."""
    entries = {array.name: array.entries for array in claim.context.arrays}
    return entries.get(name, claim.context.domain(name)) != REAL


def _restricted(context: Context) -> Iterator[str]:
    """Names with a subscript of which something is said that a point may violate."""
    for name, domain in context.domains.items():
        if "_" in name and domain != REAL:
            yield name
    yield from (f"{base}_i" for base, family in context.families.items() if family.domain is not None)
    for left, _, right in (*context.given, *context.local):
        running = {letter for side in (left, right) for letter in survey([side]).bound}
        names = (name for name in names_in(left) | names_in(right) if "_" in name)
        yield from sorted(name for name in names if not _runs(name, running))


def _runs(name: str, running: set[str]) -> bool:
    """A sum goes over its index: what is said of the sum of all y_i is said of y itself."""
    numbered = numbered_name(name)
    return numbered is not None and set(numbered[1]) <= running


def _may_be_one_of(said: str, name: str) -> bool:
    """Of x_k, or of the array x, what is said of x_i may hold; of x_2 not what is said of x_1."""
    if stem(said) != stem(name) or said == name:
        return False
    return name == stem(name) or not (CONCRETE.search(said) and CONCRETE.search(name))


__all__ = ["said_of_one_index"]
