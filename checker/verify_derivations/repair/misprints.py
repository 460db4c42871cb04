"""Edits that no meaning of the names explains: the same names stand there as before, each as often."""

from __future__ import annotations

from collections import Counter

from verify_derivations.repair.places import occurrences
from verify_derivations.term.functions import FUNCTIONS
from verify_derivations.term.nodes import Apply, Entry, Symbol, Term


def keeps_names(printed: Term, edited: Term) -> bool:
    """An edit exchanges no symbol, no entry of an array and no unknown function for another.

    A line in which a name stands for what another one does elsewhere, or a summand is left out that is known
    to vanish, is away from what can be proved by an edit of another kind.

    >>> from verify_derivations.term.plain import parse_plain
    >>> keeps_names(parse_plain("a + 2*b"), parse_plain("a - 3*b"))
    True
    >>> keeps_names(parse_plain("a + 2*b"), parse_plain("a + 2*c"))
    False
    """
    return _named(printed) == _named(edited)


def _named(term: Term) -> Counter[Term | str]:
    """What is named in a term, and how often."""
    found = Counter[Term | str]()
    for part, paths in occurrences(term).items():
        match part:
            case Symbol() | Entry():
                found[part] += len(paths)
            case Apply(function) if function not in FUNCTIONS:
                found[function] += len(paths)
    return found


__all__ = ["keeps_names"]
