"""What a claim record says about arrays: shapes, indices, assumptions; and its terms entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.model import ArrayDeclaration, Claim, Definition
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.arrays.array import Array, Axis, ShapeError
from verify_derivations.term.arrays.plain_arrays import Shapes, parse_array
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain
from verify_derivations.term.syntax.nodes import ONE, ZERO, Entry, Family, Number, Symbol, Term
from verify_derivations.term.syntax.traverse import free_symbols

ASSUMPTIONS = ("sym", "inv", "spd", "orth", "pos", "simplex")
"""What may be assumed of an array: symmetric, invertible, symmetric positive definite, orthonormal columns,
positive entries, rows of nonnegative numbers that add up to 1."""

SQUARE = ("sym", "inv", "spd")

INDEX_NAMES = "ijklpqrstuvw"


@dataclass
class ArrayReader:
    """The arrays of one record, and the indices that its statements run over."""

    declared: dict[str, ArrayDeclaration]
    indices: dict[str, Term]
    functions: frozenset[str]
    taken: set[str]
    axes: dict[str, tuple[Axis, ...]] = field(default_factory=dict)
    size_domains: dict[str, Domain] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, declaration in self.declared.items():
            self.axes[name] = tuple((size,) for size in declaration.shape)

    @property
    def shapes(self) -> Shapes:
        return Shapes(self.axes, self.indices, self.functions, self.size_domains)

    def array(self, text: str) -> Array:
        """The array that a text stands for."""
        return parse_array(text, self.shapes)

    def definition(self, name: str, text: str) -> Definition:
        """A name for an array, from here on."""
        body = self.array(text)
        self.axes[name] = body.axes
        places = self._places(body.axes)
        head = Entry(name, places) if places else Symbol(name)
        return Definition(head, arrays.entry(body, places))

    def sides(self, left: str, right: str) -> tuple[Term, Term, dict[str, Term]]:
        """Both sides of a statement, entry by entry, and what the indices of the entries run over.

        Raises:
            ShapeError: they have different shapes.
        """
        lhs, rhs = self.array(left), self.array(right)
        if lhs.axes != rhs.axes:
            lhs, rhs = _zero_fits(lhs, rhs), _zero_fits(rhs, lhs)
        if lhs.axes != rhs.axes:
            raise ShapeError(
                f"the left side has the shape {arrays.shape_text(lhs)}, the right side "
                f"{arrays.shape_text(rhs)}"
            )
        places = self._places(lhs.axes)
        sizes = [size for axis in lhs.axes for size in axis]
        over = {place.name: size for place, size in zip(places, sizes, strict=True)}
        return arrays.entry(lhs, places), arrays.entry(rhs, places), over

    def given(self, left: str, relation: str, right: str) -> Claim:
        """An assumption; of arrays it is one about all entries."""
        lhs, rhs, over = self.sides(left, right)
        for name, size in reversed(over.items()):
            lhs = Family(name, ONE, size, bind(lhs, name))
            rhs = Family(name, ONE, size, bind(rhs, name))
        return Claim(lhs, relation, rhs)

    def _places(self, axes: tuple[Axis, ...]) -> list[Symbol]:
        """Symbols for the indices of an entry, other than every name of the record."""
        count = sum(len(axis) for axis in axes)
        free = (name for name in _index_names() if name not in self.taken)
        return [Symbol(name) for name, _ in zip(free, range(count), strict=False)]

    def sizes(self) -> set[str]:
        """The names of all sizes."""
        shapes = [size for declaration in self.declared.values() for size in declaration.shape]
        return set(free_symbols(*shapes, *self.indices.values()))


def _index_names() -> Iterable[str]:
    for prime in ("", "'", "''"):
        for letter in INDEX_NAMES:
            yield letter + prime


def _zero_fits(array: Array, other: Array) -> Array:
    """The number 0 stands for an array of zeros."""
    return arrays.filled_like(ZERO, other) if array.rank == 0 and array.body is ZERO else array


def declaration(name: str, said: Mapping[str, object], entries: Domain) -> ArrayDeclaration:
    """What a record says about one array.

    Raises:
        TermError: it makes no sense.
    """
    sizes = said.get("shape")
    if not isinstance(sizes, list | tuple):
        raise TermError(f"the shape of {name} is a list of sizes")
    shape = tuple(_size(size, f"the shape of {name}") for size in sizes)
    words = said.get("assume") or []
    if not isinstance(words, list | tuple) or any(word not in ASSUMPTIONS for word in words):
        raise TermError(f"{name}: what may be assumed is a list of " + ", ".join(ASSUMPTIONS))
    for word in words:
        if word in SQUARE and (len(shape) != 2 or shape[0] is not shape[1]):
            raise ShapeError(f"{name} is assumed to be {word} and is no square matrix")
        if word == "orth" and len(shape) != 2:
            raise ShapeError(f"{name} is assumed to be orth and is no matrix")
        if word == "simplex" and not shape:
            raise ShapeError(f"{name} is assumed to be simplex and is a number")
    if "pos" in words:
        entries = DOMAINS["positive"]
    elif "simplex" in words and entries is REAL:
        entries = DOMAINS["nonnegative"]
    return ArrayDeclaration(name, shape, tuple(w for w in words if w != "pos"), entries)


def index_sizes(said: Mapping[str, object]) -> dict[str, Term]:
    """What each declared index runs up to."""
    return {name: _last(last, f"the index {name}") for name, last in said.items()}


def _last(said: object, where: str) -> Term:
    """What an index runs up to: a size, or one and a number, as in `n - 1`."""
    if isinstance(said, str) and not said.isidentifier():
        form = affine(parse_plain(said))
        if form is not None and form.parts:
            return form.term()
    return _size(said, where)


def _size(said: object, where: str) -> Term:
    if isinstance(said, int) and not isinstance(said, bool) and said >= 1:
        return Number(said)
    if isinstance(said, str) and said.isidentifier():
        return Symbol(said)
    raise TermError(f"{where}: a size is a name or a whole number from 1")


__all__ = ["ASSUMPTIONS", "ArrayReader", "declaration", "index_sizes"]
