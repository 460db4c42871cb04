"""Numbers and arrays of the judge of arrays: fractions, mpmath, dual numbers, and NumPy's shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from math import isqrt, prod
from typing import Any

import mpmath
from mpmath import mpf

NEAR_ZERO = mpf(10) ** -20

Number = Any
"""A Fraction, an mpf, or a Dual of such."""


class NoValue(Exception):
    """There is no value at the instance."""


class Misread(Exception):
    """Shapes that do not fit, or a notation that is not known here."""


# ---- numbers -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Dual:
    """value + slope*epsilon, where epsilon**2 = 0; each derivative has an epsilon of its own."""

    epsilon: int
    value: Number
    slope: Number


ZERO, ONE = Fraction(0), Fraction(1)


def _epsilon(x: Number) -> int:
    return x.epsilon if isinstance(x, Dual) else 0


def parts(x: Number, epsilon: int) -> tuple[Number, Number]:
    return (x.value, x.slope) if _epsilon(x) == epsilon else (x, ZERO)


def as_float(x: Fraction | mpf) -> mpf:
    return mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else x


def plus(a: Number, b: Number) -> Number:
    epsilon = max(_epsilon(a), _epsilon(b))
    if epsilon:
        (x, dx), (y, dy) = parts(a, epsilon), parts(b, epsilon)
        return Dual(epsilon, plus(x, y), plus(dx, dy))
    return a + b if isinstance(a, Fraction) and isinstance(b, Fraction) else as_float(a) + as_float(b)


def times(a: Number, b: Number) -> Number:
    epsilon = max(_epsilon(a), _epsilon(b))
    if epsilon:
        (x, dx), (y, dy) = parts(a, epsilon), parts(b, epsilon)
        return Dual(epsilon, times(x, y), plus(times(x, dy), times(dx, y)))
    return a * b if isinstance(a, Fraction) and isinstance(b, Fraction) else as_float(a) * as_float(b)


def minus(a: Number) -> Number:
    return times(Fraction(-1), a)


def inverse(a: Number) -> Number:
    if isinstance(a, Dual):
        one = inverse(a.value)
        return Dual(a.epsilon, one, minus(times(a.slope, times(one, one))))
    if a == 0 or (isinstance(a, mpf) and abs(a) < NEAR_ZERO):
        raise NoValue
    return ONE / a if isinstance(a, Fraction) else 1 / a


def bare(a: Number) -> Fraction | mpf:
    """The number without its epsilons."""
    while isinstance(a, Dual):
        a = a.value
    return a


def whole_power(a: Number, k: int) -> Number:
    if k <= 0 and bare(a) == 0:
        raise NoValue
    if k < 0:
        return inverse(whole_power(a, -k))
    out: Number = ONE
    for _ in range(k):
        out = times(out, a)
    return out


def power(a: Number, e: Number) -> Number:
    if isinstance(e, Fraction) and e.denominator == 1:
        return whole_power(a, int(e))
    if isinstance(e, Fraction) and e.denominator == 2:
        return whole_power(call("sqrt", a), e.numerator)
    if bare(a) <= 0:
        raise NoValue
    return call("exp", times(e, call("log", a)))


def _square_root(x: Fraction | mpf) -> Fraction | mpf:
    if x < 0 or (isinstance(x, mpf) and x < NEAR_ZERO):
        raise NoValue
    if isinstance(x, Fraction):
        p, q = isqrt(x.numerator), isqrt(x.denominator)
        if p * p == x.numerator and q * q == x.denominator:
            return Fraction(p, q)
    return mpmath.sqrt(as_float(x))


def _logarithm(x: Fraction | mpf) -> Fraction | mpf:
    if x <= 0:
        raise NoValue
    return ZERO if x == 1 else mpmath.log(as_float(x))


def _off_zero(value: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def at(x: Any) -> Any:
        if x == 0 or (isinstance(x, mpf) and abs(x) < NEAR_ZERO):
            raise NoValue
        return value(x)

    return at


FUNCTIONS: dict[str, tuple[Callable[[Any], Any], Callable[[Number], Number]]] = {
    "exp": (lambda x: ONE if x == 0 else mpmath.exp(as_float(x)), lambda u: call("exp", u)),
    "log": (_logarithm, lambda u: inverse(u)),
    "sqrt": (_square_root, lambda u: inverse(times(Fraction(2), call("sqrt", u)))),
    "tanh": (lambda x: mpmath.tanh(as_float(x)), lambda u: plus(ONE, minus(whole_power(call("tanh", u), 2)))),
    "sin": (lambda x: mpmath.sin(as_float(x)), lambda u: call("cos", u)),
    "cos": (lambda x: mpmath.cos(as_float(x)), lambda u: minus(call("sin", u))),
    "sigmoid": (
        lambda x: 1 / (1 + mpmath.exp(-as_float(x))),
        lambda u: times(call("sigmoid", u), plus(ONE, minus(call("sigmoid", u)))),
    ),
    "Abs": (abs, lambda u: call("sign", u)),
    "sign": (_off_zero(lambda x: ONE if x > 0 else -ONE), lambda u: ZERO),
    "relu": (lambda x: max(x, x * 0), lambda u: call("step", u)),
    "step": (_off_zero(lambda x: ONE if x > 0 else ZERO), lambda u: ZERO),
}
"""The functions of one number: the value, and the derivative."""


def call(name: str, a: Number) -> Number:
    """A function of the table at a number."""
    value, slope = FUNCTIONS[name]
    if isinstance(a, Dual):
        return Dual(a.epsilon, call(name, a.value), times(slope(a.value), a.slope))
    return value(a)


def polynomial(coefficients: Sequence[Fraction], order: int, u: Number) -> Number:
    """A derivative of a polynomial at u."""
    for _ in range(order):
        coefficients = [k * c for k, c in enumerate(coefficients)][1:]
    out: Number = ZERO
    for c in reversed(coefficients):
        out = plus(times(out, u), Fraction(c))
    return out


# ---- arrays --------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Array:
    """Numbers in the order of their indices, the last one running fastest."""

    shape: tuple[int, ...]
    entries: tuple[Number, ...]

    def __getitem__(self, indices: tuple[int, ...]) -> Number:
        place = 0
        for k, size in zip(indices, self.shape, strict=True):
            if not 0 <= k < size:
                raise NoValue
            place = place * size + k
        return self.entries[place]


def tabulate(shape: Sequence[int], make: Callable[..., Number]) -> Array:
    return Array(tuple(shape), tuple(make(*k) for k in product(*map(range, shape))))


def scalar(x: Number) -> Array:
    return Array((), (x,))


def number(a: Array) -> Number:
    if a.shape:
        raise Misread("a number was expected")
    return a.entries[0]


def elementwise(make: Callable[..., Number], *arrays: Array) -> Array:
    """NumPy's broadcasting, along leading axes only."""
    shape = max((a.shape for a in arrays), key=len)
    for a in arrays:
        if a.shape != shape[len(shape) - len(a.shape) :]:
            raise Misread(f"the shapes {[a.shape for a in arrays]}")
    return tabulate(shape, lambda *k: make(*(a[k[len(k) - len(a.shape) :]] for a in arrays)))


