"""Limits and infinities.

An infinity is no number: it stands as the point of a limit, as a bound of a sum or an integral, or by itself
on one side of a claim.
"""

from __future__ import annotations

from typing import Literal

from verify_derivations.term.syntax.nodes import Binder, Integral, Sum, Term, _intern
from verify_derivations.term.syntax.traverse import kinds, subterms

Direction = Literal["+", "-", ""]


class Infinity(Term):
    """Plus or minus infinity."""

    __slots__ = ("sign",)
    __match_args__ = ("sign",)
    sign: int

    def __new__(cls, sign: int) -> Infinity:
        return _intern(cls, (sign,), ())


class Limit(Binder):
    """The limit of `body` as the bound variable goes to `point` (outside of the binder).

    `direction` is "+" from above, "-" from below, "" from both sides; at an infinity there is only one.
    """

    __slots__ = ("direction", "point")
    __match_args__ = ("index", "point", "direction", "body")
    point: Term
    direction: str

    def __new__(cls, index: str, point: Term, direction: str, body: Term) -> Limit:
        return _intern(cls, (index, point, direction, body), (point, body))

    def _own_loose(self) -> int:
        return max(self.point.loose, self.body.loose - 1)


OO = Infinity(1)

MINUS_OO = Infinity(-1)


def has_limits(*terms: Term) -> bool:
    """A limit occurs, or an infinity that is no bound of a sum or an integral."""
    if not kinds(*terms) & (Limit.kind | Infinity.kind):
        return False
    if any(isinstance(t, Infinity) for t in terms):
        return True
    for t in subterms(*terms):
        within = (t.body,) if isinstance(t, Sum | Integral) else t.children
        if isinstance(t, Limit) or any(isinstance(child, Infinity) for child in within):
            return True
    return False
