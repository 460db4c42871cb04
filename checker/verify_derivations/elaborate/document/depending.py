"""A name that is said to depend on others, x = x(t): that is no equation, and no product."""

from __future__ import annotations

from verify_derivations.elaborate.document.place import Place
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.statements import Statement
from verify_derivations.elaborate.prose.array_values import called_name
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said

OPAQUE = "it depends on {0}; write ${1}({0})$ for its values"
DEPENDS = "it says on what the name depends"
EQUALS = frozenset(("=", "==", ":="))


def says_what_it_depends_on(statement: Statement, context: Context, place: Place) -> bool:
    """A name equals itself with an argument: from here on it stands for what changes with that.

    Args:
        statement: what is stated.
        context: what is known there; that nothing can be put for the name goes into it.
        place: where it stands.
    """
    if len(statement.members) != 2 or statement.relations[0].name not in EQUALS:
        return False
    left, right = statement.members
    name = scripted_name(left)
    if name is None or called_name(right) != name:
        return False
    on = ", ".join(sorted(names_in(right) - {name}))
    if not on:
        return False
    if context.is_fresh(name):
        span = place.span(statement.start, statement.end)
        context.define(Said(name, span, place.section, opaque=OPAQUE.format(on, name)))
    else:
        context.overlooked.add(name)
    return True


__all__ = ["says_what_it_depends_on"]
