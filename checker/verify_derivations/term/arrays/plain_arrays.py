"""The plain notation for arrays: NumPy's meaning, entry by entry, into `term.arrays.array`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from fractions import Fraction
from functools import partial

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.affine import Interval
from verify_derivations.term.arrays.array import Array, Axis, ShapeError, avoiding
from verify_derivations.term.arrays.index_places import fits
from verify_derivations.term.notation.plain import NAMES, SPELLINGS, Reading
from verify_derivations.term.notation.plain_syntax import Node, parse
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    ZERO,
    Add,
    Binder,
    Delta,
    Entry,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import free_symbols


@dataclass(frozen=True)
class Shapes:
    """What is known of the arrays of a text: the axes of each name, the size of each index, the functions."""

    axes: Mapping[str, tuple[Axis, ...]]
    indices: Mapping[str, Term] = field(default_factory=dict)
    functions: Collection[str] = ()
    sizes: Mapping[str, Domain] = field(default_factory=dict)
    """Where sizes lie, as far as that is known; every size is a whole number from 1."""


def parse_array(text: str, shapes: Shapes) -> Array:
    """Read an expression whose names may be arrays.

    Raises:
        ShapeError: the shapes of two parts do not fit.
        TermError: the text is no expression, or uses something that has no meaning here.

    >>> from verify_derivations.term.syntax.nodes import Symbol
    >>> m, n = Symbol("m"), Symbol("n")
    >>> X = parse_array("T(X) @ (X @ w)", Shapes({"X": ((m,), (n,)), "w": ((n,),)}))
    >>> arrays.shape_text(X)
    '(n)'
    """
    sizes = [size for axes in shapes.axes.values() for axis in axes for size in axis]
    with avoiding(free_symbols(*sizes)):
        return ArrayReading(shapes).array(parse(text))


class ArrayReading:
    """One text, with what is known of its names."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.scalars = Reading(shapes.functions)
        self.bound: dict[str, Interval] = {}

    def array(self, node: Node) -> Array:
        """The array that a piece of the text stands for."""
        rule = KINDS.get(node.kind)
        if rule is None:
            return arrays.scalar(self.scalars.term(node))  # numbers; or it says why it is no expression
        try:
            return rule(self, node)
        except ShapeError as error:
            if error.message.startswith("column "):
                raise
            raise ShapeError(f"column {node.at}: {error.message}") from error

    def number(self, node: Node, what: str) -> Term:
        """The term of a piece that has to be a number."""
        found = self.array(node)
        if found.rank:
            raise ShapeError(f"column {node.at}: {what} is a number, not an array of shape {shape(found)}")
        return found.body

    def name(self, node: Node) -> Array:
        name = str(node.value)
        if name in self.shapes.axes:
            return arrays.tabulated(
                self.shapes.axes[name], lambda *groups: entry_of(name, [i for g in groups for i in g])
            )
        return arrays.scalar(self.scalars.name(node))

    def negative(self, node: Node) -> Array:
        inner = self.array(node.parts[0])
        return arrays.elementwise(_negated, inner)

    def sum(self, node: Node) -> Array:
        parts = [self.array(part) for part in node.parts]

        def make(*terms: Term) -> Term:
            first, *rest = terms
            flat = list(first.terms) if isinstance(first, Add) else [first]
            for sign, term in zip(str(node.value), rest, strict=True):
                flat.append(term if sign == "+" else Mul((MINUS_ONE, term)))
            return Add(flat)

        return arrays.elementwise(make, *parts)

    def product(self, node: Node) -> Array:
        out = self.array(node.parts[0])
        for sign, part in zip(str(node.value), node.parts[1:], strict=True):
            out = OPERATORS[sign](out, self.array(part))
        return out

    def power(self, node: Node) -> Array:
        base, exponent = (self.array(part) for part in node.parts)
        if exponent.rank:
            raise ShapeError(f"an exponent is a number, not an array of shape {shape(exponent)}")
        return arrays.elementwise(self.scalars.raised, base, exponent)

    def index(self, node: Node) -> Array:
        """X[i, j], or X[i]: a row of a matrix."""
        array = self.array(node.parts[0])
        indices = [self.number(part, "an index") for part in node.parts[1:]]
        if len(indices) > array.rank:
            raise ShapeError(f"{len(indices)} indices for an array of shape {shape(array)}")
        for index, axis in zip(indices, array.axes, strict=False):
            fits(index, axis, self.shapes.indices, self.bound, self.domains())
        rest = array.axes[len(indices) :]
        return arrays.tabulated(rest, lambda *groups: arrays.at(array, *([i] for i in indices), *groups))

    def domains(self) -> dict[str, Domain]:
        """Where the sizes lie; all of them are whole numbers from 1 on."""
        named = [size for axes in self.shapes.axes.values() for axis in axes for size in axis]
        names = free_symbols(*named, *self.shapes.indices.values())
        return {**dict.fromkeys(names, DOMAINS["posint"]), **self.shapes.sizes}

    def call(self, node: Node) -> Array:
        name = str(node.value)
        if name not in self.shapes.functions:
            name = FORM_SPELLINGS.get(name, name)
        if name in FORMS and name not in self.shapes.functions:
            count, rule = FORMS[name]
            if len(node.parts) not in count:
                wanted = " or ".join(str(c) for c in count)
                raise TermError(f"column {node.at}: {name} takes {wanted} arguments")
            return rule(self, node)
        return self.elementwise(node)

    def elementwise(self, node: Node) -> Array:
        """A function of numbers, of each entry."""
        parts = [self.array(part) for part in node.parts if part.kind != "tuple"]
        if len(parts) < len(node.parts) or not parts:
            return arrays.scalar(self.scalars.call(node))
        return arrays.elementwise(lambda *terms: self.scalars.called(node, list(terms)), *parts)

    # ---- names -----------------------------------------------------------------------------------
    def index_name(self, node: Node) -> tuple[str, Term]:
        """A declared index and its size."""
        if node.kind != "name" or str(node.value) not in self.shapes.indices:
            raise TermError(f"column {node.at}: a declared index was expected")
        return str(node.value), self.shapes.indices[str(node.value)]

    def variable(self, node: Node) -> tuple[str, Array]:
        """The name by which something is differentiated, and the array it stands for."""
        if node.kind != "name":
            raise TermError(f"column {node.at}: a derivative is taken by a name")
        return str(node.value), self.name(node)

    def sizes(self, node: Node) -> list[Term]:
        return [self.number(part, "a size") for part in node.parts]


