"""Names in an expression of which nothing is declared: what was taken for a number there by default."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.meaning.definitions import base_of
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.known import Known
from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    scripted_name,
)
from verify_derivations.elaborate.notation.tables import FUNCTION_NAMES, INTEGRALS, NABLA, SUMS
from verify_derivations.elaborate.notation.usage import operator_word
from verify_derivations.parse.tree import Digits, Fraction, Letter, Node, Product, Scripts, Text, children

SIGNS = NABLA | SUMS.keys() | INTEGRALS


def undeclared(side: Node, known: Known, bound: Collection[str]) -> frozenset[str]:
    """The names in an expression of which the text says nothing.

    Args:
        side: the expression.
        known: what is said around it.
        bound: letters that run somewhere.
    """
    said = {*known.domains, *known.functions, *known.ranges, *known.shapes, *known.stacks, *known.units}
    for head, _ in known.definitions:
        said.update(name for name in (_defined(head),) if name)
    for sizes in known.shapes.values():
        said.update(*map(names_in, sizes))
    return frozenset(_undeclared(side, said | set(bound) | CONSTANTS.keys()))


def _defined(head: Node) -> str:
    """What a definition defines: f of f(x), z_1 of z_1, a of a_i."""
    head = plain(head)
    if isinstance(head, Product):
        head = plain(head.parts[0][1])
    return (_numbered(head) or base_of(head)) if isinstance(head, Scripts) else base_name(head) or ""


def _numbered(node: Scripts) -> str | None:
    """The whole name, where no letter numbers it."""
    return scripted_name(node) if all(isinstance(p, Digits | Text) for p in components(node.sub)) else None


def _undeclared(node: Node, said: set[str]) -> Iterator[str]:
    stack = [node]
    while stack:
        node = plain(stack.pop())
        if operator_word(node) or _is_sign(node):
            continue
        name = base_name(node)
        if name is not None:
            if name not in said:
                yield name
            continue
        found = leibniz(node) if isinstance(node, Fraction) else None
        if found is not None:
            stack.extend(variable for variable, _ in found.variables)
            stack.extend(() if found.body is None else (found.body,))
        elif isinstance(node, Scripts):
            stack.extend(_below(node, said))
        else:
            stack.extend(children(node))


def _below(node: Scripts, said: set[str]) -> Iterator[Node]:
    """What of a name with scripts is looked at by itself."""
    if scripted_name(node) in said:
        return
    if node.sup is not None and not is_transpose(node.sup):
        yield node.sup
    name = quantity(node)
    if name is not None and node.sub is not None and name in said:
        return
    digits = [part for part in components(node.sub) if isinstance(part, Digits)]
    if node.sub is not None and not digits:
        yield node.sub
    yield node.base if not digits else Text(name or "?", "", node.start, node.end)


def _is_sign(node: Node) -> bool:
    """A function of the table, or a sign like that of a sum."""
    if isinstance(node, Scripts):
        return False
    return isinstance(node, Letter | Text) and (
        node.text in SIGNS or node.text.removeprefix("\\") in FUNCTION_NAMES
    )


__all__ = ["undeclared"]
