"""The nodes of the term language. Terms are immutable and interned: equal terms are the same object.

A node keeps what was printed: nothing is folded, cancelled or sorted here. Bound indices are counted
from the inside (de Bruijn), so that no operation can capture one; the printed name of a bound index is
kept for printing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import count
from typing import Any, ClassVar, TypeVar

T = TypeVar("T", bound="Term")
_BITS = count()

MANY = 16
"""The names of so many children and more are collected at once; one by one takes the square of the time."""


class Term:
    """A term. Use the classes below, or the smart constructors of `term.syntax.build`."""

    __slots__ = ("children", "kinds", "loose", "names")
    __match_args__: ClassVar[tuple[str, ...]] = ()
    kind: ClassVar[int] = 0
    """The bit of the class; of a class with subclasses also theirs."""
    setters: ClassVar[tuple[Callable[[Term, Any], None], ...]] = ()
    """What sets each of the fields, once."""
    binds: ClassVar[bool] = False
    """An index is bound in it: `_own_loose` counts it off."""
    children: tuple[Term, ...]
    kinds: int
    """The bits of all nodes in the term."""
    loose: int
    """How many binders are missing around the term: 0 if no index in it is bound outside of it."""
    names: frozenset[str]
    """The names of the free symbols."""

    def __init_subclass__(cls) -> None:
        cls.kind = 1 << next(_BITS)
        cls.setters = tuple(getattr(cls, name).__set__ for name in cls.__match_args__)
        for above in cls.__mro__[1:]:
            if issubclass(above, Term) and above is not Term:
                above.kind |= cls.kind

    def holds(self, kind: type[Term]) -> bool:
        """A node of that class occurs in the term.

        >>> Add((ONE, PI)).holds(Constant), Add((ONE, PI)).holds(Pow)
        (True, False)
        """
        return self.kinds & kind.kind != 0

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("terms are immutable")

    def _own_loose(self) -> int:
        return max(child.loose for child in self.children)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)

    def __repr__(self) -> str:
        fields = ", ".join(repr(getattr(self, name)) for name in self.__match_args__)
        return f"{type(self).__name__}({fields})"


_POOL: dict[tuple[Any, ...], Term] = {}
_NUMBERS: dict[tuple[int, int], Number] = {}
NO_NAMES: frozenset[str] = frozenset()
_set_children, _set_kinds, _set_loose, _set_names = (
    getattr(Term, name).__set__ for name in ("children", "kinds", "loose", "names")
)


def _intern(cls: type[T], fields: tuple[Any, ...], children: tuple[Term, ...]) -> T:
    """The one object of class `cls` with these fields."""
    key = (cls, fields)
    found = _POOL.get(key)
    if found is None:
        found = _POOL[key] = _make(cls, fields, children)
    return found  # type: ignore[return-value]  # the key holds the class


def _make(cls: type[T], fields: tuple[Any, ...], children: tuple[Term, ...]) -> T:
    """A new object of class `cls` with these fields."""
    made = object.__new__(cls)
    for put, value in zip(cls.setters, fields, strict=True):
        put(made, value)
    kinds, loose, names = cls.kind, 0, NO_NAMES
    for child in children:
        kinds |= child.kinds
        if child.loose > loose:
            loose = child.loose
        if not child.names <= names and len(children) <= MANY:
            names = names | child.names if names else child.names
    if len(children) > MANY:
        names = names.union(*{child.names for child in children})
    _set_kinds(made, kinds)
    _set_children(made, children)
    _set_loose(made, made._own_loose() if cls.binds else loose)
    _set_names(made, names)
    return made


class Number(Term):
    """An exact rational number.

    >>> Number(Fraction(1, 2)) is Number(Fraction(2, 4))
    True
    """

    __slots__ = ("ratio", "value")
    __match_args__ = ("value",)
    value: Fraction
    ratio: tuple[int, int]
    """Numerator and denominator: what a Fraction does is done in Python, slowly."""

    def __new__(cls, value: Fraction | int) -> Number:
        key = value.as_integer_ratio()
        found = _NUMBERS.get(key)
        if found is None:
            found = _NUMBERS[key] = _make(cls, (Fraction(value),), ())
            object.__setattr__(found, "ratio", key)
        return found


class Decimal(Term):
    """A decimal as printed: `digits` units of `10**-places`; it stands for an interval, not for a number.

    `cut` says that dots follow: 3.14... is the number cut off there, 3.14 the number rounded. Nothing but
    one side of a relation that is about intervals may be a decimal.
    """

    __slots__ = ("cut", "digits", "places")
    __match_args__ = ("digits", "places", "cut")
    digits: int
    places: int
    cut: bool

    def __new__(cls, digits: int, places: int, cut: bool = False) -> Decimal:
        return _intern(cls, (digits, places, cut), ())


class RoughDecimal(Decimal):
    r"""A decimal behind \approx, which allows for more than rounding: nothing is refuted that is near it."""

    __slots__ = ()


class Constant(Term):
    """A named constant: `pi`, `i` (the imaginary unit) or `EulerGamma`."""

    __slots__ = ("name",)
    __match_args__ = ("name",)
    name: str

    def __new__(cls, name: str) -> Constant:
        return _intern(cls, (name,), ())


class Symbol(Term):
    """A free symbol; its domain is the context's business. A free index is a symbol too."""

    __slots__ = ("name",)
    __match_args__ = ("name",)
    name: str

    def __new__(cls, name: str) -> Symbol:
        found: Symbol = _intern(cls, (name,), ())
        if not found.names:
            _set_names(found, frozenset((name,)))
        return found


