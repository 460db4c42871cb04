"""Letters that a section uses as numbers, though an earlier one declared them to be vectors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from verify_derivations.elaborate.notation.leibniz import leibniz
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.parse.tree import Digits, Fraction, Grid, Node, Scripts, nodes


def shown_numbers(roots: Iterable[Node], vectors: Collection[str]) -> frozenset[str]:
    """Those of these names, which may be vectors, that stand in these formulas where only numbers can.

    One vector alone is one if it stands below a line, beside a printed number, in a sine, to the power of 3:
    nothing is said of it then but what is true of the entries of a vector, too. With a second vector
    beside it a product could be meant that is none of numbers.

    Entries of a matrix that is written out are numbers if a letter that nobody declared stands in the same
    row, and one in the same column: blocks have capitals.
    """
    roots = list(roots)
    mentioned = {name for name in vectors if any(base_name(n) == name for root in roots for n in nodes(root))}
    in_grids = frozenset[str]().union(*(_entries(root, vectors) for root in roots))
    if mentioned <= in_grids and any(_settles(grid, vectors) for root in roots for grid in _grids(root)):
        return frozenset(mentioned)
    if len(mentioned) != 1:
        return frozenset()
    (name,) = mentioned
    usage = survey(roots)
    if name in usage.transposed | usage.behind_row | usage.within_operator or usage.entries.get(name):
        return frozenset()
    return frozenset(mentioned) if name in usage.numbers or _is_cubed(roots, name) else frozenset()


def _is_cubed(roots: Iterable[Node], name: str) -> bool:
    r"""The name has a power from 3 on, or a square that is differentiated once: \frac{d}{dx} x^2."""
    powers, order = [0], 0
    for node in (n for root in roots for n in nodes(root)):
        if isinstance(node, Scripts) and isinstance(node.sup, Digits) and base_name(node.base) == name:
            powers.append(int(node.sup.text) if node.sup.text.isdigit() and node.sub is None else 0)
        found = leibniz(node) if isinstance(node, Fraction) else None
        if found is not None:
            order = max(order, sum(n for _, n in found.variables) if found.sign == "d" else 9)
    return max(powers) >= 3 or (max(powers) == 2 and order == 1)


def _grids(root: Node) -> Iterator[Grid]:
    return (node for node in nodes(root) if isinstance(node, Grid))


def _entries(root: Node, vectors: Collection[str]) -> frozenset[str]:
    """The names that stand in matrices that are written out."""
    cells = (cell for grid in _grids(root) for row in grid.rows for cell in row)
    names = (base_name(node) for cell in cells for node in nodes(cell))
    return frozenset(name for name in names if name is not None and name in vectors)


def _settles(grid: Grid, vectors: Collection[str]) -> bool:
    """Two rows and columns of small letters, and beside and below each vector one that is none."""
    if len(grid.rows) < 2 or len({len(row) for row in grid.rows}) != 1 or len(grid.rows[0]) < 2:
        return False
    cells = [[_letters(cell) for cell in row] for row in grid.rows]
    if any(not name.islower() for row in cells for cell in row for name in cell):
        return False
    free = [[bool(cell) and not cell & set(vectors) for cell in row] for row in cells]
    return all(
        any(free[r]) and any(row[c] for row in free)
        for r, line in enumerate(cells)
        for c, cell in enumerate(line)
        if cell & set(vectors)
    )


def _letters(cell: Node) -> set[str]:
    names = (base_name(plain(node)) for node in nodes(cell))
    return {name for name in names if name is not None}


__all__ = ["shown_numbers"]
