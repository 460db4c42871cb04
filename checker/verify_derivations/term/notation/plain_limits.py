"""`limit(e, x, a)`, `limit(e, x, a, "+")`, `limit(e, x, a, "-")` in the plain notation."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.errors import TermError
from verify_derivations.term.notation.plain_syntax import Node
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.limit import Infinity, Limit
from verify_derivations.term.syntax.nodes import Symbol, Term

DIRECTIONS = {"+": "+", "-": "-", "+-": "", "": ""}


def limit(node: Node, read: Callable[[Node], Term]) -> Limit:
    """The limit that a call stands for.

    Args:
        node: the call.
        read: what reads an expression.

    Raises:
        TermError: it is not of that form.
    """
    if len(node.parts) not in (3, 4):
        raise TermError(f'column {node.at}: a limit is written limit(e, x, a), or limit(e, x, a, "+")')
    body, variable, point = (read(part) for part in node.parts[:3])
    if not isinstance(variable, Symbol):
        raise TermError(f"column {node.parts[1].at}: a limit is taken as a name goes to a point")
    side = node.parts[3] if len(node.parts) == 4 else None
    if side is not None and (side.kind != "text" or side.value not in DIRECTIONS):
        raise TermError(f'column {side.at}: the direction of a limit is "+" (from above) or "-" (from below)')
    direction = DIRECTIONS[str(side.value)] if side is not None else ""
    if isinstance(point, Infinity):
        direction = ""
    return Limit(variable.name, point, direction, bind(body, variable.name))


__all__ = ["limit"]