def total(numbers: Iterator[Number]) -> Number:
    out: Number = ZERO
    for x in numbers:
        out = plus(out, x)
    return out


def matmul(a: Array, b: Array) -> Array:
    if not (1 <= len(a.shape) <= 2 and 1 <= len(b.shape) <= 2 and a.shape[-1] == b.shape[0]):
        raise Misread(f"{a.shape} @ {b.shape}")
    rows = len(a.shape) - 1

    def entry(*k: int) -> Number:
        return total(times(a[(*k[:rows], x)], b[(x, *k[rows:])]) for x in range(b.shape[0]))

    return tabulate(a.shape[:-1] + b.shape[1:], entry)


def _square(a: Array) -> int:
    if len(a.shape) != 2 or a.shape[0] != a.shape[1]:
        raise Misread(f"a square matrix was expected, not {a.shape}")
    return a.shape[0]


def determinant(a: Array, without_row: int | None = None, without_column: int | None = None) -> Number:
    """Laplace's expansion, without divisions."""
    size = _square(a)
    rows = [i for i in range(size) if i != without_row]
    columns = tuple(j for j in range(size) if j != without_column)

    @cache
    def minor(row: int, left: tuple[int, ...]) -> Number:
        if not left:
            return ONE
        out: Number = ZERO
        for k, j in enumerate(left):
            one = times(a[rows[row], j], minor(row + 1, left[:k] + left[k + 1 :]))
            out = plus(out, one if k % 2 == 0 else minus(one))
        return out

    return minor(0, columns)


def inverse_matrix(a: Array) -> Array:
    """The adjugate over the determinant."""
    size, below = _square(a), inverse(determinant(a))
    return tabulate(
        (size, size), lambda i, j: times(times(Fraction((-1) ** (i + j)), determinant(a, j, i)), below)
    )


def transpose(a: Array) -> Array:
    return tabulate(a.shape[::-1], lambda *k: a[k[::-1]])


def kron(a: Array, b: Array) -> Array:
    shape = [m * n for m, n in zip(a.shape, b.shape, strict=True)]

    def entry(*k: int) -> Number:
        first = tuple(x // n for x, n in zip(k, b.shape, strict=True))
        return times(a[first], b[tuple(x % n for x, n in zip(k, b.shape, strict=True))])

    return tabulate(shape, entry)


def along(a: Array, axis: int) -> Array:
    def entry(*k: int) -> Number:
        return total(a[(*k[:axis], x, *k[axis:])] for x in range(a.shape[axis]))

    return tabulate(a.shape[:axis] + a.shape[axis + 1 :], entry)


def softmax(a: Array) -> Array:
    above = elementwise(lambda x: call("exp", x), a)
    below = along(above, len(a.shape) - 1)
    return tabulate(a.shape, lambda *k: times(above[k], inverse(below[k[:-1]])))


def norm(a: Array) -> Array:
    return scalar(call("sqrt", total(times(x, x) for x in a.entries)))


def diagonal_matrix(a: Array) -> Array:
    (size,) = a.shape
    return tabulate((size, size), lambda i, j: a[(i,)] if i == j else ZERO)


OPERATIONS: dict[str, Callable[..., Array]] = {
    "T": transpose,
    "inv": inverse_matrix,
    "det": lambda a: scalar(determinant(a)),
    "logdet": lambda a: scalar(call("log", determinant(a))),
    "tr": lambda a: scalar(total(a[k, k] for k in range(_square(a)))),
    "outer": lambda a, b: tabulate(
        a.shape + b.shape, lambda *k: times(a[k[: len(a.shape)]], b[k[len(a.shape) :]])
    ),
    "diag": diagonal_matrix,
    "diagv": lambda a: tabulate((_square(a),), lambda k: a[k, k]),
    "kron": kron,
    "vec": lambda a: Array((prod(a.shape),), transpose(a).entries),
    "norm": norm,
    "softmax": softmax,
}
"""The functions of whole arrays that take nothing but arrays."""
