"""Elements that are known to be positive though complex quantities occur in them, and products of such.

With `w = exp(i*u)`, `cos(u)` is `(w**2 + 1)/(2*w)`, and no sign of it can be told from that of `w`. But a
statement that takes its logarithm speaks only about points at which it is positive, and so is `3/cos(u)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from verify_derivations.kernel.algebra.field import Element, Field, as_rational

MOST_KNOWN = 8
"""So many elements are kept in mind."""


class Positive:
    """What is known of such elements in a field."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.known: list[Element] = []

    def learn(self, a: Element) -> None:
        """The element is real and not negative at every point of which the statement speaks."""
        if len(self.known) < MOST_KNOWN and a not in self.known:
            self.known.append(a)

    def sign(self, a: Element, sign: Callable[[Element], str], nonzero: Callable[[Element], bool]) -> str:
        """The sign of an element that is a product of known ones, their inverses and something else.

        Args:
            a: the element.
            sign: tells the sign of what else there is in it.
            nonzero: tells whether a known element is zero nowhere.
        """
        for known in self.known:
            ratio = as_rational(self.field.mul(a, self.field.inverse(known)))
            if ratio is not None:
                weak = "" if nonzero(known) else "0"
                return weak + ("+" if ratio > 0 else "-")
        # from here on known elements are divided by: what is left has a value wherever they are not zero
        for product in self._products([k for k in self.known if nonzero(k)]):
            rest = sign(self.field.mul(a, product))
            if rest not in ("r", "c"):
                return rest
        for known in self.known:
            left = self.field.mul(a, self.field.inverse(known))
            own = sign(left) if nonzero((left[1], self.field.one[0])) else "c"
            if own not in ("r", "c"):  # what is left has a value where the known one is zero, too
                return "0" + own[-1]
        return "c"

    def _products(self, strict: list[Element]) -> Iterator[Element]:
        """The known elements and their inverses, and products of two of them."""
        signed = [(j, e) for j, k in enumerate(strict) for e in (k, self.field.inverse(k))]
        yield from (e for _, e in signed)
        for (j, first), (k, second) in combinations(signed, 2):
            if j != k:
                yield self.field.mul(first, second)
