"""Sizes of arrays that nobody declared: unknowns that are made equal where shapes have to fit."""

from __future__ import annotations

from verify_derivations.term.syntax.nodes import ONE, Symbol, Term

MARK = "?"
"""What the name of an unknown size begins with."""


class Sizes:
    """Unknown sizes, and which of them are equal.

    >>> sizes = Sizes()
    >>> a, b = sizes.unknown("x"), sizes.unknown("y")
    >>> sizes.fit(a, b), sizes.fit(b, Symbol("n")), sizes.of(a)
    (True, True, Symbol('n'))
    >>> sizes.fit(a, Symbol("m")), sizes.fit(sizes.unknown("z"), ONE)
    (False, False)
    """

    def __init__(self) -> None:
        self.parents: dict[str, Term] = {}

    def unknown(self, name: str) -> Symbol:
        """The unknown size of this name."""
        return Symbol(MARK + name)

    def of(self, size: Term) -> Term:
        """What a size is known to be; an unknown stands for all that equal it."""
        while isinstance(size, Symbol) and size.name in self.parents:
            size = self.parents[size.name]
        return size

    def fit(self, left: Term, right: Term) -> bool:
        """Make two sizes equal; False if they are known to be different.

        A size of which nothing is known is not 1: what fits for one entry alone is not meant.
        """
        left, right = self.of(left), self.of(right)
        if left is right:
            return True
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Symbol) and one.name.startswith(MARK) and other is not ONE:
                self.parents[one.name] = other
                return True
        return False


def is_unknown(size: Term) -> bool:
    """Nothing says yet what this size is."""
    return isinstance(size, Symbol) and size.name.startswith(MARK)


def in_words(size: Term) -> Term:
    """A size as it is shown: an unknown one by the name of its array.

    >>> in_words(Sizes().unknown("h:0")), in_words(Symbol("n"))
    (Symbol('size of h'), Symbol('n'))
    """
    if not isinstance(size, Symbol) or not is_unknown(size):
        return size
    name, _, place = size.name[len(MARK) :].replace("@", ":").rpartition(":")
    return Symbol(f"{'second size' if place == '1' else 'size'} of {name}")
