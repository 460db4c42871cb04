"""What the indices of entries run over: free indices take it from the axes, bound ones have to fit them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.arrays.affine import Interval, affine, extremum, surely_at_most
from verify_derivations.term.arrays.array import ShapeError
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.domain import DOMAINS
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import (
    ONE,
    ZERO,
    Binder,
    Bound,
    Delta,
    Entry,
    Family,
    InverseEntry,
    Number,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols

Range = tuple[str, Term, Term]
"""The printed name of a bound index, and its bounds."""


@dataclass
class IndexRanges:
    """The free indices of some terms, each with the size up to which it runs.

    Args:
        shapes: the sizes of the axes of every array.
        found: what is known of the free indices; what the terms tell is added.
        numbers: names that stand for numbers, and so are no free indices.

    >>> n = Symbol("n")
    >>> ranges = IndexRanges({"x": (n,)})
    >>> ranges.look_at(Entry("x", [Symbol("i")]))
    >>> {name: text(size) for name, size in ranges.found.items()}
    {'i': 'n'}
    """

    shapes: Mapping[str, Sequence[Term]]
    found: dict[str, Term] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()

    def look_at(self, *terms: Term) -> None:
        """Check all entries, and learn what the free indices run over.

        Raises:
            ShapeError: an index runs over another size than the axis.
            TermError: an index is no index, an array is not known.
        """
        for term in terms:
            for deltas in (False, True):  # entries tell what an index runs over, deltas may need to know
                self._walk(term, (), deltas, set())

    def _walk(
        self, term: Term, around: tuple[Range, ...], deltas: bool, seen: set[tuple[Term, tuple[Range, ...]]]
    ) -> None:
        if (term, around) in seen:
            return
        seen.add((term, around))
        if isinstance(term, Entry) and not deltas:
            self._entry(term, around)
        elif isinstance(term, Delta) and deltas:
            self._delta(term, around)
        elif isinstance(term, InverseEntry) and not deltas:
            sizes = _sizes(term.matrix)
            for index, size in zip((*term.row, *term.column), sizes, strict=True):
                self._fits(index, size, "the axis of an inverse", around)
        for child in term.children:
            inner = isinstance(term, Binder) and child is term.body
            self._walk(child, (*around, _range(term)) if inner else around, deltas, seen)

    def _entry(self, entry: Entry, around: tuple[Range, ...]) -> None:
        if entry.array not in self.shapes:
            raise TermError(
                f"{entry.array} has no declared shape", help=f'IndexedBase("{entry.array}", shape=(m, n))'
            )
        sizes = self.shapes[entry.array]
        if len(sizes) != len(entry.indices):
            raise ShapeError(
                f"{entry.array} has {len(sizes)} ind{'ices' if len(sizes) != 1 else 'ex'} and is used with "
                f"{len(entry.indices)}"
            )
        for index, size in zip(entry.indices, sizes, strict=True):
            self._fits(index, size, entry.array, around)

    def _fits(self, index: Term, size: Term, where: str, around: tuple[Range, ...]) -> None:
        """The index runs over the axis, or is one of its numbers."""
        match index:
            case Bound():
                self._bound_fits(index, size, where, around)
            case Symbol(name) if name in self.numbers:
                raise TermError(f"{name} is a number and is used as an index of {where}")
            case Symbol(name):
                known = self.found.setdefault(name, size)
                if known is not size:
                    raise ShapeError(f"the index {name} runs to {text(known)}, {where} to {text(size)}")
            case Number(value):
                last = rational(size) if not isinstance(size, Symbol) else 1
                if value.denominator != 1 or not 1 <= value <= (last or 1):
                    raise ShapeError(
                        f"there is surely no entry {value} of {where}, counted from 1 to {text(size)}"
                    )
            case _:
                self._affine_fits(index, size, where, around)

    def _affine_fits(self, index: Term, size: Term, where: str, around: tuple[Range, ...]) -> None:
        """An index such as k + 1 stays within the axis, whatever its value is."""
        names = {f"{name} {k}": (lower, upper) for k, (name, lower, upper) in enumerate(around)}
        opened = _with_names(index, around)
        form = affine(opened)
        ranges: dict[str, Interval] = {name: (ONE, last) for name, last in self.found.items()}
        for k, (name, (lower, upper)) in enumerate(names.items()):
            ranges[name] = _with_names(lower, around[:k]), _with_names(upper, around[:k])
        sizes = set(free_symbols(*(end for shape in self.shapes.values() for end in shape), size))
        if form is None or not {name for name, _ in form.parts} <= ranges.keys() | sizes:
            raise TermError(f"{text(index)} is no index of {where}; a name or a number is")
        domains = dict.fromkeys(sizes, DOMAINS["posint"])
        for small, large in ((ONE, opened), (opened, size)):
            if not surely_at_most(small, large, domains, ranges):
                first, last = (extremum(form, ranges, largest=end) for end in (False, True))
                runs = f"an index runs from {text(first)} to {text(last)}"
                raise ShapeError(f"{runs}, {where} is counted from 1 to {text(size)}")

    def _bound_fits(self, index: Bound, size: Term, where: str, around: tuple[Range, ...]) -> None:
        name, lower, upper = around[-1 - index.level]
        first, last, most = rational(lower), rational(upper), rational(size)
        starts = first is not None and first.denominator == 1 and first >= 1
        ends = upper is size or (last is not None and most is not None and last <= most)
        if starts and ends:
            return
        try:
            return self._affine_fits(index, size, where, around)
        except (TermError, ShapeError):  # the message below names the index
            pass
        raise ShapeError(
            f"{name} runs from {text(lower)} to {text(upper)}, {where} is counted from 1 to {text(size)}"
        )

    def _delta(self, delta: Delta, around: tuple[Range, ...]) -> None:
        """The two indices run over the same size."""
        sizes = [self._size(index, around) for index in delta.children]
        for index, other in ((0, 1), (1, 0)):
            symbol, size = delta.children[index], sizes[other]
            if isinstance(symbol, Symbol) and size is not None and symbol.name not in self.numbers:
                self._fits(symbol, size, "the other index of a Kronecker delta", around)

    def _size(self, index: Term, around: tuple[Range, ...]) -> Term | None:
        match index:
            case Bound(level) if around[-1 - level][1] is ONE:
                return around[-1 - level][2]
            case Symbol(name):
                return self.found.get(name)
        return None


def _range(binder: Term) -> Range:
    """The range of a bound index; the variable of a limit has none, and is no index."""
    if isinstance(binder, Limit) or not isinstance(binder, Binder):
        return "the variable of a limit", ZERO, ZERO
    return binder.index, binder.lower, binder.upper


def _with_names(index: Term, around: tuple[Range, ...]) -> Term:
    """The index with a name in the place of each bound index."""
    for k in reversed(range(len(around))):
        index = instantiate_bound(index, Symbol(f"{around[k][0]} {k}"))
    return index


def _sizes(matrix: Term) -> list[Term]:
    sizes = []
    while isinstance(matrix, Family):
        sizes.append(matrix.upper)
        matrix = matrix.body
    return sizes


__all__ = ["IndexRanges"]
