"""Substitution of terms for symbols; bound indices cannot be captured, they are counted from the inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from verify_derivations.errors import TermError
from verify_derivations.term.syntax.alternatives import AnyOf
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import (
    Add,
    Antiderivative,
    Apply,
    Binder,
    Bound,
    Delta,
    Derivative,
    Determinant,
    Entry,
    InverseEntry,
    Mul,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise

REBUILT: dict[type[Term], Callable[[Any, tuple[Term, ...]], Term]] = {
    Add: lambda _, children: Add(children),
    Mul: lambda _, children: Mul(children),
    Pow: lambda _, children: Pow(*children),
    Apply: lambda term, children: Apply(term.function, children),
    Entry: lambda term, children: Entry(term.array, children),
    Delta: lambda _, children: Delta(*children),
    Derivative: lambda term, children: Derivative(children[0], children[1], term.order),
    Antiderivative: lambda _, children: Antiderivative(*children),
    Limit: lambda term, children: Limit(term.index, children[0], term.direction, children[1]),
    Determinant: lambda _, children: Determinant(*children),
    InverseEntry: lambda term, children: _inverse_entry(len(term.row), *children),
    Comparison: lambda term, children: Comparison(children[0], term.relation, children[1]),
    All: lambda _, children: All(children),
    AnyOf: lambda _, children: AnyOf(children),
    Piecewise: lambda term, children: Piecewise(children[: len(term.values)], children[len(term.values) :]),
}
"""How each class of nodes is made of other children; the other binders are made alike."""


def _inverse_entry(half: int, matrix: Term, *indices: Term) -> Term:
    return InverseEntry(matrix, indices[:half], indices[half:])


def rebuild(term: Term, children: tuple[Term, ...]) -> Term:
    """The same node over other children.

    Raises:
        TermError: the class of the node is unknown here.
    """
    if children == term.children:
        return term
    kind = type(term)
    make = REBUILT.get(kind)
    if make is not None:
        return make(term, children)
    if isinstance(term, Binder):
        return kind(term.index, *children)  # type: ignore[call-arg]  # all of them take the same
    raise TermError(f"a {kind.__name__} has no children to replace")


def _map(term: Term, depth: int, change: Callable[[Term, int], Term | None], memo: dict) -> Term:  # type: ignore[type-arg]
    """Replace every maximal subterm for which `change(subterm, binders around it)` gives one."""
    changed = change(term, depth)
    if changed is not None:
        return changed
    key = (term, depth)
    found: Term | None = memo.get(key)
    if found is None:
        children = term.children
        if isinstance(term, Binder):
            made = [_map(child, depth, change, memo) for child in children[:-1]]
            made.append(_map(children[-1], depth + 1, change, memo))
        else:
            made = [_map(child, depth, change, memo) for child in children]
        found = memo[key] = rebuild(term, tuple(made))
    return found


def shift(term: Term, by: int, above: int = 0) -> Term:
    """The term moved under `by` more binders; indices below `above` belong to it and stay."""
    if by == 0 or term.loose <= above:
        return term

    def change(node: Term, depth: int) -> Term | None:
        if node.loose <= depth + above:
            return node
        return Bound(node.level + by) if type(node) is Bound else None

    return _map(term, 0, change, {})


def substitute(term: Term, values: Mapping[str, Term]) -> Term:
    """Put terms for free symbols, all at once.

    A symbol by which the term is differentiated cannot be replaced by anything but a symbol: write the
    derivative out first (`term.calculus.unfold`).

    Raises:
        TermError: a variable of a derivative would be replaced by an expression.
    """

    wanted = values.keys()
    if not wanted & term.names:
        return term

    def change(node: Term, depth: int) -> Term | None:
        if not wanted & node.names:
            return node
        if isinstance(node, Symbol):
            value = values.get(node.name)
            return node if value is None else shift(value, depth)
        if isinstance(node, Derivative) and isinstance(node.variable, Symbol):
            value = values.get(node.variable.name)
            if value is not None and not isinstance(value, Symbol):
                raise TermError(f"a derivative by {node.variable.name} cannot be taken by an expression")
        return None if node.children else node

    return _map(term, 0, change, {})


def instantiate_bound(body: Term, value: Term) -> Term:
    """The body of a binder with its index replaced by `value` (a term outside the binder)."""
    return _instance(body, value) if body.loose else body


INSTANCES = 1 << 16
"""So many are kept: sums are written out, evaluated and proved with the same members again and again."""


@lru_cache(INSTANCES)
def _instance(body: Term, value: Term) -> Term:
    def change(node: Term, depth: int) -> Term | None:
        if node.loose <= depth:
            return node
        if type(node) is Bound:
            return shift(value, depth) if node.level == depth else Bound(node.level - 1)
        return None

    return _map(body, 0, change, {})


def exchanged(term: Term, old: Term, new: Term, *, throughout: bool = False) -> Term:
    """The term with every occurrence of a subterm exchanged that stands under no binder.

    With `throughout`, those under binders too: for an old term that holds no index of a binder around it.
    """

    def change(node: Term, depth: int) -> Term | None:
        if node is old and (depth == 0 or throughout):
            return shift(new, depth)
        return None if node.children else node

    return _map(term, 0, change, {})