def entry_of(name: str, indices: list[Symbol]) -> Term:
    """The entry of a named array; of a name without axes, the symbol."""
    return Entry(name, indices) if indices else Symbol(name)


def shape(array: Array) -> str:
    return arrays.shape_text(array)


def _negated(term: Term) -> Term:
    return Number(-term.value) if isinstance(term, Number) else Mul((MINUS_ONE, term))


def _times(a: Term, b: Term) -> Term:
    return Mul((*(a.factors if isinstance(a, Mul) else (a,)), b))


OPERATORS: dict[str, Callable[[Array, Array], Array]] = {
    "*": lambda a, b: arrays.elementwise(_times, a, b),
    "/": lambda a, b: arrays.elementwise(lambda x, y: _times(x, Pow(y, MINUS_ONE)), a, b),
    "@": arrays.matmul,
}
"""What an operator does with two arrays."""


# ---- the functions of arrays -----------------------------------------------------------------------
def _over_index(reading: ArrayReading, node: Node) -> Array:
    """S(i, e): the sum of e over all values of the index."""
    name, size = reading.index_name(node.parts[0])
    body = reading.array(node.parts[1])
    return arrays.elementwise(lambda term: Sum(name, ONE, size, bind(term, name)), body)


def _over_range(kind: type[Binder]) -> Callable[[ArrayReading, Node], Array]:
    """Sum(e, (k, a, b), ...) and prod(e, (k, a, b), ...); the first range is the innermost, as in SymPy."""

    def read(reading: ArrayReading, node: Node) -> Array:
        ranges = [_range(reading, part) for part in node.parts[1:]]
        before = dict(reading.bound)
        try:
            found: list[tuple[str, Interval]] = []
            for name, lower, upper in reversed(ranges):  # a range may hold the indices of those around it
                bounds = reading.number(lower, "a bound"), reading.number(upper, "a bound")
                found.insert(0, (name, bounds))
                reading.bound[name] = bounds
            out = reading.array(node.parts[0])
        finally:
            reading.bound = before
        for name, (first, last) in found:
            out = arrays.elementwise(partial(_bound, kind, name, first, last), out)
        return out

    return read


def _bound(kind: type[Binder], name: str, first: Term, last: Term, body: Term) -> Term:
    return kind(name, first, last, bind(body, name))


def _range(reading: ArrayReading, node: Node) -> tuple[str, Node, Node]:
    if node.kind != "tuple" or len(node.parts) != 3 or node.parts[0].kind != "name":
        raise TermError(f"column {node.at}: a range is written (k, a, b)")
    name = str(node.parts[0].value)
    if name in reading.shapes.axes or name in reading.domains() or name in NAMES:
        raise TermError(f"column {node.at}: {name} is a name already and cannot be an index here")
    return name, node.parts[1], node.parts[2]


def _delta(reading: ArrayReading, node: Node) -> Array:
    left, right = (reading.number(part, "an index") for part in node.parts)
    names = [i.name for i in (left, right) if isinstance(i, Symbol) and i.name not in reading.bound]
    sizes = [reading.shapes.indices.get(name) for name in names]
    if len(sizes) == 2 and sizes[0] is not sizes[1]:
        raise ShapeError("the two indices of delta run over different sizes")
    return arrays.scalar(Delta(left, right))


def _sum(reading: ArrayReading, node: Node) -> Array:
    array = reading.array(node.parts[0])
    if len(node.parts) == 1:
        return arrays.total(array)
    axis = node.parts[1].value
    if not isinstance(axis, Fraction) or axis.denominator != 1 or not axis < array.rank:
        raise TermError(f"column {node.parts[1].at}: an axis of a shape {shape(array)} was expected")
    return arrays.total_along(array, int(axis))


