r"""Differentials, as d in `du = 2x\,dx`: a letter before names on both sides is no factor that cancels."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verify_derivations.elaborate.notation.indices import letter_of
from verify_derivations.elaborate.notation.leibniz import d_sign
from verify_derivations.elaborate.notation.names import plain
from verify_derivations.model import Alternative
from verify_derivations.parse.tree import Fenced, Node, Product, Scripts, nodes

VARIATIONS = frozenset(("\\delta", "\\Delta"))
"""Letters that are variations or differences where they stand before names."""

HELP = "write a derivative or an integral, or constant ${0}$ if it is a number"


def differentials(sides: Collection[Node], free: Collection[str]) -> Iterator[Alternative]:
    """What a letter of differentials may be that stands before something in both sides.

    Args:
        sides: the sides of a claim.
        free: names that were read as numbers of which nothing is known.
    """
    found = [list(_before_something(side)) for side in sides]
    for name, letter in {(name, letter) for name, letter, _ in found[0]} if found else ():
        of_what = [{what for other, _, what in side if other == name} for side in found]
        alike = len(of_what[0]) == 1 and "" not in of_what[0] and all(one == of_what[0] for one in of_what)
        if all(of_what) and not alike and (name in free or letter in free):  # f dx = g dx says that f = g
            yield Alternative(f"{letter} stands for a differential", HELP.format(letter))


def _before_something(root: Node) -> Iterator[tuple[str, str, str]]:
    """The letters that stand right before something in a product: how they are called, and printed; and the
    name that stands there, if it is no more than one."""
    for node in nodes(root):
        if not isinstance(node, Product):
            continue
        for (_, part), (sign, behind) in zip(node.parts, node.parts[1:], strict=False):
            letter = letter_of(part)
            name = d_sign(part) or (letter if letter in VARIATIONS else "")
            if name and sign == "" and (letter_of(behind) is not None or _is_more(behind)):
                yield name, letter or name, letter_of(behind) or ""


def _is_more(node: Node) -> bool:
    """A name with scripts, or something in brackets."""
    node = plain(node)
    return isinstance(node, Fenced) or (isinstance(node, Scripts) and letter_of(node.base) is not None)


__all__ = ["differentials"]
