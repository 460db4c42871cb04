"""Slips in products of arrays as SymPy's expressions keep them, undone where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sympy

from verify_derivations.term.arrays.shape_slips import SHAPE_SLIPS
from verify_derivations.term.sympy.printed_matrices import Operation, is_array

PRODUCTS = (sympy.MatMul,)
TRANSPOSES = (sympy.Transpose,)
BY_ENTRIES = (sympy.HadamardProduct,)


class Printed:
    """A notation of `shape_slips`."""

    def is_operand(self, node: Any) -> bool:
        return is_array(node) and not _is(node, "times", PRODUCTS)

    def transposed(self, node: Any) -> Any:
        return Operation("transpose", node)

    def untransposed(self, node: Any) -> Any | None:
        return _operands(node, "transpose", TRANSPOSES)[0] if _is(node, "transpose", TRANSPOSES) else None

    def factors(self, node: Any) -> Sequence[Any]:
        return _operands(node, "times", PRODUCTS)

    def product(self, factors: Sequence[Any]) -> Any:
        return Operation("times", *factors)

    def entrywise_factors(self, node: Any) -> Sequence[Any]:
        return _operands(node, "hadamard", BY_ENTRIES)

    def by_entries(self, left: Any, right: Any) -> Any:
        return Operation("hadamard", left, right)


def _is(node: Any, name: str, kinds: tuple[Any, ...]) -> bool:
    return isinstance(node, kinds) or (isinstance(node, Operation) and node.name == name)


def _operands(node: Any, name: str, kinds: tuple[Any, ...]) -> Sequence[Any]:
    if not _is(node, name, kinds):
        return ()
    return node.operands if isinstance(node, Operation) else tuple(node.args)


def slips(expression: Any) -> Iterator[tuple[str, Any]]:
    """Each edit of an expression: what was wrong, and the expression as it is meant.

    >>> A, B = sympy.MatrixSymbol("A", 2, 3), sympy.MatrixSymbol("B", 2, 3)
    >>> [f"{slip}: {meant}" for slip, meant in slips(Operation("times", A, B))][:2]
    ['a lost transpose: A.T*B', 'a lost transpose: A*B.T']
    """
    notation = Printed()
    for name, change in SHAPE_SLIPS:
        for path, node in _places(expression, ()):
            for meant in change(notation, node):
                yield name, _exchanged(expression, path, meant)


def _places(node: Any, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Any]]:
    if not isinstance(node, sympy.Basic):
        return
    yield path, node
    if isinstance(node, sympy.MatrixSymbol | sympy.IndexedBase):
        return
    for place, child in enumerate(node.args):
        yield from _places(child, (*path, place))


def _exchanged(node: Any, path: tuple[int, ...], new: Any) -> Any:
    if not path:
        return new
    args = list(node.args)
    args[path[0]] = _exchanged(args[path[0]], path[1:], new)
    return node.func(*args)


__all__ = ["slips"]
