r"""How far the argument of a function reaches that stands without brackets: \sin k x, \log x/2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.tables import GREEDY, VARIABLES
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.parse.tree import Digits, Fenced, Node, Scripts

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]


def end_of_run(reading: Elaborator, word: str, parts: Parts, k: int, end: int) -> int:
    r"""Where the argument ends of what stands side by side from part k up to `end`.

    \sin k x is sin(kx) to everybody; \sin x y may be y sin(x) as well.
    """
    first = k
    if word in GREEDY and isinstance(plain(parts[k][1]), Digits) and k + 1 < end:
        first = k + 1
    shortest = first + 1
    if shortest < end and isinstance(_base(parts[shortest][1]), Fenced):
        shortest += 1
    if shortest >= end:
        return end
    usual = word not in GREEDY or base_name(_base(parts[first][1])) not in VARIABLES
    options = (f"{word} takes all that stands beside it", f"{word} takes the first factor only")
    key = "functions take all beside them" if usual else "functions take all letters beside them"
    choice = Choice(key, options, f"put brackets around the argument of {word}", usual=usual)
    return end if reading.choose(choice) == options[0] else shortest


def slash_belongs(reading: Elaborator, word: str, parts: Parts, k: int, end: int) -> bool:
    r"""Whether the quotient behind an argument without brackets is part of it: \sin x/2."""
    if end >= len(parts) or parts[end][0] != "/":
        return False
    name = base_name(parts[end][1])
    if name is not None and name in {base_name(_base(part)) for _, part in parts[k:end]}:
        return False  # nobody means sin(x/x)
    if end + 1 < len(parts) and parts[end + 1][0] == "":
        raise NotRead("it is open how far this quotient reaches", parts[end][1], help="put brackets")
    options = (f"{word} is divided", f"the argument of {word} is divided")
    choice = Choice("quotients behind functions", options, f"put brackets around the argument of {word}")
    return reading.choose(choice) == options[1]


def reaches_beyond(reading: Elaborator, word: str, parts: Parts, k: int) -> bool:
    r"""Whether the argument goes on behind its brackets at part k: \sin(n + 1)x."""
    if word not in GREEDY or k + 1 >= len(parts) or parts[k + 1][0] != "":
        return False
    if not isinstance(plain(parts[k][1]), Fenced) or base_name(_base(parts[k + 1][1])) is None:
        return False
    options = (f"{word} takes its brackets only", f"{word} takes what stands behind its brackets, too")
    choice = Choice("letters behind brackets", options, "write \\sin((n+1)x)", usual=True)
    return reading.choose(choice) == options[1]


def _base(node: Node) -> Node:
    node = plain(node)
    return plain(node.base) if isinstance(node, Scripts) else node


def is_a_numeral(below: Node, sign: str, behind: Node) -> bool:
    r"""The two factors behind a slash are one number by its power of ten: 5 \cdot 10^{-7}."""
    power = plain(behind)
    ten = plain(power.base) if isinstance(power, Scripts) and power.sup is not None else None
    return isinstance(plain(below), Digits) and sign != "/" and isinstance(ten, Digits) and ten.text == "10"


__all__ = ["end_of_run", "is_a_numeral", "reaches_beyond", "slash_belongs"]
