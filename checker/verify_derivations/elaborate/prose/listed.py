r"""Quantities that a list with dots declares, `x_1, \dots, x_n \in S`, which holds for every x_i."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.free_names import free_names
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import plain, scripted_name, stem
from verify_derivations.elaborate.notation.statements import Statement, has_dots
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.tree import Fenced, Node, Scripts, nodes
from verify_derivations.term.syntax.domain import Domain

if TYPE_CHECKING:
    from verify_derivations.elaborate.prose.context import Context

MEMBER = re.compile(r"(?P<base>.+)_(?:[A-Za-z]|\d+|\{\s*(?:[A-Za-z]|\d+|\d+:[A-Za-z])\s*\})$")
"""A name with one letter or one number below it."""


@dataclass(frozen=True)
class Listed:
    """Where all members of a family of numbers live; None for a set that is not read.

    `is_wide`: they may be what no reading as real numbers covers.
    """

    domain: Domain | None
    is_wide: bool
    line: int


def base_of(name: str) -> str:
    """The family that a name is a member of: x of x_1, x_i; nothing for other names.

    >>> base_of("x_i"), base_of("x_{12}"), base_of("x"), base_of("x_{ij}")
    ('x', 'x', '', '')
    """
    found = MEMBER.fullmatch(name)
    return found["base"] if found else ""


def families_in(statement: Statement) -> frozenset[str]:
    r"""The families that the left side of a statement lists: x of `x_1, \dots, x_n`, of `(x_i)_{i=1}^n`."""
    items = (*statement.loose, statement.members[0])
    if not any(has_dots(item) or _is_family(item) for item in items):
        return frozenset()
    return frozenset(base for item in items for name in _printed(item) if (base := base_of(name)))


def _is_family(item: Node) -> bool:
    r"""\{x_i\}_{i=1}^n, x_{1:n}."""
    if isinstance(item, Scripts) and isinstance(plain(item.base), Fenced):
        return True
    return isinstance(item, Scripts) and ":" in (scripted_name(item) or ":")


def _printed(item: Node) -> Iterator[str]:
    for node in nodes(item):
        if isinstance(node, Scripts):
            name = scripted_name(node)
            yield from (name,) if name is not None else names_in(node)


def power_of(node: Node) -> Node | None:
    """The set of whose elements lists are formed: S of S^n."""
    node = plain(node)
    return node.base if isinstance(node, Scripts) and node.sup is not None and node.sub is None else None


def listed_domains(names: set[str], context: Context) -> dict[str, Domain]:
    """Where those of the names live that are members of families, and of which nothing else is said."""
    found = dict[str, Domain]()
    for name in names if context.families else ():
        family = context.families.get(base_of(name))
        known = name in context.domains or name in context.said or name in context.shapes
        if family is not None and family.domain is not None and not known:
            found[name] = family.domain
    return found


def of_unread_families(claim: Claim, context: Context) -> Iterator[Alternative]:
    """The reading in which members of a family are what the text says, where that is not read.

    Args:
        claim: as it was read.
        context: what the document says.
    """
    for name in sorted(free_names(claim)) if context.families else ():
        family = context.families.get(base_of(name)) or context.families.get(stem(name))
        if family is None or family.domain is not None or name in context.domains or name in context.shapes:
            continue
        words = f"{name} is what line {family.line} says (it is an element of a set that is not read)"
        yield Alternative(words, f"say where it lives: let ${name} > 0$", covered=not family.is_wide)


__all__ = ["Listed", "base_of", "families_in", "listed_domains", "of_unread_families", "power_of"]
