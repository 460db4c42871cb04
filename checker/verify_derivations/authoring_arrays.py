"""The arrays of one derivation: shapes, what is assumed of them, and statements about them entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import sympy
from sympy.assumptions.assume import AppliedPredicate

from verify_derivations.errors import AuthoringError, TermError
from verify_derivations.model import ArrayDeclaration, Claim, Definition
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, ShapeError
from verify_derivations.term.arrays.index_ranges import IndexRanges
from verify_derivations.term.arrays.matrix_operations import UNIT
from verify_derivations.term.sympy.from_sympy_arrays import array_from_sympy, name_of, size_of
from verify_derivations.term.sympy.printed_matrices import Number as PrintedNumber
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain
from verify_derivations.term.syntax.nodes import ONE, ZERO, Entry, Family, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms

WORDS: dict[str, str] = {
    "symmetric": "sym",
    "invertible": "inv",
    "positive definite": "spd",
    "orthonormal columns": "orth",
    "simplex rows": "simplex",
}
"""What may be assumed of an array, in words, and the word that an `ArrayDeclaration` has for it."""

PREDICATES: dict[str, str] = {
    "symmetric": "sym",
    "invertible": "inv",
    "positive_definite": "spd",
    "orthogonal": "orth",
}
"""The predicates of SymPy (`Q.symmetric(A)`) that mean the same."""

SQUARE = ("sym", "inv", "spd")

PLACES = "ijklpqrstuvw"


class Arrays:
    """What is known of the arrays of a derivation; it grows while the derivation is written."""

    def __init__(self) -> None:
        self.declared: dict[str, ArrayDeclaration] = {}
        self.defined: dict[str, tuple[Term, ...]] = {}
        self.indices: dict[str, Term] = {}
        self.numbers: set[str] = set()

    @property
    def shapes(self) -> dict[str, tuple[Term, ...]]:
        """The sizes of the axes of every array."""
        return {**{name: d.shape for name, d in self.declared.items()}, **self.defined}

    @property
    def sizes(self) -> list[str]:
        """The names of all sizes."""
        return free_symbols(
            *(size for shape in self.shapes.values() for size in shape), *self.indices.values()
        )

    def declarations(self) -> tuple[ArrayDeclaration, ...]:
        """The arrays that are declared and not defined, by name."""
        return tuple(self.declared[name] for name in sorted(self.declared) if name not in self.defined)

    # ---- what is said of arrays ------------------------------------------------------------------
    def note(self, expression: Any) -> None:
        """The shapes of the arrays that occur.

        Raises:
            AuthoringError: a name has two shapes.
        """
        found: Iterable[Any] = expression.atoms(sympy.MatrixSymbol, sympy.IndexedBase)
        for leaf in sorted(found, key=str):
            name, shape = str(name_of(leaf)), _shape(leaf)
            if shape is None or (not shape and not isinstance(leaf, sympy.IndexedBase)):
                continue  # a head that is being defined, or a number
            known = self.shapes.get(name)
            if known is None:
                self.declared[name] = ArrayDeclaration(name, shape)
            elif known != shape:
                raise AuthoringError(f"{name} is declared with two shapes", code="VD207")

    def declare(self, leaf: Any, domain: Domain, words: str | Iterable[str]) -> None:
        """Where the entries of an array live, and what is assumed of it."""
        self.note(leaf)
        name = str(name_of(leaf))
        for word in [words] if isinstance(words, str) else words:
            if word not in WORDS:
                raise AuthoringError(
                    f"{word!r} cannot be assumed of an array",
                    code="VD207",
                    help="one of: " + ", ".join(WORDS),
                )
            self._assume(name, WORDS[word])
        declaration = self.declared[name]
        if "simplex" in declaration.assumed and domain is REAL:
            domain = DOMAINS["nonnegative"]
        self.declared[name] = replace(declaration, entries=domain)

    def _assume(self, name: str, word: str) -> None:
        declaration = self.declared[name]
        shape = declaration.shape
        if (word in SQUARE and (len(shape) != 2 or shape[0] is not shape[1])) or (
            word == "orth" and len(shape) != 2
        ):
            raise AuthoringError(
                f"{name} is assumed to be {_in_words(word)} and has not the shape", code="VD207"
            )
        if word not in declaration.assumed:
            self.declared[name] = replace(declaration, assumed=(*declaration.assumed, word))

    def index(self, name: str, size: Any) -> None:
        """An index and what it runs up to."""
        self.indices[name] = size_of(size)

    def holds(self, relation: Any) -> bool:
        """A predicate such as Q.symmetric(A) is noted; False for anything else."""
        if not isinstance(relation, AppliedPredicate):
            return False
        word, leaf = PREDICATES.get(str(relation.function.name)), relation.arguments[0]
        if word is None or not isinstance(leaf, sympy.MatrixSymbol):
            raise AuthoringError(
                f"{relation} cannot be assumed",
                help="one of: " + ", ".join(f"Q.{name}(A)" for name in PREDICATES),
            )
        self.note(leaf)
        self._assume(str(leaf.name), word)
        return True

    # ---- statements --------------------------------------------------------------------------------
    def read(self, expression: Any) -> Array:
        """The array, or the number, that an expression prints."""
        if isinstance(expression, sympy.Basic | sympy.MatrixBase):
            self.note(expression)
        array = array_from_sympy(expression)
        both = set(self.shapes) & set(free_symbols(array.body))
        if both:
            raise AuthoringError(f"{min(both)} is both an array and a number", code="VD207")
        return array

    def sides(self, lhs: Array, rhs: Array) -> tuple[Term, Term, dict[str, Term]]:
        """Both sides of a statement, entry by entry, and what its free indices run over.

        Raises:
            ShapeError: the two sides have different shapes, or an index does not fit.
        """
        lhs, rhs = _zero_fits(lhs, rhs), _zero_fits(rhs, lhs)
        if lhs.axes != rhs.axes:
            shapes = f"{arrays.shape_text(lhs)}, the right side {arrays.shape_text(rhs)}"
            if any(len(axis) > 1 for axis in (*lhs.axes, *rhs.axes)):
                raise TermError(f"a Kronecker product and another matrix are not compared: left {shapes}")
            raise ShapeError(f"the left side has the shape {shapes}")
        places, over = self._places(lhs, rhs)
        left, right = arrays.entry(lhs, places), arrays.entry(rhs, places)
        return left, right, self.free_indices((left, right), over)

    def free_indices(self, terms: Iterable[Term], over: dict[str, Term] | None = None) -> dict[str, Term]:
        """The free indices of some terms, and what each runs over; `over` tells what is known."""
        terms, over = tuple(terms), over or {}
        used = set(free_symbols(*terms))
        if not self.shapes and not any(isinstance(t, Entry) for t in subterms(*terms)):
            return {name: size for name, size in sorted(over.items()) if name in used}
        numbers = frozenset(self.numbers | set(self.sizes))
        ranges = IndexRanges(self.shapes, {**self.indices, **over}, numbers)
        ranges.look_at(*terms)
        return {name: size for name, size in sorted(ranges.found.items()) if name in used}

    def _places(self, *sides: Array) -> tuple[list[Term], dict[str, Term]]:
        """Indices for the entries of arrays of one shape, other than every name there is."""
        names = self._free_names(free_symbols(*(side.body for side in sides)))
        places: list[Term] = []
        over: dict[str, Term] = {}
        for axis in sides[0].axes:
            for size in axis:
                places.append(ONE if axis == UNIT else Symbol(next(names)))
                if isinstance(places[-1], Symbol):
                    over[places[-1].name] = size
        return places, over

    def _free_names(self, taken: Iterable[str]) -> Iterator[str]:
        used = {*taken, *self.shapes, *self.sizes, *self.indices, *self.numbers}
        for prime in ("", "'", "''"):
            yield from (letter + prime for letter in PLACES if letter + prime not in used)

    def given(self, lhs: Array, sign: str, rhs: Array) -> Claim:
        """An assumption; of arrays, and of free indices, it is one about all entries."""
        left, right, over = self.sides(lhs, rhs)
        if over and sign != "=":
            raise AuthoringError(
                "of all entries of an array, an equation can be assumed, or a comparison with a number"
            )
        for name, size in reversed(over.items()):
            left = Family(name, ONE, size, bind(left, name))
            right = Family(name, ONE, size, bind(right, name))
        return Claim(left, sign, right)

    def bounded(self, lhs: Array, sign: str, rhs: Array) -> bool:
        """A comparison of the entries of an array with a number narrows where they live; False for others."""
        for side, number, relation in ((lhs, rhs, sign), (rhs, lhs, FLIPPED.get(sign, ""))):
            entry = arrays.entry(side, [Symbol(f"@{k}") for k in range(_count(side))])
            if not isinstance(entry, Entry) or entry.array not in self.declared or number.rank:
                continue
            if len({i for i in entry.indices if isinstance(i, Symbol)}) < len(entry.indices):
                continue
            declaration = self.declared[entry.array]
            known = {entry.array: declaration.entries}
            bounds = narrowed(known, Symbol(entry.array), relation, number.body)
            if bounds is not None:
                self.declared[entry.array] = replace(declaration, entries=bounds[entry.array])
                return True
        return False

    def bounds_of_sizes(self, domains: Mapping[str, Domain]) -> tuple[Claim, ...]:
        """What is said of sizes beyond that they are whole numbers from 1: hypotheses."""
        return tuple(
            Claim(Symbol(name), relation, Number(bound))
            for name in self.sizes
            for relation, bound in _bounds(domains.get(name, REAL))
        )

    def require_indices(self, names: Iterable[str], domains: Mapping[str, Domain]) -> None:
        """Nothing else is said of free indices than what they run over.

        Raises:
            TermError: a symbol was declared with bounds of its own.
        """
        for name in names:
            if list(_bounds(domains.get(name, REAL))):
                raise TermError(
                    f"{name} is declared {domains[name].describe(name)} and is used as an index",
                    help="an index runs over its whole axis; use another symbol",
                )

    # ---- definitions -------------------------------------------------------------------------------
    def define(self, head: Any, body: Array) -> Definition:
        """`head := body`, where head is an array (`h`) or an entry of one (`h[i]`).

        Raises:
            ShapeError: the shapes differ.
            AuthoringError: such a head cannot be defined.
        """
        leaf, indices = _taken_apart(head)
        name = str(name_of(leaf))
        if name in self.defined:
            raise AuthoringError(
                f"{name} is defined already", help="a new meaning needs a derivation of its own"
            )
        if indices is None:
            return self._whole(name, array_from_sympy(leaf), body)
        return self._by_entries(name, leaf, [str(i.name) for i in _distinct(head, indices)], body)

    def _whole(self, name: str, head: Array, body: Array) -> Definition:
        body = _zero_fits(body, head)
        if head.axes != body.axes:
            shapes = f"the shape {arrays.shape_text(head)} and is defined as {arrays.shape_text(body)}"
            raise ShapeError(f"{name} has {shapes}")
        places, over = self._places(head, body)
        left, right = arrays.entry(head, places), arrays.entry(body, places)
        self._only(name, right, over)
        self.defined[name] = tuple(over.values())
        return Definition(left, right)

    def _by_entries(self, name: str, leaf: Any, indices: list[str], body: Array) -> Definition:
        if body.rank:
            raise ShapeError(f"an entry of {name} is defined as an array of shape {arrays.shape_text(body)}")
        shape = _shape(leaf)
        over = {} if shape is None else dict(zip(indices, shape, strict=False))
        found = self._only(name, body.body, over, indices)
        missing = [i for i in indices if i not in found]
        if missing or (shape is not None and len(shape) != len(indices)):
            raise AuthoringError(
                f"the shape of {name} is not known", help=f'give it: IndexedBase("{name}", shape=(m, n))'
            )
        self.defined[name] = tuple(found[i] for i in indices)
        return Definition(Entry(name, [Symbol(i) for i in indices]), body.body)

    def _only(
        self, name: str, body: Term, over: dict[str, Term], indices: Iterable[str] = ()
    ) -> dict[str, Term]:
        """What the free indices of a definition run over; it must have no others than its head."""
        found = {**over, **self.free_indices([body], over)}
        others = sorted(set(found) - set(over) - set(indices))
        if others:
            raise AuthoringError(
                f"the definition of {name} depends on the index {others[0]}",
                help=f"give {name} that index: define({name}[{others[0]}], ...)",
            )
        return found

    def number(self, name: str, body: Array) -> Term:
        """The body of the definition of a number, which depends on no index."""
        if body.rank:
            raise ShapeError(
                f"{name} is a number and is defined as an array of shape {arrays.shape_text(body)}"
            )
        self._only(name, body.body, {})
        self.numbers.add(name)
        return body.body


def is_array_head(head: Any) -> bool:
    """What a definition of an array may have on its left: an array, or an entry of one."""
    leaf, _ = _taken_apart(head)
    return isinstance(leaf, sympy.MatrixSymbol | sympy.IndexedBase) and _shape(leaf) != ()


def _taken_apart(head: Any) -> tuple[Any, tuple[Any, ...] | None]:
    """An entry as its array and its indices; anything else has none."""
    if isinstance(head, sympy.Indexed):
        return head.base, tuple(head.indices)
    if isinstance(head, PrintedNumber) and head.name == "entry":
        return head.operands[0], head.operands[1:]
    return head, None


FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!=", "=": "="}


def _shape(leaf: Any) -> tuple[Term, ...] | None:
    """The sizes of the axes that have more than one entry; None where no shape is given."""
    if leaf.shape is None:
        return None
    return tuple(size for size in (size_of(size) for size in leaf.shape) if size is not ONE)


def _bounds(domain: Domain) -> Iterator[tuple[str, Fraction]]:
    """How a domain restricts the whole numbers from 1."""
    if domain.lower is not None and (domain.lower > 1 or (domain.lower == 1 and domain.lower_open)):
        yield (">" if domain.lower_open else ">="), domain.lower
    if domain.upper is not None:
        yield ("<" if domain.upper_open else "<="), domain.upper


def is_by_rows(side: Array, indices: list[str]) -> bool:
    """A matrix or a column, and the indices of its entries are in the order of its axes."""
    axes = side.axes[:1] if side.axes[1:] == (UNIT,) else side.axes
    plain = all(len(axis) == 1 and axis != UNIT for axis in axes)
    return bool(axes) and plain and len(indices) == len(axes) and not any("'" in name for name in indices)


def _distinct(head: Any, indices: Iterable[Any]) -> list[Any]:
    found = list(indices)
    if len(set(found)) < len(found) or not all(isinstance(i, sympy.Symbol) for i in found):
        raise AuthoringError(f"{head} cannot be defined: its indices are no distinct symbols")
    return found


def _count(side: Array) -> int:
    return sum(len(axis) for axis in side.axes)


def _in_words(word: str) -> str:
    return next(words for words, short in WORDS.items() if short == word)


def _zero_fits(array: Array, other: Array) -> Array:
    """The number 0 stands for an array of zeros."""
    return arrays.filled_like(ZERO, other) if array.rank == 0 and array.body is ZERO else array


__all__ = ["WORDS", "Arrays", "is_array_head", "is_by_rows"]
