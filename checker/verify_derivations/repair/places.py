"""Where a term can be edited: at every place where a subterm stands, or at one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify_derivations.repair.edits import Edit
from verify_derivations.repair.setting import Setting
from verify_derivations.term.syntax.nodes import (
    ONE,
    Derivative,
    Entry,
    Family,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import All
from verify_derivations.term.syntax.substitute import rebuild

Path = tuple[int, ...]
"""The way from a term to a subterm: the place of a child at every node."""

MOST_PLACES = 4
"""A subterm that stands at more places than that is edited at all of them or not at all."""

SMALL = 9
"""Nodes that a term may have to be shown in the place of a number in it."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A term with one edit: what was exchanged, for what, and where (all `paths` at once)."""

    edit: Edit
    whole: Term
    paths: tuple[Path, ...]
    old: Term
    new: Term
    everywhere: bool


def edited(term: Term, edits: tuple[Edit, ...], setting: Setting) -> Iterator[Edited]:
    """Every edit of the term, edit by edit; each result once."""
    found = occurrences(term)
    seen = {term}
    for edit in edits:
        for old, all_paths in found.items():
            paths = tuple(p for p in all_paths if not _is_covered(term, p, edit))
            if not paths:
                continue
            for new in edit.change(old, setting):
                for chosen in _choices(_possible(term, paths, new)):
                    whole = exchanged_at(term, chosen, new)
                    if whole not in seen:
                        seen.add(whole)
                        yield Edited(edit, whole, chosen, old, new, len(chosen) == len(paths))


def _possible(term: Term, paths: tuple[Path, ...], new: Term) -> tuple[Path, ...]:
    """The places where this can be printed: one differentiates by a name; the size of a matrix is not printed
    in it; nobody prints a factor 1."""
    return tuple(path for path in paths if not path or _fits(at(term, path[:-1]), path[-1], new))


def _fits(parent: Term, place: int, new: Term) -> bool:
    match parent:
        case Derivative():
            return place == 0 or isinstance(new, Symbol | Entry)
        case Family():
            return place == len(parent.children) - 1
        case Mul() | Pow():
            return new is not ONE
    return True


def _choices(paths: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    if paths:
        yield paths
    if 1 < len(paths) <= MOST_PLACES:
        yield from ((path,) for path in paths)


def _is_covered(term: Term, path: Path, edit: Edit) -> bool:
    """What it stands in is edited instead, or not at all."""
    if path and isinstance(at(term, path[:-1]), edit.not_within):
        return True
    above = (at(term, path[:k]) for k in range(len(path))) if edit.not_inside else ()
    return any(isinstance(node, edit.not_inside) for node in above)


# ---- paths ---------------------------------------------------------------------------------------
def occurrences(term: Term) -> dict[Term, tuple[Path, ...]]:
    """Every subterm with all its places, from the top down.

    Not the conditions of cases: with an edit of one, a case may never apply, and then anything holds in it.
    """
    found: dict[Term, list[Path]] = {}
    level: list[tuple[Term, Path]] = [(term, ())]
    while level:
        below = []
        for node, path in level:
            found.setdefault(node, []).append(path)
            below += [
                (child, (*path, place)) for place, child in enumerate(node.children) if type(child) is not All
            ]
        level = below
    return {node: tuple(paths) for node, paths in found.items()}


def at(term: Term, path: Path) -> Term:
    """The subterm at a path."""
    for place in path:
        term = term.children[place]
    return term


def exchanged_at(term: Term, paths: tuple[Path, ...], new: Term) -> Term:
    """The term with `new` at these places, of which none lies within another.

    Within sums, `new` counts bound indices as the subterm does in whose place it comes.
    """
    if () in paths:
        return new
    children = []
    for place, child in enumerate(term.children):
        below = tuple(path[1:] for path in paths if path[0] == place)
        children.append(exchanged_at(child, below, new) if below else child)
    return rebuild(term, tuple(children))


# ---- what is shown -------------------------------------------------------------------------------
def shown(term: Term, change: Edited) -> tuple[Term, Term]:
    """What is said to be exchanged, for what: the change itself, or what it stands in if it says too little.

    A bare number says too little, and so does a symbol that becomes more than a symbol, or a term that stands
    at other places too and is right there; and what a sum binds cannot be shown outside of it.
    """
    path = change.paths[0]
    wide = path
    at_one_place = len(change.paths) == 1
    bare = isinstance(change.old, Number) or (not change.old.children and bool(change.new.children))
    says_little = at_one_place and (bare or not change.everywhere)
    if path and says_little and size(at(term, path[:-1])) <= SMALL:
        wide = path[:-1]
    while at(term, wide).loose or at(change.whole, wide).loose:
        wide = wide[:-1]
    return at(term, wide), at(change.whole, wide)


def size(term: Term) -> int:
    """The number of nodes, each as often as it is printed."""
    return 1 + sum(size(child) for child in term.children)


__all__ = ["Edited", "Path", "at", "edited", "exchanged_at", "occurrences", "shown", "size"]
