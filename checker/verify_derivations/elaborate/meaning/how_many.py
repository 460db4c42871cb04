r"""How many an index counts where its end is not printed: n, if \frac{1}{n}\sum_i is a mean."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.indices import big_sign, bound_letters
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.parse.remembered import remembered
from verify_derivations.parse.tree import Chain, Digits, Fraction, Node, Product, Scripts, nodes
from verify_derivations.term.syntax.nodes import Symbol, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

LETTERS = ("n", "N", "m", "M")
"""Letters that mostly say how many there are."""

OF_DATA = frozenset("ij")
"""Letters that number what a mean is of; others may number classes beside n data."""


def means_in(formulas: Iterable[Node]) -> dict[str, str]:
    r"""By the letter of a sum without an end, the name by which it is divided.

    >>> from verify_derivations.parse import parse
    >>> means_in([parse(r"\frac{1}{n} \sum_i x_i").root, parse(r"\frac{\sum_k y_k}{N}").root])
    {'i': 'n', 'k': 'N'}
    """
    found = dict[str, str]()
    for formula in formulas:
        found |= _means(formula)
    return found


@remembered
def _means(formula: Node) -> dict[str, str]:
    """Those of one formula."""
    found = dict[str, str]()
    for node in nodes(formula):
        match node:
            case Product(parts):
                for (_, one), (_, sign) in pairwise(parts):
                    found |= _mean(_inverted(one), sign)
                if parts[-1][0] == "/":
                    found |= _mean(parts[-1][1], parts[0][1])
            case Fraction("\\frac" | "\\dfrac" | "\\tfrac", Product(parts), bottom):
                found |= _mean(bottom, parts[0][1])
    return found


def how_many(reading: Elaborator, letter: str) -> Term:
    """The last value of a letter of which nothing is printed or declared."""
    unknown = reading.sizes.unknown(letter)
    known = reading.sizes.of(unknown)
    if known is not unknown:
        return known
    mean = reading.scope.means_of.get(letter) if letter in OF_DATA else None
    names = [mean] if mean is not None else [n for n in LETTERS if n in reading.scope.counting]
    for name in names:
        counts, another = f"{name} is how many {letter} there are", f"{name} is another number"
        options = (counts, another) if mean is not None else (another, counts)
        help = f"index ${letter} = 1, \\dots, {name}$"
        if reading.choose(Choice(f"last {letter}: {name}", options, help, usual=True)) == counts:
            reading.sizes.fit(unknown, Symbol(name))
            reading.notes.sizes.setdefault(name)
            return Symbol(name)
    return unknown


def _mean(below: Node | None, sign: Node) -> dict[str, str]:
    """The letter of a sum without an end, and the name below it."""
    name = base_name(below) if below is not None else None
    if name not in LETTERS or big_sign(sign) != "sum" or not isinstance(sign, Scripts):
        return {}
    if sign.sup is not None or sign.sub is None or isinstance(plain(sign.sub), Chain):
        return {}
    letters = bound_letters(sign)
    return {letters[0]: name} if len(letters) == 1 else {}


def _inverted(node: Node) -> Node | None:
    """What stands below a line with 1 above it."""
    match plain(node):
        case Fraction("\\frac" | "\\dfrac" | "\\tfrac", Digits("1"), bottom):
            return bottom
    return None


def counting(formulas: Iterable[Node], taken: Iterable[str]) -> frozenset[str]:
    """The letters among the names in formulas that may say how many there are."""
    printed = frozenset[str]().union(*map(names_in, formulas))
    return (printed & frozenset(LETTERS)) - frozenset(taken)


__all__ = ["counting", "how_many", "means_in"]
