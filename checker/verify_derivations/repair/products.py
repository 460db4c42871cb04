"""Edits of products of arrays: their order, transposes, and products by entries for products of matrices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verify_derivations.repair.parts import exchanged_at, product
from verify_derivations.repair.setting import Setting
from verify_derivations.term.syntax.nodes import ONE, ZERO, Bound, Delta, Entry, InverseEntry, Mul, Sum, Term
from verify_derivations.term.syntax.substitute import instantiate_bound, rebuild, shift
from verify_derivations.term.syntax.traverse import subterms


def order_of_product(term: Term, setting: Setting) -> Iterator[Term]:
    """A@B is meant as B@A: two arrays change places."""
    if isinstance(term, Sum | Mul):
        arrays = sorted({t.array for t in subterms(term) if isinstance(t, Entry)})
        for first, second in combinations(arrays, 2):
            if setting.has_like_shapes(first, second):
                yield _renamed(term, {first: second, second: first})


def _renamed(term: Term, names: dict[str, str]) -> Term:
    children = tuple(_renamed(child, names) for child in term.children)
    if isinstance(term, Entry):
        return Entry(names.get(term.array, term.array), children)
    return rebuild(term, children)


def swapped_index(term: Term, setting: Setting) -> Iterator[Term]:
    """The indices of an entry the wrong way round: a transpose, or its absence."""
    match term:
        case Entry(array, (row, column)):
            yield Entry(array, (column, row))
        case InverseEntry(matrix, row, column):
            yield InverseEntry(matrix, column, row)


def other_index(term: Term, setting: Setting) -> Iterator[Term]:
    """An index for another one of the same product: w_ij x_i for w_ij x_j."""
    if not isinstance(term, Mul):
        return
    indices = list(dict.fromkeys(i for f in term.factors for i in _indices(f)))
    for place, factor in enumerate(term.factors):
        match factor:
            case Entry(array, own):
                for k, index in enumerate(own):
                    for other in indices:
                        if other is not index:
                            new = Entry(array, exchanged_at(own, k, other))
                            yield product(*exchanged_at(term.factors, place, new))


def _indices(factor: Term) -> tuple[Term, ...]:
    match factor:
        case Entry(_, indices):
            return indices
        case Delta(left, right):
            return left, right
    return ()


def by_entries(term: Term, setting: Setting) -> Iterator[Term]:
    """A product of matrices is printed where the product by entries is meant."""
    match term:
        case Sum(_, _, _, Mul((Entry(a, (i, Bound(0))), Entry(b, (Bound(0), j))))):
            row, column = (instantiate_bound(index, ZERO) for index in (i, j))
            yield Mul((Entry(a, (row, column)), Entry(b, (row, column))))


def by_rows_and_columns(term: Term, setting: Setting) -> Iterator[Term]:
    """A product by entries is printed where the product of matrices is meant."""
    match term:
        case Mul((Entry(a, (_, _) as left), Entry(b, (_, _) as right))) if set(left) == set(right):
            for place in (0, 1):  # the index of the first factor that is summed over, not the one it keeps
                size, kept = setting.size(a, place), right.index(left[place])
                if size is not None:
                    factors = (Entry(a, _summed(left, place)), Entry(b, _summed(right, 1 - kept)))
                    yield Sum("k", ONE, size, Mul(factors))


def _summed(indices: tuple[Term, ...], place: int) -> tuple[Term, ...]:
    """The indices within a new sum, which binds the one at this place."""
    return exchanged_at(tuple(shift(index, 1) for index in indices), place, Bound(0))


__all__ = ["by_entries", "by_rows_and_columns", "order_of_product", "other_index", "swapped_index"]
