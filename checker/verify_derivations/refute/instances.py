"""Small exact instances of statements about arrays: sizes, indices, and entries that fit what is assumed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import cycle, islice, product

from verify_derivations.certificate import Counterexample, Interpretation, Point
from verify_derivations.dataclass import dataclass
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.kernel.counterexamples.instances import ranges
from verify_derivations.kernel.counterexamples.special_sizes import size_names
from verify_derivations.model import ArrayDeclaration
from verify_derivations.refute.constrained import constrained
from verify_derivations.refute.moves import defined_there
from verify_derivations.refute.points import inside, interpretation, points
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.evaluation.exact import rational_value, solution
from verify_derivations.term.syntax.nodes import Number

Matrix = list[list[Fraction]]
Values = dict[str, Fraction]
Found = dict[tuple[str, tuple[int, ...]], Fraction]

SIZES = (2, 3, 1, 4)
"""Sizes in the order in which they are tried: at size 1 far too much is true."""

DIAGONAL = 8
"""So much more than the other entries are those of the diagonal of an invertible matrix."""

MOST_PLACES = 2
"""At an instance, so many values of the free indices are looked at."""

MOST_KNOWN_PLACES = 6
"""The same where the statement says in numbers how far they run: a slip may be at one of them only."""


def instances(
    s: Statement, count: int, fixed: Mapping[str, Fraction] | None = None
) -> Iterator[Counterexample]:
    """Up to `count` instances, smallest first, at some values of the free indices; with `fixed`, of these
    sizes only.

    The first two that are given are different instances: those who look at no more have seen two.
    """
    made = _instances(s, count, fixed)
    for one in made:
        yield from islice(one, 1)
        other = next(made, iter(()))
        yield from islice(other, 1)
        yield from one
        yield from other


def _instances(
    s: Statement, count: int, fixed: Mapping[str, Fraction] | None
) -> Iterator[Iterator[Counterexample]]:
    """Each instance at some values of the free indices."""
    sizes = size_names(s)
    numbers = [name for name in s.symbols if name not in sizes and name not in s.indices]
    functions = unknown_functions(s.lhs, s.rhs, *s.differentiated)
    scalars = list(points(numbers, s.domains, count))
    tried = list(_sizes(s, sizes, count)) if fixed is None else [dict(fixed)] * (count * _allowed(s, fixed))
    zeros = tried[:1] if _may_vanish(s) else []
    again = islice(cycle(tried), max(count - len(tried), 0))
    for k, chosen in enumerate([*tried, *zeros, *again]):
        draw = Draw(k, zeros=bool(zeros) and k == len(tried), turned=k % 4 == 3)
        values = {**chosen, **{name: real for name, (real, _) in scalars[k % len(scalars)]}}
        fitted = _fitted(s, values, draw)
        if fitted is not None:
            places = _places(s, fitted[0], draw, first=k % 2 == 0)
            yield _at_places(*fitted, places, interpretation(functions, k))


def _fitted(s: Statement, values: Mapping[str, Fraction], draw: Draw) -> tuple[Values, Found] | None:
    """Values and entries that are drawn, then moved to where the statement speaks; None if that fails."""
    try:
        found = {
            (a.name, indices): value
            for a in s.arrays.values()
            for indices, value in _entries(a, values, draw)
        }
    except CertificateError:
        return None
    fitted = constrained(s, dict(values), found)
    return None if fitted is None else (fitted[0], defined_there(s, *fitted))


def _at_places(
    values: Values, found: Found, places: Iterable[Values], functions: Interpretation
) -> Iterator[Counterexample]:
    entries = tuple((name, indices, value) for (name, indices), value in found.items())
    for place in places:
        point: Point = tuple((n, (value, Fraction(0))) for n, value in sorted({**values, **place}.items()))
        yield Counterexample(point, functions=functions, entries=entries)


def _may_vanish(s: Statement) -> bool:
    """An inequality about arrays whose entries may all be 0: it is looked at there, too, but after others."""
    return s.relation != "=" and not any("simplex" in a.assumed for a in s.arrays.values())


def _places(
    s: Statement, values: Mapping[str, Fraction], draw: Draw, *, first: bool
) -> Iterator[dict[str, Fraction]]:
    """Some values of the free indices: all of them where they are few, else some drawn; the `first` first."""
    uppers = [int(rational_value(size, values) or 1) for size in s.indices.values()]
    every = list(product(*(range(1, upper + 1) for upper in uppers)))
    known = all(isinstance(size, Number) for size in s.indices.values())
    while len(every) > (MOST_KNOWN_PLACES if known else MOST_PLACES):
        every.pop(draw.below(len(every)))
    for places in every if first else reversed(every):
        yield {name: Fraction(place) for name, place in zip(s.indices, places, strict=True)}


def _sizes(s: Statement, names: list[str], count: int) -> Iterator[dict[str, Fraction]]:
    """Values for the sizes; beyond the first five names, all are 2."""
    padding = (2,) * (len(names) - 5)
    every = (dict(zip(names, map(Fraction, one + padding), strict=True)) for one in _choices(len(names[:5])))
    return islice((values for values in every if _allowed(s, values)), count)


@lru_cache
def _choices(count: int) -> tuple[tuple[int, ...], ...]:
    """The values of so many sizes: all 2 at first, then different ones, then those with a 1 among them."""
    order = sorted(
        product(SIZES, repeat=count),
        key=lambda sizes: (1 in sizes, max(sizes, default=0) > 3, -len(set(sizes)), sum(sizes)),
    )
    return ((2,) * count, (2,) * count, *order)


def _allowed(s: Statement, values: Mapping[str, Fraction]) -> bool:
    """What is assumed of the sizes alone holds, and there are such arrays: none of size n - 1 for n = 1."""
    for lhs, relation, rhs in s.assumed:
        left, right = rational_value(lhs, values), rational_value(rhs, values)
        if left is not None and right is not None and not COMPARED[relation](left, right):
            return False
    for declaration in s.arrays.values():
        try:
            rows = ranges(declaration, values)
        except CertificateError:
            return False
        if "orth" in declaration.assumed and len(rows[0]) < len(rows[1]):
            return False
    return True


COMPARED: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


@dataclass
class Draw:
    """Small numbers, the same on every machine (a linear congruential generator, Knuth's constants)."""

    state: int
    zeros: bool = False
    """All numbers are 0: there many inequalities are equations."""
    turned: bool = False
    """Determinants are more often negative than not, where nothing says that they are positive."""

    def below(self, count: int) -> int:
        """A whole number from 0, less than `count`."""
        self.state = (6364136223846793005 * (self.state + 1) + 1442695040888963407) % 2**64
        return (self.state >> 33) % count

    def number(self) -> Fraction:
        """One of -3, -2, -1, 1, 2, 3, or half of it."""
        number = Fraction((-3, -2, -1, 1, 2, 3)[self.below(6)], 1 + self.below(2))
        return Fraction(0) if self.zeros else number


def _entries(
    declaration: ArrayDeclaration, values: Mapping[str, Fraction], draw: Draw
) -> Iterator[tuple[tuple[int, ...], Fraction]]:
    """Entries that lie in their domain and make the array what it is assumed to be."""
    *outer, last = ranges(declaration, values)
    rows = [[_number(declaration, draw) for _ in last] for _ in product(*outer)]
    for word in ORDER:
        if word in declaration.assumed:
            rows = MADE[word](rows, draw)
    if draw.turned and _may_be_turned(declaration):
        rows[0][0] -= 2 * DIAGONAL
    for indices, row in zip(product(*outer), rows, strict=True):
        for j, value in zip(last, row, strict=True):
            yield (*indices, j), value


def _number(declaration: ArrayDeclaration, draw: Draw) -> Fraction:
    number = draw.number()
    if number in declaration.entries:
        return number
    return inside(declaration.entries, number, draw.below(4), draw.below(4))


def _may_be_turned(declaration: ArrayDeclaration) -> bool:
    """It is invertible, and may have a negative determinant."""
    assumed = declaration.assumed
    allowed = "inv" in assumed and not {"spd", "orth"} & {*assumed}
    return allowed and Fraction(-DIAGONAL) in declaration.entries


def _unit(size: int) -> Matrix:
    return [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]


def _transposed(rows: Matrix) -> Matrix:
    return [list(column) for column in zip(*rows, strict=True)]


def _plus(left: Matrix, right: Matrix, factor: int = 1) -> Matrix:
    return [[a + factor * b for a, b in zip(x, y, strict=True)] for x, y in zip(left, right, strict=True)]


def _times(left: Matrix, right: Matrix) -> Matrix:
    columns = _transposed(right)
    return [[sum((a * b for a, b in zip(row, c, strict=True)), Fraction(0)) for c in columns] for row in left]


def _symmetric(rows: Matrix, draw: Draw) -> Matrix:
    return _plus(rows, _transposed(rows))


def _invertible(rows: Matrix, draw: Draw) -> Matrix:
    return _plus(rows, _unit(len(rows)), DIAGONAL)


def _positive_definite(rows: Matrix, draw: Draw) -> Matrix:
    return _plus(_times(rows, _transposed(rows)), _unit(len(rows)))


def _weights(rows: Matrix, draw: Draw) -> Matrix:
    positive = [[abs(value) for value in row] for row in rows]
    return [[value / sum(row) for value in row] for row in positive]


def _orthonormal(rows: Matrix, draw: Draw) -> Matrix:
    """The first columns of (I + K)**-1 (I - K) for a skew matrix K (Cayley)."""
    size, width = len(rows), len(rows[0])
    square = [[draw.number() for _ in range(size)] for _ in range(size)]
    skew = _plus(square, _transposed(square), -1)
    rotation = solution(_plus(_unit(size), skew), _plus(_unit(size), skew, -1)) or _unit(size)
    return [row[:width] for row in rotation]


ORDER = ("orth", "sym", "spd", "inv", "simplex")

MADE: dict[str, Callable[[Matrix, Draw], Matrix]] = {
    "sym": _symmetric,
    "inv": _invertible,
    "spd": _positive_definite,
    "orth": _orthonormal,
    "simplex": _weights,
}
"""How rows of numbers are made into what an array is assumed to be."""

__all__ = ["instances", "size_names"]
