"""The signs of sine and cosine where hypotheses hold their argument between two zeros."""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import mul, number
from verify_derivations.term.syntax.nodes import PI, Apply, Term

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.atoms import Atoms

HALF = Fraction(1, 2)

ARCS: dict[str, tuple[Fraction, Fraction]] = {
    "sin": (Fraction(0), Fraction(1)),
    "cos": (-HALF, Fraction(1)),
    "tan": (Fraction(0), HALF),
    "cot": (Fraction(0), HALF),
    "sec": (-HALF, Fraction(1)),
    "csc": (Fraction(0), Fraction(1)),
}
"""Where, in units of pi, an arc begins on which the function is positive, and how long it is. On the next one
it is negative, and so on; between two arcs it is zero or has no value."""

FARTHEST = 8
"""So many arcs are looked at on either side."""

ABOVE, BELOW = ("+", "0+", "0"), ("-", "0-", "0")


def sign_on_arc(v: Atoms, function: str, argument: Term) -> str:
    """The sign of the function where its real argument surely stays within one arc; else "".

    It is `+` or `-` within the arc, `0+` or `0-` where the ends, at which it may be zero, belong to it.

    Args:
        v: what is known.
        function: one of `ARCS`.
        argument: a real number.
    """
    first, length = ARCS[function]
    value = v.value(argument)

    @cache
    def above(k: int) -> str:
        """The sign of the argument less where arc k begins; "0" where it is just there."""
        beyond = v.field.sub(value, v.value(mul(number(first + length * k), PI)))
        return "0" if beyond[0].is_zero() else v.signs.of_element(beyond)

    if above(-FARTHEST) not in ABOVE or above(FARTHEST) not in BELOW:
        return ""  # it may be beyond all of them
    for k in sorted(range(-FARTHEST, FARTHEST), key=abs):
        if above(k) in ABOVE and above(k + 1) in BELOW:
            inside = above(k) == "+" and above(k + 1) == "-"
            return ("" if inside else "0") + ("-" if k % 2 else "+")
    return ""


def learn_waves(v: Atoms, terms: Set[Term]) -> None:
    """The signs of those of the terms that are such functions, as far as the hypotheses tell them.

    Terms may be added on the way: where tan(x) has a value, so has cos(x) in its place.
    """
    done: set[Term] = set()
    while waves := {t for t in terms if isinstance(t, Apply) and t.function in ARCS and not t.loose} - done:
        done |= waves
        for wave in sorted(waves, key=text):
            sign = sign_on_arc(v, wave.function, wave.arguments[0])
            if sign:
                value = v.value(wave)
                size = value if sign[-1] == "+" else v.field.neg(value)
                v.signs.learn(size, "> 0" if len(sign) == 1 else ">= 0")


__all__ = ["ARCS", "FARTHEST", "learn_waves", "sign_on_arc"]
