"""What is assumed of whole arrays: something of all entries, or that a matrix is symmetric (A^T = A)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify_derivations.elaborate.notation.names import base_name, is_transpose, plain
from verify_derivations.parse.tree import Node, Scripts
from verify_derivations.term.arrays.array import Array
from verify_derivations.term.syntax.nodes import ONE, Family, Term


def symmetric_names(given: Iterable[tuple[Node, str, Node]]) -> frozenset[str]:
    r"""The names of which an assumption says that they equal their transposes.

    >>> from verify_derivations.parse import parse
    >>> sorted(symmetric_names([(parse("A").root, "=", parse(r"A^\top").root)]))
    ['A']
    """
    return frozenset(name for sides in given for name in _symmetric(sides))


def _symmetric(sides: tuple[Node, str, Node]) -> Iterator[str]:
    left, relation, right = sides
    if relation not in ("=", "=="):
        return
    for one, other in ((left, right), (right, left)):
        name, turned = base_name(plain(one)), plain(other)
        same = isinstance(turned, Scripts) and turned.sub is None and is_transpose(turned.sup)
        if name is not None and same and isinstance(turned, Scripts) and base_name(turned.base) == name:
            yield name


def family(array: Array) -> Term:
    """The entries of an array, for all of their indices."""
    body = array.body
    for (size,) in reversed(array.axes):
        body = Family("i", ONE, size, body)
    return body


__all__ = ["family", "symmetric_names"]
