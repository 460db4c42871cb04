r"""Equations beside one that holds up to O(x^2): they may be meant up to that, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify_derivations.model import Alternative

REMAINDER = re.compile(
    r"(?<![A-Za-z\\])(?:\\(?:mathcal|mathrm|mathit|operatorname)\s*\{?\s*[Oo]\s*\}?|[Oo])\s*"
    r"(?:\\[!,]\s*)?(?:\\(?:left|bigl?|Bigl?)\s*)?\(([^()$]*)"
)
"""O(...) and o(...), with what stands in the brackets."""

LETTER = re.compile(r"\\[A-Za-z]+|[A-Za-z]")

HELP = "vd: claim before it, if it holds exactly, or write \\approx"

LOOSE = re.compile(
    r"\\(?:d?frac|tfrac|sqrt|left|right|cdot|log|ln|sin|cos|exp|to|infty|[lr]?vert|max|min|quad)"
)
"""Commands that are no letters."""


def up_to_a_remainder(latex: str, near: str) -> Iterator[Alternative]:
    """The doubt that a formula leaves out what another one nearby writes as a remainder in its letters.

    Args:
        latex: the formula.
        near: what stands around it, this formula included.

    >>> [len([*up_to_a_remainder(latex, "$a = b + O(x^2)$")]) for latex in ("(1+x)^2 = 1+2x", "y^2 = y")]
    [1, 0]
    """
    letters = {*LETTER.findall(latex)}
    for found in REMAINDER.finditer(near):
        here = {*LETTER.findall(LOOSE.sub(" ", found[1]))} & letters
        if here:
            words = f"it holds up to {found[0].strip()}), as an equation beside it does"
            yield Alternative(words, HELP, covered=True, alien=True)
            return


__all__ = ["HELP", "up_to_a_remainder"]
