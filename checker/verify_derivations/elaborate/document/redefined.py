"""Quantities that are made of a name which is defined anew further down: it is open which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify_derivations.elaborate.notation.alike import alike
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.model import Alternative


def redefined_since(relevant: Iterable[Said], context: Context) -> Iterator[Alternative]:
    """The readings in which what is put in was computed before one of its names was defined anew.

    Args:
        relevant: the definitions of names in a claim.
        context: what the document says.
    """
    for said in relevant:
        if said.body is None or said.opaque:
            continue
        parameters = names_in(said.head) if said.head is not None else frozenset[str]()
        for name in sorted(names_in(said.body) - parameters):
            now, before = context.said.get(name), context.replaced.get(name)
            if now is None or before is None or not now.section == said.section == before.section:
                continue
            if before.at <= said.at < now.at and not _is_the_same(before, now):
                words = f"{said.name} is made of the {name} of before, which {now.place} defines anew"
                yield Alternative(words, f"let ${said.name}=...$ behind what defines {name} anew")


def _is_the_same(before: Said, now: Said) -> bool:
    """What defines it anew is made of the same names, as where a definition is said again."""
    if before.body is None or now.body is None:
        return False
    names = names_in(now.body)
    return alike(now.body, before.body) or (bool(names) and names == names_in(before.body))


__all__ = ["redefined_since"]