def _gradient(reading: ArrayReading, node: Node) -> Array:
    name, variable = reading.variable(node.parts[1])
    return arrays.gradient(reading.array(node.parts[0]), name, variable)


def _jacobian(reading: ArrayReading, node: Node) -> Array:
    name, variable = reading.variable(node.parts[1])
    return arrays.jacobian(reading.array(node.parts[0]), name, variable)


def _by_entry(reading: ArrayReading, node: Node) -> Array:
    """D(e, X[i, j]), or D(e, x)."""
    body, by = reading.array(node.parts[0]), node.parts[1]
    if by.kind != "index":
        name, variable = reading.variable(by)
        return arrays.jacobian(body, name, variable)
    if by.parts[0].kind != "name":
        raise TermError(f"column {by.at}: a derivative is taken by an entry of a named array")
    if reading.index(by).rank:
        raise ShapeError(f"column {by.at}: a derivative by one entry needs all of its indices")
    indices = [reading.number(part, "an index") for part in by.parts[1:]]
    name = str(by.parts[0].value)
    return arrays.elementwise(lambda term: arrays.by_entry(term, name, indices), body)


def _derivative(reading: ArrayReading, node: Node) -> Array:
    """diff(e, x, ...) by numbers; by an array or an entry, of a number, once."""
    by = node.parts[1]
    if by.kind != "index" and str(by.value) not in reading.shapes.axes:
        return reading.elementwise(node)
    if len(node.parts) > 2:
        raise TermError(f"column {by.at}: diff takes one derivative by an array or an entry; nest them")
    if reading.array(node.parts[0]).rank and by.kind != "index":
        raise TermError(f"column {by.at}: the derivative of an array by an array is written jac(F, x)")
    return _by_entry(reading, node)


def _differential(reading: ArrayReading, node: Node) -> Array:
    name, variable = reading.variable(node.parts[1])
    return arrays.differential(reading.array(node.parts[0]), name, variable, reading.array(node.parts[2]))


def _logdet(array: Array) -> Array:
    return arrays.applied("log", arrays.determinant(array))


def _of_arrays(make: Callable[..., Array]) -> Callable[[ArrayReading, Node], Array]:
    return lambda reading, node: make(*(reading.array(part) for part in node.parts))


FORM_SPELLINGS = {
    **{word: form for word, form in SPELLINGS.items() if form in ("Sum", "Product")},
    "transpose": "T",
    "Transpose": "T",
    "Inverse": "inv",
    "Determinant": "det",
    "trace": "tr",
    "Trace": "tr",
    "identity": "eye",
    "Identity": "eye",
    "OneMatrix": "ones",
    "ZeroMatrix": "zeros",
}
"""Other names of them, SymPy's and NumPy's."""

FORMS: dict[str, tuple[tuple[int, ...], Callable[[ArrayReading, Node], Array]]] = {
    "T": ((1,), _of_arrays(arrays.transpose)),
    "inv": ((1,), _of_arrays(arrays.inverse)),
    "det": ((1,), _of_arrays(arrays.determinant)),
    "logdet": ((1,), _of_arrays(_logdet)),
    "tr": ((1,), _of_arrays(arrays.trace)),
    "outer": ((2,), _of_arrays(arrays.outer)),
    "diag": ((1,), _of_arrays(arrays.diagonal_matrix)),
    "diagv": ((1,), _of_arrays(arrays.diagonal)),
    "kron": ((2,), _of_arrays(arrays.kron)),
    "vec": ((1,), _of_arrays(arrays.vec)),
    "norm": ((1,), _of_arrays(arrays.norm)),
    "softmax": ((1,), _of_arrays(arrays.softmax)),
    "eye": ((1,), lambda reading, node: arrays.identity(*reading.sizes(node))),
    "ones": ((1, 2), lambda reading, node: arrays.filled(ONE, reading.sizes(node))),
    "zeros": ((1, 2), lambda reading, node: arrays.filled(ZERO, reading.sizes(node))),
    "sum": ((1, 2), _sum),
    "S": ((2,), _over_index),
    "Sum": ((2, 3, 4), _over_range(Sum)),
    "Product": ((2, 3, 4), _over_range(Product)),
    "delta": ((2,), _delta),
    "grad": ((2,), _gradient),
    "jac": ((2,), _jacobian),
    "D": ((2,), _by_entry),
    "diff": (tuple(range(2, 12)), _derivative),
    "dd": ((3,), _differential),
}
"""The functions of whole arrays, by name: how many arguments, and what they mean."""

KINDS: dict[str, Callable[[ArrayReading, Node], Array]] = {
    "name": ArrayReading.name,
    "negative": ArrayReading.negative,
    "sum": ArrayReading.sum,
    "product": ArrayReading.product,
    "power": ArrayReading.power,
    "index": ArrayReading.index,
    "call": ArrayReading.call,
}

__all__ = ["ArrayReading", "Shapes", "parse_array"]
