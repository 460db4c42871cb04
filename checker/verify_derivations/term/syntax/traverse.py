"""Going through terms: all subterms of some, their names, the functions that are applied in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from verify_derivations.term.syntax.nodes import (
    NO_NAMES,
    Apply,
    Binder,
    Delta,
    Determinant,
    Entry,
    InverseEntry,
    Term,
)


def subterms(*roots: Term) -> tuple[Term, ...]:
    """All distinct subterms, children before parents (those under a binder included).

    The order follows from the terms alone, not from when they were made: what a searcher finds must not
    depend on what its process did before.
    """
    if len(roots) == 1:
        return _subterms(roots[0])
    return tuple(dict.fromkeys(chain.from_iterable(map(_subterms, roots)))) if roots else ()


@lru_cache(maxsize=256)  # a claim asks for those of its sides again and again
def _subterms(root: Term) -> tuple[Term, ...]:
    try:
        found: dict[Term, None] = {}
        _find_below(root, found)
    except RecursionError:
        found = _found_without_recursion((root,))
    return tuple(found)


def _find_below(term: Term, found: dict[Term, None]) -> None:
    for child in term.children:
        if child not in found:
            _find_below(child, found)
    found[term] = None


def _found_without_recursion(roots: tuple[Term, ...]) -> dict[Term, None]:
    """The same for terms of any depth; it takes twice as long."""
    found: dict[Term, None] = {}
    stack = list(reversed(roots))
    while stack:
        top = stack.pop()
        if top in found:
            continue
        if all(child in found for child in top.children):
            found[top] = None
        else:  # what is below it is done first, then it is looked at again
            stack.append(top)
            stack.extend(reversed(top.children))
    return found


_WITHIN = (Binder, InverseEntry, Determinant, Entry, Delta)
"""What stands in these is not the term's own."""


@lru_cache(maxsize=4096)
def own_subterms(term: Term) -> tuple[Term, ...]:
    """The distinct subterms that do not stand under a bound index, or as an index, within the term; children
    first."""
    if not term.kinds & (Binder.kind | InverseEntry.kind | Determinant.kind | Entry.kind | Delta.kind):
        return _subterms(term)
    found: dict[Term, None] = {}
    stack: list[Term | tuple[Term]] = [term]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            found[top[0]] = None
        elif top not in found:
            stack.append((top,))
            if not isinstance(top, _WITHIN):
                stack.extend(reversed(top.children))
    return tuple(found)


def kinds(*roots: Term) -> int:
    """The bits of all nodes in the terms.

    >>> from verify_derivations.term.syntax.nodes import ONE, PI, Constant, Pow
    >>> bool(kinds(ONE, PI) & (Constant.kind | Pow.kind))
    True
    """
    found = 0
    for root in roots:
        found |= root.kinds
    return found


def free_symbols(*roots: Term) -> list[str]:
    """The names of the symbols that occur, sorted."""
    return sorted(NO_NAMES.union(*[root.names for root in roots]))


@lru_cache(maxsize=64)
def applications(*roots: Term) -> tuple[Apply, ...]:
    """All distinct applications of functions, arguments before what they are in."""
    with_calls = [root for root in roots if root.holds(Apply)]
    return tuple([term for term in subterms(*with_calls) if type(term) is Apply])


def applied_functions(*roots: Term) -> list[str]:
    """The names of the functions that are applied, sorted."""
    return sorted({term.function for term in applications(*roots)})


def walk(term: Term) -> Iterator[tuple[Term, int]]:
    """Every subterm with the numbers of binders around it, each such pair once; parents before children."""
    seen: set[tuple[Term, int]] = set()
    stack = [(term, 0)]
    while stack:
        pair = stack.pop()
        if pair not in seen:
            seen.add(pair)
            yield pair
            top, depth = pair
            below = [
                (child, depth + (isinstance(top, Binder) and child is top.body)) for child in top.children
            ]
            stack.extend(reversed(below))
