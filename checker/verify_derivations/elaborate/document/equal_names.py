r"""Names with one value at the end of a chain, "let $a = b = 2$": each of them is defined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verify_derivations.elaborate.document.defining import EQUALITIES
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.cues import Cue
from verify_derivations.elaborate.prose.said import defined_name
from verify_derivations.parse.tree import Node


def of_one_value(statement: Statement, context: Context, cue: Cue) -> Sequence[Statement]:
    """The definitions that a chain of names makes, the last one first; nothing for any other statement.

    Args:
        statement: what is stated.
        context: what is known there; of the names nothing is.
        cue: what the words before it make of it.
    """
    *heads, value = statement.members
    if cue is not Cue.DEFINE or len(heads) < 2 or statement.loose or statement.conditions:
        return ()
    if any(relation.name not in EQUALITIES for relation in statement.relations):
        return ()
    names = [name for head in heads if (name := _open_name(head, context)) is not None]
    if len(set(names)) < len(heads) or names_in(value) & set(names):
        return ()
    parts = zip(heads, statement.relations, strict=True)
    return [replace(statement, members=(head, value), relations=(sign,)) for head, sign in parts][::-1]


def _open_name(head: Node, context: Context) -> str | None:
    """The name that stands there by itself, if nobody said what it is or where it lives."""
    found = defined_name(head)
    if found is None or found[1] or found[0] in CONSTANTS or not context.is_open(found[0]):
        return None
    return found[0]


__all__ = ["of_one_value"]
