"""Edits that no meaning of the names explains: the same names stand there as before, each as often."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.nodes import Apply, Bound, Entry, Symbol, Term


def keeps_names(printed: Term, edited: Term) -> bool:
    """An edit exchanges no symbol, no entry of an array and no unknown function for another.

    But for a free index within a sum, which may be meant as the one that runs.

    A line in which a name stands for what another one does elsewhere, or a summand is left out that is known
    to vanish, is away from what can be proved by an edit of another kind.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> keeps_names(parse_plain("a + 2*b"), parse_plain("a - 3*b"))
    True
    >>> keeps_names(parse_plain("a + 2*b"), parse_plain("a + 2*c"))
    False
    """
    before, after = _named(printed), _named(edited)
    lost, gained = list(before - after), list(after - before)
    if len(lost) == len(gained) == 1:
        return _runs_now(lost[0], gained[0]) and (before - after).total() == (after - before).total()
    return not lost and not gained


def _runs_now(old: Term | str, new: Term | str) -> bool:
    """The index that runs stands where a free one is printed: x_i for x_j in a sum over i."""
    if not (isinstance(old, Entry) and isinstance(new, Entry) and old.array == new.array):
        return False
    pairs = list(zip(old.indices, new.indices, strict=True))
    return all(a is b or (isinstance(a, Symbol) and isinstance(b, Bound)) for a, b in pairs)


@lru_cache(maxsize=64)  # the printed line is compared with each of its edits
def _named(term: Term) -> Counter[Term | str]:
    """What is named in a term, and how often; an entry goes with its indices."""
    found, stack = Counter[Term | str](), [term]
    while stack:
        part = stack.pop()
        match part:
            case Symbol() | Entry():
                found[part] += 1
                continue
            case Apply(function) if function not in FUNCTIONS:
                found[function] += 1
        stack.extend(part.children)
    return found


__all__ = ["keeps_names"]