class Bound(Term):
    """The index bound by the `level`-th enclosing binder, counted from the inside, from 0."""

    __slots__ = ("level",)
    __match_args__ = ("level",)
    level: int

    def __new__(cls, level: int) -> Bound:
        found: Bound = _intern(cls, (level,), ())
        _set_loose(found, level + 1)
        return found


class Entry(Term):
    """An entry of an array: `Entry("x", (i, j))` is x_ij."""

    __slots__ = ("array", "indices")
    __match_args__ = ("array", "indices")
    array: str
    indices: tuple[Term, ...]

    def __new__(cls, array: str, indices: Iterable[Term]) -> Entry:
        indices = tuple(indices)
        return _intern(cls, (array, indices), indices)


class Add(Term):
    """A sum of printed terms, in printed order."""

    __slots__ = ("terms",)
    __match_args__ = ("terms",)
    terms: tuple[Term, ...]

    def __new__(cls, terms: Iterable[Term]) -> Add:
        terms = tuple(terms)
        return _intern(cls, (terms,), terms)


class Mul(Term):
    """A product of printed factors, in printed order; a quotient has a factor `Pow(b, -1)`."""

    __slots__ = ("factors",)
    __match_args__ = ("factors",)
    factors: tuple[Term, ...]

    def __new__(cls, factors: Iterable[Term]) -> Mul:
        factors = tuple(factors)
        return _intern(cls, (factors,), factors)


class Pow(Term):
    """A power, principal where the exponent is no integer."""

    __slots__ = ("base", "exponent")
    __match_args__ = ("base", "exponent")
    base: Term
    exponent: Term

    def __new__(cls, base: Term, exponent: Term) -> Pow:
        return _intern(cls, (base, exponent), (base, exponent))


class Apply(Term):
    """A function applied to arguments; `function` is in the table of functions or a name of the author's."""

    __slots__ = ("arguments", "function")
    __match_args__ = ("function", "arguments")
    function: str
    arguments: tuple[Term, ...]

    def __new__(cls, function: str, arguments: Iterable[Term]) -> Apply:
        arguments = tuple(arguments)
        return _intern(cls, (function, arguments), arguments)


class Derivative(Term):
    """The `order`-th derivative of `body` by `variable` (a Symbol or an Entry), at the point itself."""

    __slots__ = ("body", "order", "variable")
    __match_args__ = ("body", "variable", "order")
    body: Term
    variable: Term
    order: int

    def __new__(cls, body: Term, variable: Term, order: int = 1) -> Derivative:
        return _intern(cls, (body, variable, order), (body, variable))


class Delta(Term):
    """The Kronecker delta: 1 where the two indices are equal, else 0."""

    __slots__ = ("left", "right")
    __match_args__ = ("left", "right")
    left: Term
    right: Term

    def __new__(cls, left: Term, right: Term) -> Delta:
        return _intern(cls, (left, right), (left, right))


class Binder(Term):
    """An operation over an index that runs from `lower` to `upper`, both included, and is bound in `body`.

    Within `body` the index is `Bound(0)`; the bounds lie outside the binder. `index` is its printed name.
    """

    __slots__ = ("body", "index", "lower", "upper")
    __match_args__ = ("index", "lower", "upper", "body")
    binds = True
    index: str
    lower: Term
    upper: Term
    body: Term

    def __new__(cls: type[T], index: str, lower: Term, upper: Term, body: Term) -> T:
        return _intern(cls, (index, lower, upper, body), (lower, upper, body))

    def _own_loose(self) -> int:
        return max(self.lower.loose, self.upper.loose, self.body.loose - 1)


class Sum(Binder):
    """The sum of `body` over the bound index; an empty range gives 0."""

    __slots__ = ()


class Product(Binder):
    """The product of `body` over the bound index; an empty range gives 1."""

    __slots__ = ()


class Integral(Binder):
    """The integral of `body` over the bound variable, from `lower` to `upper`, along the real line."""

    __slots__ = ()


class Family(Binder):
    """The numbers `body` over the bound index: a vector; a family of families is a matrix.

    It is no number itself; it stands in the nodes below.
    """

    __slots__ = ()


class InverseEntry(Term):
    """An entry of the inverse of a square matrix.

    `matrix` is a family for each row index, then for each column index; of a plain matrix that is two. An
    index of a Kronecker product is a group of several. `row` and `column` say which entry.
    """

    __slots__ = ("column", "matrix", "row")
    __match_args__ = ("matrix", "row", "column")
    matrix: Term
    row: tuple[Term, ...]
    column: tuple[Term, ...]

    def __new__(cls, matrix: Term, row: Iterable[Term], column: Iterable[Term]) -> InverseEntry:
        row, column = tuple(row), tuple(column)
        return _intern(cls, (matrix, row, column), (matrix, *row, *column))


class Determinant(Term):
    """The determinant of a square matrix, given as for `InverseEntry`."""

    __slots__ = ("matrix",)
    __match_args__ = ("matrix",)
    matrix: Term

    def __new__(cls, matrix: Term) -> Determinant:
        return _intern(cls, (matrix,), (matrix,))


class Antiderivative(Term):
    """Any function of `variable` whose derivative is `body`: an integral without bounds."""

    __slots__ = ("body", "variable")
    __match_args__ = ("body", "variable")
    body: Term
    variable: Term

    def __new__(cls, body: Term, variable: Term) -> Antiderivative:
        return _intern(cls, (body, variable), (body, variable))


ZERO, ONE, MINUS_ONE, TWO = Number(0), Number(1), Number(-1), Number(2)
HALF = Number(Fraction(1, 2))
PI, I, EULER_GAMMA = Constant("pi"), Constant("i"), Constant("EulerGamma")


def pool_size() -> int:
    """How many terms this process holds; they are never given back."""
    return len(_POOL) + len(_NUMBERS)
