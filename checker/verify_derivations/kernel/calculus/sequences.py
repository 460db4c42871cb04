"""Powers of what is negative, along whole numbers: (-b)**e is b**e for even e, and -(b**e) for odd e.

Over the reals such a power has a value at no other number. So where one stands in a limit at an infinity, the
limit is that of a sequence: it exists if those along the even and along the odd numbers do, and are the same.
"""

from __future__ import annotations

from dataclasses import field

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.evaluation.hypergeometric import coefficients
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.nodes import Pow, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms


@dataclass
class Turns:
    """The powers of what is negative that were met.

    Args:
        name: the variable that goes along whole numbers.
        parity: 1 where these are even, -1 where they are odd; 0 where they need not be whole.
    """

    name: str
    parity: int
    slopes: set[int] = field(default_factory=set)

    def may_turn(self, base: Term, exponent: Term) -> bool:
        """The exponent is a whole number wherever the variable is one, and the base holds no such power.

        So the sign of the base does not depend on the parity.
        """
        inner = (t.exponent for t in subterms(base) if isinstance(t, Pow))
        return bool(
            self.parity
            and self._whole_affine(exponent) is not None
            and not any(self.name in free_symbols(e) for e in inner)
        )

    def turned(self, exponent: Term) -> int:
        """The sign of the power of a negative number, which is noted."""
        constant, slope = self._whole_affine(exponent) or (0, 0)
        self.slopes.add(slope)
        odd = constant + slope * (self.parity < 0)
        return -1 if odd % 2 else 1

    @property
    def met(self) -> bool:
        """There was one."""
        return bool(self.slopes)

    @property
    def only_whole(self) -> bool:
        """One of them has a value at whole numbers only."""
        return bool(self.slopes & {1, -1})

    def _whole_affine(self, exponent: Term) -> tuple[int, int] | None:
        """c and a != 0 where the exponent is a*n + c with whole numbers; None if it is of no such form."""
        try:
            found = [rational(c) for c in coefficients(exponent, self.name)]
        except TermError:
            return None
        whole = [int(c) for c in found if c is not None and c.denominator == 1]
        if len(whole) != 2 or len(found) != 2 or not whole[1]:
            return None
        return whole[0], whole[1]


__all__ = ["Turns"]
