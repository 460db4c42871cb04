"""Substitution of terms for symbols; bound indices cannot be captured, they are counted from the inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from verify_derivations.errors import TermError
from verify_derivations.term.alternatives import AnyOf
from verify_derivations.term.limit import Limit
from verify_derivations.term.nodes import (
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
from verify_derivations.term.piecewise import All, Comparison, Piecewise


def rebuild(term: Term, children: tuple[Term, ...]) -> Term:
    """The same node over other children.

    Raises:
        TermError: the class of the node is unknown here.
    """
    if children == term.children:
        return term
    match term:
        case Add():
            return Add(children)
        case Mul():
            return Mul(children)
        case Pow():
            return Pow(*children)
        case Apply(name, _):
            return Apply(name, children)
        case Entry(array, _):
            return Entry(array, children)
        case Delta():
            return Delta(*children)
        case Derivative(_, _, order):
            return Derivative(children[0], children[1], order)
        case Antiderivative():
            return Antiderivative(*children)
        case Limit(index, _, direction, _):
            return Limit(index, children[0], direction, children[1])
        case Binder():
            return type(term)(term.index, *children)
        case Determinant():
            return Determinant(*children)
        case InverseEntry(_, row, _):
            matrix, *indices = children
            return InverseEntry(matrix, indices[: len(row)], indices[len(row) :])
        case Comparison(_, relation, _):
            return Comparison(children[0], relation, children[1])
        case All():
            return All(children)
        case AnyOf():
            return AnyOf(children)
        case Piecewise(values, _):
            return Piecewise(children[: len(values)], children[len(values) :])
    raise TermError(f"a {type(term).__name__} has no children to replace")


def _map(term: Term, depth: int, change: Callable[[Term, int], Term | None], memo: dict) -> Term:  # type: ignore[type-arg]
    """Replace every maximal subterm for which `change(subterm, binders around it)` gives one."""
    key = (term, depth)
    found = memo.get(key)
    if found is None:
        found = change(term, depth)
        if found is None:
            *outside, last = term.children or (None,)
            children = [_map(child, depth, change, memo) for child in outside]
            if last is not None:
                children.append(_map(last, depth + isinstance(term, Binder), change, memo))
            found = rebuild(term, tuple(children))
        memo[key] = found
    return found


def shift(term: Term, by: int, above: int = 0) -> Term:
    """The term moved under `by` more binders; indices below `above` belong to it and stay."""
    if by == 0 or term.loose <= above:
        return term

    def change(node: Term, depth: int) -> Term | None:
        if node.loose <= depth + above:
            return node
        return Bound(node.level + by) if isinstance(node, Bound) else None

    return _map(term, 0, change, {})


def substitute(term: Term, values: Mapping[str, Term]) -> Term:
    """Put terms for free symbols, all at once.

    A symbol by which the term is differentiated cannot be replaced by anything but a symbol: write the
    derivative out first (`term.differentiate.unfold`).

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

    def change(node: Term, depth: int) -> Term | None:
        if node.loose <= depth:
            return node
        if isinstance(node, Bound):
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
