"""Functions in mpmath, with what the independent judge means by having a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import mpmath
from mpmath import mpc, mpf

Value = Any
DIGITS = 40
MANY_DIGITS = 400
"""What agrees to the first has to agree to the second, where nothing is approximated."""
STEP = mpf(10) ** -12
TOLERANCE, FINE = mpf(10) ** -8, mpf(10) ** -25
"""Values farther apart than the first differ; nearer than the second, relative to them, they agree."""
LONGEST = 200
"""Sums of more terms are not added up."""
SMALL = mpf(10) ** -22
"""Smaller than this and not zero: too near to tell."""


class NoValue(Exception):
    """There is no value at the point."""


class CannotTell(Exception):
    """Rounding could decide whether there is a value, or which."""


def is_real(v: Value) -> bool:
    return not isinstance(v, mpc)


def near_zero(v: Value) -> bool:
    """Zero; raises where that cannot be told."""
    if v == 0:
        return True
    if abs(v) < SMALL:
        raise CannotTell
    return False


def off_the_cut(v: Value) -> None:
    """Not so near to the negative real axis that rounding could choose the side."""
    if not is_real(v) and v.real < 0 and v.imag != 0 and abs(v.imag) < SMALL * abs(v.real):
        raise CannotTell


def real_only(v: Value) -> Value:
    if not is_real(v):
        raise NoValue
    return v


class Reading(Protocol):
    """What a function has to know: whether values off the real line are values."""

    complex_reading: bool


# ---- functions -----------------------------------------------------------------------------------
def _log(j: Reading, u: Value) -> Value:
    if near_zero(u) or (is_real(u) and u < 0 and not j.complex_reading):
        raise NoValue
    off_the_cut(u)
    return mpmath.log(u)


def _sign(j: Reading, u: Value) -> Value:
    if near_zero(u):
        raise NoValue
    return mpmath.sign(u) if is_real(u) else u / abs(u)


def _between(
    function: Callable[[Value], Value], lower: int | None, upper: int | None
) -> Callable[..., Value]:
    """A function that is real between two bounds; elsewhere its value on the cut is a convention."""

    def evaluate(j: Reading, u: Value) -> Value:
        if is_real(u):
            for bound in (lower, upper):
                if bound is not None and u != bound and abs(u - bound) < SMALL:
                    raise CannotTell
            inside = (lower is None or u >= lower) and (upper is None or u <= upper)
            if not inside:
                raise CannotTell if j.complex_reading else NoValue
        elif abs(u.imag) < SMALL or abs(u.real) < SMALL:
            raise CannotTell
        return function(u)

    return evaluate


def _divided(top: Callable[[Value], Value], bottom: Callable[[Value], Value]) -> Callable[..., Value]:
    def evaluate(j: Reading, u: Value) -> Value:
        below = bottom(u)
        if near_zero(below):
            raise NoValue
        return top(u) / below

    return evaluate


def _gamma(j: Reading, u: Value) -> Value:
    if is_real(u) and u <= 0 and abs(u - mpmath.nint(u)) < SMALL:
        if u == mpmath.nint(u):
            raise NoValue
        raise CannotTell
    if abs(u) > 200:
        raise CannotTell
    return mpmath.gamma(u)


def _loggamma(j: Reading, u: Value) -> Value:
    if not is_real(u) or near_zero(u) or u < 0:
        raise NoValue
    return mpmath.loggamma(u)


def _exp(j: Reading, u: Value) -> Value:
    if abs(u) > 800:
        raise CannotTell
    return mpmath.exp(u)


def _real(function: Callable[..., Value]) -> Callable[..., Value]:
    """A function of real arguments."""

    def evaluate(j: Reading, *arguments: Value) -> Value:
        if not all(is_real(u) for u in arguments):
            raise CannotTell
        return function(*arguments)

    return evaluate


def _bounded(function: Callable[[Value], Value]) -> Callable[..., Value]:
    """A function that grows or oscillates too much to be evaluated far away."""

    def evaluate(j: Reading, u: Value) -> Value:
        if abs(u) > 800:
            raise CannotTell
        return function(u)

    return evaluate


def _inverted(function: Callable[..., Value]) -> Callable[..., Value]:
    def evaluate(j: Reading, u: Value) -> Value:
        if near_zero(u):
            raise NoValue
        return function(j, 1 / u)

    return evaluate


_asin, _acos = _between(mpmath.asin, -1, 1), _between(mpmath.acos, -1, 1)

KNOWN: dict[str, Callable[..., Value]] = {
    "exp": _exp,
    "log": _log,
    "sin": _bounded(mpmath.sin),
    "cos": _bounded(mpmath.cos),
    "tan": _divided(mpmath.sin, mpmath.cos),
    "sinh": _bounded(mpmath.sinh),
    "cosh": _bounded(mpmath.cosh),
    "tanh": _divided(lambda u: mpmath.expm1(2 * u), lambda u: mpmath.exp(2 * u) + 1),
    "asin": _asin,
    "acos": _acos,
    "atan": _between(mpmath.atan, None, None),
    "asinh": _between(mpmath.asinh, None, None),
    "acosh": _between(mpmath.acosh, 1, None),
    "atanh": lambda j, u: _atanh(j, u),
    "asec": _inverted(_acos),
    "acot": _inverted(_between(mpmath.atan, None, None)),
    "Abs": lambda j, u: abs(u),
    "sign": _sign,
    "sigmoid": _divided(lambda u: mpf(1), lambda u: 1 + mpmath.exp(-u)),
    "softplus": lambda j, u: _log(j, 1 + _exp(j, u)),
    "erf": _bounded(mpmath.erf),
    "relu": _real(lambda u: max(u, mpf(0))),
    "Max": _real(max),
    "Min": _real(min),
    "gamma": _gamma,
    "loggamma": _loggamma,
    "beta": lambda j, s, u: _gamma(j, s) * _gamma(j, u) / _gamma(j, s + u),
    "binomial": lambda j, s, u: _gamma(j, s + 1) / (_gamma(j, u + 1) * _gamma(j, s - u + 1)),
}


def _atanh(j: Reading, u: Value) -> Value:
    if is_real(u) and abs(abs(u) - 1) < SMALL:
        raise NoValue
    return _between(mpmath.atanh, -1, 1)(j, u)
