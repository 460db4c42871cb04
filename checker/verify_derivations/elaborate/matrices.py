"""Matrices written out, and names that may stand for matrices: products of them have an order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify_derivations.elaborate.scope import Choice
from verify_derivations.elaborate.trouble import NotRead, ill_formed
from verify_derivations.elaborate.usage import quantity
from verify_derivations.elaborate.values import UNIT
from verify_derivations.parse.tree import Grid, Node
from verify_derivations.term.array import Array, scalar, tabulated
from verify_derivations.term.nodes import Add, Delta, Mul, Number, Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.terms import Elaborator

CAPITAL = re.compile(
    r"(?:[A-Z]|\\(?:mathbf|boldsymbol)\{.*\}|\\(?:Sigma|Lambda|Phi|Psi|Omega|Theta))'*(?:_.*)?"
)
"""Names by which authors call matrices: capitals, and bold letters."""


WRITTEN_OUT = frozenset("matrix pmatrix bmatrix Bmatrix smallmatrix psmallmatrix bsmallmatrix".split())


def grid(reading: Elaborator, node: Grid) -> Array:
    """A matrix written out; one column is a vector, one row a row, a single entry a number.

    Raises:
        NotRead: it is an array of another kind, or its rows differ in length.
    """
    if node.name not in WRITTEN_OUT:
        raise NotRead("an expression by cases or a table is not read yet", node)
    width = len(node.rows[0])
    if any(len(row) != width for row in node.rows):
        raise ill_formed("the rows of this matrix differ in length", node)
    entries = [[reading.term(cell) for cell in row] for row in node.rows]
    if width == len(entries) == 1:
        return scalar(entries[0][0])
    rows, columns = (Number(len(entries)),), (Number(width),)
    if width == 1:
        return tabulated([rows], lambda i: _picked([([*i], [k], row[0]) for k, row in enumerate(entries, 1)]))
    if len(entries) == 1:
        picked = [([k], entry) for k, entry in enumerate(entries[0], 1)]
        return tabulated([UNIT, columns], lambda _, j: _picked([([*j], at, entry) for at, entry in picked]))
    return tabulated(
        [rows, columns],
        lambda i, j: _picked(
            [([*i, *j], [r, c], e) for r, row in enumerate(entries, 1) for c, e in enumerate(row, 1)]
        ),
    )


def _picked(entries: list[tuple[list[Symbol], list[int], Term]]) -> Term:
    """The entry whose place the indices name."""
    return Add(
        [
            Mul((entry, *(Delta(index, Number(place)) for index, place in zip(indices, places, strict=True))))
            for indices, places, entry in entries
        ]
    )


def mind_the_order(reading: Elaborator, parts: tuple[tuple[str, Node], ...]) -> None:
    """Two names in one product that may be matrices: read as numbers, their order would not matter."""
    found = [name for _, part in parts if (name := quantity(part)) is not None and _may_be(reading, name)]
    if len(set(found)) < 2:
        return
    first, second = list(dict.fromkeys(found))[:2]
    options = (f"{first} and {second} are numbers", f"{first} and {second} are matrices")
    help = f"constant ${first}$, or ${first} \\in \\mathbb R^{{n\\times n}}$"
    reading.choose(Choice(f"{first} {second}", options, help, modelled=False, general=False))


def _may_be(reading: Elaborator, name: str) -> bool:
    scope = reading.scope
    known = name in scope.scalars or name in scope.defined or name in scope.functions or name in reading.bound
    return CAPITAL.fullmatch(name) is not None and not known and name not in scope.usage.numbers
