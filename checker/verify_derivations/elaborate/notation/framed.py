"""What stands around a statement and says nothing: frames, and lines below it."""

from __future__ import annotations

from verify_derivations.elaborate.notation.names import plain
from verify_derivations.parse.tree import Accent, Chain, Listing, Node, Scripts

FRAMES = frozenset(
    r"""\boxed \Aboxed \fbox \framebox \underline \underbar \uline \uwave \underbrace \overbrace
    \underbracket \overbracket \overparen \underparen \ensuremath \smash \mathrm \mathbf \boldsymbol \bm
    \mathop""".split()
)
"""Commands that print their argument; what crosses it out, or denies it by a line above, is none of them."""


def framed(item: Node) -> Node | None:
    r"""The statements that stand in a frame or above a line, with a note at it or without; else None.

    >>> from verify_derivations.parse import parse
    >>> type(framed(parse(r"\boxed{a = b}").root)).__name__, framed(parse(r"\boxed{a}").root)
    ('Chain', None)
    """
    if isinstance(item, Scripts) and isinstance(item.base, Accent):
        item = item.base
    if not isinstance(item, Accent) or item.command not in FRAMES:
        return None
    inner = framed(item.body)
    if inner is not None:
        return inner
    body = plain(item.body)
    items = body.items if isinstance(body, Listing) else (body,)
    return body if any(isinstance(one, Chain) for one in items) else None


__all__ = ["framed"]
