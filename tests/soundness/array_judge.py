"""A judge of claim records about arrays that shares no code with the software.

It reads the plain notation by Python's own parser and computes with numbers: fractions as long as they do,
mpmath where a function needs it, dual numbers for derivatives. It answers for one instance, sizes and
entries, whether the two sides differ; None where a part has no value, or where rounding could decide.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any

import mpmath
from array_numbers import (
    FUNCTIONS,
    ONE,
    OPERATIONS,
    ZERO,
    Array,
    Dual,
    Misread,
    NoValue,
    Number,
    along,
    as_float,
    call,
    elementwise,
    inverse,
    matmul,
    minus,
    number,
    parts,
    plus,
    polynomial,
    power,
    scalar,
    tabulate,
    times,
    total,
)
from mpmath import mpf

DIGITS = 50
DIFFERENT, EQUAL = mpf(10) ** -15, mpf(10) ** -30
"""Relative to the size of the sides: what is farther apart differs, what is nearer agrees."""

CUBIC = (Fraction(1, 2), Fraction(-1), ONE, Fraction(1, 3))
"""What an unspecified function is, by its coefficients; the next one has each of them plus 1, and so on."""


# ---- expressions -----------------------------------------------------------------------------------
class Instance:
    """A record at concrete sizes, entries, and values of its indices (counted from 0)."""

    def __init__(
        self,
        record: Mapping[str, Any],
        sizes: Mapping[str, int],
        values: Mapping[str, Array],
        functions: Mapping[str, Sequence[Fraction]] | None = None,
    ) -> None:
        self.sizes, self.values = sizes, dict(values)
        self.let = {name: parsed(text) for name, text in record.get("let") or []}
        self.ranges = {name: self.size(said) for name, said in (record.get("indices") or {}).items()}
        names = record.get("functions") or []
        self.functions = functions or {n: tuple(c + k for c in CUBIC) for k, n in enumerate(names)}
        self.indices: dict[str, int] = {}
        self.epsilons = 0

    def size(self, said: str | int) -> int:
        if isinstance(said, int):
            return said
        name, _, less = said.partition(" - ")
        return self.sizes[name] - int(less or 0)

    def array(self, node: ast.expr) -> Array:
        match node:
            case ast.Constant(value) if isinstance(value, int):
                return scalar(Fraction(value))
            case ast.Name(name):
                return self.name(name)
            case ast.UnaryOp(ast.USub(), operand):
                return elementwise(minus, self.array(operand))
            case ast.BinOp(left, operator, right):
                return self.operation(operator, self.array(left), self.array(right))
            case ast.Subscript(value, index):
                return self.entry(self.array(value), index)
            case ast.Call(ast.Name(name), arguments):
                return self.call(name, arguments)
        raise Misread(ast.dump(node))

    def name(self, name: str) -> Array:
        if name in self.values:
            return self.values[name]
        if name in self.let:
            return self.array(self.let[name])
        if name in self.indices:
            return scalar(Fraction(self.indices[name] + 1))
        if name in self.sizes:
            return scalar(Fraction(self.sizes[name]))
        raise Misread(f"{name} has no value")

    def operation(self, operator: ast.operator, left: Array, right: Array) -> Array:
        match operator:
            case ast.MatMult():
                return matmul(left, right)
            case ast.Add():
                return elementwise(plus, left, right)
            case ast.Sub():
                return elementwise(lambda a, b: plus(a, minus(b)), left, right)
            case ast.Mult():
                return elementwise(times, left, right)
            case ast.Div():
                return elementwise(lambda a, b: times(a, inverse(b)), left, right)
            case ast.Pow():
                exponent = number(right)
                return elementwise(lambda a: power(a, exponent), left)
        raise Misread(ast.dump(operator))

    def place(self, index: ast.expr) -> int:
        return self.whole(index) - 1

    def whole(self, expression: ast.expr) -> int:
        """The whole number that an index or a bound is."""
        value = number(self.array(expression))
        if not isinstance(value, Fraction) or value.denominator != 1:
            raise Misread(f"{ast.dump(expression)} is no index")
        return int(value)

    def entry(self, array: Array, index: ast.expr) -> Array:
        places = tuple(self.place(i) for i in (index.elts if isinstance(index, ast.Tuple) else [index]))
        if any(not 0 <= place < size for place, size in zip(places, array.shape, strict=False)):
            raise Misread(f"there is no entry {places} in an array of the shape {array.shape}")
        return tabulate(array.shape[len(places) :], lambda *k: array[(*places, *k)])

    def call(self, name: str, arguments: list[ast.expr]) -> Array:
        if name in SPECIAL:
            return SPECIAL[name](self, *arguments)
        arrays = [self.array(a) for a in arguments]
        if name in OPERATIONS:
            return OPERATIONS[name](*arrays)
        for stem, order in ((name, 0), (name[:-1], 1), (name[:-1], 2)):
            if stem in self.functions and name in (stem, f"{stem}{order}"):
                coefficients = self.functions[stem]
                return elementwise(lambda u: polynomial(coefficients, order, u), *arrays)  # noqa: B023  # at once
        if name in FUNCTIONS:
            return elementwise(lambda u: call(name, u), *arrays)
        raise Misread(f"{name} is not known")

    def slopes(self, body: ast.expr, name: str, places: list[tuple[int, ...]]) -> list[Array]:
        """The derivatives of an array by some entries of a named one, which is held free."""
        before = self.values.get(name)
        here = self.name(name)
        found = []
        for place in places:
            self.epsilons += 1
            mark = self.epsilons
            moved = tabulate(
                here.shape,
                lambda *k, mark=mark, place=place: Dual(mark, here[k], ONE) if k == place else here[k],
            )
            self.values[name] = moved
            try:
                value = self.array(body)
            finally:
                self.values.pop(name)
                if before is not None:
                    self.values[name] = before
            found.append(elementwise(lambda x, mark=mark: parts(x, mark)[1], value))
        return found

    def jacobian(self, body: ast.expr, name: ast.expr) -> Array:
        if not isinstance(name, ast.Name):
            raise Misread("a derivative is taken by a name")
        by = self.name(name.id).shape
        places = list(product(*map(range, by)))
        found = dict(zip(places, self.slopes(body, name.id, places), strict=True))
        shape = found[places[0]].shape
        return tabulate(shape + by, lambda *k: found[k[len(shape) :]][k[: len(shape)]])


def parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _gradient(at: Instance, body: ast.expr, name: ast.expr) -> Array:
    return at.jacobian(body, name)


def _by_entry(at: Instance, body: ast.expr, by: ast.expr) -> Array:
    match by:
        case ast.Subscript(ast.Name(name), index):
            indices = index.elts if isinstance(index, ast.Tuple) else [index]
            return at.slopes(body, name, [tuple(at.place(i) for i in indices)])[0]
    return at.jacobian(body, by)


def _in_direction(at: Instance, body: ast.expr, name: ast.expr, direction: ast.expr) -> Array:
    slope, along_ = at.jacobian(body, name), at.array(direction)
    shape = slope.shape[: len(slope.shape) - len(along_.shape)]
    return tabulate(
        shape,
        lambda *k: total(times(slope[(*k, *j)], along_[j]) for j in product(*map(range, along_.shape))),
    )


def _over_index(at: Instance, index: ast.expr, body: ast.expr) -> Array:
    if not isinstance(index, ast.Name):
        raise Misread("an index was expected")
    before = at.indices.get(index.id)
    out: Array | None = None
    for k in range(at.ranges[index.id]):
        at.indices[index.id] = k
        one = at.array(body)
        out = one if out is None else elementwise(plus, out, one)
    at.indices.pop(index.id)
    if before is not None:
        at.indices[index.id] = before
    if out is None:
        raise NoValue
    return out


def _over_range(
    at: Instance, body: ast.expr, *ranges: ast.expr, kind: Callable[..., Any], empty: int
) -> Array:
    """A sum or a product over ranges, the first of them innermost; an empty one is 0 or 1."""
    if not ranges:
        return at.array(body)
    *inner, last = ranges
    if not (isinstance(last, ast.Tuple) and isinstance(last.elts[0], ast.Name)):
        raise Misread("a range was expected")
    name, before = last.elts[0].id, at.indices.get(last.elts[0].id)
    out = scalar(Fraction(empty))
    try:
        for k in range(at.whole(last.elts[1]), at.whole(last.elts[2]) + 1):
            at.indices[name] = k - 1
            out = elementwise(kind, out, _over_range(at, body, *inner, kind=kind, empty=empty))
            if before is not None:
                at.indices[name] = before
    finally:
        at.indices.pop(name, None)
        if before is not None:
            at.indices[name] = before
    return out


def _sum(at: Instance, body: ast.expr, axis: ast.expr | None = None) -> Array:
    array = at.array(body)
    if axis is None:
        return scalar(total(iter(array.entries)))
    return along(array, int(number(at.array(axis))))


def _filled(value: Fraction) -> Callable[..., Array]:
    return lambda at, *sizes: tabulate([int(number(at.array(s))) for s in sizes], lambda *k: value)


def _unit(at: Instance, size: ast.expr) -> Array:
    n = int(number(at.array(size)))
    return tabulate((n, n), lambda i, j: Fraction(int(i == j)))


SPECIAL: dict[str, Callable[..., Array]] = {
    "Sum": partial(_over_range, kind=plus, empty=0),
    "prod": partial(_over_range, kind=times, empty=1),
    "S": _over_index,
    "sum": _sum,
    "grad": _gradient,
    "jac": _gradient,
    "D": _by_entry,
    "dd": _in_direction,
    "delta": lambda at, i, j: scalar(Fraction(int(at.whole(i) == at.whole(j)))),
    "eye": _unit,
    "ones": _filled(ONE),
    "zeros": _filled(ZERO),
}
"""What looks at how its arguments are written."""


# ---- judging -----------------------------------------------------------------------------------------
def differ(
    record: Mapping[str, Any],
    sizes: Mapping[str, int],
    values: Mapping[str, Array],
    functions: Mapping[str, Sequence[Fraction]] | None = None,
    fixed: Mapping[str, int] | None = None,
) -> bool | None:
    """The two sides differ at the instance; None where they have no values, or rounding could decide.

    Args:
        record: the claim.
        sizes: a whole number for each size.
        values: an array for each name.
        functions: the coefficients of the unspecified functions, if not the ones of this module.
        fixed: values of free indices, from 0; all others run through their ranges.
    """
    with mpmath.workdps(DIGITS):
        at = Instance(record, sizes, values, functions)
        left, right = parsed(record["lhs"]), parsed(record["rhs"])
        free = sorted(_free(left, at) | _free(right, at))
        unsure = False
        for places in product(*(range(at.ranges[name]) for name in free)):
            at.indices = dict(zip(free, places, strict=True))
            if fixed is not None and any(fixed.get(n, k) != k for n, k in at.indices.items()):
                continue
            try:
                found = _arrays_differ(at.array(left), at.array(right))
            except (NoValue, OverflowError):
                found = None
            if found:
                return True
            unsure |= found is None
        return None if unsure else False


def _free(node: ast.AST, at: Instance) -> set[str]:
    """The free indices of an expression."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "S":
        return _free(node.args[1], at) - {getattr(node.args[0], "id", "")}
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Sum", "prod"):
        found = _free(node.args[0], at)
        for limits in node.args[1:]:
            if isinstance(limits, ast.Tuple):
                found -= {getattr(limits.elts[0], "id", "")}
                found |= _free(limits.elts[1], at) | _free(limits.elts[2], at)
        return found
    own = {node.id} & set(at.ranges) if isinstance(node, ast.Name) else set()
    return own.union(*(_free(child, at) for child in ast.iter_child_nodes(node)))


def _arrays_differ(left: Array, right: Array) -> bool | None:
    if left.shape != right.shape:
        left, right = _zeros_like(left, right), _zeros_like(right, left)
    if left.shape != right.shape:
        raise Misread(f"the shapes {left.shape} and {right.shape}")
    found: list[bool | None] = [
        _numbers_differ(a, b) for a, b in zip(left.entries, right.entries, strict=True)
    ]
    return True if True in found else None if None in found else False


def _zeros_like(a: Array, other: Array) -> Array:
    return tabulate(other.shape, lambda *k: ZERO) if not a.shape and a.entries[0] == 0 else a


def _numbers_differ(a: Number, b: Number) -> bool | None:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a != b
    a, b = as_float(a), as_float(b)
    scale = max(mpf(1), abs(a), abs(b))
    distance = abs(a - b) / scale
    return True if distance > DIFFERENT else False if distance < EQUAL else None
