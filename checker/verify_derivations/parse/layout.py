r"""What `\\`, `&` and wide spaces mean: nothing, or that one statement ends and another begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verify_derivations.parse.tokens import Token

LAYOUT = frozenset(("row", "amp", "quad"))
ENDS = frozenset(("close", "right", "rbrace", "end", "end-of-text"))
GO_ON = ENDS | {"separator", "relation", "multiply", "stack"}


def parts_statements(tokens: Sequence[Token], at: int, partner: Mapping[int, int], *, bracket: bool) -> bool:
    r"""Whether the layout at token `at`, behind a complete operand, parts two statements.

    Within a bracket a line goes on. A line that begins with a relation sign or an operator goes on with the
    line before it. One that begins with a sign is a new statement only if it has a relation of its own
    and no empty first cell says that it goes on.
    """
    k, ampersand, wide = at, False, True
    while tokens[k].kind in LAYOUT:
        ampersand |= tokens[k].kind == "amp"
        wide &= tokens[k].kind == "quad"
        k += 1
    following = tokens[k]
    if following.kind in GO_ON or (bracket and not wide):
        return False
    if following.kind == "add":
        return not ampersand and _has_relation(tokens, k, partner)
    return True


def _has_relation(tokens: Sequence[Token], at: int, partner: Mapping[int, int]) -> bool:
    """A relation sign stands between here and the end of the line."""
    while tokens[at].kind not in ENDS and tokens[at].kind != "row":
        if tokens[at].kind == "relation":
            return True
        at = partner.get(at, at) + 1
    return False
