r"""The rows of a display that is not read as a whole: one with unbalanced brackets spoils only itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify_derivations.errors import FormulaError
from verify_derivations.parse import parse
from verify_derivations.parse.commands import GRIDS
from verify_derivations.parse.tokens import Token, tokens
from verify_derivations.parse.tree import Node

OPENS = frozenset(("lbrace", "begin"))
CLOSES = frozenset(("rbrace", "end"))
RELATING = frozenset(("relation", "text", "prose", "separator"))
"""What may part a row in two statements, or in what is compared."""
LAYOUT = " \t\n\r&"
"""What may stand before a row without belonging to it."""


@dataclass(frozen=True)
class Row:
    """A row from `start` up to `end`: its notation, or why it is not read."""

    start: int
    end: int
    root: Node | None = None
    trouble: str = ""
    equates: bool = False
    """It goes on with equality signs and no other relation: what follows equals what stood before it."""


def rows_of(latex: str) -> list[Row]:
    r"""The rows of a formula, each read by itself; none if it has only one, or if none can be read.

    >>> [(row.root is not None, row.trouble) for row in rows_of(r"a &= b \\ &= (c \\ &= d")]
    [(True, ''), (False, 'the bracket ( is never closed'), (True, '')]
    """
    try:
        found = tokens(latex)
    except FormulaError:
        return []
    rows = [_read(latex, start, end) for start, end in _places(found) if latex[start:end].strip(LAYOUT)]
    return rows if len(rows) > 1 and any(row.root is not None for row in rows) else []


def _places(found: list[Token]) -> Iterator[tuple[int, int]]:
    """Where the rows stand that are in no braces, and in at most one environment.

    A row that neither begins with a relation sign nor with words may go on with what stands before it, and
    is taken together with that.
    """
    floor = int(found[0].kind == "begin" and found[0].name.rstrip("*") not in GRIDS)
    start, depth = found[0].end if floor else 0, floor
    for k, token in enumerate(found[floor:], floor):
        depth += (token.kind in OPENS) - (token.kind in CLOSES)
        ends = token.kind == "end-of-text" or depth < floor
        if ends or (token.kind == "row" and depth == floor and _begins(found[k + 1 :])):
            yield start, token.start
            start = token.end
        if ends:
            return


def _begins(found: list[Token]) -> bool:
    """A row begins here that does not go on with an expression."""
    first = next(token for token in found if token.kind not in ("amp", "quad"))
    return first.kind in ("relation", "text", "prose")


def _read(latex: str, start: int, end: int) -> Row:
    """The row by itself, at its place: what stands around it is blanked out."""
    start += len(latex[start:end]) - len(latex[start:end].lstrip(LAYOUT))
    end -= len(latex[start:end]) - len(latex[start:end].rstrip())
    try:
        root = parse(" " * start + latex[start:end]).root
    except FormulaError as error:
        return Row(start, end, trouble=error.message, equates=_equates(tokens(latex[start:end])))
    return Row(start, end, root)


def _equates(found: list[Token]) -> bool:
    return found[0].kind == "relation" and all(t.name == "=" for t in found if t.kind in RELATING)


__all__ = ["Row", "rows_of"]
